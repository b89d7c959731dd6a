// Makes docs/images/*.png and the walkthrough's pictures from the running product: the packaged extension in a real VS Code, on a copy of
// the sample. `node scripts/pictures.mjs NAME...` makes only those pictures.
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { takeBoardPictures } from "./board-pictures.mjs";
import { runNode } from "./run.mjs";
import { openPage } from "./vscode/page.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";
import { startServer } from "./vscode/server.mjs";
import { command, moveCursor, pressUntilSeen, seen, still, widenSideBar } from "./vscode/workbench.mjs";

const squiggle = ".monaco-editor .squiggly-warning";
const minutes = "minutes/2026-06-10-leads.md";

/**
 * A picture: the file to open, what to do until there is something to see, and the part of it that the walkthrough shows, in CSS pixels. What `docs` is
 * false for is in the walkthrough alone.
 *
 * @type {{ name: string, file: string, play: (page: import("playwright-core").Page) => Promise<void>,
 *   step?: { clip: { x: number, y: number, width: number, height: number } }, docs?: boolean }[]}
 */
const scenes = [
  {
    name: "findings",
    file: minutes,
    step: { clip: { x: 392, y: 36, width: 808, height: 640 } },
    play: async (page) => {
      await showViews(page);
      await widenSideBar(page, 340);
      await command(page, "View: Focus Problems");
      await page.locator(".markers-panel-container input, .viewpane-filter input").first().fill(`**/${minutes}`);
      await seen(page, ".markers-panel .monaco-list-row");
    },
  },
  {
    name: "quick-fix",
    file: "minutes/2026-06-03-leads.md",
    step: { clip: { x: 352, y: 36, width: 848, height: 640 } },
    play: async (page) => {
      await seen(page, squiggle);
      await moveCursor(page, ...(await placeOf("minutes/2026-06-03-leads.md", "We decided to move")));
      await pressUntilSeen(page, "Control+.", '.action-widget :text("Mark as joint decision")');
    },
  },
  {
    name: "views",
    file: "leads/disagreements.md",
    step: { clip: { x: 0, y: 36, width: 608, height: 640 } },
    play: async (page) => {
      await showViews(page);
      await widenSideBar(page, 560);
    },
  },
  {
    name: "board",
    file: "leads/joint-roadmap.md",
    step: { clip: { x: 52, y: 36, width: 1148, height: 650 } },
    play: showBoard,
  },
  {
    name: "agenda",
    file: "leads/disagreements.md",
    step: { clip: { x: 52, y: 36, width: 1148, height: 640 } },
    play: async (page) => {
      await showViews(page);
      await command(page, "Lockstep: Write One-on-One Agenda");
      await seen(page, '.quick-input-list :text("Priya Nair and Amelia Chen")');
      await page.locator('.quick-input-list :text("Priya Nair and Amelia Chen")').click();
      await seen(page, '.tabs-container .tab.active:not(:has-text("disagreements.md"))');
      await command(page, "View: Toggle Primary Side Bar Visibility");
    },
  },
  {
    name: "charter",
    file: "charter.md",
    docs: false,
    step: { clip: { x: 352, y: 36, width: 848, height: 560 } },
    play: async (page) => {
      await seen(page, ".monaco-editor");
      await command(page, "Lockstep: New Charter");
      await seen(page, '.tabs-container .tab.active:has-text("charter-2.md")');
    },
  },
  // The theme stays as these leave it.
  {
    name: "board-dark",
    file: "leads/joint-roadmap.md",
    play: async (page) => {
      await showBoard(page);
      await command(page, "Preferences: Toggle between Light/Dark Themes");
      await seen(page, ".monaco-workbench.vs-dark");
    },
  },
  {
    name: "board-high-contrast",
    file: "leads/joint-roadmap.md",
    play: async (page) => {
      await showBoard(page);
      await page.keyboard.press("Control+k");
      await page.keyboard.press("Control+t");
      await page.locator(".quick-input-widget input").fill("Dark High Contrast");
      await page.keyboard.press("Enter");
      await seen(page, ".monaco-workbench.hc-black");
    },
  },
];

/** Both views, with what they list. */
async function showViews(page) {
  await seen(page, squiggle); // before that its commands are not there
  await command(page, "Lockstep: Show Open Disagreements");
  await seen(page, ".pane-body .monaco-list-row");
  await page.locator(".activitybar .progress-badge").waitFor({ state: "hidden" }); // all documents are read
}

async function showBoard(page) {
  await showViews(page);
  await command(page, "Lockstep: Show One-Voice Board");
  await page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("#grid").waitFor();
  await command(page, "View: Toggle Primary Side Bar Visibility");
}

const sample = join(repositoryRoot, "test-fixtures", "sample");
const images = join(repositoryRoot, "docs", "images");
const stepImages = join(repositoryRoot, "client", "media", "walkthrough");
const settings = {
  "editor.minimap.enabled": false,
  "editor.fontSize": 13,
  "editor.stickyScroll.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.selectionHighlight": false,
  "breadcrumbs.enabled": false,
  "workbench.layoutControl.enabled": false,
  "window.title": "Lockstep",
};

process.exitCode = await main(process.argv.slice(2));

async function main(names) {
  const temporary = await mkdtemp(join(tmpdir(), "lockstep-pictures-"));
  let server;
  try {
    const extension = join(temporary, "lockstep.vsix");
    const folder = join(temporary, "sample");
    await cp(sample, folder, { recursive: true });
    await mkdir(images, { recursive: true });
    await takeBoardPictures(folder, images, names);
    if (names.length > 0 && !scenes.some(({ name }) => names.includes(name))) return 0;
    const { code } = await runNode(["scripts/package.mjs", extension]);
    if (code !== 0) return code;
    await mkdir(stepImages, { recursive: true });
    server = await startServer({ trustWorkspaces: true, extension, settings });
    for (const scene of scenes) {
      if (names.length === 0 || names.includes(scene.name)) await takePicture(scene, server, folder);
    }
    return 0;
  } finally {
    await server?.stop();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function takePicture({ name, file, play, step, docs = true }, server, folder) {
  const { page, close } = await openPage({ width: 1200, height: 720 });
  try {
    const uri = `vscode-remote://${server.authority}${pathToFileURL(join(folder, file)).pathname}`;
    await page.goto(server.urlFor(folder, [["openFile", uri]]));
    await play(page);
    await still(page);
    const taken = [
      ...(docs ? [{ path: join(images, `${name}.png`) }] : []),
      // The walkthrough is part of the extension: one pixel a pixel, and no more than can be read.
      ...(step
        ? [{ path: join(stepImages, `${name}.jpg`), clip: step.clip, scale: "css", type: "jpeg", quality: 70 }]
        : []),
    ];
    for (const options of taken) {
      await page.screenshot(options);
      console.log(options.path);
    }
  } catch (error) {
    const failed = join(tmpdir(), `lockstep-picture-${name}.png`);
    await page.screenshot({ path: failed });
    throw new Error(`The picture ${name} failed, as ${failed} shows: ${error.message}`);
  } finally {
    await close();
  }
}

/** Line and column, from 1, of a text in a sample document. */
async function placeOf(file, text) {
  const lines = (await readFile(join(sample, file), "utf8")).split("\n");
  const line = lines.findIndex((candidate) => candidate.includes(text));
  return [line + 1, lines[line].indexOf(text) + 1];
}
