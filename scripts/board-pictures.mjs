// Pictures of the board as one HTML file: what `lockstep board --html` writes for the sample, in a browser.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runNode } from "./run.mjs";
import { launchBrowser } from "./vscode/browser.mjs";

/** Names of the pictures, each with the colours that the reader's system asks for. */
const schemes = { "board-file": "light", "board-file-dark": "dark" };

/**
 * @param {string} sample a copy of the sample
 * @param {string} images where the pictures go
 * @param {string[]} names those that are wanted; all where there are none
 */
export async function takeBoardPictures(sample, images, names) {
  const wanted = Object.entries(schemes).filter(([name]) => names.length === 0 || names.includes(name));
  if (wanted.length === 0) return;
  const file = join(sample, "board.html");
  const today = (await readFile(join(sample, ".today"), "utf8")).trim();
  const { output } = await runNode(["scripts/build-command-line.mjs"], { keep: () => false });
  const { code } = await runNode([output.trim(), "board", "--html", file, "--today", today, sample]);
  if (code !== 0) throw new Error(`lockstep board ended with ${code}`);
  const browser = await launchBrowser();
  try {
    for (const [name, colorScheme] of wanted) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 790 }, colorScheme });
      await page.goto(pathToFileURL(file).href);
      await page.getByRole("checkbox").check();
      await page.locator("body").evaluate(() => document.activeElement?.blur());
      const path = join(images, `${name}.png`);
      await page.screenshot({ path });
      console.log(path);
    }
  } finally {
    await browser.close();
    await rm(file); // the other pictures show the sample as it is
  }
}
