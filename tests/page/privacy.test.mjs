import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { serve } from "../../xtask/tools/server.mjs";
import { RELEASE, SITE, open, openPage } from "./browser.mjs";
import { REPORT, isLocked, isRead, line, mark, read } from "./helpers.mjs";

const ONE_FILE = join(RELEASE, readdirSync(RELEASE).find((name) => name.endsWith(".html")));

test("a whole working session makes no request after loading", async (t) => {
  const { page, record, server } = await openPage(t, { site: SITE });
  await isLocked(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForLoadState("networkidle");
  const before = { requests: record.requests.length, asked: server.asked.length };
  await read(page);
  await mark(page, "64个").click();
  await line(page, "存在的不足").click();
  await page.getByRole("button", { name: "复制表格" }).click();
  await page.getByRole("button", { name: "核对" }).first().click();
  await page.locator("#file").setInputFiles({ name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  await isRead(page);
  const button = (name) => page.getByRole("button", { name });
  for (const [opens, choice] of [[button("导出"), "Excel"], [button("图示"), "存为 PNG"], [page.locator(".toolbar .keep"), "开启保存"]]) {
    await opens.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: choice }).first().click();
    // One of them closes by itself.
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
  await page.getByRole("button", { name: "切换明暗" }).click();
  await page.getByRole("button", { name: "EN" }).click();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(record.requests.slice(before.requests), []);
  assert.deepEqual(server.asked.slice(before.asked), []);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

/** Ways by which a program in a page can send something to an address. */
const ROUTES = {
  fetch: (url) => fetch(url, { mode: "no-cors" }),
  "fetch that outlives the page": (url) => fetch(url, { mode: "no-cors", method: "POST", body: "secret", keepalive: true }),
  XMLHttpRequest: (url) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.send("secret");
  },
  WebSocket: (url) => new WebSocket(url.replace("http", "ws")),
  EventSource: (url) => new EventSource(url),
  "imported script": (url) => import(url),
};

const ROUTES_OF_THE_PAGE = {
  beacon: (url) => navigator.sendBeacon(url, "secret"),
  image: (url) => (new Image().src = url),
  sound: (url) => new Audio(url).load(),
  font: (url) => new FontFace("any", `url(${url})`).load(),
  "worker from an address": (url) => new Worker(url),
  "shared worker": (url) => new SharedWorker(url),
  "service worker": (url) => navigator.serviceWorker.register(url),
  form: (url) => {
    const form = document.body.appendChild(document.createElement("form"));
    Object.assign(form, { action: url, method: "post", target: "any" }).submit();
  },
  "ping of a link": (url) => {
    const link = document.body.appendChild(document.createElement("a"));
    Object.assign(link, { href: "#", ping: url }).click();
  },
  ...Object.fromEntries(
    [
      ["script", "src"],
      ["iframe", "src"],
      ["embed", "src"],
      ["video", "src"],
      ["object", "data"],
      ["stylesheet", "href"],
      ["prefetch", "href"],
      ["preload", "href"],
    ].map(([kind, attribute]) => [
      `element: ${kind}`,
      new Function(
        "url",
        `const isLink = "${attribute}" === "href";
         const element = document.createElement(isLink ? "link" : "${kind}");
         if (isLink) Object.assign(element, { rel: "${kind}", as: "${kind}" === "preload" ? "script" : "" });
         element.${attribute} = url;
         document.body.append(element);`,
      ),
    ]),
  ),
};

const ROUTES_OF_A_WORKER = {
  importScripts: (url) => importScripts(url),
  "worker of a worker": (url) => new Worker(url),
};

/** Takes a route to an address and says whether that was let pass. */
const take = (place, route, url) =>
  place.evaluate(`Promise.resolve().then(() => (${route})(${JSON.stringify(url)})).then(() => true, () => false)`);

/** Waits a little for something to become true. */
async function comes(isThere) {
  for (let tries = 60; tries > 0 && !isThere(); tries -= 1) await new Promise((resolve) => setTimeout(resolve, 25));
  return isThere();
}

for (const [where, routes] of [
  ["page", { ...ROUTES, ...ROUTES_OF_THE_PAGE }],
  ["worker", { ...ROUTES, ...ROUTES_OF_A_WORKER }],
]) {
  for (const whose of ["foreign server", "own server", "foreign server where the page is one file on a disk"]) {
    test(`the browser refuses every way out of the ${where} to the ${whose}`, async (t) => {
      const isFile = whose.endsWith("disk");
      const { page, record, server } = isFile ? await open(t, pathToFileURL(ONE_FILE).href) : await openPage(t, { site: SITE });
      const foreign = await serve(".", {});
      t.after(foreign.close);
      await isLocked(page);
      if (!isFile) await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForLoadState("networkidle");
      const target = whose === "own server" ? server : foreign;
      const before = target.asked.length;
      for (const [name, route] of Object.entries(routes)) {
        const seen = record.violations.length;
        const url = `${target.address}secret?${encodeURIComponent(name)}`;
        const passed = await take(where === "page" ? page : page.workers()[0], route, url);
        assert.ok(!passed || (await comes(() => record.violations.length > seen)), `${name} was not refused`);
      }
      assert.deepEqual(target.asked.slice(before), []);
    });
  }
}

test("the same ways lead out of a page that has no policy", async (t) => {
  const { page, address } = await openPage(t, { site: SITE });
  await page.goto(`${address}service.js`);
  const foreign = await serve(".", {});
  t.after(foreign.close);
  // A browser lets no page make workers of another's address.
  const bound = ["worker from an address", "shared worker", "service worker"];
  for (const [name, route] of Object.entries({ ...ROUTES, ...ROUTES_OF_THE_PAGE })) {
    if (bound.includes(name)) continue;
    const before = foreign.asked.length;
    await take(page, route, `${foreign.address}secret?${encodeURIComponent(name)}`);
    assert.ok(await comes(() => foreign.asked.length > before), `${name} sent nothing`);
  }
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
