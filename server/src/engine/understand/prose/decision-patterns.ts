import type { DecisionStatus } from "../../model/facts.js";
import { Cue } from "./cue-words.js";

/** A way of saying that something is decided, or is still to be. */
export interface DecisionPattern {
  /** What it is called as evidence. */
  readonly kind: string;
  /** Families of words without which it cannot match. */
  readonly cues: number;
  /** On a sentence in small letters. Linear: nothing unbounded stands inside a repetition. */
  readonly pattern: RegExp;
  readonly status: DecisionStatus;
  /** 1 is enough by itself. */
  readonly weight: number;
  /** Where it counts for less, or nothing: only in minutes, or only outside of transcripts. */
  readonly only?: "minutes" | "written-minutes" | "minutes-or-decision-section" | "decision-section" | "record";
  /** Whether the paragraph must say that somebody is asked about it, or was heard. */
  readonly asks?: boolean;
  /** Whether its subject says who decided, and must be somebody for it to count. */
  readonly subject?: "names" | "must";
}

const adverb =
  "(?:(?:unanimously|before|previously|last (?:time|week|meeting)|today|together|jointly|then|instead|yesterday|now|also|finally|formally|in the (?:meeting|end)|by consensus|as a (?:group|team|committee|board|council)|for now|at this (?:point|stage|time)|for the (?:moment|time being)|after (?:some |much |a (?:long |short )?)?(?:discussion|debate|deliberation)|collectively|ultimately|eventually|tentatively|internally|mutually|informally|both|all)\\s)?";

/** The group as a whole, or most of it, and how it seems to feel. */
const everybody =
  "\\b(?:everyone|everybody|(?:the )?(?:group|team|committee|council|board|tsc|tac|toc|wg|cg|sc|members|attendees|participants)(?: (?:members|present|in attendance))?|all(?: (?:members|attendees|participants|those))?(?: (?:present|in attendance))?|those present|most (?:people|members|of (?:us|the (?:group|team|committee|council|board|room))))\\s(?:(?:generally|broadly|all|now|also)\\s)?(?:seem(?:s|ed)? (?:to (?:be )?)?|were |was |are |is |had |has )?(?:(?:generally|broadly|all|very|pretty|quite)\\s)?";

export const decisionPatterns: readonly DecisionPattern[] = [
  {
    kind: "decided-to",
    cues: Cue.decide | Cue.agree | Cue.vote,
    pattern: new RegExp(
      `\\b(?:decided|agreed|resolved|opted|chose|voted|elected(?! (?:to|for) (?:an?|the|one|two|three|four|their|his|her|\\d))|determined)\\s${adverb}(?:to(?! disagree\\b)|that|on|upon|against|not|for|in favou?r)\\b|\\bvoted (?:if|whether)\\b|(?<=, )(?:deciding|agreeing|choosing|opting|electing|concluding)\\s${adverb}(?:to|that|on|against|not|for)\\b|(?<=\\b(?:group|team|committee|council|board|members|everyone|leads|all) )(?:deciding|agreeing) (?:to|that|on)\\b|\\b(?:agreed|decided) (?:with|by) [^.,:;?!]{2,50}? (?:that|to)\\b|\\b(?:decided|agreed)(?: together| jointly| unanimously)?:\\s|\\b(?:decided|agreed|resolved|voted|opted|chose), [^.;:?!]{3,90}?, (?:to|that|against|not to)\\b`,
    ),
    status: "decided",
    weight: 1,
    subject: "names",
  },
  {
    kind: "group-decided",
    cues: Cue.decide | Cue.agree | Cue.approve,
    pattern:
      /\b(?:(?:decided|agreed)\s(?:an?|the|this|these|it|we|they|our)\s\w|(?:chose|selected|picked(?! up\b| (?:it|this|that|them) up\b| on\b))\s(?:an?|the|this|these|to|option|not)?\s?\w)/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
    subject: "must",
  },
  {
    kind: "decides-to",
    cues: Cue.decide | Cue.agree,
    pattern:
      /\b(?:decides?|resolves?|concludes?|chooses?|elects?|opts?)\s(?:unanimously\s|jointly\s)?(?:to|that|on|against|not to|for)\b/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
    subject: "must",
  },
  {
    kind: "settled-on",
    cues: Cue.decide,
    pattern:
      /(?<!\bbe )\b(?:settled|landed|concluded)\s(?:on|for|that|to)\b|\b(?:have|has|was|were|is)\s(?:been\s)?chosen\b/,
    status: "decided",
    weight: 0.8,
    subject: "names",
  },
  {
    kind: "decision-is",
    cues: Cue.decide,
    pattern:
      /\b(?:the|our|this|final|group|team|joint|their)\s(?:final\s|joint\s|group\s)?(?:decision|resolution|verdict|conclusion|outcome)\s(?:is|was|has been)\s(?:made\s)?(?:to|that|not|made to|taken to)\b|\bdecision (?:was |has been )?(?:made|taken|reached):? to\b|\b(?:the|our) (?:decision|conclusion|resolution)s? (?:for )?(?:today|for now|so far|this week|at this point) (?:is|was|are|were) (?:to|that)\b|^\W{0,4}(?:[^.:;?!]{2,60}[?:] )?(?:(?:re-?)?(?:confirmed|affirmed) )?(?:the |our )?(?:decision|conclusion|resolution|outcome|agreement)\s(?:(?:is|was)\s)?(?:to|that|not to)\s(?!be\b)|\b(?:made|took|reached) (?:a|the|this|our) (?:\w+ )?decisions? (?:to|that|on|not|together)\b/,
    status: "decided",
    weight: 1.1,
    subject: "names",
  },
  {
    kind: "going-with",
    cues: Cue.weWill | Cue.commit,
    pattern:
      /\b(?:we(?:'re| are|'ll| will| shall| have)|let's)\s(?:be\s|all\s|now\s)?(?:going\s(?:ahead\s|live\s|out\s)?with(?:out)?|go\s(?:ahead\s)?with|gone with|going for|stick(?:ing)? (?:with|to)|proceed(?:ing)? with|moving (?:ahead|forward) with|adopting|dropping|skipping|leaving out|postponing|doing without|freezing|sunsetting|retiring|standardi[sz]ing on)\b/,
    status: "decided",
    weight: 0.9,
  },
  {
    kind: "we-will",
    cues: Cue.weWill,
    pattern:
      /\b(?:we|product and engineering|engineering and product)(?:'ll| will| shall)\s(?:now\s|both\s|therefore\s|all\s|only\s|instead\s)?(?:ship|release|launch|freeze|adopt|switch|migrate|keep|drop|retire|sunset|deprecate|stop|charge|cut|skip|postpone|delay|carry|take on|replace|refund|standardi[sz]e|consolidate|build|buy|hire|close|limit|offer|end|roll back|go with|go ahead|export|require|hold|start with|wait (?:for|until)|leave|allow|include|exclude|default|defer|avoid|follow|merge|publish|move (?:to|forward|ahead)|cancel|rename|remove|stay|not)\b/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "going-to",
    cues: Cue.commit,
    pattern:
      /^\W{0,4}(?:we(?:'re| are) )?going to (?:leave|keep|drop|use|stop|switch|accept|reject|postpone|defer|hold|freeze|adopt|skip|go with|stick|revert|deprecate|cancel)\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "plan-is",
    cues: Cue.decide,
    pattern:
      /\b(?:the|our|current|agreed|present)\s(?:\w+\s)?(?:plan|intention)\s(?:is|was|remains)\s(?:now\s|still\s)?(?:to|not to)\s(?:keep|leave|ship|release|drop|adopt|merge|use|hold|go|move|stick|switch|remove|deprecate|land|wait|defer|postpone|accept|reject|start|stop)\b|^\W{0,4}(?:the )?(?:current |agreed )?plan:\s\w|^\W{0,4}[^:.;?!]{2,44}: (?:the |our )?(?:current|agreed|present) plan[,:]? (?:is |not )?\w/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "not-proceeding",
    cues: Cue.weWill,
    pattern:
      /\bwe(?:'re| are| have| were)? (?:decided )?not (?:to )?(?:proceed(?:ing)?|go(?:ing)? (?:ahead|forward|with)|moving (?:ahead|forward)|pursu(?:e|ing)|adopting|going to (?:do|pursue|support|adopt|ship|build))\b/,
    status: "rejected",
    weight: 0.95,
  },
  {
    kind: "we-have-changed",
    cues: Cue.weWill,
    pattern:
      /\bwe(?:'ve| have)\s(?:now\s|since\s|therefore\s|also\s)?(?:stopped|dropped|discontinued|paused|retired|switched (?:to|from)|moved away|abandoned|adopted|embraced|standardi[sz]ed on|deprecated|frozen|postponed|cancell?ed|migrated .{3,40} (?:over )?to)\b/,
    status: "decided",
    weight: 0.95,
  },
  {
    kind: "we-will-not",
    cues: Cue.weWill,
    pattern:
      /\bwe (?:will not|will never|won't|shall not|are not going to|aren't going to|will no longer)\s(?:ship|release|launch|adopt|use|switch|migrate|keep|support|build|buy|hire|accept|fund|publish|offer|do|pursue|add|allow|provide|require|change|continue|take|move|maintain|renew|extend)\b/,
    status: "rejected",
    weight: 0.75,
    only: "written-minutes",
  },
  {
    kind: "consensus",
    cues: Cue.consensus | Cue.agree,
    pattern:
      /\b(?:(?:we|you|they|there|group|committee|council|team|all|everyone)\s(?:\w+\s)?(?:have|has|had|are)|(?<!\b(?:to|that (?:seems?|appears?) to) have )reached|gained|(?:(?:have|has|had|'ve) come|came) to|is|was|there's|got|achieved|clear|rough|general|group|committee)\s(?:(?:a|an|some|rough|general|clear|strong|broad|unanimous|now|full|to be|in)\s){0,3}(?:consensus|agreement)\b(?! (?:call|process|building|model|layers?|clients?|nodes?|specs?|specifications?|rules?|mechanisms?|engines?|algorithms?|changes?|bugs?|forks?|issues?|failures?|upgrades?|protocols?|tests?|code|side|critical))|(?:\b(?:the|general|overall|group)\s(?:\w+\s)?|[,;:] )consensus\s(?:is|was|seems|seemed|appears)\s(?:to|that|we|on|for|not)\b|^\W{0,3}(?:silence\W{1,6})?(?:(?:rough|general|broad|some) )?(?:consensus|unanimous(?:ly)?|agreement)(?:\/consensus)?\s(?:for|to|on|that|around|(?:is |was )?(?:reached|achieved)|agreement|was|vote|approv)/,
    status: "decided",
    weight: 0.95,
    only: "minutes",
  },
  {
    kind: "agreed",
    cues: Cue.agree | Cue.decide,
    pattern:
      /^\W{0,4}(?:all |everyone |everybody |group |team |we (?:all )?|generally )?(?:agreed|decided|resolved(?! (?:the|a|an|all|our|its|his|her|some|most|these|those|two|three|that|this|#)\b))\b(?! (?:in|by|via|on github|upon|to disagree)\b|:\W*$)/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "accepted",
    cues: Cue.approve | Cue.decide,
    pattern:
      /^\W{0,4}(?:(?:unanimously|conditionally|provisionally|tentatively|not) )?(?:approved|ratified|accepted|adopted|endorsed|sanctioned|passed|rejected|declined|vetoed|deferred|postponed|tabled|authori[sz]ed|rescinded)\b(?!,)(?! (?:the |last |previous )?(?:minutes|agenda|notes))/,
    status: "decided",
    weight: 1,
    only: "minutes",
  },
  {
    kind: "dated-outcome",
    cues: Cue.approve | Cue.decide,
    pattern:
      /^\W{0,4}(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: \d{1,2},?)? \d{4})\W{1,5}(?:[\w-]+ ){0,2}(?:approved|ratified|accepted|adopted|endorsed|confirmed|passed|rejected|declined|withdrawn|superseded|decided)\b\W{0,2}\w/,
    status: "decided",
    weight: 1,
  },
  {
    kind: "has-approval",
    cues: Cue.approve,
    pattern:
      /\b(?:got|has|have|had|received|gained|with)\s(?:conditional\s|full\s|final\s|formal\s)?(?:approval|sign-?off)\s(?:from|by|of)\b/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "not-advanced",
    cues: Cue.stage,
    pattern: /\bnot (?:yet )?(?:advancing|advanced|moving|promoted|graduating) (?:to|from|into)\b/,
    status: "rejected",
    weight: 1,
    only: "written-minutes",
  },
  {
    kind: "agree-that",
    cues: Cue.agree,
    pattern:
      /(?:\b(?:they|we|all|both|everyone|everybody|folks|people|\w+ and \w+) (?:all |both |generally )?|^\W{0,4}(?=agree that\b))agree (?:that(?! (?:[\w'’-]+ ){1,5}?(?:is|are|was|were|feels?) (?:(?:both|all|very|really|too|quite|rather|simply|also|so) ){0,2}(?:true|right|wrong|fair|unfair|hard|tough|difficult|easy|nice|good|bad|great|lovely|odd|strange|funny|sad|tiring|tired|fun|boring|annoying|interesting|[a-z]+er than)\b)|to|on)\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "general-agreement",
    cues: Cue.approve | Cue.agree | Cue.vote | Cue.decide,
    pattern: new RegExp(
      `${everybody}(?:agree[sd]?\\b(?! (?:in|by|via|on github|upon|about)\\b)|accept(?:s|ed)?|support(?:s|ed)?|recommend(?:s|ed)|sa(?:ys|id) (?:yes|ok|okay)|in favou?r|on board)`,
    ),
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    // "Most of the group seems comfortable with the later date": no objection, and little more.
    kind: "everybody-is-fine",
    cues: Cue.concern,
    pattern: new RegExp(`${everybody}(?:fine|happy|ok|okay|comfortable|pleased) (?:with|\\w+ing)\\b`),
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "was-accepted",
    cues: Cue.approve | Cue.decide | Cue.vote,
    pattern:
      /\b(?:was|were|is|are now|has been|have been|been|got|now)\s(?:now\s|unanimously\s|formally\s|officially\s|conditionally\s|provisionally\s)?(?:approved|accepted|adopted|ratified|rejected|declined|turned down|voted down|endorsed|(?:re-?)?elected|(?:re-?)?appointed|voted in|sanctioned|decided|agreed|deferred|postponed|tabled|cancell?ed|selected|authori[sz]ed|rescinded|designated|finali[sz]ed)\b|\b(?:are|is)\s(?:hereby\s|duly\s)?(?:re-?)?(?:elected|appointed)\b|\b(?:re-?)?(?:elected|appointed)\s(?:by acclamation|unanimously|unopposed|with \d)/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "body-approves",
    cues: Cue.approve,
    pattern:
      /\b(?:approved|adopted|accepted|ratified|endorsed|rejected|declined|appointed|elected|vetoed|authori[sz]ed|rescinded|tabled|postponed|deferred|cancell?ed|selected|nominated|designated)\s(?!(?:positions?|seats?|members?|officers?|officials?|representatives?|candidates?|directors?|trustees?|bod(?:y|ies)|version|list|set)\b|by\b|minutes|and\b|or\b|,|at\b|in\b|for\b|as\b|prs?\b|pull\b|responsibilit|the invit|an invit)/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
    subject: "must",
  },
  {
    kind: "vote-outcome",
    cues: Cue.vote | Cue.approve,
    pattern:
      /\b(?:motion|vote|resolution|ballot|proposal|amendment)\b[^.;]{0,40}\b(?:pass(?:es|ed)(?! (?:along|as|in|to|through|by value|around|on)\b)|carries|carried|fails|failed|is approved|was approved|approved|succeeds|succeeded)\b|\b\d{1,2}\s?(?:-|–|to|yes|in favou?r|for)\s?,?\s?\d{0,2}\s?(?:no|against|abstain\w*|abstention\w*)\b|\bvoted? (?:unanimously|in favou?r|against)\b|\bpassed,? (?:by )?\d{1,2}\s?(?:to|-|–|:|of)\s?\d{1,2}\b|\b\d{1,2} of \d{1,2} (?:in favou?r|yes|approved|voted)\b|\b(?:changes?|amendments?|by-?laws?|measures?|budget|polic(?:y|ies)|items?|referendum|questions?|both|all)\s(?:(?:to|of|in|on) (?:[\w-]+ ){1,3})?(?:\([^()]{1,80}\)\s)?(?:has |have )?(?:passed|carried)\W*$|\bapproved (?:motion|resolution|proposal)\b/,
    status: "decided",
    weight: 1,
  },
  {
    // "The harbour board approves the purchase of two lamps."
    kind: "body-acts",
    cues: Cue.approve,
    pattern:
      /\b(?:approves|adopts|authori[sz]es|endorses|ratifies|appoints|rejects|declines)\s(?:the|an?|this|that|these|those|its|their|all|moving|adding|closing|funding)\b/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
    subject: "must",
  },
  {
    kind: "no-objections",
    cues: Cue.object | Cue.concern | Cue.oppose,
    pattern:
      /^\W{0,4}(?:there (?:were|are|was|is) |with |hearing |heard |seeing )?no (?:\w+ )?(?:objections?|concerns?|disagreements?|opposition)(?: \w+){0,3}?(?:, ?(?!and\b|or\b|nor\b|but\b|an?\b|some\b|several\b|(?:a )?few\b|many\b|one\b|two\b|three\b|four\b|five\b|\d|only\b|just\b|except\b)| - |; ?| to | with )\w+|, (?:there (?:were|was) )?(?:with )?no (?:objections?|opposition|dissent)(?: (?:raised|voiced|heard|noted))?\W*$/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "nobody-objected",
    cues: Cue.object | Cue.concern | Cue.oppose,
    pattern:
      /\b(?:did not|didn't|nobody|no one|no-one|none of \w+)\s(?:has\s|have\s)?(?:raised?|voiced?|had|have|objected|objects?|opposed)\s?(?:any\s|an\s)?(?:(?:serious|real|strong|major|big|further)\s)?(?:concerns?|objections?|problems? with|issues? with|to|spoke against)\b/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "enough-approvals",
    cues: Cue.approve | Cue.vote,
    pattern:
      /\b(?:has|have|had|got|received)\s(?:now\s|all\s)?(?:enough|sufficient|(?:the |all )?(?:required|necessary|needed|correct|right))\s(?:approvals|votes|support|sign-?offs?)\b/,
    status: "decided",
    weight: 1,
    only: "minutes",
  },
  {
    kind: "advanced",
    cues: Cue.stage,
    pattern:
      /\b(?:advances|advanced|advancing|moves|moved|goes|went|promoted|graduates|graduated|accepted)\s(?:\w+\s){0,3}?(?:to|into|as|from)\s(?:an?\s|the\s)?(?:stage|phase|incubat\w+|sandbox|graduat\w+)\b|^\W{0,4}(?:stage|phase) \d(?:\.\d)? (?:for [^?!]{2,60}!|approved|reached|achieved|granted)|\bat stage \d\b|\bon stage \d\b/,
    status: "decided",
    weight: 1,
    only: "written-minutes",
  },
  {
    kind: "owned-decision",
    cues: Cue.decide | Cue.toMake,
    pattern:
      /\b(?:this|that|it|which)(?: one)?(?: is|'s| was| remains) (?:an?|the|\w+(?:'s|s')) (?!(?:[\w&]+ ){0,3}?(?:no|not|rather than|than a|more than|reversible|irreversible|immutable|mutable) )(?:[\w&]+ ){0,3}?(?:decision|call)\b(?! (?:log|record|tree|maker|making|process|point|matrix|(?:that )?(?:we|they|you)(?:'re| are) considering))/,
    status: "decided",
    weight: 1.05,
  },
  {
    // "Which supplier we take is a product decision", where the words after it say whom they ask about it.
    kind: "owned-decision",
    cues: Cue.decide,
    pattern:
      /^(?!\W{0,4}(?:if|when|whenever|unless|once|should|as long as)\b)[^.;?]{3,160}?\s(?:is|are|remains?) (?:clearly |really |purely |still |very much )?(?:an?|for|(?:[\w&]+(?:'s|s'))) (?:(?!good\b|bad\b|hard\b|big\b|tough\b|difficult\b|final\b|past\b|great\b|wise\b|simple\b|new\b|major\b|minor\b)[\w&]+ ){0,2}?(?:decision|call|choice|to (?:make|decide|choose|settle|pick))\b(?! (?:log|record|tree|maker|making|process|point|matrix))/,
    status: "decided",
    weight: 1.05,
    asks: true,
  },
  {
    // "Which rope we buy is a design decision, and Ana and Bo took it without asking": who made it, whosever it was.
    kind: "owned-decision",
    cues: Cue.decide,
    pattern:
      /^(?!\W{0,4}(?:if|when|whenever|unless|once|should|as long as)\b)[^.;?]{3,160}?\s(?:is|was|are|were) (?:clearly |really |purely )?(?:an?|[\w&]+(?:'s|s')) (?:(?!good\b|bad\b|hard\b|big\b|tough\b|difficult\b|final\b|past\b|great\b|wise\b|simple\b|new\b|major\b|minor\b)[\w&]+ ){0,2}?(?:decision|call|choice),? (?:and|but|yet|which|that) (?:[\p{L}@'’-]+ ){1,5}?(?:took|made|has taken|have taken|had taken|has made|have made) (?:(?:it|this|that)\b|(?:on|last|without|alone)\b)/u,
    status: "decided",
    weight: 1.05,
  },
  {
    kind: "owned-decision",
    cues: Cue.decide | Cue.toMake,
    pattern:
      /\b(?:this|that|it)(?: one)?(?: is|'s| remains) (?:for [\w&]+|[\w&]+(?:'s|s')|ours|theirs)(?: own)? to (?:make|decide|call)\b/,
    status: "decided",
    weight: 1.05,
  },
  {
    // "second crane: Rigging decision, need Di's input before go": whose it is, and whom they ask.
    kind: "owned-decision",
    cues: Cue.decide | Cue.toMake,
    pattern:
      /^\W{0,4}[^.;:?!]{2,60}(?:: | → | -> | [–—-] )(?:an? |for )?(?!no |not |good |bad |hard |big |easy |the |which |what |how )(?:[\w&]+ ){1,2}?(?:decision|call|choice)(?=[,;.:]| [–—(-])/,
    status: "decided",
    weight: 1.05,
    only: "written-minutes",
    asks: true,
  },
  {
    kind: "input-before",
    cues: Cue.decide | Cue.agree | Cue.commit,
    pattern:
      /\bbefore we (?:can |all |could |finally )?(?:decide|settle|choose|proceed|go (?:ahead|any further|further|on)|commit|fix|agree|conclude|move (?:on|ahead|forward)|pick|sign(?: off)?|approve|finali[sz]e|make (?:an?|the|this|that|our) (?:decision|call|choice))\b/,
    status: "open",
    weight: 1,
    asks: true,
  },
  {
    kind: "still-to-decide",
    cues: Cue.decide | Cue.agree | Cue.toMake,
    pattern:
      /\b(?:need|needs|needed|have|has|must|should|still|yet|remains?|going|left|required)\s(?:first\s|also\s)?(?:for\s)?(?:us\s|\w+\s)?(?:still\s)?(?:to\s)?(?:decide|agree on|be decided|be agreed|make (?:a|the|this) (?:final )?(?:decision|call)|reach (?:a|an) (?:decision|agreement))\b/,
    status: "open",
    weight: 1,
  },
  {
    kind: "decision-needed",
    cues: Cue.decide,
    pattern:
      /^\W{0,4}(?:still )?open\s?[:–—-]\s?[^.;:?!]{2,40}?['’]s? (?:own )?decision (?:on|about|over|whether|how|which|who)\b|\b(?:awaiting|waiting (?:for|on)|pending) \S{2,24}['’]s? (?:final )?decision\b|\bdecisions? (?:is |are |was |still |yet )?(?:needed|required|pending|outstanding|due|expected|deferred|postponed)\b|\b(?:needs?|need|awaiting|waiting (?:for|on)|pending|requires?|await|seek(?:ing)?|want(?:s|ed)?) (?:an?|the|your|their|final|our)?\s?(?:final\s|clear\s|joint\s)?decision\b(?! (?:of|from|on) [^.;:]{2,60} (?:reversed|reopened|overturned|revoked|undone)\b| (?:(?:to be|taken|put) )?(?:\w+ed|undone|withdrawn|overturned|overthrown|gone|back|out)\b)|\bdecisions? (?:will )?(?:still |also )?(?:has |have |need |needs )?(?:yet |still )?to be (?:made|taken|reached)\b|\bno (?:final )?decision (?:yet|has been|was|made|taken|reached)\b(?! (?:really )?(?:needed|required|necessary|called for|asked for|wanted|due)\b)|\b(?:not|n't) (?:yet )?(?:decided(?! (?:on |about )?(?:anything|a thing|much)\b(?! (?:about|on)\b))|made a decision|reached a decision)\b|\bdecision (?:to be )?(?:by|until|before) (?:\d|next|the end|end|mon|tue|wed|thu|fri)/,
    status: "open",
    weight: 1.1,
  },
  {
    kind: "took-on-debt",
    cues: Cue.freeze,
    pattern:
      /\bwe(?:'ve| have| are|'re| will|'ll)? (?:\w+ly )?(?:carry|carrying|carried|tak(?:e|ing|en) on|took on|accept(?:ed|ing)?) (?:that |this |the |some |more )?(?:technical |tech )debt\b/,
    status: "decided",
    weight: 1,
  },
  {
    kind: "took-on-debt",
    cues: Cue.freeze,
    pattern:
      /\b(?:feature|hiring|release|scope|change) freeze\b[^.;]{0,60}\b(?:from|until|till|starts?|begins?|on|through)\b|\b(?:carry|carrying|carried|tak(?:e|es|ing|en) on|took on|accept(?:ed|ing)?|live with) (?:that|this|the|some|more)? ?(?:technical |tech )?debt\b|\bcut(?:ting)? (?:a |the )?corners?\b/,
    status: "decided",
    weight: 0.9,
  },
];
