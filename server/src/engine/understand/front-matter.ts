import type { MarkdownDocument } from "../markdown/document.js";
import type { RosterEntry, Written } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import type { ReadingContext } from "./context.js";
import { type FrontMatterEntry, frontMatterOf } from "./head/front-matter-block.js";
import { documentItem } from "./items/document-item.js";
import type { SectionFacts } from "./reader.js";

/** The head changes whenever front matter or header say something else, so that facts may be kept with it. */
const byHead = new WeakMap<DocumentHead, SectionFacts>();

/** What front matter and header state by themselves: the item that a document is, and a roster. */
export function readFrontMatterFacts(
  document: MarkdownDocument,
  head: DocumentHead,
  context: ReadingContext,
): SectionFacts {
  let facts = byHead.get(head);
  if (!facts) {
    const item = documentItem(document, head, context);
    const entries = frontMatterOf(document)?.entries ?? [];
    facts = {
      decisions: [],
      disagreements: [],
      questions: [],
      items: item ? [item] : [],
      roster: entries.flatMap((entry) => rosterOf(entry, context)),
      standIns: [],
      oneOnOnes: [],
      wordings: [],
      sharedPurposes: [],
    };
    byHead.set(head, facts);
  }
  return facts;
}

const leadKeys = /^(?:leads?|domain-leads?|heads?|leadership)$/;
const memberKeys = /^(?:members?|people|team|roster|domains?|standins?|stand-ins?|deputies)$/;

/** `leads: { product: Priya Nair }`, `roster: [{ name, handle, domain, role }]`. A bare list of names says no domain and is none. */
function rosterOf(entry: FrontMatterEntry, context: ReadingContext): RosterEntry[] {
  const leads = leadKeys.test(entry.name);
  if (!leads && !memberKeys.test(entry.name)) return [];
  return entry.maps.flatMap((map) => {
    const person = value(map, "name", "person");
    const handle = value(map, "handle", "github", "slack");
    if (person ?? handle) return [personEntry(map, person, handle, leads)];
    return map.flatMap((inner) => domainEntries(inner, leads, context));
  });
}

function personEntry(
  map: readonly FrontMatterEntry[],
  person: Written | undefined,
  handle: Written | undefined,
  leads: boolean,
): RosterEntry {
  const role = value(map, "role", "title")?.text ?? "";
  const place = (person ?? handle)?.place as RosterEntry["place"];
  return {
    name: person?.text,
    handle: handle?.text,
    domain: value(map, "domain", "area", "department", "function"),
    team: value(map, "team", "squad")?.text,
    lead: leads || value(map, "lead")?.text === "true" || /\b(?:lead|head|vp|chief|director)\b/i.test(role),
    standIn: value(map, "stand-in", "deputy", "backup"),
    vacant: false,
    place,
  };
}

/** `product: Priya`, or `product: { lead: Priya, members: [Li] }`. */
function domainEntries(entry: FrontMatterEntry, leads: boolean, context: ReadingContext): RosterEntry[] {
  const known = context.vocabulary.domainByWord.has(entry.key.toLowerCase()) || leads || entry.maps.length > 0;
  if (!known) return [];
  const domain: Written = { text: entry.key, place: entry.keyPlace };
  const make = (person: Written, lead: boolean, standIn: Written | undefined): RosterEntry => ({
    name: person.text.startsWith("@") ? undefined : person.text,
    handle: person.text.startsWith("@") ? person.text : undefined,
    domain,
    team: undefined,
    lead,
    standIn,
    vacant: false,
    place: person.place,
  });
  const map = entry.maps[0];
  if (map === undefined) {
    const people = entry.values.map((person) => make(person, leads, undefined));
    if (people.length > 0 || !leads) return people;
    return [
      { ...make(domain, true, undefined), name: undefined, handle: undefined, vacant: true, place: entry.keyPlace },
    ];
  }
  const standIn = value(map, "stand-in", "deputy", "backup");
  const inMap = (name: string): readonly Written[] => map.find((inner) => inner.name === name)?.values ?? [];
  return [
    ...[...inMap("lead"), ...inMap("leads")].map((person) => make(person, true, standIn)),
    ...[...inMap("member"), ...inMap("members")].map((person) => make(person, false, undefined)),
  ];
}

function value(map: readonly FrontMatterEntry[], ...names: readonly string[]): Written | undefined {
  return map.find((entry) => names.includes(entry.name))?.values[0];
}
