// What makes the board's page move: arrow keys over the grid, the filter, and in an editor messages. The page reads well without it.

interface EditorState {
  readonly differencesOnly?: boolean;
}

interface Editor {
  postMessage(message: unknown): void;
  getState(): EditorState | undefined;
  setState(state: EditorState): void;
}

declare const acquireVsCodeApi: (() => Editor) | undefined;

const editor = typeof acquireVsCodeApi === "function" ? acquireVsCodeApi() : undefined;
const main = document.getElementById("board");
const rowsOfAPage = 10;
const controls = "a, button, summary";
let differencesOnly = editor?.getState()?.differencesOnly === true;
/** The cell that the Tab key leads to. */
let current: HTMLElement | undefined;

begin();
document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
document.addEventListener("change", onChange);
document.addEventListener("focusin", onFocus);
window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isUpdate(data)) replace(data.html);
});

/** Makes a grid of the table: one stop for the Tab key, arrow keys within it. */
function begin(): void {
  const grid = document.getElementById("grid");
  if (!grid) return;
  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-readonly", "true");
  for (const row of grid.querySelectorAll("tr")) row.setAttribute("role", "row");
  for (const cell of cellsIn(grid)) {
    cell.tabIndex = -1;
    if (cell.tagName === "TD") cell.setAttribute("role", "gridcell");
    for (const control of cell.querySelectorAll<HTMLElement>(controls)) control.tabIndex = -1;
  }
  current = undefined;
  makeCurrent(cellsIn(grid)[0]);
  filter();
}

/** Puts another board in the place of this one; focus and scroll position stay where they were. */
function replace(html: string): void {
  if (!main) return;
  const scroll = document.querySelector(".scroll");
  const [left, top] = [scroll?.scrollLeft ?? 0, scroll?.scrollTop ?? 0];
  const within = main.contains(document.activeElement);
  const row = rowTitle(current);
  const column = current ? columnOf(current) : 0;
  const filtering = document.activeElement?.id === "differences-only";
  main.innerHTML = html;
  begin();
  document.querySelector(".scroll")?.scrollTo(left, top);
  if (!within) return;
  if (filtering) document.getElementById("differences-only")?.focus();
  else focusCell(visibleRows().find((each) => rowTitle(each) === row)?.cells[column]);
}

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLTableCellElement>("#grid th, #grid td");
  if (!cell || event.altKey || event.metaKey) return;
  const usable = controlsIn(cell);
  const inside = target !== cell;
  if (inside && event.key === "Escape") cell.focus();
  else if (inside && event.key === "ArrowDown") step(usable, target, 1);
  else if (inside && event.key === "ArrowUp") step(usable, target, -1);
  else if (!inside && (event.key === "Enter" || event.key === "F2")) enter(usable);
  else if (inside || !move(cell, event)) return;
  event.preventDefault();
}

/** A cell's only control is used at once; of several the first is gone to. */
function enter(usable: readonly HTMLElement[]): void {
  const [first] = usable;
  if (usable.length === 1 && first?.tagName !== "SUMMARY") first?.click();
  else first?.focus();
}

function step(usable: readonly HTMLElement[], from: HTMLElement, by: number): void {
  usable[usable.indexOf(from) + by]?.focus();
}

/** Whether the key goes somewhere. */
function move(cell: HTMLTableCellElement, { key, ctrlKey }: KeyboardEvent): boolean {
  const rows = visibleRows();
  const row = rows.indexOf(cell.parentElement as HTMLTableRowElement);
  const column = columnOf(cell);
  const last = (rows[row]?.cells.length ?? 1) - 1;
  const goTo = (toRow: number, toColumn: number): void => {
    const clamped = Math.max(0, Math.min(rows.length - 1, toRow));
    focusCell(rows[clamped]?.cells[Math.max(0, Math.min(last, toColumn))]);
  };
  if (key === "ArrowRight") goTo(row, column + 1);
  else if (key === "ArrowLeft") goTo(row, column - 1);
  else if (key === "ArrowDown") goTo(row + 1, column);
  else if (key === "ArrowUp") goTo(row - 1, column);
  else if (key === "PageDown") goTo(row + rowsOfAPage, column);
  else if (key === "PageUp") goTo(row - rowsOfAPage, column);
  else if (key === "Home") goTo(ctrlKey ? 0 : row, 0);
  else if (key === "End") goTo(ctrlKey ? rows.length - 1 : row, last);
  else return false;
  return true;
}

function onClick(event: MouseEvent): void {
  const control = (event.target as HTMLElement).closest<HTMLElement>("[data-action]");
  if (!control || !editor) return;
  const { action, path, range, rule, title } = control.dataset;
  const place = { path, range: rangeOf(range ?? "") };
  editor.postMessage(action === "fix" ? { type: "fix", ...place, rule, title } : { type: "open", ...place });
}

function onChange({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || target.id !== "differences-only") return;
  differencesOnly = target.checked;
  editor?.setState({ differencesOnly });
  filter();
}

function onFocus({ target }: FocusEvent): void {
  makeCurrent((target as HTMLElement).closest<HTMLElement>("#grid th, #grid td") ?? undefined);
}

function filter(): void {
  const box = document.getElementById("differences-only");
  if (!(box instanceof HTMLInputElement)) return;
  box.checked = differencesOnly;
  const shown = document.getElementById("shown");
  const differing = Number(shown?.dataset.differing);
  document.getElementById("grid")?.classList.toggle("differences-only", differencesOnly);
  const nothing = document.getElementById("nothing");
  if (nothing) nothing.hidden = !(differencesOnly && differing === 0);
  if (shown) shown.textContent = (differencesOnly ? shown.dataset.filtered : shown.dataset.unfiltered) ?? "";
  const row = current?.parentElement;
  if (row instanceof HTMLTableRowElement && !visibleRows().includes(row)) makeCurrent(visibleRows()[0]?.cells[0]);
}

function focusCell(cell: HTMLElement | undefined): void {
  if (!cell) return;
  makeCurrent(cell);
  cell.focus({ preventScroll: true });
  // Sticky headers would cover what is only just in view.
  cell.scrollIntoView({ block: "center", inline: "nearest" });
}

function makeCurrent(cell: HTMLElement | undefined): void {
  if (!cell || cell === current) return;
  if (current) current.tabIndex = -1;
  cell.tabIndex = 0;
  current = cell;
}

function visibleRows(): HTMLTableRowElement[] {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("#grid tr")];
  return differencesOnly ? rows.filter((row) => !row.classList.contains("agreeing")) : rows;
}

function cellsIn(grid: HTMLElement): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>("th, td")];
}

/** What can be used in a cell now: what stands in closed details cannot. */
function controlsIn(cell: HTMLElement): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>(controls)].filter(
    (control) => control.tagName === "SUMMARY" || control.closest("details:not([open])") === null,
  );
}

function columnOf(cell: HTMLElement): number {
  return cell instanceof HTMLTableCellElement ? cell.cellIndex : 0;
}

function rowTitle(within: HTMLElement | undefined): string {
  return within?.closest("tr")?.cells[0]?.textContent ?? "";
}

/** "1:2-3:4", as the page writes it. */
function rangeOf(text: string): unknown {
  const [line, character, endLine, endCharacter] = text.split(/[:-]/).map(Number);
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function isUpdate(data: unknown): data is { readonly html: string } {
  return typeof data === "object" && data !== null && "type" in data && data.type === "board" && "html" in data;
}
