import type { PrioritySettings } from "../config/settings.js";
import { isSame } from "../text/same.js";
import type { Vocabulary } from "../understand/context.js";
import { PriorityScales } from "../understand/priority-scales.js";
import type { PlanDocument } from "./document.js";
import type { Legend } from "./legend.js";

/** What the documents of a workspace say of which priorities are equal, and the scales that follow for each configuration. */
export class Legends {
  readonly #byPath = new Map<string, readonly Legend[]>();
  #scales = new WeakMap<PrioritySettings, PriorityScales>();

  /** Takes a document's legends as they are now; whether they changed. */
  update({ path, legends }: PlanDocument): boolean {
    return this.#set(path, legends);
  }

  delete(path: string): boolean {
    return this.#set(path, []);
  }

  scalesFor(settings: PrioritySettings, vocabulary: Vocabulary): PriorityScales {
    let scales = this.#scales.get(settings);
    if (!scales) {
      const legends = [...this.#byPath].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, ofPath]) => ofPath);
      scales = PriorityScales.build(settings, legends, vocabulary);
      this.#scales.set(settings, scales);
    }
    return scales;
  }

  #set(path: string, legends: readonly Legend[]): boolean {
    const before = this.#byPath.get(path) ?? [];
    if (isSame(before, legends)) return false;
    if (legends.length > 0) this.#byPath.set(path, legends);
    else this.#byPath.delete(path);
    this.#scales = new WeakMap();
    return true;
  }
}
