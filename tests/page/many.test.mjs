// Many reports at once: several files, or all that are kept, into one workbook and side by side.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, drop, file, isLocked, isRead, read, row, wordFile } from "./helpers.mjs";

const { unzipSync } = createRequire(new URL("../../target/tools/", import.meta.url))("fflate");

const FIRST = "云溪县2023年法治政府建设情况报告\n一、主要工作\n办理行政复议案件12件，接待群众35人次。\n";
const SECOND = FIRST.replace("2023", "2024").replace("12件", "15件");

const dialog = (page) => page.getByRole("dialog", { name: "多份报告" });
const BROKEN = file("丙.docx", [0x50, 0x4b, 3, 4, 0, 0xff]);

/** The parts of the workbook that is saved. */
async function workbook(page) {
  const saving = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "导出为一个 Excel" }).click();
  const download = await saving;
  const parts = unzipSync(await readFile(await download.path()));
  return { name: download.suggestedFilename(), part: (name) => Buffer.from(parts[name]).toString() };
}

test("three files that are dropped become one workbook", async (t) => {
  const { page, record } = await openPage(t);
  await isLocked(page);
  const requests = record.requests.length;
  await drop(page, [file("乙.txt", SECOND), file("甲.txt", FIRST), BROKEN]);
  await dialog(page).getByText("读完 2 份，1 份没有读出").waitFor();
  await dialog(page).getByText("这个 Word 文件不完整或已损坏").waitFor();
  const { name, part } = await workbook(page);
  assert.equal(name, "汇总-2份.xlsx");
  const sheets = [...part("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(sheets, ["指标", "大纲", "核对", "对照", "来源"]);
  assert.match(part("xl/worksheets/sheet1.xml"), /报送单位.*年度.*云溪县/s);
  assert.match(part("xl/worksheets/sheet4.xml"), /云溪县 2024 年.*增减（%）.*<v>12<.*<v>15<.*<v>25</s);
  await dialog(page).getByText("已保存 汇总-2份.xlsx").waitFor();
  assert.equal(record.requests.length, requests);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("reports stand side by side in the order of their years, and a cell leads to its report", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator("#file").setInputFiles([file("乙.txt", SECOND), file("甲.txt", FIRST)]);
  await dialog(page).getByText("读完 2 份").waitFor();
  await dialog(page).getByRole("button", { name: "对照" }).click();
  const lines = dialog(page).locator("tbody tr");
  await lines.first().waitFor();
  assert.equal(await dialog(page).getByRole("columnheader", { name: "云溪县 2024 年" }).count(), 1);
  assert.deepEqual(await lines.first().locator("td").allTextContents(), ["件", "12", "15", "25"]);
  const field = dialog(page).getByRole("searchbox", { name: "筛选指标" });
  await field.fill("接待");
  await dialog(page).getByText("1 行", { exact: true }).waitFor();
  assert.ok(await field.evaluate((field) => field === document.activeElement), "the focus stays in the field");
  // The list makes room for the comparison.
  assert.equal(await dialog(page).locator(".sources").isVisible(), false);
  await dialog(page).getByRole("button", { name: "报告（2）" }).click();
  await dialog(page).getByRole("checkbox", { name: "云溪县2023年法治政府建设情况报告" }).uncheck();
  await dialog(page).getByText("没有这样的指标").waitFor();
  await dialog(page).getByRole("combobox", { name: "看哪些指标" }).selectOption("全部指标");
  await lines.first().waitFor();
  await dialog(page).getByRole("checkbox", { name: "云溪县2023年法治政府建设情况报告" }).check();
  await field.fill("");
  await lines.first().getByRole("button", { name: "15" }).click();
  await isRead(page);
  await page.locator("h2", { hasText: "云溪县2024年法治政府建设情况报告" }).waitFor();
  await page.locator('[data-row][aria-selected="true"]', { hasText: "15" }).waitFor();
  assert.equal(await dialog(page).count(), 0);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("an auditor sorts by the change, and sees what has changed or is lacking", async (t) => {
  const { page, record } = await openPage(t);
  const tail = (changed) => `开展普法宣传40场次，办理法律援助案件${changed}件。\n`;
  const later = SECOND.replace("，接待群众35人次", "") + tail(30);
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST + tail(20)), file("乙.txt", later)]);
  await dialog(page).getByText("读完 2 份").waitFor();
  await dialog(page).getByRole("button", { name: "对照" }).click();
  const told = () => dialog(page).locator("tbody td:nth-child(3)").allTextContents();
  const which = dialog(page).getByRole("combobox", { name: "看哪些指标" });
  const change = dialog(page).getByRole("columnheader", { name: "增减（%）" });
  await dialog(page).locator("tbody tr").first().waitFor();
  assert.deepEqual(await told(), ["12", "40", "20"]);
  await change.getByRole("button").press("Enter");
  await dialog(page).locator('[aria-sort="descending"]').waitFor();
  assert.ok(await change.getByRole("button").evaluate((button) => button === document.activeElement), "the focus stays");
  assert.deepEqual(await told(), ["20", "12", "40"]);
  await change.getByRole("button").press("Enter");
  await dialog(page).locator('[aria-sort="ascending"]').waitFor();
  assert.deepEqual(await told(), ["40", "12", "20"]);
  await which.selectOption("数值有变化的");
  await dialog(page).getByText("2 行", { exact: true }).waitFor();
  assert.deepEqual(await told(), ["12", "20"]);
  await which.selectOption("有报告缺的");
  await dialog(page).getByText("1 行", { exact: true }).waitFor();
  assert.deepEqual(await told(), ["35"]);
  // A year stays with its 年, however narrow the column is.
  const lines = await dialog(page).getByRole("columnheader", { name: "云溪县 2023 年" }).evaluate((head) => {
    const words = document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange();
    range.setStart(words, words.data.indexOf("2023"));
    range.setEnd(words, words.data.indexOf("年") + 1);
    head.style.width = head.style.minWidth = head.style.maxWidth = "2rem";
    return new Set(Array.from(range.getClientRects(), (place) => Math.round(place.top))).size;
  });
  assert.equal(lines, 1);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("two reports of one body, one year and one sort are told, with what to do about it", async (t) => {
  const { page, record } = await openPage(t);
  const other = FIRST.replace("12件", "13件");
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST), file("乙.txt", other), file("丙.txt", SECOND)]);
  await dialog(page).getByText("读完 3 份").waitFor();
  await dialog(page).getByRole("button", { name: "对照" }).click();
  const warning = dialog(page).locator(".alert");
  assert.deepEqual(await warning.allTextContents(), [
    "“甲”、“乙”都是云溪县 2023 年的同类报告：请更正报送单位、年度或文种，或去掉一份",
  ]);
  // They are named as they are above their columns.
  for (const name of ["甲", "乙"]) await dialog(page).getByRole("columnheader", { name, exact: true }).waitFor();
  await dialog(page).getByRole("button", { name: "报告（3）" }).click();
  const second = dialog(page).getByRole("checkbox", { name: /乙/ });
  await second.uncheck();
  await warning.waitFor({ state: "detached" });
  await second.check();
  await warning.waitFor();
  await dialog(page).getByRole("button", { name: /更正“.*乙/ }).click();
  await dialog(page).getByRole("textbox", { name: "年度" }).fill("2022");
  await page.keyboard.press("Enter");
  await warning.waitFor({ state: "detached" });
  await dialog(page).getByRole("columnheader", { name: "云溪县 2022 年" }).waitFor();
  await dialog(page).getByRole("button", { name: /更正“.*乙/ }).click();
  await dialog(page).getByRole("textbox", { name: "年度" }).fill("2023");
  await dialog(page).getByRole("combobox", { name: "文种" }).selectOption("summary");
  await dialog(page).getByRole("button", { name: "保存", exact: true }).click();
  await dialog(page).getByText("云溪县 · 2023 年 · 已更正").waitFor();
  assert.equal(await warning.count(), 0, "a body has reports of several sorts on a year");
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("the comparison is one stop of the key Tab, and arrows go from cell to cell", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST + "开展普法宣传40场次。\n"), file("乙.txt", SECOND + "开展普法宣传40场次。\n")]);
  await dialog(page).getByText("读完 2 份").waitFor();
  await dialog(page).getByRole("button", { name: "对照" }).click();
  const grid = dialog(page).getByRole("grid", { name: "对照" });
  await grid.waitFor();
  assert.equal(await grid.locator("[tabindex='0']").count(), 1);
  const at = () => page.evaluate(() => document.activeElement.closest("th, td")?.textContent ?? null);
  const press = async (key) => {
    await page.keyboard.press(key);
    return at();
  };
  await dialog(page).getByRole("combobox", { name: "看哪些指标" }).focus();
  assert.match(await press("Tab"), /复议案件/);
  assert.equal(await press("ArrowRight"), "件");
  assert.equal(await press("ArrowRight"), "12");
  assert.equal(await press("ArrowDown"), "35");
  assert.equal(await press("End"), "0");
  assert.equal(await press("ArrowRight"), "0", "at the end it stays");
  assert.match(await press("Home"), /接待群众/);
  assert.match(await press("Control+End"), /^0$/);
  assert.equal(await press("Control+Home"), "指标");
  // With another key held down the arrows are the browser's.
  const isLeft = await page.evaluate(() =>
    ["altKey", "metaKey", "shiftKey", "ctrlKey"].map((held) =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key: "ArrowRight", [held]: true, bubbles: true, cancelable: true }),
      ),
    ),
  );
  assert.deepEqual(isLeft, [true, true, true, true]);
  assert.equal(await at(), "指标");
  assert.equal(await press("ArrowLeft"), "指标");
  // Who leaves it comes back to the same cell.
  assert.equal(await press("End"), "增减（%）");
  assert.equal(await press("Tab"), null);
  assert.equal(await press("Shift+Tab"), "增减（%）");
  assert.equal(await grid.locator("[tabindex='0']").count(), 1);
  // Heads sort, and the focus stays on them.
  await page.keyboard.press("Enter");
  await grid.locator('[aria-sort="descending"]').waitFor();
  assert.equal(await at(), "增减（%）");
  assert.equal(await press("ArrowDown"), "25");
  assert.equal(await press("ArrowLeft"), "15");
  // The focus is not hidden by the heads and names that stay.
  const isSeen = await page.evaluate(() => {
    const { left, top } = document.activeElement.getBoundingClientRect();
    return document.elementFromPoint(left + 2, top + 2) === document.activeElement;
  });
  assert.ok(isSeen);
  await page.keyboard.press("Enter");
  await isRead(page);
  await page.locator('[data-row][aria-selected="true"]', { hasText: "15" }).waitFor();
  await page.getByRole("button", { name: "← 多份报告（2）" }).click();
  assert.equal(await at(), "15");
  for (const [role, count] of [["row", 4], ["columnheader", 5], ["rowheader", 3], ["gridcell", 12]]) {
    assert.equal(await grid.getByRole(role).count(), count, role);
  }
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("who opened one of many goes back to the others, with what was done meanwhile", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST), file("乙.txt", SECOND)]);
  await dialog(page).getByText("读完 2 份").waitFor();
  await dialog(page).getByRole("button", { name: "对照" }).click();
  const cell = (value) => dialog(page).locator("tbody").getByRole("button", { name: value, exact: true });
  await cell("15").click();
  const chosen = page.locator('[data-row][aria-selected="true"]');
  await chosen.filter({ hasText: "15" }).waitFor();
  await page.waitForFunction(() => document.activeElement.matches("[data-row]"));
  await page.keyboard.press("e");
  await page.waitForFunction(() => document.activeElement.name === "value");
  await page.keyboard.type("18");
  await page.keyboard.press("Enter");
  await row(page, "18").waitFor();
  const back = page.getByRole("button", { name: "← 多份报告（2）" });
  await back.click();
  await cell("18").waitFor();
  assert.deepEqual(await dialog(page).locator("tbody tr").first().locator("td").allTextContents(), ["件", "12", "18", "50"]);
  // It lies on the page: nothing is opened anew, nothing is lost.
  await cell("18").click();
  await chosen.filter({ hasText: "已更正" }).waitFor();
  await back.click();
  await cell("12").click();
  await chosen.filter({ hasText: "12" }).waitFor();
  await back.click();
  await cell("18").click();
  await chosen.filter({ hasText: "已更正" }).waitFor();
  // Also when the dialog was closed, and when the page is empty; until it is dismissed.
  await back.click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "清空" }).click();
  await back.click();
  await dialog(page).getByRole("button", { name: "关闭" }).click();
  assert.ok(page.workers().length > 0);
  await page.getByRole("button", { name: "放下这些报告" }).click();
  await back.waitFor({ state: "detached" });
  await page.locator(".notice", { hasText: "已放下 2 份报告" }).getByRole("button", { name: "撤销" }).click();
  await back.click();
  await cell("18").waitFor();
  await page.keyboard.press("Escape");
  // What is no longer at hand once something else is told.
  await page.getByRole("button", { name: "放下这些报告" }).click();
  await page.getByRole("button", { name: "看一份示例" }).click();
  await isRead(page);
  assert.equal(await page.locator("dialog.many").count(), 0);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("all kept reports go into one workbook, with what was corrected", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "开启保存" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  const isKept = () => page.locator(".toolbar .keep").and(page.getByText("已保存", { exact: true })).waitFor();
  await isKept();
  await row(page, "57").locator(".name").click();
  await page.locator(".card").getByRole("button", { name: "更正" }).click();
  await page.locator(".card [name=value]").fill("58");
  await page.locator(".card").getByRole("button", { name: "保存" }).click();
  await row(page, "58").waitFor();
  await isKept();
  await read(page, FIRST);
  await isKept();
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "全部导出为一个 Excel，或并排对照" }).click();
  await dialog(page).getByText("读完 2 份").waitFor();
  const { part } = await workbook(page);
  assert.match(part("xl/worksheets/sheet1.xml"), /更正（原读数值57）/);
  await dialog(page).getByRole("button", { name: "打开“云岭镇" }).click();
  await page.locator("h2", { hasText: "云岭镇2023年法治政府建设年度报告" }).waitFor();
  await row(page, "58").waitFor();
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("who asks to keep the report on the page keeps all that were opened together", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST), file("乙.txt", SECOND), file("丙.txt", SECOND)]);
  await dialog(page).getByText("读完 3 份；1 份与前面的相同").waitFor();
  await dialog(page).getByRole("button", { name: "打开“云溪县2023年" }).click();
  await isRead(page);
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "开启保存" }).click();
  await page.locator("dialog .reports li").nth(1).waitFor();
  await page.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("button", { name: "← 多份报告（3）" }).click();
  await dialog(page).getByText("都保存在这个浏览器里了").waitFor();
  // Opened from there it is the kept one, and not another beside it.
  await dialog(page).getByRole("button", { name: "打开“云溪县2024年法治政府建设情况报告（乙.txt）”" }).click();
  await row(page, "15").locator(".name").click();
  await page.keyboard.press("c");
  await page.locator(".toolbar .keep").and(page.getByText("已保存", { exact: true })).waitFor();
  await page.reload();
  await page.locator("h2", { hasText: "云溪县2024年" }).waitFor();
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "全部导出为一个 Excel，或并排对照" }).click();
  await dialog(page).getByText("读完 2 份；都保存在这个浏览器里了", { exact: true }).waitFor();
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("reports of one title are told apart by their files, and the same one twice counts once", async (t) => {
  const { page, record } = await openPage(t);
  const untold = "2023年法治政府建设工作总结\n一、主要工作\n全年办理案件30件，罚没款15万元。\n";
  const other = untold.replace("30", "40");
  await page.locator("#file").setInputFiles([file("教育局.txt", untold), file("民政局.txt", other), file("副本.txt", untold)]);
  await dialog(page).getByText("读完 3 份；1 份与前面的相同").waitFor();
  await dialog(page).getByText("与“教育局.txt”相同").waitFor();
  assert.deepEqual(
    await dialog(page).locator(".sources input").evaluateAll((ticks) => ticks.map((tick) => tick.checked)),
    [true, true, false],
  );
  await dialog(page).getByRole("button", { name: "对照" }).click();
  await dialog(page).getByRole("columnheader", { name: "教育局" }).waitFor();
  const lines = dialog(page).locator("tbody tr");
  assert.deepEqual(await lines.first().locator("td").allTextContents(), ["件", "30", "40"]);
  assert.deepEqual(await lines.nth(1).locator("td").allTextContents(), ["万元", "15", "15"]);
  await dialog(page).getByRole("combobox", { name: "数值单位" }).selectOption("元");
  await lines.nth(1).getByText("150,000").first().waitFor();
  const { part } = await workbook(page);
  assert.match(part("xl/worksheets/sheet4.xml"), /xSplit="2".*>教育局<.*>民政局<.*<v>150000</s);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("a comparison of many takes the room of a wide screen, and not more", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 2560, height: 1300 } });
  const many = Array.from({ length: 12 }, (_, at) => file(`${at}.txt`, FIRST.replace("云溪县", `云溪县第${"一二三四五六七八九十甲乙"[at]}街道办事处`)));
  await page.locator("#file").setInputFiles(many);
  await dialog(page).getByText("读完 12 份").waitFor();
  await dialog(page).getByRole("button", { name: "对照" }).click();
  const sides = dialog(page).locator(".sides");
  await sides.waitFor();
  const overflow = () => sides.evaluate((frame) => frame.scrollWidth - frame.clientWidth);
  assert.ok((await overflow()) <= 1, `${await overflow()} pixels are out of sight`);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.ok((await overflow()) > 1);
  const { x, width } = await dialog(page).boundingBox();
  assert.ok(x >= 0 && x + width <= 1280, `${x} + ${width}`);
});

test("a telephone shows the values of a comparison within its width", async (t) => {
  const { page } = await openPage(t);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST), file("乙.txt", SECOND)]);
  await dialog(page).getByText("读完 2 份").waitFor();
  await dialog(page).getByRole("button", { name: "对照" }).click();
  const value = dialog(page).locator("tbody").getByRole("button", { name: "15" });
  await value.waitFor();
  const { x, width } = await value.boundingBox();
  const frame = await dialog(page).locator(".sides").boundingBox();
  assert.ok(x + width <= frame.x + frame.width, `${x + width} of ${frame.x + frame.width}`);
  // The heads are buttons above the cards, and say how the cards are sorted.
  const head = dialog(page).getByRole("button", { name: "增减（%）" });
  const label = () => dialog(page).locator("thead tr").evaluate((row) => {
    const { content, display } = getComputedStyle(row, "::before");
    return display === "none" ? "" : content;
  });
  const border = () => head.evaluate((button) => getComputedStyle(button).borderTopColor);
  const plain = await border();
  assert.notEqual(plain, "rgba(0, 0, 0, 0)");
  assert.equal(await label(), '"排序"');
  await head.click();
  await dialog(page).locator('[aria-sort="descending"]').waitFor();
  assert.equal(await label(), '"排序：从大到小"');
  assert.notEqual(await border(), plain);
  await head.click();
  await dialog(page).locator('[aria-sort="ascending"]').waitFor();
  assert.equal(await label(), '"排序：从小到大"');
  assert.ok((await head.boundingBox()).height >= 28);
  // Where the key Tab stopped at a head that has no place here, it stops at the first row.
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog(page).getByRole("columnheader", { name: "指标" }).focus();
  await page.setViewportSize({ width: 320, height: 640 });
  await dialog(page).locator('tbody tr:first-child th[tabindex="0"]').waitFor();
  assert.equal(await dialog(page).getByRole("grid").locator('[tabindex="0"]').count(), 1);
  // They are cards for the eye alone.
  assert.equal(await dialog(page).getByRole("grid").getByRole("gridcell").count(), 8);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

test("Word files and web pages are read among others, and open from there", async (t) => {
  const { page, record } = await openPage(t);
  const web = SECOND.trimEnd().split("\n").map((line) => `<p>${line}</p>`).join("\n");
  await page.locator("#file").setInputFiles([
    wordFile("甲.docx", FIRST),
    file("乙.html", `<!DOCTYPE html><title>x</title>${web}`),
    file("丙.pdf", "%PDF-1.7"),
  ]);
  await dialog(page).getByText("读完 2 份，1 份没有读出").waitFor();
  await dialog(page).getByText("这个 PDF 不完整或已损坏").waitFor();
  const { part } = await workbook(page);
  assert.match(part("xl/worksheets/sheet5.xml"), /甲\.docx.*乙\.html/s);
  await dialog(page).getByRole("button", { name: "打开“云溪县2023年" }).click();
  await isRead(page);
  await row(page, "12").waitFor();
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("forty Word files take seconds", async (t) => {
  const { page, record } = await openPage(t);
  const many = Array.from({ length: 40 }, (_, at) => wordFile(`${at}.docx`, REPORT + "推进依法行政，规范执法行为。\n".repeat(240)));
  const begun = Date.now();
  await drop(page, many);
  await dialog(page).getByText("读完 40 份").waitFor();
  assert.ok(Date.now() - begun < 20_000, `${Date.now() - begun} ms`);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("forty reports take seconds, and the dialog can be left on the way", async (t) => {
  const { page, record } = await openPage(t);
  const many = Array.from({ length: 40 }, (_, at) => file(`${at}.txt`, REPORT + "推进依法行政，规范执法行为。".repeat(240)));
  const begun = Date.now();
  await page.locator("#file").setInputFiles(many);
  await dialog(page).getByText("读完 40 份").waitFor();
  assert.ok(Date.now() - begun < 20_000, `${Date.now() - begun} ms`);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "看一份示例" }).waitFor();
  await page.locator("#file").setInputFiles(many);
  await dialog(page).waitFor();
  await dialog(page).getByRole("button", { name: "关闭" }).click();
  await read(page);
  assert.equal(await dialog(page).count(), 0);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});
