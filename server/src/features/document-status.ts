import type { LockstepService } from "../engine/service/service.js";
import type { DocumentStatus } from "../protocol/messages.js";

/** Whether and why Lockstep looks at a document; undefined for one that it does not know. */
export function documentStatusOf(
  service: LockstepService,
  path: string,
  indexing: boolean,
): DocumentStatus | undefined {
  const document = service.document(path);
  if (!document) return undefined;
  const { planning, kind, because } = document.head;
  return {
    planning,
    kind,
    because,
    domains: [...service.workspace.domainsOfDocument(document)],
    findings: service.findings(path).length,
    indexing,
  };
}
