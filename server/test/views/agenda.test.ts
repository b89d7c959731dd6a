import { expect, test } from "vitest";
import type { LockstepService } from "../../src/engine/service/service.js";
import { type Agenda, type AgendaOptions, agendaOf, documentWith } from "../../src/engine/views/agenda/agenda.js";
import { roadmap, serviceWith } from "./support/plans.js";

const charter = {
  "leads/charter.md":
    "# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair |\n| Engineering | Amelia Chen |\n| Design | Jonas Weber |\n",
};
const plans = {
  ...charter,
  "product/roadmap.md": roadmap("Product", { "Gift vouchers": "P1", Icons: "P2" }),
  "engineering/roadmap.md": roadmap("Engineering", { "Gift vouchers": "P3", Icons: "P2" }),
};

function agendaIn(service: LockstepService, options: AgendaOptions = {}): Agenda {
  const agenda = agendaOf(service, options);
  if ("problem" in agenda) throw new Error(agenda.problem);
  return agenda;
}

function agendaWith(files: Readonly<Record<string, string>>, ...between: readonly string[]): Agenda {
  const [one, other] = between;
  return agendaIn(serviceWith(files), one !== undefined && other !== undefined ? { between: [one, other] } : {});
}

test("what is open between two leads, by section, oldest first", () => {
  const { text } = agendaWith({
    ...plans,
    "leads/notes/2026-06-01.md": [
      "# Leads, 2026-06-01",
      "",
      "Decision needed (Engineering): which queue do we use?",
      "",
      "This is an engineering decision, so we're going to get Priya's input before we rename the bookings table.",
      "",
      "- Disagreement: Priya wants weekly releases, Amelia fortnightly ones. Next step: Priya writes it down",
      "",
    ].join("\n"),
    "leads/notes/register.md":
      "# Register of disagreements\n\n| Topic | Positions | Since | Status | Owner |\n| --- | --- | --- | --- | --- |\n| Sundays | Amelia: a rota. Priya: a service. | 2026-05-04 | Open | Amelia |\n| Icons | Jonas: new. Priya: old. | 2026-05-04 | Open | Jonas |\n",
  });
  expect(text).toContain(
    "# One-on-ones: Priya and Amelia\n\n## 2026-06-15\n\n### Agenda\n\n**Decisions to pre-wire**\n\n- [which queue do we use?](../notes/2026-06-01.md), open for 14 days",
  );
  expect(text).toContain(
    "- [Sundays](../notes/register.md), open for 42 days. Amelia: a rota. Priya: a service. No next step yet (Amelia)",
  );
  expect(text.indexOf("Sundays")).toBeLessThan(text.indexOf("weekly releases"));
  expect(text).toMatch(
    /\*\*Input awaited\*\*\n\n- Priya, on \[.*rename the…\]\(\.\.\/notes\/2026-06-01\.md\), open for 14 days\n$/,
  );
  expect(text).not.toContain("Jonas");
});

test.each<[string, Readonly<Record<string, string>>, readonly [string, string, string]]>([
  [
    "no notes at all",
    {},
    ["leads/one-on-ones/priya-amelia.md", "# One-on-ones: Priya and Amelia\n\n## 2026-06-15\n\n### Agenda\n", ""],
  ],
  [
    "a file for the pair, newest first",
    {
      "1-1/priya-amelia.md":
        "# 1-1 Priya and Amelia\n\nTuesdays.\n\n## 9 June 2026\n\n- Calm.\n\n## 2 June 2026\n\n- Calm.\n",
    },
    [
      "1-1/priya-amelia.md",
      "# 1-1 Priya and Amelia\n\nTuesdays.\n\n## 15 June 2026\n\n### Agenda\n",
      "\n\n## 9 June 2026\n\n- Calm.\n\n## 2 June 2026\n\n- Calm.\n",
    ],
  ],
  [
    "a file for the pair, newest last, Windows line ends",
    {
      "one-on-ones/amelia-priya.md":
        "# Amelia and Priya\r\n\r\n### 02.06.2026\r\n\r\n- Calm.\r\n\r\n### 09.06.2026\r\n\r\n- Calm.",
    },
    [
      "one-on-ones/amelia-priya.md",
      "### 09.06.2026\r\n\r\n- Calm.\r\n\r\n### 15.06.2026\r\n\r\n#### Agenda\r\n",
      "\r\n",
    ],
  ],
  [
    "a file for each meeting",
    {
      "one-on-ones/2026-06-09-priya-amelia.md":
        "---\ntype: notes\ndate: 2026-06-09\n---\n\n# One-on-one: Priya and Amelia, June 9, 2026\n\n- Calm.\n",
    },
    [
      "one-on-ones/2026-06-15-priya-amelia.md",
      "---\ntype: notes\ndate: 2026-06-15\n---\n\n# One-on-one: Priya and Amelia, June 15, 2026\n\n## Agenda\n",
      "",
    ],
  ],
  [
    "another pair's file",
    { "one-on-ones/priya-jonas.md": "# One-on-ones: Priya and Jonas\n\n## 5/29/26\n\n- Calm.\n" },
    ["one-on-ones/priya-amelia.md", "# One-on-ones: Priya and Amelia\n\n## 6/15/26\n\n### Agenda\n", ""],
  ],
  [
    "another pair's folder",
    { "one-on-ones/weber-chen/2026-06-09.md": "# One-on-one Jonas and Amelia, 2026-06-09\n\n- Calm.\n" },
    ["one-on-ones/nair-chen/2026-06-15.md", "# One-on-one Priya and Amelia, 2026-06-15\n\n## Agenda\n", ""],
  ],
])("a note goes where its peers are and looks like them: %s", (_name, notes, [path, start, end]) => {
  const agenda = agendaWith({ ...plans, ...notes }, "Priya", "Amelia");
  const text = documentWith(agenda);
  expect(agenda.path).toBe(path);
  expect(text).toContain(start);
  expect(text.endsWith(end === "" ? "\n" : end)).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(text.includes("\r\n") ? /[\r\n]/ : /\r/);
});

test("new is what the last note does not name", () => {
  const notes = (said: string): Readonly<Record<string, string>> => ({
    ...plans,
    "one-on-ones/priya-amelia.md": `# One-on-ones: Priya and Amelia\n\n## 2026-06-02\n\n- Gift vouchers again.\n\n## 2026-06-09\n\n- ${said}\n`,
  });
  const fresh = agendaWith(notes("Icons, at last."));
  expect(fresh.counts).toMatchObject({ newDrift: 1, knownDrift: 0 });
  expect(fresh.text).toContain(
    "**New differences between the plans (since the note of 2026-06-09, which does not name it)**\n\n- Gift vouchers, priority P1 – P3 ([Product](../product/roadmap.md) and [Engineering](../engineering/roadmap.md))",
  );
  expect(agendaWith(notes("The gift-vouchers wait.")).counts).toMatchObject({ newDrift: 0, knownDrift: 1 });
  expect(agendaWith(plans).text).toContain("(there is no earlier note)");
});

test("a record is called by its title, without its number", () => {
  const record =
    "---\nstatus: proposed\ndeciders: [Amelia Chen]\n---\n\n# 7. Guests book without an account\n\n## Decision\n\nWe will ask for the account afterwards, because most people travel once.\n";
  const { text } = agendaWith({ ...charter, "decisions/0007-guests.md": record });
  expect(text).toContain("- [Guests book without an account](../../decisions/0007-guests.md");
  expect(text).not.toContain("because most people");
});

test("nothing open is said, not shown as an empty list", () => {
  const { text, counts } = agendaWith(charter);
  expect(text).toContain("Nothing is recorded as open between us");
  expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0]);
});

test.each([
  [["Bob", "Amelia"], /^Nobody is called “Bob”; known are Priya Nair, Amelia Chen and Jonas Weber$/],
  [["Amelia", "engineering"], /are the same; a one-on-one is between two$/],
  [["", "Amelia"], /^Nobody is called “”/],
] as const)("%j is answered with what is wrong", (between, problem) => {
  expect(agendaOf(serviceWith(plans), { between })).toEqual({ problem: expect.stringMatching(problem) });
});

test("notes of that day are not written twice", () => {
  const service = serviceWith(plans);
  const { path, ...agenda } = agendaIn(service);
  service.setDocument(path, documentWith({ path, ...agenda }));
  expect(agendaOf(service)).toEqual({
    problem: expect.stringMatching(/holds notes of Priya and Amelia of 2026-06-15 already/),
  });
});

test("names that look like markup stay text, in the note and in its path", () => {
  const { path, text } = agendaWith(
    {
      "product/roadmap.md": roadmap("Product", { "Vouchers \\[x\\](command:evil) \\<img\\>": "P1", Icons: "P2" }),
      "engineering/roadmap.md": roadmap("Engineering", {
        "Vouchers \\[x\\](command:evil) \\<img\\>": "P3",
        Icons: "P2",
      }),
    },
    "../<b>Ana</b>",
    "[Bo](javascript:x)",
  );
  expect(path).toMatch(/^one-on-ones\/[a-z-]+\.md$/);
  expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\]\((?!\.\.\/)/);
  expect(text).toContain("Vouchers \\[x\\](command:evil) \\<img\\>, priority P1 – P3");
});
