import type { DataNode, Span } from "../../engine/config/data.js";
import { entryOf } from "../../engine/config/data.js";
import { rangesIn } from "../../engine/config/text-positions.js";
import { readYaml } from "../../engine/config/yaml.js";
import type { Workspace } from "../../engine/index/workspace.js";
import { sourceOf } from "../../engine/markdown/place.js";
import { occurrencesOfKind } from "../entities.js";
import { literal } from "../literal.js";
import { editAt, type RenameEdit, type RenameProblem, type Renaming } from "./edit.js";

/**
 * Gives a domain that configuration or a charter names another name. Aliases stay as they are; where configuration lists them, the old
 * name joins them, so that folders and documents that nobody has open are still understood.
 */
export function renameDomain(domain: string, newName: string, workspace: Workspace): Renaming | RenameProblem {
  if (!/^\p{L}[\p{L}\p{M}\p{N}& -]{0,60}$/u.test(newName))
    return { problem: "A domain is a word or a few, without punctuation." };
  const taken = workspace.roster.domainOfWord(newName);
  if (taken !== undefined && taken !== domain) return { problem: `“${newName}” already means ${taken}.` };
  const configuration = [...workspace.configurationTexts()].flatMap(([path, text]) =>
    configurationEdits(path, text, domain, newName),
  );
  const stated = [...workspace.documents.values()].some((document) =>
    document.facts.roster.some((entry) => entry.domain?.text.trim().toLowerCase() === domain),
  );
  if (!stated && !configuration.some(({ reason }) => reason === "configuration")) {
    return {
      problem: `“${domain}” is one of the domains that Lockstep knows from the start. Name your domains in .lockstep.yaml to rename it.`,
    };
  }
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${literal(domain)}(?![\\p{L}\\p{N}])`, "iu");
  return {
    documents: [...workspace.documents.values()].filter((document) => document.head.planning),
    editsIn: (document) =>
      occurrencesOfKind("domain", document, workspace).flatMap(({ entity, place }) => {
        if (entity.kind !== "domain" || entity.domain !== domain) return [];
        const written = sourceOf(place);
        const found = word.exec(written);
        if (!found) return [];
        const at = {
          slot: place.slot,
          start: place.start + found.index,
          end: place.start + found.index + found[0].length,
        };
        return [editAt(document, at, inCaseOf(found[0], newName), "name")];
      }),
    configuration,
  };
}

function inCaseOf(written: string, newName: string): string {
  const first = written.charAt(0);
  if (first === first.toLowerCase())
    return newName.toLowerCase() === newName ? newName : newName.charAt(0).toLowerCase() + newName.slice(1);
  return newName.charAt(0).toUpperCase() + newName.slice(1);
}

/** The key below `domains`, the old name as an alias, and the domain of entries of `documents`. */
function configurationEdits(path: string, text: string, domain: string, newName: string): RenameEdit[] {
  const root = readYaml(text).root;
  const own = path.endsWith("package.json") ? entryOf(root, "lockstep")?.value : root;
  const rangeOf = rangesIn(text);
  const edits: RenameEdit[] = [];
  const replace = (span: Span, newText: string): void => {
    const quote = /^["']/.exec(text.slice(span.start, span.end))?.[0] ?? "";
    edits.push({ path, range: rangeOf(span), newText: `${quote}${newText}${quote}`, reason: "configuration" });
  };
  const entry = entryOf(entryOf(own, "domains")?.value, domain);
  if (entry) {
    replace(entry.keySpan, newName);
    const aliases = entryOf(entry.value, "aliases")?.value;
    if (aliases?.kind === "list" && text[aliases.span.start] === "[") {
      const at = aliases.span.start + 1;
      const range = rangeOf({ start: at, end: at });
      const quote = path.endsWith(".json") ? '"' : "";
      const more = aliases.items.length > 0 ? ", " : "";
      edits.push({ path, range, newText: `${quote}${domain}${quote}${more}`, reason: "configuration" });
    }
  }
  const documents: DataNode | undefined = entryOf(own, "documents")?.value;
  for (const item of documents?.kind === "list" ? documents.items : []) {
    const named = entryOf(item, "domain")?.value;
    if (named?.kind === "scalar" && String(named.value).toLowerCase() === domain) replace(named.span, newName);
  }
  return edits;
}
