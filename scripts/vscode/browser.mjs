// A headless Chromium: the installed one, or else the one that ships inside the package @sparticuz/chromium.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { cachedFolder } from "./cache.mjs";
import { repositoryRoot } from "./paths.mjs";

const run = promisify(execFile);

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ];
  }),
];

/** Keeps the browser off the network, except for the page it is given. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless browser. The environment variable LOCKSTEP_TEST_BROWSER names another executable to use.
 *
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser() {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: quiet,
    env: { ...process.env, ...env },
    // The scripts close the browser themselves, together with the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * Finds a browser that starts on this machine.
 *
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} with what its environment must hold
 */
export async function findBrowser() {
  const named = process.env.LOCKSTEP_TEST_BROWSER;
  if (named) return { executablePath: named, env: {} };
  for (const executablePath of installedBrowsers()) {
    if (!(await reasonNotToStart(executablePath, {}))) return { executablePath, env: {} };
  }
  return packagedBrowser();
}

function installedBrowsers() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...applications].filter((path) => existsSync(path));
}

/** Unpacks the browser of @sparticuz/chromium, and its copies of the libraries that a bare Linux lacks. */
async function packagedBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No browser found: install Chrome, Chromium or Edge, or name one in LOCKSTEP_TEST_BROWSER.");
  }
  const manifest = join(repositoryRoot, "node_modules", "@sparticuz", "chromium", "package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8"));
  const folder = await cachedFolder(`browser-${version}`, unpackBrowser);
  const executablePath = join(folder, "chromium");
  const plain = {};
  const bundled = { LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  const reason = await reasonNotToStart(executablePath, plain);
  if (!reason) return { executablePath, env: plain };
  if (!(await reasonNotToStart(executablePath, bundled))) return { executablePath, env: bundled };
  throw new Error(
    `The browser of @sparticuz/chromium does not start:\n${reason}\n` +
      "Install the missing library (on Debian: apt-get install libnss3 libnspr4), or Chromium itself.",
  );
}

/**
 * The package unpacks into the system's temporary folder, and takes whatever lies there already for its own; so it
 * gets a temporary folder of its own. The variable is what makes it unpack the libraries too.
 */
async function unpackBrowser(folder) {
  console.log("Unpacking the browser of @sparticuz/chromium (once, about 200 MB on disk)...");
  await run(
    process.execPath,
    ["--input-type=module", "-e", 'import c from "@sparticuz/chromium"; await c.executablePath();'],
    { cwd: repositoryRoot, env: { ...process.env, TMPDIR: folder, CODEBUILD_BUILD_IMAGE: "nodejs20" } },
  );
}

async function reasonNotToStart(executablePath, env) {
  // On Windows a browser asked for its version opens a window instead.
  if (process.platform === "win32") return undefined;
  try {
    await run(executablePath, ["--version"], { env: { ...process.env, ...env }, timeout: 30_000 });
    return undefined;
  } catch (error) {
    return String(error.stderr || error.message).trim();
  }
}
