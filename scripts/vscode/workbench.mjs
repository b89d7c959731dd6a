// Driving the workbench the way a person does: keys, the command palette, waiting for what appears.

const patience = 60_000;

/** Waits until something that a CSS selector names is to be seen. */
export async function seen(page, selector) {
  await page.locator(selector).first().waitFor({ state: "visible", timeout: patience });
}

/**
 * Runs a command by the title that the command palette shows.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} title with its category, as in "View: Show Problems"
 */
export async function command(page, title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input");
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  await input.waitFor({ state: "hidden" });
}

/** Puts the cursor on a line and column of the active editor, both counted from 1. */
export async function moveCursor(page, line, column = 1) {
  await page.keyboard.press("Control+g");
  await page.locator(".quick-input-widget input").fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Waits until the page has looked the same for a while, so that nothing is caught half-way. */
export async function still(page) {
  const deadline = Date.now() + patience;
  let before = await page.screenshot();
  while (Date.now() < deadline) {
    await page.waitForTimeout(700);
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
  throw new Error("The workbench did not come to rest.");
}
