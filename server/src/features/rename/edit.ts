import type { PlanDocument } from "../../engine/index/document.js";
import type { Place } from "../../engine/markdown/slot.js";
import type { Range } from "../../engine/text/range.js";
import { rangeIn } from "../diagnostics.js";

/** Why a place is changed; a preview groups edits by it. */
export type Reason = "name" | "short-form" | "other-wording" | "link" | "configuration";

/** One change of a renaming, in a document or a configuration file. */
export interface RenameEdit {
  readonly path: string;
  readonly range: Range;
  readonly newText: string;
  readonly reason: Reason;
}

/** What a renaming does, document by document, so that whoever applies it may give way in between. */
export interface Renaming {
  /** Documents that may have to change. */
  readonly documents: readonly PlanDocument[];
  editsIn(document: PlanDocument): readonly RenameEdit[];
  /** Changes of configuration files. */
  readonly configuration: readonly RenameEdit[];
}

/** Why something cannot be renamed, in words for a person. */
export interface RenameProblem {
  readonly problem: string;
}

export function editAt(document: PlanDocument, place: Place, newText: string, reason: Reason): RenameEdit {
  return { path: document.path, range: rangeIn(document, place), newText, reason };
}
