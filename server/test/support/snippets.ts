const people = ["Priya Nair", "Amelia Chen"];

/** What a snippet leaves where somebody takes what it proposes: the first choice, 15 June 2026 as today, and people of the roster for names. */
export function filledSnippet(snippet: string): string {
  let person = 0;
  return snippet
    .replace(/\$\{CURRENT_YEAR\}/g, "2026")
    .replace(/\$\{CURRENT_MONTH\}/g, "06")
    .replace(/\$\{CURRENT_DATE\}/g, "15")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:(?:name|one lead|the other|one)\}/gi, () => people[person++ % people.length]!)
    .replace(/(?<!\\)\$\{\d+:([^{}]*)\}/g, "$1")
    .replace(/(?<!\\)\$\d+/g, "")
    .replace(/\\([$}\\])/g, "$1");
}
