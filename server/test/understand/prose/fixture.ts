import { MarkdownDocument } from "../../../src/engine/markdown/document.js";
import { lineOf } from "../../../src/engine/markdown/place.js";
import type { Decision, Disagreement } from "../../../src/engine/model/facts.js";
import type { ReadingContext } from "../../../src/engine/understand/context.js";
import { DocumentReader } from "../../../src/engine/understand/reader.js";
import { domainSettings } from "../../support/domains.js";

/**
 * A fixture is Markdown that explains, with fenced documents: ```` ```markdown PATH ````. A line of a document that states something ends
 * with what it states between brackets: `⟦decision decided by=Ana,Bo in=engineering asks=Amelia heard=Jonas joint freeze review=2026-06-01
 * due=2026-07-01 date=… replaces=X no-by⟧`, `⟦disagreement open topic=… owner=… next due=…⟧`, `⟦question open⟧`. What is not named is not compared;
 * a line without brackets states nothing.
 */
export interface ProseFixture {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** "LINE KIND STATUS word word", lines from 1. */
  readonly expected: readonly string[];
}

const mark = /\s*⟦([^⟧]*)⟧/gu;

/** The documents of a fixture file; each is named after the heading above it. */
export function readFixture(source: string): readonly ProseFixture[] {
  const fixtures: ProseFixture[] = [];
  let heading = "";
  const lines = source.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.startsWith("#")) heading = line.replace(/^#+\s*/, "");
    const fence = /^(`{3,})markdown (\S+)$/.exec(line);
    if (!fence) continue;
    const end = lines.indexOf(fence[1] ?? "", index + 1);
    const body = lines.slice(index + 1, end);
    const expected = body.flatMap((each, at) =>
      [...each.matchAll(mark)].map((match) => `${at + 1} ${(match[1] ?? "").trim()}`),
    );
    fixtures.push({
      name: `${heading}, line ${index + 1}`,
      path: fence[2] ?? "",
      text: body.map((each) => each.replace(mark, "")).join("\n"),
      expected,
    });
    index = end;
  }
  return fixtures;
}

/** What was read of the document, each fact with the words that the expectation of its line names. */
export function readFacts(fixture: ProseFixture): readonly string[] {
  const document = MarkdownDocument.open(fixture.text);
  const { facts } = new DocumentReader(contextOf(fixture.path)).read(document);
  const wanted = [...fixture.expected];
  const words = (line: number, kind: string): readonly string[] => {
    const at = wanted.findIndex((each) => each.startsWith(`${line} ${kind} `) || each === `${line} ${kind}`);
    return at < 0 ? [] : (wanted.splice(at, 1)[0]?.split(" ").slice(3) ?? []);
  };
  const found = [
    ...facts.decisions.map((fact) => ({ fact, kind: "decision", details: decisionDetails(fact) })),
    ...facts.disagreements.map((fact) => ({ fact, kind: "disagreement", details: disagreementDetails(fact) })),
    ...facts.questions.map((fact) => ({ fact, kind: "question", details: {} as Details })),
  ];
  return found
    .map(({ fact, kind, details }) => ({ line: lineOf(fact.place) + 1, kind, status: fact.status, details }))
    .sort((a, b) => a.line - b.line || (a.kind < b.kind ? -1 : 1))
    .map(({ line, kind, status, details }) => {
      const shown = words(line, kind).map((word) => shownDetail(word, details));
      return [line, kind, status, ...shown].join(" ");
    });
}

type Details = Readonly<Record<string, string>>;

function shownDetail(word: string, details: Details): string {
  const name = word.replace(/^no-/, "").split("=")[0] ?? "";
  const value = details[name];
  if (value === undefined || value === "") return `no-${name}`;
  return word.includes("=") ? `${name}=${value}` : name;
}

function decisionDetails(fact: Decision): Details {
  const names = (list: readonly { readonly text: string }[]): string =>
    list.map(({ text }) => text.replace(/ /g, "_")).join(",");
  const inputs = (state: string): string =>
    names(fact.inputs.filter((input) => input.state === state).map(({ from }) => ({ text: from })));
  return {
    by: names([...fact.owners, ...fact.deciders]),
    in: names(fact.domainWords).toLowerCase(),
    asks: inputs("requested"),
    heard: inputs("received"),
    joint: fact.joint ? "joint" : "",
    nature: fact.nature ?? "",
    affects: names(fact.affects).toLowerCase(),
    backed: names(fact.backing),
    review: isoOf(fact.reviewBy?.date.start),
    date: isoOf(fact.date?.start),
    due: fact.fields.find((field) => field.name === "due")?.value.replace(/ /g, "_") ?? "",
    replaces: fact.supersedes.join(",").replace(/ /g, "_"),
    id: fact.id ?? "",
    form: fact.form,
  };
}

function disagreementDetails(fact: Disagreement): Details {
  return {
    topic: fact.topic.replace(/ /g, "_"),
    owner: fact.owner?.text.replace(/ /g, "_") ?? "",
    next: fact.nextStep?.text.replace(/ /g, "_") ?? "",
    due: isoOf(fact.due?.date?.start),
    since: isoOf(fact.since?.start),
    outcome: fact.outcome?.text.replace(/ /g, "_") ?? "",
    form: fact.form,
  };
}

function isoOf(day: number | undefined): string {
  return day === undefined ? "" : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A document of that path, planning by configuration, with the default domains. */
export function contextOf(path: string): ReadingContext {
  const domains = domainSettings();
  const domainByWord = new Map(
    domains.flatMap((domain) => [
      [domain.name, domain.name] as const,
      ...domain.aliases.map((alias) => [alias.toLowerCase(), domain.name] as const),
    ]),
  );
  return {
    path,
    configured: { planning: true, kind: undefined, domain: undefined },
    vocabulary: {
      domains: domains.map(({ name }) => name),
      domainByWord,
      proper: new Set<string>(),
      priorityLevels: new Map(),
    },
    dates: { dateOrder: undefined, fiscalYearStart: undefined },
  };
}
