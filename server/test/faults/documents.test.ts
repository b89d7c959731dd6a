import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allFindings } from "../../src/engine/service/check-output.js";
import { limitNote } from "../../src/engine/service/limit-note.js";
import { modelOutput } from "../../src/engine/service/model-output.js";
import { repositories } from "../support/repositories.js";
import { serviceOf } from "../support/service.js";
import { note, processorTime, seed, soaking, times } from "./support/soak.js";

const today = "2026-06-15";
const day = 24 * 60 * 60 * 1000;
const path = "notes/2026-06-01.md";
const healthy = { path: "notes/2026-06-02.md", text: "# Minutes\n\nWe decided to ship weekly.\n" };

/** Opens a document beside a healthy one, and everything that there is to say of both; the healthy one is none the worse. */
function read(text: string): string | undefined {
  const service = serviceOf([{ path, text }, healthy], today);
  allFindings(service);
  modelOutput(service.workspace, { root: "." });
  expect(service.document(path)?.text).toBe(text);
  expect(service.findings(healthy.path).map(({ rule }) => rule)).toEqual(["decision-without-domain"]);
  const document = service.document(path);
  return document && limitNote(document);
}

const nested = (level: number): string =>
  Array.from({ length: level }, (_, depth) => `${"  ".repeat(depth)}- We decided ${depth}\n`).join("");
const wide = (cell: string): string => `${`|${cell}`.repeat(1000)}|\n`;

interface Hostile {
  readonly make: (size: number) => string;
  /** The size of the issue, and the one that fits a test run. */
  readonly long: number;
  readonly short: number;
  /** In which sizes it is beyond a limit, which has to be said. */
  readonly beyond?: "both" | "long";
}

/** What is multiplied, nested or left open. */
const hostile: Readonly<Record<string, Hostile>> = {
  "quotes in quotes": {
    make: (size) => `${">".repeat(size)} we decided\n`,
    long: 10_000,
    short: 10_000,
    beyond: "both",
  },
  "items in items": { make: nested, long: 10_000, short: 600, beyond: "both" },
  "items in a line": { make: (size) => `${"- ".repeat(size)}a\n`, long: 10_000, short: 10_000, beyond: "both" },
  "a table of 1,000 columns": {
    make: (rows) => wide("Owner") + wide("-") + wide("@amelia").repeat(rows),
    long: 100,
    short: 20,
    beyond: "both",
  },
  "a line of letters": { make: (size) => "a".repeat(size), long: 5_000_000, short: 5_000_000, beyond: "both" },
  "a line of words": { make: (size) => "we decided ".repeat(size / 11), long: 120_000, short: 30_000 },
  "a line of spaces in words": { make: (size) => `a${" ".repeat(size)}b`, long: 120_000, short: 60_000 },
  headings: { make: (size) => "# We decided\n".repeat(size), long: 100_000, short: 500 },
  "paragraphs of decisions": { make: (size) => "We decided to ship it.\n\n".repeat(size), long: 50_000, short: 300 },
  "a fence left open": {
    make: (size) => `\`\`\`\n${"We decided.\n\n".repeat(size)}`,
    long: 100_000,
    short: 10_000,
    beyond: "both",
  },
  "a comment left open": {
    make: (size) => `<!-- \n${"We decided.\n\n".repeat(size)}`,
    long: 100_000,
    short: 10_000,
    beyond: "both",
  },
  "everything left open": {
    make: (size) => "**_~~[<!--`(\n\n".repeat(size),
    long: 100_000,
    short: 300,
  },
  "links left open": { make: (size) => "[a](b ".repeat(size), long: 50_000, short: 20_000, beyond: "both" },
  "suppression comments": {
    make: (size) => "<!-- lockstep-disable decision-stalled -->\n\n".repeat(size),
    long: 20_000,
    short: 500,
  },
  definitions: {
    make: (size) => Array.from({ length: size }, (_, at) => `[${at}]: b\n`).join(""),
    long: 50_000,
    short: 1_000,
  },
  footnotes: {
    make: (size) => Array.from({ length: size }, (_, at) => `[^${at}]: b\n\n`).join(""),
    long: 20_000,
    short: 500,
    beyond: "long",
  },
  people: {
    make: (size) =>
      `# Charter\n\n| Domain | Lead |\n| --- | --- |\n${Array.from({ length: size }, (_, at) => `| Domain ${at} | Person N${at} |\n`).join("")}`,
    long: 2_000,
    short: 100,
  },
  "items of one name": {
    make: (size) => `# Roadmap\n\n${"- Single sign-on (P1)\n".repeat(size)}`,
    long: 4_000,
    short: 300,
  },
  "front matter that multiplies": {
    make: (levels) =>
      `---\n${Array.from(
        { length: levels },
        (_, at) =>
          `a${at}: &a${at} [${
            at === 0
              ? "x"
              : Array(9)
                  .fill(`*a${at - 1}`)
                  .join()
          }]\n`,
      ).join("")}---\n# a\n`,
    long: 1_000,
    short: 100,
  },
  "front matter left open": {
    make: (size) => `---\n${"owner: [\n".repeat(size)}`,
    long: 50_000,
    short: 1_000,
    beyond: "long",
  },
  "front matter in itself": { make: (size) => `---\n${"a: &a [*a]\n".repeat(size)}---\n`, long: 4_000, short: 100 },
  "bidirectional and invisible characters": {
    make: (size) => "\u202Ewe\u200B decided\u2066 \uFEFF\u061C\n\n".repeat(size),
    long: 20_000,
    short: 1_000,
  },
  "lone surrogates": { make: (size) => "\uD800we decided\uDC00 \uDBFF\n\n".repeat(size), long: 20_000, short: 1_000 },
  "null characters": { make: (size) => "\0we decided\0\n".repeat(size), long: 4_000, short: 1_000 },
  "line ends of all kinds": { make: (size) => "\r\n\r\u2028\u2029\v\f\x85".repeat(size), long: 100_000, short: 2_000 },
};

describe("a document of no end", () => {
  for (const [name, { make, long, short, beyond }] of Object.entries(hostile)) {
    test(
      `${name}: read, or left out with a note`,
      () => {
        const text = make(soaking ? long : short);
        const start = processorTime();
        const said = read(text);
        const milliseconds = processorTime() - start;
        if (beyond === "both" || (beyond && soaking)) expect(said).toMatch(/not checked/);
        else expect(said).toBeUndefined();
        // Of 100,000 characters, as remark alone takes about a tenth of a second for them.
        note(
          "documents",
          `${name}: milliseconds`,
          milliseconds,
          1000 + (Math.min(text.length, 4_194_304) / 100_000) * 2000,
        );
      },
      day,
    );
  }
});

/** What happens to files: bytes flipped, ends cut off, parts doubled, moved and mixed. */
const mutation = fc.tuple(
  fc.constantFrom("flip", "cut", "double", "move", "mix", "insert"),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(255),
);

function mutated(
  text: string,
  other: string,
  [kind, first, second, byte]: readonly [string, number, number, number],
): string {
  const [from, to] = [Math.min(first, second), Math.max(first, second)].map((at) => Math.floor(at * text.length)) as [
    number,
    number,
  ];
  switch (kind) {
    case "flip": {
      const bytes = Buffer.from(text);
      if (bytes.length > 0) bytes[Math.floor(first * (bytes.length - 1))]! ^= byte;
      return bytes.toString("utf8");
    }
    case "cut":
      return text.slice(0, from) + text.slice(to);
    case "double":
      return text.slice(0, to) + text.slice(from);
    case "move":
      return text.slice(0, from) + text.slice(to) + text.slice(from, to);
    case "mix":
      return text.slice(0, from) + other.slice(0, to) + text.slice(from);
    default:
      return text.slice(0, from) + String.fromCharCode(byte * 257).repeat(1 + (byte % 7)) + text.slice(from);
  }
}

test(
  "documents that were damaged on the way are read",
  () => {
    console.info(`Mutated documents: seed ${seed}`);
    const texts = repositories().flatMap(({ files }) =>
      files.filter(({ path }) => path.endsWith(".md")).map(({ text }) => text.slice(0, 4_000)),
    );
    const start = processorTime();
    const runs = times(25, 20_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...texts),
        fc.array(mutation, { minLength: 1, maxLength: 5 }),
        (text, other, list) => {
          read(list.reduce((current, one) => mutated(current, other, one), text));
        },
      ),
      { seed, numRuns: runs },
    );
    note("documents", "damaged documents", runs);
    note("documents", "milliseconds for each", (processorTime() - start) / runs, 100);
  },
  day,
);
