import type { Board, BoardAgreement } from "../engine/views/board/types.js";
import { items } from "./board-words.js";
import { element, fragment, type Html } from "./html.js";

/** The number, what it means, and the filter. */
export function boardHead(board: Board, indexing: boolean): Html {
  const { agreement, rows, date } = board;
  const differing = rows.filter((row) => row.differences.length > 0).length;
  return element(
    "header",
    { class: "head" },
    score(agreement),
    element(
      "div",
      { class: "summary" },
      element("h1", {}, "One voice"),
      element("p", { class: "lead" }, leadOf(board)),
      element("ul", { class: "figures" }, ...figuresOf(board)),
      element(
        "p",
        { class: "note" },
        `As of ${date}.`,
        indexing ? " Documents are still being read; more may follow." : null,
      ),
    ),
    rows.length === 0 ? null : filter(differing, rows.length),
  );
}

function score({ percent }: BoardAgreement): Html {
  const label = percent === null ? "Nothing to compare" : `${percent} percent the same`;
  return element(
    "svg",
    { class: `score ${scoreClass(percent)}`, viewBox: "0 0 120 120", role: "img", "aria-label": label },
    element("circle", { class: "track", cx: 60, cy: 60, r: 52, pathLength: 100 }),
    percent === null || percent === 0
      ? null
      : element("circle", {
          class: "arc",
          cx: 60,
          cy: 60,
          r: 52,
          pathLength: 100,
          "stroke-dasharray": `${percent} 100`,
          transform: "rotate(-90 60 60)",
        }),
    element("text", { x: 60, y: 69, "text-anchor": "middle" }, percent === null ? "–" : `${percent} %`),
  );
}

function scoreClass(percent: number | null): string {
  if (percent === null) return "unknown";
  if (percent >= 90) return "good";
  return percent >= 60 ? "fair" : "poor";
}

function leadOf({ agreement, plans, apart }: Board): Html {
  const { percent, compared } = agreement;
  if (percent !== null)
    return fragment(
      "Ask two of these plans about an item that both answer for, and ",
      element("strong", {}, `${percent} % of the time`),
      ` you hear the same. ${items(compared)} in ${plans.length} plans are compared.`,
    );
  if (plans.length > 0) return fragment("These plans share items, but say nothing of them that can be compared.");
  if (apart.length === 0) return fragment("No plan is found: no roadmap, and no other document with priorities.");
  if (apart.length === 1) return fragment("There is one plan, and nothing to compare it with.");
  return fragment(`There are ${apart.length} plans, and no two of them speak of the same items and the same time.`);
}

function figuresOf({ agreement, rows }: Board): Html[] {
  const { compared, same, notCompared } = agreement;
  const otherwise = rows.filter((row) => row.differences.length > 0 && (row.agreement ?? 1) === 1).length;
  const figure = (amount: number, words: string, kind: string): Html | null =>
    amount === 0 ? null : element("li", { class: kind }, element("strong", {}, amount), ` ${words}`);
  return [
    figure(same, "the same everywhere", "same"),
    figure(compared - same, "not the same", "differ"),
    figure(otherwise, "with another date, status or owner only", "differ"),
    figure(notCompared, "in one plan only, or not to be compared", "quiet"),
  ].filter((each) => each !== null);
}

function filter(differing: number, all: number): Html {
  return element(
    "div",
    { class: "controls" },
    element(
      "label",
      {},
      element("input", { type: "checkbox", id: "differences-only" }),
      element("span", {}, "Differences only"),
    ),
    element(
      "p",
      { id: "shown", role: "status", "data-all": all, "data-differing": differing },
      `${items(all)}, ${differing} with differences`,
    ),
  );
}
