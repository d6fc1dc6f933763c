import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isRead, paste, read } from "./helpers.mjs";

test("markup in a text is shown as text", async (t) => {
  const { page, record } = await openPage(t);
  const markup = `<script>globalThis.hurt = 1</script><img src=x onerror="globalThis.hurt = 2">`;
  await read(page, `${markup}\n一、${markup}\n受理${markup}诉求9件。\n`);
  assert.ok((await page.locator(".column").textContent()).includes(markup));
  assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.deepEqual(record.violations, []);
  assert.deepEqual(record.errors, []);
});

test("an empty paste invites, and keeps what was there", async (t) => {
  const { page } = await openPage(t);
  await paste(page, " \n\u{3000}\n");
  await page.getByText("没有可读的文字").waitFor();
  assert.ok(await page.getByRole("button", { name: "看一份示例" }).isVisible());
  await read(page);
  await paste(page, "");
  assert.ok(await page.locator("mark").first().isVisible());
});

test("a text without headings or figures says so", async (t) => {
  const { page } = await openPage(t);
  await read(page, "这里只是一段话，没有别的。");
  assert.ok(await page.getByText("这段文字里没有读到指标").isVisible());
  assert.ok(await page.getByText(/没有见到.*章节序号/).isVisible());
});

test("rubbish, lone surrogates and marks of direction are shown as text", async (t) => {
  const { page, record } = await openPage(t);
  await page.locator(".toolbar").waitFor();
  await page.evaluate(() => {
    const bytes = Array.from({ length: 20_000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join("");
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", `\u202e一、概况\ud800受理诉求9件\udc00。\n${bytes}`);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await isRead(page);
  assert.ok((await page.locator(".column").textContent()).includes("受理诉求"));
  assert.deepEqual(record.errors, []);
});

for (const [name, text] of [
  ["5 MB of reports", REPORT.repeat(Math.ceil(5_000_000 / new TextEncoder().encode(REPORT).length))],
  ["one line of 5 MB", "受理诉求120件，办结114件，".repeat(140_000)],
  ["a million lines", "9\n".repeat(1_000_000)],
]) {
  test(`${name}: the page stays quick, holds little, and scrolls to the end`, async (t) => {
    const { page, record } = await openPage(t);
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration);
      }).observe({ type: "longtask" });
    });
    const begun = Date.now();
    await paste(page, text);
    await page.locator("main.workbench:not([aria-busy]) .which").waitFor({ timeout: 60_000 });
    t.diagnostic(`read in ${Date.now() - begun} ms, longest task ${await page.evaluate(() => Math.round(globalThis.longest))} ms`);
    assert.ok((await page.locator("*").count()) < 5_000);
    const scroller = page.locator(".pane.text .scroller");
    await scroller.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    const end = text.trimEnd().split("\n").at(-1).slice(-3);
    await page.waitForFunction(
      (end) => document.querySelector(".column").textContent.trimEnd().endsWith(end),
      end,
    );
    assert.deepEqual(record.errors, []);
  });
}

test("a file of which no text can be taken is refused, and what was there stays", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const buffer = Buffer.from("504b03040a000000d7dcbde1ff", "hex");
  await page.locator("#file").setInputFiles({ name: "总结.docx", mimeType: "application/octet-stream", buffer });
  await page.getByText("这个 Word 文件不完整或已损坏").waitFor();
  assert.ok(await page.locator("mark").first().isVisible());
});
