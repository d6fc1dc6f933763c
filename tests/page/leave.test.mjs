// What would be lost is not lost without a question, by leaving the page or by what takes its place.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isRead, paste, read, row } from "./helpers.mjs";

/** Loads the page again, and tells whether the browser asked before. It asks only a person who has used the page. */
async function asksToLeave(page) {
  await page.locator("body").click({ position: { x: 1, y: 1 } });
  let asked = false;
  page.once("dialog", (dialog) => {
    asked = dialog.type() === "beforeunload";
    return dialog.accept();
  });
  await page.reload();
  await page.locator(".toolbar").waitFor();
  page.removeAllListeners("dialog");
  return asked;
}

async function confirm(page, number) {
  await row(page, number).focus();
  await page.keyboard.press("c");
  await page.getByText("已确认").waitFor();
}

test("the browser asks before work is lost, and not where there is none", async (t) => {
  const { page, record } = await openPage(t);
  assert.equal(await asksToLeave(page), false, "an empty page");
  await read(page);
  assert.equal(await asksToLeave(page), false, "a text that only was pasted");
  await read(page);
  await confirm(page, "120");
  assert.equal(await asksToLeave(page), true, "a figure that was confirmed");
  await read(page);
  await page.getByRole("button", { name: "编辑" }).click();
  await page.getByRole("textbox", { name: "编辑原文" }).fill(`${REPORT}开展检查31次。\n`);
  await row(page, "31").waitFor();
  assert.equal(await asksToLeave(page), true, "a text that was edited");
  const files = ["甲", "乙"].map((name) => ({ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(REPORT) }));
  await page.locator("#file").setInputFiles(files);
  await page.locator("dialog.many").getByText("读完 2 份").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await asksToLeave(page), true, "files that were opened together");
  assert.deepEqual(record.errors, []);
});

test("work that is kept, or saved as a file, may be left", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await confirm(page, "120");
  await page.locator(".toolbar .keep").click();
  await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "另存为工作文件" }).click()]);
  assert.equal(await asksToLeave(page), false, "a file of work");
  await read(page);
  await confirm(page, "120");
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "开启保存" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  await page.locator(".toolbar .keep").and(page.getByText("已保存", { exact: true })).waitFor();
  assert.equal(await asksToLeave(page), false, "kept");
});

test("what was cleared is told, and comes back by a button of the empty page", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await confirm(page, "120");
  await page.getByRole("button", { name: "清空" }).click();
  const notice = page.locator(".notice", { hasText: "已清空" });
  await notice.getByRole("button", { name: "撤销" }).click();
  await page.getByText("已确认").waitFor();
  await page.getByRole("button", { name: "清空" }).click();
  await notice.waitFor();
  await page.locator(".toolbar").getByRole("button", { name: "撤销" }).click();
  await page.getByText("已确认").waitFor();
});

test("a report that takes the place of another says so, and gives it back", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await confirm(page, "120");
  await read(page, REPORT.replace("120件", "121件"));
  await row(page, "121").waitFor();
  await page.locator(".notice", { hasText: "已换成另一份报告" }).getByRole("button", { name: "撤销" }).click();
  await row(page, "120").waitFor();
  await page.getByText("已确认").waitFor();
});

test("what is told lies over nothing, on no screen", async (t) => {
  for (const [width, height] of [[320, 568], [390, 844], [1280, 800], [2560, 1440]]) {
    const { page } = await openPage(t, { viewport: { width, height } });
    await read(page);
    await read(page, REPORT.replace("120件", "121件"));
    await row(page, "121").waitFor();
    await page.keyboard.press("Control+f");
    await page.locator(".find").waitFor();
    const place = (selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON());
    const [find, workbench, notice] = [await place(".find"), await place(".workbench"), await place(".notice span")];
    assert.ok(find.bottom <= workbench.top && workbench.bottom <= notice.top && notice.bottom <= height, `${width} × ${height}`);
    await page.locator(".notice").getByRole("button", { name: "撤销" }).click();
    await row(page, "120").waitFor();
  }
});

test("behind a dialog nothing is pasted and nothing undone", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await confirm(page, "120");
  await page.getByRole("button", { name: "导出" }).click();
  await page.locator("dialog[open]").waitFor();
  await paste(page, "受理诉求9件。");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await isRead(page);
  await row(page, "120").getByText("已确认").waitFor();
});
