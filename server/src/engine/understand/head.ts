import type { MarkdownDocument } from "../markdown/document.js";
import { placeOfWords } from "../markdown/place.js";
import type { Place, Slot } from "../markdown/slot.js";
import type { DateValue } from "../model/date.js";
import type { Field, FieldName, Mention, Written } from "../model/facts.js";
import { ownerRoles } from "../model/owner-roles.js";
import type { DocumentHead, DocumentKind } from "../model/section.js";
import { isSame } from "../text/same.js";
import type { ReadingContext, ReadUnit } from "./context.js";
import { type Collected, type ContentKind, ContentSignals, kindOfContent, registerOf } from "./head/content.js";
import { entryOf, type FrontMatter, frontMatterFields, frontMatterOf } from "./head/front-matter-block.js";
import { type Header, headerFields, longestHeader, readHeader } from "./head/header.js";
import { isExcludedPath, isNeverByName, isTemplatePath, kindOfPath, stemOf } from "./head/path.js";
import { periodOfPath, periodWithoutYear } from "./head/period.js";
import { decisionStatusOf } from "./head/record-status.js";
import { dateOfHeader, dateOfPath, isMoment } from "./head/stated-date.js";
import { StatusHeadings, type StatusSection } from "./head/status-headings.js";
import { isFilledLikeTemplate } from "./head/template.js";
import { bodyOfTitle, kindOfTitle, kindOfType } from "./head/title.js";
import { toldOwners } from "./head/told-owners.js";
import { owningDomainWords } from "./headings.js";
import { sumsTold } from "./items/sums.js";
import { nameAlone, splitNames } from "./names.js";
import { listedNames, rejoined } from "./parted-names.js";
import { findDate } from "./values.js";

type UnitsOf = (slot: Slot) => readonly ReadUnit[];

/** What a document says of itself, again and again as it changes. */
export class DocumentHeads {
  readonly #signals: ContentSignals;
  readonly #statusHeadings: StatusHeadings;
  #last: { readonly seen: Seen; readonly head: DocumentHead } | undefined;

  constructor(
    private readonly context: ReadingContext,
    private readonly unitsOf: UnitsOf,
  ) {
    this.#signals = new ContentSignals(unitsOf, context);
    this.#statusHeadings = new StatusHeadings(unitsOf);
  }

  /** The head of the document, always the same one: the same object where nothing in it changed, so that the sections' facts stay good. */
  of(document: MarkdownDocument): DocumentHead {
    const seen: Seen = {
      first: firstSlot(document),
      header: document.slots.slice(0, longestHeader),
      status: this.#statusHeadings.in(document),
      signals: this.#signals.of(document),
    };
    if (this.#last && sameSeen(this.#last.seen, seen)) return this.#last.head;
    const read = new HeadReader(document, this.context, this.unitsOf, seen).read();
    const head = this.#last && isSame(this.#last.head, read) ? this.#last.head : read;
    this.#last = { seen, head };
    return head;
  }
}

/** All of a document that its head is read from: as long as these are the same, so is the head. */
interface Seen {
  readonly first: Slot;
  readonly header: readonly Slot[];
  /** Sections under a heading "Status". */
  readonly status: readonly StatusSection[];
  readonly signals: Collected;
}

function sameSeen(a: Seen, b: Seen): boolean {
  return a.first === b.first && a.signals === b.signals && isSame(a.header, b.header) && isSame(a.status, b.status);
}

/** The document's first block. */
function firstSlot({ slots }: MarkdownDocument): Slot {
  return slots.find((slot) => slot.type !== undefined) ?? slots[0]!;
}

interface Kind {
  readonly kind: DocumentKind;
  readonly because: string;
  readonly byFolder?: true;
}

interface KindAndPlanning extends Kind {
  readonly planning: boolean;
}

class HeadReader {
  readonly #frontMatter: FrontMatter | undefined;
  readonly #header: Header;
  /** Front matter first, then header labels: the first that speaks holds. */
  readonly #fields: readonly Field[];
  /** Those and what stands below a heading "Status", once asked for. */
  #recordFields: readonly Field[] | undefined;
  #contentKind: { readonly found: ContentKind | undefined } | undefined;

  constructor(
    private readonly document: MarkdownDocument,
    private readonly context: ReadingContext,
    private readonly unitsOf: UnitsOf,
    private readonly seen: Seen,
  ) {
    this.#frontMatter = frontMatterOf(document);
    this.#header = readHeader(document, context, unitsOf);
    this.#fields = [
      ...(this.#frontMatter ? frontMatterFields(this.#frontMatter) : []),
      ...headerFields(this.#header.units),
    ];
  }

  read(): DocumentHead {
    const title = this.#title();
    const kind = this.#kind(title?.text);
    return {
      ...kind,
      title,
      domainWords: this.#domainWords(kind.kind),
      owners: this.#owners(kind.kind),
      body: this.#body(kind.kind, title?.text),
      date: this.#date(kind.kind),
      status: this.#status(kind.kind),
      id: this.#id(kind.kind, title?.text),
      period: this.#period(kind.kind, title?.text),
      sums: sumsTold(this.#header.units),
      place: title?.place ?? this.#firstLine(),
    };
  }

  #title(): Written | undefined {
    const heading = this.#header.title;
    if (heading) {
      const text = heading.inline.text.trim();
      if (text !== "") return { text, place: { slot: heading.slot, start: heading.start, end: heading.end } };
    }
    return entryOf(this.#frontMatter, "title", "name", "feature-name")?.values[0];
  }

  #firstLine(): Place {
    const slot = this.seen.first;
    const end = slot.text.search(/[\r\n]/);
    return { slot, start: 0, end: end < 0 ? slot.text.length : end };
  }

  #kind(title: string | undefined): KindAndPlanning {
    const { configured, path } = this.context;
    const type = this.#type();
    const byPath = kindOfPath(path);
    const found = this.#kindOf(title, type, byPath);
    const planning = (value: boolean): KindAndPlanning => ({ ...found, planning: value });
    if (configured.planning !== undefined) return planning(configured.planning);
    if (isExcludedPath(path)) return { ...found, because: "in `node_modules`", planning: false };
    if (configured.kind !== undefined) return planning(true);
    if (isTemplatePath(path) || isFilledLikeTemplate(this.#fields, this.#frontMatter, title)) {
      return { ...found, because: "a template", planning: false };
    }
    if (type !== undefined || byPath) return planning(true);
    const content = this.#content(title);
    // A README or a changelog may hold a table of work to do; it is a plan where its title says so.
    const named = isNeverByName(path) && (title === undefined || kindOfTitle(title) === undefined);
    return planning(content?.sure === true && !named);
  }

  #kindOf(
    title: string | undefined,
    type: { kind: DocumentKind; text: string } | undefined,
    byPath: ReturnType<typeof kindOfPath>,
  ): Kind {
    const { configured } = this.context;
    if (configured.kind !== undefined) return { kind: configured.kind, because: "configuration" };
    if (type !== undefined) return { kind: type.kind, because: `front matter \`type: ${type.text}\`` };
    const byTitle = title === undefined ? undefined : kindOfTitle(title);
    if (byTitle && byTitle === byPath?.named) return { kind: byTitle, because: `title "${title}"` };
    const kept = byPath?.byFolder && !byPath.weak ? this.#keptInFolder(title, byPath.kind, byTitle) : undefined;
    if (kept) return kept;
    if (byPath && !byPath.weak) {
      const { kind, because, byFolder } = byPath;
      return byFolder && byTitle !== kind ? { kind, because, byFolder } : { kind, because };
    }
    if (byTitle && byPath) return { kind: byTitle, because: `title "${title}"` };
    const content = this.#content(title);
    const onBoard = content?.kind === "roadmap" && byPath?.kind === "notes";
    if (content && (!byPath || onBoard || (content.sure && !content.anywhere)))
      return { kind: content.kind, because: content.because };
    if (byPath) return { kind: byPath.kind, because: byPath.because };
    return { kind: "other", because: "nothing marks it as a planning document" };
  }

  /** What is kept in a folder and is not of its kind: a register of disagreements in any of them, minutes or a log among charters. */
  #keptInFolder(title: string | undefined, folder: DocumentKind, titled: DocumentKind | undefined): Kind | undefined {
    const register = registerOf(this.seen.signals, title);
    if (register) return { kind: register.kind, because: register.because };
    if (
      folder !== "charter" ||
      titled === undefined ||
      titled === "charter" ||
      this.#content(title)?.kind === "charter"
    )
      return undefined;
    return { kind: titled, because: `title "${title}"` };
  }

  #content(title: string | undefined) {
    this.#contentKind ??= { found: this.#readContent(title) };
    return this.#contentKind.found;
  }

  #readContent(title: string | undefined) {
    const names = new Set<FieldName>(this.#fields.map((field) => field.name));
    return kindOfContent(this.seen.signals, title, names);
  }

  #type(): { kind: DocumentKind; text: string } | undefined {
    for (const name of ["type", "kind", "doctype", "doc-type", "document-type"]) {
      const text = entryOf(this.#frontMatter, name)?.values[0]?.text;
      const kind = text === undefined ? undefined : kindOfType(text);
      if (text !== undefined && kind !== undefined) return { kind, text };
    }
    return undefined;
  }

  /** A record says whose it is below its heading "Status" as well. */
  #fieldsOfAll(kind: DocumentKind): readonly Field[] {
    if (kind !== "decision") return this.#fields;
    this.#recordFields ??= [...this.#fields, ...headerFields(this.#statusUnits())];
    return this.#recordFields;
  }

  #domainWords(kind: DocumentKind): DocumentHead["domainWords"] {
    const words: { text: string; source: DocumentHead["domainWords"][number]["source"] }[] = [];
    if (this.context.configured.domain !== undefined) {
      words.push({ text: this.context.configured.domain, source: "configuration" });
    }
    for (const field of this.#fieldsOfAll(kind)) {
      if (field.name !== "domain" || field.value === "") continue;
      const source = field.form === "front-matter" ? "front-matter" : "field";
      for (const text of listedNames(field.value, this.context.vocabulary)) words.push({ text, source });
    }
    if (words.length > 0) return words;
    const title = this.#title();
    const inTitle = title ? owningDomainWords(title.text, this.context) : [];
    if (inTitle.length > 0) return inTitle.map((word) => ({ text: word.text, source: "title" as const }));
    return domainsOfPath(this.context).map((text) => ({ text, source: "path" as const }));
  }

  #owners(kind: DocumentKind): readonly Mention[] {
    const named = this.#fieldsOfAll(kind)
      .filter((field) => ownerFields.has(field.name) && field.value !== "")
      .flatMap((field) => mentionsOf(field));
    const told = named.length === 0 && kind === "decision" ? toldOwners(this.#header.units) : [];
    return rejoined([...named, ...told], this.context.vocabulary);
  }

  #body(kind: DocumentKind, title: string | undefined): string | undefined {
    const named = entryOf(this.#frontMatter, "body", "group", "committee", "meeting", "working-group", "sig")?.values[0]
      ?.text;
    if (named !== undefined) return named;
    if (kind !== "notes" && kind !== "charter") return undefined;
    return title === undefined ? undefined : bodyOfTitle(title);
  }

  #date(kind: DocumentKind): DateValue | undefined {
    for (const name of ["date", "since"]) {
      for (const field of this.#fieldsOfAll(kind)) {
        if (field.name !== name || field.value === "") continue;
        const date = findDate(field.value, this.context)?.value;
        if (date) return date;
      }
    }
    const titleText = this.#title()?.text;
    const inTitle = titleText === undefined ? undefined : findDate(titleText, this.context)?.value;
    if (inTitle && isMoment(inTitle)) return inTitle;
    return dateOfHeader(this.#header.units, this.context) ?? dateOfPath(this.context);
  }

  #status(kind: DocumentKind): DocumentHead["status"] {
    const field = this.#fields.find((candidate) => candidate.name === "status" && candidate.value !== "");
    if (field) return { text: field.value, decision: decisionStatusOf(field.value), place: field.place };
    if (kind !== "decision" && kind !== "other" && kind !== "charter") return undefined;
    const texts = this.#statusUnits().flatMap(({ unit }) => (unit.kind === "paragraph" ? [unit] : []));
    const first = texts[0];
    if (!first) return undefined;
    const statuses = texts.map((unit) => decisionStatusOf(unit.inline.text));
    if (!statuses.some((status) => status !== undefined) && first.inline.text.length > 40) return undefined;
    if (first.inline.text.length > longestStatus) return undefined;
    const unit = texts[Math.max(statuses.indexOf("superseded"), 0)] ?? first;
    const decision = statuses.includes("superseded") ? "superseded" : statuses.find((status) => status !== undefined);
    return { text: unit.inline.text.trim(), decision, place: { slot: unit.slot, start: unit.start, end: unit.end } };
  }

  /** What stands under the first heading "Status" behind the header. */
  #statusUnits(): readonly ReadUnit[] {
    const from = this.document.slots[this.#header.end]?.offset ?? Number.POSITIVE_INFINITY;
    const section = this.seen.status.find(({ heading }) => heading.offset >= from);
    return section?.slots.flatMap((slot) => this.unitsOf(slot)) ?? [];
  }

  #id(kind: DocumentKind, title: string | undefined): string | undefined {
    const entry = entryOf(
      this.#frontMatter,
      "id",
      "adr",
      "rfc",
      "kep-number",
      "number",
      "jep-number",
      "pep",
      "fip",
      "eip",
      "ref",
      "reference",
      "decision-id",
    );
    if (entry?.values[0]) return entry.values[0].text;
    const labelled =
      kind === "decision" ? this.#fields.find((field) => field.name === "id" && ticket.test(field.value)) : undefined;
    if (labelled) return labelled.value.trim();
    const inTitle =
      title === undefined
        ? undefined
        : /^\W*((?:ADR|RFC|KEP|JEP|PEP|CEP|FIP|EIP|BIP|NEP|SLEP|GEP|TEP|RFD|DR)[-\s#]*\d+)\b/i.exec(title)?.[1];
    if (inTitle !== undefined) return inTitle;
    if (kind !== "decision") return undefined;
    const stem = stemOf(this.context.path);
    if (/^(?:19|20)\d{2}(?:-|$)|^20\d{6}/.test(stem)) return undefined;
    return /^((?:[A-Za-z]{2,5}[-_]?)?\d{1,6})(?=[-_. ]|$)/.exec(stem)?.[1];
  }

  #period(kind: DocumentKind, title: string | undefined): DateValue | undefined {
    for (const field of this.#fields) {
      if (field.name !== "period" || field.value === "") continue;
      const date = findDate(field.value, this.context)?.value;
      if (date) return date;
    }
    const entry = entryOf(this.#frontMatter, "quarter", "half", "year", "cycle", "planning-period");
    const inEntry = entry?.values[0] ? findDate(entry.values[0].text, this.context)?.value : undefined;
    if (inEntry) return inEntry;
    if (kind === "decision" || kind === "notes") return undefined;
    const inTitle = title === undefined ? undefined : findDate(title, this.context)?.value;
    // "Board meeting, June 2026" says when they met, not what they planned for.
    const met = inTitle?.grain === "month" && /\b(?:meeting|update|report|slides|review|board)\b/i.test(title ?? "");
    if (met) return undefined;
    if (inTitle && inTitle.grain !== "day") return inTitle;
    const inPath = periodOfPath(this.context);
    return periodWithoutYear(title ?? "", inPath, this.#date(kind), this.context) ?? inPath;
  }
}

const ownerFields: ReadonlySet<FieldName> = new Set<FieldName>([...ownerRoles, "team"]);

const ticket = /^\s*[A-Z]{1,8}-\d{1,5}\s*$/;

/** A Status section that tells a story is no status. */
const longestStatus = 200;

function mentionsOf(field: Field): Mention[] {
  return splitNames(field.value).flatMap((part) => {
    const text = nameAlone(part.text);
    return text === "" ? [] : [{ text, place: placeOfWords(text, field.place), role: field.name }];
  });
}

function domainsOfPath(context: ReadingContext): string[] {
  const segments = [...context.path.split("/").slice(0, -1), stemOf(context.path)];
  for (const segment of segments.reverse()) {
    const words = segment.toLowerCase().split(/[^\p{L}\p{N}&]+/u);
    const whole = words.join(" ");
    const found = context.vocabulary.domainByWord.has(whole)
      ? [whole]
      : words.filter((word) => context.vocabulary.domainByWord.has(word));
    if (found.length > 0) return found;
  }
  return [];
}
