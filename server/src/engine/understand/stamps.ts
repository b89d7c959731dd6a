/** A time of day as the source of an expression. */
export const clockSource = String.raw`(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?`;
const day = String.raw`\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?`;

/**
 * When something was said, as minutes write it before the words, as the source of an expression: a time ("[14:22]", "09:05 –", "10:15–10:30:"),
 * a day, or a day and a time, with the white space behind it.
 */
export const stampSource = String.raw`[([]?(?:${day}(?:[ ,T]{1,2}${clockSource})?|${clockSource}(?:\s?[–-]\s?${clockSource})?)[)\]]?[,:]?(?:\s[–—-])?\s+`;

const timed = new RegExp(
  String.raw`^[^\p{L}\p{N}([]{0,4}[([]?(?:${day}[ ,T]{1,2})?${clockSource}(?:\s?[–-]\s?${clockSource})?[)\]]?[,:]?(?:\s[–—-])?\s+`,
  "u",
);

/** Where the words begin behind the time that a text begins with; 0 where it begins with none. */
export function stampEnd(text: string): number {
  const code = text.charCodeAt(0);
  // Most texts begin with a letter.
  if (code >= 65 && code !== 0x5b) return 0;
  return timed.exec(text.length > 60 ? text.slice(0, 60) : text)?.[0].length ?? 0;
}
