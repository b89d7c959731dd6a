import type { Facts } from "../model/facts.js";

/** The facts of a document that the workspace's indexes hold. */
export type IndexedFacts = Pick<Facts, "decisions" | "disagreements" | "items" | "roster" | "oneOnOnes">;

export const noFacts: IndexedFacts = { decisions: [], disagreements: [], items: [], roster: [], oneOnOnes: [] };
