import type { Resolved } from "./merge.js";
import { joinPath } from "./paths.js";
import type { DocumentSettings, DomainSettings, PrioritySettings, RuleSettings, Settings } from "./settings.js";

const mostKept = 2_000;
const ruleOff: RuleSettings = { severity: "off", options: {} };

/** Makes settings of what layers say, and hands out the same object for the same settings. */
export class SettingsMaker {
  #made = new Map<string, unknown>();

  make(resolved: Resolved): Settings {
    const domains = this.#same("domains", resolved.domains.value);
    const document = this.#same("document", documentOf(resolved, domains));
    const priorities: PrioritySettings = { scale: resolved.scale.value ?? [], same: resolved.same.value ?? [] };
    const rules = this.#rulesOf(resolved);
    const { layer } = resolved.baseline;
    const parts = {
      domains,
      document,
      priorities: this.#same("priorities", priorities),
      fiscalYearStart: resolved.fiscalYearStart.value,
      dateOrder: resolved.dateOrder.value,
      rules,
      baseline:
        resolved.baseline.value === undefined ? undefined : joinPath(layer?.folder ?? "", resolved.baseline.value),
    };
    const key = JSON.stringify(["settings", { ...parts, rules: [...rules] }]);
    return this.#kept(key, () => ({ ...parts, rule: (id: string) => rules.get(id) ?? ruleOff }));
  }

  /** Forgets what was made once it is much: an editor's every keystroke in a configuration makes something. */
  trim(): void {
    if (this.#made.size > mostKept) this.#made = new Map();
  }

  #rulesOf(resolved: Resolved): Settings["rules"] {
    const entries = [...resolved.rules].map(([id, { severity, options }]): [string, RuleSettings] => {
      const values = [...options].map(([name, option]) => [name, option.value]);
      return [id, this.#same("rule", { severity: severity.value, options: Object.fromEntries(values) })];
    });
    return this.#kept(JSON.stringify(["rules", entries]), () => new Map(entries));
  }

  #same<T>(part: string, value: T): T {
    return this.#kept(JSON.stringify([part, value]), () => value);
  }

  #kept<T>(key: string, make: () => T): T {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key) as T;
  }
}

function documentOf(resolved: Resolved, domains: readonly DomainSettings[]): DocumentSettings {
  const entry = resolved.document.value;
  return {
    planning: entry?.planning,
    kind: entry?.kind,
    domain: entry?.domain === undefined ? undefined : domainNamed(entry.domain, domains),
  };
}

/** The name of the domain that a word means, whatever its case; undefined where it means none. */
export function domainNamed(word: string, domains: readonly DomainSettings[]): string | undefined {
  const wanted = word.trim().toLowerCase();
  const found =
    domains.find(({ name }) => name.toLowerCase() === wanted) ??
    domains.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted));
  return found?.name;
}
