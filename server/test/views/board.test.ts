import { expect, test } from "vitest";
import { boardOf } from "../../src/engine/views/board/board.js";
import { boardMarkdown } from "../../src/engine/views/board/markdown.js";
import type { Board, BoardRow } from "../../src/engine/views/board/types.js";
import { ranking, roadmap, serviceWith } from "./support/plans.js";

function boardWith(files: Readonly<Record<string, string>>): Board {
  return boardOf(serviceWith(files));
}

function rowNamed(board: Board, title: string): BoardRow {
  const row = board.rows.find((candidate) => candidate.title === title);
  if (!row) throw new Error(`no row is called ${title}`);
  return row;
}

/** A row as the plans have it: priorities, `missing` for a gap, `–` where a plan says nothing. */
function wordsOf({ cells }: BoardRow): string[] {
  return cells.map((cell) => (cell === null ? "–" : cell.kind === "gap" ? "missing" : (cell.priority?.text ?? "none")));
}

const vouchers = { "Gift vouchers": "P1", "Harbour displays": "P2" };

test("plans side by side, item by item", () => {
  const board = boardWith({
    "engineering/roadmap.md": roadmap("Engineering", {
      "Harbour displays": "P2",
      "Gift vouchers": "P3",
      "Crew search": "P1",
    }),
    "product/roadmap.md": roadmap("Product", vouchers),
  });
  expect(board.plans.map(({ path, speaker, period, items }) => [path, speaker, period, items])).toEqual([
    ["product/roadmap.md", "Product", "H2 2026", 2],
    ["engineering/roadmap.md", "Engineering", "H2 2026", 3],
  ]);
  expect(board.rows.map((row) => [row.title, ...wordsOf(row)])).toEqual([
    ["Gift vouchers", "P1", "P3"],
    ["Harbour displays", "P2", "P2"],
    ["Crew search", "missing", "P1"],
  ]);
  expect(board.apart).toEqual([]);
});

test("a difference carries its findings, and they their fixes", () => {
  const board = boardWith({
    "engineering/roadmap.md": roadmap("Engineering", { ...vouchers, "Gift vouchers": "P3" }),
    "product/roadmap.md": roadmap("Product", vouchers),
  });
  const { differences, cells } = rowNamed(board, "Gift vouchers");
  expect(differences).toMatchObject([
    {
      kind: "priority",
      text: "P1 – P3",
      plans: [0, 1],
      findings: [
        {
          rule: "priority-mismatch",
          path: "product/roadmap.md",
          fixes: ["Use P3 here", "Use P1 in engineering/roadmap.md"],
        },
        { rule: "priority-mismatch", path: "engineering/roadmap.md" },
      ],
    },
  ]);
  expect(cells).toMatchObject([
    {
      range: { start: { line: 4, character: 2 } },
      priority: { range: { start: { line: 4, character: 18 } } },
      differs: ["priority"],
    },
    { differs: ["priority"] },
  ]);
});

test("status, date and owner differ without a word in the number", () => {
  const table = (owner: string, target: string): string =>
    `# ${owner === "Li" ? "Product" : "Engineering"} roadmap, H2 2026\n\n| Item | Priority | Owner | Target |\n| --- | --- | --- | --- |\n| Crew search | P1 | ${owner} | ${target} |\n| Seat maps | P2 | Ana | – |\n`;
  const board = boardWith({
    "product/roadmap.md": table("Li", "31 August 2026"),
    "engineering/roadmap.md": table("Sunita", "15 December 2026"),
  });
  expect(rowNamed(board, "Crew search").differences.map(({ kind, text }) => [kind, text])).toEqual([
    ["target", "31 August 2026 – 15 December 2026"],
    ["owner", "Li – Sunita"],
  ]);
  expect(board.agreement).toEqual({ percent: 100, compared: 2, same: 2, notCompared: 0 });
});

test.each<[string, Readonly<Record<string, string>>, number | null]>([
  ["no plan", {}, null],
  ["one plan", { "product/roadmap.md": roadmap("Product", vouchers) }, null],
  [
    "plans without a common item",
    {
      "roadmap.md": "# Roadmap 2025\n\n| Item | Priority |\n| --- | --- |\n| Seat maps | P1 |\n| Icons | P2 |\n",
      "product/roadmap.md": roadmap("Product", vouchers),
    },
    null,
  ],
  [
    "schemes that do not compare, one item",
    {
      "product/roadmap.md": roadmap("Product", { "Gift vouchers": "Must" }),
      "engineering/roadmap.md": roadmap("Engineering", { "Gift vouchers": "P2" }),
    },
    null,
  ],
  [
    "the same",
    { "product/roadmap.md": roadmap("Product", vouchers), "engineering/roadmap.md": roadmap("Engineering", vouchers) },
    100,
  ],
  [
    "one of two differs",
    {
      "product/roadmap.md": roadmap("Product", vouchers),
      "engineering/roadmap.md": roadmap("Engineering", { ...vouchers, "Gift vouchers": "P3" }),
    },
    50,
  ],
  [
    "one of three is missing",
    {
      "product/roadmap.md": roadmap("Product", { ...vouchers, "Crew search": "P1" }),
      "engineering/roadmap.md": roadmap("Engineering", vouchers),
    },
    66,
  ],
  // Of three pairs of plans one agrees about the first item; all agree about the second.
  [
    "one of three plans differs about one of two items",
    {
      "roadmap.md": roadmap("Joint", vouchers),
      "product/roadmap.md": roadmap("Product", vouchers),
      "engineering/roadmap.md": roadmap("Engineering", { ...vouchers, "Gift vouchers": "P3" }),
    },
    66,
  ],
  // Of six pairs of items three are in the same order.
  [
    "the last of four comes first",
    {
      "product-plan.md": ranking("Product", ["Icons", "Seat maps", "Crew search", "Vouchers"]),
      "eng-plan.md": ranking("Engineering", ["Vouchers", "Icons", "Seat maps", "Crew search"]),
    },
    50,
  ],
  [
    "the other way round",
    {
      "product-plan.md": ranking("Product", ["Icons", "Seat maps", "Crew search"]),
      "eng-plan.md": ranking("Engineering", ["Crew search", "Seat maps", "Icons"]),
    },
    0,
  ],
])("how true it is that both give the same list: %s", (_name, files, percent) => {
  expect(boardWith(files).agreement.percent).toBe(percent);
});

test("who silences a finding is shown no finding, and no better number", () => {
  const silenced = roadmap("Product", vouchers).replace(
    "# Product",
    "<!-- lockstep-disable-file priority-mismatch -- agreed to differ -->\n\n# Product",
  );
  const files = {
    "product/roadmap.md": silenced,
    "engineering/roadmap.md": roadmap("Engineering", { ...vouchers, "Gift vouchers": "P3" }),
  };
  const off = { ...files, ".lockstep.yaml": "rules: { priority-mismatch: off }\n" };
  expect(boardWith(off).agreement).toEqual(boardWith(files).agreement);
  expect(boardWith(files).agreement.percent).toBe(50);
  const [difference] = rowNamed(boardWith(off), "Gift vouchers").differences;
  expect(difference).toMatchObject({ kind: "priority", findings: [] });
  expect(rowNamed(boardWith(files), "Gift vouchers").differences[0]?.findings.map(({ path }) => path)).toEqual([
    "engineering/roadmap.md",
  ]);
});

test("what is done, internal or superseded is no part of the list", () => {
  const board = boardWith({
    "product/roadmap.md": roadmap("Product", { ...vouchers, "~~Loyalty card~~": "P3" }),
    "engineering/roadmap.md": `${roadmap("Engineering", vouchers)}\n## Internal to engineering\n\n| # | Work |\n| --- | --- |\n| 1 | PostgreSQL 17 |\n`,
    "engineering/old-roadmap.md": `---\nstatus: superseded\n---\n\n${roadmap("Engineering", { "Gift vouchers": "P3" })}`,
  });
  expect(board.rows.map(({ title }) => title)).toEqual(["Gift vouchers", "Harbour displays"]);
  expect(board.plans).toHaveLength(2);
});

test("as Markdown, where nothing of a document's is markup", () => {
  const name = "Vouchers \\[x\\](command:evil) \\<b\\>";
  const files = {
    "product/roadmap.md": roadmap("Product", { [name]: "P1", Icons: "P2" }),
    "engineering/roadmap.md": roadmap("Engineering", { [name]: "P3", Icons: "P2" }),
  };
  const text = boardMarkdown(boardWith(files), (path) => path);
  expect(text).toContain("# One voice: 50 %\n");
  expect(text).toContain("| [Product](product/roadmap.md) | [Engineering](engineering/roadmap.md) |");
  expect(text).not.toMatch(/(?<!\\)<b>|(?<!\\)\]\(command:/);
});
