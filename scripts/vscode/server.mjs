// The VS Code server, with data of its own that is gone when it stops.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installVSCode } from "./install.mjs";
import { endGroup, onExit } from "./processes.mjs";

const host = "127.0.0.1";
const secondsToStart = 60;

/** What a person or a test needs to see nothing but their documents. */
const calmSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "extensions.autoCheckUpdates": false,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
};

/**
 * @typedef {object} Server
 * @property {string} authority host and port
 * @property {(folder: string, payload?: [string, string][]) => string} urlFor the page that opens a folder, or the folders of a `.code-workspace` file;
 *   the payload may name a file to open, or an extension to run from its folder
 * @property {() => string} log what the server printed so far
 * @property {Promise<unknown>} ended settles when the server is gone
 * @property {() => Promise<void>} stop ends the server with all its processes and removes its data
 */

/**
 * Starts a VS Code server on a free port of this machine, installing it first where it is missing.
 *
 * Only a browser that knows the token in its address is let in: the server runs programs for whoever it serves.
 *
 * @param {{ trustWorkspaces?: boolean, develop?: boolean, extension?: string, settings?: Record<string, unknown> }}
 *   [options] `trustWorkspaces` turns Restricted Mode off, `develop` lets an address run an extension from its folder,
 *   `extension` is a .vsix file to install, `settings` are added to the user's
 * @returns {Promise<Server>} when it answers
 */
export async function startServer(options = {}) {
  const { node, serverMain } = await installVSCode();
  const data = await mkdtemp(join(tmpdir(), "lockstep-vscode-"));
  const port = await freePort();
  const token = randomBytes(16).toString("hex");
  await mkdir(join(data, "data", "User"), { recursive: true });
  await writeFile(
    join(data, "data", "User", "settings.json"),
    JSON.stringify({ ...calmSettings, ...options.settings }),
  );

  const args = [
    ...["--host", host, "--port", String(port), "--connection-token", token, "--accept-server-license-terms"],
    ...["--server-data-dir", data, "--extensions-dir", join(data, "extensions")],
    "--disable-telemetry",
    // Makes a release build honour a payload that names an extension.
    ...(options.develop ? ["--enable-smoke-test-driver"] : []),
    ...(options.trustWorkspaces ? ["--disable-workspace-trust"] : []),
    ...(options.extension ? ["--install-extension", options.extension, "--start-server"] : []),
  ];
  const child = spawn(node, [serverMain, ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, XDG_RUNTIME_DIR: data },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = new Promise((resolve) => child.once("close", resolve));
  const forget = onExit(() => {
    endGroup(child.pid);
    rmSync(data, { recursive: true, force: true });
  });

  const server = {
    authority: `${host}:${port}`,
    urlFor: (folder, payload) => pageUrl(`${host}:${port}`, token, folder, payload),
    log: () => output,
    ended,
    stop: async () => {
      forget();
      endGroup(child.pid);
      await ended;
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await until("answer", child, () => answers(port));
    if (options.extension) await until("install the extension", child, () => output.includes("successfully installed"));
  } catch (error) {
    await server.stop();
    throw new Error(`${error.message}\n${output.trim()}`);
  }
  return server;
}

function pageUrl(authority, token, folder, payload) {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set("tkn", token);
  url.searchParams.set(
    folder.endsWith(".code-workspace") ? "workspace" : "folder",
    decodeURI(pathToFileURL(folder).pathname),
  );
  if (payload) url.searchParams.set("payload", JSON.stringify(payload));
  return url.href.replaceAll("%2F", "/");
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once("error", reject).listen(0, host, resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answers(port) {
  const version = await fetch(`http://${host}:${port}/version`).catch(() => undefined);
  return version?.ok === true;
}

async function until(what, child, ask) {
  const deadline = Date.now() + secondsToStart * 1000;
  while (Date.now() < deadline) {
    if (await ask()) return;
    if (child.exitCode !== null) throw new Error(`The VS Code server ended with exit code ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The VS Code server did not ${what} within ${secondsToStart} s.`);
}
