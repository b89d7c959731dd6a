/** Names of folders that documents of a kind are usually in, and the folder to make where there is none. */
export interface Habit {
  readonly folders: readonly string[];
  readonly otherwise: string;
}

export const decisionHabit: Habit = {
  folders: ["decision", "decisions", "adr", "adrs", "rfc", "rfcs", "proposals"],
  otherwise: "decisions",
};

export const noteHabit: Habit = { folders: ["notes", "minutes", "meetings", "leads"], otherwise: "notes" };

/**
 * The folder where a new document goes: of those with a usual name the one that holds most Markdown. Paths are relative to the workspace, with `/`.
 */
export function folderFor(paths: readonly string[], { folders, otherwise }: Habit): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const name = folder.slice(folder.lastIndexOf("/") + 1).toLowerCase();
    if (folders.includes(name)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [folder, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = folder;
  return best ?? otherwise;
}

/**
 * A name for a new file that its neighbours do not have, in their form: numbered on where they are numbered (or where there are none), else the title alone.
 *
 * @param neighbours names of the files in the folder
 */
export function numberedName(neighbours: readonly string[], title: string): string {
  const numbers = neighbours.flatMap((name) => /^(\d{3,5})[-_ ]/.exec(name)?.[1] ?? []);
  if (numbers.length === 0 && neighbours.length > 0) return freeName(neighbours, slugOf(title));
  const next = 1 + Math.max(0, ...numbers.map(Number));
  return freeName(neighbours, `${String(next).padStart(numbers[0]?.length ?? 4, "0")}-${slugOf(title)}`);
}

/** `stem.md`, or where that is taken `stem-2.md` and so on. */
export function freeName(neighbours: readonly string[], stem: string): string {
  const taken = new Set(neighbours.map((name) => name.toLowerCase()));
  let name = `${stem}.md`;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}.md`;
  return name;
}

/** A title as part of a file's name: letters and digits of any language, with hyphens between. */
export function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return slug || "untitled";
}
