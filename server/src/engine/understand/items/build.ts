import type { Place } from "../../markdown/slot.js";
import type { Evidence, Field, FieldName, Form, Mention, PlanItem, Written } from "../../model/facts.js";
import { ownerLabels } from "../../model/owner-roles.js";
import type { Unit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { rejoined } from "../parted-names.js";
import { mentionsOf } from "../prose/names.js";
import type { Attributes } from "./attributes.js";
import { cellAmount } from "./figures.js";
import { saysInternal } from "./internal.js";
import type { Setting } from "./setting.js";

/** What an item is made from. */
export interface ItemParts {
  readonly kind: PlanItem["kind"];
  readonly title: string;
  readonly titlePlace: Place;
  readonly place: Place;
  readonly form: Form;
  readonly unit: Unit | undefined;
  readonly attributes: Attributes;
  /** Fields of the item: in its text, its row, the bullets below it. */
  readonly fields: readonly Field[];
  /** All that the item says, for what its sentences tell. */
  readonly text: string;
  readonly links: readonly string[];
  readonly list: string;
  readonly ranked: boolean;
  readonly struck: boolean;
  readonly total: boolean;
  readonly figures: PlanItem["figures"];
  readonly parent: PlanItem | undefined;
  readonly evidence: readonly Evidence[];
}

const ownerFields: ReadonlySet<FieldName> = new Set<FieldName>([...ownerLabels, "team"]);

/** Makes the item; what its own words leave open, the setting says. */
export function buildItem(parts: ItemParts, setting: Setting, reading: SectionReading): PlanItem {
  const { attributes, fields } = parts;
  const owners = rejoined(ownersOf(fields, attributes), reading.context.vocabulary);
  const domainWords = rejoined(domainsOf(fields, attributes), reading.context.vocabulary);
  return {
    kind: parts.kind,
    title: parts.title,
    titlePlace: parts.titlePlace,
    place: parts.place,
    focus: parts.titlePlace,
    form: parts.form,
    unit: parts.unit,
    fields,
    section: reading.section,
    evidence: parts.evidence,
    id: attributes.id,
    links: parts.links,
    priority: attributes.priority ?? attributes.rank ?? setting.priority,
    rank: attributes.rank,
    owners: owners.length > 0 ? owners : setting.owners,
    domainWords: domainWords.length > 0 ? domainWords : setting.domainWords,
    status: attributes.status ?? setting.status,
    target: attributes.target ?? setting.target,
    dependsOn: dependenciesOf(fields, parts.text, parts.place),
    list: parts.list,
    ranked: parts.ranked,
    why: whyOf(fields, parts),
    told: goesOn(parts),
    resources: parts.kind === "headcount" ? undefined : resourcesOf(fields),
    internal: setting.internal || saysInternal(parts.text),
    figures: parts.figures,
    total: parts.total,
    struck: parts.struck,
    parent: parts.parent,
  };
}

function ownersOf(fields: readonly Field[], attributes: Attributes): readonly Mention[] {
  const named = fields
    .filter((field) => ownerFields.has(field.name) && field.value !== "")
    .flatMap((field) => mentionsOf(field));
  return named.length > 0 ? named : attributes.owners;
}

function domainsOf(fields: readonly Field[], attributes: Attributes): readonly Written[] {
  const named = fields
    .filter((field) => field.name === "domain" && field.value !== "")
    .flatMap((field) => field.value.split(/\s*(?:,|\/|&|\+|\band\b)\s*/).map((text) => ({ text, place: field.place })));
  return named.length > 0 ? named : attributes.domainWords;
}

const dependency =
  /\b(?:depends? on|dependent on|blocked by|waits? for|waiting for|relies on|builds on|needs) (?:the )?((?:[^.;()|—–]{3,70}(?:\([A-Z][A-Z0-9]{0,9}-\d{1,6}\))?|#\d{1,6}))/i;
/** "QY-4 and QY-7", "QY-4, QY-7": ids alone, each a thing of its own. */
const idsAlone =
  /^(?:[A-Z][A-Z0-9]{0,9}-\d{1,6}|#\d{1,6})(?:(?:,| and|, and| &) (?:[A-Z][A-Z0-9]{0,9}-\d{1,6}|#\d{1,6}))+/;

function dependenciesOf(fields: readonly Field[], text: string, place: Place): readonly Written[] {
  const stated = fields
    .filter((field) => field.name === "dependsOn" && field.value !== "")
    .flatMap((field) =>
      field.value
        .split(/\s*(?:[,;]|\band\b)\s*/)
        .filter((part) => part !== "")
        .map((part) => ({ text: part.replace(/^the /i, ""), place: field.place })),
    );
  if (stated.length > 0) return stated;
  const match = dependency.exec(text);
  if (match?.[1] === undefined) return [];
  const ids = idsAlone.exec(match[1])?.[0].split(/(?:,? and|,| &) /);
  return (ids ?? [match[1].trim()]).map((named) => ({ text: named, place }));
}

const reason =
  /\b(?:because|so that|in order to|since (?:customers|users|our)|(?:asked for|requested|wanted|demanded|needed) by)\b[^.;]{4,160}|[,;(–—]\s?(?:since|so|as) (?:they|we|it|there|people|everyone|nobody|customers|users|the|our|their|many|most|some|two|three|half|all|each|every|no)\s[^.;]{4,160}/i;
/** "For shops that print labels by hand.", "Half of all returns are a wrong size.": sentences that begin with who or what needs it. */
const need =
  /(?:^|[.!?]\s)(?:for (?:the |our |all )?(?:customers?|users?|people|those|everyone|whoever|\p{L}+ (?:who|that|which))\b|(?:half|most|many|one in \p{L}+|two thirds|a third|\d+ ?%) of\b)[^.;]{4,160}/iu;

/** "Drivers lose the signal there", "two shops asked for it": who is in want of it begins a sentence, or what stands behind a dash. */
const want =
  /(?:^|[.!?)\]]\s|\s[–—-]\s)(?:(?:the|our|most|many|some|two|three|four|five|several|half (?:of )?the|all|both)\s){0,2}(?:\p{L}[\p{L}’'-]*\s){0,2}?(?:people|everyone|everybody|\p{L}{2,}s) (?:still |often |already |also |now )?(?:need|ask|asked|want|wanted|told us|tell us|cannot|can['’]t|could not|lose|complain|complained|give up|leave|wait|miss|ring us|call us|write to us)\b[^.;]{2,160}/iu;

const shortestRemark = 4;

/** Whether an item says more than its title, what stands in brackets behind it and labelled values. */
function goesOn({ form, title, text }: ItemParts): boolean {
  if (form === "row") return false;
  const rest = form === "heading" ? text : text.slice(text.indexOf(title) + title.length);
  const bare = rest
    .slice(0, 800)
    .replace(/\[[^[\]]*\]|\([^()]*\)/g, " ")
    .replace(/\p{L}[\p{L} ]{1,22}:\s[^,;|.]{1,80}/gu, " ");
  const remarks = bare.split(/(?<=[.;!?])\s/).filter((remark) => !saysInternal(remark));
  return (remarks.join(" ").match(/\p{L}{2,}/gu) ?? []).length >= shortestRemark;
}

function whyOf(fields: readonly Field[], parts: ItemParts): Written | undefined {
  const field = fields.find((candidate) => candidate.name === "why" && candidate.value !== "");
  if (field) return { text: field.value, place: field.place };
  if (parts.attributes.remark && parts.kind === "item") return parts.attributes.remark;
  const match = reason.exec(parts.text) ?? need.exec(parts.text) ?? want.exec(parts.text);
  return match ? { text: match[0], place: parts.place } : undefined;
}

function resourcesOf(fields: readonly Field[]): PlanItem["resources"] {
  for (const field of fields) {
    if (field.name !== "people" && field.name !== "budget" && field.name !== "headcount") continue;
    const { slot, start, end } = field.place;
    const amount = cellAmount(slot.text.slice(start, end));
    if (amount) return { amount: amount.value, place: field.place };
    if (field.value !== "") return { amount: mentionsOf(field).length, place: field.place };
  }
  return undefined;
}
