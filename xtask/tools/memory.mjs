// Whether the page's memory grows in a long day: `node memory.mjs FOLDER [PASTES] [REPORTS]`. Pastes texts one after the
// other, then opens and clears reports, and measures every tenth part of the way, after the browser has cleaned up.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { serve } from "./server.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const { chromium } = require("playwright-core");

const [folder, pastes = "10000", reports = "1000"] = process.argv.slice(2);
/** What was measured after so many texts is what the rest is compared with. */
const WARM = 100;

const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
const server = await serve(folder);
const page = await browser.newPage({ locale: "zh-CN" });
await page.goto(server.address);
await page.locator(".toolbar").waitFor();
const session = await page.context().newCDPSession(page);
const whole = await browser.newBrowserCDPSession();

/** Runs in the page: pastes texts, each another, and waits until each is read; `clear` clears the page after each. */
async function work([from, to, clear]) {
  const text = (number) =>
    `云溪县第${number}号工作总结\n` +
    Array.from({ length: 20 }, (_, at) => `${at + 1}．受理诉求${number + at}件，其中办结${at}件，拨付资金${at}万元。\n`).join("");
  const until = (test) =>
    new Promise((resolve) => {
      const look = () => (test() ? resolve() : requestAnimationFrame(look));
      look();
    });
  for (let number = from; number < to; number++) {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text(number));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    const title = `云溪县第${number}号工作总结`;
    await until(() => document.querySelector("main.workbench:not([aria-busy]) .which h2")?.textContent === title);
    if (clear) {
      const button = () => [...document.querySelectorAll(".toolbar button")].find((button) => button.textContent === "清空");
      await until(button);
      button().click();
      await until(() => document.querySelector(".welcome"));
    }
  }
}

async function measure() {
  for (let times = 0; times < 3; times++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  // All that the page takes, its worker and both their WebAssembly memories with it; the largest renderer is the page's.
  const resident = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    return Number(status.match(/VmRSS:\s+(\d+)/)[1]) * 1024;
  });
  return [Math.max(...resident), usedSize, nodes, jsEventListeners];
}

const heads = ["texts", "process", "JS heap", "nodes", "listeners"];
const row = (cells) => console.log(cells.map((cell) => cell.toLocaleString("en").padStart(14)).join(""));
let number = 0;
for (const [what, count, clear] of [["pasted", Number(pastes), false], ["opened and cleared", Number(reports), true]]) {
  console.log(`\n${count.toLocaleString("en")} texts ${what}, in bytes`);
  row(heads);
  let warm;
  const stops = [WARM, ...Array.from({ length: 10 }, (_, at) => (count * (at + 1)) / 10)].filter((stop) => stop >= WARM);
  let done = 0;
  let last;
  for (const stop of [...new Set(stops)]) {
    // In pieces, so that what is awaited stays small.
    for (; done < stop; ) {
      const next = Math.min(stop, done + 50);
      await page.evaluate(work, [number + done, number + next, clear]);
      done = next;
    }
    last = await measure();
    warm ??= last;
    row([done, ...last]);
  }
  number += done;
  row(["of the first", ...last.map((value, at) => `${((value / warm[at]) * 100).toFixed(1)}%`)]);
}
await browser.close();
await server.close();
