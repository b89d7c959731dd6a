import type { InitializationOptions } from "../protocol/messages.js";

/** Reads `initializationOptions`, which may be anything: what does not fit counts as not given. */
export function initializationOptionsOf(given: unknown): InitializationOptions {
  if (typeof given !== "object" || given === null) return {};
  const { today, settings, rulePages, files, findingsChanged, showLocations } = given as Readonly<
    Record<string, unknown>
  >;
  return {
    ...(typeof today === "string" && { today }),
    ...(settings !== undefined && settings !== null && { settings }),
    ...(typeof rulePages === "string" && { rulePages }),
    files: files === true,
    findingsChanged: findingsChanged === true,
    showLocations: showLocations === true,
  };
}
