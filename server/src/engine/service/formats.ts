import type { Severity } from "../config/rule-declaration.js";
import type { Range } from "../text/range.js";

// The machine formats, for people who use them: nothing here leads to how the engine works inside.

/** A finding as the machine formats have it (SPEC §5). */
export interface FindingOutput {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly fixes: readonly FixOutput[];
}

export interface FixOutput {
  readonly title: string;
  readonly edits: readonly { readonly path: string; readonly range: Range; readonly newText: string }[];
}

export interface CheckOutput {
  readonly version: 1;
  readonly root: string;
  /** How many planning documents were checked. */
  readonly documents: number;
  readonly findings: readonly FindingOutput[];
  readonly summary: Readonly<Record<Severity, number>>;
}

/** Where a passage stands. */
export interface Located {
  readonly path: string;
  readonly range: Range;
  /** With `explain` only. */
  readonly evidence?: readonly { readonly kind: string; readonly text: string }[];
}

export interface DecisionOutput extends Located {
  readonly text: string;
  readonly status: "open" | "decided" | "rejected" | "superseded";
  readonly domains: readonly string[];
  readonly owners: readonly string[];
  readonly ownedBy: "passage" | "context" | "path" | "none";
  readonly inputs: readonly {
    readonly from: string;
    readonly domain: string | null;
    readonly state: "requested" | "received";
  }[];
  readonly backing: readonly string[];
  readonly joint: boolean;
  readonly date: string | null;
  readonly id: string | null;
}

export interface DisagreementOutput extends Located {
  readonly topic: string;
  readonly status: "open" | "resolved";
  readonly parties: readonly string[];
  readonly nextStep: string | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly since: string | null;
  readonly outcome: string | null;
  readonly id: string | null;
}

export interface QuestionOutput extends Located {
  readonly text: string;
  readonly status: "open" | "resolved";
}

export interface ItemOutput extends Located {
  readonly title: string;
  readonly priority: { readonly text: string; readonly scheme: string; readonly level: number } | null;
  readonly domains: readonly string[];
  readonly owners: readonly string[];
  readonly status: string | null;
  readonly target: string | null;
  readonly dependsOn: readonly string[];
  readonly id: string | null;
}

/** The model in its machine format (SPEC §5). */
export interface ModelOutput {
  readonly version: 1;
  readonly root: string;
  readonly documents: readonly {
    readonly path: string;
    readonly kind: "charter" | "roadmap" | "decision" | "okr" | "hiring" | "notes" | "other";
    readonly planning: true;
    readonly domains: readonly string[];
    readonly title: string | null;
    readonly date: string | null;
    readonly because?: string;
  }[];
  readonly people: readonly {
    readonly name: string | null;
    readonly handle: string | null;
    readonly domain: string | null;
    readonly lead: boolean;
  }[];
  readonly decisions: readonly DecisionOutput[];
  readonly disagreements: readonly DisagreementOutput[];
  readonly openQuestions: readonly QuestionOutput[];
  readonly items: readonly ItemOutput[];
  readonly objectives: readonly ItemOutput[];
  readonly headcount: readonly ItemOutput[];
}
