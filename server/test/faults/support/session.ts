import { pathToFileURL } from "node:url";
import { expect } from "vitest";
// Brings the timers of its side.
import "vscode-languageserver/node";
import { nodeFileDoor } from "../../../src/server/node/file-door.js";
import { Session } from "../../../src/server/session.js";
import { Today } from "../../../src/server/today.js";
import { everythingOf } from "./edits.js";

/** The server's session over a folder, read to its end. */
export async function indexed(folder: string): Promise<Session> {
  const failures: unknown[] = [];
  const session = new Session({
    folders: [{ uri: pathToFileURL(folder).href, name: "w" }],
    door: nodeFileDoor,
    today: new Today("2026-06-15"),
    settings: undefined,
    translations: {},
    rulePages: "https://example.org/",
    changed: () => undefined,
    failed: (error) => failures.push(error),
  });
  await session.files.index();
  session.refresh();
  expect(failures).toEqual([]);
  return session;
}

/** What a session says, with its documents in one order: a fresh one meets them in another. */
export function stateOf(session: Session): string {
  const { service } = session;
  const texts = [...service.workspace.documents].map(([path, document]) => [path, document.text]).sort();
  return JSON.stringify([texts, JSON.parse(everythingOf(service))]);
}

/** Waits for a session, which is told of changes in the background, to say what it has to. */
export async function becomes(session: Session, expected: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (stateOf(session) !== expected && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(stateOf(session)).toBe(expected);
}
