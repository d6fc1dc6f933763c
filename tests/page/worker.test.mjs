import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, isRead, paste, read, row } from "./helpers.mjs";

/** Lets the worker go on for ever with the next text that it gets; resolves to a promise of its end. */
async function hang(page) {
  const [worker] = page.workers();
  await worker.evaluate(() => {
    globalThis.onmessage = () => {
      for (;;);
    };
  });
  return { end: new Promise((resolve) => worker.once("close", resolve)) };
}

test("a reading that takes too long is told and can be stopped; the text stays and can be read on", async (t) => {
  const { page, record } = await openPage(t);
  await read(page);
  const { end } = await hang(page);
  await paste(page, `${REPORT}开展检查31次。\n`);
  await page.getByText("正在解读，用时较长……").waitFor();
  await page.getByRole("button", { name: "停止" }).click();
  await page.getByText("解读已停止，原文仍在。").waitFor();
  assert.match(await page.locator(".column").textContent(), /开展检查31次/);
  await page.getByRole("button", { name: "继续解读" }).click();
  await row(page, "31").waitFor();
  await end;
  assert.equal(page.workers().length, 1);
  assert.deepEqual(record.errors, []);
});

test("a worker that hangs with an old text is replaced when a new one comes", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const { end } = await hang(page);
  await paste(page, "一、概况\n受理诉求77件。");
  await paste(page, "一、概况\n受理诉求78件。");
  await row(page, "78").waitFor();
  await isRead(page);
  await end;
  assert.equal(page.workers().length, 1);
});
