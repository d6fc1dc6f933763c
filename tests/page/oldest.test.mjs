import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { inMarkup } from "../../xtask/tools/browsers/markup.mjs";
import { inScript } from "../../xtask/tools/browsers/script.mjs";
import { inStyle } from "../../xtask/tools/browsers/style.mjs";
import { RELEASE, SITE } from "./browser.mjs";

test("the oldest browsers that docs/hosting.md states follow from what the release uses", () => {
  const file = readdirSync(RELEASE).find((name) => name.endsWith(".html"));
  const table = execFileSync("node", ["xtask/tools/browsers.mjs", SITE, join(RELEASE, file)], { encoding: "utf8" });
  const docs = readFileSync("docs/hosting.md", "utf8");
  assert.ok(docs.includes(table), `docs/hosting.md should hold\n${table}`);
});

test("something newer is noticed, and something unknown refused", () => {
  const since = (features, name) => Object.fromEntries(features)[name];
  assert.deepEqual(since(inScript("a.js", "[3].toSorted();"), "toSorted"), [110, 115, 16]);
  assert.deepEqual(since(inScript("a.js", "let a = null; a ??= 1n;"), "nullish_coalescing_assignment"), [85, 79, 14]);
  assert.throws(() => inScript("a.js", "notThere();"), /nothing is known of notThere/);
  assert.throws(() => inScript("a.js", "import a from './a.js';"), /ImportDeclaration/);
  assert.deepEqual(since(inStyle("a:has(b) { color: red; }"), ":has"), [105, 121, 15.4]);
  assert.deepEqual(since(inStyle("a { width: 3dvh; }"), "dvh"), [108, 101, 15.4]);
  assert.throws(() => inStyle("a { not-there: 1px; }"), /not-there/);
  assert.deepEqual(since(inMarkup("html! { <p {class}>{ a > b }</p><search inert=true></search> }"), "<search inert>"), [102, 112, 15.5]);
});
