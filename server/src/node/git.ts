import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** Why git could not answer, in its own words on one line. */
export class GitError extends Error {}

/** A file of a revision or of the index, by its path from the repository's root. */
export interface TreeEntry {
  readonly path: string;
  readonly id: string;
}

/** No hook, pager, file system monitor or lock of a repository takes part in what is only read. */
const always = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];

/** One repository, asked through `git` by argument vector, never through a shell. */
export class Repository {
  readonly #folder: string;
  /** Absolute path of the work tree's root, written as the folder that was asked from writes it. */
  readonly root: string;

  private constructor(folder: string, root: string) {
    this.#folder = folder;
    this.root = root;
  }

  /** The repository that a folder lies in. Throws a GitError where there is none, or no git. */
  static async at(folder: string): Promise<Repository> {
    const up = (await runGit(["rev-parse", "--show-cdup"], folder)).toString("utf8").trim();
    return new Repository(folder, resolve(folder, up));
  }

  /** The commit that a name stands for; undefined for none. */
  async commit(name: string): Promise<string | undefined> {
    return this.#line(["rev-parse", "--quiet", "--verify", "--end-of-options", `${name}^{commit}`]);
  }

  /** Where two commits parted; undefined where they have no common past, or none that is here (a shallow clone). */
  async mergeBase(a: string, b: string): Promise<string | undefined> {
    return this.#line(["merge-base", a, b]);
  }

  /** Files of a commit; links and submodules are none. */
  async filesOf(commit: string): Promise<TreeEntry[]> {
    const output = await this.#run(["ls-tree", "-r", "-z", "--full-tree", commit]);
    return entriesOf(output, /^(\d+) blob ([0-9a-f]+)\t(.*)$/s);
  }

  /** Files as they are staged. */
  async stagedFiles(): Promise<TreeEntry[]> {
    const output = await this.#run(["ls-files", "-s", "-z", "--full-name", "--", this.root]);
    return entriesOf(output, /^(\d+) ([0-9a-f]+) 0\t(.*)$/s);
  }

  /** Paths that a commit's files have now, in the index or the work tree, where that is another path. */
  async renamesSince(commit: string, staged: boolean): Promise<Map<string, string>> {
    const output = await this.#run([
      "diff",
      ...(staged ? ["--cached"] : []),
      ...["--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-ext-diff", "--no-textconv"],
      ...["--ignore-submodules", commit, "--"],
    ]);
    const fields = output.toString("utf8").split("\0");
    const renames = new Map<string, string>();
    for (let index = 0; index + 2 < fields.length; index += 3)
      renames.set(fields[index + 1] ?? "", fields[index + 2] ?? "");
    return renames;
  }

  /** Contents of blobs, by their ids. */
  async blobs(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    if (ids.length === 0) return new Map();
    const output = await this.#run(["cat-file", "--batch"], `${ids.join("\n")}\n`);
    const contents = new Map<string, Uint8Array>();
    for (let offset = 0; offset < output.length; ) {
      const end = output.indexOf(10, offset);
      if (end < 0) break;
      const [id = "", type, size] = output.toString("latin1", offset, end).split(" ");
      offset = end + 1;
      if (type === "missing" || size === undefined) continue;
      contents.set(id, output.subarray(offset, offset + Number(size)));
      offset += Number(size) + 1;
    }
    return contents;
  }

  async #line(args: readonly string[]): Promise<string | undefined> {
    try {
      return (await this.#run(args)).toString("utf8").trim() || undefined;
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }

  #run(args: readonly string[], input = ""): Promise<Buffer> {
    return runGit(args, this.#folder, input);
  }
}

function entriesOf(output: Buffer, pattern: RegExp): TreeEntry[] {
  return output
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      const [, mode = "", id = "", path = ""] = pattern.exec(line) ?? [];
      return mode.startsWith("100") ? [{ path, id }] : [];
    });
}

function runGit(args: readonly string[], folder: string, input = ""): Promise<Buffer> {
  return new Promise((done, fail) => {
    const git = spawn("git", [...always, ...args], {
      cwd: folder,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", LC_ALL: "C" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    git.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    git.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    git.on("error", (error: NodeJS.ErrnoException) => {
      fail(new GitError(error.code === "ENOENT" ? "git is not installed" : error.message));
    });
    git.on("close", (code) => {
      if (code === 0) done(Buffer.concat(output));
      else fail(new GitError(firstLine(Buffer.concat(errors).toString("utf8")) || `git ${args[0]} failed`));
    });
    git.stdin.on("error", () => undefined);
    git.stdin.end(input);
  });
}

function firstLine(text: string): string {
  return (text.trim().split("\n")[0] ?? "").replace(/^fatal: /, "");
}
