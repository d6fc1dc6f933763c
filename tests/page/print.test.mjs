import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { read, row } from "./helpers.mjs";

test("what is printed is a document: title, outline, table with a head, findings, and no buttons", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  assert.equal(await page.locator(".printed").count(), 0);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = page.locator(".printed");
  await paper.waitFor();
  assert.equal(await paper.locator("h1").textContent(), "云岭镇2023年法治政府建设年度报告");
  assert.deepEqual(await paper.locator("h2").evaluateAll((heads) => heads.map((head) => head.firstChild.textContent)), ["核对", "大纲", "指标", "相符"]);
  assert.match(await paper.locator("table").textContent(), /审议项目.*64.*个/);
  assert.match(await paper.locator("table").textContent(), /审议项目57 \+ 6 = 63，与 64 不符/);
  assert.match(await paper.locator(".findings").first().textContent(), /不符.*审议项目：57 \+ 6 = 63.*缺少/s);
  assert.match(await paper.locator("footer").textContent(), /gangmu \d.*SHA-256 [0-9a-f]{64}/);
  assert.equal(await page.locator("thead").last().evaluate((head) => getComputedStyle(head).display), "table-header-group");
  for (const button of await page.getByRole("button", { includeHidden: true }).all()) assert.ok(!(await button.isVisible()));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await paper.waitFor({ state: "detached" });
});

test("what is printed over a dialog is the report, with what is wrong marked in outline, table and list", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "导出" }).click();
  await page.locator("dialog[open]").waitFor();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = page.locator(".printed");
  await paper.waitFor();
  assert.ok(!(await page.locator("dialog[open]").isVisible()));
  assert.match(await paper.locator(".outline").textContent(), /抓好项目审议1 处不符/);
  assert.deepEqual(await paper.locator("td .wrong").allTextContents(), ["57 + 6 = 63，与 64 不符", "不符", "不符"]);
  assert.match(await paper.locator(".findings").first().textContent(), /全年审议项目64个|64个，其中通过57个/);
});

test("what was changed is printed with what had been read", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "120").focus();
  await page.keyboard.press("c");
  await page.getByText("已确认").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = page.locator(".printed");
  await paper.waitFor({ state: "attached" });
  assert.match(await paper.textContent(), /改动受理诉求（120件）：确认/);
});

test("the button prints when the document is there", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.evaluate(() => {
    globalThis.print = () => (globalThis.printed = document.querySelector(".printed h1")?.textContent);
  });
  await page.getByRole("button", { name: "打印" }).click();
  await page.waitForFunction(() => globalThis.printed === "云岭镇2023年法治政府建设年度报告");
});

test("a long report takes several sheets of A4, also when the browser prints by itself", async (t) => {
  const { page, record } = await openPage(t);
  await read(page, `云岭镇2023年工作总结\n一、主要工作\n${"受理诉求120件，办结114件，办结率95%。\n".repeat(60)}`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.ok(pdf.match(/\/Type \/Page\b/g).length > 3);
  assert.match(pdf, /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  await page.locator(".printed").waitFor({ state: "detached" });
  assert.deepEqual(record.errors, []);
});
