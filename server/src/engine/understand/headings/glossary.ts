const glossary =
  /^\W{0,3}(?:the |our |an? |short |small ){0,2}(?:glossary|dictionary|lexicon|terminology|nomenclature|vocabulary|abbreviations|acronyms|definitions|terms|words)(?: (?:and|&|or|,) (?:\p{L}+ )?(?:terms|definitions|abbreviations|acronyms|meanings?|words|phrases|what they mean))?(?: (?:of|for|in|on) (?:the |our )?[\p{L}\d -]{2,40}| (?:that )?we use(?: here)?| used(?: here)?| explained)?\W{0,3}$/iu;
/** "Terms of payment", "Words for the poster": a matter, and no list of words. */
const matter = /^\W{0,3}(?:the |our |an? |short |small ){0,2}(?:terms|words) (?:of|for|on)\b/iu;

/** Whether a title or heading stands over words and what they mean: what is called a decision there is only explained. */
export function isGlossary(text: string): boolean {
  return text.length <= 80 && glossary.test(text) && !matter.test(text);
}
