import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, mark, read, row } from "./helpers.mjs";

const card = (page) => page.locator(".card");

async function correct(page, number, fields) {
  await row(page, number).locator(".name").click();
  await card(page).getByRole("button", { name: "更正" }).click();
  for (const [name, value] of Object.entries(fields)) await card(page).locator(`[name=${name}]`).fill(value);
  await card(page).getByRole("button", { name: "保存" }).click();
}

test("a row is corrected, marked in table and text, undone and done again", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  await correct(page, "57", { value: "58", name: "审议通过" });
  assert.match(await row(page, "58").textContent(), /审议通过.*已更正/);
  assert.equal(await row(page, "58").locator(".tag.said").getAttribute("title"), "更正（原读指标通过，数值57）");
  assert.match(await mark(page, "57个").getAttribute("class"), /amended/);
  await page.getByRole("button", { name: "撤销" }).click();
  await row(page, "57").waitFor();
  await page.keyboard.press("Control+y");
  await row(page, "58").waitFor();
  await row(page, "58").focus();
  await page.keyboard.press("e");
  await card(page).getByRole("button", { name: "恢复原样" }).click();
  await row(page, "57").waitFor();
  assert.deepEqual(record.errors, []);
});

test("a value below nothing is typed on a telephone, whose keys for numbers have no minus", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await read(page);
  await row(page, "57").locator(".name").tap();
  await card(page).getByRole("button", { name: "更正" }).tap();
  const [value, sign] = [card(page).locator("[name=value]"), card(page).getByRole("button", { name: "变正负号" })];
  await value.fill("2.5");
  await sign.tap();
  assert.equal(await value.inputValue(), "-2.5");
  await sign.tap();
  assert.equal(await value.inputValue(), "2.5");
  for (const typed of [" -2.5 ", "–2.5", "﹣2.5"]) {
    await value.fill(typed);
    await sign.tap();
    assert.equal(await value.inputValue(), "2.5", typed);
  }
  const { width, height } = await sign.boundingBox();
  assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
  await sign.tap();
  await card(page).getByRole("button", { name: "保存" }).tap();
  await page.locator("[data-row]", { hasText: "已更正" }).locator("td.number", { hasText: /^[−-]2\.5$/ }).waitFor();
  // Where there are all keys it only would be in the way; a minus of any form is one.
  const wide = await openPage(t);
  await read(wide.page);
  await correct(wide.page, "57", { value: "−2.5" });
  await wide.page.locator("[data-row]", { hasText: "已更正" }).locator("td.number", { hasText: /^[−-]2\.5$/ }).waitFor();
  await card(wide.page).getByRole("button", { name: "更正" }).click();
  assert.ok(!(await card(wide.page).getByRole("button", { name: "变正负号" }).isVisible()));
});

test("a sum is done again with what was corrected: it agrees, and the count of faults says so", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const faults = page.locator(".fact.disagree");
  assert.match(await faults.textContent(), /1/);
  assert.match(await row(page, "64").textContent(), /57 \+ 6 = 63，与 64 不符/);
  await correct(page, "57", { value: "58" });
  assert.match(await row(page, "64").textContent(), /58 \+ 6 = 64/);
  assert.equal(await row(page, "64").locator(".wrong").count(), 0);
  assert.equal(await page.locator(".fact.disagree").count(), 0);
  await page.getByRole("button", { name: "撤销" }).click();
  await row(page, "64").locator(".wrong").waitFor();
});

test("a correction stays when the text is edited elsewhere, and goes out with the rest", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await correct(page, "0\\.86", { value: "0.9" });
  await row(page, "0\\.9").waitFor();
  await page.getByRole("button", { name: "编辑" }).click();
  await page.getByRole("textbox", { name: "编辑原文" }).fill(`新加的说明，另有7件。\n${REPORT}`);
  await page.getByRole("button", { name: "完成" }).click();
  await page.locator("main.workbench:not([aria-busy])").waitFor();
  await row(page, "0\\.9").waitFor();
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByText(/已复制/).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /实际利用外资\t0\.9\t/);
});

test("a row is excluded and restored, confirmed, and asked why it is there, by keys alone", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const all = await page.locator("[data-row]").count();
  await row(page, "120").focus();
  await page.keyboard.press("w");
  assert.match(await card(page).textContent(), /受理诉求120件，办结114件.*办理群众诉求/);
  assert.match(await page.locator("[aria-live]").textContent(), /受理诉求120件.*可信度/);
  await page.keyboard.press("c");
  assert.match(await row(page, "120").textContent(), /已确认/);
  await page.locator("[role=status]", { hasText: "确认：受理诉求 120件" }).waitFor({ state: "attached" });
  await page.keyboard.press("x");
  await page.locator(".notice", { hasText: "已排除：受理诉求 120件" }).waitFor();
  assert.equal(await page.locator("[data-row]").count(), all - 1);
  // It stays in the text, struck through, and out of what is copied.
  assert.equal(await page.locator(".column s").textContent(), "120件");
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByText(`已复制 ${all - 1} 行`).waitFor();
  assert.doesNotMatch(await page.evaluate(() => navigator.clipboard.readText()), /120件/);
  await page.getByText("已排除 1 项").click();
  await page.locator(".aside").getByRole("button", { name: "恢复" }).click();
  assert.equal(await page.locator("[data-row]").count(), all);
  await row(page, "120").focus();
  await page.keyboard.press("x");
  await page.locator(".notice").getByRole("button", { name: "撤销" }).click();
  assert.equal(await page.locator("[data-row]").count(), all);
});

test("after a row is excluded by pointing, the focus is on the next", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "57").locator(".name").click();
  await card(page).getByRole("button", { name: "排除" }).click();
  await page.waitForFunction(() => document.activeElement.querySelector(".number")?.textContent === "6");
});

test("period and exactness are corrected, and go out", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "57").locator(".name").click();
  await card(page).getByRole("button", { name: "更正" }).click();
  await card(page).getByRole("textbox", { name: "时期" }).fill("上半年");
  await card(page).getByRole("combobox", { name: "限定" }).selectOption("约数");
  await card(page).getByRole("button", { name: "保存" }).click();
  assert.match(await row(page, "57").textContent(), /约数.*上半年/);
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByText(/已复制/).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /通过\t57\t个\t57个\t实际\t约数\t\t上半年/);
});

test("why a row is there: its sentence, the rule of its name, what it belongs to and by which rule", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "57").focus();
  await page.keyboard.press("w");
  const told = await card(page).locator(".evidence").evaluate((list) =>
    Object.fromEntries([...list.querySelectorAll("dt")].map((name) => [name.textContent, name.nextElementSibling.innerText])),
  );
  assert.match(told["原句"], /全年审议项目64个，其中通过57个/);
  assert.equal(await card(page).locator(".evidence b").textContent(), "57个");
  assert.match(told["指标"], /通过.*数字之前的词/s);
  assert.match(told["隶属"], /审议项目 64个（其中）.*在“其中”之后/s);
  assert.match(told["可信度"], /\d%/);
  await row(page, "4").focus();
  await page.keyboard.press("w");
  assert.match(await card(page).textContent(), /限定.*不少于.*见“不少于4次”/s);
  assert.match(await card(page).textContent(), /性质.*目标.*讲的是计划、目标/s);
  await page.getByRole("button", { name: "EN" }).click();
  assert.match(await card(page).textContent(), /its sentence or section speaks of plans/);
  await row(page, "57").locator(".name").click();
  // All but the words of the report is English, and told so.
  const words = await card(page).locator(".evidence").evaluate((list) =>
    [...list.querySelectorAll("dt, small, [lang=en]")].map((part) => part.textContent).filter((words) => words !== "behind 其中"),
  );
  assert.ok(words.includes("Part of") && words.includes("actual") && words.includes("57 + 6 = 63, not 64"), words.join());
  assert.deepEqual(words.filter((words) => /\p{Script=Han}/u.test(words)), []);
  assert.match(await card(page).textContent(), /审议项目 64个 \(part\)/);
});

test("words that are selected in the text become a figure", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "列为指标" }).click();
  await page.getByText("请先在原文中选取一个数字").waitFor();
  const select = () => page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector(".column"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf("2023年");
      if (at >= 0) return getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 5);
    }
  });
  await select();
  // What is not saved was never added.
  const all = await page.locator("[data-row]").count();
  await page.getByRole("button", { name: "列为指标" }).click();
  await card(page).getByRole("button", { name: "取消" }).click();
  assert.equal(await page.locator("[data-row]").count(), all);
  await select();
  await page.getByRole("button", { name: "列为指标" }).click();
  await card(page).locator("[name=name]").fill("报告年度");
  await card(page).getByRole("button", { name: "保存" }).click();
  assert.match(await page.locator("[data-row]", { hasText: "报告年度" }).textContent(), /2,023.*年/);
  assert.ok(await mark(page, "2023年").isVisible());
});

test("what was cleared comes back with its corrections", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await correct(page, "57", { name: "审议通过" });
  await page.getByRole("button", { name: "清空" }).click();
  await page.getByRole("button", { name: "看一份示例" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.locator("[data-row]", { hasText: "审议通过" }).waitFor();
});
