/** Cells of the rows of all Markdown tables in a fixture, headers left out; `\|` is a bar. */
export function tableRows(markdown: string): string[][] {
  const rows: string[][] = [];
  let body = false;
  for (const line of markdown.split("\n")) {
    if (!line.startsWith("|")) body = false;
    else if (/^\|(?: *:?-+:? *\|)+$/.test(line)) body = true;
    else if (body) {
      const cells = line.slice(1, line.lastIndexOf("|")).split(/(?<!\\)\|/);
      rows.push(cells.map((cell) => cell.trim().replaceAll("\\|", "|")));
    }
  }
  return rows;
}
