/**
 * Words for people that can be said in another language: English with numbered gaps, and what fills them. A template is at the same
 * time the key of its translation, as in VS Code's bundles.
 */
export interface Phrase {
  /** "Assign to {0}". */
  readonly template: string;
  readonly values: readonly PhraseValue[];
}

/** What fills a gap: words of documents stay as they are, a phrase is translated with the one around it. */
export type PhraseValue = string | number | Phrase;

/** Templates in another language, by the English ones. */
export type Translations = Readonly<Record<string, string>>;

/** Makes a phrase of a template: phrase`Assign to ${title}`. `npm run generate` finds these for the translators. */
export function phrase(parts: TemplateStringsArray, ...values: readonly PhraseValue[]): Phrase {
  return { template: parts.reduce((template, part, index) => `${template}{${index - 1}}${part}`), values };
}

/** A phrase in English, as the command line says it. */
export function english(said: Phrase): string {
  return inLanguage(said, {});
}

/** A phrase in the language of `translations`, and in English what these lack. */
export function inLanguage(said: Phrase, translations: Translations): string {
  const template = Object.hasOwn(translations, said.template) ? translations[said.template] : undefined;
  return (template ?? said.template).replace(/\{(\d+)\}/g, (gap, index: string) => {
    const value = said.values[Number(index)];
    if (value === undefined) return gap;
    return typeof value === "object" ? inLanguage(value, translations) : String(value);
  });
}

/** "A", "A and B", "A, B and C". */
export function listPhrase(words: readonly PhraseValue[]): Phrase {
  const last = words.at(-1) ?? "";
  const [first = "", ...others] = words.slice(0, -1);
  if (words.length <= 1) return phrase`${last}`;
  return phrase`${others.reduce<PhraseValue>((all, next) => phrase`${all}, ${next}`, first)} and ${last}`;
}
