/**
 * Which families of telling words a text holds, found in one scan. Most text holds none, and is done with after this;
 * what holds some is looked at by the expressions that need them.
 */
export const Cue = {
  decide: 1 << 0,
  agree: 1 << 1,
  consensus: 1 << 2,
  approve: 1 << 3,
  vote: 1 << 4,
  pending: 1 << 5,
  commit: 1 << 6,
  object: 1 << 7,
  concern: 1 << 8,
  oppose: 1 << 9,
  question: 1 << 10,
  unclear: 1 << 11,
  freeze: 1 << 12,
  stage: 1 << 13,
  want: 1 << 14,
  others: 1 << 15,
  ended: 1 << 16,
  mark: 1 << 17,
  /** Two words in a row: "we will", "not clear", "be decided", "to make", "objects to". */
  weWill: 1 << 18,
  notKnown: 1 << 19,
  toBeDone: 1 << 20,
  toMake: 1 << 21,
  review: 1 << 22,
  findOut: 1 << 23,
  negative: 1 << 24,
  /** Verbs that dispose of a point in minutes, and words that a point is left with. */
  dispose: 1 << 25,
  change: 1 << 26,
  settles: 1 << 27,
  propose: 1 << 28,
  negated: 1 << 29,
  /** What is said against something without saying so: harm, excess, doubt. */
  against: 1 << 30,
} as const;

const wordsByCue: readonly (readonly [number, string])[] = [
  [
    Cue.decide,
    "considered entertained pondered input intends intend aims aim intent planned preferred favored favoured recommended lean leaning inclined appetite plan decide decides decided resolves chooses elects opts elect opt choose deciding decision decisions resolved resolution resolutions chose chosen opted settled landed verdict ruling concluded conclusion conclusions call outcome determined elected choosing opting electing concludes conclude concluding plans intention",
  ],
  [Cue.agree, "agree agreed agrees agreeing agreement disagree disagreed settle"],
  [Cue.consensus, "consensus unanimous unanimously"],
  [
    Cue.approve,
    "green greenlight greenlit thumbs blessing finalized finalised rejection reject recommendation recommendations nominations confirmation agreed approve approved approves approval reconfirmed reelected reappointed approvals accepted accept accepts adopted adopt adopts ratified ratify ratification endorsed rejected rejects declines ratifies endorses appoints authorizes authorises declined turned deprecated superseded elected appointed confirmed vetoed sanctioned passed deferred postponed tabled cancelled canceled selected picked authorized authorised rescinded nominated designated granted",
  ],
  [
    Cue.vote,
    "checkbox checkboxes wglc carried passed yes nay ayes vote votes voted voting motion ballot abstain abstained abstention abstentions",
  ],
  [Cue.pending, "rfc rfp fcp comment pending awaiting waiting wait seeking requesting"],
  [Cue.commit, "going proceeding stopped dropped switched migrated discontinued abandoned embraced let's lets"],
  [
    Cue.object,
    "problem problems issue issues objected objecting objection objections dispute disputes disputed veto vetoes vetoed believes believe contests contest challenges challenge regrets regret reopen reverse undo undone overturn overturned reopened reversed mistake mistaken error blunder thoughts misgivings differently otherwise sign stand defend longer questions doubts back revisit unwise reconsider never",
  ],
  [
    Cue.concern,
    "concern concerns concerned tension dissent trouble fear worry worries worried worrying uncomfortable reservation reservations skeptical sceptical skepticism scepticism hesitant reluctant reluctance unhappy pushback unconvinced unease uneasy hesitation hesitancy hesitance controversy contentious controversial contested wary nervous resistance convinced comfortable happy opposition pleased fine ok okay content",
  ],
  [
    Cue.oppose,
    "forth circles eye loggerheads differently bad terrible wrong opposite actively oppose opposes opposed opposing opposition against disagree disagrees disagreed disagreeing disagreement disagreements dissent camps schools split divided torn deadlock deadlocked stalemate impasse conflicting competing differing divergent unwilling refuses refused pushed pushing difference differences push -1 differ differs differed vary favour favor opposed",
  ],
  [Cue.question, "question questions"],
  [
    Cue.unclear,
    "tbd tbc tba missing nobody none assigned unclear undecided unresolved undetermined unsure uncertain unknown unsettled",
  ],
  [Cue.freeze, "freeze debt corner corners"],
  [Cue.stage, "stage phase incubation incubating sandbox graduated graduation"],
  [
    Cue.want,
    "feels feel felt budge neither round ground carried still won wants wanted want prefers preferred insists insisted argues argued favours favors maintains rather refuses holds",
  ],
  [Cue.others, "others mixed divided"],
  [
    Cue.review,
    "revisit revisited review reviewed again back look lapse lapses expiry valid expires expire sunset reassess reassessed reconsider reconsidered reevaluate",
  ],
  [
    Cue.findOut,
    "idea clue sort discuss discussed reach issue definition description identify establish define decide discussing discussion agree explicit confusion further reasons think look through dig consider verify deciding discussing figuring debating investigating figure figured clarify clarified investigate investigated determine determined work worked find understand explore explored confirm confirmed check checked",
  ],
  [
    Cue.dispose,
    "aside shelved scrapped mothballed disbanded dissolved bumped punted pushed slipped only keep leave drop skip park defer postpone shelve hold stick stay retain cap limit cancel revert abandon reject accept adopt approve allow permit disallow forbid ban deprecate retire sunset freeze exclude decline punt downgrade proceed continue stop won wontfix wait don do longer keeping dropping closing postponing deferring skipping parking deprecating adopting cancelling settling leaving removing stays remain remains goes picked chose chosen selected left ruled discarded dismissed omitted excluded closed merged landed extended reverted downgraded archived withdrawn scope take move bring push merge ship land switch remove close use require extend rename split archive try spend aim start make add treat enable disable turn replace target warn error release publish open lower raise set build buy",
  ],
  [
    Cue.change,
    "own assume assumes changing moving extending rescheduling shifting chairing lead director president secretary treasurer editor facilitator liaison coordinator bumped left dropped kept removed moved switched renamed merged closed required optional mandatory limited postponed frozen default replaced deprecated retired archived split capped cancelled canceled treated allowed disallowed excluded included hosted hosting extended shortened raised lowered host chair manager venue invitation part landed reverted downgraded",
  ],
  [
    Cue.settles,
    "it that majority preference sentiment support poll tally result outcome compromise upshot bottom trial group wg final resolved committee council room team board voting go github gh list issue thread email inconclusive drawing considering discussed debated plan proposed how where ended landed",
  ],
  [Cue.propose, "moving propose proposes proposed proposing proposal responsibility moved moves move"],
  [Cue.negated, "not"],
  [
    Cue.against,
    "too argument arguments debate controversy dispute disputes contention quarrel quarrels counterpoint counterpoints counterargument counterarguments counterproposal counterproposals counter suggest suggests suggested suggesting prefers break breaks broke breaking overkill unnecessary premature unfair confusing weird strange ugly unrealistic realistic disaster meaningless pointless hurt hurts harm harms lose loses bloat bloated complicated complex complexity expensive risky dangerous hazard misleading wrong worse weaker crazy mess painful nightmare hacky clunky brittle excessive heavy valuable useful unhappy frustration breakage trouble hate prefer rather see worth need doubt doubts doubtful fear fears feel feels objects reluctant except justified enough burned hostile debate debated sense nobody point disagree odds contested sure right strongly record lock punish punishes opposite argument defeats problem issue waste shouldn wouldn isn doesn don",
  ],
  [
    Cue.ended,
    "quarrel dispute disagreement row settled sorted resolved resolve closed withdrew withdraws withdrawn gave dropped takes took agrees agreed sides sided came answered summary outcomes conclusions agreements let lets lifted lifts waived waives drops given gives",
  ],
];

/** Pairs of words: the first ones, the second ones. */
const pairsByCue: readonly (readonly [number, string, string])[] = [
  [Cue.weWill, "we engineering product", "will ll shall won re are have ve not"],
  [
    Cue.negative,
    "t not cannot",
    "live like love want really support buy think a in on supportive keen thrilled satisfied trust accept",
  ],
  [Cue.notKnown, "not t don", "clear sure know known certain decided yet"],
  [
    Cue.toBeDone,
    "be been",
    "agreed announced named chosen specified discussed brainstormed finalised finalized decided determined defined figured worked seen clarified confirmed answered resolved settled known",
  ],
  [Cue.toMake, "to", "make decide call"],
  [Cue.commit, "let", "s us"],
  [Cue.settles, "sounds seems looks", "like"],
  [Cue.against, "than", "necessary needed warranted justified"],
  [Cue.commit, "moving landing we can", "ahead forward it this that since as because close just now then safely"],
  [Cue.dispose, "put called", "on off"],
  [Cue.change, "is are therefore hence has have", "now moved switched migrated"],
  [Cue.change, "our the", "new"],
  [Cue.change, "steps stepped stepping takes taking", "down over"],
  [Cue.object, "anyone anybody people folks everyone group wg cg committee here", "object mind"],
  [Cue.object, "objects", "to strongly"],
  [Cue.object, "i we they he she strongly still really", "object"],
  [Cue.unclear, "up", "in for"],
];

const size = 4096;
const hashes = new Int32Array(size);
const flags = new Int32Array(size);
const firsts = new Int32Array(size);
const seconds = new Int32Array(size);
for (const [cue, words] of wordsByCue) for (const word of words.split(" ")) flags[slotOf(word)]! |= cue;
pairsByCue.forEach(([, first, second], index) => {
  for (const word of first.split(" ")) firsts[slotOf(word)]! |= 1 << index;
  for (const word of second.split(" ")) seconds[slotOf(word)]! |= 1 << index;
});

/** The table's place for a word, taken if it was free. */
function slotOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = step(hash, word.charCodeAt(index));
  hash |= 1;
  let at = hash & (size - 1);
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (size - 1);
  hashes[at] = hash;
  return at;
}

function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/**
 * The families of words in `text`, as bits of `Cue`, and `Cue.mark` where it holds a question mark. A word of another family with the
 * same hash only costs a closer look.
 */
export function cuesOf(text: string): number {
  let found = 0;
  let hash = 0;
  let before = 0;
  const length = text.length;
  for (let index = 0; index <= length; index += 1) {
    const code = index < length ? text.charCodeAt(index) : 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      hash = step(hash, code);
    } else if (code >= 65 && code <= 90) {
      hash = step(hash, code + 32);
    } else if (code === 45 && hash === 0) {
      hash = step(hash, code);
    } else {
      if (code === 63) found |= Cue.mark;
      if (hash === 0) continue;
      const word = hash | 1;
      hash = 0;
      let at = word & (size - 1);
      while (hashes[at] !== word && hashes[at] !== 0) at = (at + 1) & (size - 1);
      if (hashes[at] === 0) {
        before = 0;
        continue;
      }
      found |= flags[at]!;
      const pairs = before & seconds[at]!;
      if (pairs !== 0) found |= pairCues(pairs);
      before = firsts[at]!;
    }
  }
  return found;
}

function pairCues(pairs: number): number {
  let found = 0;
  for (let index = 0; index < pairsByCue.length; index += 1) {
    if ((pairs & (1 << index)) !== 0) found |= pairsByCue[index]![0];
  }
  return found;
}
