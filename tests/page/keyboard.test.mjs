// The whole way from paste to export by keys alone: the focus can be seen at every step, and is never lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isRead, read } from "./helpers.mjs";

/** What has the focus, and what of it cannot be seen. */
function focus() {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: "nothing", fault: "the focus is lost" };
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const place = element.getBoundingClientRect();
  const isOut = place.bottom <= 0 || place.top >= innerHeight || place.right <= 0 || place.left >= innerWidth;
  const isMarked = element.matches(":focus-visible") && outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  const name = [element.localName, element.getAttribute("aria-label") ?? element.textContent].join(" ").slice(0, 60);
  const fault = isOut ? "it is out of sight" : isMarked ? null : "nothing marks it";
  return { name, fault };
}

/** Presses a key, and looks at the focus once the page has followed. */
async function press(page, key, times = 1) {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    const { name, fault } = await page.evaluate(focus);
    assert.equal(fault, null, `after ${key}: ${name}`);
  }
}

/** Presses a key until the focus is where it is wanted. */
async function go(page, key, wanted, most = 40) {
  const isThere = () => page.evaluate((wanted) => document.activeElement.matches(wanted), wanted);
  for (let step = 0; step < most && !(await isThere()); step += 1) await press(page, key);
  assert.ok(await isThere(), `${wanted} is not reached by ${key}`);
}

const value = (page) => page.evaluate(() => document.activeElement.querySelector(".number")?.textContent);

async function saved(page, form) {
  await go(page, "Tab", ".exports > [aria-haspopup]:nth-of-type(3)");
  await press(page, "Enter");
  await go(page, "Tab", `dialog[open] li:nth-child(${form}) button`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await press(page, "Shift");
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("the text is one stop of the key Tab, and arrows go from figure to figure", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator(".toolbar").waitFor();
  await read(page);
  await page.locator(".scroller.paper").focus();
  const words = () => page.evaluate(() => document.activeElement.textContent);
  await press(page, "ArrowRight");
  assert.equal(await words(), "64个");
  await press(page, "ArrowDown");
  assert.equal(await words(), "57个");
  assert.equal(await page.locator("tr.chosen .number").textContent(), "57", "the table follows");
  await press(page, "ArrowLeft", 2);
  assert.equal(await words(), "64个");
  await press(page, "Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".paper")), null);
  await press(page, "Shift+Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".paper")));
  assert.deepEqual(record.errors, []);
});

test("from a text without a figure in sight an arrow leads to the next figure, wherever it is", async (t) => {
  const { page, record } = await openPage(t);
  const plain = "全镇上下齐心协力，各项工作稳步推进，群众办事更加便捷。\n".repeat(120);
  await read(page, `一、概况\n${plain}受理诉求120件。\n${plain}办结114件。\n${plain}`);
  const words = () => page.evaluate(() => document.activeElement.textContent);
  await page.locator(".scroller.paper").focus();
  await press(page, "ArrowRight");
  await page.waitForFunction(() => document.activeElement.textContent === "120件");
  await page.locator(".scroller.paper").evaluate((pane) => {
    pane.focus();
    pane.scrollTop = pane.scrollHeight;
  });
  await page.waitForFunction(() => !document.querySelector("mark"));
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => document.activeElement.localName === "mark");
  assert.equal(await words(), "114件");
  assert.deepEqual(record.errors, []);
});

test("a numeral that was left out becomes a figure by the key Enter, with its unit, or by a click", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  const count = await page.locator("[data-row]").count();
  await page.getByRole("button", { name: /未计数字/ }).click();
  const year = page.locator(".skipped", { hasText: "2023年" }).first();
  await year.focus();
  await press(page, "Enter");
  await go(page, "Tab", ".card [name=name]", 0);
  assert.equal(await page.locator(".card [name=value]").inputValue(), "2023");
  assert.equal(await page.locator("[data-row]").count(), count + 1);
  await press(page, "Escape");
  await page.waitForFunction((count) => document.querySelectorAll("[data-row]").length === count, count);
  await year.click();
  await page.locator(".card [name=value]").waitFor();
  assert.deepEqual(record.errors, []);
});

test("from paste to export by keys alone, the focus in sight at every step", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator(".toolbar").waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), REPORT);
  await page.keyboard.press("Control+v");
  await isRead(page);

  // The first stop of the key Tab leads to the table.
  await press(page, "Tab");
  await press(page, "Enter");
  await go(page, "Tab", "[data-row]", 0);
  assert.equal(await value(page), "64");
  await press(page, "ArrowDown");
  assert.equal(await value(page), "57");
  assert.match(await page.locator(".chosen .name").textContent(), /通过/);

  // Corrected: the focus goes into the form, and comes back to the row.
  await press(page, "e");
  await go(page, "Tab", ".card [name=value]", 0);
  // From the row it leads into the form that lies open, too.
  await page.locator("tr.chosen").focus();
  await press(page, "e");
  await go(page, "Tab", ".card [name=value]", 0);
  // What is no number is not taken, and the field says so.
  await page.keyboard.type("abc");
  await press(page, "Enter");
  await go(page, "Tab", ".card [name=value]:invalid", 0);
  assert.ok(await page.locator(".card [role=alert]").isVisible());
  await page.keyboard.press("Control+a");
  await page.keyboard.type("５８");
  await press(page, "Enter");
  assert.equal(await value(page), "58");
  await press(page, "Control+z");
  assert.equal(await value(page), "57");
  await press(page, "Control+y");
  assert.equal(await value(page), "58");
  await press(page, "e");
  await press(page, "Escape");
  assert.equal(await value(page), "58");

  // Taken away: the focus goes on to the next row; brought back: it goes there.
  await press(page, "ArrowDown");
  const taken = await value(page);
  await press(page, "x");
  assert.notEqual(await value(page), taken);
  await go(page, "Shift+Tab", ".aside summary");
  await press(page, "Enter");
  await go(page, "Tab", ".aside button");
  await press(page, "Enter");
  assert.equal(await value(page), taken);
  await press(page, "c");

  // Filtered, and saved as it is filtered.
  await go(page, "Shift+Tab", "input[type=search]");
  await page.keyboard.type("通过");
  await page.getByText(/\d+ \/ \d+ 行/).waitFor();
  const shown = await page.locator("[data-row]").count();
  const workbook = await saved(page, 1);
  assert.match(workbook.name, new RegExp(`筛选${shown}项\\.xlsx$`));
  assert.equal(workbook.bytes.subarray(0, 2).toString(), "PK");
  await go(page, "Shift+Tab", "input[type=search]");
  const { bytes } = await saved(page, 3);
  assert.equal(bytes.toString("utf8").trimEnd().split("\r\n").length, shown + 1);
  assert.deepEqual(record.errors, []);
});
