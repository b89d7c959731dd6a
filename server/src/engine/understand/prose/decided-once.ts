const decidedOnce =
  /\bwe(?: have|['’]ve) decided\b|\bwe (?:decided|agreed) on (?:the )?(?:\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec)|\bon (?:the )?\d[\w ./-]{2,16} we (?:decided|agreed)\b/;

/** "We have decided …", "We decided on 4 May …": a choice that was made, where most that stands around it tells how things are done. */
export function isDecidedOnce(lower: string): boolean {
  return decidedOnce.test(lower);
}
