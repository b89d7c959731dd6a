import { parseIsoDate } from "../../src/engine/model/date.js";
import { LockstepService } from "../../src/engine/service/service.js";

const configuration = /(?:^|\/)(?:\.lockstep\.(?:ya?ml|json)|package\.json|CODEOWNERS)$/;

/** Opens texts in a service, configuration first. */
export function serviceOf(
  files: readonly { readonly path: string; readonly text: string }[],
  today: string,
  all = false,
): LockstepService {
  const day = parseIsoDate(today);
  if (day === undefined) throw new Error(`${today} is no date`);
  const service = new LockstepService({ today: day, allPlanning: all });
  for (const { path, text } of files) if (configuration.test(path)) service.setConfiguration(path, text);
  for (const { path, text } of files) if (!configuration.test(path)) service.setDocument(path, text);
  return service;
}
