// Who reports, on which year and in what sort of document, put right by hand: in one report, and beside many.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, file, isRead, paste, read } from "./helpers.mjs";

const about = (page) => page.locator(".summary .about");
const genre = (page, name) => about(page).locator("> span", { hasText: name });
const dialog = (page) => page.getByRole("dialog", { name: "更正报送单位、年度、文种" });
const correct = (page) => page.getByRole("button", { name: "更正报送单位、年度、文种", exact: true });
const many = (page) => page.getByRole("dialog", { name: "多份报告" });

/** Puts body and year right with the keyboard. */
async function amend(page, issuer, year) {
  await correct(page).press("Enter");
  await dialog(page).waitFor();
  await page.keyboard.type(issuer);
  await page.keyboard.press("Tab");
  await page.keyboard.type(year);
  await page.keyboard.press("Enter");
}

/** What is saved as a file. */
async function saved(page, format) {
  await page.getByRole("button", { name: "导出" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "导出" }).getByRole("button", { name: format }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("body and year are put right with the keyboard, told wherever the report goes, and undone", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  assert.match(await about(page).textContent(), /云岭镇.*2023 年/);
  await correct(page).press("Enter");
  assert.equal(await dialog(page).getByRole("textbox", { name: "报送单位" }).inputValue(), "云岭镇");
  assert.ok(await dialog(page).getByRole("textbox", { name: "报送单位" }).evaluate((field) => field === document.activeElement));
  await page.keyboard.type("别的");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.closest(".about"));
  await correct(page).press("Enter");
  assert.equal(await dialog(page).getByRole("textbox", { name: "报送单位" }).inputValue(), "云岭镇", "what was not saved is gone");
  // A year is four digits.
  await dialog(page).getByRole("textbox", { name: "年度" }).fill("23");
  await page.keyboard.press("Enter");
  assert.ok(await dialog(page).isVisible());
  await page.keyboard.press("Escape");
  await amend(page, "云岭镇人民政府", "2022");
  await about(page).getByText("云岭镇人民政府").waitFor();
  assert.match(await about(page).textContent(), /云岭镇人民政府2022 年.*已更正/);
  await page.getByRole("status").filter({ hasText: "更正：云岭镇人民政府 2022" }).waitFor({ state: "attached" });

  const note = "更正（原读报送单位云岭镇，年度2023）";
  const markdown = await saved(page, "Markdown");
  assert.equal(markdown.name, "云岭镇2023年法治政府建设年度报告-云岭镇人民政府-2022年-解读.md");
  assert.ok(markdown.text.includes(`- 报告：${note}`) && markdown.text.includes("- 年度：2022"));
  assert.ok((await saved(page, "CSV")).text.split("\n")[1].includes(note));
  const json = JSON.parse((await saved(page, "JSON")).text);
  assert.deepEqual([json.issuer, json.year, json.amendment], ["云岭镇人民政府", 2022, { issuer: "云岭镇", year: 2023 }]);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.locator(".printed .amended", { hasText: note }).waitFor({ state: "attached" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));

  await page.keyboard.press("Control+z");
  await about(page).getByText("云岭镇", { exact: true }).waitFor();
  await page.keyboard.press("Control+y");
  await correct(page).click();
  await dialog(page).getByText(note).waitFor();
  await dialog(page).getByRole("button", { name: "恢复原样" }).click();
  await about(page).getByText("已更正").waitFor({ state: "detached" });
  assert.match(await about(page).textContent(), /云岭镇2023 年/);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("the sort of document is put right, and with it what it must tell", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  await page.locator(".chip.missing").waitFor();
  const choose = async (genre) => {
    await correct(page).click();
    await dialog(page).getByRole("combobox", { name: "文种" }).selectOption(genre);
    await dialog(page).getByRole("button", { name: "保存" }).click();
  };
  await choose("工作总结");
  await genre(page, "工作总结").waitFor();
  assert.equal(await page.locator(".chip").count(), 0, "a summary has no parts that it must have");
  await page.getByRole("status").filter({ hasText: "更正：云岭镇 2023 工作总结" }).waitFor({ state: "attached" });
  const note = "更正（原读文种法治政府建设年度报告）";
  const { text } = await saved(page, "Markdown");
  assert.ok(text.includes(`- 报告：${note}`) && text.includes("- 文种：工作总结"), text.slice(0, 400));
  const json = JSON.parse((await saved(page, "JSON")).text);
  assert.deepEqual([json.genre, json.parts, json.amendment], ["summary", null, { genre: "law_based_government" }]);
  // It is kept, and undone.
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "开启保存" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  await page.locator(".toolbar .keep").and(page.getByText("已保存", { exact: true })).waitFor();
  await page.reload();
  await genre(page, "工作总结").waitFor();
  await choose("法治政府建设年度报告");
  await page.locator(".chip.missing").waitFor();
  await about(page).getByText("已更正").waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await genre(page, "工作总结").waitFor();
  // What was no such report is told what it lacks once it is one.
  await read(page, REPORT.replace("法治政府建设年度报告", "工作汇报"));
  assert.equal(await page.locator(".chip").count(), 0);
  await choose("法治政府建设年度报告");
  await page.locator(".chip.missing", { hasText: "第一责任人" }).waitFor();
  assert.equal(await page.locator("button.chip").count(), 3);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("it is kept with the report", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "开启保存" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  await amend(page, "云岭镇人民政府", "2022");
  await page.locator(".toolbar .keep").and(page.getByText("已保存", { exact: true })).waitFor();
  await page.reload();
  await about(page).getByText("云岭镇人民政府").waitFor();
  await page.locator(".toolbar .keep").click();
  assert.match(await page.locator(".reports .about").textContent(), /云岭镇人民政府.*2022 年/);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("a telephone has it beside the title", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 320, height: 640 } });
  await read(page);
  await correct(page).click();
  await dialog(page).getByRole("textbox", { name: "年度" }).fill("2022");
  const save = await dialog(page).getByRole("button", { name: "保存" }).boundingBox();
  assert.ok(save.x >= 0 && save.x + save.width <= 320 && save.y + save.height <= 640);
  await dialog(page).getByRole("button", { name: "保存" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  for (const told of ["云岭镇", "2022 年", "已更正"]) await about(page).getByText(told, { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

const FIRST = "云溪县2023年法治政府建设情况报告\n一、主要工作\n办理行政复议案件12件，接待群众35人次。\n";
const OTHER = FIRST.replace("云溪县2023", "青塘县2024").replace("12件", "15件");

/** Puts the second of many right. */
async function amendSecond(page, issuer) {
  await many(page).getByRole("button", { name: "更正“青塘县2024年" }).press("Enter");
  const field = many(page).getByRole("textbox", { name: "报送单位" });
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement.name === "issuer");
  const isWhole = await field.evaluate((field) => {
    const [line, list] = ["li", "ul"].map((part) => field.closest(part).getBoundingClientRect());
    return line.top > list.top - 1 && line.bottom < list.bottom + 1;
  });
  assert.ok(isWhole, "the form is in sight, with the title of its report");
  await field.fill(issuer);
  await page.keyboard.press("Enter");
  await field.waitFor({ state: "detached" });
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /更正“青塘县2024年/);
}

test("beside many reports body and year are put right, and the comparison goes by them", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST), file("乙.txt", OTHER)]);
  await many(page).getByText("读完 2 份").waitFor();
  await many(page).getByText("青塘县 · 2024 年").waitFor();
  // Escape leaves the form, and not the dialog; the focus goes back to its button.
  await many(page).getByRole("button", { name: "更正“青塘县2024年" }).press("Enter");
  await many(page).getByRole("textbox", { name: "报送单位" }).waitFor();
  await page.keyboard.press("Escape");
  await many(page).getByRole("textbox", { name: "报送单位" }).waitFor({ state: "detached" });
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /更正“青塘县2024年/);
  await many(page).getByRole("button", { name: "对照" }).click();
  await many(page).getByRole("button", { name: "报告（2）" }).click();
  await many(page).getByRole("columnheader", { name: "青塘县 2024 年" }).waitFor();
  await amendSecond(page, "云溪县");
  await many(page).getByText("云溪县 · 2024 年 · 已更正").waitFor();
  await many(page).getByRole("columnheader", { name: "增减（%）" }).waitFor();
  assert.deepEqual(await many(page).locator("tbody tr").first().locator("td").allTextContents(), ["件", "12", "15", "25"]);
  // It is opened so.
  await many(page).getByRole("button", { name: "打开“青塘县2024年" }).click();
  await about(page).getByText("云溪县", { exact: true }).waitFor();
  // What is said of the one that lies on the page, the page says as well; and what the page says is seen there.
  await page.getByRole("button", { name: "← 多份报告（2）" }).click();
  await amendSecond(page, "石桥县");
  await many(page).getByText("石桥县 · 2024 年 · 已更正").waitFor();
  await many(page).getByRole("button", { name: "更正“青塘县2024年" }).click();
  await many(page).getByRole("combobox", { name: "文种" }).selectOption("工作总结");
  await many(page).getByRole("button", { name: "保存" }).click();
  await many(page).getByRole("combobox", { name: "文种" }).waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await about(page).getByText("石桥县").waitFor();
  await genre(page, "工作总结").waitFor();
  await page.keyboard.press("Control+z");
  await genre(page, "工作总结").waitFor({ state: "detached" });
  await about(page).getByText("石桥县").waitFor();
  await page.keyboard.press("Control+z");
  await about(page).getByText("云溪县", { exact: true }).waitFor();
  await page.getByRole("button", { name: "← 多份报告（2）" }).click();
  await many(page).getByText("云溪县 · 2024 年 · 已更正").waitFor();
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("beside the kept reports it is kept, whether the report lies on the page or not", async (t) => {
  const { page, record } = await openPage(t);
  const isKept = () => page.locator(".toolbar .keep").and(page.getByText("已保存", { exact: true })).waitFor();
  const list = async (count) => {
    await page.locator(".toolbar .keep").click();
    const told = await page.locator("dialog .reports .about").allTextContents();
    assert.equal(told.length, count);
    return told;
  };
  await read(page, OTHER);
  await page.locator(".toolbar .keep").click();
  await page.getByRole("button", { name: "开启保存" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  await isKept();
  await paste(page, FIRST);
  await isRead(page);
  await isKept();
  // The other one lies on the page.
  await list(2);
  await page.getByRole("button", { name: "全部导出为一个 Excel，或并排对照" }).click();
  await many(page).getByText("读完 2 份").waitFor();
  await amendSecond(page, "云溪县");
  await many(page).getByText("云溪县 · 2024 年 · 已更正").waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press("Escape");
  assert.ok((await list(2)).some((told) => /云溪县2024 年/.test(told)));
  await page.getByRole("button", { name: "青塘县2024年法治政府建设情况报告", exact: true }).click();
  await about(page).getByText("云溪县", { exact: true }).waitFor();
  // Now it lies there itself.
  await list(2);
  await page.getByRole("button", { name: "全部导出为一个 Excel，或并排对照" }).click();
  await many(page).getByText("读完 2 份").waitFor();
  await amendSecond(page, "石桥县");
  await page.keyboard.press("Escape");
  await about(page).getByText("石桥县").waitFor();
  await isKept();
  assert.ok((await list(2)).some((told) => /石桥县2024 年/.test(told)));
  assert.deepEqual([record.errors, record.violations], [[], []]);
});
