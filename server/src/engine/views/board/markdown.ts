import { escapedLink, escapeInline } from "../../markdown/escape.js";
import { count } from "../../text/words.js";
import type { Board, BoardCell, BoardRow } from "./types.js";

/** The board as a Markdown table, for a terminal or a comment. `hrefOf` gives the address of a plan by its path. */
export function boardMarkdown(board: Board, hrefOf: (path: string) => string): string {
  const { agreement, plans, rows, apart } = board;
  const { percent, compared, same } = agreement;
  const blocks = [
    percent === null ? "# One voice" : `# One voice: ${percent} %`,
    percent === null
      ? "Nothing can be compared: there are fewer than two plans, or no two of them speak of the same items and time."
      : `${same} of ${count(compared, "item")} that two plans or more answer for ${same === 1 ? "is" : "are"} the same everywhere.`,
  ];
  if (rows.length > 0) {
    const header = ["Item", ...plans.map(({ speaker, path }) => escapedLink(speaker, hrefOf(path))), "What differs"];
    const lines = rows.map((row) => [escapeInline(row.title), ...row.cells.map(cellText), differencesText(row)]);
    blocks.push([header, header.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
  }
  if (apart.length > 0) {
    const names = apart.map(({ title, path }) => `- ${escapedLink(title ?? path, hrefOf(path))}`);
    blocks.push(`Compared with nothing:\n\n${names.join("\n")}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

function cellText(cell: BoardCell | null): string {
  if (cell === null) return "";
  if (cell.kind === "gap") return "*missing*";
  const priority = cell.priority ? escapeInline(cell.priority.text) : "no priority";
  return cell.open ? priority : `${priority} (${escapeInline(cell.status ?? "closed")})`;
}

function differencesText({ differences }: BoardRow): string {
  return differences.map(({ kind, text }) => `${kind}: ${escapeInline(text)}`).join("; ");
}
