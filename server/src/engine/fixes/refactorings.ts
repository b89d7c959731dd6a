import type { PlanDocument } from "../index/document.js";
import { recordOf } from "../index/record.js";
import type { WorkspaceView } from "../index/view.js";
import { offsetOf } from "../markdown/place.js";
import type { Fix } from "./fix.js";
import { markAsJoint } from "./joint.js";

/** What can be done to the passages at `offset` (UTF-16 units) whether or not something is wrong with them. */
export function* refactoringsAt(document: PlanDocument, offset: number, workspace: WorkspaceView): Iterable<Fix> {
  const record = recordOf(document);
  for (const decision of record ? [record] : document.facts.decisions) {
    const start = offsetOf(decision.place);
    if (offset < start || offset > start + decision.place.end - decision.place.start) continue;
    yield* markAsJoint(decision, document, workspace);
  }
}
