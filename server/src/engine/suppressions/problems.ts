import { nearestName } from "../config/nearest-name.js";
import type { Place, Slot } from "../markdown/slot.js";
import { groupBy } from "../text/group.js";
import { applyClaims, type SuppressionResult } from "./apply.js";
import type { Claim } from "./claims.js";
import { DIRECTIVES, type NamedPlace, type SuppressionComment } from "./comments.js";
import { removalOf, ruleRemoval, type SuppressionEdit } from "./removal.js";

/** Something wrong with a suppression comment itself. */
export type SuppressionProblem = UnusedSuppression | UnknownDirective | UnknownRule;

/** It suppresses nothing. `place` is the comment, or the one rule in it that is not needed. */
export interface UnusedSuppression {
  readonly kind: "unused";
  readonly place: Place;
  readonly comment: SuppressionComment;
  readonly rule: string | undefined;
  /** Take the comment or the rule away; undefined where that would change what the comment says of other rules. */
  readonly edits: readonly SuppressionEdit[] | undefined;
}

/** It suppresses nothing, as its first word is misspelt. `place` is that word. */
export interface UnknownDirective {
  readonly kind: "unknown-directive";
  readonly place: Place;
  readonly comment: SuppressionComment;
  readonly nearest: string | undefined;
  readonly edits: readonly SuppressionEdit[] | undefined;
}

/** It names no rule. `place` is the name, or several words in a row that look like a reason without its `--`. */
export interface UnknownRule {
  readonly kind: "unknown-rule";
  readonly place: Place;
  readonly comment: SuppressionComment;
  readonly name: string;
  readonly nearest: string | undefined;
  /** Correct the name, or put `--` before the reason. */
  readonly edits: readonly SuppressionEdit[] | undefined;
}

export interface SuppressionCheck {
  /** Ids of all rules. */
  readonly known: ReadonlySet<string>;
  /** Whether a rule ran on the document; of one that did not, nobody can tell whether its suppression is needed. */
  readonly ran: (rule: string) => boolean;
}

/** Rule ids under which the problems of comments are reported. Only a comment that names them suppresses them. */
const ownRules: readonly string[] = ["unused-suppression", "unknown-rule"];

export function ruleOfProblem(problem: SuppressionProblem): "unused-suppression" | "unknown-rule" {
  return problem.kind === "unknown-rule" ? "unknown-rule" : "unused-suppression";
}

/** What is wrong with the comments of a document, after they have been applied to its findings. In the order of the text. */
export function suppressionProblems<Finding>(
  slots: readonly Slot[],
  result: SuppressionResult<Finding>,
  check: SuppressionCheck,
): readonly SuppressionProblem[] {
  const problems: SuppressionProblem[] = [];
  for (const [comment, claims] of byComment(result.claims)) {
    if (comment.directive === undefined) problems.push(unknownDirective(comment));
    else problems.push(...problemsOfComment(slots, comment, claims, result.used, check));
  }
  return withoutSuppressed(slots, result.claims, problems);
}

function byComment(claims: readonly Claim[]): ReadonlyMap<SuppressionComment, readonly Claim[]> {
  return groupBy(claims, ({ comment }) => comment);
}

function unknownDirective(comment: SuppressionComment): UnknownDirective {
  const { name, place } = comment.word;
  const nearest = nearestName(
    name,
    DIRECTIVES.map((directive) => `lockstep-${directive}`),
  );
  const edits = nearest === undefined ? undefined : [{ place, newText: nearest }];
  return { kind: "unknown-directive", place, comment, nearest, edits };
}

function problemsOfComment(
  slots: readonly Slot[],
  comment: SuppressionComment,
  claims: readonly Claim[],
  used: ReadonlySet<Claim>,
  { known, ran }: SuppressionCheck,
): SuppressionProblem[] {
  const unknown = unknownRules(comment, known);
  const isIdle = ({ rule }: Claim): boolean => rule === undefined || (known.has(rule.name) && ran(rule.name));
  const idle = claims.filter((claim) => !used.has(claim) && isIdle(claim) && !isOwn(claim));
  const slotIndex = claims[0]?.slotIndex ?? 0;
  if (idle.length === claims.length) {
    const edits = removalOf(slots, slotIndex, comment);
    return [{ kind: "unused", place: comment.place, comment, rule: undefined, edits }];
  }
  const named = idle.flatMap(({ rule }) => rule ?? []);
  // A comment that loses its last rule would speak of all rules.
  const othersStay = claims.length - idle.length > unknown.filter(({ nearest }) => nearest === undefined).length;
  const unused = named.map((rule): UnusedSuppression => {
    const edits = othersStay ? [ruleRemoval(comment, rule, named)] : undefined;
    return { kind: "unused", place: rule.place, comment, rule: rule.name, edits };
  });
  return [...unused, ...unknown].sort((a, b) => a.place.start - b.place.start);
}

function isOwn({ rule }: Claim): boolean {
  return rule !== undefined && ownRules.includes(rule.name);
}

function unknownRules(comment: SuppressionComment, known: ReadonlySet<string>): UnknownRule[] {
  const problems: UnknownRule[] = [];
  const { rules } = comment;
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index]!;
    if (known.has(rule.name)) continue;
    const nearest = nearestName(rule.name, known);
    const sentence = nearest === undefined ? sentenceFrom(rules, index, known) : [];
    const last = sentence.at(-1) ?? rule;
    index += Math.max(sentence.length - 1, 0);
    const place = { ...rule.place, end: last.place.end };
    problems.push({
      kind: "unknown-rule",
      place,
      comment,
      name: rule.name,
      nearest,
      edits: mending(rule, nearest, sentence),
    });
  }
  return problems;
}

/** Two words or more that name no rule, up to the end: somebody's reason. */
function sentenceFrom(rules: readonly NamedPlace[], from: number, known: ReadonlySet<string>): readonly NamedPlace[] {
  const words = rules.slice(from);
  return words.length > 1 && words.every(({ name }) => !known.has(name)) ? words : [];
}

function mending(rule: NamedPlace, nearest: string | undefined, sentence: readonly NamedPlace[]): UnknownRule["edits"] {
  if (nearest !== undefined) return [{ place: rule.place, newText: nearest }];
  if (sentence.length === 0) return undefined;
  return [{ place: { ...rule.place, end: rule.place.start }, newText: "-- " }];
}

/** Comments may suppress what is said of comments, by name. A comment that does so for nothing is unused like any other. */
function withoutSuppressed(
  slots: readonly Slot[],
  claims: readonly Claim[],
  problems: readonly SuppressionProblem[],
): readonly SuppressionProblem[] {
  const byName = claims.filter((claim) => isOwn(claim) || claim.comment.directive === "enable");
  const findings = problems.map((problem) => ({ rule: ruleOfProblem(problem), place: problem.place, problem }));
  const { kept, used } = applyClaims(slots, byName, findings);
  const idle = byName.filter((claim) => isOwn(claim) && !used.has(claim));
  const unused = idle.map(({ comment, rule, slotIndex }): UnusedSuppression => {
    const alone = comment.rules.length === 1;
    const edits = rule && (alone ? removalOf(slots, slotIndex, comment) : [ruleRemoval(comment, rule, [rule])]);
    return {
      kind: "unused",
      place: alone ? comment.place : (rule ?? comment.word).place,
      comment,
      rule: rule?.name,
      edits,
    };
  });
  return inOrder([...kept.map(({ problem }) => problem), ...unused]);
}

function inOrder(problems: readonly SuppressionProblem[]): readonly SuppressionProblem[] {
  return [...problems].sort(
    (a, b) => a.place.slot.offset + a.place.start - (b.place.slot.offset + b.place.start) || a.place.end - b.place.end,
  );
}
