import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import type { Place } from "../../src/engine/markdown/slot.js";
import type { RosterEntry } from "../../src/engine/model/facts.js";
import { parseName, splitNames } from "../../src/engine/people/names.js";
import { Roster } from "../../src/engine/people/roster.js";
import { isTeamName } from "../../src/engine/people/teams.js";
import { buildVocabulary } from "../../src/engine/people/vocabulary.js";
import { domainSettings } from "../support/domains.js";
import { tableRows } from "../support/tables.js";

const fixture = readFileSync(new URL("./roster.md", import.meta.url), "utf8");
const rows = tableRows(fixture);
const place: Place = { slot: MarkdownDocument.open("x").slots[0] as Place["slot"], start: 0, end: 1 };

function entryOf([name, handle, domain, team, lead, notes]: readonly string[]): RosterEntry {
  const written = (text: string | undefined) => (text ? text : undefined);
  return {
    name: written(name),
    handle: written(handle),
    domain: domain ? { text: domain, place } : undefined,
    team: written(team),
    lead: lead === "yes",
    standIn: undefined,
    vacant: notes === "vacant",
    place,
  };
}

const defaults = domainSettings();
const growth = { aliases: ["Acquisition"], leads: ["@tomasz"], members: ["Ines Costa <@ines>"] };
const roster = Roster.build(
  rows.filter((row) => row.length === 6).map(entryOf),
  [domainSettings({ product: {}, engineering: {}, design: {}, growth })],
  [/```\n([^`]*)```/.exec(fixture)?.[1] ?? ""],
);

describe("mentions", () => {
  test.each(rows.filter((row) => row.length === 4))("%s", (mention = "", person, domain, known) => {
    const found = roster.resolve(mention);
    const name = found.person?.handle === undefined ? found.person?.name : `@${found.person.handle}`;
    expect([name ?? "–", found.domain ?? "–", found.known ? "yes" : "no"]).toEqual([person, domain, known]);
  });
});

const pairs = rows.filter((row) => row.length === 2);

describe("lists of names", () => {
  test.each(pairs.filter(([, result]) => result !== "yes" && result !== "no"))("%s", (text = "", names = "") => {
    expect(splitNames(text)).toEqual(names.split(" · "));
  });
});

describe("teams", () => {
  test.each(pairs.filter(([, result]) => result === "yes" || result === "no"))("%s", (name = "", team) => {
    expect(isTeamName(name)).toBe(team === "yes");
  });
});

test("each name of a list by itself", () => {
  const found = roster.resolveAll("Priya, the VP Engineering and Harriet Vane");
  expect(found.map((one) => one.person?.name ?? "–")).toEqual(["Priya Nair", "Amelia Chen", "–"]);
});

test.each([
  ["@priya, @samira", ["Priya Nair", "Samira Haddad"]],
  ["@priya and @samira", ["Priya Nair", "Samira Haddad"]],
  ["Priya Nair <@priya>, Samira Haddad", ["Priya Nair", "Samira Haddad"]],
  ["Priya Nair (@priya) & Li", ["Priya Nair", "Li Wei"]],
  ["Priya Nair (VP Product, @priya)", ["Priya Nair"]],
])("handles in a list are people of their own: %s", (text, names) => {
  expect(roster.resolveAll(text).map((one) => one.person?.name)).toEqual(names);
});

test("a list of two domains is of neither", () => {
  expect(roster.resolve("@priya, @samira")).toEqual({ known: true });
});

test("charters add domains, in the order of the charter, after those of configuration", () => {
  expect(roster.domains).toEqual(["product", "engineering", "design", "growth", "compliance", "legal"]);
  expect(roster.leadsOf("compliance").map((person) => person.name)).toEqual(["Zoë Brandt"]);
  expect(roster.leadsOf("legal")).toEqual([]);
});

test("somebody known by handle in one place and by name in another is one person", () => {
  const configured = domainSettings({ engineering: { leads: ["@amelia"] } });
  const charter = entryOf(["Amelia Chen", "", "Engineering", "", "yes"]);
  const joined = Roster.build([charter], [configured]);
  expect(joined.people).toEqual([{ name: "Amelia Chen", handle: "amelia", domain: "engineering", lead: true }]);
});

test("owners of code are no roster by themselves", () => {
  const reviewers = Roster.build([], [defaults], ["* @octo\n"]);
  expect(reviewers.exists).toBe(false);
  expect(reviewers.resolve("@octo").known).toBe(true);
  expect(roster.exists).toBe(true);
});

test("a name is taken apart into name, handle and remark", () => {
  expect(parseName("Priya Nair <@priya>")).toEqual({ name: "Priya Nair", handle: "priya", note: undefined });
  expect(parseName("Amelia Chen (VP Eng)")).toEqual({ name: "Amelia Chen", handle: undefined, note: "VP Eng" });
  expect(parseName("Li Wei <li@example.com>")).toEqual({ name: "Li Wei", handle: "li", note: undefined });
  expect(parseName("Zoë Brandt — Compliance")).toEqual({ name: "Zoë Brandt", handle: undefined, note: "Compliance" });
  expect(parseName("–")).toEqual({ name: undefined, handle: undefined, note: undefined });
});

test("a configured word goes before a built-in one", () => {
  const { domainByWord } = buildVocabulary(domainSettings({ platform: { aliases: ["R&D"] }, engineering: {} }));
  expect(domainByWord.get("r&d")).toBe("platform");
  expect(domainByWord.get("eng")).toBe("engineering");
  expect(domainByWord.get("head of platform")).toBe("platform");
});

test("long and hostile names cost no more than their length", () => {
  const hostile = ["(".repeat(5_000), "a, ".repeat(5_000), "@".repeat(5_000), "A/".repeat(5_000), "- ".repeat(5_000)];
  const before = performance.now();
  for (const text of hostile) roster.resolveAll(text);
  expect(performance.now() - before).toBeLessThan(2_000);
});
