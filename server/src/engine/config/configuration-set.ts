import type { Configuration } from "./configuration.js";
import { dataOf } from "./data.js";
import { domainNamed, SettingsMaker } from "./derive.js";
import { type Effective, effectiveOf } from "./effective.js";
import { placeKey } from "./fit.js";
import type { JsonSchema } from "./json-schema.js";
import { type Layer, matchesOf, resolveLayers } from "./merge.js";
import { nearestName } from "./nearest-name.js";
import { CONFIGURATION_FILE_NAMES, configurationFileName, folderOf, foldersAbove } from "./paths.js";
import { type ConfigurationProblem, readConfiguration, readSettings } from "./read.js";
import type { RuleDeclaration } from "./rule-declaration.js";
import { configurationSchema } from "./schema.js";
import type { Settings } from "./settings.js";
import { type ConfigurationEdit, turnedOff, turnOff } from "./turn-off.js";

export type { ConfigurationProblem } from "./read.js";

interface FileState {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** The last version that could be read; undefined where none could. */
  readonly layer: Layer | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

interface Chain {
  /** From the outermost to the nearest. */
  readonly layers: readonly Layer[];
  readonly settings: Map<string, Settings>;
}

/**
 * The configuration files of a workspace and the settings that they give each document (SPEC §4). Paths are from one origin, with `/`:
 * all absolute, or all relative to one root. A file that cannot be read as a whole keeps its last readable version in force.
 */
export class ConfigurationSet {
  readonly #rules: readonly RuleDeclaration[];
  readonly #schema: JsonSchema;
  readonly #files = new Map<string, FileState>();
  readonly #maker = new SettingsMaker();
  #editor: Layer | undefined;
  #chains = new Map<string, Chain>();
  #settings = new Map<string, Settings>();
  #problems: ReadonlyMap<string, readonly ConfigurationProblem[]> | undefined;

  constructor(rules: readonly RuleDeclaration[]) {
    this.#rules = rules;
    this.#schema = configurationSchema(rules);
  }

  /** Takes the text of a configuration file. A path of another name, and a `package.json` without the key, hold none. */
  set(path: string, text: string): void {
    if (configurationFileName(path) === undefined) return;
    const { present, configuration, problems, places } = readConfiguration(path, text, this.#schema);
    if (!present) {
      this.delete(path);
      return;
    }
    const folder = folderOf(path);
    const layer = configuration ? { path, folder, configuration, places } : this.#files.get(path)?.layer;
    this.#files.set(path, { path, folder, text, layer, problems });
    this.#changed();
  }

  delete(path: string): void {
    if (this.#files.delete(path)) this.#changed();
  }

  /** What the editor's settings `lockstep.*` say: data of any shape, in force below all files. Its patterns are relative to the origin. */
  setEditorSettings(settings: unknown): void {
    const configuration = readSettings(dataOf(settings), this.#schema);
    this.#editor = { path: undefined, folder: "", configuration, places: new Map() };
    this.#changed();
  }

  /** The folder whose documents a configuration file speaks of; undefined where the path is none. */
  concerns(path: string): string | undefined {
    return configurationFileName(path) === undefined ? undefined : folderOf(path);
  }

  /** What is in force for a document, whether or not there is one at that path. Equal settings are the same object. */
  settingsFor(documentPath: string): Settings {
    let settings = this.#settings.get(documentPath);
    if (!settings) {
      settings = this.#resolve(documentPath);
      this.#settings.set(documentPath, settings);
    }
    return settings;
  }

  /** The settings of a document with the source of each value. */
  effective(documentPath: string): Effective {
    const { layers } = this.#chainOf(folderOf(documentPath));
    return effectiveOf(documentPath, resolveLayers(layers, matchesOf(layers, documentPath), this.#rules));
  }

  /** Paths of the files in force for a document, the nearest first. */
  filesFor(documentPath: string): readonly string[] {
    const { layers } = this.#chainOf(folderOf(documentPath));
    return layers.flatMap(({ path }) => path ?? []).reverse();
  }

  /**
   * The edit that turns a rule off for a document and whatever else its file speaks of: in the file that sets the rule, else in the outermost
   * one in force, else in a new one. Undefined where an override sets it, or the file cannot be edited.
   */
  turnOff(rule: string, documentPath: string): ConfigurationEdit | undefined {
    const { layers } = this.#chainOf(folderOf(documentPath));
    const resolved = resolveLayers(layers, matchesOf(layers, documentPath), this.#rules);
    const source = resolved.rules.get(rule)?.severity;
    if (source === undefined || source.place[0] === "overrides") return undefined;
    const path = source.layer?.path ?? this.filesFor(documentPath).at(-1);
    if (path === undefined)
      return { path: CONFIGURATION_FILE_NAMES[0], creates: true, start: 0, end: 0, newText: turnedOff(rule) };
    const key = configurationFileName(path) === "package.json" ? "lockstep" : undefined;
    const edit = turnOff(this.#files.get(path)?.text ?? "", rule, key);
    return edit && { path, creates: false, ...edit };
  }

  /** Texts of the configuration files, by path. */
  texts(): ReadonlyMap<string, string> {
    return new Map([...this.#files.values()].map(({ path, text }) => [path, text]));
  }

  /** What is wrong with the files in force, by path; a file without problems is not listed. */
  problems(): ReadonlyMap<string, readonly ConfigurationProblem[]> {
    this.#problems ??= this.#findProblems();
    return this.#problems;
  }

  #changed(): void {
    this.#chains = new Map();
    this.#settings = new Map();
    this.#problems = undefined;
    this.#maker.trim();
  }

  #resolve(documentPath: string): Settings {
    const chain = this.#chainOf(folderOf(documentPath));
    const matches = matchesOf(chain.layers, documentPath);
    let settings = chain.settings.get(matches.key);
    if (!settings) {
      settings = this.#maker.make(resolveLayers(chain.layers, matches, this.#rules));
      chain.settings.set(matches.key, settings);
    }
    return settings;
  }

  #chainOf(folder: string): Chain {
    let chain = this.#chains.get(folder);
    if (!chain) {
      const files: Layer[] = [];
      for (const above of foldersAbove(`${folder}/`)) {
        const layer = this.#fileOf(above)?.layer;
        if (layer?.configuration.root) files.length = 0;
        if (layer) files.push(layer);
      }
      chain = { layers: this.#editor ? [this.#editor, ...files] : files, settings: new Map() };
      this.#chains.set(folder, chain);
    }
    return chain;
  }

  #fileOf(folder: string): FileState | undefined {
    for (const name of CONFIGURATION_FILE_NAMES) {
      const file = this.#files.get(folder === "" ? name : `${folder}/${name}`) ?? this.#files.get(`${folder}/${name}`);
      if (file) return file;
    }
    return undefined;
  }

  #findProblems(): ReadonlyMap<string, readonly ConfigurationProblem[]> {
    const problems = new Map<string, readonly ConfigurationProblem[]>();
    for (const file of this.#files.values()) {
      if (this.#fileOf(file.folder) !== file) continue;
      const found = [...file.problems, ...this.#unknownDomains(file)];
      if (found.length > 0) problems.set(file.path, found);
    }
    return problems;
  }

  /** A domain that `documents` names may come from another file, so it is looked up in what is in force. */
  #unknownDomains({ folder, layer }: FileState): ConfigurationProblem[] {
    const documents: Configuration["documents"] = layer?.configuration.documents ?? [];
    const problems: ConfigurationProblem[] = [];
    documents.forEach(({ domain }, index) => {
      const { domains } = this.settingsFor(folder === "" ? "" : `${folder}/`);
      if (domain === undefined || domainNamed(domain, domains) !== undefined) return;
      const range = layer?.places.get(placeKey(["documents", index, "domain"]));
      if (!range) return;
      const names = domains.map(({ name }) => name);
      const nearest = nearestName(domain, names);
      const hint = nearest ? `Did you mean \`${nearest}\`?` : `The domains are ${names.join(", ")}.`;
      problems.push({ range, message: `No domain is called “${domain}”. ${hint}`, replacement: undefined });
    });
    return problems;
  }
}
