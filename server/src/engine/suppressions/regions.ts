import type { Claim } from "./claims.js";

interface Region {
  readonly claim: Claim;
  readonly start: number;
  end: number;
  /** Of a region of all rules: from where on an `enable` takes one of them out. */
  readonly exceptions: Map<string, number>;
}

/** The stretches between `disable` and `enable`, entered in the order of the text. Regions of one rule do not overlap. */
export class Regions {
  /** `enable` claims that ended something. */
  readonly endings = new Set<Claim>();
  readonly #byRule = new Map<string, Region[]>();
  readonly #forAll: Region[] = [];
  readonly #openRules = new Set<string>();

  /** A rule that is already disabled there stays disabled by the earlier claim. */
  open(claim: Claim, offset: number): void {
    const rule = claim.rule?.name;
    const regions = rule === undefined ? this.#forAll : this.#regionsOf(rule);
    const last = regions.at(-1);
    if (isOpen(last)) {
      if (last.exceptions.size === 0) return;
      last.end = offset;
    }
    regions.push({ claim, start: offset, end: Infinity, exceptions: new Map() });
    if (rule !== undefined) this.#openRules.add(rule);
  }

  close(claim: Claim, offset: number): void {
    const rule = claim.rule?.name;
    const all = this.#forAll.at(-1);
    if (rule !== undefined) {
      this.#end(rule, claim, offset);
      if (!isOpen(all) || all.exceptions.has(rule)) return;
      all.exceptions.set(rule, offset);
      this.endings.add(claim);
      return;
    }
    for (const open of [...this.#openRules]) this.#end(open, claim, offset);
    if (!isOpen(all)) return;
    all.end = offset;
    this.endings.add(claim);
  }

  /** The claim that names the rule and holds at an offset of the document. */
  at(offset: number, rule: string): Claim | undefined {
    return regionAt(this.#byRule.get(rule) ?? [], offset)?.claim;
  }

  /** The claim of all rules that holds there. */
  atForAll(offset: number, rule: string): Claim | undefined {
    const region = regionAt(this.#forAll, offset);
    if (!region || offset >= (region.exceptions.get(rule) ?? Infinity)) return undefined;
    return region.claim;
  }

  #end(rule: string, claim: Claim, offset: number): void {
    const region = this.#byRule.get(rule)?.at(-1);
    if (!isOpen(region)) return;
    region.end = offset;
    this.#openRules.delete(rule);
    this.endings.add(claim);
  }

  #regionsOf(rule: string): Region[] {
    let regions = this.#byRule.get(rule);
    if (!regions) {
      regions = [];
      this.#byRule.set(rule, regions);
    }
    return regions;
  }
}

function isOpen(region: Region | undefined): region is Region {
  return region !== undefined && region.end === Infinity;
}

function regionAt(regions: readonly Region[], offset: number): Region | undefined {
  let low = 0;
  let high = regions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (regions[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const region = regions[low];
  return region && region.start <= offset && offset < region.end ? region : undefined;
}
