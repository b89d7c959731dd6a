/** How the client names things. Paths are the service's, URIs the client's. */
export interface Addresses {
  uriOf(path: string): string;
  /** Version of an open document; null for one that is not open. */
  versionOf(path: string): number | null;
  /** Address of a rule's page. */
  rulePageOf(rule: string): string;
}
