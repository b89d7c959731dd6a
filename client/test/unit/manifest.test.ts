import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

// What the manifest says and VS Code does not check: that the walkthrough and the welcome texts lead somewhere and can be read.

interface MenuEntry {
  readonly command: string;
  readonly when: string;
  readonly group?: string;
}

interface Contributions {
  readonly menus: Readonly<Record<"commandPalette" | "view/title" | "view/item/context", readonly MenuEntry[]>>;
  readonly keybindings: readonly { readonly args: unknown; readonly when: string }[];
  readonly commands: readonly { readonly command: string; readonly category?: string }[];
  readonly views: { readonly lockstep: readonly { readonly id: string }[] };
  readonly viewsWelcome: readonly { readonly view: string; readonly when: string; readonly contents: string }[];
  readonly walkthroughs: readonly {
    readonly id: string;
    readonly steps: readonly {
      readonly description: string;
      readonly completionEvents: readonly string[];
      readonly media: { readonly image: string };
    }[];
  }[];
}

const manifest = JSON.parse(await readFile("package.json", "utf8")) as {
  readonly publisher: string;
  readonly name: string;
  readonly contributes: Contributions;
  readonly capabilities: unknown;
};
const { commands, views, viewsWelcome, walkthroughs } = manifest.contributes;
const steps = walkthroughs.flatMap(({ steps }) => steps);
const known = new Set(commands.map(({ command }) => command));

/** Of VS Code itself, those that the texts lead to. */
const ofTheEditor = new Set([
  ...["vscode.openFolder", "workbench.actions.view.problems", "workbench.action.openWalkthrough"],
]);

async function textsIn(file: string): Promise<readonly string[]> {
  const words = JSON.parse(await readFile(file, "utf8")) as Readonly<Record<string, string>>;
  return [...viewsWelcome.map(({ contents }) => contents), ...steps.map(({ description }) => description)].map(
    (key) => words[key.slice(1, -1)] ?? key,
  );
}

test.each(["package.nls.json", "package.nls.de.json"])(
  "%s: texts without Markdown, which VS Code would show as it stands, and links that lead somewhere",
  async (file) => {
    for (const text of await textsIn(file)) {
      expect(text.replace(/\]\([^)]*\)/g, "")).not.toMatch(/[`*_]|%\w+%/);
      for (const [, target = ""] of text.matchAll(/\]\(([^)]*)\)/g)) {
        const [, command = ""] = /^command:([\w.]+)/.exec(target) ?? [];
        expect(known.has(command) || ofTheEditor.has(command), target).toBe(true);
      }
    }
  },
);

test("a walkthrough is named by its id where it is opened", async () => {
  const [welcome = ""] = (await textsIn("package.nls.json")).filter((text) => text.includes("openWalkthrough"));
  const argument = /openWalkthrough\?([^)]*)\)/.exec(welcome)?.[1] ?? "";
  expect(JSON.parse(decodeURIComponent(argument))).toEqual([
    `${manifest.publisher}.${manifest.name}#${walkthroughs[0]?.id}`,
  ]);
});

test("each step of the walkthrough has a picture that is there, and ends by what it asks for", async () => {
  for (const { media, completionEvents } of steps) {
    await expect(readFile(media.image)).resolves.toBeDefined();
    for (const event of completionEvents) {
      const [, kind, what = ""] = /^(onCommand|onView|onContext):(.+)$/.exec(event) ?? [];
      if (kind === "onCommand") expect(known.has(what) || ofTheEditor.has(what), event).toBe(true);
      else if (kind === "onView") expect(views.lockstep.map(({ id }) => id)).toContain(what);
      else expect(what).toMatch(/^lockstep\./);
    }
  }
});

test("all commands have one prefix in the palette, each view says something when it is empty, whatever the reason", () => {
  expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(["Lockstep"]));
  for (const { id } of views.lockstep) {
    const when = viewsWelcome.filter(({ view }) => view === id).map((welcome) => welcome.when);
    expect(when.sort()).toEqual(["none", "read", "reading"].map((state) => `lockstep.workspace == ${state}`));
  }
});

test("untrusted and virtual workspaces are declared supported", () => {
  expect(manifest.capabilities).toEqual({
    untrustedWorkspaces: { supported: true },
    virtualWorkspaces: { supported: true },
  });
});

test("what speaks of the whole workspace is offered once all of it is read", async () => {
  const { menus } = manifest.contributes;
  const whole = ["showBoard", "writeAgenda", "showReport", "fixWorkspace"].map((name) => `lockstep.${name}`);
  const offered = [...menus.commandPalette, ...menus["view/title"]].filter(({ command }) => whole.includes(command));
  expect(offered).toHaveLength(whole.length + 2 * (whole.length - 1));
  for (const { command, when } of offered) expect(when, command).toContain("lockstep.workspace == read");
});

test("a row's context menu begins with its fixes, and each of its commands has a key in both views", () => {
  const { menus, keybindings } = manifest.contributes;
  const onRows = menus["view/item/context"].filter(({ when }) => when.endsWith("viewItem == entry"));
  expect(onRows.map(({ command, group }) => [command, group])).toEqual(
    expect.arrayContaining([
      ["lockstep.fixEntry", "inline"],
      ["lockstep.fixEntry", "2_fix@1"],
    ]),
  );
  const keyed = keybindings.map(({ args, when }) => `${JSON.stringify(args)} ${when}`);
  for (const { command } of onRows) {
    for (const { id } of views.lockstep) {
      expect(
        keyed.some((key) => key.includes(command) && key.includes(`focusedView == '${id}'`)),
        command,
      ).toBe(true);
    }
  }
});
