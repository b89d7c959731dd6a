import type { DocumentKind } from "../../model/section.js";

const nouns: readonly [DocumentKind, RegExp][] = [
  [
    "hiring",
    /\b(?:hiring|headcount|head count|staffing|recruiting|workforce)\b(?=.*\b(?:plan|20\d\d|q[1-4]|h[12]|fy\d+|budget|roles|pipeline|forecast)\b|\s*$)|\bheadcount\b|^budgets?\b|\b(?:people|team|teams|staff|personnel|salary|payroll|annual|yearly|company|joint|product|engineering|design) budgets?\b|\bbudgets? (?:for )?(?:the )?(?:people|teams?|staff|20\d\d|q[1-4]|h[12]|fy ?\d+)\b|\b(?:20\d\d|q[1-4]|h[12]|fy ?\d+) budgets?\b/i,
  ],
  [
    "okr",
    /\bOKRs?\b|^(?:[\p{L} &/]{0,30}\b)?goals\b(?:.*\b(?:20\d\d|q[1-4]|h[12]|fy ?\d+)\b|\s*$)|\bobjectives (?:and|&) key results\b|^(?:[\p{L} &/]{0,30}\b)?objectives\b(?:.*\b(?:20\d\d|q[1-4]|h[12]|fy\d+)\b|\s*$)/iu,
  ],
  [
    "notes",
    /\b(?:minutes|meeting notes?|agenda|retrospective|retro|one[- ]on[- ]ones?|1[:-]1s?|1on1s?|stand-?up notes|weekly sync|(?:leadership|leads['’]?|team|management|staff|product|engineering|design|planning|monday|tuesday|wednesday|thursday|friday) (?:sync|call|round|huddle|circle)\b(?=.*\d)|all[- ]hands|meeting\b(?=.*\d)|sync notes|board meeting|(?:road ?map|planning|plan|priorities) (?:review|meeting|sync|session|call|workshop|huddle)|call notes|post[- ]?mortem review notes)(?!\p{L})/iu,
  ],
  [
    "charter",
    /\bcharter\b|\bgovernance\b|\bworking agreements?\b|\bteam agreements?\b|\bhow we work together\b|\bterms of reference\b/i,
  ],
  [
    "roadmap",
    /\broad ?maps?\b|\b(?:product|engineering|design|joint|shared|our|team|quarterly|annual) (?:plan|priorities)\b|^priorities\b|\bpriorities (?:for|20\d\d|q[1-4]|h[12])\b|\b(?:20\d\d|q[1-4]|h[12])\b.*\b(?:plan|priorities)\b|\b(?:plan|priorities)\b.*\b(?:20\d\d|q[1-4]|h[12])\b|^(?:[\p{L} &/]{0,30}\b)?(?:(?:strategic|release|work|project|delivery|development|iteration|sprint|business|action) ?plan|milestones|workplan|(?:product|company|team|business|community) strategy)\b(?:.*\b(?:20\d\d|q[1-4]|h[12]|fy ?\d+)\b|(?: for| of)? v?\d+(?:\.\d+)+|\s*$)|\b(?:20\d\d|q[1-4]|h[12]|fy ?\d+)\b.{0,20}\b(?:milestones|workplan|work plan|strategy)\b/iu,
  ],
  [
    "decision",
    /^(?:ADR|RFC|MADR|KEP|JEP|PEP|CEP|FIP|EIP|BIP|NEP|SLEP|GEP|TEP|RFD|DR|EP)[-\s#:.]*\d+|\bdecision (?:record|log|register)s?\b|^(?:proposal|decision|rfc|adr)\s*[:#–—-]|\brequest for comments\b|\b(?:adr|rfc|kep)$/i,
  ],
];

/** "Roadmap management", "How we keep the roadmap", "The planning process": about plans, and none. */
const ofPlans =
  /\b(?:road ?maps?|plan|planning|priorit(?:y|ies)) (?:management|process|procedure|guide(?:lines?)?|policy|template|format|conventions?)\b|^how (?:to|we) /i;

const longestTitle = 160;

/** The kind that a title names ("Engineering roadmap 2026", "ADR 12: one ledger", "Leads sync, agenda"); undefined where it names none. */
export function kindOfTitle(title: string): DocumentKind | undefined {
  const text = title.slice(0, longestTitle).replace(/^[^\p{L}\p{N}]+/u, "");
  const kind = nouns.find(([, pattern]) => pattern.test(text))?.[0];
  return kind === "roadmap" && ofPlans.test(text) ? undefined : kind;
}

const kindsByType: ReadonlyMap<string, DocumentKind> = new Map(
  (
    [
      ["charter", "charter|governance|working agreement|team charter"],
      ["roadmap", "roadmap|plan|product plan|priorities|goals|project plan|priority list|initiative|epic"],
      [
        "decision",
        "decision|adr|rfc|madr|decision record|architecture decision record|decision log|proposal|kep|design doc",
      ],
      ["okr", "okr|okrs|objectives|objective|key results"],
      ["hiring", "hiring|hiring plan|headcount|headcount plan|staffing|staffing plan"],
      [
        "notes",
        "notes|meeting notes|minutes|meeting|meeting minutes|agenda|one on one|1 1|retro|retrospective|board notes|board|one on ones",
      ],
    ] as const
  ).flatMap(([kind, list]) => list.split("|").map((name) => [name, kind] as const)),
);

/** The kind that a `type` in front matter names. "other" is a planning document of no kind. */
export function kindOfType(type: string): DocumentKind | undefined {
  const name = type
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (name === "planning" || name === "planning document") return "other";
  return kindsByType.get(name) ?? kindsByType.get(name.replace(/s$/, ""));
}

const bodyNoun =
  /\b(?:committee|council|board|sig|wg|work(?:ing )?-?group|special interest group|task ?force|tsc|tac|toc|tag|cpc|steering|(?:sub-?)?groups?|sub-?committees?|guild|chapter|technical oversight|community group|leadership team|team|squad|department|foundation|assembly|directors|associations?|society|union|club|alliance|consortium|co-?operative|developers?|core devs|maintainers?|contributors?|general meeting|agm)\b/i;
const meetingWords =
  /\b(?:general meeting|meeting|minutes|notes|agenda|charter|record|records|weekly|bi-?weekly|monthly|quarterly|annual|sync|call|video|conference|f2f|face-to-face|summary|log|archive|governance|report|of the|from|for the|for|updates?|regular|special|held on|on)\b/gi;

/** Bodies by their short names: "T-compiler", "TC39", "SIG-Core", "the CC meeting", "HTTPbis interim". */
const shortName =
  /\bT-[a-z][\w-]+|\bTC\d+\b|\b(?:WG|SIG|TF)-\w+|\b(?!RFC|ADR|API|PR|UTC|GMT|CET|EST|PST|FY|TBD|AOB|FAQ|Q\d|H\d|KEP|HTML|CSS|SQL|PDF|JSON|YAML|I\b)\p{Lu}{2,6}(?:bis|\d{1,3})?\b|\b(?:sub-?groups?|sub-?committees?)\b/u;
const isMeeting = /\b(?:meeting|minutes|notes|agenda|call|telecon|sync|interim|session|summary)\b/i;

/** A series of meetings that goes by a name of its own: "Paper Layer Call 12", "Tidal Language Design Meeting for 3 May". */
const ownName =
  /^\W{0,3}((?:[\p{Lu}\d][\p{L}\p{N}#+/&'’-]*\s){2,5})(?:Meeting|Call|Telecon|Notes (?:for|of))\b(?=[^\n]{0,60}\d)/u;
/** What meetings are called by whose work they are about, or by how often they are: that names no body. */
const ownWork =
  /\b(?:product|engineering|marketing|sales|support|operations|finance|legal|people|security|platform|release)\b/i;
const anyMeeting =
  /^(?:(?:the|our|all|design|data|research|weekly|bi-?weekly|monthly|quarterly|annual|daily|first|second|next|last|special|regular|joint|planning|roadmap|kick-?off|status|sync|review|project|staff|leads?|leadership|management|hands|open|public|community|general|office|client|customer|user|users|vendor|breakout|follow|up|\d\S*)\s?)+$/i;

function isOwnName(title: string): boolean {
  const name = ownName.exec(title)?.[1]?.trim();
  return name !== undefined && !ownWork.test(name) && !anyMeeting.test(name);
}

/** The body that a title names ("Technical Steering Committee meeting, 4 March"); undefined where it names a meeting and no body. */
export function bodyOfTitle(title: string): string | undefined {
  const head = title.slice(0, longestTitle);
  if (!bodyNoun.test(head) && !(shortName.test(head) && isMeeting.test(head)) && !isOwnName(head)) return undefined;
  const rest = title
    .slice(0, longestTitle)
    .replace(/\(.*?\)/g, " ")
    .replace(
      /\b\d[\d/.:-]*(?:st|nd|rd|th)?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b|\b(?:st|nd|rd|th)\b/giu,
      " ",
    )
    .replace(meetingWords, " ")
    .replace(/[^\p{L}\p{N}&' .-]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^(?:[\s.'-]|of\b|the\b)+|(?:[\s.'-]|\bof\b)+$/gi, "");
  return rest === "" ? undefined : rest;
}

const idFirst = /^\W{0,3}([A-Z]{1,8}-\d{1,5})(?=[\s:.,)\]–—-]|$)/;
const idLast = /\s[([](?:(?:decision|record|paper|ref\.?|reference|no\.?)\s)?([A-Z]{1,8}-\d{1,5})[)\]]\W{0,2}$/i;

/** The id that a title gives its document, at its start or in brackets at its end: "D-014 Payments", "Options for refunds (DR-7)". */
export function idOfTitle(title: string): string | undefined {
  return idFirst.exec(title)?.[1] ?? idLast.exec(title)?.[1];
}
