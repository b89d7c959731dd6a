import type { Place, Slot } from "../markdown/slot.js";
import { isSame } from "../text/same.js";
import type { SectionFacts } from "./reader.js";

interface Placed {
  readonly place: Place;
}

/**
 * Facts of an earlier reading. One that comes out of a later reading as it was stays the same object, so that indexes and rules see
 * nothing change where a section was only read again.
 */
export class KnownFacts {
  readonly #bySlot = new Map<Slot, Placed[]>();

  constructor(earlier: readonly SectionFacts[]) {
    for (const facts of earlier) for (const list of Object.values(facts)) for (const fact of list) this.#add(fact);
  }

  /** The facts, known ones in the place of those that are equal to them. */
  in(facts: SectionFacts): SectionFacts {
    if (this.#bySlot.size === 0) return facts;
    const taken = <Fact extends Placed>(list: readonly Fact[]): readonly Fact[] =>
      list.length === 0 ? list : list.map((fact) => this.#take(fact));
    return {
      decisions: taken(facts.decisions),
      disagreements: taken(facts.disagreements),
      questions: taken(facts.questions),
      items: taken(facts.items),
      roster: taken(facts.roster),
      standIns: taken(facts.standIns),
      oneOnOnes: taken(facts.oneOnOnes),
      wordings: taken(facts.wordings),
      sharedPurposes: taken(facts.sharedPurposes),
    };
  }

  #add(fact: Placed): void {
    const others = this.#bySlot.get(fact.place.slot);
    if (others) others.push(fact);
    else this.#bySlot.set(fact.place.slot, [fact]);
  }

  /** Each known fact once: a passage may state two that are equal. */
  #take<Fact extends Placed>(fact: Fact): Fact {
    const known = this.#bySlot.get(fact.place.slot);
    const index = known?.findIndex((one) => one.place.start === fact.place.start && isSame(one, fact)) ?? -1;
    return index < 0 ? fact : (known!.splice(index, 1)[0] as Fact);
  }
}
