// The package in somebody else's project, through the bundlers that README.md names: the built page, in a browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { open } from "../page/browser.mjs";
import { serve } from "../../xtask/tools/server.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const DIST = fileURLToPath(new URL("../../target/dist", import.meta.url));

/** Builds the folder's index.html, main.js and worker.js into `dist`. */
const BUNDLERS = {
  async Vite(root) {
    const { build } = await import(pathToFileURL(require.resolve("vite")));
    // Waiting at the top of a module, as the package does, is for modules only.
    await build({ root, base: "./", logLevel: "warn", worker: { format: "es" } });
  },
  async webpack(root) {
    const webpack = require("webpack");
    const output = { path: join(root, "dist"), filename: "main.js" };
    const stats = await promisify(webpack)({ context: root, mode: "production", entry: "./main.js", output, performance: false });
    assert.deepEqual([stats.toJson().errors, stats.toJson().warnings], [[], []]);
    cpSync(join(root, "index.html"), join(root, "dist/index.html"));
  },
  async esbuild(root) {
    // It leaves `new URL("…", import.meta.url)` as it is: what that names is put beside its output.
    const { errors, warnings } = await require("esbuild").build({
      absWorkingDir: root,
      entryPoints: ["main.js", "worker.js"],
      outdir: "dist",
      bundle: true,
      minify: true,
      format: "esm",
    });
    assert.deepEqual([errors, warnings], [[], []]);
    cpSync(join(root, "index.html"), join(root, "dist/index.html"));
    cpSync(join(root, "node_modules/gangmu/gangmu_bg.wasm"), join(root, "dist/gangmu_bg.wasm"));
  },
};

/** A project with the packed package installed, and the example as its page; gone when the test is over. */
function project(t) {
  const root = mkdtempSync(join(tmpdir(), "gangmu-"));
  t.after(() => rmSync(root, { recursive: true }));
  const installed = join(root, "node_modules/gangmu");
  mkdirSync(installed, { recursive: true });
  const [archive] = readdirSync(DIST).filter((name) => name.endsWith(".tgz"));
  execFileSync("tar", ["xzf", join(DIST, archive), "--strip-components=1", "-C", installed]);
  const example = readFileSync(join(installed, "example.html"), "utf8");
  const files = {
    "package.json": '{ "type": "module", "private": true }',
    "index.html": example.replace("./element.js", "./main.js"),
    "main.js": `
      import "gangmu/element";
      const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      worker.onmessage = ({ data }) => (document.documentElement.dataset.worker = data);`,
    "worker.js": `
      import { read } from "gangmu";
      postMessage(read("受理诉求120件，办结114件。").metrics.length);`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

for (const [name, build] of Object.entries(BUNDLERS)) {
  test(`what ${name} makes of the example shows a reading, in the page and in a worker, under a strict policy`, async (t) => {
    const root = project(t);
    await build(root);
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:";
    const setHeaders = (response) => response.setHeader("Content-Security-Policy", policy);
    const server = await serve(join(root, "dist"), { base: "/any/path/", setHeaders });
    t.after(server.close);
    const { page, record } = await open(t, server.address);
    await page.locator("gangmu-report").locator("tbody tr").nth(2).waitFor();
    await page.locator("html[data-worker='2']").waitFor({ state: "attached" });
    assert.deepEqual([record.errors, record.violations], [[], []]);
  });
}
