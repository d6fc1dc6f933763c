import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, read, row } from "./helpers.mjs";

const numbers = (page) => page.locator("[data-row] td.number").allTextContents();

test("a head sorts its column, then turns it round, then lets it be", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const asRead = await numbers(page);
  const head = page.getByRole("columnheader", { name: "数值" });
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const rising = await numbers(page);
  // Each unit by itself: %, 个, 件, 名, 次, 美元.
  assert.deepEqual(rising, ["↑ 7.4", "95", "6", "57", "64", "114", "120", "3", "4", "0.86"]);
  await head.getByRole("button").click();
  assert.deepEqual(await numbers(page), rising.toReversed());
  await head.getByRole("button").click();
  assert.deepEqual(await numbers(page), asRead);
});

test("kind, role and mark narrow the table, and one word opens it again", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const all = (await numbers(page)).length;
  await page.getByText("筛选与列").click();
  await page.getByLabel("类型").first().selectOption({ label: "金额" });
  assert.deepEqual(await numbers(page), ["0.86"]);
  await page.getByRole("button", { name: "显示全部" }).click();
  assert.equal((await numbers(page)).length, all);
  await page.getByLabel("核对与标记").selectOption({ label: "核对不符" });
  assert.deepEqual(await numbers(page), ["64", "57", "6"]);
  await page.getByRole("button", { name: "显示全部" }).click();
  await page.getByLabel("性质").selectOption({ label: "目标" });
  assert.deepEqual(await numbers(page), ["4"]);
});

test("figures stand under their sections, or each for itself", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByText("筛选与列").click();
  await page.getByLabel("分组").selectOption({ label: "章节" });
  const heads = await page.locator("tr.group").allTextContents();
  assert.equal(heads.length, 4);
  assert.match(heads[0], /一、主要举措和成效.*抓好项目审议/);
  await page.getByLabel("分组").selectOption({ label: "不分组" });
  assert.equal(await page.locator("tr.group").count(), 0);
  await page.getByRole("columnheader", { name: "数值" }).getByRole("button").click();
  const rising = await numbers(page);
  assert.ok(rising.indexOf("6") < rising.indexOf("57") && rising.indexOf("57") < rising.indexOf("64"));
});

test("sorted by value, figures of one unit stand together and rise", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("columnheader", { name: "数值" }).getByRole("button").click();
  const rows = page.locator("[data-row]");
  const told = await rows.evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("td.unit").textContent, Number(row.querySelector("td.number").textContent.replace(/[^\d.]/g, ""))]),
  );
  const units = told.map(([unit]) => unit);
  assert.deepEqual(units.filter((unit, at) => units.indexOf(unit) !== at && units[at - 1] !== unit), []);
  assert.ok(told.every(([unit, value], at) => at === 0 || told[at - 1][0] !== unit || told[at - 1][1] <= value), JSON.stringify(told));
  assert.equal(await rows.filter({ visible: true }).and(page.locator('[aria-level="2"]')).count(), 0);
});

test("names are found by their first letters", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("searchbox").fill("slsq");
  await page.getByText("显示全部").waitFor();
  assert.ok((await numbers(page)).includes("120"));
  await page.getByRole("searchbox").fill("zzzz");
  await page.getByText("没有符合条件的指标").waitFor();
});

test("figures of one time", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 1280, height: 800 } });
  await read(page, "云湾镇工作总结\n2023年7月以来办结案件12件。2022年办结案件9件。\n");
  const lines = () => page.locator("td.period").evaluateAll((cells) => cells.map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return [cell.textContent, range.getClientRects().length];
  }));
  assert.deepEqual(await lines(), [["2023年7月以来", 1], ["2022年", 1]]);
  await page.getByText("筛选与列").click();
  await page.getByRole("combobox", { name: "时期" }).selectOption("2022年");
  assert.deepEqual(await numbers(page), ["9"]);
  assert.ok(await page.locator(".options.narrowed").isVisible());
});

test("columns come and go", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 1920, height: 900 } });
  await read(page);
  await page.getByText("筛选与列").click();
  await page.getByRole("checkbox", { name: "原句" }).check();
  await page.getByRole("checkbox", { name: "隶属" }).check();
  await page.getByRole("checkbox", { name: "时期" }).uncheck();
  assert.deepEqual(await page.getByRole("columnheader").allTextContents(), ["指标", "数值", "单位", "隶属", "章节", "原句"]);
  assert.match(await row(page, "57").textContent(), /审议项目.*全年审议项目64个，其中通过57个/);
});

test("however many columns there are, the sentence has room", async (t) => {
  for (const width of [1280, 2560]) {
    const { page } = await openPage(t, { viewport: { width, height: 900 } });
    await read(page);
    await page.getByText("筛选与列").click();
    for (const column of await page.getByRole("group", { name: "显示的列" }).getByRole("checkbox").all()) await column.check();
    const sentence = page.getByRole("columnheader", { name: "原句" });
    const letters = await sentence.evaluate((head) => head.clientWidth / parseFloat(getComputedStyle(head).fontSize));
    assert.ok(letters >= 20, `${letters} letters at ${width}`);
  }
});

test("20,000 rows: sorted, filtered and scrolled to the end without a pause", async (t) => {
  const { page, record } = await openPage(t);
  await read(page, REPORT.repeat(2_600));
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration);
    }).observe({ type: "longtask" });
  });
  assert.ok(Number(await page.getByRole("treegrid").getAttribute("aria-rowcount")) > 20_000);
  const scroller = page.locator(".pane.table .scroller");
  for (let step = 0; step < 40; step++) {
    await scroller.evaluate((pane) => pane.scrollBy(0, pane.scrollHeight / 40));
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  }
  await page.waitForFunction(() => {
    const rows = document.querySelectorAll("[data-row]");
    return Number(rows[rows.length - 1].ariaRowIndex) === Number(document.querySelector("[role=treegrid]").ariaRowCount);
  });
  assert.ok((await page.locator("[data-row]").count()) < 400);
  await page.getByRole("columnheader", { name: "数值" }).getByRole("button").click();
  await page.getByRole("searchbox").fill("外资");
  await scroller.evaluate((pane) => pane.scrollTo(0, 0));
  await page.waitForFunction(() => document.querySelector('[data-at="0"] .name')?.textContent.includes("外资"));
  const longest = await page.evaluate(() => Math.round(globalThis.longest));
  t.diagnostic(`longest task ${longest} ms`);
  assert.ok(longest < 500, `${longest} ms`);
  assert.deepEqual(record.errors, []);
});

test("every row that takes part in what does not agree says so, and leads to it", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  for (const part of ["57", "6"]) assert.equal(await row(page, part).locator(".wrong").textContent(), "不符");
  assert.match(await row(page, "64").locator(".wrong").textContent(), /57 \+ 6 = 63/);
  assert.equal(await row(page, "114").locator(".wrong").count(), 0);
  await row(page, "6").locator(".wrong").click();
  assert.equal(await page.locator('[data-row][aria-selected="true"]').count(), 3);
});

test("the red words of a row open the card as its number does, and the card says what is wrong", async (t) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const { page, record } = await openPage(t, { viewport, hasTouch: true });
    await read(page);
    const card = page.locator(".card");
    for (const number of ["64", "57"]) {
      await row(page, "3").locator(".name").tap();
      await card.getByText("法制审核人员").first().waitFor();
      await row(page, number).locator(".wrong").tap();
      await card.getByText("审议项目").first().waitFor();
      assert.equal(await card.locator(".wrong").textContent(), "57 + 6 = 63，与 64 不符");
    }
    // What is done there is done to the figure, and the card stays with it.
    await card.getByRole("button", { name: "更正" }).tap();
    await card.locator("[name=value]").fill("63");
    await card.getByRole("button", { name: "保存" }).tap();
    await row(page, "63").locator(".right").waitFor();
    assert.equal(await card.locator(".wrong").count(), 0);
    assert.match(await card.locator(".said").textContent(), /审议项目63/);
    // In the text a figure that does not agree opens it too.
    if (viewport.width < 400) await page.getByRole("navigation").getByRole("button", { name: "原文" }).click();
    await page.keyboard.press("Control+z");
    await page.locator("mark.fault", { hasText: "57个" }).tap();
    await card.getByText("通过").first().waitFor();
    assert.deepEqual(record.errors, []);
  }
});
