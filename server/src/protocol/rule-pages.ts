/** Path of the URIs that open a rule's bundled page in VS Code, up to the rule's id. */
export const rulePagesPath = "/rules/";

/**
 * Address of a rule's page. Pages in a folder are Markdown files, in an editor the editor's own. Undefined where there is no base: nothing leads to
 * pages that are nowhere.
 */
export function rulePage(base: string | undefined, rule: string): string | undefined {
  if (base === undefined) return undefined;
  return base.startsWith("file:") ? `${base}${rule}.md` : `${base}${rule}`;
}

/** Rule ids, and so the names of their pages: lower case words with hyphens. Nothing else may become part of a path. */
export const ruleIdPattern = /^[a-z]+(?:-[a-z]+)*$/;
