import { resolve } from "node:path";
import { findingOutput } from "../engine/service/check-output.js";
import { discover } from "../node/discover.js";
import { textReader } from "../node/evaluate.js";
import { Evaluator } from "../node/evaluator.js";
import { isInside, relativePath } from "../node/paths.js";
import { readSources } from "../node/sources.js";
import { type ReadingOptions, serviceOptions } from "./options.js";

export interface RemarkLockstepOptions extends ReadingOptions {
  /** The folder whose documents are compared with one another; the file's working directory unless given. */
  readonly root?: string;
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** What the plugin needs of a message; `vfile-message` 4 is one. */
export interface MessageLike {
  fatal?: boolean | null | undefined;
  url?: string | undefined;
  note?: string | undefined;
}

/** What the plugin needs of a file; `vfile` 6 is one. */
export interface FileLike {
  readonly cwd: string;
  readonly path: string | undefined;
  readonly value: unknown;
  message(
    reason: string,
    options: { place: { start: Point; end: Point }; ruleId: string; source: string },
  ): MessageLike;
}

/** Documents on the disk are read again when what is known of them is older than this, in milliseconds. */
const freshFor = 2000;

interface Known {
  readonly evaluator: Evaluator;
  read: number;
  reading: Promise<void>;
}

/**
 * A unified plugin that puts Lockstep's findings for a file onto it as messages. The file's text counts as it is in the pipeline; all other
 * documents below the root are read from the disk, because most findings are about two of them.
 */
export function remarkLockstep(
  options: RemarkLockstepOptions = {},
): (tree: unknown, file: FileLike) => Promise<undefined> {
  const settings = serviceOptions(options);
  const known = new Map<string, Known>();
  return async (_tree, file) => {
    if (file.path === undefined) return undefined;
    const root = resolve(file.cwd, options.root ?? ".");
    const path = resolve(file.cwd, file.path);
    if (!isInside(root, path)) return undefined;
    let workspace = known.get(root);
    if (!workspace) {
      workspace = { evaluator: new Evaluator(settings), read: Number.NEGATIVE_INFINITY, reading: Promise.resolve() };
      known.set(root, workspace);
    }
    await refresh(workspace, root);
    report(file, workspace.evaluator, relativePath(root, path));
    return undefined;
  };
}

// biome-ignore lint/style/noDefaultExport: the form in which unified-engine, and so remark-cli, loads a plugin
export default remarkLockstep;

async function refresh(known: Known, root: string): Promise<void> {
  known.reading = known.reading.then(async () => {
    if (performance.now() - known.read < freshFor) return;
    await known.evaluator.update(await readSources(await discover(["."], root)), textReader(root));
    known.read = performance.now();
  });
  await known.reading;
}

function report(file: FileLike, { service, origin }: Evaluator, name: string): void {
  const path = origin?.inside(name);
  if (path === undefined) return;
  const onDisk = service.document(path)?.text;
  const text = textOf(file.value);
  if (text !== onDisk) service.setDocument(path, text);
  for (const { rule, severity, range, message, related } of service.findings(path).map(findingOutput)) {
    const place = {
      start: { line: range.start.line + 1, column: range.start.character + 1 },
      end: { line: range.end.line + 1, column: range.end.character + 1 },
    };
    const made = file.message(message, { place, ruleId: rule, source: "lockstep" });
    made.fatal = severity === "error" ? true : severity === "warning" ? false : undefined;
    if (related.length > 0)
      made.note = related
        .map((other) => `${origin?.outside(other.path)}:${other.range.start.line + 1}: ${other.message}`)
        .join("\n");
  }
  // What the pipeline holds is not what the next file is compared with.
  if (onDisk === undefined) service.deleteDocument(path);
  else if (text !== onDisk) service.setDocument(path, onDisk);
}

function textOf(value: unknown): string {
  const text = value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value ?? "");
  return text.replace(/^\ufeff/, "");
}
