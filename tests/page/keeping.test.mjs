import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isLocked, isRead, read, row } from "./helpers.mjs";

const OTHER = "青塘镇2023年工作总结\n一、主要工作\n接待群众35人次。\n";
const TITLE = "云岭镇2023年法治政府建设年度报告";

const shelf = (page) => page.getByRole("dialog", { name: "保存在这个浏览器里" });
const button = (page) => page.locator(".toolbar .keep");

async function openShelf(page) {
  await button(page).click();
  await shelf(page).waitFor();
  return shelf(page);
}

/** Asks the page to keep what lies on it, and waits until that is kept. */
async function keep(page) {
  const dialog = await openShelf(page);
  await dialog.getByRole("button", { name: "开启保存" }).click();
  await dialog.getByRole("button", { name: "关闭" }).click();
  await isKept(page);
}

const isKept = (page) => button(page).and(page.getByText("已保存", { exact: true })).waitFor();

async function correct(page, number, value) {
  await row(page, number).locator(".name").click();
  await page.locator(".card").getByRole("button", { name: "更正" }).click();
  await page.locator(".card [name=value]").fill(value);
  await page.locator(".card").getByRole("button", { name: "保存" }).click();
  await row(page, value).waitFor();
}

/** Everything that this origin keeps in the browser, but for the page itself. */
const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const storages = (page) => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);

test("nothing is kept unless it is asked for", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await correct(page, "57", "58");
  assert.deepEqual(await databases(page), []);
  const dialog = await openShelf(page);
  assert.match(await dialog.textContent(), /现在什么也没有保存.*不加密.*能用这个浏览器的人都能打开.*可能把它们删掉/);
  await dialog.getByRole("button", { name: "关闭" }).click();
  await page.reload();
  await page.getByRole("button", { name: "看一份示例" }).waitFor();
  assert.deepEqual([await databases(page), await storages(page)], [[], [0, 0, ""]]);
});

test("text, corrections, confirmations and view choices come back after a reload", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  await keep(page);
  await correct(page, "57", "58");
  await row(page, "120").focus();
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "数值单位" }).selectOption("万元");
  await page.getByRole("searchbox").fill("诉求");
  await isKept(page);
  await page.reload();
  await isRead(page);
  await page.getByText(/已确认/).waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "诉求");
  assert.equal(await page.getByRole("combobox", { name: "数值单位" }).inputValue(), "万元");
  assert.match(await row(page, "120").textContent(), /已确认/);
  await page.getByRole("searchbox").fill("");
  assert.match(await row(page, "58").textContent(), /已更正/);
  assert.equal(await page.locator(".column").textContent().then((text) => text.includes("组织专题培训")), true);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("an edit is kept as it is made, the report being the same one", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await keep(page);
  await page.getByRole("button", { name: "编辑" }).click();
  await page.getByRole("textbox", { name: "编辑原文" }).fill(`${REPORT}开展检查31次。\n`);
  await row(page, "31").waitFor();
  await isKept(page);
  await page.reload();
  await isRead(page);
  await row(page, "31").waitFor();
  assert.equal(await (await openShelf(page)).locator(".reports li").count(), 1);
});

test("several reports are kept, listed, opened and deleted", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await keep(page);
  await read(page, OTHER);
  await row(page, "35").waitFor();
  await isKept(page);
  await page.getByRole("button", { name: "清空" }).click();
  const titles = () => page.locator(".reports .title").allTextContents();
  await page.locator(".welcome .reports").waitFor();
  assert.deepEqual(await titles(), ["青塘镇2023年工作总结", TITLE]);
  assert.match(await page.locator(".promise").textContent(), /按您的要求保存在这个浏览器里/);
  await page.getByRole("button", { name: TITLE, exact: true }).click();
  await row(page, "57").waitFor();
  const dialog = await openShelf(page);
  assert.equal(await dialog.locator("[aria-current]").textContent(), TITLE);
  const kept = dialog.locator("li", { hasText: TITLE });
  assert.match(await kept.locator(".about").textContent(), /云岭镇.*2023 年.*\d+ 项指标.*1 处不符/);
  // It asks before it deletes.
  await dialog.getByRole("button", { name: "删除“青塘镇2023年工作总结”" }).click();
  await dialog.getByText("删除后不能恢复").waitFor();
  await dialog.getByRole("button", { name: "取消" }).click();
  await dialog.getByRole("button", { name: "删除“青塘镇2023年工作总结”" }).click();
  await dialog.getByRole("button", { name: "确定删除" }).click();
  await page.waitForFunction(() => document.querySelectorAll("dialog .reports li").length === 1);
  assert.deepEqual(await titles(), [TITLE]);
});

test("a report that is kept twice is told", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await keep(page);
  await read(page);
  await isKept(page);
  const dialog = await openShelf(page);
  await page.waitForFunction(() => document.querySelectorAll("dialog .reports li").length === 2);
  for (const about of await dialog.locator(".reports .about").allTextContents()) assert.match(about, /同一原文另有保存/);
});

test("a report that is deleted while it is open stays on the screen and is not kept again unless asked", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await keep(page);
  const dialog = await openShelf(page);
  await dialog.getByRole("button", { name: `删除“${TITLE}”` }).click();
  await dialog.getByRole("button", { name: "确定删除" }).click();
  await dialog.getByText(/不再保存/).waitFor();
  await dialog.getByRole("button", { name: "关闭" }).click();
  await correct(page, "57", "58");
  assert.equal(await button(page).textContent(), "这份未保存");
  await page.reload();
  await page.getByRole("button", { name: "看一份示例" }).waitFor();
  assert.equal(await page.locator(".reports").count(), 0);
});

test("one button forgets everything: no database is left, and the screen stays", async (t) => {
  const { page, context, address } = await openPage(t);
  await read(page);
  await keep(page);
  assert.deepEqual(await databases(page), ["gangmu"]);
  const other = await context.newPage();
  await other.goto(address);
  await other.locator(".welcome .reports").waitFor();
  const dialog = await openShelf(page);
  await dialog.getByRole("button", { name: "全部清除" }).click();
  await dialog.getByRole("button", { name: "确定删除" }).click();
  await dialog.getByText(/现在什么也没有保存/).waitFor();
  await dialog.getByRole("button", { name: "关闭" }).click();
  await correct(page, "57", "58");
  // The other page must not bring it back.
  await other.getByRole("button", { name: "看一份示例" }).click();
  await isRead(other);
  await other.getByText(/已全部删除/).waitFor();
  assert.deepEqual([await databases(page), await storages(page)], [[], [0, 0, ""]]);
  await page.reload();
  await page.getByRole("button", { name: "看一份示例" }).waitFor();
});

test("what another page made of the same report is not overwritten", async (t) => {
  const { page, context, address } = await openPage(t);
  await read(page);
  await keep(page);
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole("button", { name: TITLE, exact: true }).click();
  await isRead(other);
  await correct(other, "57", "58");
  await isKept(other);
  await correct(page, "120", "121");
  await isKept(page);
  const dialog = await openShelf(page);
  await page.waitForFunction(() => document.querySelectorAll("dialog .reports li").length === 2);
  assert.deepEqual(await dialog.locator(".reports .title").allTextContents(), [TITLE, TITLE]);
});

test("work is taken out as a file and read back by a page that keeps nothing", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await correct(page, "57", "58");
  const dialog = await openShelf(page);
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "另存为工作文件" }).click()]);
  assert.equal(download.suggestedFilename(), `${TITLE}-工作.json`);
  const content = await readFile(await download.path(), "utf8");
  assert.equal(JSON.parse(content).schema, "gangmu.work/1");
  await page.reload();
  await page.getByRole("button", { name: "看一份示例" }).waitFor();
  const file = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await page.locator("#file").setInputFiles(file("工作.json", content));
  await isRead(page);
  assert.match(await row(page, "58").textContent(), /已更正/);
  await page.locator("#file").setInputFiles(file("坏.json", content.slice(0, 300)));
  await page.getByText("这个工作文件不完整，打不开。").waitFor();
  await page.locator("#file").setInputFiles(file("新.json", content.replace("gangmu.work/1", "gangmu.work/2")));
  await page.getByText(/较新版本的纲目/).waitFor();
  await row(page, "58").waitFor();
});

test("a store that is full is said, and nothing on the screen is lost", async (t) => {
  const { page, context, address } = await openPage(t);
  const session = await context.newCDPSession(page);
  const allow = (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin: new URL(address).origin, quotaSize });
  await read(page);
  await allow(1);
  const dialog = await openShelf(page);
  await dialog.getByRole("button", { name: "开启保存" }).click();
  await dialog.getByText(/存储空间已满，没有存上/).waitFor();
  await dialog.getByRole("button", { name: "关闭" }).click();
  assert.equal(await button(page).textContent(), "未能保存");
  await correct(page, "57", "58");
  await allow(undefined);
  await openShelf(page);
  // The browser notices after a while that there is room again.
  const isOn = dialog.getByText("保存已开启：有改动随即保存。");
  for (let tries = 0; tries < 30 && !(await isOn.isVisible()); tries++) {
    await dialog.getByRole("button", { name: "再试一次" }).click({ timeout: 1000 }).catch(() => {});
  }
  await dialog.getByRole("button", { name: "关闭" }).click();
  await isKept(page);
  await page.reload();
  await row(page, "58").waitFor();
});

for (const [how, block] of [
  ["missing", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
  ["refused", () => (IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); })],
]) {
  test(`a store that is ${how} is said, and the page works as before`, async (t) => {
    const { page, record } = await openPage(t);
    await page.addInitScript(block);
    await page.reload();
    await isLocked(page);
    await read(page);
    const dialog = await openShelf(page);
    await dialog.getByRole("button", { name: "开启保存" }).click();
    await page.getByText(/浏览器不允许本页保存数据/).first().waitFor();
    await dialog.getByRole("button", { name: "关闭" }).click();
    await correct(page, "57", "58");
    assert.deepEqual(record.errors, []);
  });
}
