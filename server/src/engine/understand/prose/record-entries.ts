import type { DecisionStatus } from "../../model/facts.js";
import { decisionStatusOf } from "../head/record-status.js";

/** What a log or minutes say of a record that stands elsewhere: "ADR 7, tiles: accepted". */
export interface RecordEntry {
  /** The record's id as written: "ADR 7". */
  readonly record: string;
  readonly status: DecisionStatus;
}

/** The id of a record; years, pull requests and objectives look alike. */
const id =
  "(?!(?:FY|CY|OKR|KR|PR|MR|GH|KPI|SLA|Q|H)[- ]?\\d)(?:[A-Z]{2,6}|(?:[Dd]ecision )?[Rr]ecord|[Pp]roposal)[- ]?#?\\d{1,6}";
/** What an entry may begin with: a date and the dash behind it. */
const dated = "\\W{0,4}(?:\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{1,4})?\\W{1,5})?(?:[Tt]he )?";
const status =
  "accepted|adopted|approved|agreed|ratified|implemented|rejected|declined|turned down|withdrawn|superseded|proposed|deferred|postponed|draft|(?:in|under) (?:review|discussion)|(?:still )?(?:open|pending)";
/** "ADR 7, tiles: accepted", "RFC-12 “Paper ends” was approved on 3 June". */
const entry = new RegExp(
  `^${dated}(${id})(?![\\p{L}\\p{N}]|[-.]\\d)([^;?!\\n]{0,110}?)(?<![\\p{L}])(${status})(?=\\W{0,3}(?:$|[,.;()|–—-])| (?:today|yesterday|on|by|in|at|with|as|after|unanimously|since|without|because)(?![\\p{L}]))`,
  "iu",
);
/** What makes of it something that may come, or is told of something else. */
const unsure =
  /\b(?:will|would|shall|should|can|could|may|might|must|to be|not|never|if|once|when|until|unless|before|needs?|whether|wants?|hopes?|says|said|how|why)\b|\bn['’]t\b/i;

/** What a passage says of the status of the record that it names first; undefined where it does not begin with one, or says none. */
export function recordEntryIn(text: string): RecordEntry | undefined {
  const match = entry.exec(text.slice(0, 200));
  const [, record, between = "", word] = match ?? [];
  if (record === undefined || word === undefined || !/^(?:[A-Z]|record|proposal|decision)/.test(record))
    return undefined;
  const stated = decisionStatusOf(word);
  return stated === undefined || unsure.test(between) ? undefined : { record, status: stated };
}

const named = new RegExp(`^${dated}(${id})\\s?(?:$|[:,(]|[–—-]\\s)`);

/** The record that a row is about by its first words: "ADR 7: tiles". */
export function recordNamedFirst(text: string): string | undefined {
  return named.exec(text.slice(0, 60))?.[1];
}
