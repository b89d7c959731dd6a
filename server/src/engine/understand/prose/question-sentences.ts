import type { Evidence } from "../../model/facts.js";
import { Cue } from "./cue-words.js";
import { isHistory, isQuestion, isQuoted } from "./modality.js";
import { because } from "./passage.js";
import type { Setting } from "./setting.js";
import type { Statement } from "./statement.js";

interface QuestionPattern {
  readonly kind: string;
  readonly cues: number;
  readonly pattern: RegExp;
  readonly weight: number;
}

const patterns: readonly QuestionPattern[] = [
  {
    kind: "open-question",
    cues: Cue.question,
    pattern:
      /\b(?:remaining|outstanding|unresolved|open|unanswered)\s(?:open\s)?questions?\s?(?:is|are|:|—|–|,|remains?|about|here|for|whether|how|of whether)|\b(?:an|the|another|still an|one|key) (?:open|unresolved|outstanding|remaining) (?:question|issue)\b|\b(?:a|one|the) (?:further |remaining |second |key |big )question (?:is|remains|for the|relates)\b|\bquestion (?:is |remains )?(?:still )?open\b|\bopen questions? (?:around|about|on)\b/,
    weight: 0.95,
  },
  {
    kind: "undetermined",
    cues: Cue.unclear | Cue.toBeDone,
    pattern:
      /\b(?:to be|tbd)\s(?:determined|decided|figured out|worked out|seen|clarified)\b|\b(?:remains to be|yet to be|still to be|needs to be|still needs to be)\s(?:determined|decided|defined|figured out|worked out|seen|clarified|confirmed|answered|resolved|settled|known)\b|\b(?:is|are|remains?|was|still|currently)\s(?:still\s|currently\s|as yet\s|yet\s|also\s|somewhat\s)?(?:unclear|undecided|undetermined|unresolved|an open question|up in the air|up for debate|subject to bikeshedding|tbd)\b|^\W{0,3}(?:tbd|tbc)\s?[:—–-]\s?\w/,
    weight: 0.95,
  },
  {
    kind: "not-known",
    cues: Cue.unclear | Cue.notKnown,
    pattern:
      /\b(?:it's|it is|is|still|remains?|we're|we are|currently|we|but|and)\s(?:\w+\s)?(?:not (?:yet )?(?:clear|sure|known|certain|decided)|don't (?:yet )?know|do not (?:yet )?know|unclear|unsure|unknown|uncertain)\s(?:yet\s)?(?:whether|if|how|who|what|when|where|which)\b/,
    weight: 0.8,
  },
  {
    kind: "to-find-out",
    cues: Cue.findOut,
    pattern:
      /(?<!\bi )\b(?:needs?|have|has|must|still|remains?|yet|want)\s(?:to\s)?(?:be\s)?(?:figured?(?: out)?|clarif(?:y|ied)|investigated?|determined?|work(?:ed)? out|find out|understand|explored?|confirm(?:ed)?|checked?)\s(?:\w+\s)?(?:whether|if|how|what|who|which|where|when|why)\b/,
    weight: 0.85,
  },
];

const cues = patterns.reduce((bits, each) => bits | each.cues, 0);
const enough = 0.85;

/** Whether a text may hold an open question in so many words. */
export function mayAsk(found: number): boolean {
  return (found & cues) !== 0;
}

/** Reads a sentence that says of itself that something is undecided or unknown. */
export function readQuestionSentence(statement: Statement, setting: Setting): readonly Evidence[] | undefined {
  for (const way of patterns) {
    if ((statement.cues & way.cues) === 0) continue;
    const match = way.pattern.exec(statement.lower);
    if (!match) continue;
    let score = way.weight;
    if (setting.minutes) score += 0.05;
    if (/\b(?:if|unless|when|once|where|which|whose)\s/.test(statement.lower.slice(0, match.index))) score -= 0.5;
    if (isHistory(statement.lower)) score -= 0.5;
    if (isQuoted(statement.prose, match.index)) score -= 0.5;
    if (way.kind === "undetermined" && isQuestion(statement.lower)) score -= 0.5;
    if (/\b(?:no|none of the|any)\s(?:\w+\s)?$/.test(statement.lower.slice(0, match.index))) score -= 1;
    if (setting.role === "process" || setting.role === "faq" || setting.role === "roles") score -= 0.5;
    if (setting.transcript && !isQuestion(statement.lower) && way.kind === "not-known") score -= 0.3;
    if (score >= enough) return [because(way.kind, statement.prose.slice(match.index, match.index + match[0].length))];
  }
  return undefined;
}
