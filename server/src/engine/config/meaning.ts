import type { Configuration } from "./configuration.js";
import type { DataProblem, Span } from "./data.js";
import { placeKey } from "./fit.js";

/** What a schema cannot say: words that mean two things at once, patterns that match nothing. */
export function meaningProblems(configuration: Configuration, places: ReadonlyMap<string, Span>): DataProblem[] {
  return [
    ...domainProblems(configuration, places),
    ...priorityProblems(configuration, places),
    ...patternProblems(configuration, places),
  ];
}

type Places = ReadonlyMap<string, Span>;
type Path = readonly (string | number)[];

function problemAt(places: Places, path: Path, message: string): DataProblem {
  return { span: places.get(placeKey(path)) ?? { start: 0, end: 0 }, message };
}

function domainProblems({ domains }: Configuration, places: Places): DataProblem[] {
  const problems: DataProblem[] = [];
  const taken = new Map<string, string>();
  for (const name of domains?.keys() ?? []) {
    const other = taken.get(name.toLowerCase());
    if (other) problems.push(problemAt(places, ["domains", name], `\`${name}\` and \`${other}\` are the same name.`));
    else taken.set(name.toLowerCase(), name);
  }
  for (const [name, { aliases }] of domains ?? []) {
    aliases.forEach((alias, index) => {
      const owner = taken.get(alias.toLowerCase());
      if (owner === undefined) taken.set(alias.toLowerCase(), name);
      if (owner === undefined || owner === name) return;
      const message = `“${alias}” already means \`${owner}\`; a word can mean one domain only.`;
      problems.push(problemAt(places, ["domains", name, "aliases", index], message));
    });
  }
  return problems;
}

function priorityProblems({ scale, same }: Configuration, places: Places): DataProblem[] {
  const problems: DataProblem[] = [];
  const levels = new Set<string>();
  scale?.forEach((word, index) => {
    if (levels.has(word.toLowerCase())) {
      problems.push(problemAt(places, ["priorities", "scale", index], `“${word}” stands in the scale twice.`));
    }
    levels.add(word.toLowerCase());
  });
  const groups = new Map<string, number>();
  same?.forEach((words, group) => {
    words.forEach((word, index) => {
      const other = groups.get(word.toLowerCase());
      groups.set(word.toLowerCase(), other ?? group);
      if (other === undefined || other === group) return;
      const message = `“${word}” stands in two lists of \`same\`; it can mean one level only.`;
      problems.push(problemAt(places, ["priorities", "same", group, index], message));
    });
    if (levels.size === 0 || words.some((word) => levels.has(word.toLowerCase()))) return;
    const message =
      "None of these words is in `scale`, so their level is not known. Name the scale's own word among them.";
    problems.push(problemAt(places, ["priorities", "same", group], message));
  });
  return problems;
}

function patternProblems({ documents, overrides }: Configuration, places: Places): DataProblem[] {
  const lists = [
    ...documents.map(({ files }, index) => ({ files, path: ["documents", index, "files"] })),
    ...overrides.map(({ files }, index) => ({ files, path: ["overrides", index, "files"] })),
  ];
  return lists
    .filter(({ files }) => files.patterns.every((pattern) => pattern.startsWith("!")))
    .map(({ path }) => problemAt(places, path, "Patterns behind `!` only take away; name what they take away from."));
}
