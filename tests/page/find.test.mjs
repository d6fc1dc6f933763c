import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isInSight, read, row } from "./helpers.mjs";

const LONG = REPORT.replace("（二）", `${"本段说明有关工作的背景。\n".repeat(200)}（二）`);

test("words are found in text, outline and table, and one walks from place to place", async (t) => {
  const { page } = await openPage(t);
  await read(page, LONG);
  await page.keyboard.press("Control+f");
  const field = page.getByRole("searchbox", { name: "在原文、大纲、指标中查找" });
  await field.fill("诉求");
  assert.match(await page.locator(".found").first().textContent(), /0 \/ 2.*原文 2 · 大纲 1/);
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".line.here").textContent(), /办理群众诉求/);
  assert.ok(await isInSight(page.locator(".column .found").first()));
  assert.ok((await page.locator("tr.found").count()) >= 1);
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".found b").textContent(), /2 \/ 2/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Enter");
  assert.match(await page.locator(".found b").textContent(), /2 \/ 2/);
  await page.keyboard.press("Escape");
  assert.equal(await field.count(), 0);
  assert.equal(await page.locator(".column .found").count(), 0);
});

test("headings and figures are found by the first letters of their pinyin", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox", { name: "在原文、大纲、指标中查找" }).fill("wz");
  assert.match(await page.locator(".found").first().textContent(), /原文 0 · 大纲 0 · 指标 1/);
  await page.keyboard.press("Enter");
  assert.match(await page.locator("tr.chosen .name").textContent(), /外资/);
  await page.getByRole("searchbox", { name: "在原文、大纲、指标中查找" }).fill("bzyy");
  await page.getByText("没有找到").waitFor();
  await page.getByRole("searchbox", { name: "在原文、大纲、指标中查找" }).fill("czdbz");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".line.here").textContent(), /存在的不足/);
});

test("the keys of the page: / to find, n for the next, ? for the sheet, and the focus comes back", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "64").focus();
  await page.keyboard.press("/");
  await page.keyboard.type("/没有这个");
  await page.getByText("没有找到").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.querySelector(".number").textContent), "64");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "快捷键" });
  await sheet.waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.querySelector(".number")?.textContent), "64");
});

test("every numeral that is no figure is shown with its reason", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  assert.equal(await page.locator(".skipped").count(), 0);
  await page.getByRole("button", { name: /未计数字/ }).click();
  const year = page.locator(".skipped", { hasText: "2023年" }).first();
  await year.focus();
  assert.match(await year.getAttribute("aria-label"), /未列入/);
  assert.match(await year.evaluate((element) => getComputedStyle(element, "::after").content), /[\u4e00-\u9fff]/);
  // Digits in the text are figures, or explained.
  const untold = await page.locator(".column").evaluate((column) => {
    const clone = column.cloneNode(true);
    clone.querySelectorAll("mark, .skipped").forEach((told) => told.remove());
    return clone.textContent.match(/\d+/g);
  });
  assert.equal(untold, null);
});

test("a letter leads to the next section that begins with it", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("treeitem").first().focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("*");
  assert.equal(await page.getByRole("treeitem").count(), 5);
  await page.getByRole("treeitem").first().dispatchEvent("keydown", { key: "存", bubbles: true });
  await page.locator(".line.here", { hasText: "存在的不足" }).waitFor();
});
