import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const repository = join(import.meta.dirname, "../../../..");

/** The command line as it is shipped, built from the sources as they are now. */
export const commandLine = execFileSync(
  process.execPath,
  [join(repository, "scripts/build-command-line.mjs"), join(repository, "out/command-line")],
  { encoding: "utf8" },
).trim();

/** A folder for one test, with these files. It is gone when all tests have run. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lockstep-test-")));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

export interface Run {
  /** Exit status; the signal's name where one ended it. */
  readonly status: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as a user without rights. */
  readonly nobody?: boolean;
}

const nobody = 65534;

/** Gives a folder to the user that `nobody` runs as. */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o777);
}

const home = folderWith();
openToAll(home);

/** The environment of a person without settings of their own. */
export const environment: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  HOME: home,
  XDG_CACHE_HOME: join(home, "cache"),
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@localhost",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@localhost",
};

/** Runs any program to its end. */
export function run(program: string, args: readonly string[], options: RunOptions): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...environment, ...options.env },
      ...(options.nobody && process.getuid?.() === 0 && { uid: nobody, gid: nobody }),
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ status: code ?? signal, stdout, stderr }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}

/** Runs the command line as a person would. */
export function lockstep(args: readonly string[], options: RunOptions): Promise<Run> {
  return run(process.execPath, [commandLine, ...args], options);
}

export function git(cwd: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd, env: environment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A repository whose first commit holds these files. */
export function repositoryWith(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder, "First");
  return folder;
}

export function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", message);
}
