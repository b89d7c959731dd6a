// Words for people: what the sources and the manifest say in English, and whether the translations say it all.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";

/** Where words are: the editor's own side, and what the server sends it. The command line speaks English. */
const folders = ["client/src", "server/src/engine", "server/src/features", "server/src/server", "server/src/pages"];

/** Values in a manifest that people read, by the key that they stand under. */
const wordKeys = new Set([
  ...["title", "shortTitle", "name", "contextualTitle", "contents", "label", "description", "markdownDescription"],
  ...["displayName", "deprecationMessage", "markdownDeprecationMessage", "patternErrorMessage", "altText"],
  ...["enumDescriptions", "markdownEnumDescriptions", "userDescription"],
]);

/** The product's name is the same in all languages. */
const names = new Set(["Lockstep"]);

/**
 * What the sources say through `vscode.l10n.t` and through phrases (server/src/engine/text/phrase.ts), in the form of VS Code's bundles.
 *
 * @param {string} root
 * @returns {Promise<Record<string, unknown>>} by key, sorted
 */
export async function wordsOfSources(root) {
  const files = [];
  for (const folder of folders) {
    const names = (await readdir(join(root, folder), { recursive: true })).filter((name) => name.endsWith(".ts"));
    for (const name of names) {
      const text = await readFile(join(root, folder, name), "utf8");
      if (!/\bl10n\b|\bphrase`/.test(text)) continue;
      files.push({ extension: ".ts", contents: asKnownToTheTool(text) });
    }
  }
  const words = await getL10nJson(files);
  return Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A phrase has the form of `l10n.t` with a template, by which the tool finds it. */
function asKnownToTheTool(text) {
  const phrases = /\bphrase`/.test(text);
  return `${phrases ? 'import * as l10n from "@vscode/l10n";\n' : ""}${text.replace(/\bphrase`/g, "l10n.t`")}`;
}

/**
 * What is wrong with the manifest's words: texts that are written into it, and keys that `words` lacks or has too many.
 *
 * @param {{ contributes: object }} manifest
 * @param {Record<string, string>} words
 * @returns {string[]}
 */
export function problemsOfManifest(manifest, words) {
  const problems = [];
  const used = new Set();
  const look = (value, key) => {
    if (Array.isArray(value)) for (const one of value) look(one, key);
    else if (typeof value === "object" && value !== null) {
      // A tool's own name and what it takes are for models, which read English.
      const unread = "inputSchema" in value ? ["name", "inputSchema"] : [];
      for (const [name, one] of Object.entries(value)) if (!unread.includes(name)) look(one, name);
    } else if (typeof value === "string") {
      const named = /^%(.+)%$/.exec(value)?.[1];
      if (named !== undefined) used.add(named);
      else if (wordKeys.has(key) && !names.has(value))
        problems.push(`package.json: “${value}” is no key of package.nls.json`);
    }
  };
  look({ displayName: manifest.displayName, description: manifest.description, contributes: manifest.contributes });
  for (const key of used) if (!(key in words)) problems.push(`package.nls.json lacks ${key}`);
  for (const key of Object.keys(words)) {
    if (!used.has(key)) problems.push(`package.nls.json: nothing in the manifest is called ${key}`);
  }
  return problems;
}

/**
 * What a translation lacks, or has that nobody asks for.
 *
 * @param {string} name the translation's file, for messages
 * @param {Record<string, unknown>} english by key; in bundles a key is its own text unless it has another
 * @param {Record<string, string>} translation
 * @returns {string[]}
 */
export function problemsOfTranslation(name, english, translation) {
  const problems = [];
  for (const [key, value] of Object.entries(english)) {
    const translated = translation[key];
    if (typeof translated !== "string" || translated === "") problems.push(`${name} lacks “${key}”`);
    else if (gapsOf(translated) !== gapsOf(messageOf(key, value))) problems.push(`${name}: other gaps in “${key}”`);
  }
  for (const key of Object.keys(translation)) if (!(key in english)) problems.push(`${name}: nobody says “${key}”`);
  return problems;
}

function messageOf(key, value) {
  if (Array.isArray(value)) return value.join("");
  if (typeof value === "string") return value;
  return value.message ?? key;
}

function gapsOf(text) {
  return [...new Set(text.match(/\{\w+\}|%\w+%/g))].sort().join();
}
