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
} as const;

const wordsByCue: readonly (readonly [number, string])[] = [
  [
    Cue.decide,
    "decide decides decided deciding decision decisions resolved resolution resolutions chose chosen opted settled landed verdict ruling concluded conclusion call outcome determined elected choosing opting electing concludes concluding leaning plan plans intention",
  ],
  [Cue.agree, "agree agreed agrees agreeing agreement disagree disagreed settle"],
  [Cue.consensus, "consensus unanimous unanimously"],
  [
    Cue.approve,
    "approve approved approves approval approvals accepted accept accepts adopted adopt adopts ratified ratify ratification endorsed rejected declined turned deprecated superseded elected appointed confirmed vetoed sanctioned passed deferred postponed tabled cancelled canceled selected picked authorized authorised rescinded nominated designated granted",
  ],
  [Cue.vote, "vote votes voted voting motion ballot abstain abstained abstention abstentions"],
  [Cue.pending, "pending awaiting waiting wait seeking requesting"],
  [Cue.commit, "going proceeding stopped dropped switched migrated discontinued abandoned let's lets"],
  [Cue.object, "objected objecting objection objections dispute disputes disputed veto vetoes vetoed"],
  [
    Cue.concern,
    "concern concerns concerned worry worries worried worrying uncomfortable reservations skeptical sceptical skepticism scepticism hesitant reluctant reluctance unhappy pushback unconvinced unease uneasy contentious controversial contested wary nervous resistance convinced comfortable happy opposition",
  ],
  [
    Cue.oppose,
    "bad terrible wrong opposite actively oppose opposes opposed opposing opposition against disagree disagrees disagreed disagreeing disagreement disagreements dissent camps schools split divided torn deadlock deadlocked stalemate impasse conflicting competing differing divergent unwilling refuses refused pushed pushing push -1 differ differs differed vary favour favor opposed",
  ],
  [Cue.question, "question questions"],
  [Cue.unclear, "tbd tbc unclear undecided unresolved undetermined unsure uncertain unknown unsettled"],
  [Cue.freeze, "freeze debt corner corners"],
  [Cue.stage, "stage phase incubation incubating sandbox graduated graduation"],
  [
    Cue.want,
    "wants wanted want prefers preferred insists insisted argues argued favours favors maintains rather refuses holds",
  ],
  [Cue.others, "others mixed divided"],
  [
    Cue.review,
    "revisit revisited review reviewed expires expire sunset reassess reassessed reconsider reconsidered reevaluate",
  ],
  [
    Cue.findOut,
    "figure figured clarify clarified investigate investigated determine determined work worked find understand explore explored confirm confirmed check checked",
  ],
  [
    Cue.ended,
    "settled resolved resolve closed withdrew withdraws withdrawn gave dropped takes took agrees agreed sides sided came answered summary outcomes conclusions agreements",
  ],
];

/** Pairs of words: the first ones, the second ones. */
const pairsByCue: readonly (readonly [number, string, string])[] = [
  [Cue.weWill, "we engineering product", "will ll shall won re are have ve not"],
  [Cue.negative, "t not", "like love want really support buy think a in on supportive keen thrilled satisfied"],
  [Cue.notKnown, "not t don", "clear sure know known certain decided yet"],
  [
    Cue.toBeDone,
    "be been",
    "decided determined defined figured worked seen clarified confirmed answered resolved settled known",
  ],
  [Cue.toMake, "to", "make decide call"],
  [Cue.object, "objects", "to strongly"],
  [Cue.object, "i we they he she strongly", "object"],
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
