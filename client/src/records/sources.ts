import * as vscode from "vscode";
import { type OpenDisagreement, openDisagreementsRequest } from "../../../server/src/protocol/messages.js";
import { sendRequest } from "../messages.js";
import type { Entry, Source } from "./entry.js";

const warning = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));

/** The disagreements that documents leave open. */
export const openDisagreements: Source = {
  name: "openDisagreements",
  states: new Map([
    ["stalled", { label: vscode.l10n.t("stalled"), icon: warning }],
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
