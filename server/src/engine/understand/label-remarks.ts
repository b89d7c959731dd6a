import { stampSource } from "./stamps.js";

/** What the label of a statement says besides: `Decision (Engineering), DL-4`, `Decision, owner Ana Lind`. */
export interface RemarkedLabel {
  /** The label without what it says besides: "Decision". */
  readonly word: string;
  /** The label in the usual form: "Decision DL-4 (Engineering)". */
  readonly key: string;
  readonly length: number;
}

const number = String.raw`(?:[A-Z]{1,6}-?\d{1,5}|#\d{1,5})(?![\w.])`;
const name = String.raw`(?:@[\w-]+|\p{Lu}[\p{L}'’.&-]*|\d[\d./-]*)`;
const names = String.raw`${name}(?:(?:\sand|\s&)?\s${name}){0,5}`;
/** Who a remark without brackets says it is of. */
const ofWhom = String.raw`(?:(?:the\s)?(?:owners?|decider|driver|lead|DRI|shared|joint)(?:\s(?:is|are|by|of|between))?|(?:owned|made|taken|reached|agreed|decided|raised|asked|backed|supported|endorsed)\s(?:jointly\s|together\s)?(?:by|on|for)|by|for|of|from|on)`;
/** How far a decision is: "Decision (Product), not yet taken", "Decision still to be made". */
const state = String.raw`(?:not\s(?:yet\s)?(?:made|taken|reached|decided|final)|(?:still\s|yet\s)?to\s(?:be\s)?(?:make|made|take|taken|reach|reached|decided)|(?:still\s)?(?:open|pending|outstanding|needed|wanted|missing|due)|(?:deferred|postponed|put\soff)(?:\s(?:to|until|till)\s(?:\w+\s){0,2}\w+)?)(?=[\s:,([*_])`;
const part = String.raw`(?:(?:,|\s[–—-])?\s${state}|\s?\([^()\n]{1,60}\)|\s?\[[^[\]\n]{1,40}\]|,?\s(?:n[or]\.?\s|number\s)?${number}|,?\s${ofWhom}\s${names}|,\s${names})`;
const statement = String.raw`(?:(?:(?:An?|The|Our)\s)?(?:\p{Lu}[\p{L}&]+\s){0,2}[Dd]ecision(?:\s(?:needed|required|pending|wanted|requested|taken|made))?|Disagreement|Objection)`;
/** Linear: each part begins with a mark or word of its own, and there are few. */
const remarked = new RegExp(
  String.raw`^[\s*_]*(?:${stampSource}[*_]*)?(${statement})(${part}{1,4}(?:(?<=\d),\s[^:,()|\n]{3,50})?)[\s*_]*:[\s*_]*`,
  "u",
);

/** A label of a decision or disagreement that says besides, before its colon, which one it is, whose, or of what day. */
export function labelWithRemarks(text: string): RemarkedLabel | undefined {
  const match = remarked.exec(text);
  const [whole, word, told] = match ?? [];
  if (whole === undefined || word === undefined || told === undefined) return undefined;
  const id = new RegExp(number, "u").exec(told)?.[0];
  const open = new RegExp(state, "u").exec(told)?.[0];
  const rest = told
    .replace(id ?? "", "")
    .replace(open ?? "", "")
    .split(/[()[\],]|\s[–—-]\s/)
    .map((each) => each.trim().replace(owning, ""))
    .filter((each) => each.length > 1 && !/^n[or]\.?$/.test(each))
    .join(", ");
  const key = [word, open, id, rest === "" ? undefined : `(${rest})`].filter((each) => each !== undefined).join(" ");
  return { word, key, length: whole.length };
}

const owning =
  /^(?:the\s)?(?:owners?|decider|driver|lead|DRI|(?:owned|decided|raised|asked)\s(?:by|on|for)|by|for|of|from|on)(?:\s(?:is|are))?:?\s/;
