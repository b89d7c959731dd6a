import type { Settings } from "../config/settings.js";
import { type AddedDomain, buildVocabulary, extendedBy } from "../people/vocabulary.js";
import type { ReadingContext, Vocabulary } from "../understand/context.js";

/** What reading needs to know of configuration and of charters; documents of equal settings share one vocabulary. */
export class ReadingContexts {
  /** By the two parts of settings that it is made of. */
  readonly #vocabularies = new WeakMap<Settings["domains"], WeakMap<Settings["priorities"], Vocabulary>>();
  #extended = new WeakMap<Vocabulary, Vocabulary>();
  #added: readonly AddedDomain[] = [];
  #mention: RegExp | undefined;

  constructor(private readonly allPlanning: boolean) {}

  /** What charters add to the domains of configuration. */
  get added(): readonly AddedDomain[] {
    return this.#added;
  }

  set added(added: readonly AddedDomain[]) {
    this.#added = added;
    this.#extended = new WeakMap();
    this.#mention = added.length === 0 ? undefined : mentionOf(added);
  }

  /** Whether a text holds a word of theirs. */
  speaksOfAdded(text: string): boolean {
    return this.#mention?.test(text) ?? false;
  }

  /** The domains of configuration alone. */
  configuredFor(settings: Settings): Vocabulary {
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

  /** With those that charters add. */
  vocabularyFor(settings: Settings): Vocabulary {
    const configured = this.configuredFor(settings);
    let extended = this.#extended.get(configured);
    if (!extended) {
      extended = extendedBy(configured, this.#added);
      this.#extended.set(configured, extended);
    }
    return extended;
  }

  /** What a document is read with by itself. */
  contextFor(path: string, settings: Settings): ReadingContext {
    const { planning, kind, domain } = settings.document;
    return {
      path,
      configured: { planning: this.allPlanning ? true : planning, kind, domain },
      vocabulary: this.configuredFor(settings),
      dates: { dateOrder: settings.dateOrder, fiscalYearStart: settings.fiscalYearStart },
    };
  }
}

function mentionOf(added: readonly AddedDomain[]): RegExp {
  const words = added.flatMap(({ name, aliases }) => [name, ...aliases]);
  const literal = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}
