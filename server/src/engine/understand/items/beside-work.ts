import type { DocumentHead, Heading } from "../../model/section.js";

/** "What we noticed", "Small print": what a plan says of itself and of how it came about, beside its work. */
const remarks =
  /^\W*(?:(?:what|things) (?:we|i) (?:noticed|learned|learnt|saw|found(?: out)?|observed|heard|took away)\b.{0,30}|(?:(?:general|some|our|further|closing) )?(?:observations|remarks|footnotes|caveats|comments)|(?:the )?(?:small|fine) print)\W*$/iu;

/** Whether a heading stands over what a plan says of itself. */
export function isRemark({ role, text, priority }: Heading): boolean {
  return role === undefined && priority === undefined && text.length < 60 && remarks.test(text);
}

/** "Where we stand, 9 June", "Halfway", "Mid-quarter check-in": over figures that are reached, which are no aims. */
const reached =
  /^\W{0,3}(?:where (?:we|things|they) (?:are|stand|stood|were)(?! (?:going|heading|headed)\b)|how far (?:we|things|they)\b|how (?:we are|we['’]re|it is|it['’]s|things are) (?:doing|going)|half[- ]?way\b|mid[- ]?(?:quarter|year|term|point)\b|(?:\p{L}+ )?check[- ]?ins?\b|(?:our )?(?:progress|scores?|grades?)(?= so far| as of| on \d| at | by | in |[,:(–—-]|\W*$))/iu;

/** Whether a heading of objectives stands over figures that are reached. */
export function tellsHowFar(heading: Heading | undefined, { kind }: DocumentHead): boolean {
  return kind === "okr" && heading !== undefined && reached.test(heading.text);
}
