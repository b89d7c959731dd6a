// The benchmark's own documents: planning documents made of a few hundred words, the same on every machine.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const subjects =
  "the search index|the billing service|the mobile client|the import pipeline|the audit log|the partner API|the onboarding flow|the report builder|the event store|the access model|the export job|the mail gateway".split(
    "|",
  );
const verbs = "reads|writes|keeps|replaces|feeds|checks|sends|holds|follows|limits|groups|reports".split("|");
const objects =
  "all customer records|the nightly figures|one row per account|the settings of a team|requests from older clients|the results of the last run|files above the limit|each change of state|what the region requires|the names of the columns|every second message|the list of open cases".split(
    "|",
  );
const tails =
  "in most regions|since the spring release|behind a flag|without a restart|for accounts with many users|at the end of the day|as the table below shows|while the old one stays|with a few exceptions|on the larger machines".split(
    "|",
  );
const nouns = "search|billing|import|audit|export|partner|report|mail|access|event|mobile|onboarding".split("|");
const works = "latency|retention|filters|invoices|templates|limits|roles|history|alerts|quotas|labels|drafts".split(
  "|",
);
const people = "Ana Silva|Ben Okafor|Chen Wei|Dora Novak|Eli Katz|Fatima Zahra".split("|");

class Writer {
  constructor(seed) {
    this.random = randomFrom(seed);
    this.lines = [];
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  sentence() {
    const text = `${this.pick(subjects)} ${this.pick(verbs)} ${this.pick(objects)} ${this.pick(tails)}.`;
    return text[0].toUpperCase() + text.slice(1);
  }

  /** A sentence with one of the marks that people use. */
  marked() {
    const [first, ...rest] = this.sentence().split(" ");
    const word = rest.splice(2, 1)[0];
    const kind = Math.floor(this.random() * 6);
    const forms = [`**${word}**`, `*${word}*`, `\`${word}\``, `[${word}](../notes/${word}.md)`, word, word];
    return [first, ...rest.slice(0, 2), forms[kind], ...rest.slice(2)].join(" ");
  }

  title() {
    return `${this.pick(nouns)} ${this.pick(works)} ${Math.floor(this.random() * 900) + 100}`;
  }

  add(...lines) {
    this.lines.push(...lines, "");
  }

  paragraph() {
    const count = 2 + Math.floor(this.random() * 3);
    this.add(...Array.from({ length: count }, () => this.marked()));
  }

  list() {
    const count = 3 + Math.floor(this.random() * 5);
    this.add(...Array.from({ length: count }, (_, index) => `${index % 4 === 3 ? "  " : ""}- ${this.marked()}`));
  }

  table() {
    const rows = Array.from({ length: 4 }, () => `| ${this.title()} | ${this.pick(people)} | ${this.pick(tails)} |`);
    this.add("| Part | Person | Where |", "| --- | --- | --- |", ...rows);
  }

  code() {
    this.add("```yaml", `name: ${this.pick(nouns)}`, `keep: ${Math.floor(this.random() * 90)}`, "```");
  }

  section() {
    this.add(`## About ${this.title()}`);
    for (const part of [this.paragraph, this.list, this.paragraph, this.table, this.paragraph, this.code])
      if (this.random() < 0.7) part.call(this);
  }
}

/** A document of `lines` lines, of which `findings` are decisions without an owner, spread evenly. */
export function planningDocument(lines, findings, seed = 1) {
  const writer = new Writer(seed);
  writer.add("# Notes of the leads");
  let decided = 0;
  while (writer.lines.length < lines) {
    writer.section();
    while (decided < findings && decided < (findings * writer.lines.length) / lines) {
      decided += 1;
      writer.add(`**Decision:** ${writer.title()} moves to ${writer.pick(subjects)}, step ${decided}.`);
    }
  }
  return `${writer.lines.slice(0, lines).join("\n")}\n`;
}

/** A document of a workspace, about 4 kB: a roadmap, a record of decisions, or notes, of one team of many. */
function workspaceDocument(index) {
  const writer = new Writer(1000 + index);
  const kind = index % 4;
  const team = `team-${Math.floor(index / 40)}`;
  if (kind === 0) {
    writer.add(`# Roadmap of ${team}`, "## Priorities");
    for (let item = 0; item < 6; item += 1)
      writer.add(`- P${item % 4}: ${writer.title()} of ${team} (owner: ${writer.pick(people)})`);
  } else if (kind === 1) {
    writer.add(`# Decisions of ${team}`);
    for (let item = 0; item < 4; item += 1)
      writer.add(`**Decision (Engineering):** ${writer.title()} of ${team} stays with ${writer.pick(subjects)}.`);
  } else writer.add(`# Notes of ${team}, part ${index}`);
  while (writer.lines.join("\n").length < 3_700) writer.section();
  const folder = ["roadmap", "decisions", "notes", "minutes"][kind];
  return { path: `${team}/${folder}/${index}.md`, text: `${writer.lines.join("\n")}\n` };
}

/** A roadmap of product or engineering, which disagree on the priority of each item. */
export function roadmapOf(domain, level) {
  const items = Array.from(
    { length: 20 },
    (_, index) => `- P${level}: Shared work number ${index + 1} (owner: Ana Silva)`,
  );
  return `# ${domain} roadmap\n\n## Priorities\n\n${items.join("\n")}\n`;
}

/** Writes a workspace of so many documents, unless it is there; gives its folder. */
export function workspaceOf(count, base) {
  const folder = join(base, `workspace-${count}`);
  if (existsSync(join(folder, "complete"))) return folder;
  for (let index = 0; index < count; index += 1) {
    const { path, text } = workspaceDocument(index);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "complete"), "");
  return folder;
}
