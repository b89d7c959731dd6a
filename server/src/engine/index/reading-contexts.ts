import type { Settings } from "../config/settings.js";
import { buildVocabulary } from "../people/vocabulary.js";
import type { ReadingContext, Vocabulary } from "../understand/context.js";

/** What reading needs to know of configuration; documents of equal settings share one vocabulary. */
export class ReadingContexts {
  /** By the two parts of settings that it is made of. */
  readonly #vocabularies = new WeakMap<Settings["domains"], WeakMap<Settings["priorities"], Vocabulary>>();

  constructor(private readonly allPlanning: boolean) {}

  vocabularyFor(settings: Settings): Vocabulary {
    let ofDomains = this.#vocabularies.get(settings.domains);
    if (!ofDomains) {
      ofDomains = new WeakMap();
      this.#vocabularies.set(settings.domains, ofDomains);
    }
    let vocabulary = ofDomains.get(settings.priorities);
    if (!vocabulary) {
      vocabulary = buildVocabulary(settings.domains, settings.priorities);
      ofDomains.set(settings.priorities, vocabulary);
    }
    return vocabulary;
  }

  contextFor(path: string, settings: Settings): ReadingContext {
    const { planning, kind, domain } = settings.document;
    return {
      path,
      configured: { planning: this.allPlanning ? true : planning, kind, domain },
      vocabulary: this.vocabularyFor(settings),
      dates: { dateOrder: settings.dateOrder, fiscalYearStart: settings.fiscalYearStart },
    };
  }
}
