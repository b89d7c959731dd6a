import type { AgreementId } from "../../model/facts.js";

/** "Ana and Bo", "product, design and engineering", in small letters. */
const people = String.raw`\p{L}+(?:, \p{L}+){0,3},? (?:and|or|&) \p{L}+`;

/** What headings, rows and labels call the eight working agreements. A name may cover two ("Trade-offs"). */
const names: readonly (readonly [AgreementId, RegExp])[] = [
  [
    "values",
    /\b(?:values|principles|tenets|beliefs|creed|what (?:do )?we (?:value|believe|stand for|care about|hold dear)|what (?:matters|is important) to us|what we will not bend on)\b/,
  ],
  [
    "processes",
    /\b(?:work(?:ing)? (?:process(?:es)?|methods?|agreements?|practices)|process(?:es)?|ways? of work(?:ing)?|how (?:we|the \w+|leads|teams) (?:work|operate|collaborate|plan|run|decide|make decisions|get things done)|how (?:work|decisions?) (?:is|are|gets?) (?:done|made)|how (?:the|our|a) (?:work|week|month|quarter|year) (?:goes|runs|works|looks)|how (?:something|(?:a|an|the|our|each|every|any|one) (?:new )?(?:piece of work|piece|work|idea|request|feature|change|project|plan|thing|job|task|item)s?) (?:travels?|moves?|flows?|goes|gets?|passes|comes|becomes|reaches|makes its way|finds its way|turns|is (?:made|built|done|born|taken|carried))|(?:the )?(?:way|path|journey|road|life) of (?:a|an|each|every|our) (?:new )?(?:piece of work|idea|request|feature|change|project|task)s?|workflow|rituals|operating (?:model|rhythm|principles)|decision[- ]making|procedures?|rules of engagement)\b/,
  ],
  [
    "purpose",
    /^why$|\bwhy there (?:is|are)\b|\b(?:purpose|mission|vision|reasons? for being|raison d'être|why (?:do )?we (?:exist|do|work|have|meet|are|bother|keep|run|hold|decide|plan|write)|why (?:all )?(?:of )?(?:it|this|that|these|those|they)\b|(?:the )?(?:point|aim|reason|good) (?:of|for|behind) (?:all )?(?:of )?(?:it|this|that|these|our|the process(?:es)?|how we work)|to what end|what for$|what (?:all )?(?:of )?(?:this|that|these|those|it) (?:is|are) (?:all )?(?:for|meant to do|good for|about)|what (?:is|are) (?:all )?(?:of )?(?:this|that|these|those|it|they|our [\p{L} ]{3,30}|th(?:e|ese|ose) [\p{L} ]{3,30}) for|what (?:we|they|it|(?:all )?(?:of )?(?:this|that|these|those)(?: [\p{L} ]{3,30}?)?|our (?:process(?:es)?|work)|the [\p{L} ]{3,40}?) (?:are|is) for|what (?:our |the )?process(?:es)? (?:are|is) for|why (?:the|our|these) process(?:es)?|what we are here for|objectives? of (?:the|this))\b/u,
  ],
  [
    "optimise",
    /\b(?:optimi[sz](?:e|es|ed|ing|ation)|what (?:do )?we (?:prefer|favou?r|maximi[sz]e|put first|go for|aim for|strive for|want more of|want most|protect)|what (?:we want )?comes first|what (?:wins|matters most)|we put first|trade[- ]?offs?)\b/,
  ],
  [
    "sacrifice",
    /\b(?:sacrific(?:e|es|ed|ing)|(?:what|which) (?:\p{L}+ )?(?:do |are |will |would )?we (?:(?:are |will |would |can |are )?(?:willing|ready|prepared|happy)? ?(?:to )?)?(?:give up|trade|let go|let slide|accept|tolerate|put up with|do without|go without|forgo|forego|lose|pay|miss|drop first|leave undone|say no to|live without)|what (?:it|that|this) (?:costs|may cost|will cost)|the price (?:of it|we pay)|what gives(?: way)?|what comes (?:last|second)|at the (?:cost|expense) of|(?:in exchange|in return) for (?:it|that|this)|trade[- ]?offs?)\b/u,
  ],
  [
    "responsibilities",
    /\b(?:responsib(?:ility|ilities|le)|roles|ownership|accountab(?:le|ility|ilities)|division of labou?r|who (?:answers|owns|does|decides|leads|has the last word|looks after|sees to|runs|is (?:accountable|in charge))|areas of ownership|raci|remit|mandates?)\b/,
  ],
  [
    "sticky-questions",
    /\bsticky\b|\bquestions? (?:to ask|we ask|for|in|when|that (?:help|unstick))\b|\b(?:what|which questions) (?:do )?we ask\b|\bwhen (?:things|it|the going) (?:gets?|goes|turns?|becomes?|is|are) (?:hard|tough|rough|heated|difficult|stuck|tricky|complicated|tense|unclear|wrong)\b|\bin a (?:pinch|bind|tight spot)\b|\bhard (?:questions|times|cases)\b|\bwhen we(?:'re| are) stuck\b/,
  ],
  [
    "disagreements",
    new RegExp(
      String.raw`\b(?:disagree(?:ments?|ing)?|conflicts?(?! of interest)(?: resolution)?|disputes?|escalat(?:ion|ions|e|es|ing)|(?:when|if|where) (?:we|(?:the |any )?(?:two )?leads|two of (?:us|them)|they|${people}) (?:(?:cannot|can't|can not|don't|do not|still do not) (?:agree|settle|see eye to eye)|(?:pull|drift|grow) apart|fall out|are at odds|part ways|differ)|differences of opinion|settl(?:e|es|ing) (?:arguments?|differences?)|deadlocks?|impasses?|tie[- ]?break(?:s|ing|ers?)?|arbitration|(?:when|if|where) (?:neither|none of us|nobody) (?:gives way|will give way|yields|budges))\b`,
      "u",
    ),
  ],
];

/** Sentences that state an agreement without a name of their own. */
const sentences: readonly (readonly [AgreementId, RegExp])[] = [
  ["purpose", /\bwhy(?: we do (?:it|this|so))?[:?] (?:so that|because|to)\b/],
  ["values", /\b(?:our (?:core |shared )?(?:values|principles) are|we value\b|we believe (?:that|in)\b)/],
  [
    "optimise",
    /\bwe(?:'d| would) rather [^.]{3,80} than\b|\bwe (?:always )?optimi[sz]e (?:for|our)\b|\b(?:comes|goes) (?:first|before)\b.*\bwe\b|\bwe (?:prefer|favou?r) \p{L}+ (?:over|to)\b|\b\p{L}+ (?:trumps|beats|before) \p{L}+\b.*\bwe\b/u,
  ],
  [
    "sacrifice",
    /\bwe(?:'ll| will| are| would| can)? (?:[^.]{0,60} )?(?:sacrifice|give up|trade away|do without|forgo|forego|put up with|let (?:it )?slide|accept (?:that|a|the|some|slower|fewer|less|later|lower|higher|more))\b|\bwe(?:'d| would) rather [^.]{3,80} than\b|\bat the (?:cost|expense) of\b/,
  ],
  ["responsibilities", /\b(?:(?:is|are) (?:responsible|accountable)|answers?) for\b/],
  [
    "sticky-questions",
    /\b(?:when|if|whenever) (?:things|it|we|the going) (?:gets?|are|is|goes?|turns?|becomes?) (?:sticky|hard|tough|rough|difficult|stuck|tricky|heated|complicated),? (?:we|each of us|both of us)(?: first| always)? ask\b/,
  ],
  [
    "disagreements",
    new RegExp(
      String.raw`\b(?:disagreements?|conflicts?|disputes?)\b.{0,60}\b(?:resolved|settled|escalated|decided|goes? to|taken to|brought to)\b|\b(?:when(?:ever)?|if|where|should) (?:we|they|leads|members|the (?:\p{L}+ )?(?:leads|members|two|three|four|five|others)|(?:any |all |both )?(?:two|three|some|any|both|several) (?:of (?:us|them)|\p{L}+)|${people})(?: (?:still|really|ever|as leads|two|both|all)){0,2} (?:disagree|differ|clash|fall out|(?:cannot|can't|can not|do not|don't) (?:agree|settle|decide)|are (?:at odds|split|stuck|divided)|see (?:it|things) differently)\b[^.;]{0,100}?, \p{L}|\bif (?:we|they|the (?:two )?leads|two \p{L}+) (?:cannot|can't|do not|don't) agree\b|\bties? (?:is|are) broken\b`,
      "u",
    ),
  ],
  ["processes", /\b(?:we (?:work|decide|plan) (?:by|in|with)|our process(?:es)? (?:is|are))\b/],
  [
    "purpose",
    /\b(?:our (?:purpose|mission|vision) is|we exist (?:to|so that)\b|our (?:joint |shared |common )?(?:job|task)(?: together| here)? is to|(?:all )?(?:of )?(?:this|that|these \p{L}+|our (?:process(?:es)?|meetings|rituals|ways of working)) (?:is|are|exists?|serves?) (?:here |there )?(?:so that|to (?:keep|make|help|let|give|save|spare|avoid|ensure))|(?:the )?(?:purpose|mission) of (?:this|the) [\p{L} ]{2,40} is|(?:that|which|this) is the (?:purpose|mission) of (?:this|the|our))\b/u,
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
