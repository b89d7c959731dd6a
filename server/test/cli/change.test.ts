import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commit, folderWith, git, lockstep, read, repositoryWith, write } from "./support/command-line.js";
import { findingsIn, minutes, today, twoPlans } from "./support/documents.js";

async function caused(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await lockstep(["check", "--format", "json", ...today, ...args], { cwd });
  expect(stderr).toBe("");
  return findingsIn(stdout);
}

const agreeing = {
  "product/roadmap.md": twoPlans["product/roadmap.md"],
  "engineering/roadmap.md": twoPlans["engineering/roadmap.md"].replace("15 December 2026", "31 August 2026"),
};

test.concurrent("only what the change caused: old findings of the same and of other documents stay silent", async () => {
  const cwd = repositoryWith({ "notes/a.md": minutes, "notes/b.md": minutes });
  write(cwd, { "notes/a.md": `# Minutes\n\nHello.\n\nWe decided to ship weekly.\n\nWe decided to hire slowly.\n` });
  expect(await caused(cwd, "--since", "HEAD")).toEqual(["notes/a.md:7 decision-without-domain"]);
});

test.concurrent("a document that the change did not touch is reported where the change made it wrong", async () => {
  const cwd = repositoryWith(agreeing);
  expect(await caused(cwd)).toEqual([]);
  write(cwd, { "engineering/roadmap.md": twoPlans["engineering/roadmap.md"] });
  expect(await caused(cwd, "--since", "HEAD")).toEqual([
    "engineering/roadmap.md:5 plan-conflict",
    "product/roadmap.md:5 plan-conflict",
  ]);
});

test.concurrent("an old finding on a line that the change touched is reported", async () => {
  const cwd = repositoryWith({
    "notes/a.md": `# Minutes\n\nFirst. We decided to ship weekly.\n\nWe decided to hire slowly.\n`,
  });
  write(cwd, { "notes/a.md": `# Minutes\n\nAt first. We decided to ship weekly.\n\nWe decided to hire slowly.\n` });
  expect(await caused(cwd, "--since", "HEAD")).toEqual(["notes/a.md:3 decision-without-domain"]);
});

test.concurrent("a renamed document keeps its findings silent, renamed by git or by hand, changed or not", async () => {
  const long = Array.from({ length: 30 }, (_, index) => `Point ${index} was discussed.\n`).join("\n");
  const cwd = repositoryWith({ "notes/a.md": `${minutes}\n${long}`, "notes/b.md": minutes });
  git(cwd, "mv", "notes/a.md", "notes/renamed.md");
  write(cwd, { "notes/renamed.md": `${read(cwd, "notes/renamed.md")}\nWe decided to hire slowly.\n` });
  renameSync(join(cwd, "notes/b.md"), join(cwd, "notes/by-hand.md"));
  expect(await caused(cwd, "--since", "HEAD")).toEqual(["notes/renamed.md:65 decision-without-domain"]);
  commit(cwd, "Rename");
  expect(await caused(cwd, "--since", "HEAD~1")).toEqual(["notes/renamed.md:65 decision-without-domain"]);
  expect(await caused(cwd, "--since", "HEAD")).toEqual([]);
});

test.concurrent("a renamed plan that others name in their messages is no new conflict", async () => {
  const cwd = repositoryWith(twoPlans);
  git(cwd, "mv", "product/roadmap.md", "product/roadmap-2026.md");
  expect(await caused(cwd, "--since", "HEAD")).toEqual([]);
});

test.concurrent("a branch is compared with where it left the other, not with where that is now", async () => {
  const cwd = repositoryWith({ "notes/a.md": minutes });
  git(cwd, "checkout", "--quiet", "-b", "work");
  write(cwd, { "notes/c.md": minutes });
  commit(cwd, "Work");
  git(cwd, "checkout", "--quiet", "main");
  write(cwd, { "notes/a.md": "# Minutes\n" });
  commit(cwd, "Mend it on main");
  git(cwd, "checkout", "--quiet", "work");
  expect(await caused(cwd, "--since", "main")).toEqual(["notes/c.md:3 decision-without-domain"]);
});

test.concurrent("a rule that configuration turns on is the change’s doing", async () => {
  const cwd = repositoryWith({ "notes/a.md": minutes, ".lockstep.yaml": "rules: { decision-without-domain: off }\n" });
  write(cwd, { ".lockstep.yaml": "rules: {}\n" });
  expect(await caused(cwd, "--since", "HEAD")).toEqual(["notes/a.md:3 decision-without-domain"]);
});

test.concurrent("deleting a document that others relied on is a change too", async () => {
  const plans = {
    "product/roadmap.md": "# Product roadmap, H2 2026\n\n- Group bookings\n- Seat maps\n",
    "engineering/roadmap.md": "# Engineering roadmap, H2 2026\n\n- Seat maps\n",
    "engineering/roadmap-2.md": "# Engineering roadmap, H2 2026\n\n- Group bookings\n",
  };
  const cwd = repositoryWith(plans);
  const before = await caused(cwd);
  rmSync(join(cwd, "engineering/roadmap-2.md"));
  const after = await caused(cwd);
  const since = await caused(cwd, "--since", "HEAD");
  expect(since).toEqual(after.filter((finding) => !before.includes(finding)));
  expect(since).toEqual(["product/roadmap.md:3 shadow-plan"]);
});

test.concurrent("--staged reads what is staged, not what lies in the folder", async () => {
  const cwd = repositoryWith({ "notes/a.md": "# Minutes\n" });
  write(cwd, { "notes/a.md": minutes, "notes/b.md": minutes });
  git(cwd, "add", "notes/a.md");
  write(cwd, { "notes/a.md": "# Minutes\n\nNothing of it any more.\n" });
  expect(await caused(cwd, "--staged")).toEqual(["notes/a.md:3 decision-without-domain"]);
  git(cwd, "reset", "--quiet");
  expect(await caused(cwd, "--staged")).toEqual([]);
});

test.concurrent("--staged before the first commit", async () => {
  const cwd = folderWith({ "notes/a.md": minutes });
  git(cwd, "init", "--quiet");
  expect(await caused(cwd, "--staged")).toEqual([]);
  git(cwd, "add", "--all");
  expect(await caused(cwd, "--staged")).toEqual(["notes/a.md:3 decision-without-domain"]);
});

test.concurrent("in a folder of the repository, with configuration above it", async () => {
  const cwd = repositoryWith({
    "plans/notes/a.md": minutes,
    ".lockstep.yaml": "rules: { decision-without-domain: error }\n",
  });
  write(cwd, { "plans/notes/b.md": minutes, "notes/c.md": minutes });
  const { stdout } = await lockstep(["check", "--format", "json", "--since", "HEAD", ...today], {
    cwd: join(cwd, "plans"),
  });
  expect(findingsIn(stdout)).toEqual(["notes/b.md:3 decision-without-domain"]);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ severity: "error" }] });
});

test.concurrent("what is no commit, and what looks like an option, is bad use", async () => {
  const cwd = repositoryWith({ "notes/a.md": minutes });
  for (const name of ["nowhere", "--output=x", "HEAD:notes/a.md"]) {
    const { status, stderr } = await lockstep(["check", `--since=${name}`], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lockstep: --since takes a commit, branch or tag, and git knows no “[^\n]+\n$/);
  }
});

test.concurrent("the comment says what is new, what is mended, and whose priority changed", async () => {
  const list =
    "# Product roadmap, H2 2026\n\n| Item | Priority |\n| --- | --- |\n| Seat maps | P1 |\n| Vouchers | P2 |\n| Old thing | P3 |\n";
  const cwd = repositoryWith({ "notes/a.md": minutes, "product/roadmap.md": list });
  write(cwd, {
    "notes/a.md": "# Minutes\n\nNothing.\n\nWe decided to hire slowly.\n",
    "product/roadmap.md": list.replace("Seat maps | P1", "Seat maps | P0").replace("Old thing | P3", "New thing | P3"),
  });
  const { stdout } = await lockstep(["check", "--since", "main", "--format", "markdown", ...today], { cwd });
  const section = (title: string) => new RegExp(`### ${title}\\n\\n([^#]*)`).exec(stdout)?.[1] ?? "";
  expect(section("New or touched")).toContain("`notes/a.md:5`");
  expect(section("Mended")).toContain("“We decided to ship weekly”");
  expect(section("Priorities").match(/^\| (?!item|---).*/gm)).toEqual([
    "| Seat maps | `product/roadmap.md` | P1 | P0 |",
    "| New thing | `product/roadmap.md` | *new* | P3 |",
    "| Old thing | `product/roadmap.md` | P3 | *gone* |",
  ]);
});
