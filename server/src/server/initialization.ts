import type { Translations } from "../engine/text/phrase.js";
import type { InitializationOptions } from "../protocol/messages.js";

/** Reads `initializationOptions`, which may be anything: what does not fit counts as not given. */
export function initializationOptionsOf(given: unknown): InitializationOptions {
  if (!isRecord(given)) return {};
  const { today, settings, rulePages, files, findingsChanged, showLocations, translations } = given;
  return {
    ...(typeof today === "string" && { today }),
    ...(settings !== undefined && settings !== null && { settings }),
    ...(typeof rulePages === "string" && { rulePages }),
    ...(isRecord(translations) && { translations: textsOf(translations) }),
    files: files === true,
    findingsChanged: findingsChanged === true,
    showLocations: showLocations === true,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function textsOf(given: Readonly<Record<string, unknown>>): Translations {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
