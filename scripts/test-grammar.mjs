// `npm run test:grammar [-- OPTION...]`: tests syntaxes/ with the TextMate engine of VS Code, injected into the very
// Markdown grammar that VS Code brings. Options go to vscode-tmgrammar-test.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { installVSCode } from "./vscode/install.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";

const { vscode } = await installVSCode();
const markdown = join(vscode, "extensions", "markdown-basics", "syntaxes", "markdown.tmLanguage.json");
const tester = join(repositoryRoot, "node_modules", "vscode-tmgrammar-test", "dist", "unit.js");
const child = spawn(
  process.execPath,
  [tester, "--config", "package.json", "--grammar", markdown, ...process.argv.slice(2), "syntaxes/test/**/*.md"],
  { cwd: repositoryRoot, stdio: ["ignore", "inherit", "pipe"] },
);
// The Markdown grammar names those of some sixty languages for fenced code; none is needed here.
createInterface({ input: child.stderr }).on("line", (line) => {
  if (!line.startsWith("grammar not found for")) console.error(line);
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
