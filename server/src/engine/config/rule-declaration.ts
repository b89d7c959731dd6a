export type Severity = "hint" | "information" | "warning" | "error";

export const SEVERITIES: readonly Severity[] = ["hint", "information", "warning", "error"];

/** What configuration needs to know of a rule. The registry's declarations are of this shape. */
export interface RuleDeclaration {
  readonly id: string;
  /** The severity unless configured. */
  readonly severity: Severity;
  /** What it reports, in one clause. */
  readonly summary: string;
  readonly options?: Readonly<Record<string, OptionDeclaration>>;
}

export interface OptionDeclaration {
  readonly type: "integer" | "number" | "string" | "boolean";
  readonly default: OptionValue;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description: string;
}

export type OptionValue = number | string | boolean;
