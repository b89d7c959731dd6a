import { expect, test } from "vitest";
import { allFindings } from "../../src/engine/service/check-output.js";
import { serviceOf } from "../support/service.js";

const today = "2026-06-15";
const asked = {
  path: "notes/2026-04-06.md",
  text: "# Leads, 6 April 2026\n\n- Decision needed (Product): price of the harbour ticket per child\n",
};
const settled = {
  path: "notes/2026-05-04.md",
  text: "# Leads, 4 May 2026\n\n- Decision (Product): the harbour ticket costs a child €3\n",
};
/** Notes that speak of the harbour ticket of a child, each of another one. */
const others = Array.from({ length: 61 }, (_, index) => ({
  path: `notes/2026-03-${index}.md`,
  text: `# Leads, ${(index % 28) + 1} March 2026\n\n- Decision (Design): harbour ticket, child, number ${"abcdefgh"[index % 8]}${index}\n`,
}));

function stalled(service: ReturnType<typeof serviceOf>): readonly string[] {
  return allFindings(service)
    .filter(({ rule }) => rule === "decision-stalled")
    .map(({ path }) => path);
}

test("what later notes settle in other words follows their edits", () => {
  const service = serviceOf([asked], today);
  expect(stalled(service)).toEqual([asked.path]);
  service.setDocument(settled.path, settled.text);
  expect(stalled(service)).toEqual([]);
  service.setDocument(settled.path, settled.text.replace("harbour ticket costs a child", "lamp costs a boat"));
  expect(stalled(service)).toEqual([asked.path]);
});

test("words that all notes hold settle nothing, and do so again once fewer hold them", () => {
  const service = serviceOf([asked, settled], today);
  expect(stalled(service)).toEqual([]);
  for (const { path, text } of others) service.setDocument(path, text);
  expect(stalled(service)).toEqual(stalled(serviceOf([asked, settled, ...others], today)));
  expect(stalled(service)).toContain(asked.path);
  for (const { path } of others) service.deleteDocument(path);
  expect(stalled(service)).toEqual([]);
});
