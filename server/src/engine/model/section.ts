import type { Place } from "../markdown/slot.js";
import type { DateValue } from "./date.js";
import type { Mention, Priority, StatusClass, Written } from "./facts.js";

export type DocumentKind = "charter" | "roadmap" | "decision" | "okr" | "hiring" | "notes" | "other";

/** What a heading says of everything below it. */
export interface Heading {
  readonly depth: number;
  /** As a reader sees it. */
  readonly text: string;
  readonly place: Place;
  /** What kind of passages stand below, where the heading tells ("decisions", "open questions", "options" …). */
  readonly role: SectionRole | undefined;
  readonly domainWords: readonly Written[];
  readonly owners: readonly Mention[];
  readonly date: DateValue | undefined;
  readonly priority: Priority | undefined;
  readonly status:
    | { readonly text: string; readonly class: StatusClass | undefined; readonly place: Place }
    | undefined;
}

/** What stands under a heading, by what the heading calls it. */
export type SectionRole =
  | "decision"
  | "decisions"
  | "decision-outcome"
  | "conclusion"
  | "status"
  | "disagreements"
  | "concerns"
  | "questions"
  | "resolved-questions"
  | "context"
  | "background"
  | "options"
  | "drivers"
  | "consequences"
  | "alternatives"
  | "drawbacks"
  | "non-goals"
  | "goals"
  | "process"
  | "actions"
  | "agenda"
  | "attendees"
  | "announcements"
  | "discussion"
  | "roadmap"
  | "priorities"
  | "milestones"
  | "objectives"
  | "key-results"
  | "hiring"
  | "headcount"
  | "budget"
  | "roles"
  | "values"
  | "risks"
  | "faq"
  | "history"
  | "design"
  | "references"
  | "links"
  | "summary"
  | "changelog"
  | "example"
  | "template"
  | "graduation";

/** Where a passage stands: the headings above it, outermost first. Shared by all facts of the section. */
export interface Section {
  readonly path: readonly Heading[];
  /** Days stated by the headings above, the innermost that says one; undefined leaves it to the document. */
  readonly date: DateValue | undefined;
}

/** What a document says of itself as a whole, from front matter, title, header fields and path. */
export interface DocumentHead {
  readonly kind: DocumentKind;
  /** Where kind or planning come from, in words for a person ("folder name `roadmaps`", "front matter `type: charter`"). */
  readonly because: string;
  readonly planning: boolean;
  /** Whether nothing but the folder makes it what it is. */
  readonly byFolder?: true;
  readonly title: Written | undefined;
  /** Domains as written in front matter, title or by configuration, with where they come from. */
  readonly domainWords: readonly {
    readonly text: string;
    readonly source: "front-matter" | "configuration" | "title" | "field" | "path";
  }[];
  readonly owners: readonly Mention[];
  /** The body whose minutes or records these are ("TSC meeting", "SIG Release"), where the head says so. */
  readonly body: string | undefined;
  readonly date: DateValue | undefined;
  /** A record's own status ("accepted", "implemented"), with its class for decisions. */
  readonly status:
    | {
        readonly text: string;
        readonly decision: "open" | "decided" | "rejected" | "superseded" | undefined;
        readonly place: Place;
      }
    | undefined;
  readonly id: string | undefined;
  /** The period that a plan covers, from front matter, title or header fields. */
  readonly period: DateValue | undefined;
  /** How the header says that sums are written: "in thousands of pounds" is 1,000 times the figure, in "£". */
  readonly sums?: { readonly scale: number; readonly unit: string } | undefined;
  /** Where a finding about the whole document goes: title, or the first line. */
  readonly place: Place;
}
