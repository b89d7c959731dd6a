import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, test } from "vitest";

/** The engine's layers, lowest first: each may import from itself and from those before it (docs/architecture.md). */
const layers = [
  "text",
  "markdown",
  "reading",
  "model",
  "config",
  "dates",
  "matching",
  "understand",
  "people",
  "suppressions",
  "baseline",
  "index",
  "fixes",
  "rules",
  "service",
  "views",
  "tools",
];

/** The folders of the server, lowest first. */
const folders = ["engine", "protocol", "pages", "features", "node", "server", "cli", "library"];

const source = join(import.meta.dirname, "../src");

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsBelow(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const file = join(folder, name);
      const specifiers = [...readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(
        (match) => match[1] ?? "",
      );
      return specifiers.map((to) => ({
        from: relative(source, file),
        to: to.startsWith(".") ? relative(source, join(dirname(file), to)) : to,
      }));
    });
}

function rankOf(path: string, depth: number, order: readonly string[]): number {
  return order.indexOf(path.split(sep)[depth] ?? "");
}

test("dependencies between the engine's layers point one way", () => {
  const imports = importsBelow(join(source, "engine")).filter(({ to }) => to.startsWith(`engine${sep}`));
  expect(imports.length).toBeGreaterThan(100);
  const unknown = imports.filter(({ from, to }) => rankOf(from, 1, layers) < 0 || rankOf(to, 1, layers) < 0);
  expect(unknown).toEqual([]);
  expect(imports.filter(({ from, to }) => rankOf(to, 1, layers) > rankOf(from, 1, layers))).toEqual([]);
});

test("dependencies between the server's folders point one way", () => {
  const imports = importsBelow(source).filter(({ to }) => folders.some((folder) => to.startsWith(folder + sep)));
  expect(imports.filter(({ from, to }) => rankOf(to, 0, folders) > rankOf(from, 0, folders))).toEqual([]);
});

test("the engine knows no editor, connection, file system or Node", () => {
  const outside = importsBelow(join(source, "engine")).filter(({ to }) => !to.startsWith("engine"));
  const forbidden = outside.filter(
    ({ to }) => to.startsWith("node:") || to.startsWith("vscode") || to.startsWith(".."),
  );
  expect(forbidden).toEqual([]);
  expect(outside.length).toBeGreaterThan(0);
});
