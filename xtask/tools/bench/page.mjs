// How fast the page is in Chromium: `node page.mjs SITE TEXTS`. Prints a table.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { serve } from "../server.mjs";

const require = createRequire(new URL("../../../target/tools/", import.meta.url));
const { chromium } = require("playwright-core");

const [site, texts] = process.argv.slice(2);
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
const RUNS = 5;

const server = await serve(site);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });

const median = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];
const row = (...cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(14) : String(cell).padEnd(34))).join(""));

/** Runs in the page: milliseconds from the beginning of its loading until it can be used. */
function started() {
  return new Promise((resolve) => {
    const look = () => (document.querySelector(".toolbar") ? requestAnimationFrame(() => resolve(performance.now())) : setTimeout(look));
    look();
  });
}

/** Runs in the page: milliseconds from the paste until the frame with the table in it has been painted. */
function painted(text) {
  return new Promise((resolve) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const isRead = () => document.querySelector("main.workbench:not([aria-busy]) [data-row]");
    const begun = performance.now();
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    const look = () => {
      if (isRead()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
      else setTimeout(look);
    };
    setTimeout(look);
  });
}

/** The resident memory of the process of the page and its workers, in bytes. */
async function resident() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const kilobytes = ({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0);
  return Math.max(...renderers.map(kilobytes)) * 1024;
}

const cold = [];
const warm = [];
for (let run = 0; run < RUNS; run += 1) {
  const context = await browser.newContext();
  for (const times of [cold, warm]) {
    const page = await context.newPage();
    await page.goto(server.address, { waitUntil: "commit" });
    times.push(await page.evaluate(started));
    await page.close();
  }
  await context.close();
}
row("the page", "ms", "of the other");
row("start, nothing kept from before", median(cold).toFixed(0), "1.00");
row("start, visited before", median(warm).toFixed(0), (median(warm) / median(cold)).toFixed(2));

console.log();
row("from paste to painted table", "bytes", "ms", "ms per MB", "of least", "memory MB");
let least;
for (const name of readdirSync(texts).sort((one, other) => parseInt(one) - parseInt(other))) {
  const text = readFileSync(join(texts, name), "utf8");
  const bytes = Buffer.byteLength(text);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.address);
  await page.locator(".toolbar").waitFor();
  // The first one has the browser compile what it needs.
  await page.evaluate(painted, "云溪县共办结9件。");
  const times = [];
  for (let run = 0; run < (bytes > 1e6 ? 2 : RUNS); run += 1) {
    await page.evaluate(painted, "云溪县共办结9件。");
    times.push(await page.evaluate(painted, text));
  }
  const time = Math.min(...times);
  const speed = time / (bytes / 1e6);
  least ??= speed;
  row("", bytes, time.toFixed(1), speed.toFixed(1), (speed / least).toFixed(2), ((await resident()) / 1e6).toFixed(0));
  await context.close();
}
await browser.close();
await server.close();
