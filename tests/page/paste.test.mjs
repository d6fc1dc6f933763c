// How a text comes in where the browser keeps the clipboard to itself, and what is no text.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isRead, mark, paste, read, row } from "./helpers.mjs";

const TELEPHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const keepClipboard = (page) =>
  page.evaluate(() => {
    const readText = () => Promise.reject(new Error("kept"));
    Object.defineProperty(navigator, "clipboard", { value: { readText } });
  });

const field = (page) => page.getByRole("textbox", { name: "编辑原文" });

/** Pastes into the field, as the menu of a telephone does. */
const pasteIntoField = (page, text) =>
  field(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test("on a telephone a person pastes into an empty field, and what lay there before comes back", async (t) => {
  const { page, record } = await openPage(t, TELEPHONE);
  await page.locator(".toolbar").waitFor();
  await keepClipboard(page);
  assert.doesNotMatch(await page.locator(".invite").textContent(), /Ctrl|拖/);
  await page.getByRole("button", { name: "粘贴报告" }).click();
  await field(page).waitFor();
  assert.match(await field(page).getAttribute("placeholder"), /长按/);
  assert.ok(await field(page).evaluate((field) => field === document.activeElement));
  assert.doesNotMatch(await page.locator(".summary").textContent(), /正在解读/);
  await pasteIntoField(page, REPORT);
  await isRead(page);
  assert.equal(await field(page).count(), 0, "a report that was pasted is read, not edited");
  await page.getByRole("button", { name: "粘贴报告" }).click();
  await field(page).waitFor();
  assert.equal(await field(page).inputValue(), "");
  await page.locator(".notice").getByRole("button", { name: "撤销" }).click();
  await mark(page, "120件").waitFor();
  assert.equal(await field(page).count(), 0);
  assert.deepEqual(record.errors, []);
});

test("with keys the report stays until another is pasted", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await keepClipboard(page);
  await page.getByRole("button", { name: "粘贴报告" }).click();
  await page.locator(".notice", { hasText: "Ctrl+V" }).waitFor();
  assert.ok(await row(page, "120").isVisible());
});

test("an address of the web leaves the report and says what to do", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await paste(page, "https://www.gov.cn/a.pdf\n");
  await page.locator(".notice", { hasText: "打开它" }).waitFor();
  assert.ok(await row(page, "120").isVisible());
});
