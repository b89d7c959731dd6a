import type { PlanDocument } from "../../index/document.js";
import type { Place, Slot } from "../../markdown/slot.js";
import type { Finding } from "../../rules/check.js";
import type { LockstepService } from "../../service/service.js";
import type { Phrase } from "../../text/phrase.js";
import type { BoardFinding } from "./types.js";

/** The service's findings by rule and place. Each document's are asked for once. */
export class FindingsByPlace {
  readonly #documents = new Map<PlanDocument, Map<Slot, Map<string, Finding[]>>>();

  constructor(
    private readonly service: LockstepService,
    private readonly say: (words: Phrase) => string,
  ) {}

  at(rule: string, document: PlanDocument, { slot, start, end }: Place): readonly BoardFinding[] {
    const found =
      this.#placesOf(document)
        .get(slot)
        ?.get(keyOf(rule, start, end)) ?? [];
    return found.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      path: document.path,
      range: document.markdown.rangeOf(finding.place),
      message: finding.message,
      fixes: finding.fixes().map((fix) => this.say(fix.title)),
    }));
  }

  #placesOf(document: PlanDocument): Map<Slot, Map<string, Finding[]>> {
    let places = this.#documents.get(document);
    if (!places) {
      places = new Map();
      for (const finding of this.service.findings(document.path)) enter(places, finding);
      this.#documents.set(document, places);
    }
    return places;
  }
}

function enter(places: Map<Slot, Map<string, Finding[]>>, finding: Finding): void {
  const { slot, start, end } = finding.place;
  let inSlot = places.get(slot);
  if (!inSlot) {
    inSlot = new Map();
    places.set(slot, inSlot);
  }
  const key = keyOf(finding.rule, start, end);
  const there = inSlot.get(key);
  if (there) there.push(finding);
  else inSlot.set(key, [finding]);
}

function keyOf(rule: string, start: number, end: number): string {
  return `${rule} ${start} ${end}`;
}
