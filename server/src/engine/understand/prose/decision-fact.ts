import { type DateOptions, findDates } from "../../dates/parse.js";
import type { DateValue } from "../../model/date.js";
import type { Decision, DecisionStatus, Evidence, Field, Mention, Written } from "../../model/facts.js";
import { late } from "../../text/late.js";
import type { SectionReading } from "../context.js";
import { fieldOf } from "../context.js";
import { decisionStatusOf } from "../head/record-status.js";
import { findDomainWords } from "../headings/domain-words.js";
import { splitNames } from "../names.js";
import { natureOf } from "./decision-nature.js";
import { inputsOf } from "./inputs.js";
import { isOwnerField, mentionsIn, mentionsOf, nameList, severalNames, startOfNames, writtenIn } from "./names.js";
import type { Passage } from "./passage.js";

/** What a recogniser knows of a decision that the passage's own words and fields do not say by themselves. */
export interface DecisionReading {
  readonly text: string;
  readonly status: DecisionStatus;
  readonly evidence: readonly Evidence[];
  readonly deciders?: readonly Mention[];
  readonly domainWords?: readonly Written[];
  readonly record?: boolean;
  readonly settles?: boolean;
}

/** A decision with everything that its passage says of it: who owns it, what it waits for, who stands behind it. */
export function decisionOf(reading: SectionReading, passage: Passage, read: DecisionReading): Decision {
  const { head, section } = reading;
  const statusField = fieldOf(passage.fields, "status");
  const named = statusField ? decisionStatusOf(statusField.value) : undefined;
  const owners = passage.fields.filter(isOwnerField).flatMap(mentionsOf);
  const prose = ownersInProse(passage);
  const answered = read.status === "open" && fieldOf(passage.fields, "outcome") !== undefined;
  const status = named ?? (fieldOf(passage.fields, "supersededBy") ? "superseded" : answered ? "decided" : read.status);
  const words = [...(read.domainWords ?? []), ...domainFields(reading, passage), ...prose.domainWords(reading)];
  const nobody = owners.length + prose.owners.length + prose.deciders.length + (read.deciders?.length ?? 0) === 0;
  const inputs = inputsOf(passage, reading.context, status === "decided");
  const waits = status === "decided" && named === undefined && inputs.some((input) => input.state === "requested");
  return {
    kind: "decision",
    text: read.text,
    status: waits ? "open" : status,
    statusField,
    place: passage.place,
    focus: passage.focus,
    form: passage.form,
    unit: passage.unit,
    fields: withDue(reading, passage),
    section,
    evidence: read.evidence,
    id: passage.id ?? (read.record ? head.id : undefined),
    links: passage.links,
    owners: [...owners, ...prose.owners],
    contextOwners: [...section.path.flatMap((heading) => heading.owners), ...head.owners],
    ownedByContext: head.body !== undefined,
    domainWords: words.length === 0 && nobody ? subjectDomain(reading, passage, read.text) : words,
    contextDomainWords: section.path.flatMap((heading) => heading.domainWords),
    deciders: uniqueNames([...(read.deciders ?? []), ...prose.deciders, ...namesInLabel(reading, passage)]),
    affects: affectedBy(reading, passage),
    nature: natureOf(passage.text),
    inputs,
    backing: backingOf(passage),
    joint: jointly.test(passage.text) || passage.fields.some(({ key }) => jointLabel.test(key)),
    date: dateOf(reading, passage),
    reviewBy: reviewOf(reading, passage),
    record: read.record ?? false,
    supersedes: supersededBy(passage),
    settles: read.settles ?? false,
  };
}

/** "Product signs the contract by Friday": the one domain that is to do it, where nobody else is named. */
function subjectDomain(reading: SectionReading, passage: Passage, text: string): readonly Written[] {
  const [word] = findDomainWords(text.slice(0, 60), reading.context.vocabulary);
  if (
    !word ||
    word.start > 0 ||
    !/^\p{Lu}/u.test(text) ||
    !/^ \p{Ll}{2,}s\b(?! (?:and|of|for|in)\b)/u.test(text.slice(word.end))
  )
    return [];
  if (
    /^ (?:has|is|was|does|decisions?|teams?|leads?|members?|managers?|plans?|engineers?|designers?)\b/.test(
      text.slice(word.end),
    )
  )
    return [];
  return [{ text: word.text, place: passage.focus }];
}

function uniqueNames(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ text }) => {
    const known = seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return !known;
  });
}

const owns = late(
  () =>
    new RegExp(
      `(${nameList}) (?:owns|own|is accountable|are accountable|is responsible|is the (?:owner|DRI)|will own|t(?:akes|ook) (?:it|this|that) on(?: (?:himself|herself|themselves))?) ?(?:it|this|that|them|the|for|\\.|,|;|$)`,
      "u",
    ),
);
const ownedByName = late(() => new RegExp(`\\b(?:[Oo]wned(?: and backed)?|[Dd]riven) by (?:the )?(${nameList})`, "u"));
const decidedBy = late(
  () =>
    new RegExp(
      `\\b(?:[Dd]ecided|[Mm]ade|[Aa]pproved|[Aa]greed|[Rr]atified|[Aa]dopted|[Ss]igned off|[Aa]ccepted|[Rr]ejected|[Tt]aken|[Cc]hosen|[Ss]anctioned) (?:jointly |together |unanimously )?(?:by|at|in) (?:the )?(${nameList})`,
      "u",
    ),
);
/** A word one of which every such sentence holds. */
const accounts =
  /\b(?:own|accountab|responsib|takes|driven|[Dd]ecided|[Mm]ade|[Aa]pproved|[Aa]greed|[Rr]atified|[Aa]dopted|[Ss]igned|[Aa]ccepted|[Rr]ejected|[Tt]aken|[Cc]hosen|[Ss]anctioned|took|settled|together|jointly|as one|side by side|(?:joint|shared) (?:decision|call|choice) (?:of|by|between) |['’]s (?:own )?decision)|\((?=[\p{L}@][^()]{0,80}(?:by|until|before|due)\s)/iu;
const decideTogether = late(
  () =>
    new RegExp(
      `(${nameList}|(?<=(?:^|[.;:] ))\\p{Ll}{2,14} and \\p{Ll}{2,14}) (?:both |all |have )?(?:decided|agreed on|agreed|made|took|settled) (?:on )?(?:this|it|that|the (?:decision|call)|these|together|jointly)`,
      "u",
    ),
);
/** "Open: Ana's decision on the trial". */
const ownedOpenly = late(
  () => new RegExp(`(?:^|[:–—-] )(${nameList})['’]s (?:own )?decision (?:on|about|over|whether|how|which|who)\\b`, "u"),
);
/** "… (Inés, by 12 June)": whose it is and until when. */
/** "Inés and Kofi announce it together": both stand behind it. */
const standTogether = late(
  () =>
    new RegExp(
      `(${nameList}) (?:both |will |jointly )?(?:announce|present|defend|explain|carry|sign|own|stand behind|communicate|tell the teams?|take) (?:it|this|that)?\\s?(?:together|jointly|as one|side by side)`,
      "u",
    ),
);
/** "Inés and Kofi tell the board together that …". */
const actTogether = late(
  () =>
    new RegExp(
      `(${severalNames}) \\p{Ll}+(?: [^.;:]{1,40}?)? (?:together|jointly|side by side|as one)(?![\\p{L}])`,
      "u",
    ),
);
/** "Joint decision of Inés, Kofi and Marta: …". */
const jointOf = late(
  () => new RegExp(`\\b(?:[Jj]oint|[Ss]hared) (?:decision|call|choice) (?:of|by|between) (${severalNames})`, "u"),
);
const charged = late(() => new RegExp(`\\((${nameList}),? (?:by|until|before|due) [^()]{2,40}\\)`, "u"));
const signedOff = late(
  () =>
    new RegExp(
      `(${nameList}) (?:both |all |have |has )?(?:signed (?:(?:this|it|that) off|off)|approved (?:this|it|that)|made (?:this|the|that) (?:call|choice))(?![\\p{L}])`,
      "u",
    ),
);
const ownDecision =
  /(?:\b(?:this|that|it|which)(?: one)?(?: is|'s|’s| was| remains)(?: a| an| the)?|\s(?:is|are|remains?)(?: clearly| really| purely| still)?(?: an?| for)?) ((?:[\p{L}&]+ ){0,2}?[\p{L}&]+)(?:'s|’s|s’)?(?: own)?(?: domain)? (?:decision|call|choice|to (?:make|decide|call|say|settle|choose))\b/iu;

/** "This is a joint decision **of Engineering and Product**: …" */
const sharedBy = /^ (?:of|by|between) ([^.:;,()]{2,100})/;

function ownersInProse(passage: Passage): {
  readonly owners: readonly Mention[];
  readonly deciders: readonly Mention[];
  readonly domainWords: (reading: SectionReading) => readonly Written[];
} {
  const { unit, text } = passage;
  if (unit.kind === "row") return { owners: [], deciders: [], domainWords: () => [] };
  const base = unit.inline.text.length - text.length;
  const mentions = (pattern: () => RegExp, role: Mention["role"]): readonly Mention[] => {
    const match = accounts.test(text) ? pattern().exec(text) : null;
    const names = match?.[1];
    if (!match || names === undefined || notAName.test(names)) return [];
    const at = base + match.index + match[0].indexOf(names);
    return mentionsIn(unit, at + startOfNames(names), at + names.length, role);
  };
  const deciders = [
    ...mentions(decidedBy, "prose"),
    ...mentions(decideTogether, "prose"),
    ...mentions(signedOff, "prose"),
  ];
  const standing = mentions(standTogether, "owner");
  return {
    owners: [
      ...mentions(owns, "owner"),
      ...mentions(ownedByName, "owner"),
      ...mentions(ownedOpenly, "owner"),
      ...mentions(charged, "owner"),
      ...mentions(jointOf, "owner"),
      ...(standing.length + deciders.length > 0 ? standing : mentions(actTogether, "owner")),
    ],
    deciders,
    domainWords: (reading) => {
      const match = ownDecision.exec(text);
      if (!match?.[1]) return [];
      const behind = match.index + match[0].length;
      const shared = sharedBy.exec(text.slice(behind, behind + 120));
      if (shared?.[1] && jointly.test(match[0])) {
        const start = base + behind + shared[0].length - shared[1].length;
        const sharing = findDomainWords(shared[1], reading.context.vocabulary);
        if (sharing.length > 0) return sharing.map((word) => writtenIn(unit, start + word.start, start + word.end));
      }
      const at = base + match.index + match[0].indexOf(match[1]);
      const words = findDomainWords(match[1], reading.context.vocabulary);
      // A domain that only a charter knows is its last word, for the roster to say.
      if (words.length === 0) return [writtenIn(unit, at + match[1].lastIndexOf(" ") + 1, at + match[1].length)];
      return words.map((word) => writtenIn(unit, at + word.start, at + word.end));
    },
  };
}

/** "Decision (joint, Felix and Dmitri)". */
const jointLabel = /\([^()]*\b(?:joint|shared|together)\b[^()]*\)\s*$/i;

/** "Decision (Rasmus)", "Engineering decision (@ana)": one name; a domain is read as such besides, a state or a day is no name. */
const aloneInLabel =
  /^(?!(?:Open|Pending|Proposed|Draft|Final|Decided|Agreed|Accepted|Approved|Rejected|Withdrawn|Superseded|Deferred|Urgent|Low|High|Medium|New|Old|Needed|Product|Engineering|Design|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri)(?:day)?\b)(?:@[\w-]+|\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.'’-]+){0,2})$/u;

/** People whom the label of a decision names in brackets. */
function namesInLabel(reading: SectionReading, passage: Passage): readonly Mention[] {
  const isAlone = (text: string): boolean =>
    aloneInLabel.test(text) && findDomainWords(text, reading.context.vocabulary).length === 0;
  return passage.fields.flatMap(({ name, key, keyPlace }) => {
    const remark = name === "decision" ? /\(([^()]+)\)\s*$/.exec(key)?.[1] : undefined;
    const joint = jointLabel.test(key);
    return splitNames((remark ?? "").replace(/\b(?:joint|shared|together|jointly)\b/gi, ","))
      .filter(({ text }) => /^@|^\p{Lu}\p{Ll}/u.test(text) && (joint || isAlone(text)))
      .map(({ text }) => ({ text, place: keyPlace, role: "prose" as const }));
  });
}

const notAName =
  /^(?:It|This|That|We|They|He|She|You|I|There|The|A|An|If|When|Who|Whoever|Everyone|Nobody|Q[1-4]|January|February|March|April|May|June|July|August|September|October|November|December|PR|RFC|Stage|Phase)$/;

function domainFields(reading: SectionReading, passage: Passage): Written[] {
  const words: Written[] = [];
  for (const field of passage.fields) {
    if (field.value === "") continue;
    if (field.name === "domain" || field.name === "team") words.push(...domainWordsOfField(reading, field));
    if (field.name === "decision" && field.key.length > 8) {
      for (const word of findDomainWords(field.key, reading.context.vocabulary)) {
        words.push({ text: word.text, place: field.keyPlace });
      }
    }
  }
  return words;
}

function domainWordsOfField(reading: SectionReading, field: Field): Written[] {
  const found = findDomainWords(field.value, reading.context.vocabulary);
  if (found.length === 0) return [{ text: field.value, place: field.place }];
  return found.map((word) => {
    const at = field.place.slot.text.indexOf(word.text, field.place.start);
    const start = at < 0 || at > field.place.end ? field.place.start : at;
    return { text: word.text, place: { slot: field.place.slot, start, end: start + word.text.length } };
  });
}

/** Domains that an impact field names, or that the decision's first sentence names where it names two or more. */
function affectedBy(reading: SectionReading, passage: Passage): Written[] {
  const impact = passage.fields.filter((field) => field.name === "impact" && field.value !== "");
  if (impact.length > 0) return impact.flatMap((field) => domainWordsOfField(reading, field));
  if (passage.unit.kind === "row") return [];
  const { inline, slot } = passage.unit;
  const start = inline.text.length - passage.text.length;
  const sentence = passage.text.slice(0, Math.max(0, passage.focus.end - passage.focus.start));
  const words = findDomainWords(sentence, reading.context.vocabulary);
  if (new Set(words.map((word) => word.domain)).size < 2) return [];
  return words.map((word) => ({
    text: word.text,
    place: { slot, start: inline.sourceStart(start + word.start), end: inline.sourceEnd(start + word.end) },
  }));
}

const jointly =
  /\b(?:jointly|together|joint (?:decision|call|choice)|shared (?:decision|call|choice)|one shared decision|both (?:stand|back|own|of (?:us|them) stand)|both leads|as one)\b/i;
const backers = late((): readonly RegExp[] => [
  new RegExp(`\\b(?:[Bb]acked|[Ss]upported|[Ee]ndorsed) by (?:the )?(${nameList})`, "u"),
  new RegExp(`(${nameList}) (?:both |all |fully )?(?:stands?|standing) (?:fully )?behind`, "u"),
  new RegExp(
    `(${nameList}) (?:both |fully )?(?:backs?|supports?|endorses?) (?:it|this|that|the decision|the plan|the choice)`,
    "u",
  ),
]);

function backingOf(passage: Passage): readonly Mention[] {
  const fields = passage.fields.filter((field) => field.name === "backing" && field.value !== "").flatMap(mentionsOf);
  const { unit, text } = passage;
  if (unit.kind === "row") return fields;
  const base = unit.inline.text.length - text.length;
  if (!/\b(?:back|support|endors|behind)/i.test(text)) return fields;
  const prose = backers().flatMap((pattern) => {
    const match = pattern.exec(text);
    const names = match?.[1];
    if (!match || names === undefined || notAName.test(names)) return [];
    const at = base + match.index + match[0].indexOf(names);
    return mentionsIn(unit, at, at + names.length, "backing");
  });
  return [...fields, ...prose];
}

const replaces =
  /\b(?:replaces|supersedes|replacing|superseding|overrides|revokes|instead of|in place of|reverses|obsoletes)\s(?:the |our |decision )*([A-Z][A-Z0-9]{0,9}-\d{1,6}|[^.;,()]{3,80})/;

/** What the passage says it replaces: a field, or an id or words after "this replaces". */
function supersededBy(passage: Passage): string[] {
  const fields = passage.fields.flatMap((field) => (field.name === "supersedes" && field.value ? [field.value] : []));
  const prose = passage.unit.kind === "row" ? undefined : replaces.exec(passage.text)?.[1];
  return prose === undefined ? fields : [...fields, prose.trim()];
}

/** The day number that dates without a year count from. */
export function referenceOf(reading: SectionReading): number | undefined {
  return reading.section.date?.start ?? reading.head.date?.start;
}

const datedWords =
  /\b(?:asked|decided|raised|agreed|approved|accepted|opened|open since|since|as of|proposed|made|taken|adopted)\b[^.;]{0,24}$/i;

function dateOf(reading: SectionReading, passage: Passage): DateValue | undefined {
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "past" as const };
  const field = fieldOf(passage.fields, "since", "date");
  if (field) return findDates(field.value, options)[0]?.value;
  const status = fieldOf(passage.fields, "status");
  const dated = status && /\d/.test(status.value) ? findDates(status.value, options)[0]?.value : undefined;
  if (dated) return dated;
  if (passage.unit.kind === "row" || !/\d/.test(passage.text)) return undefined;
  const first = findDates(passage.text.slice(0, 32), options)[0];
  if (first && /^\W{0,3}(?:[A-Z][A-Z0-9]{0,6}-\d{1,5}\W{1,3})?$/.test(passage.text.slice(0, first.start)))
    return first.value;
  return findDates(passage.text.slice(0, 400), options).find((found) =>
    datedWords.test(passage.text.slice(0, found.start)),
  )?.value;
}

const dueWords = /\b(?:needed|decide[ds]?|decision|due|settle|answer)\b[^.;]{0,24}\b(?:by|before|until)\s(?:the )?$/i;

/** The passage's fields, with the date by which it says that the decision is needed as one of them. */
function withDue(reading: SectionReading, passage: Passage): readonly Field[] {
  const { unit, text, fields } = passage;
  if (unit.kind === "row" || fieldOf(fields, "due") || !/\bby\b|\bbefore\b|\buntil\b/i.test(text)) return fields;
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "future" as const };
  const found = findDates(text.slice(0, 400), options).find((each) => dueWords.test(text.slice(0, each.start)));
  if (!found) return fields;
  const base = unit.inline.text.length - text.length;
  const { text: value, place } = writtenIn(unit, base + found.start, base + found.end);
  return [...fields, { name: "due", key: "by", value, place, keyPlace: place, form: passage.form }];
}

const reviewWords =
  /\b(?:revisit(?:ed)?|review(?:ed)?|re-?evaluate[d]?|reconsider(?:ed)?|expires?|valid|sunset|look at (?:it|this) again|reassess(?:ed)?)\b[^.;]{0,40}\b(?:by|on|until|in|at|before|after)\s*(?:the )?$/i;

/** "He withdrew it after the security review on May 11": a review that was held. */
const pastReview =
  /\b(?:after|since|during|in|at|following|before) (?:the|our|a|its|their|last) (?:[\w-]+ ){0,2}review\b[^.;]{0,40}$/i;

/** A "review by", expiry or revisit date: in a field, or in a sentence that says so. */
export function reviewOf(reading: SectionReading, passage: Passage): Decision["reviewBy"] {
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "future" as const };
  const field = fieldOf(passage.fields, "reviewBy");
  if (field) {
    const date = findDates(field.value, options)[0]?.value;
    return date ? { date, place: field.place } : undefined;
  }
  return passage.unit.kind === "row" ? undefined : reviewInText(options, passage.unit, passage.text);
}

/** A date by which a sentence of the text says that something is to be looked at again. */
export function reviewInText(
  options: DateOptions,
  unit: Exclude<Passage["unit"], { kind: "row" }>,
  text: string,
): Decision["reviewBy"] {
  if (!/\d/.test(text) || !/\b(?:revisit|review|evaluat|reconsider|expire|valid|sunset|again|reassess)/i.test(text)) {
    return undefined;
  }
  const found = findDates(text.slice(0, 1000), options).find((each) => {
    const before = text.slice(0, each.start);
    return reviewWords.test(before) && !pastReview.test(before);
  });
  if (!found) return undefined;
  const base = unit.inline.text.length - text.length;
  const written = writtenIn(unit, base + found.start, base + found.end);
  return { date: found.value, place: written.place };
}
