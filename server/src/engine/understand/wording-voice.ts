import type { DomainWord } from "./headings/domain-words.js";

/** Inside quotation marks somebody is quoted. */
export function isQuotation(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  const straight = (before.match(/"/g) ?? []).length % 2 === 1 && sentence.indexOf('"', at) >= 0;
  const curly =
    before.lastIndexOf("“") > before.lastIndexOf("”") ||
    before.lastIndexOf("«") > before.lastIndexOf("»") ||
    before.lastIndexOf("„") > Math.max(before.lastIndexOf("“"), before.lastIndexOf("”"));
  return straight || curly;
}

const reportedThat =
  /\b(?:said|says|thinks?|thought|feels?|felt|told (?:us|me|them|everyone|\p{Lu}\p{L}+)|complain(?:s|ed)|argue[sd]|claim(?:s|ed)|believe[sd]?|not(?:es|ed)|remark(?:s|ed)|add(?:s|ed)|found|admit(?:s|ted)|heard|insist(?:s|ed)|repeat(?:s|ed)|mention(?:s|ed)|joke[sd]|point(?:s|ed) out)\sthat\s$/iu;

/** "The product keeps crashing", "our design failed the test": the thing, not the people who make it. */
export function isCommonNoun(sentence: string, at: number, word: DomainWord): boolean {
  const before = sentence.slice(Math.max(at - 24, 0), at);
  if (/\b(?:we|us|our own|ourselves|myself|i) (?:in|at|of|from) (?:the )?$/i.test(before)) return true;
  const noun = /^(?:product|design|research|support|sales|data|security|development)$/i.test(word.text);
  if (!noun) return /\b(?:software|social|reverse|chaos|prompt|re)[ -]$/i.test(before);
  // "Ana said that product keeps …": whoever reports speaks of people.
  if (reportedThat.test(sentence.slice(Math.max(at - 60, 0), at))) return false;
  if (
    /^\p{Ll}/u.test(word.text) &&
    /\b(?:the|a|an|this|that|our|their|your|its|every|each|any|new|old|whole|final|good|bad|same)\s+$/i.test(before)
  ) {
    return !/^\s+(?:team|people|folks|side|managers?|leads?|org)\b/i.test(sentence.slice(at + word.text.length));
  }
  return false;
}

/** What might be, or how a rule words it: "if Engineering refuses", "when Product keeps…", "whether". */
export function isHypothetical(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(at - 40, 0), at);
  return /\b(?:if|when(?:ever)?|unless|whether|should|in case|no one|nobody|not that|(?:nobody|no one) (?:says?|said|thinks?|thought|claims?|claimed)(?: that)?|never say|instead of|rather than)\s+(?:the )?$/i.test(
    before,
  );
}
