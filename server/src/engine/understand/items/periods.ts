const number = String.raw`\d{1,3}(?:\.\d{1,3}){0,3}`;
const fiscal = String.raw`fy ?['’]?\d{2,4}`;
const part = "(?:[qh][1-4]|quarter [1-4]|half [12]|[1-4]q|[12]h)";
const several = String.raw`(?:\s?(?:[/,&+–-]|to|and)\s?${part}){0,3}`;
const horizon =
  "(?:(?:very |next |in the )?(?:short|near|mid|medium|long|longer|immediate)(?:[ -]to[ -](?:mid|medium|long))?[ -](?:term|range|run))";
const step = String.raw`(?:phase|milestone|sprint|iteration|cycle|wave|increment|year|month|week)s? (?:\d{1,3}|[ivx]{1,4}|one|two|three|four|five|six)(?:\s?[–-]\s?\d{1,3})?|m\d{1,2}`;
/** "1.2" alone is a release, "1.2: Costs" and "3.1.4 (shared)" are numbered parts. */
const decimal = String.raw`\d{1,3}(?:\.\d{1,3}){1,3}(?=\W*$|\s*\([^()]{0,16}\b20\d\d)`;
const release = String.raw`(?:(?:version|release|ver\.?) ?v?${number}|v ?${number}|${decimal})(?:[.-]?(?:x|(?:alpha|beta|rc|pre)[.-]?\d{0,3}))?(?: release)?`;
const season = String.raw`(?:(?:early|mid|late|spring|summer|autumn|fall|winter)[ -])(?:19|20)\d{2}`;
const open = String.raw`(?:beyond|after|post)[ -](?:${fiscal}|20\d{2})|20\d{2}\+|(?:future|upcoming|next|subsequent) (?:releases?|versions?|quarters?|sprints?|iterations?)`;

/**
 * The periods that plans head their parts with and that are no dates: fiscal years whose start nobody gave, quarters without a year, terms,
 * sprints, phases, releases. After one stands the end, a mark, or words in the manner of "goals".
 */
const period = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,6}(?:(?:planned |targets? |plans? |goals |roadmap |work )?(?:for|in) )?(${fiscal}[ -]?${part}${several}|${part}${several}[ -]?${fiscal}|${part}${several}|${fiscal}|${horizon}|${step}|${release}|${season}|${open})(?=\s*(?:$|[:–—(,|*·~-]|(?:goals?|plans?|priorities|roadmap|objectives|targets?|features?|improvements|initiatives|projects|work|items|milestones?)\W*$))`,
  "iu",
);
/** What a heading must hold to begin with one. */
const mayHold =
  /\d|term|range|run\b|future|upcoming|next|phase|milestone|sprint|iteration|cycle|wave|increment|year|month|week|quarter|half/i;
const longestPeriod = 60;

/** A period as a plan's heading names it ("FY27 Q2: Mobile", "Short term", "v2.0", "Sprint 12"), with where it stands in the text; undefined for others. */
export function wordedPeriod(
  text: string,
): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  const opening = text.slice(0, longestPeriod);
  if (!mayHold.test(opening)) return undefined;
  const match = period.exec(opening);
  if (!match?.[1]) return undefined;
  const start = match[0].length - match[1].length;
  return { text: match[1], start, end: match[0].length };
}
