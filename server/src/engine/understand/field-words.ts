import type { FieldName } from "../model/facts.js";

/** The words that documents use for a field, lower case, singular, without punctuation; parted by bars. One word names one field. */
const wordsByField: Readonly<Record<FieldName, readonly string[]>> = {
  decision: [
    "decision|decided|resolution|resolved|verdict|decision outcome|chosen option|chosen|chosen solution",
    "chosen approach|selected option|final decision|decision taken|decision reached|decision needed",
    "decision required|decision requested|decision pending|decision to make|decision to be made",
    "decision to be taken|decision sought|open decision|decision open|decision still open",
    "decision outstanding|outstanding decision|decision wanted|proposed decision|pending decision",
    "needs decision|need decision|to decide|consensus|group decision|team decision|joint decision",
    "record of decision|vote|motion|we decided|agreement|agreed|decision made|ruling|what was decided",
    "choice made|our decision|the decision|decision text|decision statement",
  ],
  disagreement: [
    "disagreement|objection|concern|dissent|conflict|blocking concern|dispute|tension|open disagreement",
    "unresolved disagreement|standing disagreement|remaining disagreement|point of disagreement|we disagree",
    "still disagree|open objection|unresolved objection|open dispute|open conflict|open concern",
    "resolved disagreement|settled disagreement|closed disagreement",
  ],
  question: ["question|open question|unresolved question|open issue|tbd|to be decided|to be determined"],
  item: [
    "item|initiative|project|feature|epic|goal|deliverable|milestone|theme|work|workstream|what|bet|program",
    "programme|task|activity|capability|outcome wanted",
  ],
  objective: ["objective"],
  keyResult: ["key result|kr|measure|metric"],
  domain: [
    "domain|owning domain|area|function|discipline|department|org|side|directorate|division|business unit",
    "organisation|organization|service line|line of business|bureau|ministry|practice|belongs to",
    "responsible domain|owning side",
  ],
  team: ["team|squad|working group|sig|wg|owning team|owning sig|group|tribe"],
  owner: [
    "owner|decision owner|owned by|accountable|responsible|assignee|pm owner|responsible person",
    "accountable person|whose job|carried by|looks after it|who looks after it|on the hook|captain",
  ],
  dri: ["dri|directly responsible individual"],
  driver: ["driver|rfc driver"],
  decider: [
    "decider|decision maker|decided by|made by|deciders|decision made by|decider list|who decided|taken by",
    "settled by|by whom|decided by whom",
  ],
  approver: ["approver|approved by|sign off|signoff|signed off by|approval"],
  champion: ["champion"],
  sponsor: ["sponsor|executive sponsor"],
  shepherd: ["shepherd|shepherd leader"],
  contact: ["point of contact|contact|poc"],
  lead: ["lead|led by|head|vp|leader"],
  standIn: ["stand in|deputy|backup|delegate|when away|cover|substitute|alternate"],
  author: ["author|written by|proposed by|raised by|submitter|proposer|raised|opened by"],
  contributor: ["contributor|helper"],
  consulted: ["consulted|consult"],
  informed: ["informed|inform"],
  attendee: ["attendee|present|participant|attending|attendance|in attendance|invited|who was there|absent|regrets"],
  status: [
    "status|state|decision status|stage|progress|how it stands|where it stands|how far|situation",
    "state of play",
  ],
  priority: ["priority|prio|importance|moscow|horizon|bucket|pri"],
  rank: ["rank|#|order|no|nr|ranking|stack rank"],
  target: [
    "target|eta|target date|quarter|when|ship|ship date|release|delivery|timeline|launch|goal date",
    "milestone date|planned|expected|by when|live by|live from|planned for|finished by|done by|out by",
    "ready by|go live",
  ],
  due: ["due|due date|deadline|by|decide by|decision due|respond by|needed by|until"],
  date: [
    "date|decided on|decision date|on|created|creation date|date created|created on|created at|proposed on",
    "held|approved on|written on|noted on|logged|logged on|entered on|recorded on|taken on|made on|agreed on",
    "last update|updated|date decided|day decided|day of decision",
  ],
  since: ["since|open since|raised on|opened|asked on|first raised|asked|started"],
  reviewBy: [
    "review by|revisit|revisit by|look again|look again by|look at again|review|review date|expire|expires",
    "expiry|expiration|revisit on|review on|next review|valid until|sunset|re open on|reopen on|check again",
    "check again on|reconsider by|reconsider|good until|next look|comes back on|to be reviewed",
  ],
  input: [
    "input|input needed|input required|input requested|input requested from|input wanted|input sought",
    "requested input|input received|waiting on|waiting for|awaiting|needs input|needs input from",
    "pending input|feedback|pending|views sought|views sought from|views needed from|advice sought",
    "advice needed|advice sought from|opinion needed|opinion sought|to be heard|to be consulted|must be heard",
    "still to be heard|still to hear from|to hear from|hear from|advice from|word from",
  ],
  inputFrom: [
    "input from|heard from|heard on|received|answered|answered on|input of|asked of|feedback from",
    "waiting for input from|heard|views received|advice received|reply received|received on|replied",
    "replied on",
  ],
  backing: [
    "backing|backed by|supported by|endorsed by|stands behind|behind it|agreed by|co signed by|backed",
    "seconded by|co signed|countersigned|countersigned by",
  ],
  outcome: [
    "outcome|result|conclusion|resolution reached|how it ended|settled|answer|resolved by|what we decided",
    "settled how|how settled|how it was settled|closed with|ended with|what came of it|settlement",
  ],
  position: [
    "position|product position|engineering position|view|argument|stance|standpoint|who wants what",
    "who says what|who holds what",
  ],
  parties: [
    "party|between|parties|who disagrees|sides|people|who|between whom|those involved|people involved",
    "who is involved",
  ],
  nextStep: [
    "next step|next action|action|next|follow up|plan to resolve|path to resolution|what next",
    "what happens next|way forward|to resolve|next move|plan to close|how it goes on",
  ],
  dependsOn: [
    "depends on|dependency|blocked by|requires|needs|prerequisite|dependent on|after|waits for|waits on",
    "comes after|needs first|relies on|upstream",
  ],
  supersedes: ["supersedes|replaces|obsoletes"],
  supersededBy: ["superseded by|superceded by|replaced by|obsoleted by"],
  id: ["id|number|key|ref|rfc|adr|kep number|reference number"],
  link: ["link|ticket|issue|tracking issue|tracking|epic link|pr|reference|url"],
  type: ["type|kind"],
  title: ["title|feature name|proposal name"],
  impact: ["impact|affects|affected|affected domain|impacted|affected team|who is affected"],
  why: [
    "why|why now|why it matters|reason|rationale|customer need|business reason|customer problem|problem",
    "justification|business value|user need|customer value|motivation|value|because|benefit|customer|need",
    "what for|driven by|reason for it|problem it solves|motive",
  ],
  headcount: [
    "headcount|hc|fte|ftes|open role|role count|seats|openings|heads|hires|planned hires|new hires",
    "hires planned|new seats|seats planned|planned seats|planned headcount|new headcount|approved headcount",
  ],
  budget: ["budget|cost|spend|amount|money|funding|funds"],
  effort: ["effort|size|estimate|t shirt|complexity|loe"],
  people: ["staffing|engineers|resourcing|staff|capacity|allocated|assigned|people assigned|resources"],
  baseline: ["baseline|from|current|start value|today"],
  actual: ["actual|score|result so far|mid q|end q|grade"],
  notes: ["note|comment|remark|detail|description"],
  scope: ["scope"],
  period: ["period|planning period|horizon covered|covers|cycle|time frame|timeframe"],
  sharedPriority: ["shared priority|for priority|tied to|supports|in service of|roadmap item"],
  handle: ["handle|github|slack|github handle|alias"],
  name: ["name|person|member|full name"],
  total: ["total|sum|subtotal"],
  role: ["role|title of person|position title|job"],
};

/** Every word that names a field, with the field. */
export const fieldWords: readonly (readonly [string, FieldName])[] = Object.entries(wordsByField).flatMap(
  ([name, lists]) => lists.flatMap((list) => list.split("|").map((word) => [word, name as FieldName] as const)),
);
