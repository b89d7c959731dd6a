import type { Cell, ParagraphUnit } from "../../reading/units.js";
import { isPlaceholder } from "../placeholders.js";

/** What a list item or paragraph of a decision section may be besides a choice. */

const named = "(?:\\[?[A-Z]{2,4}\\]?|@[\\w-]+|\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]*)?)";
const action = new RegExp(
  `^\\W{0,4}(?:(?:action(?: items?)?|todo|to do|ai(?! ?[&/]| and\\b)|next steps?|follow[- ]ups?)\\b|${named}(?:(?:, | and | & |/)${named}){0,3} (?:to|will|shall|should|can|is going to|volunteered to|took|takes)\\s(?!be\\b|not\\b|go to\\b))`,
  "iu",
);
const actionStrict = new RegExp(
  `^\\W{0,4}(?:(?:[Aa]ction(?: [Ii]tems?)?|ACTION(?: ITEMS?)?|TODO|AI(?! ?[&/]| and\\b)|[Nn]ext [Ss]teps?|[Ff]ollow[- ][Uu]ps?)\\b|${named}(?:(?:, | and | & |/)${named}){0,3} (?:to|will|shall|volunteered to|took|takes)\\s(?!be\\b|not\\b|go to\\b))`,
  "u",
);
/** "Prices took most of the hour": no task that somebody took. */
const tookTime =
  /^[^.;:]{1,80}\s(?:took|takes)\s(?:(?:up|most|much|all|half|the|an?|too|about|nearly|over|some|of|whole|rest|long|good|\d+)\s){0,4}(?:hours?|time|minutes|meeting|session|day|morning|afternoon|evening|week|longer?|forever)\b/i;
/** Words with a capital that begin a sentence and are nobody's name. */
const noTask =
  /^\W{0,4}(?:agreed|decided|resolved|approved|voted|going|motion|proposal|plan|decision|decisions|need|needs|needed|want|wants|wanted|vote|agreement|consensus|compromise|commit|committed|intention|goal|idea|option|reason|way|time|next|how|what|where|when|who|why|whether|due|up|back|it|this|that|we|they|he|she|you|there|everyone|everybody|nobody|all|and|in|to)\b/i;
const nothing =
  /^\W{0,4}(?:\d{4}-\d\d-\d\d\W{1,4})?no decisions? (?:on|about|regarding|concerning|over)\s[^.;:!?]{3,120}\W{0,3}$|^\W{0,4}(?:(?:none|nothing|no decisions?)(?: (?:so far|yet|at present|this (?:time|week|fortnight|month|quarter|half|year|sprint)|since(?: then)?|today))|none|no decisions?(?: (?:made|taken|reached|yet|needed|were made))?|nothing(?: decided)?|n\/?a|tbd|tba|todo|-+|see (?:above|below|notes)|as above|no conclusion|no resolution)\W{0,3}$/i;

/** Whether a text is a task for somebody rather than a choice ("Ana to file an issue", "Action: …", a checkbox). */
export function isAction(text: string, unit: ParagraphUnit | undefined): boolean {
  if (unit?.item?.checked !== undefined) return true;
  const start = text.slice(0, 120);
  if (!action.test(start) || !actionStrict.test(start) || tookTime.test(start)) return false;
  return /^\W{0,4}(?:action|todo|ai\b|next step|follow)/i.test(start) || !noTask.test(start);
}

const task =
  /^\W{0,4}(?:arrange|ask|check|clean up|collect|contact|create|document|draft|file|finali[sz]e|find out|finish|follow up|gather|invite|investigate|look (?:into|at|for)|prepare|reach out|review|schedule|send|set up|share|start|talk to|test|update|write)\s(?!to\b)/i;

/** Whether a text without a name tells somebody to do something ("Review the article"): a conclusion says what is to be done as well as what holds. */
export function isTask(text: string): boolean {
  return task.test(text.slice(0, 40));
}

/** Whether a text says that there is nothing to say. */
export function isNothing(text: string): boolean {
  return isPlaceholder(text) || (text.length < 60 && nothing.test(text));
}

const question = "(?:whether|if|how|what|which|who|whom|whose|when|where)";
const later =
  "(?:(?:a (?:question|matter|talk|topic) )?(?:for|left for|put off to|moved to) (?:another|a later|the next|next|some other) (?:day|time|meeting|sync|session|week|month|quarter|round|occasion)|for later|(?:still |left |kept )?(?:open|undecided|unsettled|unclear)|not (?:yet )?(?:been )?(?:decided|settled|agreed|clear)|to be (?:seen|decided|settled|discussed|agreed)|another (?:matter|question|story))";
/** "…; whether we keep it is for another day", "how we pay for it stays open". */
const leftOpen = new RegExp(
  `(?:^|[.;,–—]\\s|\\b(?:and|but)\\s)\\W{0,3}${question}\\s[^.;]{3,100}?\\s(?:is|are|was|were|stays?|remains?|has|have|will be)\\s(?:still\\s|yet\\s)?${later}\\W{0,3}$`,
  "iu",
);
/** What somebody is let or wants to do until then, which binds nobody. */
const tries =
  /\b(?:may|might|can|could|(?:is|are) free to|tr(?:y|ies)|explores?|experiments?|plays? with|looks? (?:at|into))\b/i;

/** Whether an entry leaves open what is to be decided, and before that says no more than what somebody may try. */
export function isLeftOpen(text: string): boolean {
  const match = leftOpen.exec(text.slice(0, 400).trim());
  if (!match) return false;
  const before = text.slice(0, match.index);
  return before.trim().length < 4 || (tries.test(before) && !/\b(?:agreed|decided|resolved)\b/i.test(before));
}

const decided = "(?:decided|settled|agreed|resolved|concluded)";
/** "Nothing was decided about the choir", "The choir: talked about, nothing decided", "… Said, not decided." */
const nothingDecided = new RegExp(
  `^\\W{0,4}(?:nothing|none of it)\\s(?:(?:was|is|has been|got)\\s)?(?:yet\\s)?(?:been\\s)?${decided}\\b(?! but\\b)|(?:^|[.;:,(–—-]\\s?|\\b(?:and|but|so)\\s|\\s(?=without\\s))(?:(?:but|and|so|still|only|again)\\s){0,2}(?:nothing(?:\\s(?:was|is|has been|got))?(?:\\syet)?(?:\\s${decided})|not\\s(?:yet\\s)?${decided}|no decision(?:\\s(?:was|has been))?(?:\\s(?:made|taken|reached))?|without (?:a decision|deciding(?: anything)?))(?:\\s(?:yet|so far|today|here|this time))?\\W{0,3}$`,
  "iu",
);

/** Whether an entry says at its beginning or end that nothing came of what it tells. */
export function saysUndecided(text: string): boolean {
  return text.length < 400 && nothingDecided.test(text.trim());
}

const count = "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|none)";
/** "Twelve dots for the lamp, nine for the rope": how many chose each, and not what was chosen. */
const countsOfEach = new RegExp(
  `^\\W{0,4}${count}\\s(?:\\p{L}+\\s)?(?:for|on|to)\\s[^,;.]{2,60}(?:[,;]|\\sand)\\s${count}\\s(?:\\p{L}+\\s)?(?:for|on|to)\\s(?!us\\b)\\p{L}`,
  "iu",
);

/** Whether a text only counts the votes that several proposals got. */
export function isTally(text: string): boolean {
  return countsOfEach.test(text.slice(0, 200));
}

/** "Ana Diaz - Approved", "Bo Lindt: +1": a name of two or three words, and a verdict. */
const oneVote =
  /^\W{0,4}\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|van|von|de|der|den|la|da)){1,3} {1,2}?(?:→|->|=>|[-–—:]) [({[]?(?:[Aa]pproved?|[Aa]ccept(?:ed)?|[Ee]ndorsed?|[Rr]eject(?:ed)?|[Dd]eclined?|[Cc]onfirm(?:ed)?|[Yy]es|[Nn]o|[Yy]ea|[Nn]ay|[Aa]ye|[Ff]or|[Aa]gainst|[Ii]n favou?r|[Aa]bsent|[Aa]bstain(?:s|ed)?(?:\/absent)?|\+1|-1|\+?0)\W{0,3}$/u;
const oneVoteAfterColon =
  /^\W{0,4}\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|van|von|de|der|den|la|da)){1,3}: [({[]?(?:[Aa]pproved?|[Rr]eject(?:ed)?|[Dd]eclined?|[Yy]es|[Nn]o|[Aa]ye|[Nn]ay|[Aa]bsent|[Aa]bstain(?:s|ed)?|\+1|-1)\W{0,3}$/u;

/** Whether a text is one voice of several in a vote, which is not yet its outcome. */
export function isOneVote(text: string): boolean {
  return text.length < 90 && (oneVote.test(text) || oneVoteAfterColon.test(text));
}

/** Whether a cell or paragraph is struck out as a whole. */
export function isStruck(inline: Cell["inline"]): boolean {
  const length = inline.text.trim().length;
  return length > 0 && inline.marks.some((mark) => mark.kind === "delete" && mark.end - mark.start >= length - 1);
}

/** A sentence that only announces the list below it ("We decided to:", "The following was agreed:"). */
export function isLeadIn(text: string): boolean {
  const trimmed = text.trim();
  if (!/:\W{0,3}$/.test(trimmed)) return false;
  return (
    trimmed.length < 24 ||
    /\b(?:following|these|as follows|below|such that|that|to|will|decided|agreed|on|decisions?|resolved|include|includes|are|is|we)\W{0,2}:\W{0,3}$/i.test(
      trimmed,
    ) ||
    /\bfollowing\b[^.]{0,120}:\W{0,3}$/i.test(trimmed) ||
    (trimmed.length < 70 && /\b(?:following|as follows|these)\b/i.test(trimmed))
  );
}
