import { readFileSync } from "node:fs";
import { join } from "node:path";
import { offsetOf } from "../engine/markdown/place.js";
import { fixAllOf } from "../features/code-actions.js";
import { decodeText } from "../node/decode.js";
import { encodeLike } from "../node/encode.js";
import { textReader } from "../node/evaluate.js";
import type { Evaluation } from "../node/evaluation.js";
import { Evaluator, type Progress } from "../node/evaluator.js";
import { reasonOf, type SourceFiles } from "../node/files.js";
import type { ReadingOptions } from "../node/readings.js";
import { type Sources, sourceText } from "../node/sources.js";
import { writeFileAtomically } from "../node/write.js";

/** More rounds than any chain of fixes needs; a chain in a circle ends here. */
const mostRounds = 10;

export interface FixResult {
  /** The texts as mended. */
  readonly sources: Sources;
  /** What is left to say of them. */
  readonly evaluation: Evaluation;
  /** What changed, by path. */
  readonly changes: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/** Applies every safe fix, and those that become possible by it, until there are none. Nothing is written. `only` keeps to one document. */
export async function fixSources(
  sources: Sources,
  options: {
    readonly today: number;
    readonly allPlanning: boolean;
    readonly files?: SourceFiles;
    readonly progress?: Progress;
    readonly only?: string;
  } & ReadingOptions,
): Promise<FixResult> {
  const evaluator = new Evaluator(options);
  const readText = textReader(sources.root, options.files);
  let current = sources;
  for (let round = 0; ; round += 1) {
    await evaluator.update(current, readText, round === 0 ? options.progress : undefined);
    const texts = round < mostRounds ? fixedTexts(evaluator, options.only) : new Map<string, string>();
    if (texts.size === 0) break;
    current = {
      ...current,
      documents: current.documents.map((document) => {
        const text = texts.get(document.path);
        return text === undefined ? document : sourceText(document.path, text);
      }),
    };
  }
  evaluator.keepReadings();
  const after = new Map(current.documents.map(({ path, text }) => [path, text]));
  const changes = sources.documents.flatMap(({ path, text }) => {
    const fixed = after.get(path) ?? text;
    return fixed === text ? [] : [{ path, before: text, after: fixed }];
  });
  return { sources: current, evaluation: evaluator.evaluate(), changes };
}

/** The texts that one round of fixes changes, by path relative to the root. */
function fixedTexts({ service, origin }: Evaluator, only: string | undefined): Map<string, string> {
  const paths = [...service.workspace.documents.keys()].sort();
  const findings = paths
    .filter((path) => only === undefined || origin?.outside(path) === only)
    .flatMap((path) => service.findings(path));
  const texts = new Map<string, string>();
  const edits = [...(fixAllOf(findings)?.edits ?? [])].sort((a, b) => offsetOf(b.place) - offsetOf(a.place));
  for (const { document, place, newText } of edits) {
    const path = origin?.outside(document.path) ?? document.path;
    if (only !== undefined && path !== only) continue;
    const text = texts.get(path) ?? document.text;
    const start = offsetOf(place);
    texts.set(path, text.slice(0, start) + newText + text.slice(start + place.end - place.start));
  }
  return texts;
}

/** Writes what was mended. A document that has changed meanwhile, or is not UTF-8 or UTF-16, is left as it is; gives the reasons. */
export function writeFixes({ sources, changes }: FixResult): { readonly path: string; readonly reason: string }[] {
  const failed: { path: string; reason: string }[] = [];
  for (const { path, before, after } of changes) {
    const file = join(sources.root, path);
    try {
      const bytes = readFileSync(file);
      const encoded = encodeLike(bytes, after);
      if (decodeText(bytes) !== before)
        failed.push({ path, reason: "it has changed meanwhile; run the command again" });
      else if (!encoded) failed.push({ path, reason: "it is not UTF-8; save it as UTF-8 first" });
      else writeFileAtomically(file, encoded);
    } catch (error) {
      failed.push({ path, reason: reasonOf(error) });
    }
  }
  return failed;
}
