import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { oldest } from "../../xtask/tools/browsers.mjs";
import { RELEASE, SITE } from "./browser.mjs";

test("the oldest browsers that are stated follow from what the built page uses", () => {
  const oneFile = join(RELEASE, readdirSync(RELEASE).find((name) => name.endsWith(".html")));
  const { versions, works } = oldest(SITE, oneFile);
  assert.ok(works.some(([name]) => name.startsWith("WebAssembly: ")));
  const stated = readFileSync("docs/hosting.md", "utf8");
  const row = (words) => new RegExp(`${words} \\| ([\\d.]+) \\| ([\\d.]+) \\| ([\\d.]+)`).exec(stated).slice(1).map(Number);
  assert.deepEqual(
    { works: row("the site works"), alone: row("the one file works"), drawn: row("looks as drawn") },
    versions,
  );
});
