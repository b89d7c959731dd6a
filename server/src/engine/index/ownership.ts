import type { Decision, Mention, Written } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import type { Roster } from "../people/roster.js";
import type { Vocabulary } from "../understand/context.js";
import type { PlanDocument } from "./document.js";

/** Who is accountable for a decision, as far as the documents say (SPEC §6 "Owners and domains"). */
export interface Ownership {
  /** Owning domains, in the order in which they are named. */
  readonly domains: readonly string[];
  /** Where the ownership is said; "none" where it is not. */
  readonly ownedBy: "passage" | "context" | "path" | "none";
  /**
   * Whether anybody accountable is named: a domain, a person, a team. Minutes of a body that is none of these ("Weekly sync") are a context, and
   * nobody's decision for all that.
   */
  readonly named: boolean;
  /** Owner-like names in the passage or its context that ownership was read from. */
  readonly owners: readonly Mention[];
  /** Owned or backed by two domains or more, or said to be joint. */
  readonly joint: boolean;
  /** Domains that stand behind it: owners, approvers, deciders and backers of theirs. */
  readonly backing: readonly string[];
  /** Domains that it belongs to, whoever made it: by domain word, else by owner, else by its context. */
  readonly accountable: readonly string[];
  /** Domains of those who made it; undefined where nobody is named, or somebody whose domain is not known. */
  readonly madeBy: readonly string[] | undefined;
}

/** Whose word weighs first: approver before decider before driver; a named owner before all. */
const roleOrder: readonly (readonly Mention["role"][])[] = [
  ["owner", "dri", "lead"],
  ["approver"],
  ["decider", "prose"],
  ["driver", "champion", "sponsor", "shepherd", "contact"],
];

const ownerRoles: readonly Mention["role"][] = ["owner", "dri", "lead"];
const deciderRoles: readonly Mention["role"][] = ["decider", "prose"];
const approverRoles: readonly Mention["role"][] = ["approver", "driver"];

interface Names {
  readonly roster: Roster;
  readonly vocabulary: Vocabulary;
}

/** The ownership of decisions, kept for the document that was asked about last: several rules ask, and again after each edit. */
export class Ownerships {
  #head: DocumentHead | undefined;
  #names: Names | undefined;
  #known = new WeakMap<Decision, Ownership>();

  of(decision: Decision, document: PlanDocument, names: Names): Ownership {
    const { head } = document;
    if (head !== this.#head || names.roster !== this.#names?.roster || names.vocabulary !== this.#names.vocabulary) {
      this.#head = head;
      this.#names = names;
      this.#known = new WeakMap();
    }
    let ownership = this.#known.get(decision);
    if (!ownership) {
      ownership = ownershipOf(decision, document, names);
      this.#known.set(decision, ownership);
    }
    return ownership;
  }
}

/** Reads the ownership of a decision through the roster. */
function ownershipOf(stated: Decision, document: PlanDocument, names: Names): Ownership {
  const decision = withKnownNames(stated, names.roster);
  const inPassage = read([...decision.owners, ...decision.deciders], decision.domainWords, names);
  const backing = unique([
    ...domainsOf(decision.backing, names),
    ...domainsOf(decision.owners, names),
    ...domainsOf(decision.deciders, names),
    ...wordDomains(decision.domainWords, names),
  ]);
  const finish = (
    ownedBy: Ownership["ownedBy"],
    domains: readonly string[],
    owners: readonly Mention[],
  ): Ownership => ({
    ownedBy,
    domains,
    owners,
    named:
      ownedBy !== "none" &&
      (domains.length > 0 || withoutGatherings(owners, names).length > 0 || isOwningBody(document.head.body, names)),
    backing: unique([...backing, ...(ownedBy === "none" ? [] : domains)]),
    joint: decision.joint || domains.length > 1 || backing.length > 1,
    accountable: accountableOf(decision, document, names),
    madeBy: madeByOf(decision, names),
  });
  if (inPassage.found) return finish("passage", inPassage.domains, [...decision.owners, ...decision.deciders]);
  // "Product and Engineering back it": whoever stands behind it together, where nobody else is named.
  const backers = domainsOf(decision.backing, names);
  if (backers.length > 1) return finish("passage", backers, decision.backing);
  const inContext = read(decision.contextOwners, decision.contextDomainWords, names);
  if (inContext.found || decision.ownedByContext) return finish("context", inContext.domains, decision.contextOwners);
  const own = document.head.domainWords.filter((word) => word.source !== "path");
  const inHead = read(document.head.owners, own, names);
  if (inHead.found) return finish("context", inHead.domains, document.head.owners);
  const byPath = wordDomains(document.head.domainWords, names);
  if (byPath.length > 0) return finish("path", byPath, []);
  return finish("none", [], []);
}

/** A decision without the words in small letters that might have been names. */
function withKnownNames(decision: Decision, roster: Roster): Decision {
  const { owners, deciders } = decision;
  if (![...owners, ...deciders].some(({ unsure }) => unsure)) return decision;
  const isKnown = ({ unsure, text }: Mention): boolean => !unsure || roster.resolve(text).person !== undefined;
  return { ...decision, owners: owners.filter(isKnown), deciders: deciders.filter(isKnown) };
}

/** Bodies that own what they decide; leads, boards and meetings are gatherings of owners. */
const owningBody =
  /\b(?:teams?|squads?|tribe|guild|chapter|sigs?|wgs?|working[ -]groups?|committee|council|tsc|toc|subproject)\b/i;

/**
 * Where leads of domains sit together, which is no domain: told only where a roster says which domains there are. A council or a committee that is
 * called by nothing but when or for whom it sits ("Tuesday council", "the joint committee") is that of the leads.
 */
const gathering =
  /\b(?:steering|leadership|leads['’]?|governing|executive|foundation|management)\b.*\b(?:committee|council|group|team)\b|^(?:(?:the|our|a|all|whole|full|joint|common|shared|small|big|grand|inner|regular|usual|extraordinary|annual|quarterly|monthly|fortnightly|biweekly|bi-weekly|weekly|daily|morning|evening|spring|summer|autumn|winter|company|cross-(?:team|domain|functional)|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]?s?|january|february|march|april|may|june|july|august|september|october|november|december)\s+)*(?:council|committee|group)\b/i;

/** What is made up of people of several domains: its notes are no domain's, where a roster says which domains there are and gives it to none. */
const mixed = /\b(?:squad|tribe|pod)\b/i;

function isOwningBody(body: string | undefined, names: Names): boolean {
  if (body === undefined || (names.roster.exists && gathering.test(body))) return false;
  if (wordDomains([{ text: body }], names).length > 0) return true;
  return owningBody.test(body) && !(names.roster.exists && mixed.test(body));
}

function accountableOf(decision: Decision, document: PlanDocument, names: Names): readonly string[] {
  const ofRole = (mentions: readonly Mention[]): readonly Mention[] =>
    mentions.filter((mention) => ownerRoles.includes(mention.role));
  const candidates = [
    () => wordDomains(decision.domainWords, names),
    () => domainsOf(ofRole(decision.owners), names),
    () => wordDomains(decision.contextDomainWords, names),
    () => domainsOf(ofRole(decision.contextOwners), names),
    () => domainsOf(ofRole(document.head.owners), names),
    () => wordDomains(document.head.domainWords, names),
  ];
  for (const candidate of candidates) {
    const domains = candidate();
    if (domains.length > 0) return domains;
  }
  return [];
}

function madeByOf(decision: Decision, names: Names): readonly string[] | undefined {
  const ofRoles = (roles: readonly Mention["role"][]): readonly Mention[] =>
    decision.owners.filter((mention) => roles.includes(mention.role));
  const named = [...decision.deciders, ...ofRoles(deciderRoles)];
  // "Decision (Rigging): … Ana decided it": whose it is has not made it where somebody else is said to have.
  const others = named.filter(({ text }) => !decision.domainWords.some((word) => word.text === text));
  const made = others.length > 0 ? others : named;
  // Who approves what somebody else owns has not made it alone.
  const deciders = made.length > 0 || ofRoles(ownerRoles).length > 0 ? made : ofRoles(approverRoles);
  const resolved = deciders.flatMap((mention) => names.roster.resolveAll(mention.text));
  if (resolved.length === 0 || resolved.some((one) => one.domain === undefined)) return undefined;
  return unique(resolved.map((one) => one.domain as string));
}

function read(
  mentions: readonly Mention[],
  words: readonly Pick<Written, "text">[],
  names: Names,
): { found: boolean; domains: readonly string[] } {
  const named = wordDomains(words, names);
  // Who made it does not share in a decision whose domain is said.
  for (const roles of named.length > 0 ? roleOrder.slice(0, 1) : roleOrder) {
    const ofRole = mentions.filter((mention) => roles.includes(mention.role));
    const domains = domainsOf(ofRole, names);
    if (domains.length > 0) return { found: true, domains: unique([...named, ...domains]) };
  }
  return { found: named.length > 0 || withoutGatherings(mentions, names).length > 0, domains: named };
}

function withoutGatherings(owners: readonly Mention[], { roster }: Names): readonly Mention[] {
  return roster.exists ? owners.filter(({ text }) => !gathering.test(text)) : owners;
}

function domainsOf(mentions: readonly Mention[], names: Names): string[] {
  return unique(
    mentions.map((mention) => names.roster.resolve(mention.text).domain).filter((domain) => domain !== undefined),
  );
}

function wordDomains(words: readonly Pick<Written, "text">[], names: Names): string[] {
  return unique(
    words
      .map((word) => names.vocabulary.domainByWord.get(word.text.toLowerCase()) ?? charterDomain(word.text, names))
      .filter((domain) => domain !== undefined),
  );
}

/** A domain that no configuration names, only a charter's table. */
function charterDomain(word: string, { roster }: Names): string | undefined {
  const { domain, person } = roster.resolve(word);
  return person === undefined ? domain : undefined;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
