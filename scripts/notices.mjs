// The licences of everything that the bundles hold, from what esbuild says it put into them.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export const noticesFile = "THIRD-PARTY-NOTICES.txt";

const intro = `Lockstep's bundles hold the packages below, each under its own licence.
Made by \`npm run build\` from what the bundles hold; not edited by hand.
`;
const licenceFile = /^(?:licen[cs]e|copying)(?:[-.].*)?$/i;

/**
 * The text of the notice file.
 *
 * @param {string} root the repository's root
 * @param {import("esbuild").Metafile[]} metafiles one a bundle
 * @returns {Promise<string>}
 */
export async function noticesOf(root, metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = packageFolder(path);
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const sections = new Map();
  for (const folder of folders) {
    const { name, version, license, licenses } = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
    sections.set(
      `${name} ${version} (${license ?? licenses?.map(({ type }) => type).join(", ")})`,
      await licenceOf(join(root, folder), `${name} ${version}`),
    );
  }
  const line = "-".repeat(80);
  const titles = [...sections.keys()].sort();
  return [intro, ...titles.map((title) => `${line}\n${title}\n${line}\n\n${sections.get(title)}\n`)].join("\n");
}

/** The folder of the package that a bundled file comes from; undefined for the project's own. */
function packageFolder(path) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

async function licenceOf(folder, title) {
  const names = (await readdir(folder)).sort();
  const name = names.find((one) => licenceFile.test(one));
  if (name !== undefined) return (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n").trim();
  // Some packages only speak of it at the end of their readme.
  const readme = names.find((one) => /^readme(?:\.md)?$/i.test(one));
  const text = readme === undefined ? "" : await readFile(join(folder, readme), "utf8");
  const section = /^(?:#+ *|)Licen[cs]e:?[ *]*\n([\s\S]*)$/im
    .exec(text)?.[1]
    ?.replace(/^[-=]+$/m, "")
    .trim();
  if (!section) throw new Error(`${title} is bundled, and its licence is not to be found`);
  return section;
}
