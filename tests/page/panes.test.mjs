import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { isRead, read } from "./helpers.mjs";

const WIDE = { viewport: { width: 1600, height: 800 } };

const width = (page, pane) => page.locator(`.pane.${pane}`).evaluate((element) => Math.round(element.getBoundingClientRect().width));

/** The names of the panes from left to right, as they are seen. */
const order = (page) =>
  page.locator(".workbench > .pane").evaluateAll((panes) =>
    panes.sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left).map((pane) => pane.ariaLabel),
  );

test("panes are made wider and narrower by hand, and stay so for the next text and the next visit", async (t) => {
  const { page, record, address } = await openPage(t, WIDE);
  await read(page);
  const edge = page.getByRole("separator", { name: "大纲的宽度" });
  const { x, y } = await edge.boundingBox();
  await page.mouse.move(x + 4, y + 200);
  await page.mouse.down();
  await page.mouse.move(480, y + 220, { steps: 4 });
  await page.mouse.up();
  const isSet = async () => Math.abs((await width(page, "outline")) - 480) < 20;
  assert.ok(await isSet());
  await read(page, "一、概况\n受理诉求9件。\n");
  assert.ok(await isSet());
  await page.goto(address);
  await read(page);
  assert.ok(await isSet());
  assert.deepEqual(record.violations, []);
});

test("panes fold to a strip and open again, by button, edge and keys; one stays open", async (t) => {
  const { page } = await openPage(t, WIDE);
  await read(page);
  const edge = page.getByRole("separator", { name: "指标的宽度" });
  await edge.focus();
  await page.keyboard.press("Home");
  assert.equal(await width(page, "table"), 160);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await edge.getAttribute("aria-valuenow"), "12");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".pane.table .scroller").isVisible(), false);
  assert.ok((await width(page, "table")) < 60);
  await page.keyboard.press("Enter");
  assert.equal(await width(page, "table"), 192);
  for (const name of ["大纲", "原文"]) await page.getByRole("button", { name: `收起“${name}”窗格` }).click();
  assert.ok((await width(page, "table")) > 1500);
  await page.getByRole("button", { name: "收起“指标”窗格" }).click();
  assert.ok((await width(page, "table")) > 1500, "nothing would be left");
  await page.locator(".strip", { hasText: "原文" }).click();
  assert.ok(await page.locator(".column").isVisible());
});

test("panes are carried to another place, and stay there for the next visit", async (t) => {
  const { page, address } = await openPage(t, WIDE);
  await read(page);
  assert.deepEqual(await order(page), ["大纲", "原文", "指标"]);
  const grip = await page.getByRole("button", { name: /移动“指标”窗格/ }).boundingBox();
  await page.mouse.move(grip.x + 3, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(100, grip.y + 40, { steps: 4 });
  assert.equal(await page.locator(".landing").getAttribute("data-at"), "0");
  await page.mouse.up();
  assert.deepEqual(await order(page), ["指标", "大纲", "原文"]);
  assert.equal(await page.locator(".landing").count(), 0);
  await page.goto(address);
  await read(page);
  assert.deepEqual(await order(page), ["指标", "大纲", "原文"]);
});

test("panes are moved by keys, the focus goes along, and Tab follows what is seen", async (t) => {
  const { page } = await openPage(t, WIDE);
  await read(page);
  await page.getByRole("button", { name: /移动“大纲”窗格/ }).focus();
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await order(page), ["原文", "大纲", "指标"]);
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "移动“大纲”窗格，现在是第 2 个");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await order(page), ["原文", "指标", "大纲"]);
  // Its edge is on its other side now.
  const edge = page.getByRole("separator", { name: "大纲的宽度" });
  const before = await width(page, "outline");
  await edge.focus();
  await page.keyboard.press("ArrowLeft");
  assert.ok((await width(page, "outline")) > before);
  const dom = await page.locator(".workbench > .pane").evaluateAll((panes) => panes.map((pane) => pane.ariaLabel));
  assert.deepEqual(dom, await order(page));
});

test("language, colours and columns are as they were at the last visit; of the text nothing is kept", async (t) => {
  const { page, address } = await openPage(t, { ...WIDE, colorScheme: "light" });
  await read(page);
  await page.getByText("筛选与列").click();
  await page.getByRole("checkbox", { name: "类型" }).check();
  await page.getByRole("button", { name: "切换明暗" }).click();
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole("button", { name: "EN" }).click();
  await page.goto(address);
  await page.getByRole("button", { name: "See an example" }).click();
  await isRead(page);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), dark);
  assert.ok(await page.getByRole("columnheader", { name: "Kind" }).isVisible());
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  assert.doesNotMatch(kept, /[\u4e00-\u9fff]/);
});
