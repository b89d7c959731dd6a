import type { Heading } from "../../model/section.js";

/** Headings by which a register of disagreements is parted: how its entries stand, when they were raised, between whom. */
const openWord =
  "open|active|unresolved|unsettled|undecided|pending|outstanding|current|live|ongoing|contested|escalated|waiting|on hold|parked|new|in (?:discussion|progress|dispute)|under discussion|not (?:yet )?(?:settled|resolved|closed|agreed)";
const closedWord =
  "closed|resolved|settled|decided|agreed|done|over|ended|withdrawn|archived?|past|old|older|former|finished|answered|dropped|history|behind us";
const before =
  "(?:(?:the|our|all|those|what(?:'s| is)|which are|being|recently|already|still|now|currently|since|those that are) )*";
const behind =
  "(?: (?:ones?|entries|records?|items|disagreements?|objections?|disputes?|points?|matters?|cases?|issues?|list|so far|this (?:year|quarter|month)|(?:in|since|until) [\\p{L}\\d ]{3,20}))?";
const isOpen = new RegExp(`^\\W{0,3}${before}(?:${openWord})${behind}(?: ?\\(\\d+\\))?\\W{0,2}$`, "iu");
const isClosed = new RegExp(
  `^\\W{0,3}${before}(?:${closedWord})(?:(?: and|,| &| or) (?:${closedWord}))?${behind}(?: ?\\(\\d+\\))?\\W{0,2}$`,
  "iu",
);
const between =
  /^\W{0,3}(?:[Bb]etween|[Aa]mong) (?:the )?\p{Lu}[\p{L}&' -]{1,30}(?:(?:, ?| and | & |\/|, and )(?:the )?\p{Lu}[\p{L}&' -]{1,30}){1,3}$/u;
/** "Before this year", "Since spring", "From last season". */
const ofTime =
  /^\W{0,3}(?:before|from|since|until|after|during|in)\s(?:(?:the|this|last|early|late|our)\s){0,2}(?:year|quarter|spring|summer|autumn|fall|winter|season|month|20\d{2}|[qh][1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})(?:\s20\d{2})?\W{0,2}$/iu;
const joining = /\b(?:between|among|and|with|vs|versus|x|within|across|the|all)\b|[^\p{L}]/giu;

/** What a group of a register is; undefined for a heading that is none. */
export function groupOf({ text, date, domainWords }: Heading): "open" | "closed" | "other" | undefined {
  if (text.length > 60) return undefined;
  if (isOpen.test(text)) return "open";
  if (isClosed.test(text)) return "closed";
  if (date && text.trim().length <= date.text.length + 4) return "other";
  if (between.test(text) || ofTime.test(text)) return "other";
  const rest = domainWords.reduce((left, word) => left.replace(word.text, " "), text).replace(joining, "");
  return domainWords.length > 0 && rest === "" ? "other" : undefined;
}

/** Sections of disagreements, and documents that are a register of objections; the concerns of a record stand for themselves. */
function isRegister({ role, depth, text }: Heading): boolean {
  return (
    role === "disagreements" ||
    (role === "concerns" && depth === 1 && /\bobjections\b|\b(?:register|log|list)\b/i.test(text))
  );
}

const groups = new WeakMap<Heading, Heading>();

/** A heading below others: what parts a register is no section of another kind, whatever "Resolved" or "Still open" head elsewhere. */
export function placedBelow(above: readonly Heading[], heading: Heading): Heading {
  if (heading.role === undefined || groupOf(heading) === undefined) return heading;
  if (!above.some(isRegister)) return heading;
  let group = groups.get(heading);
  if (!group) {
    group = { ...heading, role: undefined };
    groups.set(heading, group);
  }
  return group;
}

/** A register of disagreements, and how the groups between it and a passage stand. */
export interface Register {
  readonly heading: Heading;
  readonly standing: "open" | "closed" | undefined;
}

/** The register right above the last heading of a path. */
export function registerAbove(path: readonly Heading[]): Register | undefined {
  return registerOf(path.slice(0, -1));
}

/** The register whose entries stand right below the last heading of a path: the heading itself, or one that it is a group of. */
export function registerOf(path: readonly Heading[]): Register | undefined {
  let standing: Register["standing"];
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const heading = path[index] as Heading;
    if (isRegister(heading)) return { heading, standing: standing ?? standingOf(heading) };
    const group = groupOf(heading);
    if (group === undefined) return undefined;
    if (group !== "other") standing ??= group;
  }
  return undefined;
}

const settled = /\b(?:resolved|settled|closed)\b/i;
const unsettled = /\b(?:open|not|never|still)\b/i;

/** "Settled disagreements", "Closed disputes": how all that stands below is. */
function standingOf({ text }: Heading): "closed" | undefined {
  return settled.test(text) && !unsettled.test(text) ? "closed" : undefined;
}
