// The page in other browsers: a smoke test.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { serve } from "../../xtask/tools/server.mjs";
import { RELEASE, SITE } from "./browser.mjs";
import { firefox } from "./firefox.mjs";
import { REPORT } from "./helpers.mjs";
import { missing, webkit } from "./webkit.mjs";

/** Runs in the page: pastes a report, chooses the other colours, and tries a way out. */
async function use(text, server) {
  const until = async (isThere) => {
    for (const begun = Date.now(); !isThere(); ) {
      if (Date.now() - begun > 50_000) throw new Error(`not within 50 seconds: ${isThere}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const paste = () => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    // Firefox has another way to say what is on the clipboard.
    const said = { clipboardData, dataType: "text/plain", data: text };
    return !document.body.dispatchEvent(new ClipboardEvent("paste", { ...said, bubbles: true, cancelable: true }));
  };
  // A page that is just there does not listen yet.
  await until(() => document.querySelector(".toolbar") && paste());
  await until(() => document.querySelector("main:not([aria-busy]) [data-row]"));
  const marked = getComputedStyle(document.querySelector("mark[data-kind]")).textDecorationLine;
  const paper = () => getComputedStyle(document.querySelector(".pane.text")).backgroundColor;
  const light = paper();
  document.querySelector('[aria-label="切换明暗"]').click();
  await until(() => paper() !== light);
  const sent = await fetch(server, { mode: "no-cors" }).then(
    () => true,
    () => false,
  );
  const table = document.querySelector(".figures").textContent;
  return { table, marked, told: document.querySelector("#obstacle")?.textContent ?? null, sent };
}

for (const [name, start, skip] of [
  ["Firefox", firefox, false],
  ["WebKitGTK", webkit, missing],
]) {
  test(`${name} reads a report, from a server and from a disk`, { skip }, async (t) => {
    const { go, run } = await start(t);
    const server = await serve(SITE, { base: "/some/path/" });
    t.after(server.close);
    const file = readdirSync(RELEASE).find((name) => name.endsWith(".html"));
    for (const address of [server.address, pathToFileURL(join(RELEASE, file)).href]) {
      await go(address);
      const { table, marked, told, sent } = await run(use, REPORT, server.address);
      for (const figure of ["受理诉求", "120", "办结率", "95"]) assert.ok(table.includes(figure), `${address}: ${figure} in ${table}`);
      assert.equal(marked, "underline", "a figure is not marked");
      assert.equal(told, null, address);
      assert.equal(sent, false, "a connection was let pass");
    }
  });
}
