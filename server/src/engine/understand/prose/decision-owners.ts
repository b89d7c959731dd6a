import type { Mention, Written } from "../../model/facts.js";
import type { Unit } from "../../reading/units.js";
import { late } from "../../text/late.js";
import type { ReadingContext, SectionReading, Vocabulary } from "../context.js";
import { findDomainWords } from "../headings/domain-words.js";
import { splitNames } from "../names.js";
import { rejoined } from "../parted-names.js";
import { isOwnerField, mentionsIn, nameList, severalNames, startOfNames, writtenIn } from "./names.js";
import { namingCell, type Passage } from "./passage.js";

/** Words that present a decision as one of several. */
export const jointly =
  /\b(?:jointly|together|joint (?:decision|call|choice)|shared (?:decision|call|choice)|one shared decision|both (?:stand|back|own|of (?:us|them) stand)|both leads|as one)\b/i;
/** A pattern with names in it, for names as they are written and for notes in small letters. */
interface NamePattern {
  readonly proper: () => RegExp;
  readonly small: (() => RegExp) | undefined;
}

/** Names in small letters: whether they are any, the roster says (`Mention.unsure`). */
const smallName = "\\p{Ll}[\\p{Ll}'’-]{1,20}";
const smallNames = `${smallName}(?:(?:(?:, ${smallName}){0,3},? and | & | ?\\+ ?|/)${smallName})?`;

function named(source: (names: string) => string): NamePattern {
  return {
    proper: late(() => new RegExp(source(nameList), "u")),
    small: late(() => new RegExp(source(`(?<![\\p{L}'’-])${smallNames}(?![\\p{L}-])`), "u")),
  };
}

/** The same for names as they are written only. */
function properly(source: (names: string) => string): NamePattern {
  return { proper: late(() => new RegExp(source(nameList), "u")), small: undefined };
}

const owns = named(
  (names) =>
    `(${names}) (?:owns|own|is accountable|are accountable|is responsible|is the (?:owner|DRI)|is (?:on the hook|in charge)|will own|answers? for|looks? after|will look after|sees? to|takes? care of|(?:does|do|will do|takes|has|drives|leads) (?=(?:it|this)(?:[.,;)]|$| (?:by|until|before|from)\\b))|t(?:akes|ook) (?:it|this|that) on(?: (?:himself|herself|themselves))?) ?(?:it|this|that|them|the|for|\\.|,|;|$)`,
);
const ownedByName = named((names) => `\\b(?:[Oo]wned(?: and backed)?|[Dd]riven) by (?:the )?(${names})`);
/** "… with Ana and Bo as owners". */
const withOwners = properly(
  (names) => `\\bwith (?:the )?(${names}) as (?:the |its |joint )?(?:owners?|DRIs?|leads?)(?![\\p{L}])`,
);
/** "…, as owners: @ana, @bo". */
const asOwners = properly((names) => `\\bas (?:the |its |joint )?(?:owners?|DRIs?): (${names})`);
const decidedBy = named(
  (names) =>
    `\\b(?:[Dd]ecided|[Mm]ade|[Aa]pproved|[Aa]greed|[Rr]atified|[Aa]dopted|[Ss]igned off|[Aa]ccepted|[Rr]ejected|[Tt]aken|[Cc]hosen|[Pp]icked|[Ss]ettled|[Ss]anctioned) (?:jointly |together |unanimously )?(?:by|at|in) (?:the )?(${names})(?![\\p{L}'’-]| (?:was|were|is|are|informed|told|notified|absent|away|objected|objects|had|has)\\b)`,
);
/** A word one of which every such sentence holds. */
const accounts =
  /\b(?:own|accountab|responsib|takes|driven|dri|[Dd]ecided|[Mm]ade|[Aa]pproved|[Aa]greed|[Rr]atified|[Aa]dopted|[Ss]igned|[Aa]ccepted|[Rr]ejected|[Tt]aken|[Cc]hosen|[Pp]icked|decides|chose|call\b|choice\b|decision\b|looks? after|sees? to|answers? for|on the hook|in charge|does (?:it|this)|has (?:it|this)|drives|leads|[Ss]anctioned|took|settled|together|jointly|as one|side by side|as (?:the |its |joint )?(?:owners?|DRIs?|leads?)\b|(?:joint|shared) (?:decision|call|choice) (?:of|by|between) |['’]s (?:own )?decision)|\((?=[\p{L}@][^()]{0,80}(?:by|until|before|due)\s)/iu;
const decideTogether = properly(
  (names) =>
    `(${names}|(?<=(?:^|[.;:] ))\\p{Ll}{2,14} and \\p{Ll}{2,14}) (?:both |all |have )?(?!took (?:it|this|that) (?:with|well|badly|calmly|seriously|lightly|personally|hard|as|in|from|up|away|home|back|to)\\b)(?:decided|agreed on|agreed|made|took|settled) (?:on )?(?:this|it|that|the (?:decision|call)|these|together|jointly)`,
);
/** "Open: Ana's decision on the trial". */
const ownedOpenly = properly(
  (names) => `(?:^|[:–—-] )(${names})['’]s (?:own )?decision (?:on|about|over|whether|how|which|who)\\b`,
);
/** "Inés and Kofi announce it together": both stand behind it. */
const standTogether = properly(
  (names) =>
    `(${names}) (?:both |will |jointly )?(?:announce|present|defend|explain|carry|sign|own|stand behind|communicate|tell the teams?|take) (?:it|this|that)?\\s?(?:together|jointly|as one|side by side)`,
);
/** "Inés and Kofi tell the board together that …". */
const actTogether = properly(
  () => `(${severalNames}) \\p{Ll}+(?: [^.;:]{1,40}?)? (?:together|jointly|side by side|as one)(?![\\p{L}])`,
);
/** "Joint decision of Inés, Kofi and Marta: …". */
const jointOf = properly(
  () => `\\b(?:[Jj]oint|[Ss]hared) (?:decision|call|choice) (?:of|by|between) (${severalNames})`,
);
/** "… (Inés, by 12 June)": whose it is and until when. */
const charged = named((names) => `\\((${names}),? (?:by|until|before|due) [^()]{2,40}\\)`);
const signedOff = named(
  (names) =>
    `(${names}) (?:both |all |have |has )?(?:signed (?:(?:this|it|that) off|off)|approved (?:this|it|that)|made (?:this|the|that) (?:call|choice))(?![\\p{L}])`,
);
/** Where a clause begins that names an owner: "…, owner Inés", "… (DRI is Kofi)", "… with owner @ana". */
const ownerWord =
  "(?:^|[.;,(|:–—•-]\\s?|\\b(?:with|and|as)\\s)(?:[Tt]he\\s|[Ii]ts\\s)?(?:[Dd]ecision\\s)?(?:[Oo]wners?|DRI|dri|[Aa]ccountable|[Rr]esponsible|[Rr]esp\\.)(?:\\s(?:is|are|will be|remains|stays)|\\s?[=→>]|\\s[–—-])?\\s";
/** "…, owner Inés". */
const ownerNamed = properly((names) => `${ownerWord}(${names})`);
/** "… → inés", "… (inés and kofi)", "… @ana" at the very end: whose it is, where the roster knows them. */
const namedLast = late(
  () =>
    new RegExp(
      `(?:(?:→|->|=>|⇒)\\s*|[\\s.;,–—-]\\s*\\((?=[^()]+\\)\\.?\\s*$)|(?<!\\b(?:by|with|from|to|of|for|cc|fyi|thanks|and|ask|asks|see|via))\\s(?=@))(${nameList}|${smallNames})\\)?\\.?\\s*$`,
      "u",
    ),
);
/** "Inés decided", "kofi + inés made it", "Inés chose the green one without asking Kofi". */
const clauseStart = "(?:^|[.;,:?!(–—-]\\s|\\b(?:and|but)\\s)";
const decidedAlone = named(
  (names) =>
    `${clauseStart}(${names}) (?:both |alone |has |have )?(?:decided|decides|chose|picked|made) (?=(?:it|this|that)(?:[.,;)]|$| )|alone|(?:on|by) (?:his|her|their) own|(?:himself|herself|themselves)\\b|without|over|[^.;]{1,40} without asking)|${clauseStart}(${names}) (?:has |have )?decided(?=[.,;)]|$)`,
);
/** "We have decided, Inés and Kofi together, to …", "We, Inés and Kofi, agreed …": who the "we" are. */
const weWhoDecided = properly(
  (names) =>
    `\\b[Ww]e (?:have |had |both |all )?(?:decided|agreed|chose|settled|resolved|chosen)(?: together| jointly)?, (?:that is,? |namely )?(?:both )?(${names})(?: together| jointly| both| alike)?,|\\b[Ww]e, (${names}),`,
);
/** "…, and Inés and Kofi took it on Friday": a choice that was spoken of before. */
const tookIt = properly(
  (names) =>
    `(?:^|[.;,:(–—-]\\s|\\b(?:and|but)\\s)(${names}) (?:both |alone |has |have )?(?:took|taken) (?:it|this one|that one)(?=[.,;)]|$| (?:on|last|this) \\p{Lu}| (?:yesterday|alone|without|by (?:himself|herself|themselves)|in (?:his|her|their) absence)\\b)`,
);
/** "piet's call", "Inés' decision": whose it was to make. */
const ownCall = named(
  (names) =>
    `${clauseStart}(${names})['’]s? (?:own )?(?:call|decision|choice|to (?:decide|make|settle|say))(?=[.,;)]|$)`,
);
const smallFullName = `(?:(?:the )?(?:\\p{Ll}+ ){1,2}(?:team|squad|group|crew|guild|committee)|${smallName}(?: ${smallName})?)`;
/** "…, owner inés (both fine with it)": in small letters only where the clause ends behind the names. */
const ownerNamedSmall = late(
  () =>
    new RegExp(
      `${ownerWord}(${smallFullName}(?:(?:,? and |, | & | ?\\+ ?|/)${smallFullName}){0,3})(?=\\s?(?:[.,;()|–—]|$)|\\s(?:by|until|before|from|since|with|after|for)\\s)`,
      "u",
    ),
);
/** What stands in that place and is nobody's name: states, verbs, and words for people in general. */
const nobodyYet =
  /^(?:a|an|to|be|not|no|none|yet|still|missing|wanted|needed|required|unknown|unclear|unnamed|unassigned|undecided|open|pending|vacant|absent|away|ill|same|as|above|below|before|both|all|each|we|us|me|you|they|he|she|it|them|him|her|who|whoever|someone|somebody|anyone|nobody|everyone|is|are|was|were|will|has|have|had|field|column|name|group|team|role|change|pays|says|said|asks|asked|decides|agreed|agrees|signs|picks|keeps|gets|later|soon|next|follows|first|only|here|there|and|or|of|in|on|at|for|by|with)(?: |$)|(?:ed|ing|ly)$/;

const ownDecision =
  /(?:\b(?:this|that|it|which)(?: one)?(?: is|'s|’s| was| remains)(?: a| an| the)?|\s(?:is|are|was|were|remains?)(?: clearly| really| purely| still)?(?: an?| for)?|^\W{0,4}[^.;:?!]{2,60}(?::| →| ->| [–—-])(?: an?| for)?) ((?:[\p{L}&]+ ){0,2}?[\p{L}&]+)(?:'s|’s|s’)?(?: own)?(?: domain)? (?:decision|call|choice|matter|to (?:make|decide|call|say|settle|choose))\b/iu;

/** "This is a joint decision **of Engineering and Product**: …" */
const sharedBy = /^ (?:of|by|between) ([^.:;,()]{2,100})/;

/** Who owns and who made a decision, and which domain's it is, as the sentences of its passage say. */
export function ownersInProse(
  passage: Passage,
  vocabulary: Vocabulary,
): {
  readonly owners: readonly Mention[];
  readonly deciders: readonly Mention[];
  readonly domainWords: (reading: SectionReading) => readonly Written[];
} {
  const { unit, text } = passage;
  if (unit.kind === "row") {
    // "Cork floors; Ana and Bo decided it on the train": a row has columns for whose it is, and its cell tells who made it.
    const cell = namingCell(passage);
    const told = cell && ownersInProse(cell, vocabulary).deciders.filter(({ unsure }) => !unsure);
    return { owners: [], deciders: told ?? [], domainWords: () => [] };
  }
  const base = unit.inline.text.length - text.length;
  const accounted = accounts.test(text);
  const mentions = ({ proper, small }: NamePattern, role: Mention["role"]): readonly Mention[] => {
    if (!accounted) return [];
    const found = namesMatched(unit, base, text, proper(), role);
    if (found.length > 0 || small === undefined) return found;
    return namesMatched(unit, base, text, small(), role).map((mention) => ({ ...mention, unsure: true as const }));
  };
  const deciders = rejoined(
    [
      ...mentions(decidedBy, "prose"),
      ...mentions(decidedAlone, "prose"),
      ...mentions(ownCall, "prose"),
      ...mentions(decideTogether, "prose"),
      ...mentions(signedOff, "prose"),
      ...mentions(weWhoDecided, "prose"),
      ...mentions(tookIt, "prose"),
    ],
    vocabulary,
  );
  const standing = mentions(standTogether, "owner");
  const owners = rejoined(
    [
      ...ownersNamed(passage),
      ...mentions(owns, "owner"),
      ...mentions(ownedByName, "owner"),
      ...mentions(withOwners, "owner"),
      ...mentions(asOwners, "owner"),
      ...mentions(ownedOpenly, "owner"),
      ...mentions(charged, "owner"),
      ...mentions(jointOf, "owner"),
      ...(standing.length + deciders.length > 0 ? standing : mentions(actTogether, "owner")),
    ],
    vocabulary,
  );
  const said = owners.length + deciders.length > 0 || passage.fields.some(isOwnerField);
  return {
    owners: said ? owners : namedAtEnd(passage),
    deciders,
    domainWords: (reading) => {
      const match = ownDecision.exec(text);
      if (!match?.[1]) {
        const deciding = decidingDomains(reading, unit, base, text);
        if (deciding.length > 0) return deciding;
        const taken = domainsTakenAs(reading, unit, base, text);
        return taken.length > 0 ? taken : domainToldBefore(reading, unit, base);
      }
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

const mayDecide = /^\s(?:decides|decided|to decide|(?:has|have) the (?:last |final )?(?:say|word))\b/;

/** "… eng decides": the domain that is to say. */
function decidingDomains(
  { context }: SectionReading,
  unit: Exclude<Unit, { kind: "row" }>,
  base: number,
  text: string,
): readonly Written[] {
  if (!/\bdecide|\bthe (?:last |final )?(?:say|word)\b/.test(text)) return [];
  return findDomainWords(text, context.vocabulary)
    .filter(({ start, end }) => /(?:^|[.;,:?!(–—-]\s)$/.test(text.slice(0, start)) && mayDecide.test(text.slice(end)))
    .map(({ start, end }) => writtenIn(unit, base + start, base + end));
}

/** "As an engineering decision we …", "…, as Product's call", "We decided as Engineering to …": whose it was taken as. */
const takenAs =
  /(?:^|[\s(])as (?:an? |the |our |its )?((?:[\p{L}&]+ ){0,2}?[\p{L}&]+)(?:['’]s|s['’])? (?:decision|call|choice)\b|\b(?:decided|agreed|chose|settled) as (?:the )?((?:\p{Lu}[\p{L}&]+)(?: and \p{Lu}[\p{L}&]+)?)(?= (?:team )?(?:to|that|on|not)\b)|(?:^|[.;:?!,(–—-]\s)(?:it|this|that)(?:['’]s| is) ((?:the )?\p{L}[\p{L}&]+)['’]s(?=[.,;:)]|$| and\b| but\b)/iu;
/** "The colour of the vans is Design's to decide.": whose it is, before a sentence that says who did. */
const toldBefore =
  /\s(?:is|are|was|were) ((?:[\p{L}&]+ )?[\p{L}&]+)(?:['’]s?(?: (?:own )?(?:decision|call|choice|to (?:make|decide|call|say|settle|choose)))?)(?: alone)?[.;]\s*$/u;

function domainToldBefore(
  { context }: SectionReading,
  unit: Exclude<Unit, { kind: "row" }>,
  base: number,
): readonly Written[] {
  const before = unit.inline.text.slice(Math.max(0, base - 200), base);
  const words = toldBefore.exec(before)?.[1];
  return words === undefined ? [] : domainsIn(words, context, unit, base - before.length + before.lastIndexOf(words));
}

function domainsTakenAs(
  { context }: SectionReading,
  unit: Exclude<Unit, { kind: "row" }>,
  base: number,
  text: string,
): readonly Written[] {
  const match = takenAs.exec(text);
  const words = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || words === undefined) return [];
  return domainsIn(words, context, unit, base + match.index + match[0].indexOf(words));
}

/** The domains that some words of a unit name; `at` is where the words stand in its visible text. */
function domainsIn(
  words: string,
  { vocabulary }: ReadingContext,
  unit: Exclude<Unit, { kind: "row" }>,
  at: number,
): readonly Written[] {
  return findDomainWords(words, vocabulary).map(({ start, end }) => writtenIn(unit, at + start, at + end));
}

function namesMatched(
  unit: Exclude<Unit, { kind: "row" }>,
  base: number,
  text: string,
  pattern: RegExp,
  role: Mention["role"],
): readonly Mention[] {
  const match = pattern.exec(text);
  const names = match?.[1] ?? match?.[2];
  if (!match || names === undefined || notAName.test(names)) return [];
  const at = base + match.index + match[0].lastIndexOf(names);
  // A sentence may end within what looks like names: "decided by Ana. Waiting for …" names Ana, "… at noon. Bo owns it" Bo.
  const last = match[0].endsWith(names) ? names.search(/(?<=\p{L}{3})\.\s/u) : -1;
  if (last >= 0) return mentionsIn(unit, at, at + last, role);
  return mentionsIn(unit, at + startOfNames(names), at + names.length, role);
}

/** Owners that a passage names behind that word, without a label's colon: "…, owner Inés", "… (owner inés)". */
export function ownersNamed({ unit, text }: Passage): readonly Mention[] {
  if (unit.kind === "row" || !/\b(?:owner|dri|accountable|resp)/i.test(text)) return [];
  const base = unit.inline.text.length - text.length;
  const proper = namesMatched(unit, base, text, ownerNamed.proper(), "owner");
  if (proper.length > 0) return proper;
  return namesMatched(unit, base, text, ownerNamedSmall(), "owner")
    .filter((mention) => !nobodyYet.test(mention.text))
    .map((mention) =>
      / (?!team$|squad$|group$|crew$|guild$|committee$)|s$/.test(mention.text)
        ? { ...mention, unsure: true as const }
        : mention,
    );
}

/** Names at the very end of a passage that says nothing else of whose it is. */
function namedAtEnd({ unit, text }: Passage): readonly Mention[] {
  if (unit.kind === "row" || text.length > 400) return [];
  const base = unit.inline.text.length - text.length;
  return namesMatched(unit, base, text, namedLast(), "owner").map((mention) => ({ ...mention, unsure: true as const }));
}

/** "Decision (joint, Felix and Dmitri)", "Decided together (Felix and Dmitri)". */
export const jointLabel =
  /\([^()]*\b(?:joint|shared|together)\b[^()]*\)\s*$|^(?:decided|agreed) (?:together|jointly)\b|^jointly (?:decided|agreed)\b/i;

/** "Decision (Rasmus)", "Engineering decision (@ana)": one name; a domain is read as such besides, a state or a day is no name. */
const aloneInLabel =
  /^(?!(?:Open|Pending|Proposed|Draft|Final|Decided|Agreed|Accepted|Approved|Rejected|Withdrawn|Superseded|Deferred|Urgent|Low|High|Medium|New|Old|Needed|Product|Engineering|Design|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri)(?:day)?\b)(?:@[\w-]+|\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.'’-]+){0,2})$/u;

/** People whom the label of a decision names in brackets. */
export function namesInLabel(reading: SectionReading, passage: Passage): readonly Mention[] {
  const isAlone = (text: string): boolean =>
    aloneInLabel.test(text) && findDomainWords(text, reading.context.vocabulary).length === 0;
  return passage.fields.flatMap(({ name, key, keyPlace }) => {
    const remark = name === "decision" ? /\(([^()]+)\)\s*$/.exec(key)?.[1] : undefined;
    const joint = jointLabel.test(key);
    const names = rejoined(
      splitNames((remark ?? "").replace(/\b(?:joint|shared|together|jointly)\b/gi, ",").replace(backedBehind, "")),
      reading.context.vocabulary,
    );
    const proper = names.filter(({ text }) => /^@|^\p{Lu}\p{Ll}/u.test(text) && (joint || isAlone(text)));
    const small = names.filter(({ text }) => /^\p{Ll}{2,20}(?: \p{Ll}{2,20})?$/u.test(text));
    return [
      ...proper.map(({ text }) => ({ text, place: keyPlace, role: "prose" as const })),
      ...small.map(({ text }) => ({ text, place: keyPlace, role: "prose" as const, unsure: true as const })),
    ];
  });
}

/** "Decision (Product, backed by Ana and Bo)": who stands behind it has not made it. */
const backedBehind = /\b(?:backed|supported|endorsed|seconded) by\b.*$/i;

/** Capitalised words that begin a clause and name nobody. */
export const notAName =
  /^(?:It|This|That|We|They|He|She|You|I|There|The|A|An|If|When|Who|Whoever|Everyone|Nobody|Q[1-4]|January|February|March|April|May|June|July|August|September|October|November|December|PR|RFC|Stage|Phase)(?:['’]\p{L}{1,3})?$/u;
