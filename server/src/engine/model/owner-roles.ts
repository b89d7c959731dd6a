import type { FieldName } from "./facts.js";

/** Fields whose value is whoever has something to do or to answer for. */
export const ownerLabels: ReadonlySet<FieldName> = new Set<FieldName>([
  "owner",
  "dri",
  "driver",
  "approver",
  "champion",
  "sponsor",
  "shepherd",
  "contact",
  "lead",
]);

/** Fields whose value is whoever is accountable (SPEC §6 "Owners and domains"): not authors, attendees or people merely mentioned. */
export const ownerRoles: ReadonlySet<FieldName> = new Set<FieldName>([...ownerLabels, "decider"]);
