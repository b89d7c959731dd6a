import { placeOfWords } from "../../markdown/place.js";
import type { Field, Mention, Written } from "../../model/facts.js";
import { ownerRoles } from "../../model/owner-roles.js";
import type { Unit } from "../../reading/units.js";
import { type NamePart, nameAlone, splitNames as splitAtSeparators } from "../names.js";
import { isPlaceholder } from "../placeholders.js";

/** A handle, or capitalised words in a row, as people, teams and bodies are named. */
const oneName =
  "(?:@[\\w][\\w./-]{0,40}|[\\p{Lu}][\\p{L}\\p{N}.'’&/-]{0,30}(?: (?:[\\p{Lu}][\\p{L}\\p{N}.'’&/-]{0,30}|of|van|von|de|team|group)){0,5})";
/** One name or several: "Ana", "Ana and @bo", "Ana, Bo and the Platform team". */
export const nameList = `${oneName}(?:(?:,? and |, | & )(?:the )?${oneName}){0,5}`;

/** Two names or more: "Ana and @bo", "Ana, Bo and Cy". */
export const severalNames = `${oneName}(?:(?:,? and |, | & )(?:the )?${oneName}){1,5}`;

/** Where the names begin that `nameList` matched: a name may hold a full stop ("J. Ito"); one before a space ends the sentence before it. */
export function startOfNames(names: string): number {
  return Math.max(names.search(/(?<=\p{L}{3}\. )(?!.*\p{L}{3}\. )/u), 0);
}

/** Whether a field names whoever is accountable. */
export function isOwnerField(field: Field): boolean {
  return ownerRoles.has(field.name);
}

/** The names in a field's value, each with its place. */
export function mentionsOf(field: Field): readonly Mention[] {
  return splitNames(field.value).map(({ text }) => ({
    text,
    place: placeOfWords(text, field.place),
    role: field.name,
  }));
}

/** "Bo, after input from Ana", "Bo, having asked the team", "Bo, who brings two": how it came to be or what comes next, and nobody of the list. */
const circumstance =
  /,?\s(?:after|having|following|once|before|because|without|on the (?:advice|word)|at the (?:request|suggestion|wish)|with (?:the )?(?:input|advice|help|consent|agreement|approval|blessing))\s(?!\p{Lu})|,\swho(?:se|m)?\s|\s\(after\s/u;

/** Names in a row ("Ana, Bo and the Platform team"), without brackets, articles and placeholders. */
export function splitNames(text: string): readonly NamePart[] {
  // A full stop after an initial or a title ("J.P. Ashworth", "Dr. Ito") ends nothing.
  const stop =
    /(?<![^\p{L}]\p{L}|^\p{L}|(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St))[.!?](?= |$)/u.exec(text)?.index ?? text.length;
  const end = Math.min(stop, circumstance.exec(text)?.index ?? stop);
  return splitAtSeparators(text.slice(0, end)).flatMap(({ text: written, start }) => {
    if (nameAlone(written.trim()) === "") return [];
    const part = nameAlone(
      written
        .replace(/\([^()]*\)/g, "")
        .replace(/^(?:the|by)\s+/i, "")
        .trim()
        // The end of a sentence, not of an initial.
        .replace(/(?<=[\p{L}\p{N}]{2})[.,;:]+$/u, ""),
    );
    if (part === "" || part.length > 60 || isPlaceholder(part) || !/[\p{L}\p{N}]/u.test(part)) return [];
    return [{ text: part, start: start + Math.max(written.indexOf(part), 0) }];
  });
}

/** What a verb's subject is: a name, a body, or words that name nobody. */
export interface Subject {
  readonly kind: "named" | "we" | "i" | "they" | "collective" | "passive" | "none";
  readonly text: string;
  /** Offset in the searched text; the end of the text where there is none. */
  readonly start: number;
}

const helpers =
  /(?:[ ,]+(?:has|have|had|was|were|is|are|been|also|still|then|now|today|just|already|unanimously|jointly|together|finally|both|formally|recently|later|therefore|thus|all|mutually|subsequently|originally|initially|ultimately|eventually|since|collectively|tentatively|provisionally|in principle|by consensus|yesterday|generally|broadly|informally|so|not|n't|hereby|each))+\s*$/i;
const pronoun =
  /(?:^|[\s,;:("“—–-])(we|they|i|it|there|he|she|you|who|that|which|this|these|those)(?:'ve|'d|'s|'re)?\s*$/i;
const body =
  /(?:^|[\s,;:("“—–-])((?:the|our|this|all|both|every)\s(?:[\p{L}\p{N}'’-]+\s){0,4}?(team|teams|group|groups|committee|council|board|leads?|leadership|chairs?|maintainers?|champions?|editors?|authors?|working group|wg|sig|tac|toc|tsc|members?|attendees|participants|meeting|community|founders|managers?|directors?|staff|panel|jury|office|department|squad|crew|guild|everyone|people|majority|project|company|reviewers?|approvers?|owners?|stakeholders|architects?|engineers|developers|designers|executives|trustees|voters|foundation))\s*$/iu;
const named = new RegExp(`(?:^|[\\s,;:("“—–-])(${nameList})\\s*$`, "u");
/** A body that opens a sentence without an article: "Committee agreed …", "TSC members agreed …". */
const bareBody =
  /(?:^|[:.;] )((?:[A-Z][\p{L}\p{N}&-]* ){0,3}(?:committee|council|board|group|chairs|maintainers|members|tsc|toc|tac|steering|wg|editors|trustees|directors|leads))\s*$/iu;
/** Two names as people write them in haste ("sam and kim"). */
const lowerPair = /(?:^|[.;:!?] |\d )(\p{Ll}{2,14} and \p{Ll}{2,14})\s*$/u;
const collectives: ReadonlySet<string> = new Set(
  "team teams group groups members member attendees participants meeting community everyone people majority project company crew staff stakeholders".split(
    " ",
  ),
);
/** Capitalised words that begin sentences and name nobody. */
const noNames =
  /^(?:the|a|an|it|this|that|these|those|there|after|before|since|as|in|on|at|so|and|but|or|also|then|if|when|while|once|however|today|yesterday|finally|instead|therefore|thus|for|by|with|from|to|was|were|is|are|be|been|has|have|had|not|all|most|some|everyone|everybody|nobody|everything|anything|something|nothing|people|folks|consensus|decision|agreed|update|updated|note|discussion|discussed|result|outcome|action|status|he|she|they|we|you|i|who|whoever|which|what|whatever|yes|no|ok|okay|mostly|generally|just|still|initially|originally|definitely|absolutely|totally|strongly|only|several|first|last|next|newly|re|never|always|previously|already|users?|q[1-4]|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)$/i;

/** What joins a further verb to the subject of the one before it: "discussed it and", "reviewed the draft, then". */
const coordinating = /(?:,|;|\b(?:and|but|then|so))\s*$/i;
/** A verb that tells what a group did with its subject before it chose. */
const reporting =
  /\b(?:[a-z]{3,14}ed|met|spoke|heard|went|took|held|had|read|saw|found|made|felt|thought|heard|discuss(?:es)?|reviews?|considers?)\b/g;

/** The subject of the sentence's first verb, which a later one shares ("The board reviewed the draft and …"). */
function clauseSubject(text: string, at: number): Subject | undefined {
  const opening = text.slice(0, Math.min(at, 90));
  let tries = 0;
  for (const verb of opening.matchAll(reporting)) {
    tries += 1;
    if (tries > 3) return undefined;
    const subject = subjectBefore(text, verb.index, false);
    if (subject.kind === "named" || subject.kind === "we" || subject.kind === "collective") return subject;
  }
  return undefined;
}

/**
 * The subject that ends right before `at`, where a verb begins; adverbs and auxiliaries in between are passed over, and with
 * `coordinated` so is an earlier verb of the same subject.
 */
export function subjectBefore(text: string, at: number, coordinated = true): Subject {
  let before = text.slice(Math.max(0, at - 120), at);
  const offset = at - before.length;
  const passive = /\b(?:was|were|been|be|is|are)\s*$/i.test(before.trimEnd());
  before = before.trimEnd().replace(helpers, "");
  const none: Subject = { kind: passive ? "passive" : "none", text: "", start: at };
  const spoken = pronoun.exec(before);
  if (spoken?.[1]) {
    const word = spoken[1].toLowerCase();
    const kind = word === "we" ? "we" : word === "i" ? "i" : word === "they" ? "they" : "none";
    return { kind: passive && kind === "none" ? "passive" : kind, text: spoken[1], start: offset + spoken.index };
  }
  const pair = lowerPair.exec(before);
  if (
    pair?.[1] &&
    !/\b(?:we|you|they|it|this|that|team|people|all|users?|customers?|then|so|discussed|considered|reviewed|talked)\b/.test(
      pair[1],
    )
  ) {
    return { kind: "named", text: pair[1], start: offset + pair.index + pair[0].indexOf(pair[1]) };
  }
  const group = body.exec(before);
  if (group?.[1]) {
    const text = group[1];
    const words = text.split(/\s/);
    const properly = words.slice(1).some((word) => /^\p{Lu}/u.test(word));
    const generic = collectives.has((group[2] ?? "").toLowerCase()) && !properly;
    return { kind: generic ? "collective" : "named", text, start: offset + group.index + group[0].indexOf(text) };
  }
  const bare = bareBody.exec(before);
  if (bare?.[1] && !/^(?:all|some|most|many|other|working)\b/i.test(bare[1]))
    return { kind: "named", text: bare[1], start: offset + bare.index + bare[0].indexOf(bare[1]) };
  const name = named.exec(before);
  if (name?.[1]) {
    const first = name[1].split(/[ ,]/)[0] ?? "";
    if (!noNames.test(first))
      return { kind: "named", text: name[1], start: offset + name.index + name[0].indexOf(name[1]) };
    const rest = name[1].slice(first.length).replace(/^[\s,]+(?:the )?/, "");
    if (/^\p{Lu}/u.test(rest) && !noNames.test(rest.split(" ")[0] ?? "")) {
      return { kind: "named", text: rest, start: offset + before.length - rest.length };
    }
  }
  if (/\b(?:everyone|everybody|all|folks|people|group|majority)\s*$/i.test(before)) {
    return { kind: "collective", text: before.trim().split(/\s/).pop() ?? "", start: offset + before.length };
  }
  return (coordinated && coordinating.test(before) ? clauseSubject(text, at) : undefined) ?? none;
}

/** A stretch of a paragraph's visible text, or of a row's source, as something written. */
export function writtenIn(unit: Unit, start: number, end: number): Written {
  if (unit.kind === "row") {
    return { text: "", place: { slot: unit.slot, start: unit.start, end: unit.end } };
  }
  return {
    text: unit.inline.text.slice(start, end),
    place: { slot: unit.slot, start: unit.inline.sourceStart(start), end: unit.inline.sourceEnd(end) },
  };
}

/** The names of a list in a paragraph, from `start` to `end` of its visible text. */
export function mentionsIn(unit: Unit, start: number, end: number, role: Mention["role"]): readonly Mention[] {
  if (unit.kind === "row") return [];
  return splitNames(unit.inline.text.slice(start, end)).map((name) => ({
    ...writtenIn(unit, start + name.start, start + name.start + name.text.length),
    role,
  }));
}
