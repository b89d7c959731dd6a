import { applyBaseline, type Baseline } from "../engine/baseline/baseline.js";
import { parseBaseline } from "../engine/baseline/file.js";
import { sourceOf } from "../engine/markdown/place.js";
import type { Finding } from "../engine/rules/check.js";
import { configurationFindings, type FindingOutput, findingOutput } from "../engine/service/check-output.js";
import { limitNote } from "../engine/service/limit-note.js";
import { baselineContent, LockstepService, type ServiceOptions } from "../engine/service/service.js";
import type { EvaluatedFinding, Evaluation, SilencedFinding, StaleBaselineEntry } from "./evaluation.js";
import { Origin } from "./origin.js";
import { sorted } from "./paths.js";
import { type PlacedSource, type ReadingOptions, Readings } from "./readings.js";
import type { Sources, SourceText } from "./sources.js";

/** Reads a file that configuration names, by its path relative to the root; undefined where it cannot be read. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** Told how far a long reading is, from 0 to `total`. */
export type Progress = (done: number, total: number) => void;

/** Keeps a service in step with texts, and evaluates them: again and again at the cost of what changed. */
export class Evaluator {
  readonly #options: ServiceOptions & ReadingOptions;
  #readings: Readings;
  #service: LockstepService;
  #origin: Origin | undefined;
  #texts = new Map<string, string>();
  #baselines = new Map<string, Baseline>();
  #baselinePaths: readonly string[] = [];
  #baselineProblems: { path: string; problem: string }[] = [];

  constructor(options: ServiceOptions & ReadingOptions) {
    this.#options = options;
    this.#readings = new Readings(options);
    this.#service = new LockstepService(options);
  }

  get service(): LockstepService {
    return this.#service;
  }

  /** Where the service's paths count from. Undefined before the first update. */
  get origin(): Origin | undefined {
    return this.#origin;
  }

  /** Takes the texts that there are now; configuration first, so that every document is read once. */
  async update(sources: Sources, readText: ReadText, progress: Progress = () => undefined): Promise<void> {
    const origin = new Origin(sources);
    if (this.#origin && this.#origin.folder !== origin.folder) this.#startAnew();
    this.#origin = origin;
    const texts = new Map<string, string>();
    const changed = (source: SourceText): string | undefined => {
      const path = origin.inside(source.path);
      if (path === undefined) return undefined;
      texts.set(path, source.text);
      return this.#texts.get(path) === source.text ? undefined : path;
    };
    const configurationChanges = sources.configurations.map((source) => [changed(source), source.text] as const);
    const documentChanges = sources.documents.map((source) => [changed(source), source] as const);
    for (const path of this.#texts.keys()) {
      if (texts.has(path)) continue;
      this.#service.setConfiguration(path, undefined);
      this.#service.deleteDocument(path);
    }
    for (const [path, text] of configurationChanges) if (path !== undefined) this.#service.setConfiguration(path, text);
    await this.#updateBaselines(sources, origin, readText);
    await this.#setDocuments(
      documentChanges.flatMap(([path, source]) => (path === undefined ? [] : [{ path, source }])),
      progress,
    );
    this.#texts = texts;
  }

  /** Everything that is to be said of the texts. */
  evaluate(): Evaluation {
    const service = this.#service;
    const documents = sorted(service.workspace.documents.keys());
    const byPath = new Map<string, EvaluatedFinding[]>();
    for (const finding of configurationFindings(service)) {
      const path = this.#outside(finding.path);
      byPath.set(path, [...(byPath.get(path) ?? []), { ...this.#mapped(finding), source: "" }]);
    }
    const silenced: SilencedFinding[] = [];
    const stale: StaleBaselineEntry[] = [];
    let planning = 0;
    for (const path of documents) {
      const document = service.document(path);
      if (document?.head.planning) planning += 1;
      const findings = service.findings(path);
      if (findings.length > 0)
        byPath.set(
          this.#outside(path),
          findings.map((finding) => this.#evaluated(finding)),
        );
      if (document?.text.includes("lockstep-disable")) {
        for (const { finding, reason } of service.suppressedFindings(path))
          silenced.push({ finding: this.#evaluated(finding), by: "comment", reason: reason ?? null });
      }
      this.#applyBaseline(path, document?.settings.baseline, silenced, stale);
    }
    return {
      documents: planning,
      findings: sorted(byPath.keys()).flatMap((path) => byPath.get(path) ?? []),
      silenced,
      stale,
      ranked: documents.flatMap((path) => this.#rankedItems(path)),
      notes: documents.flatMap((path) => {
        const document = service.document(path);
        const note = document && limitNote(document);
        return note === undefined ? [] : [{ path: this.#outside(path), note }];
      }),
      baselineProblems: this.#baselineProblems,
      baselines: this.#baselinePaths,
    };
  }

  /** Keeps what documents were read as for the next run, if there is a place for it. */
  keepReadings(): void {
    this.#readings.keep(this.#service, this.#workspaceName());
  }

  async #setDocuments(documents: readonly PlacedSource[], progress: Progress): Promise<void> {
    let most = 0;
    const known = await this.#readings.of(documents, this.#service, this.#workspaceName(), (done, total) => {
      most = done;
      progress(done, total);
    });
    let done = 0;
    for (const _ of this.#service.setDocuments(known)) {
      // A text that changes is read as a whole: nothing here is edited.
      this.#service.rest(known[done]?.path ?? "");
      done += 1;
      if (done > most) progress(done, documents.length);
    }
  }

  /** Readings of the same documents under other options are kept apart: each run would drop those of the other. */
  #workspaceName(): string {
    return JSON.stringify([this.#origin?.folder, this.#options.allPlanning ?? false]);
  }

  #startAnew(): void {
    this.#service = new LockstepService(this.#options);
    this.#readings = new Readings(this.#options);
    this.#texts = new Map();
    this.#baselines = new Map();
  }

  async #updateBaselines({ documents }: Sources, origin: Origin, readText: ReadText): Promise<void> {
    const paths = new Set(
      documents.flatMap((source) => {
        const path = origin.inside(source.path);
        return path === undefined ? [] : (this.#service.workspace.settingsFor(path).baseline ?? []);
      }),
    );
    this.#baselinePaths = sorted(paths).map((path) => origin.outside(path));
    this.#baselineProblems = [];
    for (const path of this.#baselines.keys()) {
      if (paths.has(path)) continue;
      this.#service.setBaseline(path, undefined);
      this.#baselines.delete(path);
    }
    for (const path of sorted(paths)) {
      const text = await readText(origin.outside(path));
      const problem = this.#service.setBaseline(path, text);
      if (problem !== undefined) this.#baselineProblems.push({ path: origin.outside(path), problem });
      const reading = text === undefined ? undefined : parseBaseline(text);
      if (reading && "baseline" in reading) this.#baselines.set(path, reading.baseline);
      else this.#baselines.delete(path);
    }
  }

  #applyBaseline(
    path: string,
    baselinePath: string | undefined,
    silenced: SilencedFinding[],
    stale: StaleBaselineEntry[],
  ): void {
    const own = this.#baselines.get(baselinePath ?? "")?.get(path);
    if (!own) return;
    const applied = applyBaseline(this.#service.allFindings(path), new Map([[path, own]]), baselineContent);
    for (const finding of applied.accepted)
      silenced.push({ finding: this.#evaluated(finding), by: "baseline", reason: null });
    for (const { rule, count } of applied.stale) stale.push({ path: this.#outside(path), rule, count });
  }

  #rankedItems(path: string): Evaluation["ranked"] {
    const document = this.#service.document(path);
    if (!document?.head.planning) return [];
    return document.facts.items.flatMap(({ title, id, priority }) =>
      priority ? [{ path: this.#outside(path), title, id: id ?? null, priority: priority.text }] : [],
    );
  }

  #evaluated(finding: Finding): EvaluatedFinding {
    return { ...this.#mapped(findingOutput(finding)), source: sourceOf(finding.place) };
  }

  /** The finding with paths relative to the root. */
  #mapped(finding: FindingOutput): FindingOutput {
    return {
      ...finding,
      path: this.#outside(finding.path),
      related: finding.related.map((related) => ({ ...related, path: this.#outside(related.path) })),
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, path: this.#outside(edit.path) })),
      })),
    };
  }

  #outside(path: string): string {
    return this.#origin?.outside(path) ?? path;
  }
}
