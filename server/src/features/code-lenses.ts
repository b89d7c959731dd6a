import type { CodeLens, Command, Location } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { Place } from "../engine/markdown/slot.js";
import type { LockstepService } from "../engine/service/service.js";
import { type Phrase, phrase } from "../engine/text/phrase.js";
import { openDisagreementsIn } from "../engine/views/open-disagreements.js";
import { showLocationsCommand } from "../protocol/messages.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { inOrder } from "./entities/facts.js";

export interface CodeLensSupport {
  /** Whether the client knows `showLocationsCommand`; without it a lens only tells. */
  readonly showsLocations: boolean;
}

/** Above a document what is open in it, above an item which other plans have it and how important it is there. */
export function codeLensesOf(
  service: LockstepService,
  path: string,
  addresses: Addresses,
  support: CodeLensSupport,
): CodeLens[] {
  const document = service.document(path);
  if (!document?.head.planning) return [];
  const lens = (place: Place, words: Phrase, locations: readonly Location[]): CodeLens => {
    const range = rangeIn(document, place);
    const title = addresses.say(words);
    const command: Command = support.showsLocations
      ? { title, command: showLocationsCommand, arguments: [addresses.uriOf(path), range.start, locations] }
      : { title, command: "" };
    return { range, command };
  };
  const lenses: CodeLens[] = [];
  const open = openIn(document, service).map((place) => locationOf(document, place, addresses));
  const ownerless = service
    .findings(path)
    .filter(({ rule }) => rule === "decision-without-domain")
    .map(({ place }) => locationOf(document, place, addresses));
  const told = [openWords(open.length), ownerlessWords(ownerless.length)].filter((words) => words !== undefined);
  if (told.length > 0) {
    const all = told.reduce((before, next) => phrase`${before} · ${next}`);
    lenses.push(lens(document.head.place, all, [...open, ...ownerless]));
  }
  for (const item of document.facts.items) {
    const others = inOrder(service.workspace.sameItems(item));
    if (others.length === 0) continue;
    const levels = [...new Set(others.flatMap(({ fact }) => (fact.priority ? [fact.priority.text] : [])))];
    const plans = others.length === 1 ? phrase`also in 1 plan` : phrase`also in ${others.length} plans`;
    lenses.push(
      lens(
        item.focus,
        levels.length > 0 ? phrase`${plans}: ${levels.join(", ")}` : plans,
        others.map((other) => locationOf(other.document, other.fact.focus, addresses)),
      ),
    );
  }
  return lenses;
}

function openWords(amount: number): Phrase | undefined {
  if (amount === 0) return undefined;
  return amount === 1 ? phrase`1 open disagreement` : phrase`${amount} open disagreements`;
}

function ownerlessWords(amount: number): Phrase | undefined {
  if (amount === 0) return undefined;
  return amount === 1 ? phrase`1 decision without domain` : phrase`${amount} decisions without domain`;
}

function openIn(document: PlanDocument, service: LockstepService): readonly Place[] {
  return openDisagreementsIn(document, service.workspace).map(({ fact }) => fact.focus);
}

function locationOf(document: PlanDocument, place: Place, addresses: Addresses): Location {
  return { uri: addresses.uriOf(document.path), range: rangeIn(document, place) };
}
