import { rangeOf } from "../markdown/place.js";
import { sortedPaths } from "../service/sorted.js";
import { openDisagreementsIn } from "../views/open-disagreements.js";
import { domainIn, domainProperty } from "./domains.js";
import { limitProperty, listed, numberIn, pathFilter, pathProperty, type Tool, textIn } from "./tool.js";

export const listOpenDisagreements: Tool = {
  name: "lockstep_list_open_disagreements",
  title: "List open disagreements",
  summary: "What the planning documents leave in dispute, oldest first.",
  description:
    "Lists the disagreements that the workspace's planning documents (charters, roadmaps, decision records, objectives, hiring plans, notes) record and leave open, oldest first: topic, parties, age in days, next step, owner, due date, and where each is written. " +
    "`state` is `stalled` (open longer than the limit, or past its date), `without-next-step` (nobody and nothing set to settle it) or `unresolved`. What another document settles is left out. " +
    "Use it to prepare a meeting or one-on-one between leads, or to answer what they do not agree on. A disagreement that nobody wrote down is not among them.",
  reference: "openDisagreements",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      ...domainProperty,
      ...pathProperty,
      state: { enum: ["stalled", "without-next-step", "unresolved"], description: "Only those in this state." },
      olderThanDays: { type: "integer", minimum: 0, description: "Only those open for more days than this." },
      ...limitProperty,
    },
  },

  run(input, context) {
    const { workspace } = context.service;
    const domain = domainIn(input, context);
    const within = pathFilter(input);
    const state = textIn(input, "state");
    const days = numberIn(input, "olderThanDays");
    const found = sortedPaths(workspace.documents.keys()).flatMap((path) => {
      const document = workspace.documents.get(path);
      if (!document || !within(context.pathOf(path))) return [];
      return openDisagreementsIn(document, workspace).flatMap(({ fact, openness, since, days: age }) => {
        if (state !== undefined && openness.kind !== state) return [];
        if (days !== undefined && !(age !== undefined && age > days)) return [];
        const parties = fact.parties.map((party) => ({
          name: party.text,
          domain: workspace.domainOf(party, document) ?? null,
        }));
        const concerned = [...workspace.domainsOfDocument(document), ...parties.map((party) => party.domain)];
        if (domain !== undefined && !concerned.includes(domain)) return [];
        return {
          topic: fact.topic,
          state: openness.kind,
          parties,
          days: age ?? null,
          since: since ?? null,
          nextStep: fact.nextStep?.text ?? null,
          owner: fact.owner?.text ?? null,
          due: fact.due?.text ?? null,
          path: context.pathOf(path),
          line: rangeOf(fact.focus).start.line + 1,
        };
      });
    });
    found.sort((a, b) => (b.days ?? -1) - (a.days ?? -1));
    const { total, entries } = listed(found, input);
    return { total, disagreements: entries };
  },
};
