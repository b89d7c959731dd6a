import { titleKey } from "../matching/title-index.js";

/** What a choice is about, as it compares, and the name that was chosen, in small letters. */
export interface NamedChoice {
  readonly subject: string;
  readonly chosen: string;
}

const name = String.raw`\p{Lu}[\p{L}\p{N}.+#'’-]*(?: (?:& )?\p{L}[\p{L}\p{N}.+#'’-]*){0,2}?`;
const thing = String.raw`(?:(?!(?:is|are|becomes?|will|stays?|remains?)\s)[\p{L}\p{N}'’&/-]+\s){2,8}?`;
const ends = String.raw`(?=\W{0,2}$|[.,;(]\s?|\s(?:from|until|as of|since|because|with|for|on|in)\s)`;
const isNow = String.raw`(?:now )?(?:is|are|becomes?|will be|stays?|remains?)\s(?:now )?`;
/** "The base image becomes Alpine, from 26.2 on", "Our payroll provider will be Lohnwerk": a thing, and by name what it is to be. */
const thingFirst = new RegExp(`^\\W{0,4}(${thing})${isNow}(${name})${ends}`, "u");
/** "Alpine stays the base image", "We use Alpine as the base image": the name first. */
const nameFirst = new RegExp(
  `^\\W{0,4}(?:(${name}) ${isNow}|(?:[Ww]e )?(?:(?:will |now )?[Uu]se|(?:move|switch|go|change) to|take|choose|adopt) (${name}) as )(?:the|our) ((?:[\\p{L}\\p{N}'’&/-]+ ){1,7}?[\\p{L}\\p{N}'’&/-]+)${ends}`,
  "u",
);
/** "Crew radio: Marlin Pro, one a boat": what it is about, and behind the colon the name and no sentence. */
const behindColon =
  /^\W{0,4}([\p{L}\p{N}'’&/-]+(?: [\p{Ll}\p{N}][\p{L}\p{N}'’&/-]*){1,6})(?: \([^()]{1,40}\))?: (\p{Lu}[\p{L}\p{N}.+#'’-]*(?: (?:& )?[\p{L}\p{N}][\p{L}\p{N}.+#'’-]*){0,2}?)(?=\W{0,2}$|[,;] |\.\s| \()/u;
/** What stands behind a colon with a capital and names nothing: how it ended, or the beginning of a sentence. */
const noName =
  /^(?:(?:provisionally|partly|finally|not|un)?[ -]?(?:approved|accepted|adopted|agreed|decided|done|closed|resolved|settled|rejected|declined|dropped|deferred|postponed|withdrawn|moved|passed|granted|confirmed|unchanged|open|pending|tb[ad]|none|nothing|yes|no|ok(?:ay)?|go|no-go|noted|see)|we|they|it|all|both|each|every|the|an?|one|two|three|our|only|as|to|in|on|at|by|for|from|with|without|after|before|if|when|keep|use|take|move|stay|drop|build|buy|ship|wait|hold|start|stop|make|let|leave|add|remove|raise|cut|pay|hire|ask)\b/;

/** Days and months: when something is, which is decided anew each time. */
const time =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|h[12]|spring|summer|autumn|winter)\b/;
/** What each meeting settles for itself. */
const passing =
  /\b(?:next|today['’]?s?|tonight['’]?s?|tomorrow['’]?s?|this|week['’]?s?|month['’]?s?|scribe|chair|host|guest|speaker|facilitator|note ?taker|minutes)\b/;

const longest = 160;

/** The choice that a decision states by name; undefined for others. */
export function namedChoice(text: string): NamedChoice | undefined {
  const begun = text.slice(0, longest);
  const [, thingThen, nameThen] = thingFirst.exec(begun) ?? behindColon.exec(begun) ?? [];
  const [, nameNow, nameUsed, thingNow] = thingThen === undefined ? (nameFirst.exec(begun) ?? []) : [];
  const about = (thingThen ?? thingNow)?.toLowerCase().trim();
  const chosen = (nameThen ?? nameNow ?? nameUsed)?.toLowerCase();
  if (about === undefined || chosen === undefined || time.test(chosen) || passing.test(about)) return undefined;
  if (noName.test(chosen)) return undefined;
  const subject = titleKey(about);
  return subject.includes(" ") ? { subject, chosen } : undefined;
}

/** Whether two passages give one thing names that have no word in common. */
export function choicesDiffer(one: string, other: string): boolean {
  const [mine, theirs] = [namedChoice(one), namedChoice(other)];
  if (!mine || !theirs || mine.subject !== theirs.subject) return false;
  const words = theirs.chosen.split(" ");
  return !mine.chosen.split(" ").some((word) => words.includes(word));
}
