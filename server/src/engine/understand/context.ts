import type { DateSettings } from "../dates/options.js";
import type { Field, FieldName } from "../model/facts.js";
import type { DocumentHead, Section } from "../model/section.js";
import type { Unit } from "../reading/units.js";
import type { Words } from "./prose/statement.js";

/** What reading a document needs to know from outside of it. Two contexts that are the same object read alike. */
export interface ReadingContext {
  /** Path of the document relative to the root, with `/`. */
  readonly path: string;
  /** What configuration says of this document. `planning: undefined` leaves it to front matter, path and content. */
  readonly configured: {
    readonly planning: boolean | undefined;
    readonly kind: DocumentHead["kind"] | undefined;
    readonly domain: string | undefined;
  };
  readonly vocabulary: Vocabulary;
  readonly dates: DateSettings;
}

/** The words that name domains, as configuration gives them: what is written in documents is looked up here. */
export interface Vocabulary {
  /** Domain names, in the order of configuration. */
  readonly domains: readonly string[];
  /** Lower-cased word or phrase to domain name; holds the names themselves, and all aliases. */
  readonly domainByWord: ReadonlyMap<string, string>;
  /** Those of these words that name a domain only with a capital: what charters add are words of every day besides ("Data", "Hosting"). */
  readonly proper: ReadonlySet<string>;
  /** Explicit levels by lower-cased word where configuration gives a scale (`P0` → 0, `Must` → 0 …). */
  readonly priorityLevels: ReadonlyMap<string, number>;
}

/** How a section stands among the others of its document. */
export interface Outline {
  /** Whether headings below part it further, other than those of its details ("Risks", "Design"). */
  readonly parted: boolean;
  /** Whether most of the unparted sections beside it hold a list or a table. */
  readonly amongLists: boolean;
}

/** A stretch of units below one heading, with all that stands above it: what recognisers see. */
export interface SectionReading {
  readonly section: Section;
  readonly units: readonly ReadUnit[];
  readonly outline: Outline;
  readonly head: DocumentHead;
  readonly context: ReadingContext;
}

/** A unit with the fields that its labels, cells or markers give. The fields of one unit do not include those of its neighbours. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly fields: readonly Field[];
  /** The words of a paragraph, for recognisers of sentences; undefined for headings and rows. */
  readonly words?: Words | undefined;
}

/** The first field of that name that says something. */
export function fieldOf(fields: readonly Field[], ...names: readonly FieldName[]): Field | undefined {
  return fields.find((field) => field.value !== "" && names.includes(field.name));
}
