import type { PlanDocument } from "../../engine/index/document.js";
import type { Stated, WorkspaceView } from "../../engine/index/view.js";
import type { Decision, Facts, PlanItem } from "../../engine/model/facts.js";
import type { Person, Roster } from "../../engine/people/roster.js";
import { count, domainTitle, listOf } from "../../engine/text/words.js";
import type { Addresses } from "../addresses.js";
import { type Fact, factsOf, inOrder, nameOf } from "../entities/facts.js";
import { documentsNaming, samePerson } from "../entities/groups.js";
import { mentionsOf } from "../entities.js";
import { bullet, type Line, linkToPlace, paragraph, shortened } from "../markup.js";

/** Facts of each kind that are shown; the rest is counted. */
const shown = 5;

/** Who a person is, what they own, and what waits for them. */
export function personLines(person: Person, workspace: WorkspaceView, addresses: Addresses): readonly Line[] {
  const { roster } = workspace;
  const handle = person.handle === undefined ? "" : `@${person.handle}`;
  const role = person.domain === undefined ? "no domain" : domainTitle(person.domain);
  const is = (text: string): boolean =>
    roster.resolveAll(text).some((one) => one.person !== undefined && samePerson(one.person, person));
  const owned: Stated<Fact>[] = [];
  const asked: Stated<Fact>[] = [];
  const disputed: Stated<Fact>[] = [];
  for (const document of documentsNaming({ kind: "person", person, spelling: "name" }, workspace)) {
    for (const fact of factsOf(document)) {
      const stated = { fact, document };
      if (fact.kind === "decision" && fact.inputs.some((one) => one.state === "requested" && is(one.from)))
        asked.push(stated);
      if (fact.kind === "disagreement") {
        if (fact.status === "open" && mentionsOf(fact).some(({ text }) => is(text))) disputed.push(stated);
      } else if (ownersOf(fact).some(is)) owned.push(stated);
    }
  }
  return [
    paragraph({ strong: person.name ?? handle }, person.name !== undefined && handle !== "" ? ` ${handle}` : ""),
    paragraph(`${person.lead ? "Lead" : "Member"} · ${role}`),
    ...listed("Input asked and not received", asked, addresses),
    ...listed("Open disagreements", disputed, addresses),
    ...listed("Owns", owned, addresses),
  ];
}

function ownersOf(fact: Fact): readonly string[] {
  if (fact.kind === "decision") return [...fact.owners, ...fact.deciders].map(({ text }) => text);
  return "owners" in fact ? fact.owners.map(({ text }) => text) : [];
}

/** Who belongs to a domain, and what it is accountable for. */
export function domainLines(domain: string, workspace: WorkspaceView, addresses: Addresses): readonly Line[] {
  const { people } = workspace.roster;
  const ofDomain = people.filter((person) => person.domain === domain);
  const leads = ofDomain.filter((person) => person.lead).map(called);
  const members = ofDomain.filter((person) => !person.lead).map(called);
  const open: Stated<Fact>[] = [];
  const plans: PlanDocument[] = [];
  let decided = 0;
  let items = 0;
  for (const document of workspace.documents.values()) {
    if (!document.head.planning) continue;
    const own = workspace.domainsOfDocument(document).includes(domain);
    if (own && document.head.kind === "roadmap") plans.push(document);
    for (const { fact, domains } of withDomains(document, workspace)) {
      if (!domains.includes(domain)) continue;
      if (fact.kind === "item") items += 1;
      else if (fact.status === "open") open.push({ fact, document });
      else decided += 1;
    }
  }
  return [
    paragraph({ strong: domainTitle(domain) }),
    paragraph(leads.length > 0 ? `Led by ${listOf(leads)}.` : "Nobody is said to lead it."),
    ...(members.length > 0 ? [paragraph(`Members: ${listOf(members)}.`)] : []),
    paragraph(
      `${count(decided, "settled decision")}, ${count(open.length, "open one")}, ${count(items, "plan item")}.`,
    ),
    ...plans.slice(0, shown).map((plan) => bullet("Plan: ", linkToPlace(plan, plan.head.place, addresses))),
    ...listed("Open decisions", open, addresses),
  ];
}

interface OfDomains {
  readonly fact: Decision | PlanItem;
  readonly domains: readonly string[];
}

const domainsByFacts = new WeakMap<Facts, { readonly roster: Roster; readonly found: readonly OfDomains[] }>();

/** Decisions and items with their domains; kept with the facts, as a hover looks at all documents. */
function withDomains(document: PlanDocument, workspace: WorkspaceView): readonly OfDomains[] {
  const { roster } = workspace;
  let known = domainsByFacts.get(document.facts);
  if (known?.roster !== roster) {
    const items = document.facts.items.filter(({ kind }) => kind === "item");
    const found = [
      ...document.facts.decisions.map((fact) => ({ fact, domains: workspace.ownershipOf(fact, document).domains })),
      ...items.map((fact) => ({ fact, domains: workspace.domainsOfItem(fact, document) })),
    ];
    known = { roster, found };
    domainsByFacts.set(document.facts, known);
  }
  return known.found;
}

function called(person: Person): string {
  return person.name ?? `@${person.handle}`;
}

function listed(title: string, stated: readonly Stated<Fact>[], addresses: Addresses): readonly Line[] {
  if (stated.length === 0) return [];
  const rest = stated.length - shown;
  return [
    paragraph(`${title}:`),
    ...inOrder(stated)
      .slice(0, shown)
      .map(({ fact, document }) =>
        bullet(`${shortened(nameOf(fact, document))} `, linkToPlace(document, fact.focus, addresses)),
      ),
    ...(rest > 0 ? [bullet(`and ${rest} more`)] : []),
  ];
}
