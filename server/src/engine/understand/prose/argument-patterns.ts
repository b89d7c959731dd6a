import { Cue } from "./cue-words.js";
import type { DisagreementPattern } from "./disagreement-patterns.js";

const very =
  "(?:(?:way|far|a bit|a little|very|really|just|quite|pretty|rather|somewhat|kind of|still|also|totally|entirely|not even)\\s){0,2}";
const this_ =
  "(?:this|that|it|which|(?:the|this|that|these|such an?|an?|your|our|their)\\s(?:[\\w'-]+\\s){1,5}?|\\w+ing\\s(?:[\\w'-]+\\s){0,6}?)";

/** How people in minutes argue against something without a word such as "object": it harms, it is too much, it is not so, somebody wants the opposite. */
export const argumentPatterns: readonly DisagreementPattern[] = [
  {
    kind: "too-much",
    cues: Cue.against,
    pattern: new RegExp(
      `(?:\\b(?:is|are|was|were|seems?|feels?|sounds?|looks?|be|being|find(?:s)? (?:this|that|it|the [\\w ]{2,30}?))|'s|'re)\\s${very}too\\s(?:\\w+\\s)?(?:short|long|much|many|complex|complicated|expensive|heavy|slow|big|broad|vague|strict|loose|restrictive|invasive|intrusive|risky|aggressive|magic|clever|specific|narrow|hard|difficult|little|few|confusing|verbose|radical|ambitious)\\b|\\btoo (?:short|long|much|early|complex|complicated|expensive|heavy|restrictive) (?:for|to)\\b`,
    ),
    weight: 0.8,
    minutes: "only",
  },
  {
    kind: "called-bad",
    cues: Cue.against | Cue.oppose,
    pattern: new RegExp(
      `(?:(?:\\b(?:is|are|was|(?:might|may|would|could|will) be|seems?|feels?|sounds?|looks?|find(?:s)? (?:this|that|it|the [\\w ]{2,30}?)|think (?:it's|this is|that's|[\\w ]{2,24} (?:is|are)))|'s|'re))\\s${very}(?:an?\\s)?${very}(?:overkill|unfair|unnecessary|premature|confusing|meaningless|pointless|useless|unrealistic|not realistic|misleading|hostile|a disaster|disaster|a mess|a nightmare|a can of worms|can of worms|bad idea|the worst|worst of both|a hazard|a mistake|wrong (?:place|way|approach|direction|layer|tool|time)|the wrong|weird|strange|ugly|unfortunate|problematic|annoying|intrusive|unacceptable|hacky|clunky|brittle|heavy-handed|excessive|a waste|not justified|not worth (?:it|the|doing|adding|having)|not needed|not valuable|not useful|not ready|not sufficient|not enough|insufficient|not (?:really )?(?:a )?(?:good|right|great|sensible|reasonable|helpful|appropriate|acceptable)|very complicated|no (?:good )?reason|not the (?:right )?(?:place|way|case|time))\\b|^\\W{0,4}(?:not (?:realistic|worth (?:it|the|doing|adding|having)|needed|ideal|acceptable|great|sure (?:that |if |about |this |that's |we |it |the )(?:[\\w' ]{1,40}\\b(?:right|good|necessary|worth|needed|should|makes? sense)))|doesn't work|does not work|little strange|no please|not valuable|not useful)|\\bfeels? like (?:this|that|it|the [\\w ]{2,20}?) (?:is|are)(?:n't| not)\\b\\b`,
    ),
    weight: 0.8,
    minutes: "only",
  },
  {
    kind: "does-harm",
    cues: Cue.against,
    pattern: new RegExp(
      `\\b(?:would|will|could|might|wouldn't|going to|can)\\s(?:(?!not\\b|never\\b|no\\b)\\w+\\s)?(?:break|hurt|harm|lock|lose|punish|bite|confuse|defeat|kill|slow|discourage|burden|alienate|make (?:\\w+ ){1,4}?(?:worse|harder|weaker|meaningless|impossible|slower|unusable|confusing|more (?:complex|complicated|difficult|confusing)))\\b|${this_}\\s?(?:breaks|hurts|harms|defeats|punishes|makes (?:\\w+ ){1,4}?(?:worse|harder|weaker|meaningless|impossible))\\b|\\b(?:nobody|no one|users?|people|customers?|developers?) (?:will|would) (?:not |never |n't )?(?:\\w+ )?(?:thank|expect|understand|be confused|be unhappy|hate|complain)\\b|\\b(?:will|would|could|might) (?:create|cause|lead to|result in) (?:\\w+ ){0,2}?(?:unhappy|confusion|problems|trouble|breakage|frustration)\\b|\\bcosts? more than\\b|\\bbeen burned\\b`,
    ),
    weight: 0.8,
    minutes: "only",
  },
  {
    kind: "sees-no-need",
    cues: Cue.against | Cue.negative,
    pattern:
      /\b(?:do|does|did)(?:n't| not) (?:really |yet )?(?:see|understand|get) (?:(?:much|a lot of|enough) (?:point|need|value|benefit|reason|use|advantage)|the (?:point|need|value|benefit|reason|advantage|use)|(?:any|a) (?:need|point|value|benefit|reason(?! (?:not|to not))|advantage|good(?![^.]{0,60}\bto not\b)(?! argument (?:to not|against)))|what changed|how (?:this|that|it) (?:is|would|could|will) (?:work|help|be better)|why (?:we|this|that|it|you|anyone)|this as)\b|\b(?:is|are|was|were)(?:n't| not) (?:really )?(?:worth|needed|necessary|required here|an argument|a good (?:reason|fit)|the right|comfortable|happy|convinced|sold|in favou?r)\b|\bmakes? no sense\b|\b(?:does|do|did|would)(?:n't| not) (?:make|be making) (?:any |much |a lot of )?sense\b|\b(?:no|don't see (?:a|any|the)) (?:need|reason|point|benefit|value) (?:for|to|in|of)\b/,
    weight: 0.85,
    minutes: "only",
  },
  {
    kind: "doubts-it",
    cues: Cue.against | Cue.concern,
    pattern:
      /^\W{0,4}(?:i'm |we're |i am )?not (?:at all |really |so )?sure (?!(?:who|what|how|when|where|which|why)\b)(?:that |if |whether )?[^.;?!]{3,90}?\b(?:will|would|can|could) (?:actually |really |ever )?(?:work|scale|help|fly|be enough|hold|pay off)\b|\b(?:doubts?|doubted|fears?|feared|worries|is afraid|are afraid) (?:that|whether|if|this|it|the|we|about)\b|\bquestion(?:s|ed) (?:whether|if|the (?:need|value|assumption|premise|wisdom))\b|\b(?:am|is|are|was|were|'m|remains?|still) (?:(?:somewhat |a bit |a little |quite |very |still )?(?:nervous|doubtful|hesitant|wary|afraid|uneasy|sceptical|skeptical)|(?:still )?not (?:yet |really |quite |fully )?(?:comfortable with|sold on|convinced))\b|^\W{0,4}(?:nervous|worried|concerned|skeptical|sceptical|hesitant|wary|uneasy|inclined to avoid|opposed|doubtful)\b(?: (?:about|that|with|to|of|by|if|whether))?|^\W{0,4}\p{L}+ (?:concerned|worried|nervous) (?:about|that)\b/u,
    weight: 0.85,
    minutes: "only",
  },
  {
    kind: "wants-otherwise",
    cues: Cue.want | Cue.against | Cue.dispose,
    pattern:
      /\bstill (?:strongly |much )?prefers?\b|\bsuggest(?:s|ed|ing)?\b[^.;?]{3,90}\b(?:may|might|would|could) be (?:a )?(?:better|simpler|cleaner|safer|preferable)\b|\b(?:would|'d|we'd|i'd) (?:strongly |much |really |still )?(?:rather|prefer|have preferred|have liked|like to see|like to keep|want to see)\b[^.;?]{0,80}\b(?:first|instead|rather|before|than|(?<!\b(?:is|are|was|were|does|do|did|has|have|had) )not|keep|stay|out|separate|later|until|w\/o|without|smaller)\b|\bplease (?:keep (?!in mind\b|in touch\b|an eye\b|(?:us|me|everyone|everybody|people|the \w+) (?:posted|informed|updated|in the loop)\b)|(?:don't|do not)(?! (?:hesitate|forget|worry|be shy|feel)\b)|leave (?:it|this|that|them|the)\b)|(?<!\b(?:what|as|than) (?:i|we|they|he|she) )\bwould have (?:preferred|liked|rather|expected)\b|\bdo(?:n't| not) (?:feel|think|believe) (?:that )?[\w' ]{2,60}?(?:should|makes?(?: much| any)? sense|belongs?|(?:is|are|would be|will be|be) (?:(?:really|quite|very|even|all that|yet) )?(?:an? )?(?:good|great|right|wise|fair|ready|enough|worth|needed|necessary|useful|helpful|acceptable|appropriate|reasonable|sensible|sufficient|the (?:right|best|way|place|answer|solution)|justified|realistic|goal|our|in scope|viable|well))\b(?! (?:be )?(?:a |an )?(?:problem|issue|blocker|concern|difficult|hard))|\bfeels? (?:very )?strongly\b|\b(?:strongly|firmly|personally|dead|very much) against\b|\b(?:a|an|is|'s|that's a) no from\b|\b(?:can't|cannot|could not|couldn't) (?:support|accept|agree to|live with) (?:it|this|that|the)\b|\bso (?:we|i)(?:'d| would) like to keep\b|\bdo(?:n't| not) (?:want|like) (?:us |to )?(?:see |have |go )?(?:this|that|it|ahead|forward|there|the|such)\b|\bdo(?:n't| not) go there\b/,
    weight: 0.85,
    minutes: "only",
  },
  {
    kind: "denies-it",
    cues: Cue.against | Cue.oppose,
    pattern:
      /^\W{0,4}(?:but |no,? |well,? |actually,? )?(?:that|this|it)(?:'s| is| was) (?:simply |just |really |definitely )?(?:not (?:the case|true|correct|right|how|what (?:we|i|the)|an argument|consistent|acceptable|ok|okay|going to (?:work|fly))|wrong|false|incorrect|unacceptable|a lot (?:more|of)|the same as what we rejected|does the opposite)\b|\bdoes the opposite\b|^\W{0,4}(?:wouldn't|isn't|doesn't|won't|aren't) (?:that|this|it|we|the)\b[^?]{3,100}\b(?:break|confus|harm|hurt|wrong|worse|dangerous|slow|duplicate|already|defeat|bad|risk|too|conflict|contradict)/,
    weight: 0.85,
    minutes: "only",
  },
  {
    kind: "sides",
    cues: Cue.against | Cue.others | Cue.want,
    pattern:
      /\b(?:opinions? (?:are|were|is) (?:split|divided|mixed)|at odds|lively debate|heated|back and forth (?:on|about|over)|see(?:s)? (?:it|this|that|the [\w ]{2,20}) differently|is contested|are contested|two schools|two (?:opposing|different|conflicting) (?:views|positions|opinions|models))\b|\bsome (?:of us |people |members |of the [\w ]{2,24})?(?:find|like|want|think|feel|prefer|believe|would|were|are)\b[^.]{3,120}[,;] (?:the )?(?:others|other|rest)\b|\b(?:security|legal|sales|product|engineering|support|design|marketing|finance|operations|ops|qa|management|leadership) (?:asks for|wants|says|likes|thinks|prefers|suggested)\b[^.;]{3,90}[;,] (?:but |while |and )?(?:everybody else|everyone else|engineering|support|product|design|sales|legal|the others?|others)\b[^.;]{0,30}\b(?:says?|thinks?|said|wants?|feels?|prefers?|cannot|can't|makes|against|disagrees?|objects?)\b|\b(?:is|was|are|were) (?:strongly )?against (?:this|it|that|the)\b/,
    weight: 0.85,
    minutes: "only",
  },
  {
    // "There is contention here", "there is concern we miss the ferry".
    kind: "contention",
    cues: Cue.concern | Cue.against | Cue.oppose,
    pattern:
      /\bthere(?:'s| is| was| remains| has been) (?:still |also )?(?:an? |some |strong |considerable |much |real |a lot of )?(?:concern|contention|controversy|push-?back|opposition|resistance|dissent|tension|unease|disagreement)(?:\s?(?:[(,.;]|$)| (?:here|there|we|it|they|this|these|the|an?|our|how|whether)\b)/,
    weight: 0.85,
    minutes: true,
  },
  {
    // "Bo's worry: the lift", "my reservation is the price": whose it is, and what.
    kind: "own-worry",
    cues: Cue.concern | Cue.object | Cue.against,
    pattern:
      /\b[\p{L}-]{2,20}'s (?:main |biggest |primary |own |only )?(?:concerns?|worr(?:y|ies)|objections?|reservations?|hesitation)(?::| (?:is|are|was|were|here|with|about|that)\b)|\b(?:my|his|her|their|only|main|biggest) (?:main |biggest |only |one )?(?:worr(?:y|ies)|reservations?|objections?|hesitation|fear)(?::| (?:is|are|was|were|here|with|about|that|remains?)\b)|\bmy (?:main |biggest |only |one )?(?:problem|issue|trouble) (?:is|with|here|remains?)\b|\b(?:would|does|will) (?:really |still |also )?(?:concern|worry|bother) (?:me|us)\b|\b(?:seems?|feels?|looks?|is|sounds?) (?:much |far |a bit )?more [\p{L}-]+ than (?:is )?(?:necessary|needed|warranted|justified)\b/u,
    weight: 0.85,
    minutes: true,
  },
  {
    // "Prefer to not touch the old sign", said in answer to those who would.
    kind: "prefers-not",
    cues: Cue.want | Cue.against,
    pattern:
      /^\W{0,4}(?:i |we |they )?(?:would |'d )?(?:still |strongly |much |personally )?prefer(?:s|red)? (?:not to|to not|to avoid|against)\b/,
    weight: 0.85,
    minutes: true,
  },
  {
    kind: "objects-now",
    cues: Cue.object | Cue.against,
    pattern:
      /\b(?:objects?|objected) (?:because|since|as|that|strongly|to|:)|\b(?:objects|objected)(?=[.;!]|,\s(?:it|that|this|they|we|because|there|he|she|you|saying|says|said)\b|\s?$)|\b(?:does|do|did) not accept (?:the|this|that|it)\b|\bthinks? (?:that )?[\w' -]{3,60}?(?:too |overkill|wrong|bad|unfair|pointless|hurts|is far|would only|far too|is a waste)/,
    weight: 0.9,
    subject: true,
  },
];
