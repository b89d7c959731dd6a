import { calledName } from "../../index/called.js";
import type { WorkspaceView } from "../../index/view.js";
import { escapedLink, escapeInline } from "../../markdown/escape.js";
import { type DateValue, isoDate } from "../../model/date.js";
import type { Decision, Disagreement } from "../../model/facts.js";
import { days, domainTitle, listOf } from "../../text/words.js";
import type { Board, BoardDifference, BoardRow } from "../board/types.js";
import { type LinkTo, passageLink, shortened } from "../passages.js";
import type { AgendaMatter, AwaitedInput, Dated } from "./detect.js";

/** What the note's lines need besides the matter. */
export interface AgendaSetting {
  readonly workspace: WorkspaceView;
  readonly linkTo: LinkTo;
  /** Depth of the heading above. */
  readonly depth: number;
  readonly lastNote: DateValue | undefined;
}

/**
 * The agenda as Markdown, below the heading that dates it. All of it stands under one heading *Agenda*, as a flat list: an agenda states nothing by
 * itself, so that what it repeats is not taken for recorded twice, until somebody writes notes below its points.
 */
export function agendaLines(matter: AgendaMatter, setting: AgendaSetting): readonly string[] {
  const { workspace, linkTo, lastNote } = setting;
  const { board } = matter;
  const since = lastNote
    ? `since the note of ${isoDate(lastNote.start)}, which does not name it`
    : "there is no earlier note";
  const parts: [string, readonly string[]][] = [
    [
      "Decisions to pre-wire",
      [
        ...matter.open.map((decision) => decisionLine(decision, setting)),
        ...matter.unbacked.map(
          (decision) => `${decisionLink(decision, linkTo)}, made for both sides; both names belong under it`,
        ),
      ],
    ],
    ["Disagreements, oldest first", matter.disagreements.map((one) => disagreementLine(one, setting))],
    [`New differences between the plans (${since})`, matter.newDrift.map((row) => driftLine(row, board, setting))],
    ["Still different between the plans", matter.knownDrift.map((row) => driftLine(row, board, setting))],
    ["Input awaited", matter.inputs.map((input) => inputLine(input, workspace, linkTo))],
  ];
  const filled = parts.filter(([, lines]) => lines.length > 0);
  const heading = `${"#".repeat(Math.min(6, setting.depth + 1))} Agenda`;
  if (filled.length === 0) return [heading, "", nothing];
  return [
    heading,
    ...filled.flatMap(([title, lines]) => ["", `**${title}**`, "", ...lines.map((line) => `- ${line}`)]),
  ];
}

const nothing = "Nothing is recorded as open between us, and the plans agree. What have we not written down?";

function linked({ document, fact }: Dated<Decision | Disagreement>, text: string, linkTo: LinkTo): string {
  return passageLink(text, fact, document, linkTo);
}

function decisionLink(decision: Dated<Decision>, linkTo: LinkTo): string {
  return linked(decision, calledName(decision.fact, decision.document), linkTo);
}

function decisionLine(decision: Dated<Decision>, { workspace, linkTo }: AgendaSetting): string {
  const { domains, owners } = workspace.ownershipOf(decision.fact, decision.document);
  const names = [...new Set(owners.map(({ text }) => text))];
  const whose = names.length > 0 ? names : domains.map(domainTitle);
  const owner = whose.length > 0 ? `, with ${escapeInline(listOf(whose))}` : ", nobody's yet";
  return `${decisionLink(decision, linkTo)}${ageOf(decision, workspace)}${owner}`;
}

function disagreementLine(disagreement: Dated<Disagreement>, { workspace, linkTo }: AgendaSetting): string {
  const { fact } = disagreement;
  const parties = [...new Set(fact.parties.map(({ text }) => text))];
  const positions = fact.fields
    .filter(({ name, value }) => name === "position" && value !== "")
    .map(({ value }) => value);
  const between = positions.length === 0 && parties.length > 1 ? `, between ${escapeInline(listOf(parties))}` : "";
  const said = positions.length > 0 ? `. ${escapeInline(positions.join(" "))}` : "";
  const step = fact.nextStep?.text ?? "";
  const next = step === "" ? "No next step yet" : `Next: ${escapeInline(shortened(step))}`;
  const who = fact.owner
    ? ` (${escapeInline(fact.owner.text)}${fact.due ? `, ${escapeInline(fact.due.text)}` : ""})`
    : "";
  return `${linked(disagreement, fact.topic, linkTo)}${ageOf(disagreement, workspace)}${between}${ended(said)} ${next}${who}`;
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function driftLine(row: BoardRow, { plans }: Board, { workspace, linkTo }: AgendaSetting): string {
  const places = row.cells.flatMap((cell, index) => {
    const plan = plans[index];
    const document = plan && workspace.documents.get(plan.path);
    return cell?.kind === "item" && document ? [{ plan, document }] : [];
  });
  const links = places.slice(0, 3).map(({ plan, document }) => escapedLink(plan.speaker, linkTo(document, undefined)));
  return `${escapeInline(row.title)}, ${row.differences.map(differenceWords).join("; ")} (${listOf(links)})`;
}

const fieldWords: Readonly<Record<BoardDifference["kind"], string>> = {
  missing: "",
  priority: "priority ",
  order: "",
  target: "date ",
  status: "status ",
  owner: "owner ",
};

function differenceWords({ kind, text }: BoardDifference): string {
  return `${fieldWords[kind]}${escapeInline(text)}`;
}

function inputLine(input: AwaitedInput, workspace: WorkspaceView, linkTo: LinkTo): string {
  return `${escapeInline(listOf(input.from))}, on ${decisionLink(input, linkTo)}${ageOf(input, workspace)}`;
}

function ageOf({ since }: Dated<Decision | Disagreement>, { today }: WorkspaceView): string {
  if (!since) return "";
  const age = today - since.end;
  return age > 0 ? `, open for ${days(age)}` : ", since today";
}
