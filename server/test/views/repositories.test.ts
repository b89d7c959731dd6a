import { beforeAll, describe, expect, test } from "vitest";
import { parseIsoDate } from "../../src/engine/model/date.js";
import type { LockstepService } from "../../src/engine/service/service.js";
import { agendaOf, documentWith } from "../../src/engine/views/agenda/agenda.js";
import { knownPairs } from "../../src/engine/views/agenda/sides.js";
import { boardOf } from "../../src/engine/views/board/board.js";
import { reportOf } from "../../src/engine/views/report/report.js";
import { repositories } from "../support/repositories.js";
import { serviceOf } from "../support/service.js";

/** Findings as they can be told apart when others come: by document, rule and words underlined. */
function findingsIn(service: LockstepService): string[] {
  return [...service.workspace.documents.values()].flatMap(({ path, text }) =>
    service.findings(path).map(({ rule, place: { slot, start, end } }) => {
      const underlined = text.slice(slot.offset + start, slot.offset + end);
      return `${path} ${rule} ${underlined}`;
    }),
  );
}

/** How many decisions, disagreements, questions and items are stated. */
function factsIn(service: LockstepService): number {
  return [...service.workspace.documents.values()].reduce(
    (sum, { facts: { decisions, disagreements, questions, items } }) =>
      sum + decisions.length + disagreements.length + questions.length + items.length,
    0,
  );
}

describe.each(repositories().map((repository) => [repository.name, repository] as const))("%s", (_name, repository) => {
  const day = parseIsoDate(repository.today) ?? 0;
  let service: LockstepService;

  beforeAll(() => {
    service = serviceOf(repository.files, repository.today);
  });

  test("every finding between two plans is on the board, where it stands in its document", () => {
    const board = boardOf(service);
    const shown = board.rows.flatMap((row) => row.differences.flatMap((difference) => difference.findings));
    const paths = new Set(board.plans.map(({ path }) => path));
    const rules = new Set(["priority-mismatch", "shadow-plan", "plan-conflict"]);
    const wanted = [...paths].flatMap((path) =>
      service.findings(path).flatMap(({ rule, document, place, message, related }) => {
        const between = related.some((other) => paths.has(other.document.path));
        return rules.has(rule) && between ? [{ rule, path, range: document.markdown.rangeOf(place), message }] : [];
      }),
    );
    expect(wanted.length).toBeGreaterThan(0);
    for (const finding of wanted) expect(shown).toContainEqual(expect.objectContaining(finding));
    expect(board.agreement.percent).toBeGreaterThan(0);
    expect(board.agreement.compared + board.agreement.notCompared).toBe(board.rows.length);
  });

  test("the report counts what the service finds, and makes no finding itself", () => {
    const text = reportOf(service);
    const rows = [...text.matchAll(/^\| [a-z-]+ \| .* \| (?:error|warning|information|hint) \| (\d+) \| \d+ \|$/gm)];
    expect(rows.reduce((sum, [, findings]) => sum + Number(findings), 0)).toBe(findingsIn(service).length);
    const path = "alignment-report.md";
    service.setDocument(path, text);
    expect(service.findings(path)).toEqual([]);
    service.deleteDocument(path);
  });

  test("a written agenda makes no finding, states nothing, and is the next one's last note", () => {
    const [found, stated] = [new Set(findingsIn(service)), factsIn(service)];
    const pairs = knownPairs(service.workspace);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { sides } of pairs) {
      const between = [sides[0].name, sides[1].name] as const;
      const agenda = agendaOf(service, { between });
      if ("problem" in agenda) throw new Error(agenda.problem);
      const old = service.document(agenda.path)?.text;
      service.setDocument(agenda.path, documentWith(agenda));
      expect(findingsIn(service).filter((finding) => !found.has(finding))).toEqual([]);
      expect(factsIn(service)).toBe(stated);
      const next = agendaOf(service, { between, day: day + 7 });
      if ("problem" in next) throw new Error(next.problem);
      expect(next.lastNote?.start).toBe(day);
      const { newDrift, knownDrift } = agenda.counts;
      expect(next.counts).toMatchObject({ newDrift: 0, knownDrift: newDrift + knownDrift });
      if (old === undefined) service.deleteDocument(agenda.path);
      else service.setDocument(agenda.path, old);
    }
  });
});
