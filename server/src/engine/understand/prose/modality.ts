/**
 * What takes a telling word back: negation, conditions, talk of how things are done in general, history, quotation.
 * All take a sentence in small letters and the index of the word in it, and look at a bounded stretch around it.
 */

const negation =
  /(?:\b(?:no|not|nothing|never|without|nobody|none|neither|nor|hardly|cannot|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|won't|can't|couldn't|wouldn't|shouldn't|lack of|absence of|free of|zero|instead of|rather than)\b[^.;:,]{0,28}|\bno\W{1,3})$/;

/** Whether the words just before `at` negate what stands there ("no objections", "was not agreed"). */
export function isNegated(lower: string, at: number): boolean {
  return negation.test(lower.slice(Math.max(0, at - 48), at));
}

const condition =
  /(?:^|[\s,;:(—–"“'‘-])(?:if|unless|whether|in case|assuming|provided that|as long as|should (?:the|we|any|an?|they|there|anyone|anybody|you|either)|in the event|suppose|supposing|even if|only if|until|till|once|whenever|every time|any time|how|when(?: do| does| should| would| will| can)|were (?:we|they|the)|had we|what happens)\s/;

/** "Had Ana objected, …", "Were the board not to agree, …": a sentence that begins so supposes all that it says. */
const inverted =
  /^\W{0,4}(?:had|should|were) (?:the |any |either |both )?(?:[\p{L}'’-]+ ){1,3}?(?:(?:not|ever|really|also|only|then) )?(?:\p{L}{2,}ed|been|said|spoken|taken|given|gone|come|known|found|object|disagree|oppose|agree|to (?:object|disagree|oppose|agree|be|say|want|insist|refuse))\b/u;

/** Whether a condition governs the word at `at`: it stands before it in the same sentence. */
export function isConditional(lower: string, at: number): boolean {
  return condition.test(lower.slice(Math.max(0, at - 160), at)) || inverted.test(lower.slice(0, 100));
}

const process =
  /\b(?:usually|typically|generally|normally|always|in general|by default|as a rule|any (?:member|person|one|maintainer|approver|objection|concern|change|decision)|anyone|anybody|each (?:member|team|change|decision|proposal|meeting)|every (?:member|team|change|decision|proposal|meeting|quarter|week|month|year)|(?:is|are|be|being) (?:made|taken|reached|decided|resolved|settled|approved|accepted|rejected|adopted|required|chosen|elected|appointed)\b(?! (?:that|to)\b)|responsible for|(?<!\d )may(?! \d)|must|can be|shall|should be|would be|could be|might|process|procedure|policy for|criteria|lazy consensus|majority vote|by consensus|decision[- ]making)\b/;

/** Whether the sentence says how things are done in general rather than that something was done. */
export function isProcess(lower: string): boolean {
  return process.test(lower);
}

const program =
  /\b(?:clients?|callers?|servers?|users?|compilers?|implementations?|implementers?|implementors?|operators?|administrators?|readers?|hosts?)\s$/i;

/** "The board MUST decide", "the client must decide": what is to be done each time; takes the sentence as it is written. */
export function isNormative(prose: string, at: number): boolean {
  return (
    /^(?:MUST|SHOULD|SHALL)\b/.test(prose.slice(at, at + 7)) || program.test(prose.slice(Math.max(0, at - 20), at))
  );
}

const hypothesis =
  /\b(?:would|could|might|may|should|can|perhaps|maybe|possibly|suppose|imagine|likely to|able to|allowed to|free to|used to|wants? to|wanted to|hopes? to|hoping to|trying to|tries to|asked to|helps?(?: us| you| them)?(?: to)?|in order to|how to|ways? to|easy to|hard to|people|users?|you|someone|somebody|one|customers?|developers?)\s(?:\w+\s){0,2}$/;

/** Whether the word at `at` is only thought of ("might decide", "people choose", "in order to agree"). */
export function isHypothetical(lower: string, at: number): boolean {
  return hypothesis.test(lower.slice(Math.max(0, at - 48), at));
}

const history =
  /\b(?:years? ago|months ago|originally|historically|in the past|long ago|back then|back in|at th(?:e|at) time|in those days|formerly|traditionally|used to|(?:of|by|until|before|since) that year|until (?:19|20)\d\d\b|(?:in|at) my (?:last|previous|old|former) (?:firm|job|company|place|team|school)\b|since (?:the )?(?:[a-z]+ (?:of )?)?(?:19|20)\d\d,? when\b|in (?:early |late |mid-?)?(?:19|20)\d\d\b|at first|(?:was|were|been|had) (?:\w+ )?(?:agreed|decided|settled|approved|adopted|chosen|resolved)(?: (?:to|on|upon))? (?:back )?(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|(?:early |late |mid-?)?(?:19|20)\d\d)|(?:last|the previous) (?:week|month|quarter|year|spring|summer|autumn|winter))|^\W{0,4}(?:back )?in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter),? [^.;]{2,40} had (?:\w+ )?(?:agreed|decided|settled|approved|adopted|chosen|resolved)\b|^\W{0,4}(?:last|the previous) (?:year|spring|summer|autumn|fall|winter)\b(?!['’])|at (?:one|some) point|once upon|since (?:\w+ )?(?:19|20)\d\d, when)\b/;

const anyYear = /\b(?:19|20)\d\d\b/g;

/** Whether the sentence tells of times long gone; a year after the one in which it was written is none of those. */
export function isHistory(lower: string, writtenIn?: number): boolean {
  if (!history.test(lower)) return false;
  return (
    writtenIn === undefined || history.test(lower.replace(anyYear, (year) => (Number(year) > writtenIn ? "" : year)))
  );
}

const longAgo =
  /\b(?:years ago|back then|in those days|long ago|in the (?:old|early) days|before (?:my|our) time|in the years before)\b/;

/** Whether the sentence tells even in minutes of what was long before the meeting. */
export function isLongAgo(lower: string): boolean {
  return longAgo.test(lower);
}

/** Whether the stretch of `text` around `at` stands inside quotation marks that open and close in the text. */
export function isQuoted(text: string, at: number): boolean {
  let open = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const opens = code === 0x201c || (code === 34 && open < 0);
    const closes = code === 0x201d || (code === 34 && open >= 0);
    if (opens) open = index;
    else if (closes) {
      if (open >= 0 && open < at && at < index) return true;
      open = -1;
    }
    if (index > at && open < 0) return false;
  }
  return false;
}

/** Whether a sentence asks rather than states. */
export function isQuestion(lower: string): boolean {
  return /\?["'”’)\]*_\s]*$/.test(lower.slice(-8));
}
