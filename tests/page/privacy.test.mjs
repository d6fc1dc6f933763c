import assert from "node:assert/strict";
import { test } from "node:test";

import { serve } from "../../xtask/tools/server.mjs";
import { openPage } from "./browser.mjs";
import { line, mark, read } from "./helpers.mjs";

test("no request leaves the page after it has loaded", async (t) => {
  const { page, record } = await openPage(t);
  await page.waitForLoadState("networkidle");
  const loaded = record.requests.length;
  await read(page);
  await mark(page, "64个").click();
  await line(page, "存在的不足").click();
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByRole("button", { name: "核对" }).first().click();
  await page.getByRole("button", { name: "切换明暗" }).click();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(record.requests.slice(loaded), []);
  assert.deepEqual(record.errors, []);
});

test("the browser refuses every connection, of the page and of its worker, also to its own server", async (t) => {
  const { page, address } = await openPage(t);
  const foreign = await serve(".", {});
  t.after(() => foreign.close());
  await page.waitForLoadState("networkidle");
  const [worker] = page.workers();
  const attempt = (url) => fetch(url, { mode: "no-cors" }).then(() => "sent", () => "refused");
  for (const place of [page, worker]) {
    assert.equal(await place.evaluate(attempt, foreign.address), "refused");
  }
  assert.equal(await page.evaluate(attempt, address), "refused");
});

test("a worker that dies is replaced, and the text is kept", async (t) => {
  const { page } = await openPage(t);
  await read(page);
  const [worker] = page.workers();
  // The next text meets a worker that fails.
  await worker.evaluate(() => {
    globalThis.onmessage = () => {
      throw new Error("the worker dies");
    };
  });
  await page.getByRole("button", { name: "编辑" }).click();
  await page.getByRole("textbox", { name: "编辑原文" }).fill("一、概况\n受理诉求77件。");
  await page.getByRole("alert").waitFor();
  await page.getByRole("button", { name: "再试一次" }).click();
  await page.locator("[data-row]", { hasText: "77" }).waitFor();
});
