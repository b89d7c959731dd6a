import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import type { Hover } from "vscode-languageserver-types";
import { markdownReport } from "../../src/cli/report/markdown.js";
import type { Report } from "../../src/cli/report/report.js";
import { boardOf } from "../../src/engine/views/board/board.js";
import { hoverOf } from "../../src/features/hover.js";
import { renderBoardPage } from "../../src/pages/board-page.js";
import { folderWith, lockstep } from "../cli/support/command-line.js";
import { today as date } from "../cli/support/documents.js";
import { addresses, today } from "../features/support/cursor.js";
import { serviceOf } from "../support/service.js";
import { note } from "./support/soak.js";

/** What a document may try to have run, loaded or clicked, wherever its words are shown. */
const payloads = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  // Signs that are text in Markdown reach a message as they are.
  "\\<img src=x onerror=alert(1)\\> \\<script\\>alert(1)\\</script\\>",
  "</main></style></script><script>alert(1)</script>",
  '"><a href="javascript:alert(1)">x</a>',
  "' onmouseover='alert(1)' x='",
  "[click](command:workbench.action.terminal.new)",
  "\\[click\\](command:workbench.action.terminal.new)",
  "![p](https://evil.example/p.png)",
  "<https://evil.example/auto>",
  "https://evil.example/plain",
  "www.evil.example",
  "`code` **bold** _it_ ~~s~~ | cell | # head",
  "a](command:x)[b](javascript:x)",
  "&lt;b&gt; &#60;script&#62;",
  "@octocat #1 evil/repo#2",
  "::error file=x::y%0A::warning::z",
  "\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
  "\u202Egnp.exe\u2066",
  "]]> <!-- --> <![CDATA[",
];

/** Documents in which a payload stands wherever a name, a title, an owner or a sentence can. */
function documentsWith(payload: string): { readonly path: string; readonly text: string }[] {
  const cell = payload.replaceAll("|", "\\|");
  const table = (priority: string): string =>
    `| Item | Priority | Owner | Target |\n| --- | --- | --- | --- |\n| Import ${cell} | ${priority} | ${cell} | 31 August 2026 |\n| Other work | P2 | Dana | 30 September 2026 |\n`;
  return [
    { path: "product/roadmap.md", text: `# Product roadmap, H2 2026 ${payload}\n\n${table("P0")}` },
    { path: "engineering/roadmap.md", text: `# Engineering roadmap, H2 2026\n\n${table("P3")}` },
    {
      path: "notes/2026-06-01.md",
      text: `# Minutes, 1 June 2026 ${payload}\n\nWe decided to use ${payload} for all.\n\nDisagreement: Product wants ${payload}, Engineering June.\n\n- Decision: adopt ${payload}\n  - Owner: ${payload}\n- Status: ${payload}\n`,
    },
    {
      path: "charter.md",
      text: `# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya ${cell} |\n| ${cell} | Zoe Brandt |\n`,
    },
  ];
}

const safeLink = /^(?:https:\/\/github\.com\/|pages:|test:\/)/;

/** What of a Markdown text would be more than words when shown: HTML, pictures, links to elsewhere. */
function liveParts(markdown: string, allowed: RegExp): string[] {
  const found: string[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown), (node) => {
    // remark, unlike cmark-gfm and what editors use, looks for addresses again in text that was escaped; such links have no position.
    if (node.position === undefined) return;
    if (node.type === "html" && node.value !== "<!-- lockstep -->") found.push(node.value);
    if (node.type === "image" || node.type === "imageReference" || node.type === "definition") found.push(node.type);
    if (node.type === "link" && !allowed.test(node.url)) found.push(node.url);
  });
  return found;
}

function textOf({ contents }: Hover): string {
  return typeof contents === "object" && "value" in contents ? contents.value : JSON.stringify(contents);
}

test("hovers show what documents hold as text, and lead to rule pages and places only", () => {
  let hovers = 0;
  const live: string[] = [];
  for (const payload of payloads) {
    const documents = documentsWith(payload);
    const service = serviceOf(documents, today);
    for (const { path, text } of documents) {
      for (const [line, words] of text.split("\n").entries()) {
        for (let character = 0; character < words.length; character += 30) {
          const hover = hoverOf(service, path, { line, character }, addresses, { markdownHover: true });
          if (!hover) continue;
          hovers += 1;
          live.push(...liveParts(textOf(hover), safeLink).map((part) => `${payload}: ${part}`));
        }
      }
    }
  }
  note("escaping", "hovers", hovers);
  expect(hovers).toBeGreaterThan(60);
  expect([...new Set(live)]).toEqual([]);
});

/** Elements and attributes of a page, by a plain reading of its tags. */
function tagsOf(html: string): { readonly name: string; readonly attributes: string }[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = "", attributes = ""]) => ({
      name: name.toLowerCase(),
      attributes,
    }),
  );
}

test("the board's page holds no element, handler or address that a document wrote", () => {
  for (const payload of payloads) {
    const board = boardOf(serviceOf(documentsWith(payload), today));
    expect(board.rows.length).toBeGreaterThan(0);
    for (const links of [
      { kind: "message" } as const,
      { kind: "relative", hrefOf: (path: string) => `../${encodeURI(path)}` } as const,
    ]) {
      const page = renderBoardPage(board, { links, theme: "standalone" });
      const tags = tagsOf(page);
      expect(
        tags.filter(({ name }) => name === "script"),
        payload,
      ).toHaveLength(1);
      expect(
        tags.filter(({ name }) => ["img", "iframe", "object", "embed", "link", "base", "form"].includes(name)),
        payload,
      ).toEqual([]);
      expect(
        tags.filter(({ attributes }) => /\son\w+\s*=/i.test(` ${attributes.replace(/="[^"]*"/g, "=")}`)),
        payload,
      ).toEqual([]);
      const addressesOfPage = tags.flatMap(({ attributes }) =>
        [...attributes.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, url = ""]) => url),
      );
      expect(
        addressesOfPage.filter((url) => !url.startsWith("../")),
        payload,
      ).toEqual([]);
      expect(page).toMatch(/default-src &#39;none&#39;/);
      expect(page).not.toContain("unsafe-inline");
      expect(page).not.toContain("<script>alert");
    }
  }
});

test("reports of the command line show what documents hold as text", async () => {
  const files: Record<string, string> = Object.fromEntries(
    payloads.flatMap((payload, at) =>
      documentsWith(payload).map(({ path, text }) => [`r${at}/${path}`, text] as const),
    ),
  );
  // A line end in a name, where the system takes it.
  if (process.platform !== "win32")
    files["notes/x\n::error file=y::z.md"] = "# Minutes\n\nWe decided to ship weekly.\n";
  const cwd = folderWith(files);
  const outputs = ["markdown", "sarif", "github", "junit", "pretty", "json"];
  const run = await lockstep(
    ["check", "--no-cache", ...date, ...outputs.flatMap((format) => ["--output", `${format}=${format}.out`])],
    { cwd },
  );
  expect(run.status).toBe(1);
  const { readFileSync } = await import("node:fs");
  const read = (format: string): string => readFileSync(`${cwd}/${format}.out`, "utf8");
  const { findings } = JSON.parse(read("json")) as { findings: Report["findings"] };
  expect(findings.length).toBeGreaterThan(100);
  // A comment lists some of so many: each comes in one of these.
  for (let at = 0; at < findings.length; at += 40) {
    const some = findings.slice(at, at + 40);
    const comment = markdownReport({
      ...{
        root: cwd,
        prefix: "",
        documents: 1,
        findings: some,
        silenced: [],
        stale: [],
        notes: [],
        comparison: undefined,
      },
      ...{ fails: () => true, textOf: () => "" },
    });
    expect(liveParts(comment, /^https:\/\/github\.com\//)).toEqual([]);
    // A mention or a number in a comment would call people, or link to other matters.
    expect(comment).not.toMatch(/(?<![\\\w`])@octocat/);
    expect(comment).not.toMatch(/evil\/repo#2|:\/\/evil/);
  }
  for (const result of (
    JSON.parse(read("sarif")) as { runs: { results: { message: { text: string; markdown?: string } }[] }[] }
  ).runs[0]?.results ?? []) {
    if (result.message.markdown !== undefined)
      expect(liveParts(result.message.markdown, /^https:\/\/github\.com\//)).toEqual([]);
    // In plain messages brackets make links (SARIF 2.1.0, 3.11.6) unless escaped.
    expect(result.message.text).not.toMatch(/(?<!\\)\[[^\]]*[^\\]\]\((?:command|javascript)/);
  }
  // A workflow command begins a line; no document may begin one.
  for (const line of read("github").trim().split("\n")) expect(line).toMatch(/^::(?:error|warning|notice) file=/);
  // What would be read as a line end behind the sign of one.
  expect(read("github")).toContain("%250A");
  expect(read("github")).not.toMatch(/%0A::warning/);
  expect(read("junit")).not.toMatch(/<(?:script|img|svg|a)\b/);
  // The escape character, and its eight-bit kin, would give orders to a terminal.
  for (const text of [read("pretty"), run.stdout])
    expect([...text].filter((character) => isControl(character))).toEqual([]);
});

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code < 32 && code !== 10) ||
    (code >= 127 && code < 160) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
