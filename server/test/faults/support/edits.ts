import fc from "fast-check";
import { allFindings } from "../../../src/engine/service/check-output.js";
import { modelOutput } from "../../../src/engine/service/model-output.js";
import type { LockstepService } from "../../../src/engine/service/service.js";

/** What people type and paste, and what upsets the structure around it. */
const fragments = [
  ..."x .,:;-*_|#>[]()`~\\/@!?&=+0P\t",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "# ",
  "## Decisions\n\n",
  "## Open disagreements\n\n",
  "- ",
  "1. ",
  "  - Owner: @amelia\n",
  "- Status: resolved\n",
  "Status: accepted\n",
  "```\n",
  "~~~\n",
  "---\n",
  "===\n",
  "---\ntype: decision\nowner: amelia\n---\n",
  "<!-- ",
  "-->",
  "<div>\n",
  "<script>",
  "| a | b |\n| --- | --- |\n",
  "| Single sign-on | P0 |\n",
  "|-|-|\n",
  "We decided to ship weekly.",
  "This is an engineering decision, so we'll get Amelia's input before we proceed.",
  "Decision: ",
  "Disagreement: Product wants March, Engineering June.",
  "Open question: who runs it?\n",
  "Amelia objected. Priya still wants March.",
  "[x]: y\n",
  "[x]",
  "[x](../engineering/roadmap.md#sso)",
  "[^1]: note\n",
  "[^1]",
  "> ",
  "> [!WARNING]\n",
  "**",
  "~~dropped~~",
  "- [ ] ",
  "- [x] ",
  "P1",
  "Must",
  "TBD",
  "domain: engineering\n",
  "Owner: Priya Nair <@priya>\n",
  "1/2/2026",
  "31/12/2026",
  "end of Q3 2026",
  "2.5 FTE",
  "<!-- lockstep-disable-file -->\n",
  "<!-- lockstep-disable-next-line decision-without-domain -- known -->\n",
  "\u{1F680}",
  "\uFEFF",
  "\u202E",
  "\u200B",
  "\uD800",
  "\0",
  "\u2028",
  "Single sign-on (SSO)",
  "__proto__: x\n",
  "&amp;",
];

/** One thing that an author does. Places are fractions of the text, so that they fit any. */
export type Action =
  | {
      readonly kind: "edit";
      readonly document: number;
      readonly at: number;
      readonly remove: number;
      readonly insert: string;
    }
  | { readonly kind: "undo"; readonly steps: number }
  | { readonly kind: "line ends"; readonly document: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant("edit"),
  document: fc.nat(9),
  at: place,
  remove: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(8) },
    fc.nat(120),
    fc.constant(1e9),
  ),
  insert: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fragments) },
    { weight: 2, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 6 }).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
  ),
});
const undo: fc.Arbitrary<Action> = fc.record({ kind: fc.constant("undo"), steps: fc.integer({ min: 1, max: 12 }) });
const lineEnds: fc.Arbitrary<Action> = fc.record({ kind: fc.constant("line ends"), document: fc.nat(9) });

/** What an author does next: mostly edits, now and then a storm of undoing, or other line ends throughout. */
export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 30, arbitrary: edit },
  { weight: 3, arbitrary: undo },
  { weight: 1, arbitrary: lineEnds },
);

interface Step {
  readonly path: string;
  readonly offset: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Plays an author on the documents of a service, and knows what their texts have to be. */
export class Author {
  readonly texts: Map<string, string>;
  /** Changes made so far. */
  edits = 0;
  readonly #service: LockstepService;
  readonly #history: Step[] = [];

  constructor(service: LockstepService, documents: readonly { readonly path: string; readonly text: string }[]) {
    this.#service = service;
    this.texts = new Map(documents.map(({ path, text }) => [path, text]));
  }

  do(next: Action): void {
    if (next.kind === "undo") {
      for (let step = 0; step < next.steps; step += 1) this.#undo();
      return;
    }
    const paths = [...this.texts.keys()];
    const path = paths[next.document % paths.length] ?? "";
    const text = this.texts.get(path) ?? "";
    if (next.kind === "line ends") {
      const flipped = text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text.replaceAll("\n", "\r\n");
      this.#replace({ path, offset: 0, removed: text, inserted: flipped });
      return;
    }
    const offset = Math.floor(next.at * text.length);
    this.#replace({ path, offset, removed: text.slice(offset, offset + next.remove), inserted: next.insert });
  }

  #undo(): void {
    const last = this.#history.pop();
    if (!last) return;
    const { path, offset, removed, inserted } = last;
    this.#replace({ path, offset, removed: inserted, inserted: removed });
    this.#history.pop();
  }

  /** As editors do it: by a range, which cannot cut a line end in two. */
  #replace({ path, offset, removed, inserted }: Step): void {
    const markdown = this.#service.document(path)?.markdown;
    if (!markdown) throw new Error(`${path} is lost`);
    const range = { start: markdown.positionAt(offset), end: markdown.positionAt(offset + removed.length) };
    const [from, to] = [markdown.offsetAt(range.start), markdown.offsetAt(range.end)];
    const text = this.texts.get(path) ?? "";
    this.#history.push({ path, offset: from, removed: text.slice(from, to), inserted });
    this.texts.set(path, text.slice(0, from) + inserted + text.slice(to));
    this.#service.changeDocument(path, [{ range, text: inserted }]);
    this.edits += 1;
  }
}

/** Everything that a service says, as text. */
export function everythingOf(service: LockstepService): string {
  return JSON.stringify([allFindings(service), modelOutput(service.workspace, { root: "." })]);
}
