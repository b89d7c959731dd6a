#!/usr/bin/env node
// Stands in for desktop VS Code as `vscodeExecutablePath` of `runTests()` of @vscode/test-electron: runs an extension's
// tests in the VS Code of the npm registry and a headless browser, prints what they log, and exits with their verdict.
// `--extensionDevelopmentKind=web` runs them in the web-worker extension host. A test that prints `press: Control+.` has that key pressed in the workbench.
//
// LOCKSTEP_TEST_TIMEOUT is the number of seconds after which a run counts as failed (300 unless set).
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readArguments } from "./arguments.mjs";
import { openPage } from "./page.mjs";
import { startServer } from "./server.mjs";
import { isWorkbenchTalk, printTroubles } from "./troubles.mjs";

const secondsToFinish = Number(process.env.LOCKSTEP_TEST_TIMEOUT ?? 300);

process.exitCode = await main();

async function main() {
  const args = readArguments(process.argv.slice(2));
  if (!args.extensionTestsPath || args.extensionDevelopmentPath.length === 0 || !args.folder) {
    console.error("Give --extensionDevelopmentPath=PATH, --extensionTestsPath=PATH and a folder to open.");
    return 2;
  }
  const server = await startServer({
    trustWorkspaces: args.trustWorkspaces,
    develop: true,
    settings: await hostSettings(args),
  });
  let page;
  try {
    page = await openPage();
    const verdict = await runTests(page, server, args);
    if (verdict !== 0) printTroubles(page.troubles, server.log());
    return verdict;
  } finally {
    await page?.close();
    await server.stop();
  }
}

/**
 * Names the extension host. The browser's workbench knows the option `extensionDevelopmentKind` and passes it by
 * (1.139 looks for it under another name), so this setting speaks for it.
 */
async function hostSettings({ extensionDevelopmentKind, extensionDevelopmentPath }) {
  if (!extensionDevelopmentKind) return {};
  const kinds = {};
  for (const path of extensionDevelopmentPath) {
    const { publisher, name } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
    kinds[`${publisher}.${name}`] = [extensionDevelopmentKind];
  }
  return { "remote.extensionKind": kinds };
}

/** Resolves to the exit code that the tests ended with, or to 1 when they cannot end any more. */
async function runTests({ page, troubles }, server, args) {
  let decide;
  let keys = Promise.resolve();
  const verdict = new Promise((resolve) => (decide = resolve));
  const giveUp = (reason) => {
    troubles.push(reason);
    decide(1);
  };
  await page.exposeFunction("codeAutomationExit", decide);
  await page.exposeFunction("codeAutomationLog", (type, values) => {
    const line = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
    const key = /^press: (\S+)$/.exec(line)?.[1];
    if (key) keys = keys.then(() => page.keyboard.press(key)).catch((error) => troubles.push(error.message));
    else if (type === "error") troubles.push(line);
    else if (type === "info" && !isWorkbenchTalk(line)) console.log(line);
  });
  page.on("crash", () => giveUp("The page crashed."));
  server.ended.then(() => giveUp("The VS Code server ended."));
  const timer = setTimeout(
    () => giveUp(`The tests did not finish within ${secondsToFinish} s.`),
    secondsToFinish * 1000,
  );
  await page.goto(server.urlFor(args.folder, payloadFor(server, args)));
  return verdict.finally(() => clearTimeout(timer));
}

function payloadFor({ authority }, args) {
  const uri = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  return [
    ...args.extensionDevelopmentPath.map((path) => ["extensionDevelopmentPath", uri(path)]),
    ["extensionTestsPath", uri(args.extensionTestsPath)],
    ["skipWelcome", "true"],
  ];
}
