import { ConfigurationSet } from "../../src/engine/config/configuration-set.js";
import type { DomainSettings } from "../../src/engine/config/settings.js";

/** The domains in force under a configuration file that holds these, as one would write them; the default three without. */
export function domainSettings(domains?: Readonly<Record<string, unknown>>): readonly DomainSettings[] {
  const configuration = new ConfigurationSet([]);
  configuration.set(".lockstep.json", JSON.stringify(domains === undefined ? {} : { domains }));
  return configuration.settingsFor("plan.md").domains;
}
