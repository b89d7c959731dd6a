import type { DocumentHead, Heading } from "../../model/section.js";

/** "What we noticed", "Small print": what a plan says of itself and of how it came about, beside its work. */
const remarks =
  /^\W*(?:(?:what|things) (?:we|i) (?:noticed|learned|learnt|saw|found(?: out)?|observed|heard|took away)\b.{0,30}|(?:(?:general|some|our|further|closing) )?(?:observations|remarks|footnotes|caveats|comments)|(?:the )?(?:small|fine) print)\W*$/iu;

/** Whether a heading stands over what a plan says of itself. */
export function isRemark({ role, text, priority }: Heading): boolean {
  return role === undefined && priority === undefined && text.length < 60 && remarks.test(text);
}

/** "Post-launch checks", "Verification after the move", "Test cases": over what is looked at once the work is done, which is none of it. */
const checks =
  /^\W*(?:(?:post|pre|after|before)[- ](?:the )?)?(?:(?:upgrade|release|launch|deploy(?:ment)?|migration|roll-?out|cut-?over|install(?:ation)?|move|final|manual|production|acceptance|[\p{L}-]+-specific) ){0,2}(?:verification|validation|checks|(?:sanity|smoke|health) (?:checks?|tests?)|acceptance tests?|test cases)(?: (?:after|before|post|pre|upon|on|steps?|list|checklist|procedure)\b.{0,40})?\W*$/iu;

/** "What the template asks", "The proposal template includes:": the parts of a form. */
const form = /\btemplates? (?:includes?|contains?|asks?|looks?|has|holds?)\b|\bwhat (?:the|our) template\b/i;

/** Whether a heading stands over what is checked, or what a form asks for. */
export function isCheck({ role, text, priority }: Heading): boolean {
  if (role !== undefined || priority !== undefined || text.length > 80) return false;
  return checks.test(text.replace(/^\W*todo\b\W*/i, "")) || form.test(text);
}

/** "Where we stand, 9 June", "Halfway", "Mid-quarter check-in": over figures that are reached, which are no aims. */
const reached =
  /^\W{0,3}(?:where (?:we|things|they) (?:are|stand|stood|were)(?! (?:going|heading|headed)\b)|how far (?:we|things|they)\b|how (?:we are|we['’]re|it is|it['’]s|things are) (?:doing|going)|half[- ]?way\b|mid[- ]?(?:quarter|year|term|point)\b|(?:\p{L}+ )?check[- ]?ins?\b|(?:our )?(?:progress|scores?|grades?)(?= so far| as of| on \d| at | by | in |[,:(–—-]|\W*$))/iu;

/** Whether a heading of objectives stands over figures that are reached. */
export function tellsHowFar(heading: Heading | undefined, { kind }: DocumentHead): boolean {
  return kind === "okr" && heading !== undefined && reached.test(heading.text);
}
