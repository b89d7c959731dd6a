import type { AgreementId } from "../../model/facts.js";

/** What headings, rows and labels call the eight working agreements. A name may cover two ("Trade-offs"). */
const names: readonly (readonly [AgreementId, RegExp])[] = [
  [
    "values",
    /\b(?:values|principles|tenets|beliefs|what we (?:value|believe|stand for)|what (?:matters|is important) to us)\b/,
  ],
  [
    "processes",
    /\b(?:work(?:ing)? (?:process(?:es)?|methods?|agreements?|practices)|process(?:es)?|ways? of work(?:ing)?|how (?:we|the \w+|leads|teams) (?:work|operate|collaborate|plan|run|decide|make decisions|get things done)|how (?:work|decisions?) (?:is|are|gets?) (?:done|made)|workflow|rituals|operating (?:model|rhythm|principles)|decision[- ]making|procedures?|rules of engagement)\b/,
  ],
  [
    "purpose",
    /\b(?:purpose|mission|vision|reason for being|raison d'être|why we (?:exist|do|work|have|meet|are)|what (?:we|they|it|this|our (?:process(?:es)?|work)|the [\p{L} ]{3,40}?) (?:are|is) for|what (?:our |the )?process(?:es)? (?:are|is) for|why (?:the|our|these) process(?:es)?|what we are here for|objectives? of (?:the|this))\b/u,
  ],
  [
    "optimise",
    /\b(?:optimi[sz](?:e|es|ing|ation)|what we (?:prefer|favou?r|maximi[sz]e|put first|go for)|what comes first|what matters most|trade[- ]?offs?)\b/,
  ],
  [
    "sacrifice",
    /\b(?:sacrific(?:e|es|ing)|what we (?:give up|trade away|let go|accept losing|do without|are willing to lose|pay for it)|what (?:it|that|this) costs us|at the (?:cost|expense) of|trade[- ]?offs?)\b/,
  ],
  [
    "responsibilities",
    /\b(?:responsib(?:ility|ilities|le)|roles|ownership|accountab(?:le|ility|ilities)|who (?:answers|owns|does|decides|leads|is (?:accountable|in charge))|areas of ownership|raci|remit|mandates?)\b/,
  ],
  [
    "sticky-questions",
    /\bsticky\b|\bquestions? (?:to ask|we ask|for|in|when)\b|\b(?:what|which questions) (?:do )?we ask\b|\bwhen (?:things|it) (?:gets?|turns?|becomes?) (?:hard|tough|difficult|stuck|tricky)\b|\bhard (?:questions|times|cases)\b|\bwhen we(?:'re| are) stuck\b/,
  ],
  [
    "disagreements",
    /\b(?:disagree(?:ments?|ing)?|conflicts?(?! of interest)(?: resolution)?|disputes?|escalat(?:ion|ions|e|es|ing)|when we (?:cannot|can't|don't) agree|deadlocks?|impasses?|tie[- ]?break(?:s|ing|ers?)?|arbitration)\b/,
  ],
];

/** Sentences that state an agreement without a name of their own. */
const sentences: readonly (readonly [AgreementId, RegExp])[] = [
  ["values", /\b(?:our (?:core |shared )?values are|we value\b|we believe (?:that|in)\b)/],
  [
    "optimise",
    /\bwe (?:always )?optimi[sz]e (?:for|our)\b|\bwe (?:prefer|favou?r) \p{L}+ (?:over|to)\b|\b\p{L}+ (?:trumps|beats|before) \p{L}+\b.*\bwe\b/u,
  ],
  [
    "sacrifice",
    /\bwe (?:are (?:willing|ready|prepared) to )?[^.]{0,60}?\b(?:sacrifice|give up|trade away|accept (?:slower|fewer|less))\b|\bat the (?:cost|expense) of\b/,
  ],
  ["responsibilities", /\b(?:is|are) (?:responsible|accountable) for\b/],
  [
    "disagreements",
    /\b(?:disagreements?|conflicts?|disputes?)\b.{0,60}\b(?:resolved|settled|escalated|decided|goes? to|taken to|brought to)\b|\bif (?:we|they|the (?:two )?leads|two \p{L}+) (?:cannot|can't|do not|don't) agree\b|\bties? (?:is|are) broken\b/u,
  ],
  ["processes", /\b(?:we (?:work|decide|plan) (?:by|in|with)|our process(?:es)? (?:is|are))\b/],
  [
    "purpose",
    /\b(?:our (?:purpose|mission|vision) is|we exist to|(?:the )?(?:purpose|mission) of (?:this|the) [\p{L} ]{2,40} is)\b/u,
  ],
];

/** The agreements that a heading, a row's name or a label stands for. */
export function agreementsNamed(name: string): AgreementId[] {
  const text = name.toLowerCase().replaceAll("’", "'");
  if (text.length > 90) return [];
  return names.filter(([, pattern]) => pattern.test(text)).map(([id]) => id);
}

/** The agreements that a sentence states. */
export function agreementsStated(sentence: string): AgreementId[] {
  const text = sentence.slice(0, 600).toLowerCase().replaceAll("’", "'");
  return sentences.filter(([, pattern]) => pattern.test(text)).map(([id]) => id);
}
