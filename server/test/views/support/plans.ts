import type { LockstepService } from "../../../src/engine/service/service.js";
import { serviceOf } from "../../support/service.js";

/** The date that counts as today in these tests. */
export const today = "2026-06-15";

export function serviceWith(files: Readonly<Record<string, string>>): LockstepService {
  return serviceOf(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    today,
  );
}

/** A roadmap of a domain for the second half of 2026: a row for each item, with its priority. */
export function roadmap(domain: string, items: Readonly<Record<string, string>>): string {
  const rows = Object.entries(items).map(([title, priority]) => `| ${title} | ${priority} |`);
  return [`# ${domain} roadmap, H2 2026`, "", "| Item | Priority |", "| --- | --- |", ...rows, ""].join("\n");
}

/** A ranked list, the most important first. */
export function ranking(domain: string, items: readonly string[]): string {
  const lines = items.map((title, index) => `${index + 1}. ${title}`);
  return [`# ${domain} plan, H2 2026`, "", "In priority order:", "", ...lines, ""].join("\n");
}
