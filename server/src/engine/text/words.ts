/** A domain as messages write it: "engineering" → "Engineering". */
export function domainTitle(domain: string): string {
  return domain === "" ? domain : (domain[0] as string).toUpperCase() + domain.slice(1);
}

/** "A", "A and B", "A, B and C". */
export function listOf(words: readonly string[]): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

/** A passage or title in a message: in quotes, on one line, at most `limit` characters (UTF-16 units). */
export function quoted(text: string, limit = 70): string {
  const line = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.:;,]$/, "");
  if (line.length <= limit) return `“${line}”`;
  const cut = line.lastIndexOf(" ", limit);
  return `“${line.slice(0, cut > limit / 2 ? cut : limit)}…”`;
}

/** "1 finding", "12 findings". */
export function count(amount: number, noun: string): string {
  return amount === 1 ? `1 ${noun}` : `${amount} ${noun}s`;
}

/** "1 day", "12 days". */
export function days(amount: number): string {
  return count(amount, "day");
}

/** First letter as a capital. */
export function capital(text: string): string {
  return text === "" ? text : (text[0] as string).toUpperCase() + text.slice(1);
}

/** The words of a text with one space around each, so that a phrase is found in it as a whole: " keep the red one ". */
export function spacedWords(text: string): string {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}
