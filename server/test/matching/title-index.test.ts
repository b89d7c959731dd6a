import { expect, test } from "vitest";
import { findAcronyms } from "../../src/engine/matching/acronyms.js";
import { TitleIndex, titleKey } from "../../src/engine/matching/title-index.js";

interface Line {
  readonly document: string;
  readonly title: string;
  readonly line: number;
}

/** Documents as lists: `# path`, then one item a line, with its ids in braces. */
function readWorkspace(text: string): { readonly index: TitleIndex<Line>; readonly lines: readonly Line[] } {
  const index = new TitleIndex<Line>((a, b) => a.line - b.line);
  const lines: Line[] = [];
  let document = "";
  text.split("\n").forEach((source, line) => {
    const [, path] = /^\s*# (.*)$/.exec(source) ?? [];
    if (path !== undefined) document = path;
    const [, title = "", ids = ""] = /^\s*- (.*?)(?: \{(.*)\})?$/.exec(source) ?? [];
    if (title === "") return;
    const key = { document, title, line };
    lines.push(key);
    index.add({ key, document, title, ids: ids === "" ? [] : ids.split(" ") });
  });
  return { index, lines };
}

function matchesIn(text: string, title: string): string[] {
  const { index, lines } = readWorkspace(text);
  const key = lines.find((line) => line.title === title) as Line;
  return index.matchesOf(key).map((entry) => `${entry.document}: ${entry.key.title}`);
}

test("an id that both give goes before all words", () => {
  const text = `
    # a.md
    - Smart retries {pay-12}
    # b.md
    - Smart retries
    - Dunning {PAY-12}`;
  expect(matchesIn(text, "Smart retries")).toEqual(["b.md: Dunning"]);
});

test("a link that several items of a document share says nothing of which is meant, unless the words do", () => {
  const text = `
    # a.md
    - Smart retries {plan.md#}
    # b.md
    - Dunning {plan.md#}
    - Chargebacks {plan.md#}
    # c.md
    - Smart retry {plan.md#}
    - Chargebacks {plan.md#}`;
  expect(matchesIn(text, "Smart retries")).toEqual(["c.md: Smart retry"]);
});

test("equal words go before words nearly equal", () => {
  const text = `
    # a.md
    - SSO
    # b.md
    - SSO for enterprise
    - Single sign-on`;
  expect(matchesIn(text, "SSO")).toEqual(["b.md: Single sign-on"]);
});

test("where two would do, none is found", () => {
  const text = `
    # a.md
    - Audit log
    # b.md
    - Audit log for admins
    - Audit log for guests`;
  expect(matchesIn(text, "Audit log")).toEqual([]);
});

test("nor is an item found that would rather match another of the first document", () => {
  const text = `
    # a.md
    - Audit log for admins
    - Audit log
    # b.md
    - Audit logs`;
  expect(matchesIn(text, "Audit log for admins")).toEqual([]);
  expect(matchesIn(text, "Audit log")).toEqual(["b.md: Audit logs"]);
});

test("an item that a document states twice is found at its first place", () => {
  const text = `
    # b.md
    - Smart retries
    - Smart Retries
    # a.md
    - Smart retry`;
  expect(matchesIn(text, "Smart retry")).toEqual(["b.md: Smart retries"]);
});

test("different tickets of one tracker keep equal titles apart; different trackers do not", () => {
  const text = `
    # a.md
    - Smart retries {pay-12}
    # b.md
    - Smart retries {pay-13}
    # c.md
    - Smart retries {eng-9}`;
  expect(matchesIn(text, "Smart retries")).toEqual(["c.md: Smart retries"]);
});

test("a title that very many documents use is no name", () => {
  const documents = (count: number): string =>
    Array.from({ length: count }, (_, index) => `# d${index}.md\n- Weekly sync`).join("\n");
  expect(matchesIn(documents(24), "Weekly sync")).toHaveLength(23);
  expect(matchesIn(documents(25), "Weekly sync")).toEqual([]);
});

test("an id that hundreds share tells what they speak of, and is the name of none", () => {
  const documents = (count: number): string =>
    Array.from({ length: count }, (_, at) => `# d${at}.md\n- pier ${at} of wood {ng-18}`).join("\n");
  expect(matchesIn(documents(400), "pier 7 of wood")).toHaveLength(399);
  expect(matchesIn(documents(401), "pier 7 of wood")).toEqual([]);
});

test("short forms that a title explains count in all titles; explained in two ways they stand for neither", () => {
  const workspace = `
    # a.md
    - TMS rollout plan
    # b.md
    - Treasury management system rollout plan`;
  const explained = `${workspace}\n# c.md\n- Treasury management system (TMS) vendor`;
  expect(matchesIn(explained, "TMS rollout plan")).toEqual(["b.md: Treasury management system rollout plan"]);
  const twice = `${explained}\n# d.md\n- Talent mapping survey (TMS)`;
  expect(matchesIn(twice, "Talent mapping survey (TMS)")).toEqual([]);
});

test("short forms that the text of a document explains, as long as it does", () => {
  const { index, lines } = readWorkspace("# a.md\n- TM rewrite\n# b.md\n- Treasury margin rewrite");
  const key = lines[0] as Line;
  const titles = (): string[] => index.matchesOf(key).map((entry) => entry.key.title);
  expect(titles()).toEqual([]);
  index.takeAffected();
  index.setAcronyms("c.md", findAcronyms("The treasury margin (TM) is computed by hand."));
  expect(titles()).toEqual(["Treasury margin rewrite"]);
  expect(index.takeAffected()).toContain(key);
  index.setAcronyms("c.md", []);
  expect(titles()).toEqual([]);
  expect(index.takeAffected()).toContain(key);
});

test.each([
  ["data subject access requests (DSARs)", ["data subject access request"]],
  ["SLO (service level objective)", ["servic level objectiv"]],
  ["objectives and key results (OKR)", ["objectiv and key result"]],
  ["see the appendix (PDF)", []],
  ["three options (A, B)", []],
])("short forms explained in “%s”", (text, long) => {
  expect(findAcronyms(text).map((acronym) => acronym.long)).toEqual(long);
});

test.each([
  ["Launch smart retries", "Smart retry"],
  ["P1 — Colour themes", "Color theme"],
])("the key of “%s” is that of “%s”", (one, other) => {
  expect(titleKey(one)).toBe(titleKey(other));
  expect(titleKey(one)).not.toBe("");
});

/** Numbers from 0 up to `limit`, the same each time. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

const words =
  "billing search (SSO) single sign-on retries smart portal partner audit log export SSO data lake datalake v2 iOS launch for improve (beta)".split(
    " ",
  );

test.each([
  { seed: 11, documents: 9, named: 0 },
  // So many in a document each go by one name that it is now a name, now a common word.
  { seed: 13, documents: 400, named: 50 },
])(
  "after any edits the index finds what one built anew finds, and names every entry that now finds something else: $documents documents",
  ({ seed, documents, named }) => {
    const next = numbers(seed);
    const title = (): string => Array.from({ length: 1 + next(4) }, () => words[next(words.length)]).join(" ");
    const order = (a: Line, b: Line): number => a.line - b.line;
    const index = new TitleIndex<Line>(order);
    const present = new Map<Line, { title: string; ids: string[]; names: string[] }>();
    let crossings = 0;
    const namesakes = (): number => [...present.values()].filter(({ names }) => names.length > 0).length;
    const shown = (of: TitleIndex<Line>): Map<Line, string> =>
      new Map(
        [...present.keys()].map((key) => [
          key,
          of
            .matchesOf(key)
            .map((entry) => entry.key.line)
            .join(),
        ]),
      );
    let before = new Map<Line, string>();
    for (let step = 0; step < 400; step += 1) {
      const keys = [...present.keys()];
      const wasCommon = namesakes() > 48;
      if (keys.length > 60 || (keys.length > 0 && next(3) === 0)) {
        const gone = keys[next(keys.length)] as Line;
        index.remove(gone);
        present.delete(gone);
      } else {
        const key = { document: `d${next(documents)}.md`, title: title(), line: step };
        const ids = next(6) === 0 ? [`pay-${next(5)}`] : [];
        const names = next(60) < named ? ["port of the pier"] : [];
        index.add({ key, document: key.document, title: key.title, ids, names });
        present.set(key, { title: key.title, ids, names });
      }
      if (namesakes() > 48 !== wasCommon) crossings += 1;
      if (step % 4 !== 0) continue;
      const affected = index.takeAffected();
      const after = shown(index);
      for (const [key, found] of after) {
        if (found !== before.get(key)) expect(affected, `step ${step}: ${key.title}`).toContain(key);
      }
      before = after;
      const fresh = new TitleIndex<Line>(order);
      for (const [key, entry] of [...present].reverse()) fresh.add({ key, document: key.document, ...entry });
      expect(after).toEqual(shown(fresh));
    }
    if (named > 0) expect(crossings).toBeGreaterThan(5);
  },
);

test("an edit among titles by the ten thousand re-matches what it touched", () => {
  const next = numbers(7);
  const syllables = "ba ce di fo gu ha ke li mo nu pa re si to vu za ber con der fin gal hol jor kan lem".split(" ");
  const vocabulary = Array.from({ length: 4_000 }, () =>
    Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)]).join(""),
  );
  const word = (): string => vocabulary[Math.floor((next(1_000) / 1_000) ** 2 * vocabulary.length)] ?? "";
  const index = new TitleIndex<Line>();
  const keys: Line[] = [];
  for (let at = 0; at < 50_000; at += 1) {
    const title = Array.from({ length: 2 + next(4) }, word).join(" ");
    const key = { document: `d${at % 10_000}.md`, title, line: at };
    keys.push(key);
    index.add({ key, document: key.document, title, ids: [] });
  }
  index.takeAffected();
  const counts: number[] = [];
  for (let at = 0; at < 100; at += 1) {
    const key = keys[at * 7] as Line;
    index.remove(key);
    index.add({ key, document: key.document, title: `${key.title} ${at}`, ids: [] });
    const affected = index.takeAffected();
    expect(affected).toContain(key);
    counts.push(affected.size);
  }
  // All count as affected where a word becomes so common that it tells less, which is rare.
  counts.sort((a, b) => a - b);
  expect(counts[50]).toBeLessThan(50);
});
