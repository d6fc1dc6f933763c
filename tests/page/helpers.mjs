// What a reader does on the page, in words.

import { createRequire } from "node:module";

const { strToU8, zipSync } = createRequire(new URL("../../target/tools/", import.meta.url))("fflate");

/** A short report of an invented town, with a sum that fails, a rate that holds and a number that is missing. */
export const REPORT = `云岭镇2023年法治政府建设年度报告

一、主要举措和成效
（一）抓好项目审议。全年审议项目64个，其中通过57个、未通过6个。
（二）办理群众诉求。受理诉求120件，办结114件，办结率95%；实际利用外资0.86亿美元，同比增长7.4%。
二、存在的不足和原因
专业人员不足，仅有法制审核人员3名。
四、下一年度主要安排
组织专题培训不少于4次。
`;

/** Pastes a text, as Ctrl+V does outside of any field. */
export async function paste(page, text) {
  await page.locator(".toolbar").waitFor();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    globalThis.pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  }, text);
  // In a task of its own, so that what the page does can be timed.
  await page.evaluate(() => document.body.dispatchEvent(globalThis.pasted));
}

/** Pastes a text and waits until it has been read. */
export async function read(page, text = REPORT) {
  await paste(page, text);
  await isRead(page);
}

/** A file as it is opened or dropped. */
export const file = (name, content) => ({ name, mimeType: "", buffer: Buffer.from(content) });

/** Words as they stand in markup. */
export const escaped = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A Word file with a paragraph for each line. Word itself writes 一、 before those that begin with it. */
export function wordFile(name, text) {
  const part = (element, inside) => strToU8(`<w:${element} xmlns:w="w">${inside}</w:${element}>`);
  const number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const lines = text.trimEnd().split("\n").map((line) => {
    const words = line.replace(/^[一二三四五六七八九十]+、/, "");
    return `<w:p>${words === line ? "" : number}<w:r><w:t>${escaped(words)}</w:t></w:r></w:p>`;
  });
  const level = '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>';
  const lists =
    `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${level}</w:lvl></w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const parts = {
    "word/document.xml": part("document", `<w:body>${lines.join("")}</w:body>`),
    "word/numbering.xml": part("numbering", lists),
  };
  return file(name, zipSync(parts));
}

/** Drops files on the page. */
export async function drop(page, files) {
  // Before the page is drawn nothing listens.
  await page.locator(".toolbar").waitFor();
  const contents = files.map(({ name, buffer }) => [name, buffer.toString("base64")]);
  return page.evaluate((contents) => {
    const dataTransfer = new DataTransfer();
    for (const [name, base64] of contents) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, contents);
}

/** Waits until the text that was given last has been read. */
export function isRead(page) {
  return page.locator("main.workbench:not([aria-busy]) .which").waitFor();
}

/** Opens the built-in example and waits until it has been read. */
export async function readExample(page) {
  await page.getByRole("button", { name: "看一份示例" }).click();
  await isRead(page);
  await page.locator("[data-row]").first().waitFor();
}

/** Waits until the page has loaded everything and refuses every connection. */
export function isLocked(page) {
  return page.locator("html[data-locked]").waitFor();
}

/** The mark of a figure in the text. */
export const mark = (page, words) => page.locator("mark", { hasText: words }).first();

/** The row of the table whose value is the given one. */
export const row = (page, number) =>
  page.locator("[data-row]", { has: page.locator("td.number", { hasText: new RegExp(`^${number}$`) }) }).first();

/** The line of the outline with the given words. */
export const line = (page, words) => page.getByRole("treeitem").filter({ hasText: words });

/** Whether an element is wholly inside the pane that scrolls it. */
export function isInSight(locator) {
  return locator.evaluate((element) => {
    const pane = element.closest(".scroller").getBoundingClientRect();
    const place = element.getBoundingClientRect();
    return place.top >= pane.top && place.bottom <= pane.bottom;
  });
}
