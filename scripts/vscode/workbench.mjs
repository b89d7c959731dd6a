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
  const input = page.locator(".quick-input-widget input");
  const row = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title });
  // What is still loading may take the focus, and with it the palette.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.keyboard.press("F1");
      await input.fill(`>${title}`, { timeout: patience / 12 });
      await row.waitFor({ timeout: patience / 12 });
      break;
    } catch (error) {
      if (attempt === 12) throw error;
      await page.keyboard.press("Escape");
    }
  }
  await page.keyboard.press("Enter");
  // What the command itself asks for comes in the same box.
  await page
    .locator('.quick-input-widget input[aria-label^="Type the name of a command"]')
    .waitFor({ state: "hidden" });
}

/** Presses a key, and again where the workbench was too busy to answer with what is awaited. */
export async function pressUntilSeen(page, key, selector) {
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press(key);
    try {
      await page
        .locator(selector)
        .first()
        .waitFor({ state: "visible", timeout: patience / 6 });
      return;
    } catch (error) {
      if (attempt === 6) throw error;
      await page.keyboard.press("Escape");
    }
  }
}

/** Puts the cursor on a line and column of the active editor, both counted from 1. */
export async function moveCursor(page, line, column = 1) {
  await page.keyboard.press("Control+g");
  await page.locator(".quick-input-widget input").fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Drags the side bar's edge until the bar is so many CSS pixels wide. */
export async function widenSideBar(page, width) {
  const box = await page.locator(".part.sidebar").boundingBox();
  const edge = box.x + box.width + 2; // the bar and the editor leave a gap
  await page.mouse.move(edge, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge + width - box.width, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(1, 1); // the edge stays lit under the pointer
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
