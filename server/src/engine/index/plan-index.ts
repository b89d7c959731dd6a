import type { DateValue } from "../model/date.js";
import type { PlanDocument } from "./document.js";
import { inPathOrder } from "./order.js";

interface Plan {
  readonly domain: string;
  readonly period: DateValue;
}

/** The roadmaps that are of one domain and cover a known period: those that a shadow plan is looked for in (SPEC §6). */
export class PlanIndex {
  readonly #plans = new Map<PlanDocument, Plan>();
  readonly #byDomain = new Map<string, Set<PlanDocument>>();

  /** Takes note of what a document is now; the plans whose findings that may change, where it changes any. */
  update(document: PlanDocument, domains: readonly string[]): readonly PlanDocument[] {
    const before = this.#plans.get(document);
    const after = planOf(document, domains);
    if (before?.domain === after?.domain && samePeriod(before?.period, after?.period)) return [];
    const concerned = new Set(this.beside(document));
    this.#remove(document, before);
    if (after) {
      this.#plans.set(document, after);
      const ofDomain = this.#byDomain.get(after.domain);
      if (ofDomain) ofDomain.add(document);
      else this.#byDomain.set(after.domain, new Set([document]));
      for (const other of this.beside(document)) concerned.add(other);
    }
    return [...concerned];
  }

  delete(document: PlanDocument): readonly PlanDocument[] {
    const concerned = this.beside(document);
    this.#remove(document, this.#plans.get(document));
    return concerned;
  }

  /** Plans of other domains whose period overlaps that of `document`, by path; none where it is no plan of one domain. */
  beside(document: PlanDocument): readonly PlanDocument[] {
    const plan = this.#plans.get(document);
    if (!plan) return [];
    const found: PlanDocument[] = [];
    for (const [domain, documents] of this.#byDomain) {
      if (domain === plan.domain) continue;
      for (const other of documents) {
        const period = this.#plans.get(other)?.period;
        if (period && overlap(period, plan.period)) found.push(other);
      }
    }
    return inPathOrder(found);
  }

  #remove(document: PlanDocument, plan: Plan | undefined): void {
    if (!plan) return;
    this.#plans.delete(document);
    this.#byDomain.get(plan.domain)?.delete(document);
  }
}

function planOf(document: PlanDocument, domains: readonly string[]): Plan | undefined {
  const { head, facts } = document;
  const [domain] = domains;
  if (!head.planning || head.kind !== "roadmap" || head.period === undefined) return undefined;
  if (domain === undefined || domains.length > 1 || !facts.items.some((item) => item.kind === "item")) return undefined;
  return { domain, period: head.period };
}

function samePeriod(a: DateValue | undefined, b: DateValue | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

/** Whether two stretches of time share a day. */
export function overlap(a: DateValue, b: DateValue): boolean {
  return a.start <= b.end && b.start <= a.end;
}
