import type { MarkdownDocument } from "../markdown/document.js";
import { offsetOf } from "../markdown/place.js";
import type { Place, Slot } from "../markdown/slot.js";
import { type Claim, claimsOf } from "./claims.js";
import type { SuppressionComment } from "./comments.js";
import { lineOf, NextLines } from "./lines.js";
import { Regions } from "./regions.js";

/** What suppressions ask of a finding. */
export interface SuppressibleFinding {
  readonly rule: string;
  readonly place: Place;
}

export interface SuppressionResult<Finding> {
  readonly kept: readonly Finding[];
  /** Each with the comment that speaks most nearly of it: its line's before its region's before the document's. */
  readonly suppressed: readonly { readonly finding: Finding; readonly comment: SuppressionComment }[];
  /** All claims of the document, and those among them that do something. */
  readonly claims: readonly Claim[];
  readonly used: ReadonlySet<Claim>;
}

const everyRule = "*";

/**
 * Takes away the findings that comments of their document suppress. A comment of a line speaks of findings that begin on that line.
 * Two comments that say the same of one line, region or document: the first does it, the second does nothing.
 */
export function applySuppressions<Finding extends SuppressibleFinding>(
  document: MarkdownDocument,
  comments: readonly SuppressionComment[],
  findings: readonly Finding[],
): SuppressionResult<Finding> {
  if (comments.length === 0) return unsuppressed(findings);
  return applyClaims(document.slots, claimsOf(document, comments), findings);
}

function unsuppressed<Finding>(findings: readonly Finding[]): SuppressionResult<Finding> {
  return { kept: findings, suppressed: [], claims: [], used: new Set() };
}

/** The same with some of the document's claims. */
export function applyClaims<Finding extends SuppressibleFinding>(
  slots: readonly Slot[],
  claims: readonly Claim[],
  findings: readonly Finding[],
): SuppressionResult<Finding> {
  if (claims.length === 0) return unsuppressed(findings);
  const lookup = new Lookup(slots, claims);
  const used = new Set(lookup.endings);
  const kept: Finding[] = [];
  const suppressed: { finding: Finding; comment: SuppressionComment }[] = [];
  for (const finding of findings) {
    const matching = lookup.claimsFor(finding);
    for (const claim of matching) used.add(claim);
    if (matching[0]) suppressed.push({ finding, comment: matching[0].comment });
    else kept.push(finding);
  }
  return { kept, suppressed, claims, used };
}

/** Claims by where they hold, so that asking takes the same time however many there are. */
class Lookup {
  readonly #lines = new Map<string, Claim>();
  readonly #file = new Map<string, Claim>();
  readonly #regions = new Regions();

  constructor(slots: readonly Slot[], claims: readonly Claim[]) {
    const nextLines = new NextLines(slots);
    for (const claim of claims) this.#add(claim, nextLines);
  }

  /** `enable` comments that end something. */
  get endings(): ReadonlySet<Claim> {
    return this.#regions.endings;
  }

  /** The claims that cover a finding, the nearest first. */
  claimsFor({ rule, place }: SuppressibleFinding): readonly Claim[] {
    const line = lineOf(place);
    const offset = offsetOf(place);
    const found = [
      this.#lines.get(`${line} ${rule}`),
      this.#lines.get(`${line} ${everyRule}`),
      this.#regions.at(offset, rule),
      this.#regions.atForAll(offset, rule),
      this.#file.get(rule),
      this.#file.get(everyRule),
    ];
    return found.filter((claim) => claim !== undefined);
  }

  #add(claim: Claim, nextLines: NextLines): void {
    const { comment, slotIndex, rule } = claim;
    const name = rule?.name ?? everyRule;
    switch (comment.directive) {
      case "disable-next-line": {
        const line = nextLines.after(slotIndex, comment.place.end);
        if (line !== undefined) addFirst(this.#lines, `${line} ${name}`, claim);
        return;
      }
      case "disable-line":
        addFirst(this.#lines, `${lineOf(comment.place)} ${name}`, claim);
        return;
      case "disable-file":
        addFirst(this.#file, name, claim);
        return;
      case "disable":
        this.#regions.open(claim, offsetOf(comment.place));
        return;
      case "enable":
        this.#regions.close(claim, offsetOf(comment.place));
        return;
      default:
        return;
    }
  }
}

function addFirst(claims: Map<string, Claim>, key: string, claim: Claim): void {
  if (!claims.has(key)) claims.set(key, claim);
}
