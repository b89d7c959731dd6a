import { normaliseKey } from "../field-names.js";
import { plainHeading } from "../headings.js";

/** Words that begin a plan's headings of what is to be done ("Launch the beta"). Words that name sections as well are left out. */
const verbs = new Set(
  (
    "achieve add adopt allow automate begin bring broaden build clarify clean collect complete connect consolidate continue convert create cut " +
    "deepen define deliver deprecate develop devise diversify document double drop educate eliminate empower enable encourage engage enhance enrich " +
    "ensure establish evaluate evolve expand explore extend facilitate find finalise finalize finish fix formalise formalize foster grow harden " +
    "help hire identify implement improve increase innovate integrate introduce invest investigate keep launch lower maintain make migrate modernise " +
    "modernize move offer onboard open-source optimise optimize organise organize overhaul pilot polish port prepare produce promote prototype provide " +
    "publish raise reach rebuild recognise recognize recruit redesign reduce refactor refine remove rename reorganise reorganize replace revamp revise " +
    "revisit rework rewrite secure separate ship simplify solidify speed split stabilise stabilize standardise standardize start stop streamline strengthen " +
    "switch train transform transition turn understand unify upgrade validate write"
  ).split(" "),
);
/** These begin a piece of work only before what they are done to. */
const either = new Set(
  "open test plan support release design update review report access research set run hold give take put buy sell use learn teach invite win plant mend repair try host visit".split(
    " ",
  ),
);
const object = new Set("a an the our all more new every each this these up out with".split(" "));
const numbering = /^(?:\[?\d{1,3}[\])]|#?\d{1,3}[.):]|[-–•])\s*/;

/** "Launch blockers", "Pilot dates": what a list below holds, in words that might be something to do. */
const asNoun =
  /^(?:launch|start|pilot|prototype|release|upgrade|transition|switch|move|rework|support|test|design|hire)$/;
const collected = /^(?:blockers|issues|bugs|risks|criteria|checklist|dates|questions|numbers|metrics|notes|rules)\W*$/;

/** Whether a heading says what is to be done: a verb that plans begin with, and what it is done to. */
export function saysWork(title: string): boolean {
  const words = plainHeading(title.replace(/^[^\p{L}\p{N}[]+/u, "").replace(numbering, "")).split(/\s+/);
  const [verb = "", next = ""] = words.map((word) => word.toLowerCase());
  if (words.length === 2 && asNoun.test(verb) && collected.test(next)) return false;
  return words.length > 1 && (verbs.has(verb) || (words.length > 2 && either.has(verb) && object.has(next)));
}

/** What headings of a plan that are neither its parts nor its work speak of. */
const about = new RegExp(
  String.raw`\b(?:vision|mission|mandate|introduction|intro|preface|foreword|disclaimer|legend|notice|acknowledge?ments?|thanks|credits|feedback|contact|contacts|` +
    "contribut(?:e|ing|ions?)|get(?:ting)? (?:involved|help|in touch|started)|involvement|philosophy|principles|values|tenets|strategy|strategic context|methodology|" +
    "method|format|structure|background|motivation|rationale|overview|summary|scope|audience|glossary|definitions?|terminology|assumptions|constraints|" +
    "table of contents|contents|toc|index|links|references|resources|reading|appendix|faq|questions|note|notes|remarks|comments?|caveats?|risks?|dependencies|limitations|" +
    String.raw`lessons|learnings|retrospective|retro|review|recap|reflections?|look(?:ing)? back|achievements?|accomplish\w*|highlights?|progress|status|current state|` +
    "where we (?:are|stand)|state of|history|changelog|changes|archive|previous|past|completed|process|workflow|governance|decision[- ]making|how|why|who|whom|where|when|what(?:'s| is| are)?|" +
    "about|purpose|role|roles|responsibilities|people|team|teams|members|maintainers|contributors|ownership|owners|stakeholders|communication|meetings?|cadence|schedule|timeline|timelines|" +
    "metrics|kpis?|measur(?:e|es|ing|ement)|indicators|criteria|success|outcomes?|impact|benefits|conclusions?|closing|next steps?|tracking|updates?|issues?|bugs?|non[- ]goals|out of scope|" +
    "support policy|release policy|versioning|compatibility policy|license|pricing|budget|themes?|pillars?|areas?|categories|groups?|topics?|tracks?|streams?|workstreams?|items?|milestones?|" +
    String.raw`goals?|objectives?|okrs?|plans?|priorities|roadmaps?|initiatives?|projects?|features?|epics?|tasks?|deliverables?|releases?|versions?|misc|miscellaneous|other|others|general|ideas?|wish ?list)\b`,
  "iu",
);
const collective =
  /\b(?:team|squad|crew|guild|chapter|tribe|department|division|working group|wg|sig|committee|council|board|task ?force|side|owned|led)$/i;
const longestName = 120;
/** A heading of more words that begins like none of the above names something of its own ("Support for release notes in Welsh"). */
const shortName = 3;

/** "Things we chewed on": what those who write have done or think, by no name. */
const ofOurs =
  /^\W*(?:(?:other|some|a few|the) )?(?:things|stuff|matters|points) (?:that )?(?:we|you|people|everybody|everyone|nobody)(?:['’]\p{L}+)? /iu;

/** "Carried over", "Still open between us", "Left from spring": how far things are, by no name. */
const ofState =
  /^\W*(?:(?:carried|left|rolled|brought|handed) over\b|(?:still |left |what is )?(?:open|unsettled|undecided|unclear|unfinished|pending)(?: (?:with|between|among|towards?|from|points?|ends?|matters?|things)\b.*)?\W*$|left (?:from|open)\b)/iu;

/** Whether a heading can be the name of planned work: no question, no part of the document about itself, no group of people, no list's heading. */
export function canNameWork(title: string): boolean {
  const text = title.trim();
  if (text.length < 3 || text.length > longestName || /[?]\s*$/.test(text) || !/\p{L}{3}/u.test(text)) return false;
  if (ofState.test(text)) return false;
  if (saysWork(text)) return true;
  if (ofOurs.test(text)) return false;
  const words = normaliseKey(plainHeading(text)).split(" ");
  if (collective.test(text.replace(/\s*\([^()]*\)$/, ""))) return false;
  const opening = words.slice(0, 2).join(" ");
  return words.length > shortName ? !startsAbout.test(opening) : !about.test(text);
}

/** Whether a heading opens a part of a plan that speaks of the plan or of those who make it ("How to follow along", "What the group does"). */
export function speaksOfPlan(title: string): boolean {
  return startsAbout.test(normaliseKey(plainHeading(title)).split(" ").slice(0, 2).join(" "));
}

const startsAbout =
  /^(?:how|why|who|where|when|what|whats|about|vision|mission|our vision|our mission|introduction|overview|background|notes?|disclaimer|feedback|contact|contributing|progress|status|current|previous|past|completed|state of|list of|summary|process|lessons|looking back|getting|purpose|the vision|key|strategic|table of|open questions|non goals|additional|further|possible|potential)\b/;
