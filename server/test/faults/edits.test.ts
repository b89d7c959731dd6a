import fc from "fast-check";
import { expect, test } from "vitest";
import type { LockstepService } from "../../src/engine/service/service.js";
import { repositories } from "../support/repositories.js";
import { serviceOf } from "../support/service.js";
import { Author, action, everythingOf } from "./support/edits.js";
import { note, processorTime, seed, times } from "./support/soak.js";

const today = "2026-06-15";
const day = 24 * 60 * 60 * 1000;

/** As little as a document can be and still say something: most of the long form is spent on these. */
const tiny = [
  { path: "roadmap.md", text: "# Roadmap\n\n| Item | Owner |\n| --- | --- |\n| SSO | @priya |\n" },
  { path: "engineering/roadmap.md", text: "# P1\n\n- **SSO**: end of Q3 2026\n  - Owner: @amelia\n" },
  { path: "notes/2026-06-01.md", text: "# Leads\n\nWe decided to ship weekly. Amelia objected.\n" },
  { path: "decisions/1.md", text: "---\nstatus: accepted\n---\n# Use Postgres\n\nWe will use Postgres.\n" },
  { path: "charter.md", text: "| Domain | Lead |\n| --- | --- |\n| Product | Priya (@priya) |\n" },
];

/** Small documents that speak of the same things, in the forms that planning documents have. */
const small = [
  {
    path: "product/roadmap.md",
    text: "# Product roadmap, H2 2026\n\n| Item | Priority | Owner |\n| --- | --- | --- |\n| Single sign-on (SSO) | P0 | @priya |\n| Export | P1 | @amelia |\n",
  },
  {
    path: "engineering/roadmap.md",
    text: "# Engineering roadmap, H2 2026\n\n## P1\n\n- **SSO**: target end of Q3 2026\n  - Owner: @amelia\n- Rewrite the queue (blocked)\n",
  },
  {
    path: "notes/2026-06-01.md",
    text: "# Leads, 1 June 2026\n\nWe decided to ship weekly. Amelia objected.\n\nDisagreement: Product wants March, Engineering June.\n\n- Open question: who runs it?\n",
  },
  {
    path: "decisions/0001-database.md",
    text: "---\nstatus: accepted\ndecision-makers: [Amelia Chen]\ndate: 2026-05-01\n---\n# Use Postgres\n\n## Decision\n\nWe will use Postgres.\n",
  },
  {
    path: "charter.md",
    text: "# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair (@priya) |\n| Engineering | Amelia Chen (@amelia) |\n\n## One-on-ones\n\nPriya and Amelia meet weekly.\n",
  },
];

test(
  "after each of many edits to small documents everything is as in a service that opens them now",
  async () => {
    console.info(`Edits: seed ${seed}`);
    const wanted = times(300, 980_000);
    const inARun = 30;
    const start = processorTime();
    let edits = 0;
    const two = { minLength: 2, maxLength: 2 };
    const run = fc.property(
      fc.oneof(
        { weight: 4, arbitrary: fc.shuffledSubarray(tiny, two) },
        { weight: 1, arbitrary: fc.shuffledSubarray(small, two) },
      ),
      fc.array(action, { minLength: inARun, maxLength: inARun }),
      (documents, actions) => {
        const service = serviceOf(documents, today);
        // Opens anew, each time, the document that changed; to make the whole service each time would cost four times as much.
        const reopening = serviceOf(documents, today);
        const author = new Author(service, documents);
        for (const next of actions) {
          author.do(next);
          for (const [path, text] of author.texts) {
            if (service.document(path)?.text !== text) expect(service.document(path)?.text).toBe(text);
            if (reopening.document(path)?.text !== text) reopening.setDocument(path, text);
          }
          expectSame(service, reopening);
        }
        expectSame(
          service,
          serviceOf(
            [...author.texts].map(([path, text]) => ({ path, text })),
            today,
          ),
        );
        edits += author.edits;
      },
    );
    note("edits", "seed", String(seed));
    const problems: string[] = [];
    for (let round = 0; edits < wanted && problems.length < 10; round += 1) {
      const result = fc.check(run, { seed: seed + round, numRuns: 10 });
      // The long form goes on: what else is wrong is worth knowing before it is mended.
      if (result.failed) {
        problems.push(fc.defaultReportMessage(result) ?? "failed");
        console.error(problems.at(-1));
      }
      note("edits", "edits to small documents, each compared with opening them", edits);
      note("edits", "milliseconds per edit, comparing included", (processorTime() - start) / edits, 20);
      if (round % 50 === 49) console.info(`Edits: ${edits} of ${wanted}, seed ${seed}, round ${round}`);
      // Lets what was printed out.
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(problems).toEqual([]);
  },
  day,
);

test(
  "at checkpoints of many edits to large documents everything is as in a service that opens them now",
  () => {
    const wanted = times(100, 20_000);
    const betweenCheckpoints = times(50, 200);
    const start = processorTime();
    let edits = 0;
    for (let round = 0; edits < wanted; round += 1) {
      const all = repositories();
      const { files, today: date } = all[round % all.length]!;
      const documents = files.filter(({ path }) => path.endsWith(".md"));
      const configuration = files.filter(({ path }) => !path.endsWith(".md"));
      const service = serviceOf(files, date);
      const author = new Author(service, documents);
      const actions = fc.sample(action, { seed: seed + round, numRuns: betweenCheckpoints });
      for (const next of actions) author.do(next);
      const texts = [...author.texts].map(([path, text]) => ({ path, text }));
      expect(JSON.parse(everythingOf(service)), `seed ${seed + round}`).toEqual(
        JSON.parse(everythingOf(serviceOf([...configuration, ...texts], date))),
      );
      edits += author.edits;
    }
    note("edits", "edits to whole repositories, compared every few hundred", edits);
    note("edits", "milliseconds per edit to a repository", (processorTime() - start) / edits, 40);
  },
  day,
);

function expectSame(service: LockstepService, fresh: LockstepService): void {
  const [found, expected] = [everythingOf(service), everythingOf(fresh)];
  if (found !== expected) expect(JSON.parse(found)).toEqual(JSON.parse(expected));
}
