/**
 * Fixtures are documents. A fixture is Markdown: prose and headings that explain, and fenced blocks ```` ```lockstep ```` that hold one or
 * more files with what is expected of them written below the lines:
 *
 *     ```lockstep today=2026-06-15
 *     //- product/roadmap.md
 *     We decided to ship weekly.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^ decision-without-domain: has no owning domain
 *     ```
 *
 * The carets stand under the finding's range (to the end of the line where it goes on to the next); after the rule id a part of the message
 * may follow. Every finding must be expected and every expectation found. Without a `//- path` line the file is `notes/2026-06-01.md`.
 * Words of the info string: `today=DATE`, `only=RULE[,RULE]` (findings of other rules do not matter), `all` (as with `--all`).
 *
 * A block ```` ```fix TITLE ```` after it holds the text of the file that the fix of that title, offered on the first finding that has one, leaves
 * (the files that it changes, as above). The fixed text must no longer hold the finding, and where the fix has gaps they are filled with
 * the words after `fill=`.
 */
export interface Fixture {
  readonly name: string;
  /** Line of the fixture file, from 1. */
  readonly line: number;
  readonly today: string;
  readonly only: readonly string[] | undefined;
  readonly all: boolean;
  readonly files: readonly FixtureFile[];
  readonly fixes: readonly ExpectedFix[];
}

export interface FixtureFile {
  readonly path: string;
  readonly text: string;
  readonly expected: readonly Expectation[];
}

export interface Expectation {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly rule: string;
  readonly message: string;
}

export interface ExpectedFix {
  readonly title: string;
  readonly fill: string;
  readonly line: number;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

const defaultPath = "notes/2026-06-01.md";
const opening = /^(`{3,})(lockstep|fix)\b[ \t]*(.*)$/;
const expectation = /^( *)(\^+) ([a-z-]+)(?:: ?(.*))?$/;

/** Reads the fenced blocks of a fixture or of a rule's page. */
export function readFixtures(source: string): Fixture[] {
  const lines = source.split("\n");
  const fixtures: (Fixture & { fixes: ExpectedFix[] })[] = [];
  let heading = "";
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const title = /^#{1,6} (.*)$/.exec(line);
    if (title) heading = title[1] ?? "";
    const fence = opening.exec(line);
    if (!fence) continue;
    const end = lines.indexOf(fence[1] ?? "", index + 1);
    if (end < 0) throw new Error(`line ${index + 1}: the block is not closed`);
    const body = lines.slice(index + 1, end);
    if (fence[2] === "fix") {
      const target = fixtures[fixtures.length - 1];
      if (!target) throw new Error(`line ${index + 1}: a fix without findings before it`);
      target.fixes.push(readFix(fence[3] ?? "", body, index + 1, target.files[0]?.path ?? defaultPath));
    } else fixtures.push(readFixture(heading, fence[3] ?? "", body, index + 1));
    index = end;
  }
  return fixtures;
}

function readFixture(
  name: string,
  info: string,
  body: readonly string[],
  line: number,
): Fixture & { fixes: ExpectedFix[] } {
  const words = new Map<string, string | undefined>(
    info
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word): [string, string | undefined] => [word.split("=")[0] ?? "", word.split("=")[1]]),
  );
  return {
    name,
    line,
    today: words.get("today") ?? "2026-06-15",
    only: words.get("only")?.split(","),
    all: words.has("all"),
    files: splitFiles(body, defaultPath).map(({ path, lines }) => readFile(path, lines)),
    fixes: [],
  };
}

function readFix(info: string, body: readonly string[], line: number, firstPath: string): ExpectedFix {
  const [title = "", fill = ""] = info.split(/ fill=/);
  return {
    title,
    fill,
    line,
    files: splitFiles(body, firstPath).map(({ path, lines }) => ({ path, text: `${lines.join("\n")}\n` })),
  };
}

function splitFiles(body: readonly string[], firstPath: string): { path: string; lines: string[] }[] {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of body) {
    if (line.startsWith("//- ")) files.push({ path: line.slice(4).trim(), lines: [] });
    else {
      if (files.length === 0) files.push({ path: firstPath, lines: [] });
      files[files.length - 1]?.lines.push(line);
    }
  }
  return files;
}

function readFile(path: string, lines: readonly string[]): FixtureFile {
  const text: string[] = [];
  const expected: Expectation[] = [];
  for (const line of lines) {
    const match = expectation.exec(line);
    if (match && text.length > 0) {
      expected.push({
        line: text.length - 1,
        character: (match[1] ?? "").length,
        length: (match[2] ?? "").length,
        rule: match[3] ?? "",
        message: match[4] ?? "",
      });
    } else text.push(line);
  }
  return { path, text: `${text.join("\n")}\n`, expected };
}
