import { applyBaseline, type Baseline } from "../baseline/baseline.js";
import type { BaselineFinding } from "../baseline/content.js";
import { parseBaseline } from "../baseline/file.js";
import type { ConfigurationProblem } from "../config/configuration-set.js";
import type { Settings } from "../config/settings.js";
import type { KnownDocument, PlanDocument } from "../index/document.js";
import { type ReadingSettings, readingSettings } from "../index/read-alone.js";
import { Workspace } from "../index/workspace.js";
import { sourceOf } from "../markdown/place.js";
import { checkDocument, type Finding, inspectDocument, type SuppressedFinding } from "../rules/check.js";
import { rules } from "../rules/registry.js";
import type { TextChange } from "../text/range.js";

export interface ServiceOptions {
  /** Today as a day number (see model/date.ts); the engine has no clock. */
  readonly today: number;
  /** Take every document for a planning document, READMEs and templates included (`--all`). */
  readonly allPlanning?: boolean;
}

/**
 * The engine behind the editor, the command line and the libraries: holds the documents of a workspace and answers what is
 * understood of them and what is wrong with them. Paths are relative to one root, with `/`; texts are without byte order mark.
 */
export class LockstepService {
  readonly workspace: Workspace;
  readonly #baselines = new Map<string, Baseline>();
  readonly #allPlanning: boolean;
  readonly #readingSettings = new WeakMap<Settings, ReadingSettings>();
  #concerned = new Set<string>();
  readonly #findings = new Map<string, readonly Finding[]>();

  constructor(options: ServiceOptions) {
    this.#allPlanning = options.allPlanning ?? false;
    this.workspace = new Workspace({ ...options, rules });
  }

  /** Adds a document, or replaces its text as a whole. */
  setDocument(path: string, text: string): void {
    this.workspace.setDocument(path, text);
  }

  /** Sets many, without reading those of which is known what that comes to. Gives way after each. */
  setDocuments(documents: readonly KnownDocument[]): Iterable<void> {
    return this.workspace.setDocuments(documents);
  }

  /** Applies changes in LSP order to a document that is there. */
  changeDocument(path: string, changes: readonly TextChange[]): void {
    this.workspace.changeDocument(path, changes);
  }

  /** Says that nobody edits a document for now: what only edits need is let go of, which is most of its memory. */
  rest(path: string): void {
    this.document(path)?.rest();
  }

  /** Says that somebody looks at a document, or edits it. */
  wake(path: string): void {
    this.document(path)?.wake();
    // They may stand in blocks that were not kept.
    this.#findings.delete(path);
  }

  deleteDocument(path: string): void {
    this.workspace.deleteDocument(path);
  }

  /** Sets, or with undefined removes, the configuration file at `path` (`.lockstep.yaml`, `package.json` …). */
  setConfiguration(path: string, text: string | undefined): void {
    this.workspace.setConfiguration(path, text);
  }

  /** What the editor's settings say, where no file speaks. */
  setEditorSettings(settings: unknown): void {
    this.workspace.setEditorSettings(settings);
  }

  /**
   * Sets, or with undefined removes, the text of the baseline file at `path`, for the documents whose configuration names it. What is wrong with
   * it comes back in words; a file that cannot be read accepts nothing.
   */
  setBaseline(path: string, text: string | undefined): string | undefined {
    const reading = text === undefined ? undefined : parseBaseline(text);
    if (reading && "baseline" in reading) this.#baselines.set(path, reading.baseline);
    else this.#baselines.delete(path);
    for (const document of this.workspace.documents.values()) {
      if (document.settings.baseline !== path) continue;
      this.#findings.delete(document.path);
      this.#concerned.add(document.path);
    }
    return reading && "problem" in reading ? reading.problem : undefined;
  }

  /** All findings of a document, those that a baseline accepts included. */
  allFindings(path: string): readonly Finding[] {
    const document = this.document(path);
    return document ? checkDocument(document, this.workspace, rules) : [];
  }

  /** Findings of a document that its comments suppress, with the reasons that they give. */
  suppressedFindings(path: string): readonly SuppressedFinding[] {
    const document = this.document(path);
    return document ? inspectDocument(document, this.workspace, rules).suppressed : [];
  }

  setToday(today: number): void {
    this.workspace.setToday(today);
  }

  /** What the configuration says of reading a document: the same object for documents of equal settings. */
  readingSettings(path: string): ReadingSettings {
    const settings = this.workspace.settingsFor(path);
    let found = this.#readingSettings.get(settings);
    if (!found) {
      found = readingSettings(settings, this.#allPlanning);
      this.#readingSettings.set(settings, found);
    }
    return found;
  }

  document(path: string): PlanDocument | undefined {
    return this.workspace.documents.get(path);
  }

  /** Findings of a document in the order of its text; none for what is no planning document. */
  findings(path: string): readonly Finding[] {
    this.#drop();
    let findings = this.#findings.get(path);
    if (!findings) {
      const document = this.document(path);
      findings = document ? this.#withoutAccepted(document, checkDocument(document, this.workspace, rules)) : [];
      if (document?.resting) document.rest();
      this.#findings.set(path, findings);
    }
    return findings;
  }

  /** What is wrong with configuration files, by path. */
  configurationProblems(): ReadonlyMap<string, readonly ConfigurationProblem[]> {
    return this.workspace.configurationProblems();
  }

  /**
   * Paths whose findings may have changed since the last call: the documents that changed, and those that speak of the same things.
   * Deleted documents are among them once.
   */
  takeConcerned(): ReadonlySet<string> {
    this.#drop();
    const concerned = this.#concerned;
    this.#concerned = new Set();
    return concerned;
  }

  #drop(): void {
    for (const path of this.workspace.takeConcerned()) {
      this.#findings.delete(path);
      this.#concerned.add(path);
    }
  }

  #withoutAccepted(document: PlanDocument, findings: readonly Finding[]): readonly Finding[] {
    const baseline = this.#baselines.get(document.settings.baseline ?? "");
    if (!baseline) return findings;
    return applyBaseline(findings, baseline, baselineContent, (path) => path === document.path).remaining;
  }
}

/** What a baseline remembers a finding by. */
export function baselineContent(finding: Finding): BaselineFinding {
  return { path: finding.document.path, rule: finding.rule, text: sourceOf(finding.place), message: finding.message };
}
