import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { read } from "./helpers.mjs";

const width = (page, pane) => page.locator(`.pane.${pane}`).evaluate((element) => Math.round(element.getBoundingClientRect().width));

test("panes are made wider and narrower by hand, and stay so for the next text", async (t) => {
  const { page, record } = await openPage(t, { viewport: { width: 1600, height: 800 } });
  await read(page);
  const line = page.getByRole("separator", { name: "大纲的宽度" });
  const { x, y } = await line.boundingBox();
  await page.mouse.move(x + 4, y + 200);
  await page.mouse.down();
  await page.mouse.move(480, y + 220, { steps: 4 });
  await page.mouse.up();
  assert.ok(Math.abs((await width(page, "outline")) - 480) < 20);
  await read(page, "一、概况\n受理诉求9件。\n");
  assert.ok(Math.abs((await width(page, "outline")) - 480) < 20);
  await line.dblclick();
  assert.equal(await width(page, "outline"), 0);
  assert.deepEqual(record.violations, []);
});

test("panes are made wider, narrower and folded by keys", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 1600, height: 800 } });
  await read(page);
  const line = page.getByRole("separator", { name: "指标的宽度" });
  await line.focus();
  await page.keyboard.press("Home");
  assert.equal(await width(page, "table"), 320);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await line.getAttribute("aria-valuenow"), "22");
  await page.keyboard.press("Enter");
  assert.equal(await width(page, "table"), 0);
  assert.equal(await page.locator(".pane.table").isVisible(), false);
  await page.keyboard.press("Enter");
  assert.equal(await width(page, "table"), 352);
});
