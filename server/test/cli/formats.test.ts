import { expect, test } from "vitest";
import { folderWith, lockstep, read, repositoryWith } from "./support/command-line.js";
import { findingsIn, minutes, today, twoPlans } from "./support/documents.js";

const control = "\u001b";

test.concurrent("pretty: grouped by document, the line, what is meant, a summary", async () => {
  const cwd = folderWith({ "notes/a.md": minutes, "notes/b.md": `${minutes}\n\tWe decided nothing.\n` });
  const { status, stdout } = await lockstep(["check", ...today], { cwd });
  expect(status).toBe(1);
  expect(stdout.replace(/^ {8}.*\n/gm, "")).toBe(
    [
      "notes/a.md",
      "",
      "  3:1  warning  decision-without-domain",
      "    3 | We decided to ship weekly.",
      "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "",
      "notes/b.md",
      "",
      "  3:1  warning  decision-without-domain",
      "    3 | We decided to ship weekly.",
      "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "",
      "2 findings in 2 planning documents: 2 warnings.",
      "",
    ].join("\n"),
  );
});

test.concurrent("pretty: nothing wrong is one line, status 0", async () => {
  const { status, stdout } = await lockstep(["check"], { cwd: folderWith({ "notes/a.md": "# Minutes\n" }) });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "No findings in 1 planning document.\n" });
});

test.concurrent("pretty: a wide line is cut around the finding, wide characters have their width", async () => {
  const long = `${"All went well and everybody was content. ".repeat(400)}We decided to ship weekly. ${"Then we ate. ".repeat(400)}`;
  const cwd = folderWith({
    "notes/a.md": `# Minutes\n\n${long}\n`,
    "notes/b.md": "# 会議\n\n会議会議 We decided to ship weekly.\n",
  });
  const { stdout } = await lockstep(["check", ...today], { cwd });
  const lines = stdout.split("\n");
  expect(Math.max(...lines.filter((line) => line.includes(" | ")).map((line) => line.length))).toBeLessThan(180);
  const cut = lines.findIndex((line) => line.includes("| …"));
  expect(lines[cut]?.indexOf("We decided to ship weekly.")).toBe(lines[cut + 1]?.indexOf("^"));
  const wide = lines.findIndex((line) => line.includes("会議会議"));
  const start = /\^+/.exec(lines[wide + 1] ?? "");
  expect(start).not.toBeNull();
});

test.concurrent("pretty: colours and links only where they are wanted", async () => {
  const cwd = folderWith({ "notes/a.md": minutes });
  const [plain, colour, forced, both, links] = await Promise.all([
    lockstep(["check", ...today], { cwd }),
    lockstep(["check", "--color", ...today], { cwd, env: { NO_COLOR: "1" } }),
    lockstep(["check", ...today], { cwd, env: { FORCE_COLOR: "1" } }),
    lockstep(["check", "--no-color", ...today], { cwd, env: { FORCE_COLOR: "1" } }),
    lockstep(["check", ...today], { cwd, env: { FORCE_HYPERLINK: "1" } }),
  ]);
  expect(plain.stdout).not.toContain(control);
  expect(colour.stdout).toContain(`${control}[33mwarning${control}[39m`);
  expect(forced.stdout).toContain(`${control}[33mwarning${control}[39m`);
  expect(both.stdout).not.toContain(`${control}[33m`);
  expect(links.stdout).toMatch(new RegExp(`${control}\\]8;;file://.*/notes/a\\.md\\u0007`));
  expect(links.stdout).not.toContain("https:");
});

test.concurrent("pretty: nothing in a document or its name commands the terminal", async () => {
  const name = `notes/a${control}[31m.md`;
  const cwd = folderWith({
    [name]: `# Minutes\n\nWe decided to ship ${control}]0;title\u0007 \u202e weekly\u009b31m.\n`,
  });
  const { stdout } = await lockstep(["check", ...today], { cwd });
  expect(stdout).toContain("decision-without-domain");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test.concurrent("github: one command for each finding, with what would end it escaped", async () => {
  const cwd = repositoryWith({ "notes/a,b:c%.md": minutes, ...twoPlans });
  const { stdout } = await lockstep(["check", "--format", "github", ...today], { cwd });
  const lines = stdout.trim().split("\n");
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^::warning file=notes\/a%2Cb%3Ac%25\.md,line=3,endLine=3,col=1,endColumn=27,title=Lockstep%3A decision-without-domain::The decision “We decided to ship weekly” has no owning domain\. /,
    ),
  );
  for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=[^,:]+,line=\d+,[^:]*::\S/);
});

test.concurrent("junit: what fails the check is a failure, the rest passed", async () => {
  const cwd = folderWith({ "notes/a.md": '# Minutes\n\nWe decided to ship 3 < 4 & \u0001 "weekly".\n', ...twoPlans });
  const strict = await lockstep(["check", "--format", "junit", ...today], { cwd });
  const lenient = await lockstep(["check", "--format", "junit", "--fail-on", "error", ...today], { cwd });
  expect(strict.stdout).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="lockstep" tests="(\d+)" failures="[1-9]/,
  );
  expect(strict.stdout).toContain('<failure type="decision-without-domain" message="');
  expect(strict.stdout).toContain("ship 3 &lt; 4 &amp; \ufffd");
  expect(lenient.stdout).not.toContain("<failure");
  expect(lenient.stdout).toContain('failures="0"');
  expect(wellFormed(strict.stdout)).toBe(true);
  const none = await lockstep(["check", "--format", "junit"], { cwd: folderWith({ "notes/a.md": "# Minutes\n" }) });
  expect(none.stdout).toContain('tests="1" failures="0"');
});

/** Whether tags nest; enough of XML for what is written here. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name = "", empty] of xml.matchAll(/<(\/?)([a-z-]+)(?:\s+[a-z]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name);
  }
  return open.length === 0 && !/<(?![/?a-z])/.test(xml) && !/&(?!(?:amp|lt|gt|quot|#10);)/.test(xml);
}

test.concurrent("markdown: a comment in which documents are text", async () => {
  const hostile =
    "We decided to ship <img src=x onerror=alert(1)> [link](javascript:alert) @everyone #1 https://evil.example `x` | weekly.";
  const cwd = repositoryWith({ "notes/a.md": `# Minutes\n\n${hostile}\n`, "notes/b|`c.md": minutes });
  const { stdout } = await lockstep(["check", "--format", "markdown", ...today], { cwd });
  expect(stdout).toMatch(/^<!-- lockstep -->\n\n## Lockstep\n\n\*\*\d+ findings\*\*/);
  expect(stdout).toContain("decision-without-domain");
  expect(stdout.slice(20)).not.toMatch(/<(?!!--)|@everyone|https:\/\/evil|(?<!\\)\]\(javascript/);
  for (const row of stdout.split("\n").filter((line) => line.startsWith("| warning")))
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
});

test.concurrent("several at once, each in its file", async () => {
  const cwd = repositoryWith({ "notes/a.md": minutes });
  const { status, stdout } = await lockstep(
    [
      "check",
      "--format",
      "github",
      "--output",
      "json=out.json",
      "--output",
      "sarif=out.sarif",
      "--output",
      "pretty=out.txt",
      ...today,
    ],
    { cwd, env: { FORCE_COLOR: "1", FORCE_HYPERLINK: "1" } },
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::warning /);
  expect(findingsIn(read(cwd, "out.json"))).toEqual(["notes/a.md:3 decision-without-domain"]);
  expect(JSON.parse(read(cwd, "out.sarif"))).toMatchObject({ version: "2.1.0" });
  expect(read(cwd, "out.txt")).not.toContain(control);
});

test.concurrent("--fail-on, --max-warnings and --quiet", async () => {
  const cwd = folderWith({ "notes/a.md": `${minutes}\nWe decided to hire slowly.\n` });
  const status = async (...args: string[]) => (await lockstep(["check", ...today, ...args], { cwd })).status;
  expect(
    await Promise.all([
      status(),
      status("--fail-on", "error"),
      status("--fail-on", "hint"),
      status("--max-warnings", "2"),
      status("--max-warnings", "1"),
      status("--max-warnings", "1", "--fail-on", "error"),
    ]),
  ).toEqual([1, 0, 1, 0, 1, 1]);
  const quiet = await lockstep(["check", "--quiet", "--fail-on", "error", ...today], { cwd });
  expect(quiet).toEqual({ status: 0, stdout: "", stderr: "" });
});
