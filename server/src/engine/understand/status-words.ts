import type { DecisionStatus, StatusClass } from "../model/facts.js";
import type { StatusMeaning } from "./statuses.js";

/**
 * Phrases of status values, lower case without apostrophes and punctuation, by what they say of planned work and of a decision; "-" where
 * they leave it open. Words that stand for more than one step of the ladder ("delayed", "scoping") have no class: what cannot be told is not compared.
 */
const phrases: readonly (readonly [StatusClass | "-", DecisionStatus | "-", string])[] = [
  [
    "done",
    "decided",
    "done|completed|complete|finished|implemented|delivered|closed|resolved|live|merged|launched|shipped|released|ga|generally available|in production|deployed|achieved|met|rolled out|closed out|out|landed|stable|graduated",
  ],
  [
    "planned",
    "decided",
    "accepted|approved|implementable|agreed|ratified|adopted|confirmed|committed|signed off|go|greenlit|green lit|funded|decided|final|finalised|finalized|passed|consensus reached",
  ],
  [
    "active",
    "decided",
    "active|in effect|in force|enacted|being implemented|implementing|accepted and in progress|partially implemented|rolling out|rollout|rollout in progress|in rollout",
  ],
  [
    "active",
    "open",
    "in progress|inprogress|in flight|underway|under way|ongoing|on going|started|wip|work in progress|doing|in development|in dev|developing|building|being built|on track|off track|at risk|in review|under review|reviewing|in testing|testing|in qa|qa|in beta|beta|alpha|in alpha|in pilot|pilot|piloting|mostly done|nearly done|almost done|half done|partially done|partly done|partial|partially complete|partially completed|mostly complete|nearly complete|almost complete|almost finished|nearly finished|current|currently|working on it|being worked on|executing",
  ],
  [
    "planned",
    "open",
    "planned|not started|not yet started|yet to start|to start|to be started|unstarted|todo|to do|proposed|proposal|backlog|upcoming|up next|scheduled|open|pending|draft|drafted|idea|candidate|under consideration|considering|under discussion|in discussion|being discussed|for discussion|discussing|provisional|new|not done yet|queued|ready|future|requested|submitted|decision needed|needs decision|needs discussion|awaiting decision|awaiting approval|pending approval|returned for revision|needs revision|revise|revisions requested|to be decided|undecided|not decided|not yet decided|tentative|rfc|request for comments|final comment period|fcp|last call|planning",
  ],
  [
    "blocked",
    "open",
    "blocked|on hold|hold|held|paused|stalled|stuck|waiting|waiting for|waiting on|awaiting|waiting on input|suspended",
  ],
  ["dropped", "open", "deferred|postponed|parked|shelved|delayed indefinitely|tabled|put off"],
  [
    "dropped",
    "rejected",
    "dropped|cancelled|canceled|rejected|declined|denied|withdrawn|abandoned|wont do|wont fix|wontfix|will not do|discarded|killed|cut|descoped|out of scope|removed|closed without action|expired|lapsed|not accepted|not approved|not planned|deprioritised|deprioritized|no go|vetoed|turned down|scrapped|retracted",
  ],
  [
    "dropped",
    "superseded",
    "superseded|superceded|superseeded|supersedeed|replaced|replaced by|obsolete|obsoleted|deprecated|retired|reverted|reversed|reverted by|historic|historical|overturned|amended by",
  ],
  [
    "-",
    "open",
    "delayed|late|slipping|slipped|behind|scoping|discovery|in discovery|exploring|research|researching|investigating|in design|designing|unresolved|not done|incomplete|experimental|open question|no decision|no decision yet|in triage|triage|prototype|prototyping",
  ],
  // Of a traffic light: red stands for late as well as for blocked.
  ["active", "-", "green|amber"],
  ["-", "decided", "accepted with changes|accepted with revisions|approved with changes"],
];

export const statusByPhrase: ReadonlyMap<string, StatusMeaning> = new Map(
  phrases.flatMap(([workClass, decision, list]) => {
    const meaning: StatusMeaning = {
      class: workClass === "-" ? undefined : workClass,
      decision: decision === "-" ? undefined : decision,
    };
    return list.split("|").map((phrase) => [phrase, meaning] as const);
  }),
);

const emoji: readonly (readonly [StatusClass | "-", DecisionStatus, string])[] = [
  ["done", "decided", "✅ ✔ ✓ ☑ 🚀 🎉 🏁 :white_check_mark: :heavy_check_mark: :rocket: :tada:"],
  ["active", "open", "🚧 🏃 🔄 🔨 🏗 ⚙ ⌛ ⏳ :construction: :runner: :running: :hourglass:"],
  ["blocked", "open", "⛔ 🛑 ⏸ 🧱 :no_entry:"],
  ["dropped", "rejected", "❌ ✖ ✗ 🗑 :x:"],
  ["planned", "open", "🤔 📅 🗓 🔜 📋 🆕 ☐ ⬜ 💡 :thinking: :thinking_face: :calendar:"],
];

/** In the order in which they are looked for. */
export const statusByEmoji: readonly (readonly [string, StatusMeaning])[] = emoji.flatMap(
  ([workClass, decision, list]) =>
    list.split(" ").map((symbol) => [symbol, { class: workClass === "-" ? undefined : workClass, decision }] as const),
);
