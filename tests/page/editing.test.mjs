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
  await page.getByRole("button", { name: "手工录入" }).click();
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

test("editing begins at the fault that is chosen, and Esc ends it", async (t) => {
  const { page } = await openPage(t);
  const filler = Array.from({ length: 60 }, (_, at) => `第${at}段说明文字，写得长一些，好让它占去不止一行的地方，把后面的推到屏幕之外。`).join("\n");
  await read(page, `${filler}\n${REPORT}`);
  await page.locator(".fact.disagree").click();
  await page.locator(".item.wrong").first().click();
  await page.locator("mark.chosen").first().waitFor();
  await page.getByRole("button", { name: "编辑" }).click();
  const field = page.getByRole("textbox", { name: "编辑原文" });
  const place = await field.evaluate((field) => {
    const { value, selectionStart, selectionEnd, scrollTop, clientHeight, scrollHeight } = field;
    return { words: value.slice(selectionStart, selectionEnd), isFar: scrollTop > clientHeight || scrollTop + clientHeight >= scrollHeight - 2 };
  });
  assert.deepEqual(place, { words: "64个", isFar: true });
  await page.keyboard.type("63个");
  await page.locator(".fact.disagree").waitFor({ state: "detached" });
  await page.getByText("0 处不符", { exact: true }).waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.textContent === "编辑");
});

test("an edit that changes nothing is nothing to undo", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "编辑" }).click();
  await page.getByRole("button", { name: "完成" }).click();
  assert.ok(await page.getByRole("button", { name: "撤销" }).isDisabled());
});

test("the place in the text stays when editing begins and ends", async (t) => {
  const { page } = await openPage(t);
  const lines = Array.from({ length: 300 }, (_, at) => `第${at}段说明文字，受理诉求${at + 1}件，这一段写得长一些，好让它占去不止一行的地方。`);
  await read(page, lines.join("\n"));
  const pane = page.locator(".scroller.paper");
  await pane.evaluate((pane) => (pane.scrollTop = pane.scrollHeight / 2));
  const top = () =>
    pane.evaluate((pane) => {
      const { top } = pane.getBoundingClientRect();
      const blocks = [...pane.querySelectorAll("[data-start]")];
      return Number(blocks.find((block) => block.getBoundingClientRect().bottom > top + 1).textContent.match(/第(\d+)段/)[1]);
    });
  await page.waitForTimeout(200);
  const before = await top();
  assert.ok(before > 100 && before < 200, String(before));
  await page.getByRole("button", { name: "编辑" }).click();
  const field = page.getByRole("textbox", { name: "编辑原文" });
  // Where one writes is where one read: what is typed goes there.
  await page.keyboard.type("新加");
  assert.match(await field.inputValue(), new RegExp(`新加第${before}段`));
  assert.ok(await field.evaluate((field) => field.scrollTop > 1000));
  await page.getByRole("button", { name: "完成" }).click();
  await page.locator("main.workbench:not([aria-busy])").waitFor();
  await page.waitForFunction((before) => {
    const pane = document.querySelector(".scroller.paper");
    const block = [...pane.querySelectorAll("[data-start]")].find((block) => block.textContent.startsWith(`新加第${before}段`));
    return block && Math.abs(block.getBoundingClientRect().top - pane.getBoundingClientRect().top) < 60;
  }, before);
});
