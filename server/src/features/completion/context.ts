import type { PlanDocument } from "../../engine/index/document.js";
import type { FieldName } from "../../engine/model/facts.js";
import { fieldNameOf } from "../../engine/understand/field-names.js";

/** What may be written at a cursor. `from` is the offset at which it begins; what stands between is already typed. */
export type CompletionContext =
  | { readonly kind: "directive" | "rule" | "front-matter-key" | "label" | "handle"; readonly from: number }
  | {
      readonly kind: "value";
      readonly from: number;
      readonly field: FieldName;
      readonly form: "row" | "label" | "front-matter";
      /** The fields of the columns beside it, in a table. */
      readonly beside: readonly FieldName[];
    };

const rulesOfComment = /<!--\s*lockstep-(?:dis|en)able(?:-[a-z-]+)?\s+(?:[a-z-]+[,\s]+)*([a-z-]*)$/i;
const directive = /<!--\s*(l[a-z-]*)?$/i;
const labelledValue =
  /(?:^|[|;·(]|[-*+>]\s|\.\s)\s*(?:\*\*|__)?([\p{L}][\p{L} '’/-]{0,38}?)(?:\s*\([^()]{1,40}\))?(?:\*\*|__)?:(?:\*\*|__)?[ \t]+([^|:]*)$/u;
const startOfPassage = /^\s{0,12}(?:>\s?)*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(?:\*\*|__)?([\p{L}][\p{L} ]{0,30})?$/u;

/** What may be written at an offset; undefined where Lockstep has nothing to say: in code, in plain prose. */
export function completionContextAt(document: PlanDocument, offset: number): CompletionContext | undefined {
  const { text } = document;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(Math.max(lineStart, offset - 2_000), offset);
  const from = (typed: string | undefined): number => offset - (typed ?? "").length;
  const frontMatter = frontMatterBefore(text, offset);
  if (frontMatter !== undefined) return inFrontMatter(frontMatter, line, from);
  const slot = document.markdown.slots[document.markdown.slotAt(offset)];
  if (slot?.type === "code") return undefined;
  const rule = rulesOfComment.exec(line);
  if (rule && !line.slice(line.lastIndexOf("<!--")).includes(" --")) return { kind: "rule", from: from(rule[1]) };
  const word = directive.exec(line);
  if (word) return { kind: "directive", from: from(word[1]) };
  const handle = /(?:^|[\s(,[|])(@[\w.-]*)$/.exec(line);
  if (handle) return { kind: "handle", from: from(handle[1]) };
  if (/^\s*\|/.test(line)) return inRow(text, lineStart, line, from);
  const labelled = labelledValue.exec(line);
  const field = labelled && fieldNameOf(labelled[1] ?? "");
  if (labelled && field) {
    return { kind: "value", field, form: "label", from: from(lastOf(labelled[2] ?? "")), beside: [] };
  }
  const start = startOfPassage.exec(line);
  return start && text.slice(offset, offset + 1).trim() === "" ? { kind: "label", from: from(start[1]) } : undefined;
}

/** The front matter up to an offset inside of it. */
function frontMatterBefore(text: string, offset: number): string | undefined {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening || offset < opening[0].length) return undefined;
  const before = text.slice(opening[0].length, offset);
  return /^(?:---|\.\.\.)[ \t]*$/m.test(before) ? undefined : before;
}

function inFrontMatter(
  before: string,
  line: string,
  from: (typed: string | undefined) => number,
): CompletionContext | undefined {
  const key = /^([\w-]*)$/.exec(line);
  if (key) return { kind: "front-matter-key", from: from(key[1]) };
  const entry = /^([\w -]{1,40}):\s*(.*)/.exec(line);
  const listed = /^\s*-\s+(.*)/.exec(line);
  const above = listed ? [...before.matchAll(/^([\w -]{1,40}):[ \t]*$/gm)].at(-1)?.[1] : undefined;
  const name = entry?.[1] ?? above;
  const field = name === undefined ? undefined : (fieldNameOf(name) ?? (name.trim() === "kind" ? "type" : undefined));
  const typed = (entry?.[2] ?? listed?.[1] ?? "").replace(/^\[\s*/, "");
  if (!field) return undefined;
  return { kind: "value", field, form: "front-matter", from: from(lastOf(typed)), beside: [] };
}

const longestTable = 5_000;

/** The cell of a table, by the header some lines above; undefined for the header itself and the line below it. */
function inRow(
  text: string,
  lineStart: number,
  line: string,
  from: (typed: string | undefined) => number,
): CompletionContext | undefined {
  let start = lineStart;
  let delimiter = false;
  for (let row = 0; row < longestTable && start > 0; row += 1) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    const words = text.slice(above, start).trim();
    if (delimiter) {
      const columns = cellsOf(words).map((cell) => fieldNameOf(cell.replace(/[*_`]/g, "")));
      const cells = cellsOf(line);
      const field = columns[cells.length - 1];
      if (!field) return undefined;
      const beside = columns.filter((name) => name !== undefined);
      return { kind: "value", field, form: "row", from: from(lastOf(cells.at(-1) ?? "")), beside };
    }
    if (!words.includes("|")) return undefined;
    delimiter = /^[|:\s-]+$/.test(words) && words.includes("-");
    start = above;
  }
  return undefined;
}

/** What stands between the bars of a line; the last is what is typed so far. */
function cellsOf(line: string): string[] {
  return line
    .trimStart()
    .replace(/\\\|/g, "  ")
    .split("|")
    .slice(1)
    .map((cell) => cell.trimStart());
}

/** Of a list of names, the one that is being written. */
function lastOf(typed: string): string {
  const parts = typed.split(/[,;/&]\s*|\sand\s+/);
  return (parts.at(-1) ?? "").trimStart();
}
