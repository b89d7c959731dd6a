import { readFileSync } from "node:fs";
import { MarkdownDocument } from "../../../src/engine/markdown/document.js";
import type { Place } from "../../../src/engine/markdown/slot.js";
import type { PlanItem } from "../../../src/engine/model/facts.js";
import type { ReadingContext } from "../../../src/engine/understand/context.js";
import { type DocumentModel, DocumentReader } from "../../../src/engine/understand/reader.js";

/**
 * A fixture is a Markdown document. Its first line is a comment that gives its path and what is checked ("<!-- path: plans/a.md; checks:
 * items -->"). A comment "<!-- = … -->" at the end of a line states what the line means, "kind: title | field value | …"; several are
 * parted by " && ". All comments are taken out before the document is read. Of the kinds that are checked, what is stated must be
 * found on its line with the fields given, and nothing else may be found.
 */
export interface Fixture {
  readonly path: string;
  readonly checks: readonly string[];
  readonly text: string;
  readonly expected: readonly Statement[];
}

export interface Statement {
  readonly line: number;
  readonly kind: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
}

const opening = /^<!-- path: ([^;]+?)(?:; checks: ([a-z0-9 -]+?))? -->\r?\n/;
const expectation = / *<!-- = (.*?) -->/;

export function readFixture(file: string): Fixture {
  const source = readFileSync(file, "utf8");
  const head = opening.exec(source);
  if (!head?.[1]) throw new Error(`${file} does not say its path`);
  const expected: Statement[] = [];
  const lines = source.slice(head[0].length).split("\n");
  const text = lines.map((line, index) => {
    const stated = expectation.exec(line);
    for (const one of stated?.[1]?.split(" && ") ?? []) expected.push(statement(one, index));
    return line.replace(expectation, "");
  });
  return { path: head[1], checks: (head[2] ?? "items").split(" "), text: text.join("\n"), expected };
}

function statement(text: string, line: number): Statement {
  const [first = "", ...rest] = text.split(" | ");
  const colon = first.indexOf(":");
  const fields = Object.fromEntries(
    rest.map((field) => {
      const space = field.indexOf(" ");
      return space < 0 ? [field, "yes"] : [field.slice(0, space), field.slice(space + 1)];
    }),
  );
  return {
    line: line + 1,
    kind: colon < 0 ? first : first.slice(0, colon),
    title: colon < 0 ? "" : first.slice(colon + 1).trim(),
    fields,
  };
}

export function contextOf(path: string, planning?: boolean): ReadingContext {
  const words = {
    product: ["product", "pm", "product management"],
    engineering: ["engineering", "eng", "engineers"],
    design: ["design", "ux"],
    compliance: ["compliance"],
  };
  return {
    path,
    configured: { planning, kind: undefined, domain: undefined },
    vocabulary: {
      domains: Object.keys(words),
      proper: new Set<string>(),
      domainByWord: new Map(Object.entries(words).flatMap(([name, list]) => list.map((word) => [word, name] as const))),
      priorityLevels: new Map(),
    },
    dates: { dateOrder: "dmy", fiscalYearStart: undefined },
  };
}

export function understand(
  text: string,
  path: string,
  planning?: boolean,
): DocumentModel & { readonly document: MarkdownDocument } {
  const document = MarkdownDocument.open(text);
  return { ...new DocumentReader(contextOf(path, planning)).read(document), document };
}

/** Everything of the checked kinds that a document was understood to state, in the form of statements. */
export function found(fixture: Fixture): Statement[] {
  const { document, head, facts } = understand(fixture.text, fixture.path);
  const at = (place: Place): number => document.rangeOf(place).start.line + 1;
  const statements: Statement[] = [];
  const checks = (kind: string): boolean => fixture.checks.includes(kind);
  if (checks("items")) statements.push(...facts.items.map((item) => itemStatement(item, at(item.place))));
  if (checks("roster")) {
    for (const entry of facts.roster) {
      statements.push({
        line: at(entry.place),
        kind: entry.vacant ? "vacant" : entry.lead ? "lead" : "member",
        title: entry.name ?? entry.handle ?? "",
        fields: given({
          handle: entry.handle,
          domain: entry.domain?.text,
          team: entry.team,
          stand_in: entry.standIn?.text,
        }),
      });
    }
  }
  if (checks("charter")) {
    for (const [id, place] of facts.charter?.agreements ?? [])
      statements.push({ line: at(place), kind: "agreement", title: id, fields: {} });
    for (const meeting of facts.charter?.oneOnOnes ?? []) {
      const title = meeting.people.join(" + ");
      statements.push({
        line: at(meeting.place),
        kind: "meeting",
        title,
        fields: given({ days: meeting.everyDays?.toString() }),
      });
    }
    for (const url of facts.charter?.inherits ?? [])
      statements.push({ line: 0, kind: "inherits", title: url, fields: {} });
  }
  if (checks("one-on-ones")) {
    for (const note of facts.oneOnOnes) {
      statements.push({
        line: at(note.place),
        kind: "note",
        title: note.people.join(" + "),
        fields: { date: day(note.date.start) },
      });
    }
  }
  if (checks("wordings")) {
    for (const wording of facts.wordings) {
      const title = wording.domains.map((domain) => domain.text).join(" + ");
      statements.push({ line: at(wording.place), kind: wording.kind, title, fields: {} });
    }
  }
  if (checks("head")) {
    statements.push({
      line: at(head.place),
      kind: "head",
      title: head.kind,
      fields: given({
        planning: head.planning ? "yes" : "no",
        domains: head.domainWords.map((word) => `${word.text} by ${word.source}`).join(", "),
        owners: head.owners.map((owner) => `${owner.role} ${owner.text}`).join(", "),
        date: head.date && day(head.date.start),
        period: head.period && `${day(head.period.start)}..${day(head.period.end)}`,
        status: head.status?.text,
        decision: head.status?.decision,
        id: head.id,
        body: head.body,
        title: head.title?.text,
      }),
    });
  }
  return statements;
}

function itemStatement(item: PlanItem, line: number): Statement {
  return {
    line,
    kind: item.kind,
    title: item.title,
    fields: given({
      id: item.id,
      priority: item.priority?.text,
      level: item.priority && `${item.priority.scheme} ${item.priority.level}`,
      target: item.target?.text,
      owners: item.owners.map((owner) => owner.text).join(", "),
      domains: item.domainWords.map((word) => word.text).join(", "),
      status: item.status?.text,
      class: item.status?.class,
      depends: item.dependsOn.map((other) => other.text).join(", "),
      why: item.why?.text,
      people: item.resources?.amount.toString(),
      parent: item.parent?.title,
      figures: item.figures.map((figure) => `${figure.kind} ${figure.value}${figure.unit}`).join(", "),
      internal: item.internal ? "yes" : "",
      ranked: item.ranked ? "yes" : "",
      total: item.total ? "yes" : "",
      struck: item.struck ? "yes" : "",
    }),
  };
}

function day(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]])),
  );
}

/** Found statements with only the fields that an expectation of the same line, kind and title names: what is to be compared. */
export function comparable(statements: readonly Statement[], expected: readonly Statement[]): string[] {
  return statements
    .map((one) => {
      const other = expected.find(
        (candidate) =>
          candidate.kind === one.kind &&
          candidate.title === one.title &&
          (candidate.line === one.line || one.line === 0),
      );
      const names = Object.keys(other?.fields ?? {});
      const fields = names.map((name) => ` | ${name} ${one.fields[name] ?? "none"}`).join("");
      return `${one.line === 0 ? (other?.line ?? 0) : one.line} ${one.kind}: ${one.title}${fields}`;
    })
    .sort();
}

export function written(expected: readonly Statement[]): string[] {
  return expected
    .map(({ line, kind, title, fields }) => {
      const said = Object.entries(fields).map(([name, value]) => ` | ${name} ${value}`);
      return `${line} ${kind}: ${title}${said.join("")}`;
    })
    .sort();
}
