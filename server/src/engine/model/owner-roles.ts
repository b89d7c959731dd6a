import type { FieldName } from "./facts.js";

/** Fields whose value is whoever is accountable (SPEC §6 "Owners and domains"): not authors, attendees or people merely mentioned. */
export const ownerRoles: ReadonlySet<FieldName> = new Set<FieldName>([
  "owner",
  "dri",
  "driver",
  "decider",
  "approver",
  "champion",
  "sponsor",
  "shepherd",
  "contact",
  "lead",
]);
