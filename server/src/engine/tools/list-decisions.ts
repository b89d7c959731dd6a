import { modelOutput } from "../service/model-output.js";
import { domainIn, domainProperty } from "./domains.js";
import { isSet, limitProperty, listed, pathFilter, pathProperty, type Tool, textIn } from "./tool.js";

export const listDecisions: Tool = {
  name: "lockstep_list_decisions",
  title: "List decisions",
  summary: "The decisions of the planning documents: who owns them, how they stand, what they wait for.",
  description:
    "Lists the decisions that the workspace's planning documents record or announce: text, status (`open` is still to be made), owning domains, owners, what input each waits for, who backs it, whether it is a joint decision, its date, and where it is written. " +
    "Use it to answer what was decided about something, who owns it, or which decisions are open or have no owner (`withoutDomain`).",
  reference: "decisions",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      ...domainProperty,
      ...pathProperty,
      status: { enum: ["open", "decided", "rejected", "superseded"], description: "Only those of this status." },
      words: {
        type: "string",
        minLength: 1,
        description: "Only those whose text holds all of these words, in any case.",
      },
      withoutDomain: { type: "boolean", default: false, description: "Only those that no domain owns." },
      awaitingInput: { type: "boolean", default: false, description: "Only those that wait for somebody's input." },
      ...limitProperty,
    },
  },

  run(input, context) {
    const { service, pathOf } = context;
    const domain = domainIn(input, context);
    const within = pathFilter(input);
    const status = textIn(input, "status");
    const words = textIn(input, "words")?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
    const found = modelOutput(service.workspace, { root: "", pathOf }).decisions.filter(
      (decision) =>
        within(decision.path) &&
        (domain === undefined || decision.domains.includes(domain)) &&
        (status === undefined || decision.status === status) &&
        (!isSet(input, "withoutDomain") || decision.domains.length === 0) &&
        (!isSet(input, "awaitingInput") || decision.inputs.some(({ state }) => state === "requested")) &&
        words.every((word) => decision.text.toLowerCase().includes(word)),
    );
    const { total, entries } = listed(found, input);
    return {
      total,
      decisions: entries.map(({ range, ownedBy, ...decision }) => ({ ...decision, line: range.start.line + 1 })),
    };
  },
};
