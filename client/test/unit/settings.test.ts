import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { settingsOf } from "../../src/settings.js";

vi.mock("vscode", () => ({}));

/** Settings that the client keeps to itself. */
const ofTheClient = ["trace.server", "preview.badges"];

test("the server is sent what people have set of all settings that the manifest describes for it, and nothing else", async () => {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as {
    readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, object>> } };
  };
  const described = Object.keys(manifest.contributes.configuration.properties).map((name) =>
    name.slice("lockstep.".length),
  );
  const all = { inspect: () => ({ globalValue: "set" }), get: (name: string) => `${name}, as it is set` };
  const sent = settingsOf(all as unknown as Parameters<typeof settingsOf>[0]);
  expect(Object.keys(sent).sort()).toEqual(described.filter((name) => !ofTheClient.includes(name)).sort());
  expect(sent.priorities).toBe("priorities, as it is set");
  const none = { inspect: () => ({ defaultValue: {} }), get: () => ({}) };
  expect(settingsOf(none as unknown as Parameters<typeof settingsOf>[0])).toEqual({});
});
