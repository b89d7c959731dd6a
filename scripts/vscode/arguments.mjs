// The part of desktop VS Code's command line that running an extension takes.
import { realpathSync } from "node:fs";

/**
 * Reads a command line such as `runTests()` of @vscode/test-electron writes. Options that only a desktop knows are
 * ignored. `--restricted`, which no desktop knows, keeps the workspace untrusted: `runTests()` trusts every one.
 *
 * @param {string[]} args
 * @returns {{ extensionDevelopmentPath: string[], extensionDevelopmentKind: string | undefined,
 *   extensionTestsPath: string | undefined, trustWorkspaces: boolean, folder: string | undefined }} absolute paths
 */
export function readArguments(args) {
  const values = (name) =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + "--=".length));
  const folder = args.find((arg) => !arg.startsWith("-"));
  return {
    extensionDevelopmentPath: values("extensionDevelopmentPath").map(absolute),
    extensionDevelopmentKind: values("extensionDevelopmentKind").at(-1),
    extensionTestsPath: values("extensionTestsPath").map(absolute).at(-1),
    trustWorkspaces: args.includes("--disable-workspace-trust") && !args.includes("--restricted"),
    folder: folder && absolute(folder),
  };
}

function absolute(path) {
  return realpathSync(path);
}
