import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { read } from "./helpers.mjs";

async function download(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
}

test("the table is copied for a spreadsheet", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByText(/已复制/).waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/);
  assert.equal(lines.length, (await page.locator("[data-row]").count()) + 1);
  assert.ok(lines[0].startsWith("指标\t"));
  assert.ok(lines.some((line) => line.split("\t").includes("64")));
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
  const { name, content } = await download(page, "CSV");
  assert.equal(name, "云岭镇2023年法治政府建设年度报告-指标.csv");
  assert.ok(content.startsWith("\u{feff}指标,"));
  assert.ok(content.includes("0.86亿美元"));
});

test("the reading is saved as JSON", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const { name, content } = await download(page, "JSON");
  assert.equal(name, "云岭镇2023年法治政府建设年度报告-解读.json");
  const report = JSON.parse(content);
  assert.equal(report.schema, "gangmu.report/1");
  assert.equal(report.metrics.length, await page.locator("[data-row]").count());
  assert.equal(report.genre, "law_based_government");
});
