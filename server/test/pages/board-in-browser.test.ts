import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardOf } from "../../src/engine/views/board/board.js";
import { renderBoardBody, renderBoardPage } from "../../src/pages/board-page.js";
import { roadmap, serviceWith } from "../views/support/plans.js";
import { launchBrowser } from "./support/browser.js";

// The page as people have it: in a real browser, with its content security policy in force.

const files = {
  "product/roadmap.md": roadmap("Product", { Vouchers: "P1", Icons: "P2", Maps: "P2" }),
  "engineering/roadmap.md": roadmap("Engineering", { Vouchers: "P3", Icons: "P2", Maps: "P2" }),
};
const board = boardOf(serviceWith(files));

let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("http://board.test/")) troubles.push(request.url());
  });
  const html = renderBoardPage(board, { theme: "vscode", links: { kind: "message" } });
  await page.addInitScript(() => {
    const posted: unknown[] = [];
    let state: unknown;
    Object.assign(globalThis, {
      posted,
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => posted.push(message),
        getState: () => state,
        setState: (next: unknown) => {
          state = next;
        },
      }),
    });
  });
  await page.route("http://board.test/", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto("http://board.test/");
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

/** What has the focus: the words of its cell. */
function focused(): Promise<string> {
  return page.evaluate('document.activeElement?.closest("th, td")?.textContent ?? ""');
}

async function press(...keys: readonly string[]): Promise<string> {
  for (const key of keys) await page.keyboard.press(key);
  return focused();
}

test("arrow keys lead over the grid, Enter to the place of a cell, Escape out of it", async () => {
  await page.getByRole("checkbox", { name: "Differences only" }).focus();
  expect(await press("Tab")).toBe("Item");
  expect(await press("ArrowDown")).toContain("Vouchers");
  expect(await press("ArrowRight")).toMatch(/^P1/);
  expect(await press("ArrowRight", "ArrowDown")).toMatch(/^P2/);
  expect(await press("Home")).toContain("Icons");
  expect(await press("Control+Home")).toBe("Item");
  await press("ArrowDown", "ArrowRight", "Enter");
  expect(await page.evaluate("posted")).toEqual([
    {
      type: "open",
      path: "product/roadmap.md",
      range: { start: { line: 4, character: 13 }, end: { line: 4, character: 15 } },
    },
  ]);
  await press("End", "Enter", "Enter", "ArrowDown", "ArrowDown", "ArrowDown");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("posted.at(-1)")).toMatchObject({
    type: "fix",
    rule: "priority-mismatch",
    title: "Use P3 here",
  });
  expect(await press("Escape")).toContain("Priority");
  expect(await page.getByRole("gridcell").count()).toBe(9);
  expect(await page.getByRole("columnheader").count()).toBe(4);
});

test("the filter leaves what differs, and another board keeps it and the focus", async () => {
  const rows = page.locator("tbody tr:visible");
  expect(await rows.count()).toBe(3);
  await page.getByRole("checkbox").check();
  expect(await rows.count()).toBe(1);
  expect(await page.getByRole("status").textContent()).toBe("1 of 3 items shown");
  await page.locator("tbody tr.differing th").focus();
  const changed = boardOf(
    serviceWith({ ...files, "product/roadmap.md": roadmap("Product", { Vouchers: "P1", Icons: "P1", Maps: "P2" }) }),
  );
  const html = renderBoardBody(changed, { links: { kind: "message" } });
  await page.evaluate(`postMessage(${JSON.stringify({ type: "board", html })})`);
  await expect.poll(() => rows.count()).toBe(2);
  expect(await focused()).toContain("Vouchers");
  expect(await page.getByRole("checkbox").isChecked()).toBe(true);
});

test("it reads in light, dark and forced colours, and asks for nothing", async () => {
  for (const theme of ["vscode-light", "vscode-dark", "vscode-high-contrast"]) {
    await page.evaluate(`document.body.className = "${theme}"`);
    const colours = await page.evaluate<string[]>(
      "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]",
    );
    expect(colours[0]).not.toBe(colours[1]);
  }
  await page.emulateMedia({ forcedColors: "active" });
  const border = await page.evaluate('getComputedStyle(document.querySelector(".priority")).borderTopStyle');
  expect(border).toBe("solid");
  expect(troubles).toEqual([]);
});
