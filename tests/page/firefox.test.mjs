import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { serve } from "../../xtask/tools/server.mjs";
import { RELEASE, SITE } from "./browser.mjs";
import { firefox } from "./firefox.mjs";

/** Runs in the page: reads the example, chooses the other colours, and tries a way out. */
async function use(server, done) {
  const until = async (isThere) => {
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const button = (name) => [...document.querySelectorAll("button")].find((each) => each.textContent === name);
  await until(() => button("看一份示例"));
  button("看一份示例").click();
  await until(() => document.querySelector("main:not([aria-busy]) [data-row]"));
  const paper = () => getComputedStyle(document.querySelector(".pane.text")).backgroundColor;
  const light = paper();
  document.querySelector('[aria-label="切换明暗"]').click();
  await until(() => paper() !== light);
  const sent = await fetch(server, { mode: "no-cors" }).then(
    () => true,
    () => false,
  );
  done({ rows: document.querySelectorAll("[data-row]").length, told: document.querySelector("#obstacle")?.textContent, sent });
}

test("Firefox reads the example, from a server and from a disk", async (t) => {
  const send = await firefox(t);
  const server = await serve(SITE, { base: "/some/path/" });
  t.after(server.close);
  const file = readdirSync(RELEASE).find((name) => name.endsWith(".html"));
  await send("WebDriver:SetTimeouts", { script: 60_000 });
  for (const url of [server.address, pathToFileURL(join(RELEASE, file)).href]) {
    await send("WebDriver:Navigate", { url });
    const script = `(${use})(...arguments)`;
    const { rows, told, sent } = await send("WebDriver:ExecuteAsyncScript", { script, args: [server.address] });
    assert.ok(rows > 0, url);
    assert.equal(told ?? null, null, url);
    assert.equal(sent, false, "a connection was let pass");
  }
});
