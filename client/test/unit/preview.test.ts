import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import type { Badge } from "../../../server/src/protocol/messages.js";
import { addBadges } from "../../src/preview/plugin.js";

function rendered(text: string, ...badges: Badge[]): string {
  return addBadges(new MarkdownIt({ html: true }), (environment) =>
    (environment as { badged?: boolean }).badged ? badges : [],
  ).render(text, { badged: true });
}

const badge = (line: number, text: string, kind: Badge["kind"] = "domain"): Badge => ({ line, kind, text });
const span = (text: string, kind = "domain") => ` <span class="lockstep-badge lockstep-badge-${kind}">${text}</span>`;

test("a badge stands behind its line: of a heading, a paragraph of several lines, a list item", () => {
  expect(rendered("## A\n", badge(0, "Design"))).toBe(`<h2>A${span("Design")}</h2>\n`);
  expect(rendered("one  \n*two*\nthree\n", badge(1, "x"), badge(2, "y"), badge(2, "z"))).toBe(
    `<p>one<br>\n<em>two</em>${span("x")}\nthree${span("y")}${span("z")}</p>\n`,
  );
  expect(rendered("- a\n- b\n\n  c\n", badge(1, "x"))).toContain(`<p>b${span("x")}</p>`);
});

test("in a table it stands in the first cell of its row, once", () => {
  const html = rendered("| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n", badge(3, "x"), badge(0, "h"));
  expect(html).toContain(`<td>3${span("x")}</td>\n<td>4</td>`);
  expect(html).toContain(`<th>a${span("h")}</th>\n<th>b</th>`);
  expect(html.match(/lockstep-badge-domain/g)).toHaveLength(2);
});

test("whatever a document says is text in a badge", () => {
  const html = rendered("# A\n", badge(0, '<img src=x onerror="alert(1)">&', '"><script>' as Badge["kind"]));
  expect(html).not.toMatch(/<img|<script/);
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;");
});

test("without badges, on lines that are not there, and in code nothing changes", () => {
  const text = "# A\n\n```\ncode\n```\n\n<div>html</div>\n\n| a |\n| - |\n";
  const plain = new MarkdownIt({ html: true }).render(text);
  expect(rendered(text)).toBe(plain);
  expect(rendered(text, badge(3, "x"), badge(6, "y"), badge(99, "z"), badge(-1, "w"))).toBe(plain);
  expect(addBadges(new MarkdownIt({ html: true }), () => []).render(text)).toBe(plain);
});
