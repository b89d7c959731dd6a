import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { DEFAULT_DOMAINS } from "../../engine/config/default-domains.js";
import type { Person } from "../../engine/people/roster.js";
import { count, listOf } from "../../engine/text/words.js";
import { textReader } from "../../node/evaluate.js";
import { Evaluator } from "../../node/evaluator.js";
import { diskFiles } from "../../node/files.js";
import { configurationText, type FoundDomain } from "../init-text.js";
import { open, sayNotes } from "../open.js";
import { todayOf } from "../options.js";
import { print, writeOutput } from "../output.js";
import { UseError } from "../use-error.js";

const names = [".lockstep.yaml", ".lockstep.yml", ".lockstep.json"];

/** `lockstep init`: reads a repository and writes a configuration with the domains and people found. Asks where somebody can answer. */
export async function runInit(
  folder: string | undefined,
  options: { readonly yes: boolean; readonly dryRun: boolean },
): Promise<number> {
  const where = folder ?? ".";
  if ((await diskFiles.kind(where)) !== "folder")
    throw new UseError(`${where} is no folder; init takes the root of a repository`);
  for (const name of names) {
    if (!options.dryRun && (await diskFiles.kind(join(where, name))) !== undefined)
      throw new UseError(`${join(where, name)} is there already; edit it, or see what init finds with --dry-run`);
  }
  const evaluator = new Evaluator({ today: todayOf(undefined) });
  const sources = await open([where]);
  sayNotes(sources);
  await evaluator.update(sources, textReader(sources.root));
  const { workspace } = evaluator.service;
  const documents = [...workspace.documents.values()].filter(({ head }) => head.planning);
  let domains = domainsOf(workspace.roster.domains, workspace.roster.people);
  const kinds = kindsOf(documents.map(({ head }) => head.kind));
  if (process.stdin.isTTY && process.stdout.isTTY && !options.yes && !options.dryRun) {
    const answer = await ask(domains, documents.length, join(where, ".lockstep.yaml"));
    if (!answer) return 0;
    domains = answer;
  }
  const text = configurationText(domains, documents.length, kinds);
  if (options.dryRun) print(text);
  else {
    writeOutput(join(where, ".lockstep.yaml"), text);
    const people = domains.reduce((sum, { leads, members }) => sum + leads.length + members.length, 0);
    print(
      `${join(where, ".lockstep.yaml")}: ${count(domains.length, "domain")}, ${count(people, "name")}, from ${count(documents.length, "planning document")}. Next: lockstep check\n`,
    );
  }
  return 0;
}

function domainsOf(found: readonly string[], people: readonly Person[]): FoundDomain[] {
  const written = (person: Person): string => {
    const handle = person.handle === undefined ? undefined : `@${person.handle}`;
    if (person.name === undefined) return handle ?? "";
    return handle === undefined ? person.name : `${person.name} <${handle}>`;
  };
  const of = (domain: string, lead: boolean): string[] =>
    people.filter((person) => person.domain === domain && person.lead === lead).map(written);
  const all = found.map((name) => ({ name, leads: of(name, true), members: of(name, false) }));
  // A default domain that nothing speaks of need not be written, unless nothing was found at all.
  const spokenOf = all.filter(
    ({ name, leads, members }) => !DEFAULT_DOMAINS.has(name) || leads.length + members.length > 0,
  );
  const kept = new Set([...spokenOf.map(({ name }) => name), "product", "engineering"]);
  return all.filter(({ name }) => kept.has(name));
}

function kindsOf(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, amount]) => `${kind} ${amount}`)
    .join(", ");
}

/** Undefined where the answer is not to write. */
async function ask(
  domains: readonly FoundDomain[],
  documents: number,
  file: string,
): Promise<FoundDomain[] | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<undefined>((resolve) => {
    lines.once("close", () => resolve(undefined));
    lines.once("SIGINT", () => lines.close());
  });
  const question = (text: string): Promise<string | undefined> =>
    Promise.race([lines.question(text).catch(() => undefined), closed]);
  try {
    print(`Found ${count(documents, "planning document")}.\n`);
    const named = await question(`Domains [${domains.map(({ name }) => name).join(", ")}]: `);
    if (named === undefined) return undefined;
    const wanted = named
      .split(",")
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== "");
    const chosen =
      wanted.length === 0
        ? domains
        : wanted.map((name) => domains.find((domain) => domain.name === name) ?? { name, leads: [], members: [] });
    const complete: FoundDomain[] = [];
    for (const domain of chosen) {
      const lead = await question(`Who leads ${domain.name}? [${listOf(domain.leads) || "nobody yet"}]: `);
      if (lead === undefined) return undefined;
      const leads = lead
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "");
      complete.push(leads.length > 0 ? { ...domain, leads } : domain);
    }
    const go = await question(`Write ${file}? [Y/n]: `);
    return go !== undefined && /^(?:y|yes)?$/i.test(go.trim()) ? complete : undefined;
  } finally {
    lines.close();
  }
}
