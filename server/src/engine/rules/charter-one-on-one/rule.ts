import { addOneOnOne, makeWeekly } from "../../fixes/one-on-ones.js";
import type { WorkspaceView } from "../../index/view.js";
import type { Place } from "../../markdown/slot.js";
import type { CharterFacts } from "../../model/facts.js";
import { days, domainTitle, listOf } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { leadsOf, nameOf } from "../shared/charters.js";

interface Pair {
  readonly names: readonly [string, string];
  readonly domains: readonly [string, string];
}

interface Data {
  /** All pairs of whom the place says the same; one where it says nothing of them. */
  readonly pairs: readonly [Pair, ...Pair[]];
  /** Days between two of them; undefined where there are none. */
  readonly everyDays: number | undefined;
}

const week = 7;

export const rule = defineRule<Data>({
  id: "charter-one-on-one",
  family: "charters",
  severity: "warning",
  summary: "No one-on-one between the leads, or one less often than weekly",

  *detect({ document, workspace }) {
    const { charter } = document.facts;
    if (!charter) return;
    const own = leadsOf(document, workspace);
    // A charter of one domain may arrange how its lead meets others.
    const leads = [...own, ...leadsMet(charter, own, workspace)];
    const said = new Map<
      string,
      { readonly place: Place; readonly everyDays: number | undefined; readonly pairs: [Pair, ...Pair[]] }
    >();
    for (let i = 0; i < leads.length; i += 1) {
      for (let j = i + 1; j < leads.length; j += 1) {
        const one = leads[i];
        const other = leads[j];
        if (!one || !other || one.person === other.person) continue;
        const meetings = charter.oneOnOnes.filter((meeting) => covers(meeting, [one, other], workspace));
        // "Every other pair": what is said of all is not said of those who are named.
        const naming = meetings.filter(({ people }) => people.length > 0);
        const held = naming.length > 0 ? naming : meetings;
        if (naming.length === 0 && (!own.includes(one) || !own.includes(other))) continue;
        const everyDays = held.reduce<number | undefined>(
          (least, meeting) =>
            meeting.everyDays === undefined ? least : Math.min(least ?? meeting.everyDays, meeting.everyDays),
          undefined,
        );
        if (held.length > 0 && (everyDays === undefined || everyDays <= week)) continue;
        if (held.length === 0 && own.length > 2 && !isCore([one, other])) continue;
        const place = held[0]?.place ?? document.head.place;
        const pair: Pair = { names: [nameOf(one.person), nameOf(other.person)], domains: [one.domain, other.domain] };
        const key = `${place.slot.offset + place.start} ${everyDays}`;
        const same = said.get(key);
        if (same) same.pairs.push(pair);
        else said.set(key, { place, everyDays, pairs: [pair] });
      }
    }
    for (const { place, everyDays, pairs } of said.values()) yield { place, data: { pairs, everyDays } };
  },

  word({ pairs, everyDays }) {
    const leads = listOf([
      ...new Set(
        pairs.flatMap(({ names, domains }) => names.map((name, at) => `${name} (${domainTitle(domains[at] ?? "")})`)),
      ),
    ]);
    const what =
      everyDays === undefined
        ? `This charter names no one-on-one between ${leads}`
        : `${leads} meet one-on-one only every ${days(everyDays)}`;
    return `${what}. Leads who do not talk every week learn of each other’s plans from their teams. Agree on a weekly one-on-one and write it here.`;
  },

  *mend({ data, place }, { document }) {
    if (data.everyDays === undefined) yield* addOneOnOne(data.pairs[0].names, document);
    else yield* makeWeekly(place, document);
  },
});

type Lead = ReturnType<typeof leadsOf>[number];

/** Leads whom the charter names in its one-on-ones only. */
function leadsMet(charter: CharterFacts, own: readonly Lead[], { roster }: WorkspaceView): readonly Lead[] {
  const met = new Map<string, Lead>();
  for (const { person, domain } of charter.oneOnOnes.flatMap(({ people }) =>
    people.map((name) => roster.resolve(name)),
  )) {
    if (person?.lead !== true || domain === undefined || met.has(domain)) continue;
    if (!own.some((lead) => lead.domain === domain)) met.set(domain, { person, domain });
  }
  return [...met.values()];
}

/** The pair that is expected to meet whether or not the charter says so; of others those that it names. */
const core: ReadonlySet<string> = new Set(["product", "engineering"]);

function isCore(pair: readonly [Lead, Lead]): boolean {
  return pair.every(({ domain }) => core.has(domain));
}

/** Whether a meeting is one of these two: both are named, by name or domain, one of them meets all, or it is "the leads" without names. */
function covers(
  meeting: CharterFacts["oneOnOnes"][number],
  pair: readonly [Lead, Lead],
  workspace: Parameters<typeof leadsOf>[1],
): boolean {
  if (meeting.people.length === 0) return true;
  const resolved = meeting.people.flatMap((name) => workspace.roster.resolveAll(name));
  const isNamed = (lead: Lead): boolean =>
    resolved.some((one) => one.person === lead.person || (one.person === undefined && one.domain === lead.domain));
  return meeting.people.length === 1 ? pair.some(isNamed) : pair.every(isNamed);
}
