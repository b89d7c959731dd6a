import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Parser, tokTypes } from "acorn";
import { transformSync } from "esbuild";
import { vi } from "vitest";

const repository = join(import.meta.dirname, "../../../..");
const sources = ["server/src", "client/src"];
/** Modules that do something when they are loaded. */
const programs = /(?:^|\/)main\.ts$/;

export interface CollectedExpression {
  readonly expression: RegExp;
  /** The file that it stands in, or is made in. */
  readonly file: string;
}

/** Every regular expression of the sources: literals, and those that modules put together when they are loaded. */
export async function collectExpressions(): Promise<CollectedExpression[]> {
  const files = sources.flatMap((folder) => filesBelow(join(repository, folder)));
  const literals = files.flatMap((file) => literalsOf(file));
  const made = await madeIn(files.filter((file) => file.includes("server/src") && !programs.test(file)));
  const distinct = new Map([...literals, ...made].map((one) => [String(one.expression), one]));
  return [...distinct.values()];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

/** Without its types a module is JavaScript, of which regular expressions are tokens. */
function literalsOf(file: string): CollectedExpression[] {
  const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", target: "es2022" });
  const found: CollectedExpression[] = [];
  Parser.parse(code, {
    ecmaVersion: 2023,
    sourceType: "module",
    onToken: (token) => {
      if (token.type !== tokTypes.regexp) return;
      const { pattern, flags } = (token as unknown as { value: { pattern: string; flags: string } }).value;
      found.push({ expression: new RegExp(pattern, flags), file: relative(repository, file) });
    },
  });
  return found;
}

/** Loads modules, and notes the expressions that they construct meanwhile. */
async function madeIn(files: readonly string[]): Promise<CollectedExpression[]> {
  const found: CollectedExpression[] = [];
  // What a test has loaded before would make nothing any more.
  vi.resetModules();
  // What modules make when they first need it they make at once.
  vi.doMock("../../../src/engine/text/late.js", () => ({
    late: <Value>(make: () => Value): (() => Value) => {
      const value = make();
      return () => value;
    },
  }));
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string, string?], newTarget) {
      const expression = Reflect.construct(target, args, newTarget) as RegExp;
      const file = /(server\/src\/[^:?)]+)/.exec(new Error().stack?.split("\n")[2] ?? "")?.[1];
      if (file !== undefined) found.push({ expression, file });
      return expression;
    },
  });
  try {
    // What needs an editor, or the build, does not load; it is of no help here.
    for (const file of files) await import(file).catch(() => undefined);
  } finally {
    globalThis.RegExp = original;
    vi.doUnmock("../../../src/engine/text/late.js");
  }
  return found;
}
