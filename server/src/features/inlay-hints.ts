import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import { endOf, offsetOf } from "../engine/markdown/place.js";
import type { Place } from "../engine/markdown/slot.js";
import { isoDate } from "../engine/model/date.js";
import type { Mention } from "../engine/model/facts.js";
import { ownerRoles } from "../engine/model/owner-roles.js";
import { type Phrase, phrase } from "../engine/text/phrase.js";
import { domainTitle } from "../engine/text/words.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { type Fact, factsOf } from "./entities/facts.js";
import { findWord } from "./entities/word-place.js";
import { mentionsOf, occurrencesIn } from "./entities.js";

/** What Lockstep takes words for, where they do not say it: the domain of an owner, the days of "end of Q3"; within a range. */
export function inlayHintsOf(
  document: PlanDocument,
  range: Range,
  workspace: WorkspaceView,
  addresses: Addresses,
): InlayHint[] {
  if (!document.head.planning) return [];
  const from = document.markdown.offsetAt(range.start);
  const to = document.markdown.offsetAt(range.end);
  const inRange = (place: Place): boolean => offsetOf(place) <= to && offsetOf(place) + place.end - place.start >= from;
  const hints = new Map<number, InlayHint>();
  const add = (place: Place, label: string, words: Phrase): void => {
    const end = offsetOf(endOf(place));
    const tooltip = addresses.say(words);
    const position = rangeIn(document, endOf(place)).start;
    if (!hints.has(end)) hints.set(end, { position, label, tooltip, kind: InlayHintKind.Type, paddingLeft: true });
  };
  for (const fact of factsOf(document)) {
    for (const owner of mentionsOf(fact)) {
      const place = namedAt(owner, fact);
      if (!place || !inRange(place) || !(owner.role === "prose" || ownerRoles.has(owner.role))) continue;
      const domain = workspace.domainOf(owner, document);
      if (domain === undefined || says(domain, owner.text, fact, document, workspace)) continue;
      add(place, domainTitle(domain), phrase`Domain by the roster`);
    }
  }
  for (const { place, entity } of occurrencesIn(document, workspace)) {
    if (entity.kind !== "date" || entity.date.grain === "day" || entity.date.ambiguous || !inRange(place)) continue;
    const { start, end } = entity.date;
    const label = start === end ? isoDate(end) : `${isoDate(start)} – ${isoDate(end)}`;
    if (entity.date.text !== isoDate(end)) add(place, label, phrase`Days that this means, both included`);
  }
  return [...hints.values()];
}

/** Where the name of an owner or a party stands: sentences tell of people whom another one of the passage names. */
function namedAt({ text, place, role }: Mention, fact: Fact): Place | undefined {
  return findWord(text, place) ?? (role === "prose" ? findWord(text, fact.place) : place);
}

/** Whether the passage names the domain itself, or its document is of that domain alone. */
function says(domain: string, text: string, fact: Fact, document: PlanDocument, workspace: WorkspaceView): boolean {
  const { domainByWord } = workspace.vocabularyOf(document);
  if (domainByWord.get(text.trim().toLowerCase()) === domain) return true;
  const written = "domainWords" in fact ? fact.domainWords : [];
  const ofDocument = workspace.domainsOfDocument(document);
  return (
    written.some((word) => domainByWord.get(word.text.toLowerCase()) === domain) ||
    (ofDocument.length === 1 && ofDocument[0] === domain)
  );
}
