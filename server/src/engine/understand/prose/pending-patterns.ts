import { Cue } from "./cue-words.js";
import type { DecisionPattern } from "./decision-patterns.js";

/** What a meeting waits for: a vote that is open, the group's answer to whether it agrees. */
export const pendingPatterns: readonly DecisionPattern[] = [
  {
    kind: "vote-pending",
    cues: Cue.vote | Cue.pending | Cue.approve | Cue.propose,
    pattern:
      /\b(?:active|ongoing|open) vote\b|\bvote (?:is )?(?:open|ongoing|going on|in progress|under ?way|pending|still|closes)\b|\b(?:waiting|wait) (?:for|on) (?:\w+ ){0,3}?(?:approvals?|votes?|sign-?off)\b|\b(?:pending|awaiting) (?:\w+ ){0,2}?(?:approvals?|votes?|decision|ratification|sign-?off)\b|\bvote\b[^.;]{0,40}\b(?:is|remains)\s(?:still\s)?(?:open|ongoing|pending|under ?way)\b|\b(?:will|to) (?:put up|bring|make|raise|submit|table|present) (?:a |the |this )?motion\b|\b(?:up (?:for|to)|put (?:this |it |that |them )?(?:up )?to|bring (?:this |it |that )?to|bring forward (?:for|to)|(?:put|bring|take) (?:this|it|that|them) (?:up )?(?:for|to)|ahead to|ready (?:for|to)|calls? (?:for|to)|calling (?:for|to)|mov(?:es? to|ing (?:to|for))) (?:an? |the )?(?:[\w-]+ ){0,3}?vote\b|\b(?:asynchronous(?:ly)?|online|electronic|e-?mail|slack) (?:vote|voting|ballot)\b|\b(?:proposals?|recommendations?|motions?|nominations?) (?:(?:is|are|will|will be) )?(?:now )?(?:go|goes|going|sent) (?:back )?to (?:the )?(?:board|council|committee|tsc|toc|tac|membership|members|plenary|general assembly)\b|\bin (?:fcp|final comment period)\b|\b(?:opened|opens|opening|started|starts|starting|entered|entering|kicked off) (?:an? |the |its )?(?:fcp|final comment period)\b|\b(?:rfc|rfp|proposal|ballot|fcp) is (?:now |still )?open\b|\bvot(?:es?|ing) (?:ends?|closes|closing|opens|runs (?:until|to|through)|from \d)\b|\b(?:asks?|asked|asking|calls?|called|calling|ready) for (?:an? |the )?(?:wg ?lc|(?:working group )?last call|adoption|(?:formal |final )?approval)\b|\b(?:seek(?:ing)?|asking for|ask for|requesting|request for) (?:\w+ ){0,2}?(?:approval|consensus|ratification)\b/,
    status: "open",
    weight: 0.9,
    only: "minutes",
  },
  {
    // "How does the group feel about moving on to the next phase?"
    kind: "feeling-asked",
    cues: Cue.want,
    pattern:
      /\bhow (?:does|do|would) (?:the |this )?(?:[\w-]+ ){0,2}?(?:group|cg|wg|committee|council|board|team|room|everyone|everybody|people|folks|we|you all) feel about (?:moving|advancing|adopting|shipping|going|merging|accepting|promoting|dropping|landing|stopping)\b/,
    status: "open",
    weight: 1.3,
    only: "minutes",
  },
  {
    kind: "consensus-asked",
    cues: Cue.consensus,
    pattern: /\b(?:do we have|is there|are we at|can we (?:get|reach|have))\s(?:\w+\s){0,2}?consensus\b/,
    status: "open",
    weight: 1.3,
    only: "minutes",
  },
];
