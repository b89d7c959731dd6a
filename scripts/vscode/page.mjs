// A browser page that shows the workbench.
import { launchBrowser } from "./browser.mjs";

/**
 * Opens an empty page in a headless browser.
 *
 * @param {{ width: number, height: number }} [viewport] in CSS pixels
 * @returns {Promise<{ page: import("playwright-core").Page, troubles: string[], close: () => Promise<void> }>}
 *   `troubles` grows with each error that the page reports
 */
export async function openPage(viewport = { width: 1280, height: 800 }) {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, colorScheme: "light" });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.stack ?? error.message));
  return { page, troubles, close: () => browser.close() };
}
