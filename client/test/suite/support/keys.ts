/** How long a workbench may take for a key, in milliseconds. */
const pause = 400;

/** Has keys pressed one after the other, as a person would, wherever the focus is; only `scripts/vscode/launcher.mjs` can. Names as Playwright has them: "Control+.". */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    console.log(`press: ${key}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
