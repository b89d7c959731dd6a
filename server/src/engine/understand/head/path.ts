import type { DocumentKind } from "../../model/section.js";

/** What a path says of a document: by its file name or a folder. */
export interface PathKind {
  readonly kind: DocumentKind;
  /** In words for a person. */
  readonly because: string;
  /** Whether the words of the name leave open which kind of plan or note it is ("plans/2026.md", "board/q3.md"). */
  readonly weak: boolean;
  /** The kind that the file's own name leaves open where a folder's name decides ("governance/goals.md"). */
  readonly named?: DocumentKind | undefined;
  /** Whether a folder's name says so and not the file's own: a folder "governance" keeps more than charters. */
  readonly byFolder?: true;
}

const kindByWord: ReadonlyMap<string, { kind: DocumentKind; weak: boolean }> = new Map(
  (
    [
      ["charter", "charter governance", false],
      ["roadmap", "roadmap priority", false],
      ["roadmap", "plan", true],
      ["okr", "goal", true],
      ["decision", "decision adr rfc proposal pep kep cep fip nep slep cfep hip eip jep", false],
      ["okr", "okr objective", false],
      ["hiring", "hiring headcount", false],
      ["notes", "note minute meeting agenda retro 1:1", false],
      ["notes", "board", true],
    ] as const
  ).flatMap(([kind, list, weak]) => list.split(" ").map((word) => [word, { kind, weak }] as const)),
);

/** Words of a path segment, lower case, in the singular; "OneOnOnes", "1-1s" and "one_on_one" all read as `1:1`. */
export function pathWords(segment: string): string[] {
  const spaced = segment
    .replace(/(?<![A-Z])([A-Z]{2,})s(?![a-z])/g, "$1")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replace(
      /(?<![a-z0-9])(?:one[-_ ]on[-_ ]ones?|1[-_ :]?(?:on|x|to)[-_ ]?1s?|1[-_:]1s?|1o1s?|o3s?)(?![a-z0-9])/g,
      " 1:1 ",
    );
  return spaced
    .split(/[^a-z0-9:\u00c0-\uffff]+/)
    .flatMap((word) => (word === "1:1" ? [word] : word.split(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/)))
    .filter((word) => word !== "")
    .map((word) => singular(word.replace(/:$/, "")));
}

function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && !word.endsWith("ss") && word.length > 3 ? word.slice(0, -1) : word;
}

const neverByName =
  /^(?:readme|changelog|changes|history|contributing|licen[cs]e|code[-_ ]?of[-_ ]?conduct|release[-_ ]?notes?|releases?|news|security|support|copying|notice|authors|third[-_ ]?party.*|patch[-_ ]?notes?)(?:[-_.].{0,12})?$/i;

/** Whether the file's name is one of those that are no planning documents by name: README, CHANGELOG, LICENSE … */
export function isNeverByName(path: string): boolean {
  const stem = stemOf(path);
  return (
    neverByName.test(stem) &&
    !(ofOneRelease.test(stem) && path.split("/").some((segment) => /^(?:plans?|planning|roadmaps?)$/i.test(segment)))
  );
}

/** "plans/release-26.2.md": among plans, what is planned for a release. */
const ofOneRelease = /^releases?[-_ ]?v?\d/i;

/** Whether nothing but configuration makes a document at this path a planning document. */
export function isExcludedPath(path: string): boolean {
  return /(?:^|\/)node_modules\//.test(path);
}

/** Whether the path marks a template: `templates/`, `adr-template.md`, `0000-template.md`. */
export function isTemplatePath(path: string): boolean {
  const segments = path.split("/");
  const name = pathWords(stemOf(path));
  if (
    name.includes("template") &&
    (name.at(-1) === "template" || name[0] === "template" || /^0+$/.test(name[0] ?? ""))
  ) {
    return true;
  }
  return segments
    .slice(0, -1)
    .some((folder) => /^[._]?(?:[a-z]+[-_])?templates?$/i.test(folder) || /^issue_template$/i.test(folder));
}

/** The kind that file name or folders give a document; the file before the folders, the innermost folder first. */
export function kindOfPath(path: string): PathKind | undefined {
  const segments = path.split("/");
  const stem = stemOf(path);
  const words = pathWords(stem).filter((word) => word !== "priority" || ofPriorities.test(stem));
  const byName = isNeverByName(path) ? undefined : kindOfWords(words);
  const byFolder = isNeverByName(path) ? undefined : kindOfFolders(segments.slice(0, -1));
  if (byName && !(byName.weak && byFolder && !byFolder.weak)) {
    return { kind: byName.kind, weak: byName.weak, because: `file name \`${segments.at(-1) ?? path}\`` };
  }
  // A body keeps its minutes where its charter is: "governance/board/2026-03-02.md".
  if (byFolder?.kind === "charter" && ofOneDay.test(stem)) {
    return { kind: "notes", weak: false, because: `file name \`${segments.at(-1) ?? path}\`` };
  }
  return byFolder && { ...byFolder, named: byName?.kind, byFolder: true };
}

/** "priorities-2027", "priority-list"; a "thread-priority" is a thing that a plan or a proposal speaks of. */
const ofPriorities = /priorities|^priority$|priority[-_ ]?(?:list|order|board)/i;

const ofOneDay = /(?<!\d)20\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?!\d)/;

/** "resolutions/2026-04.md": what a body resolved, one a file; "conflict-resolution.md" tells of something else. */
const resolution = { kind: "decision", weak: false } as const;

function kindOfFolders(folders: readonly string[]): PathKind | undefined {
  let weak: PathKind | undefined;
  for (let index = folders.length - 1; index >= 0; index -= 1) {
    const folder = folders[index] ?? "";
    const found = /^resolutions$/i.test(folder) ? resolution : kindOfWords(pathWords(folder));
    if (!found) continue;
    const kind = { kind: found.kind, weak: found.weak, because: `folder name \`${folder}\`` };
    if (!found.weak) return kind;
    weak ??= kind;
  }
  return weak;
}

/** "2026-03-05-roadmap-review": where a plan is talked about. */
const meeting = /\b(?:roadmap|planning|plan|priority) (?:review|meeting|sync|session|call|workshop|huddle)\b/;

/** The head noun is the last one: "decision-meeting-notes" are notes, a "roadmap-decision" is a decision; a strong word before a weak one wins. */
function kindOfWords(words: readonly string[]): { kind: DocumentKind; weak: boolean } | undefined {
  const joined = words.join(" ");
  if (/\bdecision (?:making|maker|process|right|procedure)\b/.test(joined)) return { kind: "charter", weak: false };
  if (meeting.test(joined)) return { kind: "notes", weak: false };
  if (
    /\b(?:roadmap|plan|planning|priority) (?:management|process|procedure|guide|guideline|policy|format)\b/.test(joined)
  )
    return undefined;
  if (/\b(?:release|patch|upgrade|install|speaker) note\b/.test(joined)) return undefined;
  let found: { kind: DocumentKind; weak: boolean } | undefined;
  for (const word of words) {
    const kind = kindByWord.get(word);
    if (kind && (!kind.weak || !found || found.weak)) found = kind;
  }
  return found;
}

/** The file's name without its extension. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/\.(?:md|markdown|mdx|mdown|mkd)$/i, "");
}
