// Planning documents made up for measurements: the same for the same seed, in sections as people write them.

const teams = ["Product", "Engineering", "Design"];
const people = [
  "Mara Quist",
  "Jonas Feld",
  "Priya Nandan",
  "Tomas Reyl",
  "Ines Okafor",
  "Ludo Brandt",
  "Sana Whitlock",
  "Emil Varga",
];
const verbs = [
  "Move",
  "Replace",
  "Extend",
  "Retire",
  "Launch",
  "Split",
  "Migrate",
  "Simplify",
  "Measure",
  "Document",
  "Automate",
  "Review",
];
const adjectives = [
  "regional",
  "nightly",
  "shared",
  "partner",
  "mobile",
  "internal",
  "seasonal",
  "guided",
  "bulk",
  "offline",
  "legacy",
  "tiered",
];
const nouns = [
  "billing",
  "inventory",
  "checkout",
  "search",
  "onboarding",
  "reporting",
  "dispatch",
  "catalogue",
  "returns",
  "pricing",
  "alerts",
  "exports",
  "payouts",
  "labels",
  "imports",
];
const things = [
  "service",
  "pages",
  "pipeline",
  "dashboard",
  "flow",
  "rules",
  "screens",
  "interface",
  "store",
  "schedule",
  "archive",
  "forms",
];
const nameStarts =
  "amber birch copper dawn ember fallow glass harbour iron juniper kestrel lantern maple north orchard pebble quartz river stone thistle umber velvet willow yarrow zephyr basalt cobalt drift falcon granite hollow indigo jasper marble onyx pine rowan saffron timber violet".split(
    " ",
  );
const nameEnds =
  "bridge cliff dale edge field gate heath island junction keep lake mill nest oak point quay ridge spring tower vale water yard brook crest ford grove haven knoll ledge mount pass reach shore trail wharf barn cove fen glen".split(
    " ",
  );
const sentences = [
  "The numbers from last month are in the sheet, and nobody was surprised by them.",
  "Customers in the pilot asked for a shorter form, and two of them offered to test it.",
  "We looked at three suppliers and wrote down what each of them charges for volume.",
  "Support sees about forty tickets a week on this, most of them on Mondays.",
  "The old job runs at night and takes close to three hours when the archive is large.",
  "A first version was shown in the demo, with `feature.flag` switched off for everybody else.",
  "Most of the work is in the import, see [the notes](../notes/imports.md) for what is known.",
  "It is **not** clear yet how many rows the largest accounts bring along.",
];

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A planning document of at least so many lines, cut at the line; about one finding per `linesPerFinding` lines. */
export function planningDocument({ seed, lines, linesPerFinding = 50 }) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const name = () => {
    const start = pick(nameStarts);
    return `${start[0].toUpperCase()}${start.slice(1)}${pick(nameEnds)}`;
  };
  const title = () => `${pick(verbs)} the ${pick(adjectives)} ${pick(nouns)} ${pick(things)} for ${name()}`;
  const date = () => `2026-0${1 + Math.floor(random() * 6)}-${10 + Math.floor(random() * 18)}`;
  const prose = (count) => Array.from({ length: count }, () => pick(sentences)).join(" ");
  const out = [`# ${title()}: plan and notes`, "", `Date: ${date()}`, "", prose(2), ""];
  let due = linesPerFinding;
  let decision = seed * 1000;
  const sections = [
    () => ["## Background", "", prose(3), "", prose(2), "", ...Array.from({ length: 4 }, () => `- ${prose(1)}`), ""],
    () => [
      `## Notes of ${date()}`,
      "",
      `Present: ${pick(people)}, ${pick(people)}`,
      "",
      ...Array.from({ length: 6 }, () => `- ${pick(people).split(" ")[0]}: ${prose(1)}`),
      "",
      prose(2),
      "",
    ],
    () => [
      "## Roadmap",
      "",
      "| Item | Owner | Priority | Due |",
      "| --- | --- | --- | --- |",
      ...Array.from(
        { length: 6 },
        () => `| ${title()} | ${pick(people)} | P${1 + Math.floor(random() * 3)} | ${date()} |`,
      ),
      "",
    ],
    () => [
      "## How it works",
      "",
      "```sh",
      "export REGION=north",
      "make import",
      "```",
      "",
      "> A quotation of the guide.",
      "",
      prose(4),
      "",
    ],
    () => {
      decision += 1;
      return [
        `## DR-${decision}: ${title()}`,
        "",
        "- Status: decided",
        `- Owner: ${pick(people)} (${pick(teams)})`,
        `- Date: ${date()}`,
        "",
        prose(2),
        "",
      ];
    },
  ];
  while (out.length < lines) {
    out.push(...pick(sections)());
    for (; out.length >= due; due += linesPerFinding) {
      out.push(`- Disagreement: Product wants ${name()} in July, Engineering wants it in September.`, "");
    }
  }
  return `${out.slice(0, lines).join("\n")}\n`;
}
