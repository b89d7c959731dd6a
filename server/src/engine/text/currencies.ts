/** How amounts of money are marked in front of the figure: "€5", "EUR 5". Source of a pattern for case-insensitive use, without anchors. */
export const currencyBefore =
  "(?:[$€£¥]|(?<![\\p{L}\\p{N}])(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|JPY|CNY|AUD|NZD|ZAR|BRL|MXN|SGD|HKD)(?=\\s?\\d))";
/** The same behind the figure: "5 €", "5 euros", "5 EUR". */
export const currencyBehind =
  "(?:[€£¥]|(?:euros?|dollars?|pounds?|francs?|crowns|kron(?:a|or|er)|z[lł]oty|eur|usd|gbp|chf|sek|nok|dkk|pln|czk)(?![\\p{L}\\p{N}]))";

const signs: ReadonlyMap<string, string> = new Map([
  ["€", "eur"],
  ["$", "usd"],
  ["£", "gbp"],
  ["¥", "jpy"],
  ["euro", "eur"],
  ["dollar", "usd"],
  ["pound", "gbp"],
  ["franc", "chf"],
]);

/** One word for a currency however it is marked; what is no currency comes back in small letters. */
export function currencyOf(mark: string): string {
  const plain = mark.trim().toLowerCase();
  return signs.get(plain) ?? signs.get(plain.replace(/s$/, "")) ?? plain;
}
