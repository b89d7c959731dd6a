import { type Phrase, phrase } from "../engine/text/phrase.js";
import type { Board, BoardAgreement } from "../engine/views/board/types.js";
import { items, type Say, wordsAround } from "./board-words.js";
import { element, fragment, type Html } from "./html.js";

/** The number, what it means, and the filter. */
export function boardHead(board: Board, indexing: boolean, say: Say): Html {
  const { agreement, rows, date } = board;
  const differing = rows.filter((row) => row.differences.length > 0).length;
  return element(
    "header",
    { class: "head" },
    score(agreement, say),
    element(
      "div",
      { class: "summary" },
      element("h1", {}, say(phrase`One voice`)),
      element("p", { class: "lead" }, leadOf(board, say)),
      element("ul", { class: "figures" }, ...figuresOf(board, say)),
      element(
        "p",
        { class: "note" },
        say(phrase`As of ${date}.`),
        indexing ? ` ${say(phrase`Documents are still being read; more may follow.`)}` : null,
      ),
    ),
    rows.length === 0 ? null : filter(differing, rows.length, say),
  );
}

function score({ percent }: BoardAgreement, say: Say): Html {
  const label = percent === null ? phrase`Nothing to compare` : phrase`${percent} percent the same`;
  return element(
    "svg",
    { class: `score ${scoreClass(percent)}`, viewBox: "0 0 120 120", role: "img", "aria-label": say(label) },
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

function leadOf({ agreement, plans, apart }: Board, say: Say): Html {
  const { percent, compared } = agreement;
  if (percent !== null)
    return fragment(
      ...wordsAround(
        say,
        (share) => phrase`Ask two of these plans about an item that both answer for, and ${share} you hear the same.`,
        element("strong", {}, say(phrase`${percent} % of the time`)),
      ),
      ` ${say(phrase`${items(compared)} in ${plans.length} plans are compared.`)}`,
    );
  if (plans.length > 0)
    return fragment(say(phrase`These plans share items, but say nothing of them that can be compared.`));
  if (apart.length === 0)
    return fragment(say(phrase`No plan is found: no roadmap, and no other document with priorities.`));
  if (apart.length === 1) return fragment(say(phrase`There is one plan, and nothing to compare it with.`));
  return fragment(
    say(phrase`There are ${apart.length} plans, and no two of them speak of the same items and the same time.`),
  );
}

function figuresOf({ agreement, rows }: Board, say: Say): Html[] {
  const { compared, same, notCompared } = agreement;
  const otherwise = rows.filter((row) => row.differences.length > 0 && (row.agreement ?? 1) === 1).length;
  const figure = (amount: number, words: Phrase, kind: string): Html | null =>
    amount === 0 ? null : element("li", { class: kind }, element("strong", {}, amount), ` ${say(words)}`);
  return [
    figure(same, phrase`the same everywhere`, "same"),
    figure(compared - same, phrase`not the same`, "differ"),
    figure(otherwise, phrase`with another date, status or owner only`, "differ"),
    figure(notCompared, phrase`in one plan only, or not to be compared`, "quiet"),
  ].filter((each) => each !== null);
}

function filter(differing: number, all: number, say: Say): Html {
  const unfiltered = say(phrase`${items(all)}, ${differing} with differences`);
  const filtered = say(phrase`${differing} of ${items(all)} shown`);
  return element(
    "div",
    { class: "controls" },
    element(
      "label",
      {},
      element("input", { type: "checkbox", id: "differences-only" }),
      element("span", {}, say(phrase`Differences only`)),
    ),
    element(
      "p",
      {
        id: "shown",
        role: "status",
        "data-differing": differing,
        "data-unfiltered": unfiltered,
        "data-filtered": filtered,
      },
      unfiltered,
    ),
  );
}
