import { DOCUMENT_KINDS } from "../config/schema.js";
import { findingOutput } from "../service/check-output.js";
import { type Tool, type ToolContext, ToolProblem, textIn } from "./tool.js";

/** Where a text of each kind would lie, by which Lockstep takes it for one. */
const folders: Readonly<Record<string, string>> = {
  charter: "charters",
  roadmap: "roadmaps",
  decision: "decisions",
  okr: "okrs",
  hiring: "hiring",
  notes: "notes",
  other: "plans",
};

const name = "lockstep-draft.md";

/** More is no draft; a tool that answers must answer soon. */
const longestText = 200_000;

export const checkText: Tool = {
  name: "lockstep_check_text",
  title: "Check a text",
  summary: "Checks a draft of a planning document against the rules and the other documents.",
  description:
    "Checks a Markdown text as if it were a planning document of the workspace, without saving it, and lists what is wrong: decisions that nobody owns, open disagreements, priorities, dates or owners that differ from other documents, and so on. Each finding has its rule, severity, line, a message that says why it matters and what to do, related places, and complete fixes where there are any. " +
    "Use it before proposing or saving a decision record, roadmap, charter or note, and mend what it finds. Give `path` for a new version of a document that exists, or where the text is to be saved; else `kind`.",
  reference: "checkText",
  input: {
    type: "object",
    additionalProperties: false,
    required: ["text"],
    properties: {
      text: { type: "string", description: `The whole text, Markdown, at most ${longestText} characters.` },
      path: {
        type: "string",
        minLength: 1,
        description:
          "The document that the text is or will be: a path relative to the workspace, with `/`, ending in `.md`.",
      },
      kind: {
        enum: DOCUMENT_KINDS,
        default: "notes",
        description: "What kind of document it is, where no path says so.",
      },
    },
  },

  run(input, context) {
    const text = textIn(input, "text") ?? "";
    if (text.length > longestText) throw new ToolProblem(`The text is longer than ${longestText} characters.`);
    const path = pathFor(textIn(input, "path"), textIn(input, "kind"), context);
    const { service } = context;
    const before = service.document(path)?.text;
    service.setDocument(path, text);
    try {
      const head = service.document(path)?.head;
      const findings = service.findings(path).map(findingOutput);
      return {
        planning: head?.planning ?? false,
        kind: head?.kind ?? "other",
        total: findings.length,
        findings: findings.map(({ rule, severity, range, message, related, fixes }) => ({
          rule,
          severity,
          line: range.start.line + 1,
          text:
            text.split(/\r\n|\r|\n/)[range.start.line]?.slice(range.start.character, range.start.character + 200) ?? "",
          message,
          related: related.map((one) => ({
            path: context.pathOf(one.path),
            line: one.range.start.line + 1,
            message: one.message,
          })),
          fixes: fixes.map(({ title }) => title),
        })),
      };
    } finally {
      if (before === undefined) service.deleteDocument(path);
      else service.setDocument(path, before);
    }
  },
};

function pathFor(path: string | undefined, kind = "notes", context: ToolContext): string {
  if (path === undefined) {
    let free = `${folders[kind]}/${name}`;
    while (context.service.document(free)) free = free.replace(/\.md$/, "-.md");
    return free;
  }
  const wanted = path.trim().replace(/^(?:\.?\/)+/, "");
  const within = wanted.split("/").includes("..") ? undefined : context.pathIn(wanted);
  if (within === undefined) throw new ToolProblem("`path` must lead to a document of the workspace.");
  if (!/\.(?:md|markdown|mdown|mkd)$/i.test(within)) throw new ToolProblem("`path` must end in `.md`.");
  return within;
}
