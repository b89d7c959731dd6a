import { expect, test } from "vitest";
import { kept, problems } from "./findings.js";

/**
 * In these documents a word like `stalled!` or `domain!` is a finding of that rule, so that the text says what there is to suppress.
 */

test("without comments all is kept, and other comments mean nothing", () => {
  expect(kept("# A\n\nstalled! <!-- a comment --> domain!\n\n<!-- lockstep is good -->\n")).toBe("stalled@2 domain@2");
});

test("disable-next-line speaks of findings that begin on the next line, and of no other", () => {
  const text = `<!-- lockstep-disable-next-line decision-stalled -- waits for legal -->
stalled! domain!
stalled!
`;
  expect(kept(text)).toBe("domain@1 stalled@2");
  expect(problems(text)).toEqual([]);
});

test("blank lines and other suppressions may stand between a comment and its next line", () => {
  const text = `<!-- lockstep-disable-next-line decision-stalled -->

<!-- lockstep-disable-next-line decision-without-domain -->


stalled! domain! sides!
`;
  expect(kept(text)).toBe("sides@5");
});

test("a comment that names no rule speaks of all rules, whether or not it gives a reason", () => {
  expect(kept("<!-- lockstep-disable-next-line -- all known -->\nstalled! domain!\n")).toBe("");
  expect(kept("stalled! domain! <!-- lockstep-disable-line -->\nsides!\n")).toBe("sides@1");
  expect(kept("stalled! domain! <!-- lockstep-disable-line — known -->\nsides!\n")).toBe("sides@1");
});

test("several rules are parted by spaces or commas", () => {
  const text =
    "<!-- lockstep-disable-next-line decision-stalled, decision-without-domain -- why -->\nstalled! domain! sides!\n";
  expect(kept(text)).toBe("sides@1");
  expect(problems(text)).toEqual([]);
});

test("comments stand wherever HTML may: list items, table cells, quotations, footnotes, headings", () => {
  const text = `# stalled! <!-- lockstep-disable-line decision-stalled -->

- stalled! <!-- lockstep-disable-line decision-stalled -->
- stalled!
  <!-- lockstep-disable-next-line decision-without-domain -->
  - domain!

| a | b |
| - | - |
| stalled! | x <!-- lockstep-disable-line decision-stalled --> |
| stalled! | y |

> <!-- lockstep-disable-next-line wording-sides -->
>
> sides!

[^1]: domain! <!-- lockstep-disable-line -->
`;
  expect(kept(text)).toBe("stalled@3 stalled@10");
  expect(problems(text)).toEqual([]);
});

test("a comment above a table speaks of its header, not of its rows", () => {
  const text = "<!-- lockstep-disable-next-line decision-stalled -->\n| a |\n| - |\n| stalled! |\n";
  expect(kept(text)).toBe("stalled@3");
  expect(problems(text)).toEqual([
    "0: This comment suppresses nothing on that line. Remove it, so that a new problem there is not hidden.",
  ]);
});

test("disable holds up to enable, or to the end", () => {
  const text = `stalled!

<!-- lockstep-disable decision-stalled, decision-without-domain -- history -->

stalled! domain! sides!

<!-- lockstep-enable decision-stalled -->

stalled! domain!

<!-- lockstep-enable -->

domain!

<!-- lockstep-disable -->

stalled! domain!

<!-- lockstep-enable wording-sides -->

stalled! sides!
`;
  expect(kept(text)).toBe("stalled@0 sides@4 stalled@8 domain@12 sides@20");
  expect(problems(text)).toEqual([]);
});

test("a rule that was taken out of a region of all rules can be disabled again, by name or with all", () => {
  const text = `<!-- lockstep-disable -->
stalled!

<!-- lockstep-enable decision-stalled -->
stalled!

<!-- lockstep-disable decision-stalled -->
stalled!

<!-- lockstep-enable decision-stalled -->
stalled!

<!-- lockstep-disable -->
stalled!
`;
  expect(kept(text)).toBe("stalled@4 stalled@10");
  expect(problems(text)).toEqual([]);
});

test("disable and enable in one paragraph hold from where they stand", () => {
  expect(kept("stalled! <!-- lockstep-disable --> stalled! domain! <!-- lockstep-enable --> domain!\n")).toBe(
    "stalled@0 domain@0",
  );
});

test("disable-file holds for the whole document wherever it stands, front matter too", () => {
  const text =
    "---\ntitle: stalled!\n---\n\n# domain!\n\nstalled!\n\n<!-- lockstep-disable-file decision-stalled -->\n";
  expect(kept(text)).toBe("domain@4");
});

test("comments in code, in front matter and left open are none", () => {
  const text = `---
a: <!-- lockstep-disable-file -->
---

\`<!-- lockstep-disable-file -->\` stalled!

    <!-- lockstep-disable-file -->

~~~
<!-- lockstep-disable-file -->
~~~

stalled!

<!-- lockstep-disable-file
`;
  expect(kept(text)).toBe("stalled@4 stalled@12");
  expect(problems(text)).toEqual([]);
});

test("comments of several lines, several in one block, and Windows line ends", () => {
  const text = `<!-- lockstep-disable-next-line
  decision-stalled
  -- a reason that
  takes its room -->
stalled!

<!-- lockstep-disable decision-stalled --><!-- x --><!-- lockstep-disable wording-sides -->

stalled! sides! domain!
`;
  expect(kept(text)).toBe("domain@8");
  expect(kept(text.replaceAll("\n", "\r\n"))).toBe("domain@8");
  expect(problems(text.replaceAll("\n", "\r\n"))).toEqual([]);
});

test("a comment at the end says nothing of a next line", () => {
  expect(problems("stalled!\n\n<!-- lockstep-disable-next-line -->\n")).toHaveLength(1);
});

test("comments keep up with edits", () => {
  expect(kept("<!-- lockstep-disable-next-line -->\nstalled!\n\ndomain!\n", { line: 0, text: "# New\n\n" })).toBe(
    "domain@5",
  );
  expect(kept("# A\n\nstalled! <!-- lockstep-disable-line -->\n", { line: 1, text: "\n\n\n" })).toBe("");
});

test("thousands of comments and findings take no more than their own time", () => {
  const many = Array.from({ length: 2_000 }, (_, index) => `<!-- lockstep-disable-next-line r${index} -->\n`).join("");
  expect(kept(`${many}stalled!\n`)).toBe("stalled@2000");
  const regions = "<!-- lockstep-disable decision-stalled --> stalled! <!-- lockstep-enable --> domain! ".repeat(1_000);
  expect(kept(regions).split(" ")).toHaveLength(1_000);
});
