import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, read, row } from "./helpers.mjs";

test("outline and table follow as one types", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "编辑" }).click();
  await page.getByRole("textbox", { name: "编辑原文" }).fill(`${REPORT}五、其他\n开展检查31次。\n`);
  await row(page, "31").waitFor();
  assert.match(await page.getByRole("treeitem").last().textContent(), /其他/);
  await page.getByRole("button", { name: "完成" }).click();
  assert.ok(await page.locator("mark", { hasText: "31次" }).isVisible());
});

test("what is chosen in the table is selected in the text that is edited, also after CR LF", async (t) => {
  const { page } = await openPage(t);
  await read(page, REPORT.replaceAll("\n", "\r\n"));
  await page.getByRole("button", { name: "编辑" }).click();
  await page.locator("main.workbench:not([aria-busy])").waitFor();
  await row(page, "120").click();
  const field = page.getByRole("textbox", { name: "编辑原文" });
  const selected = () => field.evaluate(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd));
  assert.equal(await selected(), "120件");
});

test("a text may be typed from nothing, and nothing leads back to the beginning", async (t) => {
  const { page } = await openPage(t);
  await page.getByRole("button", { name: "自己输入" }).click();
  const field = page.getByRole("textbox", { name: "编辑原文" });
  await field.pressSequentially("一、概况\n受理诉求9件。");
  await row(page, "9").waitFor();
  await field.fill("");
  await page.getByRole("button", { name: "完成" }).click();
  assert.ok(await page.getByRole("button", { name: "看一份示例" }).isVisible());
});

test("what was typed is undone and done again, in the field too, and apart from what was corrected", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "编辑" }).click();
  const field = page.getByRole("textbox", { name: "编辑原文" });
  await field.fill(`${REPORT}开展检查31次。\n`);
  await row(page, "31").waitFor();
  await row(page, "120").focus();
  await page.keyboard.press("c");
  await page.getByText("已确认").waitFor();
  const undo = page.getByRole("button", { name: "撤销" });
  await undo.click();
  await page.getByText("已确认").waitFor({ state: "detached" });
  assert.match(await field.inputValue(), /31次/);
  await undo.click();
  await row(page, "31").waitFor({ state: "detached" });
  assert.equal(await field.inputValue(), REPORT);
  assert.ok(await undo.isDisabled());
  await page.getByRole("button", { name: "重做" }).click();
  await row(page, "31").waitFor();
  assert.match(await field.inputValue(), /31次/);
});

test("an edit that changes nothing is nothing to undo", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "编辑" }).click();
  await page.getByRole("button", { name: "完成" }).click();
  assert.ok(await page.getByRole("button", { name: "撤销" }).isDisabled());
});
