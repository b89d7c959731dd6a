// Makes docs/images/*.png from the running product: the packaged extension in a real VS Code, on a copy of the sample.
// `node scripts/pictures.mjs NAME...` makes only those pictures.
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runNode } from "./run.mjs";
import { openPage } from "./vscode/page.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";
import { startServer } from "./vscode/server.mjs";
import { command, moveCursor, seen, still } from "./vscode/workbench.mjs";

const squiggle = ".monaco-editor .squiggly-warning";

/**
 * A picture: the file to open, and what to do until there is something to see.
 *
 * @type {{ name: string, file: string, play: (page: import("playwright-core").Page) => Promise<void> }[]}
 */
const scenes = [
  {
    name: "findings",
    file: "decisions/log.md",
    play: async (page) => {
      await seen(page, squiggle);
      await command(page, "View: Focus Problems");
      await seen(page, ".markers-panel .monaco-list-row");
    },
  },
  {
    name: "quick-fix",
    file: "decisions/log.md",
    play: async (page) => {
      await seen(page, squiggle);
      await moveCursor(page, await lineOf("decisions/log.md", /^\| .*\| +[–-] +\|/));
      await page.keyboard.press("Control+.");
      await seen(page, '.action-widget :text("Mark as joint decision")');
    },
  },
  {
    name: "open-disagreements",
    file: "leads/disagreements.md",
    play: async (page) => {
      await seen(page, squiggle);
      await command(page, "View: Show Lockstep");
      await seen(page, ".pane-body .monaco-list-row");
    },
  },
];

const sample = join(repositoryRoot, "test-fixtures", "sample");
const images = join(repositoryRoot, "docs", "images");
const settings = {
  "editor.minimap.enabled": false,
  "editor.fontSize": 13,
  "workbench.layoutControl.enabled": false,
  "window.title": "Lockstep",
};

process.exitCode = await main(process.argv.slice(2));

async function main(names) {
  const temporary = await mkdtemp(join(tmpdir(), "lockstep-pictures-"));
  const extension = join(temporary, "lockstep.vsix");
  const folder = join(temporary, "sample");
  await cp(sample, folder, { recursive: true });
  const { code } = await runNode(["scripts/package.mjs", extension]);
  if (code !== 0) return code;
  await mkdir(images, { recursive: true });
  const server = await startServer({ trustWorkspaces: true, extension, settings });
  try {
    for (const scene of scenes) {
      if (names.length === 0 || names.includes(scene.name)) await takePicture(scene, server, folder);
    }
  } finally {
    await server.stop();
    await rm(temporary, { recursive: true, force: true });
  }
  return 0;
}

async function takePicture({ name, file, play }, server, folder) {
  const { page, close } = await openPage({ width: 1200, height: 720 });
  const path = join(images, `${name}.png`);
  try {
    const uri = `vscode-remote://${server.authority}${pathToFileURL(join(folder, file)).pathname}`;
    await page.goto(server.urlFor(folder, [["openFile", uri]]));
    await play(page);
    await still(page);
    await page.screenshot({ path });
    console.log(path);
  } catch (error) {
    const failed = join(tmpdir(), `lockstep-picture-${name}.png`);
    await page.screenshot({ path: failed });
    throw new Error(`The picture ${name} failed, as ${failed} shows: ${error.message}`);
  } finally {
    await close();
  }
}

/** The number, from 1, of the first line of a sample document that a pattern fits. */
async function lineOf(file, pattern) {
  const lines = (await readFile(join(sample, file), "utf8")).split("\n");
  return lines.findIndex((line) => pattern.test(line)) + 1;
}
