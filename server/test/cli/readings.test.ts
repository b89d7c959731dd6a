import { createHash } from "node:crypto";
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseIsoDate } from "../../src/engine/model/date.js";
import { evaluate } from "../../src/node/evaluate.js";
import type { Evaluation } from "../../src/node/evaluation.js";
import { ReadingCache } from "../../src/node/reading-cache.js";
import { sourceText } from "../../src/node/sources.js";
import { folderWith, lockstep, write } from "./support/command-line.js";
import { minutes, today, twoPlans } from "./support/documents.js";

const day = parseIsoDate("2026-06-15") ?? 0;

/** Of each kind a document whose reading depends on something: names, scales, dates in both orders, quarters, its path, its front matter, the limits. */
const base: Readonly<Record<string, string>> = {
  ...twoPlans,
  ".lockstep.yaml": "fiscalYearStart: 1\n",
  CODEOWNERS: "/product/ @priya\n/engineering/ @amelia\n",
  "CHARTER.md":
    "---\ntype: charter\n---\n\n# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair (@priya) |\n| Engineering | Amelia Berg (@amelia) |\n\nPriya and Amelia meet every week.\n",
  "notes/a.md": minutes,
  "notes/dates.md":
    "# Minutes of 3 June 2026\n\n- Decided (Product): we drop the old export, review by 03/04/2027.\n- Decided (Product): we keep the new one, review by end of FY26-Q3.\n- Open disagreement between Amelia and Priya about the queue; next step: a spike, due 05/06/2026.\n",
  "notes/day-first.md": "# Minutes of 25/05/2026\n\nDecision (@amelia): freeze the API until 28/08/2026.\n",
  "notes/deep.md": `# Minutes of 4 June 2026\n\n${"> ".repeat(120)}no\n`,
  "adr/0001-queue.md":
    "---\nstatus: accepted\ndate: 2026-01-10\ndeciders: Amelia Berg\n---\n\n# Use a queue\n\n## Considered options\n\n- Rabbit\n- Kafka\n\n## Decision\n\nWe use Rabbit. Review again by 2026-05-01.\n",
  "product/priorities.md":
    "# Product priorities, FY27-Q1\n\n1. Timetable import (P0), due end of Q3\n2. Seat maps (Must)\n3. Refunds (P1)\n",
  "engineering/priorities.md":
    "# Engineering priorities, FY27-Q1\n\nP0 = Must, P1 = Should.\n\n1. Seat maps (P1)\n2. Timetable import (P0)\n3. Latency below 200 ms (P0)\n",
  "hiring/2026.md":
    "# Hiring plan 2026\n\n| Role | Headcount | Initiative |\n| --- | --- | --- |\n| Backend | 2 | Timetable import |\n| Design | 1 | Nothing yet |\n| Total | 4 | |\n",
  "guide.md": "# Guide\n\nWe decided to use tabs.\n",
  "README.md": "# Read me\n\nP2 = Could. We decided to be nice.\n",
};

type Files = Readonly<Record<string, string | undefined>>;

const configured = (yaml: string): Files => ({ ".lockstep.yaml": yaml });

/** Files that come, change or, where undefined, go. */
const changes: Readonly<Record<string, Files>> = {
  "a document’s bytes": { "notes/a.md": minutes.replace("weekly", "yearly") },
  "a document’s line ends": { "notes/dates.md": base["notes/dates.md"]?.replaceAll("\n", "\r\n") },
  "a renamed document": { "notes/a.md": undefined, "notes/z.md": minutes },
  "a document moved to a folder that makes it a plan": {
    "guide.md": undefined,
    "decisions/guide.md": base["guide.md"],
  },
  "two documents that change places": { "notes/a.md": base["notes/day-first.md"], "notes/day-first.md": minutes },
  "a new document": { "notes/new.md": "# Minutes\n\nSeat maps slip to November 2026. Priya decided.\n" },
  "a removed document": { "engineering/priorities.md": undefined },
  "front matter": { "guide.md": `---\ntype: decision\n---\n\n${base["guide.md"]}` },
  "other front matter": { "adr/0001-queue.md": base["adr/0001-queue.md"]?.replace("accepted", "proposed") },
  "the charter’s roster": {
    "CHARTER.md": base["CHARTER.md"]?.replaceAll("Amelia Berg (@amelia)", "Zoë Brandt (@zoe)"),
  },
  "the only document that tells the order of days and months": { "notes/day-first.md": undefined },
  "a document with the other order": {
    "notes/month-first.md": "# Minutes of 05/25/2026\n\nDecision (Product): none.\n",
  },
  "a legend": {
    "engineering/priorities.md": base["engineering/priorities.md"]?.replace(
      "P0 = Must, P1 = Should",
      "P1 = Must, P0 = Should",
    ),
  },
  CODEOWNERS: { CODEOWNERS: "/product/ @amelia\n" },
  "no CODEOWNERS": { CODEOWNERS: undefined },
  "no configuration": { ".lockstep.yaml": undefined },
  "broken configuration": configured("rules: [\n"),
  "domains, with leads and members": configured(
    "domains:\n  Product: { leads: [Amelia], members: [Priya] }\n  Engineering: {}\n",
  ),
  "a domain’s other name": configured("domains:\n  Platform: { aliases: [engineering, queue] }\n  Product: {}\n"),
  "documents that are planning": configured("documents: [{ files: guide.md, planning: true }]\n"),
  "documents that are not planning": configured("documents: [{ files: 'notes/**', planning: false }]\n"),
  "a document’s kind": configured("documents: [{ files: guide.md, kind: roadmap }]\n"),
  "a document’s domain": configured("documents: [{ files: 'notes/**', domain: engineering }]\n"),
  "a scale of priorities": configured("priorities: { scale: [Must, P1, P0] }\n"),
  "equal priorities": configured("priorities: { same: [[P0, Should], [P1, Must]] }\n"),
  fiscalYearStart: configured("fiscalYearStart: 7\n"),
  dateOrder: configured("dateOrder: mdy\n"),
  root: { "notes/.lockstep.yaml": "root: true\nfiscalYearStart: 4\n" },
  "configuration of a folder": { "notes/.lockstep.yaml": "dateOrder: mdy\ndomains:\n  Sales: {}\n" },
  "configuration in package.json": { "notes/package.json": '{ "lockstep": { "fiscalYearStart": 4 } }' },
  "a severity": configured("rules: { decision-without-domain: error }\n"),
  "a rule that is off": configured("rules: { plan-conflict: off }\n"),
  "an override": configured("overrides: [{ files: 'notes/**', rules: { decision-without-domain: hint } }]\n"),
};

function evaluated(
  files: Files,
  options: {
    readonly readings?: ReadingCache;
    readonly today?: number;
    readonly allPlanning?: boolean;
    readonly root?: string;
  } = {},
): Promise<Evaluation> {
  const root = options.root ?? "/plans";
  const texts = Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [sourceText(path, text)]));
  const isDocument = ({ path }: { path: string }): boolean => path.endsWith(".md");
  const sources = {
    root,
    configurations: texts.filter((text) => !isDocument(text)),
    documents: texts.filter(isDocument).sort((a, b) => (a.path < b.path ? -1 : 1)),
    unreadable: [],
    misread: [],
  };
  const { readings, today: date = day, allPlanning = false } = options;
  return evaluate(sources, { today: date, allPlanning, readings, slot: "" });
}

describe("an evaluation from kept readings is that of a cold run", () => {
  test.for(Object.entries(changes))("after a change of one thing: %s", async ([, change]) => {
    const folder = folderWith();
    const after = { ...base, ...change };
    await evaluated(base, { readings: new ReadingCache(folder) });
    const cold = await evaluated(after);
    expect(await evaluated(after, { readings: new ReadingCache(folder) })).toEqual(cold);
    expect(await evaluated(after, { readings: new ReadingCache(folder) })).toEqual(cold);
  });

  test("whatever changes, one thing after another", async () => {
    const readings = new ReadingCache(folderWith());
    let files: Files = base;
    const all = Object.entries(changes);
    for (let step = 0; step < all.length; step += 1) {
      const [name, change] = all[(step * 7) % all.length] ?? [];
      const undone = Object.fromEntries(Object.keys(change ?? {}).map((path) => [path, base[path]]));
      files = { ...files, ...(step % 3 === 2 ? undone : change) };
      expect(await evaluated(files, { readings }), `${step}: ${name}`).toEqual(await evaluated(files));
    }
  });

  test.for([
    ["the date", { today: day + 400 }],
    ["--all", { allPlanning: true }],
    ["another folder of the same content", { root: "/other" }],
  ] as const)("under other options: %s", async ([, options]) => {
    const readings = new ReadingCache(folderWith());
    await evaluated(base, { readings });
    expect(await evaluated(base, { ...options, readings })).toEqual(await evaluated(base, options));
  });

  test("the changes count: all but those that nothing here depends on are seen in a cold run", async () => {
    const before = JSON.stringify(await evaluated(base));
    const unseen: string[] = [];
    for (const [name, change] of Object.entries(changes)) {
      if (JSON.stringify(await evaluated({ ...base, ...change })) === before) unseen.push(name);
    }
    expect(unseen).toEqual(["a document’s line ends", "CODEOWNERS", "no CODEOWNERS"]);
  });
});

describe("the file of readings", () => {
  async function kept(folder: string): Promise<string> {
    await evaluated(base, { readings: new ReadingCache(folder) });
    const [name = ""] = readdirSync(folder);
    return join(folder, name);
  }

  function forged(path: string, replace: (body: string) => string): void {
    const body = replace(readFileSync(path, "utf8").split("\n").slice(1).join("\n"));
    writeFileSync(path, `lockstep-readings 1 ${createHash("sha256").update(body).digest("hex")}\n${body}`);
  }

  test("is used: one that has been forged, checksum and all, shows", async () => {
    const folder = folderWith();
    forged(await kept(folder), (body) => body.replaceAll("Latency below 200 ms", "LATENCY BELOW 100 MS"));
    const { ranked } = await evaluated(base, { readings: new ReadingCache(folder) });
    expect(ranked.map(({ title }) => title)).toContain("LATENCY BELOW 100 MS");
  });

  test("holds the readings of documents that are back to what they were", async () => {
    const folder = folderWith();
    forged(await kept(folder), (body) => body.replaceAll("Latency below 200 ms", "LATENCY BELOW 100 MS"));
    await evaluated({ ...base, "engineering/priorities.md": "# Priorities\n" }, { readings: new ReadingCache(folder) });
    const { ranked } = await evaluated(base, { readings: new ReadingCache(folder) });
    expect(ranked.map(({ title }) => title)).toContain("LATENCY BELOW 100 MS");
  });

  test.for<[string, (path: string) => void]>([
    ["empty", (path) => truncateSync(path, 0)],
    ["cut off", (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
    ["changed in one word", (path) => writeFileSync(path, readFileSync(path, "utf8").replaceAll("Latency", "LATENCY"))],
    ["no text", (path) => writeFileSync(path, Buffer.from([0xff, 0x00, 0xfe]))],
  ])("that is %s is made anew", async ([, damage]) => {
    const folder = folderWith();
    const path = await kept(folder);
    const lines = readFileSync(path, "utf8").split("\n").length;
    damage(path);
    expect(await evaluated(base, { readings: new ReadingCache(folder) })).toEqual(await evaluated(base));
    expect(readFileSync(path, "utf8").split("\n").length).toBe(lines);
    forged(path, (body) => body.replaceAll("Latency below 200 ms", "LATENCY BELOW 100 MS"));
    const { ranked } = await evaluated(base, { readings: new ReadingCache(folder) });
    expect(ranked.map(({ title }) => title)).toContain("LATENCY BELOW 100 MS");
  });
});

/** More text than one thread is given. */
const many = Object.fromEntries(
  Array.from({ length: 260 }, (_, index) => [
    `notes/${index}.md`,
    `# Minutes of ${index % 2 === 0 ? "25/05/2026" : "03/06/2026"}\n\n~~~text\n${"Nothing of note was said by anybody.\n".repeat(110)}~~~\n\nWe decided to ship build ${index}, review by 04/05/2026.\n`,
  ]),
);

test("threads read what one thread reads, and a change after them is read alone", async () => {
  const cwd = folderWith(many);
  const check = (...args: string[]) => lockstep(["check", "--format", "json", ...today, ...args], { cwd });
  const cache = ["--cache-location", folderWith()];
  const [one, several, keeping] = await Promise.all([
    check("--no-cache", "--jobs", "1"),
    check("--no-cache", "--jobs", "3"),
    check(...cache, "--jobs", "2"),
  ]);
  expect(one.status).toBe(1);
  expect(several).toEqual(one);
  expect(keeping).toEqual(one);
  write(cwd, { "notes/7.md": minutes });
  expect(await check(...cache)).toEqual(await check("--no-cache", "--jobs", "1"));
});

test("what fixes wrote is kept under its own text", async () => {
  const idle = "<!-- lockstep-disable-next-line decision-stalled -->\nHello.\n";
  const before = `# Minutes of 3 June 2026\n\n${idle}\nWe decided to ship weekly.\n`;
  const after = `# Minutes of 3 June 2026\n\n${idle}\nNobody was there.\n\nNothing was said.\n\nDecision: yearly.\n`;
  const fixed = async (cwd: string, ...args: string[]) => {
    const said = await lockstep(["check", "--fix", "--format", "json", ...today, ...args], { cwd });
    return { said: said.stdout.replaceAll(cwd, ""), text: readFileSync(join(cwd, "notes/a.md"), "utf8") };
  };
  const cache = ["--cache-location", folderWith()];
  const cwd = folderWith({ "notes/a.md": before });
  expect((await fixed(cwd, ...cache)).text).not.toContain("lockstep");
  write(cwd, { "notes/a.md": after });
  expect(await fixed(cwd, ...cache)).toEqual(await fixed(folderWith({ "notes/a.md": after }), "--no-cache"));
});

test("--jobs takes a number from 1", async () => {
  for (const jobs of ["0", "-1", "many", "1.5"]) {
    const { status, stderr } = await lockstep(["check", `--jobs=${jobs}`], { cwd: folderWith() });
    expect([status, stderr.split("\n").length, stderr.includes("--jobs takes")]).toEqual([2, 2, true]);
  }
});
