import type { ConfigurationProblem } from "../engine/config/configuration-set.js";
import type { PlanDocument } from "../engine/index/document.js";
import type { Place } from "../engine/markdown/slot.js";
import type { Finding } from "../engine/rules/check.js";
import type { Range } from "../engine/text/range.js";
import { rangeIn } from "./diagnostics.js";

/**
 * Names for what there is to report: equal reports have the same one, whenever and wherever it is taken, others in practice never. Serves
 * as result id, so that a client is not sent what it knows. It is their number and 53 bits of a hash (cyrb53).
 */
export function fingerprintOf(findings: readonly Finding[]): string {
  const hash = new Hash();
  for (const finding of findings) {
    const words = wordsOf(finding);
    hash.addNumber(words.low);
    hash.addNumber(words.high);
    addPlace(hash, finding.document, finding.place);
    for (const { document, place } of finding.related) addPlace(hash, document, place);
  }
  return `${findings.length}:${hash.value()}`;
}

/** Hashes of what findings say, which stays while their places move. */
const known = new WeakMap<Finding, Pick<Hash, "low" | "high">>();

function wordsOf(finding: Finding): Pick<Hash, "low" | "high"> {
  let words = known.get(finding);
  if (!words) {
    const hash = new Hash();
    for (const text of [finding.rule, finding.severity, finding.message]) hash.addText(text);
    for (const { document, message } of finding.related)
      for (const text of [document.path, message]) hash.addText(text);
    words = { low: hash.low, high: hash.high };
    known.set(finding, words);
  }
  return words;
}

export function configurationFingerprintOf(problems: readonly ConfigurationProblem[]): string {
  const hash = new Hash();
  for (const { message, range } of problems) {
    hash.addText(message);
    addRange(hash, range);
  }
  return `${problems.length}:${hash.value()}`;
}

function addPlace(hash: Hash, document: PlanDocument, place: Place): void {
  addRange(hash, rangeIn(document, place));
}

function addRange(hash: Hash, { start, end }: Range): void {
  hash.addNumber(start.line);
  hash.addNumber(start.character);
  hash.addNumber(end.line);
  hash.addNumber(end.character);
}

class Hash {
  low = 0xdeadbeef;
  high = 0x41c6ce57;

  addText(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.addNumber(text.charCodeAt(index));
    this.addNumber(-1);
  }

  addNumber(value: number): void {
    this.low = Math.imul(this.low ^ value, 2654435761);
    this.high = Math.imul(this.high ^ value, 1597334677);
  }

  value(): string {
    let low = Math.imul(this.low ^ (this.low >>> 16), 2246822507);
    low ^= Math.imul(this.high ^ (this.high >>> 13), 3266489909);
    let high = Math.imul(this.high ^ (this.high >>> 16), 2246822507);
    high ^= Math.imul(this.low ^ (this.low >>> 13), 3266489909);
    return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
  }
}
