import * as vscode from "vscode";
import { domainTitle } from "../../../server/src/engine/text/words.js";
import {
  decisionsRequest,
  type OpenDisagreement,
  openDisagreementsRequest,
  type WorkspaceDecision,
} from "../../../server/src/protocol/messages.js";
import { sendRequest } from "../messages.js";
import type { Entry, Source } from "./entry.js";

const attention = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));

/** The disagreements that documents leave open. */
export const openDisagreements: Source = {
  name: "openDisagreements",
  states: new Map([
    ["stalled", { label: vscode.l10n.t("stalled"), icon: attention }],
    ["without-next-step", { label: vscode.l10n.t("no next step"), icon: new vscode.ThemeIcon("question") }],
    ["unresolved", { label: vscode.l10n.t("open"), icon: new vscode.ThemeIcon("comment-discussion") }],
  ]),
  pressing: new Set(["stalled", "without-next-step", "unresolved"]),
  badge: (count) =>
    count === 1 ? vscode.l10n.t("1 open disagreement") : vscode.l10n.t("{0} open disagreements", count),
  ask: async (client) => {
    const { disagreements, ...rest } = await sendRequest(client, openDisagreementsRequest, {});
    return { ...rest, entries: disagreements.map(disagreementEntry) };
  },
};

function disagreementEntry(disagreement: OpenDisagreement): Entry {
  const { uri, path, topic, state, parties, people, owner, nextStep, due, since, days, domains, range } = disagreement;
  return {
    uri,
    path,
    text: topic,
    state,
    people,
    domains,
    days,
    range,
    details: [parties.join(", "), nextStep ?? ""],
    facts: [
      [vscode.l10n.t("Parties"), parties.join(", ")],
      [vscode.l10n.t("Since"), since],
      [vscode.l10n.t("Next step"), nextStep ?? vscode.l10n.t("none")],
      [vscode.l10n.t("Owner"), owner],
      [vscode.l10n.t("Due"), due],
    ],
  };
}

/** Every decision that documents record, whatever became of it. */
export const decisions: Source = {
  name: "decisions",
  states: new Map([
    ["stalled", { label: vscode.l10n.t("stalled"), icon: attention }],
    ["awaiting-input", { label: vscode.l10n.t("waiting for input"), icon: new vscode.ThemeIcon("comment-unresolved") }],
    ["attention", { label: vscode.l10n.t("needs attention"), icon: attention }],
    ["open", { label: vscode.l10n.t("open"), icon: new vscode.ThemeIcon("circle-large-outline") }],
    ["decided", { label: vscode.l10n.t("decided"), icon: quiet("pass", "testing.iconPassed") }],
    ["rejected", { label: vscode.l10n.t("rejected"), icon: quiet("circle-slash", "disabledForeground") }],
    ["superseded", { label: vscode.l10n.t("superseded"), icon: quiet("archive", "disabledForeground") }],
  ]),
  pressing: new Set(["stalled", "awaiting-input"]),
  badge: (count) =>
    count === 1
      ? vscode.l10n.t("1 decision that waits or is stalled")
      : vscode.l10n.t("{0} decisions that wait or are stalled", count),
  ask: async (client) => {
    const { decisions: found, ...rest } = await sendRequest(client, decisionsRequest, {});
    return { ...rest, entries: found.map(decisionEntry) };
  },
};

function quiet(icon: string, colour: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}

function decisionEntry(decision: WorkspaceDecision): Entry {
  const { uri, path, text, name, id, joint, domains, owners, people, inputs, findings, date, days, range } = decision;
  const asked = inputs.filter((input) => input.state === "requested").map(({ from }) => from);
  const heard = inputs.filter((input) => input.state === "received").map(({ from }) => from);
  const titles = domains.map(domainTitle).join(", ");
  return {
    uri,
    path,
    text: id !== undefined && !name.startsWith(id) ? `${id} ${name}` : name,
    state: stateOf(decision),
    people,
    domains,
    days,
    range,
    details: [titles, owners.join(", "), findings[0]?.rule ?? ""],
    facts: [
      [vscode.l10n.t("Decides"), name === text ? undefined : text],
      [vscode.l10n.t("Domains"), joint ? `${titles} (${vscode.l10n.t("joint")})` : titles],
      [vscode.l10n.t("Owners"), owners.join(", ")],
      [
        vscode.l10n.t("Input"),
        [
          ...asked.map((name) => vscode.l10n.t("{0} (asked)", name)),
          ...heard.map((name) => vscode.l10n.t("{0} (heard)", name)),
        ].join(", "),
      ],
      [vscode.l10n.t("Date"), date],
      ...findings.map(({ rule, message }) => [rule, message] as const),
    ],
  };
}

/** An open decision's openness says most; of the others, whether something is wrong with it. */
function stateOf({ status, openness, findings }: WorkspaceDecision): string {
  if (openness && openness !== "open") return openness;
  const pressing = findings.some(({ severity }) => severity === "warning" || severity === "error");
  if (pressing && (status === "open" || status === "decided")) return "attention";
  return status;
}
