/** The rules' pages, put in by scripts/build.mjs from docs/rules. */
declare module "lockstep:rule-pages" {
  /** Markdown by rule id. */
  export const rulePages: ReadonlyMap<string, string>;
}
