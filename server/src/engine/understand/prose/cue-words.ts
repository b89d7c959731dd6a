/**
 * Which families of telling words a text holds, found in one scan. Most text holds none, and is done with after this;
 * what holds some is looked at by the expressions that need them.
 */
export const Cue = {
  decide: 1,
  agree: 2,
  consensus: 4,
  approve: 8,
  vote: 16,
  need: 32,
  commit: 64,
  object: 128,
  concern: 256,
  oppose: 512,
  question: 1024,
  undecided: 2048,
  input: 4096,
  own: 8192,
  freeze: 16384,
  stage: 32768,
  propose: 65536,
  want: 131072,
  still: 262144,
} as const;

const wordsByCue: readonly (readonly [number, string])[] = [
  [
    Cue.decide,
    "decide decides decided deciding decision decisions undecided resolve resolved resolution resolutions chose chosen choose choosing opted settle settled landed picked selected verdict ruling conclusion concluded call calls outcome",
  ],
  [Cue.agree, "agree agreed agrees agreeing agreement aligned alignment disagree disagreed"],
  [Cue.consensus, "consensus unanimous unanimously"],
  [
    Cue.approve,
    "approve approved approves approval approvals accepted accept accepts adopted adopt adopts ratified ratify endorsed endorse rejected reject rejects declined declines turned withdrawn withdrew withdraws deprecated superseded elected appointed confirmed signed greenlit merged landed deferred postponed cancelled canceled dropped abandoned vetoed",
  ],
  [
    Cue.vote,
    "vote votes voted voting motion ballot poll quorum yeas abstain abstained abstention abstentions abstains",
  ],
  [Cue.need, "need needs needed must pending awaiting waiting yet required tbd whether remains"],
  [
    Cue.commit,
    "will won going ll won't shall let's lets proceed sticking moving go plan planning stopped agreed keep commit committed",
  ],
  [
    Cue.object,
    "object objects objected objecting objection objections dispute disputes disputed disputing veto vetoes block blocks blocked blocking blocker",
  ],
  [
    Cue.concern,
    "concern concerns concerned worry worries worried worrying uncomfortable reservations reservation skeptical sceptical skepticism scepticism hesitant reluctant reluctance unhappy pushback unconvinced unease uneasy contentious controversial contested wary nervous",
  ],
  [
    Cue.oppose,
    "oppose opposes opposed opposing opposition against disagree disagrees disagreed disagreeing disagreement disagreements dissent dissents dissented dissenting camps split divided tension deadlock stalemate impasse conflicting competing unwilling refuses refused pushed resisted -1 differ differs differed insists insisted debate debated argued argues rather prefers prefer preferred moved views opinions minds sides schools",
  ],
  [Cue.question, "question questions wonder wondering wonders"],
  [
    Cue.undecided,
    "tbd unclear unknown undecided unresolved undetermined open determined decided answered clear settled outstanding",
  ],
  [Cue.input, "input feedback hear heard asked ask asks answer answered answers consult consulted opinion sign"],
  [
    Cue.own,
    "make owns owned own owner accountable behind backed backs back together joint jointly shared stand stands",
  ],
  [
    Cue.freeze,
    "freeze freezes freezing frozen debt corner corners shortcut shortcuts skip skipping workaround without deadline",
  ],
  [Cue.stage, "stage phase incubation sandbox graduated graduation advance advances advanced advancing promoted"],
  [
    Cue.propose,
    "propose proposes proposed proposing proposal recommend recommends recommended recommending suggest suggests suggested",
  ],
  [
    Cue.want,
    "want wants wanted says said thinks thought would favours favors favoured favored prefers preferred asked argues claims sees see saw think interpret mixed others like liked believe feel felt",
  ],
  [Cue.still, "still agreement agree nowhere neither unresolved open moved left holds stands"],
];

const size = 4096;
const hashes = new Int32Array(size);
const flags = new Int32Array(size);
for (const [cue, words] of wordsByCue) {
  for (const word of words.split(" ")) addWord(word, cue);
}

function addWord(word: string, cue: number): void {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = step(hash, word.charCodeAt(index));
  hash |= 1;
  let at = hash & (size - 1);
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (size - 1);
  hashes[at] = hash;
  flags[at] = (flags[at] as number) | cue;
}

function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The families of words in `text`, as bits of `Cue`. A word of another family with the same hash only costs a closer look. */
export function cuesOf(text: string): number {
  let found = 0;
  let hash = 0;
  const length = text.length;
  for (let index = 0; index <= length; index += 1) {
    const code = index < length ? text.charCodeAt(index) : 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      hash = step(hash, code);
    } else if (code >= 65 && code <= 90) {
      hash = step(hash, code + 32);
    } else if (code === 45 && hash === 0) {
      hash = step(hash, code);
    } else if (hash !== 0) {
      found |= lookUp(hash | 1);
      hash = 0;
    }
  }
  return found;
}

function lookUp(hash: number): number {
  let at = hash & (size - 1);
  for (;;) {
    const there = hashes[at];
    if (there === hash) return flags[at] as number;
    if (there === 0) return 0;
    at = (at + 1) & (size - 1);
  }
}
