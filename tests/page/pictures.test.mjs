import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { isInSight, read } from "./helpers.mjs";

async function open(page) {
  await page.getByRole("button", { name: "图示" }).click();
  const dialog = page.getByRole("dialog", { name: "图示" });
  await dialog.locator("figure").first().waitFor();
  return dialog;
}

test("breakdowns and rates are drawn, without a style that the policy forbids", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  const dialog = await open(page);
  const titles = await dialog.locator("figcaption b").allTextContents();
  assert.ok(titles.some((title) => title.startsWith("审议项目 64个")), titles.join());
  assert.ok(titles.some((title) => title.startsWith("比率")), titles.join());
  const parts = await dialog.locator("figure").first().locator("rect.part-0").first().boundingBox();
  const whole = await dialog.locator("figure").first().locator("rect.rest").boundingBox();
  assert.ok(Math.abs(parts.width / whole.width - 57 / 64) < 0.01);
  assert.deepEqual([record.violations, record.errors], [[], []]);
});

test("a bar leads to its row and its words", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const dialog = await open(page);
  await dialog.locator("figure").first().locator("rect.part-0").first().click();
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await page.locator("mark.chosen").textContent(), "57个");
  assert.ok(await isInSight(page.locator("mark.chosen")));
  assert.ok(await isInSight(page.locator("tr.chosen")));
});

test("a picture is saved as SVG with its source", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const dialog = await open(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "存为 SVG" }).first().click(),
  ]);
  assert.match(download.suggestedFilename(), /^云岭镇2023年法治政府建设年度报告-审议项目 64个\.svg$/);
  const file = await readFile(await download.path(), "utf8");
  assert.match(file, /^<svg xmlns=.*SHA-256 [0-9a-f]{64}/s);
  const image = await page.context().newPage();
  await image.setContent(file);
  assert.equal(await image.locator("svg > title").textContent(), "审议项目 64个");
});

test("a picture is saved as PNG, large enough for print, with its source", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  const dialog = await open(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "存为 PNG" }).first().click(),
  ]);
  assert.match(download.suggestedFilename(), /^云岭镇2023年法治政府建设年度报告-审议项目 64个\.png$/);
  const file = await readFile(await download.path());
  assert.match(file.toString("latin1"), /^\x89PNG.*tEXtSoftware\0gangmu \d.*tEXtSource\0SHA-256 [0-9a-f]{64}/s);
  const image = await page.context().newPage();
  const seen = await image.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const brush = canvas.getContext("2d");
    brush.drawImage(image, 0, 0);
    const { data } = brush.getImageData(0, 0, image.width, image.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    return { width: image.width, colours: [...colours] };
  }, file.toString("base64"));
  assert.equal(seen.width, 2040);
  for (const colour of ["255,255,255", "47,105,173", "192,122,26"]) assert.ok(seen.colours.includes(colour), colour);
  assert.deepEqual([record.violations, record.errors], [[], []]);
});
