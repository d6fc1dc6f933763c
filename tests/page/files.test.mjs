// Files that are no plain text: Word files, PDF files, saved web pages, and what is not read.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";

import { BUILT, openPage } from "./browser.mjs";
import { REPORT, drop, escaped, file, isLocked, isRead, line, read, row, wordFile } from "./helpers.mjs";

const notice = (page, words) => page.locator(".notice", { hasText: words });

test("a Word file opens through the field, with the numbers that Word writes", async (t) => {
  const { page, record } = await openPage(t);
  await isLocked(page);
  const requests = record.requests.length;
  await page.locator("#file").setInputFiles(wordFile("云岭.docx", REPORT));
  await isRead(page);
  await line(page, "一、主要举措和成效").waitFor();
  await line(page, "三、下一年度主要安排").waitFor();
  assert.match(await row(page, "64").textContent(), /57 \+ 6 = 63，与 64 不符/);
  assert.equal(record.requests.length, requests);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("a web page that a browser saved as one file opens, with the numbers of its lists", async (t) => {
  const { page, record } = await openPage(t);
  const maker = await page.context().newPage();
  await maker.setContent(`<ol style="list-style-type: cjk-ideographic"><li>主要工作<p>全年审议项目64个。</p></li><li>下一步安排</li></ol>`);
  const session = await page.context().newCDPSession(maker);
  const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
  await maker.close();
  await page.locator("#file").setInputFiles(file("云岭.mhtml", data));
  await isRead(page);
  await line(page, "一、主要工作").waitFor();
  await line(page, "二、下一步安排").waitFor();
  await row(page, "64").waitFor();
  await page.locator("#file").setInputFiles(file("断.mht", data.slice(0, data.length / 2)));
  await notice(page, "这个 .mht 网页不完整或已损坏").waitFor();
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

/** A text as Chromium prints it: tabs part the cells of tables. */
async function printed(page, text) {
  const row = (line) => `<tr>${line.split("\t").map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  const lines = text.split("\n").map((line) => (line.includes("\t") ? row(line) : `<p>${escaped(line)}</p>`));
  const body = lines.join("").replaceAll(/(?:<tr>.*?<\/tr>)+/g, "<table>$&</table>");
  const style = `@page { size: A4; margin: 25mm } p { font: 16pt / 28pt serif; margin: 0; text-indent: 2em; text-align: justify }
    table { border-collapse: collapse; font-size: 10pt } td { border: 1px solid }`;
  const paper = await page.context().newPage();
  await paper.setContent(`<html lang="zh"><style>${style}</style>${body}</html>`);
  const pdf = await paper.pdf({ preferCSSPageSize: true, displayHeaderFooter: true });
  await paper.close();
  return pdf;
}

/** All that was read, as the page would print it. */
async function reading(page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = page.locator(".printed");
  await paper.waitFor({ state: "attached" });
  const words = await paper.evaluate((paper) => {
    paper.querySelector("footer").remove();
    return paper.textContent.replaceAll(/\s/g, "");
  });
  return words;
}

for (const name of ["law-annual-report", "openness-annual-report-forms"]) {
  test(`what Chromium prints of ${name} reads as the text that was printed`, async (t) => {
    const text = readFileSync(`tests/reports/${name}.txt`, "utf8");
    const { page: pasted } = await openPage(t);
    await read(pasted, text);
    const { page, record } = await openPage(t);
    await isLocked(page);
    const requests = record.requests.length;
    await drop(page, [file(`${name}.pdf`, await printed(pasted, text))]);
    await isRead(page);
    assert.equal(record.requests.length, requests);
    assert.deepEqual([record.errors, record.violations], [[], []]);
    assert.equal(await reading(page), await reading(pasted));
  });
}

test("a web page is dropped, in the encoding that it names", async (t) => {
  const { page, record } = await openPage(t);
  const head = Buffer.from('<html><head><meta charset="gb2312"><script>document.title = "run"</script></head><body>');
  // 一、总结 and 办件, in GB2312.
  const body = Buffer.from("d2bba1a2d7dcbde10a3c703eb0ecbcfe3132bcfea1a3", "hex");
  await isLocked(page);
  await drop(page, [file("总结.htm", Buffer.concat([head, body]))]);
  await isRead(page);
  await line(page, "一、总结").waitFor();
  await row(page, "12").waitFor();
  assert.notEqual(await page.title(), "run");
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("what is not read is named with what to do, and the text before stays", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  const field = page.locator("#file");
  const whole = wordFile("a.docx", REPORT).buffer;
  for (const [name, bytes, said] of [
    ["坏.docx", whole.subarray(0, whole.length / 2), "这个 Word 文件不完整或已损坏"],
    ["旧.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "另存为 .docx"],
    ["报告.pdf", Buffer.from("%PDF-1.7"), "这个 PDF 不完整或已损坏"],
    ["图.png", Buffer.from("89504e470d0a1a0a0000", "hex"), "不是 Word 文件、PDF、网页或纯文本"],
  ]) {
    await field.setInputFiles(file(name, bytes));
    await notice(page, said).waitFor();
    await row(page, "64").waitFor();
  }
  await page.getByRole("button", { name: "EN" }).click();
  await field.setInputFiles(file("报告.pdf", "%PDF-1.7"));
  await notice(page, "This PDF is damaged").waitFor();
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("where the part that unpacks files did not come, that is told", async (t) => {
  const site = mkdtempSync(join(tmpdir(), "gangmu-"));
  t.after(() => rmSync(site, { recursive: true }));
  cpSync(BUILT, site, { recursive: true, filter: (path) => !basename(path).startsWith("takeaway") });
  const { page } = await openPage(t, { site });
  await read(page);
  await page.locator("#file").setInputFiles(wordFile("云岭.docx", REPORT));
  await notice(page, "未能打开").waitFor();
  await row(page, "64").waitFor();
});
