import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, read, row } from "./helpers.mjs";

const TITLE = "云岭镇2023年法治政府建设年度报告";

/** Opens the dialog, takes one of the forms, and gives what was saved. */
async function take(page, form) {
  await page.getByRole("button", { name: "导出" }).click();
  const dialog = page.getByRole("dialog", { name: "导出" });
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: form }).click()]);
  await dialog.waitFor({ state: "hidden" });
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, content: bytes.toString("utf8") };
}

/** The heads of a copy, whatever the report has. */
const HEADS = "指标\t数值\t单位\t原文\t性质\t限定\t方向\t时期\t隶属\t章节\t改动\t报告";

const copied = async (page) => {
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByText(/已复制/).waitFor();
  return (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/);
};

test("the table is copied for a spreadsheet", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const lines = await copied(page);
  assert.equal(lines.length, (await page.locator("[data-row]").count()) + 1);
  assert.equal(lines[0], HEADS);
  assert.ok(lines.some((line) => line.split("\t").includes("64")));
  // What a figure is part of goes with it, though the table shows that by its steps.
  assert.equal(lines.find((line) => line.startsWith("通过")).split("\t")[8], "审议项目");
});

test("copies of several reports stand under each other, whatever each has", async (t) => {
  const { page } = await openPage(t);
  await read(page, "云湾镇2023年工作总结\n全年办结案件12件。\n");
  const [heads, line, ...others] = await copied(page);
  assert.deepEqual([heads, others], [HEADS, []]);
  assert.deepEqual(line.split("\t").map((cell) => cell !== ""), [true, true, true, true, true, true, false, true, false, false, false, true]);
});

test("where the browser keeps the clipboard to itself the older way copies", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.evaluate(() => {
    document.addEventListener("copy", () => (globalThis.copied = String(document.activeElement.value)));
  });
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByText(/已复制/).waitFor();
  assert.ok((await page.evaluate(() => globalThis.copied)).startsWith("指标\t"));
});

test("the table is saved as CSV that Excel takes for UTF-8", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const { name, content } = await take(page, "CSV");
  assert.equal(name, `${TITLE}-指标.csv`);
  assert.ok(content.startsWith("\u{feff}指标,"));
  assert.ok(content.includes("0.86亿美元"));
});

test("the reading is saved as JSON", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const { name, content } = await take(page, "JSON");
  assert.equal(name, `${TITLE}-解读.json`);
  const report = JSON.parse(content);
  assert.equal(report.schema, "gangmu.report/1");
  assert.match(report.generator, /^gangmu \d/);
  assert.equal(report.metrics.length, await page.locator("[data-row]").count());
  assert.equal(report.genre, "law_based_government");
});

test("the reading is saved as a workbook", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  const { name, bytes } = await take(page, "Excel");
  assert.equal(name, `${TITLE}-解读.xlsx`);
  // What is inside the archive is looked at by the tests on the host.
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  assert.ok(bytes.includes("xl/worksheets/sheet4.xml"));
  assert.deepEqual(record.errors, []);
});

test("the HTML file opens without the page, asks for nothing and leads from the table to the text", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const { name, content } = await take(page, "网页文件");
  assert.equal(name, `${TITLE}-解读.html`);
  const violations = [];
  const alone = await page.context().newPage();
  alone.on("console", (message) => violations.push(message.text()));
  const requests = [];
  alone.on("request", (request) => requests.push(request.url()));
  await alone.setContent(content);
  await alone.getByRole("link", { name: "审议项目", exact: true }).first().click();
  assert.equal(await alone.locator("mark:target").textContent(), "64个");
  await alone.locator("mark:target a").click();
  assert.match(await alone.locator("tr:target").textContent(), /审议项目.*64/);
  assert.deepEqual([violations, requests], [[], []]);
});

test("what is filtered is what goes out, and the choice is offered", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const all = await page.locator("[data-row]").count();
  await page.getByRole("searchbox").fill("通过");
  await page.getByText(`/ ${all} 行`).waitFor();
  const shown = await page.locator("[data-row]").count();
  assert.ok(shown > 1 && shown < all);
  assert.equal((await copied(page)).length, shown + 1);
  const some = await take(page, "CSV");
  assert.equal(some.name, `${TITLE}-指标-筛选${shown}项.csv`);
  assert.equal(some.content.trimEnd().split("\r\n").length, shown + 1);
  const { metrics, checks } = JSON.parse((await take(page, "JSON")).content);
  assert.deepEqual(metrics.map(({ id }) => id), [...Array(shown).keys()]);
  assert.ok(checks.every((check) => check.metrics.every((metric) => metric < shown)));
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("radio", { name: /全部/ }).check();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  assert.equal(download.suggestedFilename(), `${TITLE}-指标.csv`);
  assert.equal((await readFile(await download.path(), "utf8")).trimEnd().split("\r\n").length, all + 1);
});

test("money is shown and saved in the unit of choice", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "0.86").waitFor();
  await page.getByRole("combobox", { name: "数值单位" }).selectOption("万元");
  await row(page, "8,600").waitFor();
  const { content } = await take(page, "CSV");
  assert.ok(content.includes(",8600,,万美元,0.86亿美元,"), content);
});

test("what is sorted goes out sorted, and is no choice", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("columnheader", { name: "数值" }).getByRole("button").click();
  const shown = await page.locator("[data-row] .name").allTextContents();
  const lines = (await copied(page)).slice(1);
  assert.deepEqual(lines.map((line) => line.split("\t")[0]), shown);
  const { name } = await take(page, "CSV");
  assert.equal(name, `${TITLE}-指标.csv`);
});

test("every form tells what was corrected, confirmed, added and excluded, and what had been read", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "57").focus();
  await page.keyboard.press("e");
  await page.locator(".card [name=value]").fill("58");
  await page.locator(".card").getByRole("button", { name: "保存" }).click();
  await row(page, "58").waitFor();
  await row(page, "120").focus();
  await page.keyboard.press("c");
  await row(page, "3").focus();
  await page.keyboard.press("x");
  await page.locator(".notice", { hasText: /已排除.*3名/ }).waitFor();
  const told = [/更正（原读数值57）/, /确认/];
  const tells = (content) => told.forEach((words) => assert.match(content, words));
  tells((await copied(page)).join("\n"));
  assert.doesNotMatch((await copied(page)).join("\n"), /3名/);
  told.push(/排除/);
  for (const form of ["CSV", "Markdown", "网页文件"]) tells((await take(page, form)).content);
  const { metrics, excluded, checks } = JSON.parse((await take(page, "JSON")).content);
  assert.deepEqual(metrics.flatMap(({ amendment }) => amendment ?? []), [
    { action: "corrected", confirmed: false, value: 57 },
    { action: "confirmed", confirmed: true },
  ]);
  assert.deepEqual(excluded.map(({ quote, amendment }) => [quote, amendment.action]), [["3名", "excluded"]]);
  assert.ok(checks.some(({ status, message }) => status === "consistent" && message === "58 + 6 = 64"));
});

test("every file tells the program's version and the SHA-256 of the text", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const digest = await page.evaluate(async (text) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }, REPORT);
  for (const form of ["CSV", "Markdown", "网页文件", "JSON"]) {
    const { content } = await take(page, form);
    assert.ok(content.includes(digest) && /gangmu \d+\.\d+\.\d+/.test(content), form);
  }
  assert.ok((await copied(page)).slice(1).every((line) => line.endsWith(`\t${TITLE}`)));
});

test("the dialog is left by the key Escape, and the focus comes back", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const button = page.getByRole("button", { name: "导出" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.ok(await button.evaluate((element) => element === document.activeElement));
});
