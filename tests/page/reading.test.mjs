import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isInSight, line, mark, paste, read, row } from "./helpers.mjs";

/** A report that is longer than any pane. */
const LONG = REPORT.replace("（二）", `${"本段说明有关工作的背景。\n".repeat(200)}（二）`);

test("a pasted report becomes an outline, a table and a marked text", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  assert.deepEqual(
    await page.getByRole("treeitem").locator(".heading").allTextContents(),
    ["主要举措和成效", "抓好项目审议", "办理群众诉求", "存在的不足和原因", "下一年度主要安排"],
  );
  for (const words of ["64个", "57个", "0.86亿美元", "7.4%", "3名"]) assert.ok(await mark(page, words).isVisible(), words);
  assert.match(await row(page, "64").textContent(), /审议项目.*个/);
  assert.match(await row(page, "0\\.86").textContent(), /外资.*亿美元/);
  assert.match(await row(page, "↑ 7\\.4").textContent(), /%/);
  assert.equal(await row(page, "57").getAttribute("aria-level"), "2");
  assert.deepEqual(record.errors, []);
  assert.deepEqual(record.violations, []);
});

test("a heading is bold throughout, its figures too", async (t) => {
  const { page } = await openPage(t);
  await read(page, "一、概况\n（一）新建改建农村公路15公里。全年新建停车场3个。\n（二）抓好审批。办结12件。\n");
  const weight = (words) => mark(page, words).evaluate((figure) => getComputedStyle(figure).fontWeight);
  assert.deepEqual([await weight("15公里"), await weight("3个")], ["600", "400"]);
});

test("the tables of a form are read cell by cell, and their rows are set as rows", async (t) => {
  const { page } = await openPage(t);
  await read(page, readFileSync(new URL("../reports/openness-annual-report-forms.txt", import.meta.url), "utf8"));
  assert.match(await row(page, "134").textContent(), /行政许可本年处理决定数量/);
  assert.ok(await page.getByText("勾稽关系不成立：26 + 1 = 27，26 + 2 = 28").first().isVisible());
  const cells = page.locator("p.cells", { hasText: "行政规范性文件" });
  const [two, one] = [await cells.locator("mark").nth(0).boundingBox(), await cells.locator("mark").nth(1).boundingBox()];
  assert.ok(one.x - two.x > 3 * two.width, "cells stand apart");
});

test("the title, the statutory parts and the one that is missing are named", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  assert.equal(await page.locator(".which > h2").textContent(), "云岭镇2023年法治政府建设年度报告");
  assert.match(await page.locator(".chip.missing").textContent(), /第一责任人/);
  assert.equal(await page.locator("button.chip").count(), 3);
});

test("from the table to the text and the outline", async (t) => {
  const { page } = await openPage(t);
  await read(page, LONG);
  await row(page, "120").click();
  const chosen = page.locator("mark.chosen");
  assert.equal(await chosen.textContent(), "120件");
  assert.ok(await isInSight(chosen));
  assert.match(await page.locator(".line.here").textContent(), /办理群众诉求/);
  assert.equal(await page.locator("[data-row].chosen td.number").textContent(), "120");
});

test("from the text to the table", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 1280, height: 480 } });
  await read(page);
  await page.locator(".pane.text .scroller").evaluate((pane) => pane.scrollTo(0, 9_999));
  await mark(page, "4次").click();
  const chosen = page.locator("[data-row].chosen");
  assert.equal(await chosen.locator("td.number").textContent(), "4");
  assert.ok(await isInSight(chosen));
  assert.match(await page.locator(".line.here").textContent(), /下一年度/);
});

test("from the outline to text and table", async (t) => {
  const { page } = await openPage(t);
  await read(page, LONG);
  await line(page, "办理群众诉求").click();
  const heading = page.locator(".column .chosen");
  assert.match(await heading.textContent(), /办理群众诉求/);
  assert.ok(await isInSight(heading));
  assert.ok(await isInSight(row(page, "120")));
  assert.equal(await page.locator("[data-row].near").first().locator("td.number").textContent(), "120");
});

test("the keyboard goes from row to row, into the text and back", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await row(page, "64").focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.querySelector(".number").textContent), "57");
  assert.equal(await page.locator("mark.chosen").textContent(), "57个");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "57个");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.querySelector(".number").textContent), "6");
});

test("the part that is on screen is marked in the outline as one scrolls", async (t) => {
  const { page } = await openPage(t);
  await read(page, LONG);
  const marked = () => page.locator(".line.on-screen .heading").allTextContents();
  const now = page.locator('.line[aria-current="location"] .heading');
  await page.locator(".line.on-screen").first().waitFor();
  assert.deepEqual(await marked(), ["主要举措和成效", "抓好项目审议"]);
  const text = page.locator(".pane.text .scroller");
  await text.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
  await page.locator(".line.on-screen", { hasText: "下一年度" }).waitFor();
  assert.ok(!(await marked()).includes("主要举措和成效"));
  await text.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight / 2));
  await page.locator(".line:not(.on-screen)", { hasText: "下一年度" }).waitFor();
  assert.deepEqual(await marked(), ["抓好项目审议"]);
  assert.equal(await now.textContent(), "抓好项目审议");
  // What is chosen stays chosen.
  await line(page, "存在的不足").click();
  await page.locator(".line.on-screen", { hasText: "存在的不足" }).waitFor();
  // The way to what was chosen may still be under way.
  await page.waitForFunction(() => {
    document.querySelector(".pane.text .scroller").scrollTo(0, 0);
    return [...document.querySelectorAll(".line.on-screen")].some((line) => line.textContent.includes("主要举措"));
  });
  assert.match(await page.locator(".line.here").textContent(), /存在的不足/);
  // A folded section stands for what is in it.
  await line(page, "主要举措").locator(".twist").click();
  assert.deepEqual(await marked(), ["主要举措和成效"]);
});

test("a long outline follows the text", async (t) => {
  const { page } = await openPage(t);
  const chapters = Array.from({ length: 90 }, (_, at) => `${at + 1}．第${at + 1}项工作\n${"本段说明有关工作的背景。".repeat(20)}\n`);
  await read(page, `一、主要工作\n${chapters.join("")}`);
  const text = page.locator(".pane.text .scroller");
  await page.locator(".line.on-screen").first().waitFor();
  await text.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight * 0.6));
  // The first heading that is wholly in sight is among the marked lines, and these are in sight themselves.
  await page.waitForFunction(() => {
    const isIn = (element, pane) => {
      const [place, room] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
      return place.top >= room.top && place.bottom <= room.bottom;
    };
    const text = document.querySelector(".pane.text .scroller");
    const heading = [...text.querySelectorAll("[role=heading]")].find((heading) => isIn(heading, text));
    const lines = [...document.querySelectorAll(".line.on-screen")];
    const line = lines.find((line) => heading?.textContent.endsWith(line.querySelector(".heading").textContent));
    return line && Number(line.dataset.section) > 40 && isIn(line, document.querySelector(".pane.outline .scroller"));
  });
});

test("the outline is a tree that folds", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await line(page, "主要举措").focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.getByRole("treeitem").count(), 3);
  await mark(page, "57个").click();
  assert.equal(await page.getByRole("treeitem").count(), 5);
  await line(page, "主要举措").locator(".twist").click();
  assert.equal(await page.getByRole("treeitem").count(), 3);
});

test("search and section narrow the table, and a mark outside opens it again", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const all = await page.locator("[data-row]").count();
  await page.getByRole("searchbox").fill("未通过");
  assert.deepEqual(await page.locator("[data-row] td.number").allTextContents(), ["64", "6"]);
  await mark(page, "120件").click();
  assert.equal(await page.locator("[data-row]").count(), all);
  await line(page, "存在的不足").click();
  await page.getByRole("button", { name: "只看本节" }).click();
  assert.deepEqual(await page.locator("[data-row] td.number").allTextContents(), ["3"]);
  await line(page, "下一年度").click();
  assert.deepEqual(await page.locator("[data-row] td.number").allTextContents(), ["4"]);
});

test("what does not add up is told in its row and in one place", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  assert.match(await row(page, "64").textContent(), /63/);
  assert.match(await mark(page, "64个").getAttribute("class"), /fault/);
  await page.locator(".fact.disagree").click();
  const failed = page.locator(".checks .item.wrong").first();
  assert.match(await failed.textContent(), /64/);
  assert.match(await page.locator(".checks .item.odd").textContent(), /四/);
  assert.match(await page.locator(".checks .missing").textContent(), /第一责任人/);
  await failed.click();
  assert.deepEqual(await page.locator("mark.chosen").allTextContents(), ["64个", "57个", "6个"]);
});

test("what does not add up is told in the language of the page", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  await page.getByRole("button", { name: "EN" }).click();
  assert.equal(await page.locator(".amiss button").textContent(), "57 + 6 = 63, not 64");
  assert.equal(await row(page, "64").locator(".wrong").textContent(), "57 + 6 = 63, not 64");
  await page.locator(".fact.disagree").click();
  const failed = page.locator(".checks .item.wrong .message").first();
  assert.equal(await failed.textContent(), "57 + 6 = 63, not 64");
  assert.equal(await failed.evaluate((message) => message.closest("[lang]").lang), "en");
  assert.match(await page.locator(".checks .item.odd").textContent(), /from “二、” to “四、”: some are missing between/);
  await page.getByRole("button", { name: "中", exact: true }).click();
  assert.equal(await failed.textContent(), "57 + 6 = 63，与 64 不符");
});

test("a newer text takes the place of an older one", async (t) => {
  const { page } = await openPage(t);
  await paste(page, `一、旧报告\n共受理9件。\n`.repeat(20_000));
  await read(page);
  await row(page, "64").waitFor();
  assert.equal(await page.locator(".which > h2").textContent(), "云岭镇2023年法治政府建设年度报告");
});

test("the example shows what the page can do", async (t) => {
  const { page, record } = await openPage(t);
  await page.getByRole("button", { name: "看一份示例" }).click();
  await page.locator("[data-row]").first().waitFor();
  assert.ok((await page.getByRole("treeitem").count()) > 10);
  assert.equal(await page.locator(".chip.missing").count(), 1);
  await page.locator(".fact.disagree").click();
  assert.match(await page.locator(".checks .item.wrong").first().textContent(), /1,?862/);
  assert.deepEqual(record.errors, []);
});

test("on a narrow screen the panes are tabs and the link leads from one to the other", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 320, height: 640 } });
  await read(page);
  await row(page, "120").locator(".name").click();
  // The row stays, and the card tells its sentence; who wants the text goes there.
  assert.ok(await isInSight(row(page, "120")));
  assert.match(await page.locator(".card .sentence").innerText(), /120件/);
  await page.locator(".card").getByRole("button", { name: "原文" }).click();
  assert.ok(await isInSight(page.locator("mark.chosen")));
  // What can be done with the figure goes along into the text.
  await page.locator(".card").getByRole("button", { name: "确认" }).click();
  assert.match(await mark(page, "120件").getAttribute("class"), /confirmed/);
  await mark(page, "64个").click();
  assert.ok(await isInSight(row(page, "64")));
  await page.getByRole("navigation").getByRole("button", { name: "大纲" }).click();
  await line(page, "存在的不足").click();
  assert.ok(await isInSight(page.locator(".column .chosen")));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 320);
  const more = page.getByRole("button", { name: "更多" });
  const isOpen = () => more.getAttribute("aria-expanded");
  await more.click();
  await page.keyboard.press("Escape");
  assert.equal(await isOpen(), "false");
  await more.click();
  await page.getByRole("navigation").getByRole("button", { name: "指标" }).click();
  assert.equal(await isOpen(), "false");
});

test("the counts come first and on one line with what is largest; red counts what does not agree", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 1280, height: 900 } });
  await read(page, `${REPORT.replace("二、存在", "（二）公开政务。全年培训干部3万余人，投入近3000亿元。\n二、存在")}`);
  const top = (selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect());
  const [counts, gist] = [await top(".numbers"), await top(".gist")];
  assert.ok(counts.left < gist.left && Math.abs(counts.top - gist.top) < 12);
  const largest = await page.locator(".largest b").allTextContents();
  assert.ok(largest.includes("近3,000亿元") && largest.includes("3万余人"), largest.join());
  assert.deepEqual(await page.locator(".line .faulty:not(.odd)").allTextContents(), ["1"]);
  assert.ok((await page.locator(".line .faulty.odd").count()) > 0);
});

test("numerals that are parts of words are counted apart", async (t) => {
  const { page } = await openPage(t);
  await read(page, "云岭镇2023年工作总结\n一、主要工作\n第一时间统一部署，受理诉求120件，三年累计。\n");
  const words = page.getByRole("button", { name: /^词语 \d/ });
  assert.equal(await words.count(), 0);
  await page.getByRole("button", { name: /未计数字/ }).click();
  const skipped = () => page.locator(".skipped").allTextContents();
  const numbers = await skipped();
  assert.ok(numbers.includes("三年") && !numbers.includes("第一"), numbers.join());
  await words.click();
  assert.ok((await skipped()).length > numbers.length);
});

test("in English the head and the bar above the table wrap no more than in Chinese", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 1280, height: 800 } });
  await read(page, REPORT.replace("云岭镇2023年法治政府建设年度报告", "云岭市青塘县司法局关于2023年度法治政府建设情况的报告"));
  /** On how many lines things stand that follow one another. */
  const lines = (selector) => page.locator(selector).evaluateAll((parts) => {
    const places = parts.map((part) => part.getBoundingClientRect());
    return places.filter((place, at) => at === 0 || place.top >= places[at - 1].bottom - 1).length;
  });
  for (const language of ["EN", "中"]) {
    await page.getByRole("button", { name: language, exact: true }).click();
    assert.equal(await lines(".which, .chips li"), 1, language);
    assert.equal(await lines(".bar > .search, .bar > .toggle, .bar .exports > :not(dialog)"), 1, language);
  }
});

test("a form on a telephone tells the whole of its title", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 320, height: 640 } });
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "EN" }).click();
  await read(page);
  await page.getByRole("button", { name: "Correct issuer, year and genre", exact: true }).click();
  const title = page.locator("dialog[open] h2");
  assert.ok(await title.evaluate((title) => title.scrollHeight <= title.clientHeight + 1 && title.scrollWidth <= title.clientWidth));
});

test("both languages and both sets of colours", async (t) => {
  const { page } = await openPage(t, { colorScheme: "light" });
  await read(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.querySelector(".pane.text")).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "切换明暗" }).click();
  assert.notEqual(await paper(), light);
  await page.getByRole("button", { name: "EN" }).click();
  assert.equal(await page.getByRole("columnheader").first().textContent(), "Figure");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await page.locator("[data-row]").first().locator(".name").getAttribute("lang"), "zh-CN");
});
