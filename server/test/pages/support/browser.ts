import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";

/** The headless browser that the scripts use too. */
export async function launchBrowser(): Promise<Browser> {
  const script = join(import.meta.dirname, "../../../../scripts/vscode/browser.mjs");
  const { launchBrowser: launch } = (await import(pathToFileURL(script).href)) as { launchBrowser(): Promise<Browser> };
  return launch();
}
