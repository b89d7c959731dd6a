import { createRequire } from "node:module";

interface Validate {
  (data: unknown): boolean;
  readonly errors?: readonly unknown[] | null;
}

const require = createRequire(import.meta.url);
// The schema is of draft 4, which the validator that comes with it knows.
const requireBeside = createRequire(require.resolve("@microsoft/jest-sarif/package.json"));
const Ajv = requireBeside("ajv") as new (
  options: object,
) => { addMetaSchema(schema: unknown): void; compile(schema: unknown): Validate };
const schema: unknown = requireBeside("./lib/schemas/sarif-2.1.0-rtm.5.json");

const ajv = new Ajv({ schemaId: "auto", validateSchema: false, allErrors: true });
ajv.addMetaSchema(requireBeside("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(schema);

/** What the official schema of SARIF 2.1.0 has against a log; empty for a valid one. */
export function sarifProblems(log: unknown): readonly unknown[] {
  return validate(log) ? [] : (validate.errors ?? ["invalid"]);
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<"startLine" | "startColumn" | "endLine" | "endColumn", number>>;
    };
  }[];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly unknown[];
  readonly suppressions?: readonly { readonly kind: string; readonly justification?: string }[];
}

export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly help: { readonly markdown: string };
      }[];
    };
  };
  readonly results: readonly SarifResult[];
}

/** The one run of a log. */
export function runOf(text: string): SarifRun {
  const log = JSON.parse(text) as { runs: SarifRun[] };
  const [run] = log.runs;
  if (!run) throw new Error("the log has no run");
  return run;
}
