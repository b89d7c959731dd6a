import type { SectionRole } from "../../model/section.js";
import { sectionNames } from "./section-names.js";

const roleByName: ReadonlyMap<string, SectionRole> = new Map(
  Object.entries(sectionNames).flatMap(([role, lists]) =>
    lists.flatMap((list) => list.split("|").map((name) => [name, role as SectionRole] as const)),
  ),
);

/** Words before a section's name that leave its meaning as it is. "Resolved", "rejected" and "non" are none of them. */
const qualifiers = new Set(
  (
    "a an the our my your their its all any some other more new old main key major minor core top current currently recent latest " +
    "existing initial final overall general specific detailed high low level proposed possible potential planned expected future upcoming " +
    "further additional remaining outstanding open pending unresolved important relevant joint shared common team company group org " +
    "organisation organization quarterly annual yearly monthly weekly daily half year strategic technical business customer user public " +
    "internal external important list of summary notes on about for this next last previous draft updated and important big known local global " +
    "regular project program programme release security architecture architectural list next's year's quarter's month's week's today's " +
    "preliminary provisional tentative rough estimated anticipated month months"
  ).split(" "),
);

const plurals: readonly (readonly [string, SectionRole])[] = [
  ["decisions", "decisions"],
  ["disagreements", "disagreements"],
  ["questions", "questions"],
];
const processWords = new Set(
  "how who making makers process rights are why when we ask get gets sticky resolve resolving handle handling not no nor never without neither".split(
    " ",
  ),
);

/** "Decisions still to make", "Two questions left": the plural anywhere in a short heading, unless it tells how they are made. */
function byPlural(words: readonly string[]): SectionRole | undefined {
  if (words.length > 6 || words.some((word, at) => processWords.has(word) && !isHeld(words, at))) return undefined;
  return plurals.find(([plural]) => words.includes(plural))?.[1];
}

/** "Disagreements we carry": the "we" of those who have them, not of how they handle them. */
function isHeld(words: readonly string[], at: number): boolean {
  return words[at] === "we" && /^(?:carry|have|hold|keep|know|share|face|still|left)$/.test(words[at + 1] ?? "");
}

/** Words that qualify a name only where another qualifier or the name itself follows; longest names first. */
const longestName = 6;

/** "Things we cannot agree on", "Where the two leads still disagree": a register by what it holds. */
const notAgreed =
  /^(?:the |our |all |some |open )?(?:what|where|things|points|matters|topics)(?: (?:that|which|on which))? (?:we|they|(?:the )?(?:two |three |four )?(?:leads|teams|groups|sides|of us)) (?:(?:do not|don't|cannot|can't|could not|have not|haven't)(?: yet| all| always)? (?:agree|agreed|settled)|(?:still )?(?:disagree|differ))(?: yet)?(?: (?:on|about|over))?$/;

const apart =
  "(?:not(?: (?:yet|all|always))? (?:of (?:one|the same|a single) (?:mind|opinion|view)|at one|agreed|aligned|in agreement)|of (?:two|several|different|divided) (?:minds|opinions|views)|(?:still )?(?:divided|split|at odds|far apart))";
/** "Where we are not of one mind", "Where opinions differ", "Sticking points": the same without the word. */
const ofManyMinds = new RegExp(
  `^(?:(?:the |our |all |open )?(?:what|where|things|points|matters|topics) (?:(?:that|which|on which) )?(?:we|they|(?:the )?(?:two |three |four )?(?:leads|teams|groups|sides|of us)) (?:are|were) (?:still |as yet )?${apart}(?: (?:on|about|over))?|(?:where|on what|points on which) (?:the |our )?(?:opinions|views|minds|positions) (?:still )?(?:differ|diverge|part|clash)|(?:the |our |open )?(?:sticking points|bones of contention|points of contention|contested points|points in dispute))$`,
);
/** "How we ranked", "How this order came about": the steps by which a list was made are none of its entries. */
const howSorted =
  /^how (?:(?:we|i|they|you|it|the leads) (?:then |have |all )?(?:rank|ranked|order|ordered|sort|sorted|score|scored|weigh|weighed|count|counted|vote|voted|priorit|drew|draw|made|make|arrived|got)|(?:the |this |that |our )?(?:\p{L}+ )?(?:list|order|ranking|rank|priorities|levels|scores?) (?:is|are|was|were|came|comes|works?|gets?|got)(?: |$))/u;

/** The role of a normalised heading, or undefined. Tries the whole, then without qualifiers in front, then without what follows. */
export function roleOfName(name: string): SectionRole | undefined {
  const words = name.split(" ");
  if (words.length > 10) return undefined;
  const named = withoutQualifiers(words) ?? withoutTail(words) ?? byPlural(words);
  if (named) return named;
  if (notAgreed.test(name) || ofManyMinds.test(name)) return "disagreements";
  return howSorted.test(name) ? "process" : undefined;
}

function withoutQualifiers(words: readonly string[]): SectionRole | undefined {
  for (let from = 0; from < words.length; from += 1) {
    const role = roleByName.get(words.slice(from).join(" "));
    if (role) return role;
    const word = words[from] ?? "";
    if (!qualifiers.has(word) && !/^(?:q[1-4]|h[12]|\d+|fy\d+(?:q[1-4])?)$/.test(word)) return undefined;
  }
  return undefined;
}

const tailStarts = new Set(
  "for of in on from by to with at during until per this next and or about as under around over across".split(" "),
);

/** "Headcount, H2 2026", "Key results, second quarter": the time after a name leaves its meaning as it is. */
const periodStart =
  /^(?:q[1-4]|h[12]|fy ?\d{2,4}|20\d\d|(?:first|second|third|fourth|last|next) (?:half|quarter)|(?:spring|summer|autumn|fall|winter) 20\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december) 20\d\d)(?: |$)/;

/** "Decisions from the offsite", "Goals for Q3", "Risks and mitigations": the name before the first linking word decides. */
function withoutTail(words: readonly string[]): SectionRole | undefined {
  const limit = Math.min(words.length - 1, longestName);
  for (let to = limit; to >= 1; to -= 1) {
    const linked = tailStarts.has(words[to] ?? "");
    if (!linked && !periodStart.test(words.slice(to, to + 2).join(" "))) continue;
    const role = withoutQualifiers(words.slice(0, to));
    // "OKRs Q2 2027" is the title of a whole document, in which not all is an objective.
    if (role && (linked || role !== "objectives")) return role;
  }
  return undefined;
}
