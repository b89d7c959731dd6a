import { type Phrase, phrase } from "../../../server/src/engine/text/phrase.js";
import type { OpenDisagreement } from "../../../server/src/protocol/messages.js";

export type Grouping = "document" | "age";

/** What stands together in the view. */
export interface Group {
  readonly kind: "group";
  /** A path, or words for people. */
  readonly label: string | Phrase;
  /** What tells groups apart while their contents change. */
  readonly id: string;
  /** The document, where the group is one. */
  readonly uri: string | undefined;
  readonly leaves: readonly Leaf[];
}

export interface Leaf {
  readonly kind: "leaf";
  readonly id: string;
  readonly group: string;
  readonly disagreement: OpenDisagreement;
}

/** Ages in days, the oldest group first; `from` is the youngest that belongs to it. */
const ages: readonly { readonly id: string; readonly label: Phrase; readonly from: number }[] = [
  { id: "month", label: phrase`For more than a month`, from: 31 },
  { id: "week", label: phrase`For more than a week`, from: 8 },
  { id: "fresh", label: phrase`This week`, from: 0 },
];

/** Groups disagreements by the document that holds them, in the order of paths, or by age, oldest first. */
export function groupsOf(disagreements: readonly OpenDisagreement[], grouping: Grouping): Group[] {
  return grouping === "document" ? byDocument(disagreements) : byAge(disagreements);
}

function byDocument(disagreements: readonly OpenDisagreement[]): Group[] {
  const byUri = new Map<string, OpenDisagreement[]>();
  for (const disagreement of disagreements) {
    const known = byUri.get(disagreement.uri);
    if (known) known.push(disagreement);
    else byUri.set(disagreement.uri, [disagreement]);
  }
  return [...byUri].map(([uri, list]) => group(uri, list[0]?.path ?? uri, uri, list));
}

function byAge(disagreements: readonly OpenDisagreement[]): Group[] {
  const oldestFirst = [...disagreements].sort((a, b) => (b.days ?? 0) - (a.days ?? 0));
  const groups = ages.map(({ id, label, from }, index) => {
    const below = ages[index - 1]?.from ?? Number.POSITIVE_INFINITY;
    const list = oldestFirst.filter(({ days }) => days !== undefined && days >= from && days < below);
    return group(id, label, undefined, list);
  });
  const undated = group(
    "undated",
    phrase`Without a date`,
    undefined,
    oldestFirst.filter(({ days }) => days === undefined),
  );
  return [...groups, undated].filter(({ leaves }) => leaves.length > 0);
}

function group(
  id: string,
  label: string | Phrase,
  uri: string | undefined,
  disagreements: readonly OpenDisagreement[],
): Group {
  const seen = new Map<string, number>();
  const leaves = disagreements.map((disagreement): Leaf => {
    const name = `${disagreement.uri}\n${disagreement.topic}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { kind: "leaf", id: `${id}\n${name}\n${count}`, group: id, disagreement };
  });
  return { kind: "group", label, id, uri, leaves };
}
