import { rangesIn } from "../../engine/config/text-positions.js";
import type { Workspace } from "../../engine/index/workspace.js";
import type { Person } from "../../engine/people/roster.js";
import { documentsNaming, samePerson } from "../entities/groups.js";
import { findNames, type Spelling } from "../entities/people.js";
import { occurrencesOfKind } from "../entities.js";
import { editAt, type RenameProblem, type Renaming } from "./edit.js";

/** Gives a person another name, or, where the cursor is on it, another handle. */
export function renamePerson(
  person: Person,
  spelling: Spelling,
  newName: string,
  workspace: Workspace,
): Renaming | RenameProblem {
  const asHandle = spelling === "handle";
  if (asHandle && !/^@?[A-Za-z0-9](?:[\w.-]{0,62}\w)?$/.test(newName))
    return { problem: "A handle is one word of letters, digits, dots and hyphens." };
  if (!asHandle && !/^\p{L}[\p{L}\p{M}.'’ -]{0,100}$/u.test(newName))
    return { problem: "A name begins with a letter and holds letters, spaces, hyphens and full stops." };
  const rewrite = asHandle ? handleTo(newName) : nameTo(person, newName);
  return {
    documents: documentsNaming({ kind: "person", person, spelling }, workspace),
    editsIn: (document) =>
      occurrencesOfKind("person", document, workspace).flatMap(({ entity, place }) => {
        if (entity.kind !== "person" || entity.spelling === "role" || !samePerson(entity.person, person)) return [];
        const text = rewrite(entity.spelling);
        if (text === undefined) return [];
        const full = entity.spelling === "name" || entity.spelling === "handle";
        return [editAt(document, place, text, full ? "name" : "short-form")];
      }),
    configuration: [...workspace.configurationTexts()].flatMap(([path, text]) => {
      const rangeOf = rangesIn(text);
      return findNames(text, workspace.roster).flatMap((span) => {
        const written =
          samePerson(span.person, person) && span.spelling !== "first" && span.spelling !== "last"
            ? rewrite(span.spelling)
            : undefined;
        return written === undefined
          ? []
          : [{ path, range: rangeOf(span), newText: written, reason: "configuration" as const }];
      });
    }),
  };
}

function handleTo(newName: string): (spelling: Spelling) => string | undefined {
  return (spelling) => (spelling === "handle" ? `@${newName.replace(/^@/, "")}` : undefined);
}

/** What is short for the old name becomes what is short for the new one; the handle stays. */
function nameTo(person: Person, newName: string): (spelling: Spelling) => string | undefined {
  const before = (person.name ?? "").split(/\s+/);
  const after = newName.trim().split(/\s+/);
  return (spelling) => {
    if (spelling === "name") return after.join(" ");
    if (spelling === "first") return before[0] === after[0] ? undefined : after[0];
    if (spelling === "last") return before.at(-1) === after.at(-1) ? undefined : after.at(-1);
    return undefined;
  };
}
