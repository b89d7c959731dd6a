import type { Entry } from "./entry.js";

export const groupings = ["document", "domain", "age", "person"] as const;
export type Grouping = (typeof groupings)[number];

export const orders = ["place", "age", "text"] as const;
export type Order = (typeof orders)[number];

/** What is shown: one of the values of each kind; a kind that names none lets everything through. */
export interface Filter {
  readonly states: readonly string[];
  readonly domains: readonly string[];
  readonly people: readonly string[];
}

export const noFilter: Filter = { states: [], domains: [], people: [] };

/** What stands together in a view. */
export interface Group {
  readonly kind: "group";
  readonly heading: Heading;
  /** What tells groups apart while their contents change. */
  readonly id: string;
  readonly leaves: readonly Leaf[];
}

/** What a group is about; the words for it are the view's. */
export type Heading =
  | { readonly by: "document"; readonly uri: string; readonly path: string }
  | { readonly by: "domain" | "person"; readonly name: string | undefined }
  | { readonly by: "age"; readonly age: Age | undefined };

export type Age = "month" | "week" | "fresh";

export interface Leaf {
  readonly kind: "leaf";
  readonly id: string;
  readonly group: string;
  readonly entry: Entry;
}

/** Ages in days, the oldest first; `from` is the youngest that belongs to it. */
const ages: readonly { readonly age: Age; readonly from: number }[] = [
  { age: "month", from: 31 },
  { age: "week", from: 8 },
  { age: "fresh", from: 0 },
];

/**
 * Groups entries: by the document that holds them, in the order of paths; by age, oldest first; by domain or person, each entry below
 * all of its own. What has no date, domain or person comes last.
 */
export function groupsOf(entries: readonly Entry[], grouping: Grouping, order: Order): Group[] {
  const groups = new Map<string, { heading: Heading; entries: Entry[] }>();
  for (const entry of entries) {
    for (const heading of headingsOf(entry, grouping)) {
      const id = idOf(heading);
      const known = groups.get(id);
      if (known) known.entries.push(entry);
      else groups.set(id, { heading, entries: [entry] });
    }
  }
  return [...groups]
    .map(
      ([id, group]): Group => ({
        kind: "group",
        heading: group.heading,
        id,
        leaves: leavesOf(id, ordered(group.entries, order)),
      }),
    )
    .sort((a, b) => compareHeadings(a.heading, b.heading));
}

/** Entries that a filter lets through. */
export function filtered(entries: readonly Entry[], { states, domains, people }: Filter): readonly Entry[] {
  return entries.filter(
    (entry) =>
      (states.length === 0 || states.includes(entry.state)) &&
      (domains.length === 0 || entry.domains.some((domain) => domains.includes(domain))) &&
      (people.length === 0 || entry.people.some((person) => people.includes(person))),
  );
}

export function isFilter({ states, domains, people }: Filter): boolean {
  return states.length + domains.length + people.length > 0;
}

function headingsOf({ uri, path, days, domains, people }: Entry, grouping: Grouping): readonly Heading[] {
  switch (grouping) {
    case "document":
      return [{ by: "document", uri, path }];
    case "age":
      return [{ by: "age", age: days === undefined ? undefined : ages.find(({ from }) => days >= from)?.age }];
    default: {
      const names = grouping === "domain" ? domains : people;
      return names.length > 0
        ? [...new Set(names)].map((name) => ({ by: grouping, name }))
        : [{ by: grouping, name: undefined }];
    }
  }
}

function idOf(heading: Heading): string {
  switch (heading.by) {
    case "document":
      return heading.uri;
    case "age":
      return `age:${heading.age ?? ""}`;
    default:
      return `${heading.by}:${heading.name?.toLowerCase() ?? ""}`;
  }
}

function compareHeadings(a: Heading, b: Heading): number {
  if (a.by === "age" && b.by === "age") return rankOf(a.age) - rankOf(b.age);
  const [one, other] = [nameOf(a), nameOf(b)];
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one.localeCompare(other);
}

function rankOf(age: Age | undefined): number {
  return age === undefined ? ages.length : ages.findIndex((candidate) => candidate.age === age);
}

function nameOf(heading: Heading): string | undefined {
  if (heading.by === "document") return heading.path;
  return heading.by === "age" ? undefined : heading.name;
}

function ordered(entries: readonly Entry[], order: Order): readonly Entry[] {
  if (order === "text") return [...entries].sort((a, b) => a.text.localeCompare(b.text));
  if (order === "age") return [...entries].sort((a, b) => (b.days ?? -1) - (a.days ?? -1));
  return entries;
}

function leavesOf(group: string, entries: readonly Entry[]): Leaf[] {
  const seen = new Map<string, number>();
  return entries.map((entry): Leaf => {
    const name = `${entry.uri}\n${entry.text}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { kind: "leaf", id: `${group}\n${name}\n${count}`, group, entry };
  });
}
