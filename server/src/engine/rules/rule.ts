import type { RuleDeclaration as ConfigurableRule, OptionValue } from "../config/rule-declaration.js";
import type { Fix } from "../fixes/fix.js";
import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import type { Place } from "../markdown/slot.js";
import type { SuppressionProblem } from "../suppressions/problems.js";

export type { Severity } from "../config/rule-declaration.js";

/** What a rule tells the configuration schema, the documentation and the command line about itself. */
export interface RuleDeclaration extends ConfigurableRule {
  readonly family: "decisions" | "disagreements" | "priorities and plans" | "charters" | "wording" | "the linter's own";
}

export type OptionValues = Readonly<Record<string, OptionValue>>;

/** What a rule sees: one document, and through the view what all documents say of the same things. */
export interface RuleContext {
  readonly document: PlanDocument;
  readonly workspace: WorkspaceView;
  readonly options: OptionValues;
  /** What is wrong with the document's suppression comments; filled for rules `ofSuppressions` only, which run after all others. */
  readonly suppressionProblems: readonly SuppressionProblem[];
}

export interface RelatedPlace {
  readonly document: PlanDocument;
  readonly place: Place;
  readonly message: string;
}

/** One thing that is wrong, before it has words. `place` lies in the document that was looked at. */
export interface Problem<Data> {
  readonly place: Place;
  readonly data: Data;
  readonly related?: readonly RelatedPlace[];
}

/**
 * A rule in three parts, each usable alone: `detect` finds, `word` says it to people, `mend` offers edits.
 * A rule reports places of `context.document` only, however many documents it compares; so a document's findings are all
 * made in one place, and an edit elsewhere re-runs just the documents that it concerns.
 */
export interface Rule<Data = unknown> extends RuleDeclaration {
  /**
   * Looks at the text or at the numbers of its lines, and not only at facts, heads and what the view says of them: what it found does not
   * outlast an edit.
   */
  readonly readsText?: true;
  /** Reports on suppression comments, and so runs once they have been applied to the findings of the other rules. */
  readonly ofSuppressions?: true;
  detect(context: RuleContext): Iterable<Problem<Data>>;
  /** What is wrong, why it matters to these people, what to do: two or three short sentences. */
  word(data: Data, context: RuleContext): string;
  mend?(problem: Problem<Data>, context: RuleContext): Iterable<Fix>;
}

/** Types a rule by its own data and hands it out for the registry, which knows no rule's data. */
export function defineRule<Data>(rule: Rule<Data>): Rule {
  return rule as Rule;
}

/** The value of an integer or number option, which the schema has checked. */
export function numberOption({ options }: Pick<RuleContext, "options">, name: string): number {
  return Number(options[name]);
}
