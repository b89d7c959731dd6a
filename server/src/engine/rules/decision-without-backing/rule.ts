import { backedBy } from "../../fixes/backing.js";
import { markAsJoint } from "../../fixes/joint.js";
import type { Decision } from "../../model/facts.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { decisionsForFindings } from "../shared/decisions.js";

interface Data {
  readonly decision: Decision;
  /** Domains that it affects or that own it. */
  readonly domains: readonly string[];
  readonly missing: readonly string[];
}

const natures = {
  freeze: "A freeze",
  "cut-corner": "A corner cut against a date",
  "technical-debt": "Technical debt taken on",
} as const;

export const rule = defineRule<Data>({
  id: "decision-without-backing",
  family: "decisions",
  severity: "information",
  summary: "A decided decision that affects two domains and is not presented as one shared decision",

  *detect({ document, workspace }) {
    const { domainByWord, domains: known } = workspace.vocabularyOf(document);
    for (const decision of decisionsForFindings(document)) {
      if (decision.status !== "decided") continue;
      const ownership = workspace.ownershipOf(decision, document);
      // One without an owner is `decision-without-domain` first.
      if (!ownership.named || ownership.joint) continue;
      const affected = [
        ...new Set(
          decision.affects
            .map((word) => domainByWord.get(word.text.toLowerCase()))
            .filter((domain) => domain !== undefined),
        ),
      ];
      const named = [...new Set([...affected, ...ownership.domains])];
      const concerned = named.length > 1 ? named : decision.nature ? [...new Set([...named, ...leading(known)])] : [];
      if (concerned.length < 2 || (affected.length < 2 && !decision.nature && decision.affects.length === 0)) continue;
      const missing = concerned.filter((domain) => !ownership.backing.includes(domain));
      if (missing.length > 0) yield { place: decision.focus, data: { decision, domains: concerned, missing } };
    }
  },

  word({ decision, domains, missing }) {
    const what = decision.nature
      ? `${natures[decision.nature]} touches ${listOf(domains.map(domainTitle))}`
      : `This decision affects ${listOf(domains.map(domainTitle))}`;
    return `${what}, and nothing says that ${listOf(missing.map(domainTitle))} ${missing.length > 1 ? "stand" : "stands"} behind ${quoted(decision.text)}. Teams follow such a decision only when their own lead presents it as theirs. Present it as one shared decision, or record who backs it.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* markAsJoint(data.decision, document, workspace);
    yield* backedBy(data.decision, data.missing, document);
  },
});

/** Product and Engineering, between whom a freeze or a debt always lies. */
function leading(known: readonly string[]): readonly string[] {
  return known.includes("product") && known.includes("engineering") ? ["product", "engineering"] : known.slice(0, 2);
}
