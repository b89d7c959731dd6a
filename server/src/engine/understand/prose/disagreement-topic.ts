import type { Disagreement } from "../../model/facts.js";
import type { Heading, SectionRole } from "../../model/section.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { roleOfHeading } from "../headings.js";
import { stampEnd } from "../stamps.js";
import { pointOf } from "./points.js";
import { speakerOf } from "./speakers.js";

const leadWords = /^\W{0,4}([\p{L}\p{N}][^:.;?!]{2,46}):\s/u;

/** What a disagreement told in sentences is about: the point or heading that it stands under, else what the sentence says, else the sentence. */
export function topicOf(
  reading: SectionReading,
  unit: ParagraphUnit,
  sentence: string,
): Pick<Disagreement, "topic" | "topicShared"> {
  const shared = sharedTopicOf(reading, unit, sentence);
  return { topic: shared ?? spokenTopic(sentence) ?? sentence, topicShared: shared !== undefined };
}

/** The words before the colon that begin the point ("pricing page: …"), else the heading above; undefined where neither names what the sentence is about. */
function sharedTopicOf(reading: SectionReading, unit: ParagraphUnit, sentence: string): string | undefined {
  const point = pointOf(unit);
  if (point) return point.name;
  const lead = leadWords.exec(unit.inline.text.slice(stampEnd(unit.inline.text)))?.[1];
  if (lead !== undefined && unit.item !== undefined && speakerOf(`${lead}: `) === undefined) return lead.trim();
  const parent = parentPoint(reading, unit);
  if (parent !== undefined) return standsAlone(spokenTopic(sentence) ?? "", parent) ? undefined : parent;
  const heading = headingTopic(reading);
  // Minutes without a heading for each matter begin a paragraph with it, as a list begins an item.
  if (heading === undefined && reading.head.kind === "notes" && isMatter(lead)) return lead;
  if (heading === undefined || heading === "" || isAnother(reading, unit)) return undefined;
  // "## Church", and below it "They disagree about ringing bells before a wedding": the heading names more than this.
  return standsAlone(spokenTopic(sentence) ?? "", heading) ? undefined : heading;
}

/** "Spare keys", "Hours in winter": a few words before a colon that are no sentence; one word may as well be who speaks. */
function isMatter(lead: string | undefined): boolean {
  return (
    lead !== undefined &&
    /^\p{L}[\p{L}\d'’-]*(?: (?!(?:and|is|are|was|were|has|have|not|still)\b)[\p{L}\d'’-]+){1,3}$/u.test(lead) &&
    speakerOf(`${lead}: `) === undefined
  );
}

/** "2. Opening hours", and nested in it "Ana wants …": the point that an item belongs to, where it only names a matter, as a heading would. */
function parentPoint({ units, context }: SectionReading, { item, container }: ParagraphUnit): string | undefined {
  const parent = item === undefined || container?.kind !== "item" ? undefined : container.parent;
  if (parent?.kind !== "item") return undefined;
  const above = units.find(({ unit }) => unit.kind === "paragraph" && unit.container === parent)?.unit;
  if (above?.kind !== "paragraph") return undefined;
  const name = above.inline.text.trim().replace(/:$/, "");
  if (name.length < 3 || name.length > longestName || /[.;:?!]\s|[.;!]$|\d{4}/.test(name)) return undefined;
  return !gathers.has(roleOfHeading(name, context)) &&
    (parent.ordered || speakerOf(`${name}: `) === undefined) &&
    !anyMatter.test(name)
    ? name
    : undefined;
}

const longestName = 60;
/** What a point is called that holds talk of one kind; "Release notes", "Hiring" and "Budget" are matters there. */
const gathers: ReadonlySet<SectionRole | undefined> = new Set<SectionRole | undefined>([
  "decision",
  "decisions",
  "decision-outcome",
  "conclusion",
  "status",
  "disagreements",
  "concerns",
  "questions",
  "resolved-questions",
  "actions",
  "agenda",
  "attendees",
  "announcements",
  "discussion",
  "links",
  "references",
]);
/** Points that gather what has no other place. */
const anyMatter =
  /^(?:any other business|aob|misc(?:ellaneous)?|small things|odds and ends|left[- ]?overs?\b.*|left over\b.*|from last (?:time|week)|other|others|news|updates?|round(?:[- ]the[- ]|\s)?(?:table|robin)?|discussions?|topics?|notes|points?|review of\b.*|everything else)$/i;

/** What the heading above names, without its number and time; undefined where it names no matter. */
export function headingTopic({ section }: SectionReading): string | undefined {
  const heading = section.path.at(-1);
  if (!heading || !isTopical(heading)) return undefined;
  return heading.text
    .slice(stampEnd(heading.text))
    .replace(/^\W{0,2}\d{1,2}(?:\.\d{1,2})*[.)]?\s+/, "")
    .trim();
}

/** From so many telling words on a topic stands for itself. */
const mostTelling = 3;

/** Whether a topic says enough without the heading above it, of which it takes up no word. */
function standsAlone(topic: string, heading: string): boolean {
  if (/^(?:how|what|when|where|which|who|whose|whether|why)\b/i.test(topic)) return false;
  const words = tellingWordsIn(topic);
  return words.length >= mostTelling && !tellingWordsIn(heading).some((word) => words.includes(word));
}

function tellingWordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/(?<![\p{L}\p{N}])[\p{L}\p{N}-]{4,}/gu) ?? [];
}

/** Whether a heading names what is talked about below it, rather than the document, a day or a kind of section. */
export function isTopical(heading: Heading | undefined): boolean {
  if (heading === undefined || heading.depth < 2 || heading.role !== undefined || heading.date !== undefined)
    return false;
  return !leftOvers.test(heading.text);
}

/** "What we did not settle", "Left open", "Any other business": a heading over matters of all kinds. */
const leftOvers =
  /^\W{0,4}(?:(?:what|where|things|points|matters|all) (?:[\p{L}'’]+ ){0,4}?(?:settled?|agreed?|open|resolved?|decided?|differ(?:ed)?|disagreed?|came up|came out|left (?:open|over))\b|(?:left|still) (?:open|over|undecided|unsettled)|(?:not|un)[ -]?(?:yet )?(?:settled|agreed|resolved|decided)\b|(?:after|before|until) (?:the |our )?(?:break|lunch|coffee|tea|pause|interval)\b|(?:other|further|more)(?: (?:matters|points|business|topics|things|items))?\W*$|misc(?:ellaneous|ellany)?\b|(?:first|second|last) (?:part|half|hour)\b|any other business\b|aob\b|round the table\b|odds and ends\b)/iu;

/** Whether two disagree here who were not named before in the section: what its heading names was what others disagreed about. */
function isAnother({ units }: SectionReading, unit: ParagraphUnit): boolean {
  const [, one, other] = pair.exec(unit.inline.text) ?? [];
  if (one === undefined || other === undefined || unit.item !== undefined) return false;
  const before = units
    .slice(
      0,
      units.findIndex((read) => read.unit === unit),
    )
    .map((read) => read.unit);
  const disagreed = before.filter((each) => each.kind === "paragraph" && contested.test(each.inline.text));
  return (
    disagreed.length > 0 &&
    !disagreed.some(
      (each) => each.kind === "paragraph" && [one, other].every((name) => each.inline.text.includes(name)),
    )
  );
}

const pair =
  /^\W{0,4}(@?\p{Lu}[\p{L}'’-]+)(?:,? and |, | & )(@?\p{Lu}[\p{L}'’-]+) [^.;:?!]{0,40}?\b(?:disagree|differ|agree|at odds)/u;
const contested =
  /\b(?:disagree|differ|not agree|objects?|objected|still wants?|against|at odds|left it (?:there|at that|open))/i;

const about =
  /\b(?:disagree(?:s|d|ing|ments?)?|disputes?|conflicts?|quarrels?|arguments?|objections?|differ(?:s|ed|ences?)?|argued?|at odds|divided|apart|(?:not|n['’]t|cannot) (?:yet )?agree)\b[^.;:?!]{0,80}?\s(?:(?:about|over|on|as to|regarding|concerning)\s|(?=(?:whether|which|who|whose|how|where)\s))([^.;:?!]{3,140})/iu;
/** "The disagreement of 4 June, north or south first, is settled." */
const ofDay =
  /\b(?:disagreement|dispute|quarrel|argument)\s(?:of|from)\s(?:the\s)?(?:last\s)?[\p{L}\d][\p{L}\d -]{2,16}[,:]\s([^.;:?!,]{3,80})(?=,|$)/iu;
/** Where the words go on about something else than the topic: its state, the record that holds it, those who hold it. */
const topicEnds =
  /,\s|\s(?:until|till)\s|\s(?:is|are|was|were|has|have|had|remains?|remained|persists?|stays open|goes on|continues)\s|\s(?:in|of|from|see|under)\s(?:\p{Lu}{2,}[- ]?\d|the (?:register|record|log|minutes))|\s(?:between|among)\s\p{Lu}|\s\(/u;

/** What a sentence says that a disagreement is about: "The disagreement between A and B about the colour of the buses is …". */
export function spokenTopic(sentence: string): string | undefined {
  const dated = ofDay.exec(sentence)?.[1];
  if (dated !== undefined) return dated.trim();
  const words = about.exec(sentence)?.[1];
  if (words === undefined) return undefined;
  // "how long the drawings are kept" is a topic with a verb of its own.
  const clause = /^(?:how|what|when|where|which|who|whether|why)\b/i.test(words);
  const end = clause ? -1 : words.search(topicEnds);
  const topic = (end < 0 ? words : words.slice(0, end)).trim();
  return topic.length >= 3 ? topic : undefined;
}
