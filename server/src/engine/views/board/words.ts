import { wordOf as statusWord } from "../../fixes/plan-values.js";
import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { PlanItem } from "../../model/facts.js";
import { english, listPhrase, type Phrase, phrase } from "../../text/phrase.js";
import { domainTitle, quoted } from "../../text/words.js";
import type { AlignedItem } from "./alignment.js";
import type { Difference } from "./differences.js";
import type { Plan } from "./plans.js";

/** Who speaks in a plan: its domains, else its title, else its path. */
export function speakerOf(document: PlanDocument, workspace: WorkspaceView): Phrase {
  const domains = workspace.domainsOfDocument(document);
  if (domains.length > 0 && domains.length <= 3) return listPhrase(domains.map(domainTitle));
  const { title, period } = document.head;
  return phrase`${title ? shortened(withoutPeriod(title.text, period?.text)) : document.path}`;
}

/** "Joint roadmap, H2 2026" without the time, which is said beside it. */
function withoutPeriod(title: string, period: string | undefined): string {
  if (period === undefined || !title.endsWith(period)) return title;
  const rest = title.slice(0, -period.length);
  return /[,:(–—-]\s*$/.test(rest) ? rest.replace(/[\s,:(–—-]+$/, "") : title;
}

function shortened(text: string): string {
  return text.length <= longestSpeaker ? text : `${text.slice(0, longestSpeaker - 1).trimEnd()}…`;
}

const longestSpeaker = 28;

/** A difference in few words, each plan's word once: "P1, P3"; "not in Engineering"; "before “Crew search” in Product, after it in Engineering". */
export function differenceInWords(difference: Difference, row: AlignedItem, workspace: WorkspaceView): Phrase {
  const { kind, plans, order } = difference;
  if (kind === "missing") {
    const lacking = [...plans].filter((plan) => !row.has(plan));
    return phrase`not in ${listPhrase(uniquePhrases(lacking.map(({ document }) => speakerOf(document, workspace))))}`;
  }
  if (order) {
    const { before, partner, other } = order.difference;
    const [item, here, there] = [
      quoted(partner.title, 40),
      speakerOf(order.plan.document, workspace),
      speakerOf(other.document, workspace),
    ];
    return before
      ? phrase`before ${item} in ${here}, after it in ${there}`
      : phrase`after ${item} in ${here}, before it in ${there}`;
  }
  const words = [...row].filter(([plan]) => plans.has(plan)).map(([, item]) => wordOf(item, kind));
  return uniquePhrases(words).reduce((before, next) => phrase`${before} – ${next}`);
}

/** What an item says of one field, as it is written. */
function wordOf(item: PlanItem, kind: Difference["kind"]): Phrase {
  if (kind === "priority") return phrase`${item.priority?.text ?? ""}`;
  if (kind === "status") return statusInWords(item) ?? phrase`${""}`;
  if (kind === "target") return phrase`${targetInWords(item) ?? ""}`;
  return listPhrase([...new Set(item.owners.map((owner) => owner.text))]);
}

/** A task's box in words; any other status as it is written, without emoji. */
export function statusInWords({ status }: PlanItem): Phrase | undefined {
  if (!status) return undefined;
  if (/^\[[ xX]\]$/.test(status.text)) return status.text === "[ ]" ? phrase`not ticked` : phrase`ticked`;
  const word = statusWord(status.text);
  return word === "" ? undefined : phrase`${word}`;
}

export function targetInWords({ target }: PlanItem): string | undefined {
  return target?.date?.text ?? target?.text;
}

/** The plans that differ, in the order of the board. */
export function columnsOf(difference: Difference, plans: readonly Plan[]): readonly number[] {
  return plans.flatMap((plan, index) => (difference.plans.has(plan) ? [index] : []));
}

/** Each once that says something, by what it says in English. */
function uniquePhrases(words: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(words.map((word) => [english(word), word])).entries()].flatMap(([said, word]) =>
    said === "" ? [] : [word],
  );
}
