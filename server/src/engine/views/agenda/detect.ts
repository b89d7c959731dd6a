import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { DateValue } from "../../model/date.js";
import type { Decision, Disagreement, OneOnOneNote } from "../../model/facts.js";
import { awaitedInputs, dateOf, decisionOpenness, decisionsForFindings } from "../../rules/shared/decisions.js";
import { raisedOn } from "../../rules/shared/disagreements.js";
import type { LockstepService } from "../../service/service.js";
import { boardOf } from "../board/board.js";
import type { Board, BoardRow } from "../board/types.js";
import { openDisagreementsIn } from "../open-disagreements.js";
import { pastDate } from "../passages.js";
import { NamedIn, textOfNote } from "./named.js";
import type { Pair } from "./sides.js";

/** A passage with the day from which it counts; undefined where nothing dates it. */
export interface Dated<Fact> extends Stated<Fact> {
  readonly since: DateValue | undefined;
}

export interface AwaitedInput extends Dated<Decision> {
  /** Who of the two, or of their domains, is asked. */
  readonly from: readonly string[];
}

/** What two leads have to talk about, before it has words. Oldest first. */
export interface AgendaMatter {
  /** Open decisions that are of one of their domains or of nobody yet, and wait for nobody's input. */
  readonly open: readonly Dated<Decision>[];
  /** Decided ones that touch both domains and are not presented as one shared decision. */
  readonly unbacked: readonly Dated<Decision>[];
  readonly disagreements: readonly Dated<Disagreement>[];
  /** Differences between their plans that the last note does not name; all of them where there is no note. */
  readonly newDrift: readonly BoardRow[];
  readonly knownDrift: readonly BoardRow[];
  readonly inputs: readonly AwaitedInput[];
  readonly board: Board;
}

/**
 * Gathers what is open between two leads. "New" needs no history: a difference between the plans is new where the last note of the pair names the item neither by a title
 * that a plan gives it nor by its id.
 */
export function matterBetween(
  pair: Pair,
  service: LockstepService,
  lastNote: Stated<OneOnOneNote> | undefined,
): AgendaMatter {
  const { workspace } = service;
  const concerns = new Concerns(pair, workspace);
  const open: Dated<Decision>[] = [];
  const unbacked: Dated<Decision>[] = [];
  const inputs: AwaitedInput[] = [];
  const disagreements: Dated<Disagreement>[] = [];
  for (const document of workspace.documents.values()) {
    if (!document.head.planning) continue;
    const withoutBacking = service.findings(document.path).filter(({ rule }) => rule === "decision-without-backing");
    for (const fact of decisionsForFindings(document)) {
      const dated = { document, fact, since: pastDate(dateOf(fact, document), workspace) };
      const from = isOpenDecision(fact, document, workspace) ? concerns.asked(fact) : [];
      if (from.length > 0) inputs.push({ ...dated, from });
      else if (!concerns.owns(fact, document)) continue;
      else if (isOpenDecision(fact, document, workspace)) open.push(dated);
      else if (withoutBacking.some(({ place }) => place.slot === fact.focus.slot && place.start === fact.focus.start))
        unbacked.push(dated);
    }
    for (const { fact } of openDisagreementsIn(document, workspace)) {
      if (!concerns.disputes(fact, document)) continue;
      disagreements.push({ document, fact, since: pastDate(raisedOn(fact, document), workspace) });
    }
  }
  const board = boardOf(service);
  const drift = board.rows.filter((row) => concerns.drifts(row, board));
  const named = new NamedIn(lastNote ? textOfNote(lastNote) : "");
  const isKnown = (row: BoardRow): boolean => named.anyOf(namesOf(row));
  return {
    open: oldestFirst(open),
    unbacked: oldestFirst(unbacked),
    inputs: oldestFirst(inputs),
    disagreements: oldestFirst(disagreements),
    newDrift: drift.filter((row) => !isKnown(row)),
    knownDrift: drift.filter(isKnown),
    board,
  };
}

function isOpenDecision(decision: Decision, document: PlanDocument, workspace: WorkspaceView): boolean {
  return decisionOpenness(decision, document, workspace, Number.POSITIVE_INFINITY) !== undefined;
}

function namesOf({ id, title, cells }: BoardRow): readonly (string | null)[] {
  return [id, title, ...cells.map((cell) => (cell?.kind === "item" ? cell.title : null))];
}

/** By date, what has none last; then by path and place. */
function oldestFirst<Thing extends Dated<Decision | Disagreement>>(things: readonly Thing[]): readonly Thing[] {
  const startOf = ({ since }: Thing): number => since?.end ?? Number.POSITIVE_INFINITY;
  return [...things].sort((a, b) => {
    const [one, other] = [startOf(a), startOf(b)];
    if (one !== other) return one - other;
    return a.document.path < b.document.path ? -1 : a.document.path > b.document.path ? 1 : 0;
  });
}

/** What is a matter between two sides, rather than one side's with a third. */
class Concerns {
  readonly #domains: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;

  constructor(
    pair: Pair,
    private readonly workspace: WorkspaceView,
  ) {
    this.#domains = new Set(pair.flatMap(({ domain }) => domain ?? []));
    this.#names = new Set(pair.map(({ name }) => name.toLowerCase()));
  }

  /** A decision of one of their domains, or of nobody; where no domain is known of them, any. */
  owns(decision: Decision, document: PlanDocument): boolean {
    const { domains } = this.workspace.ownershipOf(decision, document);
    return domains.length === 0 || this.#domains.size === 0 || domains.some((domain) => this.#domains.has(domain));
  }

  /** Who of the two or of their domains a decision waits for. */
  asked(decision: Decision): readonly string[] {
    const awaited = awaitedInputs(decision, this.workspace).filter(({ from }) => this.#isOurs(from));
    return [...new Set(awaited.map(({ from }) => from))];
  }

  /** A disagreement whose parties are of their domains, or not known; not one that a third domain is part of while one of theirs is not. */
  disputes(disagreement: Disagreement, document: PlanDocument): boolean {
    const domains = new Set(disagreement.parties.flatMap((party) => this.workspace.domainOf(party, document) ?? []));
    if (domains.size === 0 || this.#domains.size === 0) return true;
    const ours = [...domains].filter((domain) => this.#domains.has(domain)).length;
    return ours === this.#domains.size || (ours > 0 && ours === domains.size);
  }

  /** A difference between plans of both domains, or one that plans of no third domain take part in. */
  drifts({ differences }: BoardRow, { plans }: Board): boolean {
    if (this.#domains.size === 0) return differences.length > 0;
    return differences.some((difference) => {
      const domains = new Set(difference.plans.flatMap((index) => plans[index]?.domains ?? []));
      const ours = [...domains].filter((domain) => this.#domains.has(domain)).length;
      return ours === domains.size || (ours === this.#domains.size && ours > 1);
    });
  }

  #isOurs(name: string): boolean {
    return (
      this.workspace.roster.resolveAll(name).some(({ person, domain }) => {
        if (person?.name !== undefined && this.#names.has(person.name.toLowerCase())) return true;
        return domain !== undefined && this.#domains.has(domain);
      }) || this.#names.has(name.toLowerCase())
    );
  }
}
