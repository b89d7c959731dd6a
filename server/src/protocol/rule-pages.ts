/** Where a rule's page lives on the web, up to the rule's id. The one place that says so. */
export const rulePagesOnTheWeb = "https://github.com/lockstep-md/lockstep/blob/main/docs/rules/";

/** Path of the URIs that open a rule's bundled page in VS Code, up to the rule's id. */
export const rulePagesPath = "/rules/";

/** Address of a rule's page; pages on the web are Markdown files. */
export function rulePage(base: string, rule: string): string {
  return base === rulePagesOnTheWeb ? `${base}${rule}.md` : `${base}${rule}`;
}

/** Rule ids, and so the names of their pages: lower case words with hyphens. Nothing else may become part of a path. */
export const ruleIdPattern = /^[a-z]+(?:-[a-z]+)*$/;
