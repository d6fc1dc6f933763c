import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { BUILT, RELEASE, SITE, open, openPage } from "./browser.mjs";
import { isLocked, readExample } from "./helpers.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const { unzipSync } = require("fflate");

const named = (ending) => join(RELEASE, readdirSync(RELEASE).find((name) => name.endsWith(ending)));

/** A folder for the test, gone when it is over. */
function temporary(t) {
  const folder = mkdtempSync(join(tmpdir(), "gangmu-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("the one file opens from a disk and asks for nothing", async (t) => {
  const { page, record } = await open(t, pathToFileURL(named(".html")).href);
  await readExample(page);
  await isLocked(page);
  assert.equal(record.requests.length, 1);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("what the archive holds runs under any path", async (t) => {
  const folder = temporary(t);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(named(".zip"))))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  const [site] = readdirSync(folder);
  const { page, record } = await openPage(t, { site: join(folder, site), base: "/office/tools/gangmu/" });
  await readExample(page);
  assert.deepEqual([record.errors, record.violations, record.warnings], [[], [], []]);
});

test("every file of the site is there compressed as well, and every script and style is pinned by its hash", () => {
  const names = readdirSync(SITE).filter((name) => !/\.(br|gz)$/.test(name));
  assert.ok(names.length > 8);
  for (const name of names) {
    const bytes = readFileSync(join(SITE, name));
    assert.ok(bytes.equals(gunzipSync(readFileSync(join(SITE, `${name}.gz`)))), name);
    assert.ok(bytes.equals(brotliDecompressSync(readFileSync(join(SITE, `${name}.br`)))), name);
  }
  const page = readFileSync(join(SITE, "index.html"), "utf8");
  const loaded = [...page.matchAll(/<(?:script|link rel="stylesheet")[^>]*>/g)].map(([element]) => element);
  assert.ok(loaded.length >= 8);
  for (const element of loaded) {
    const [, name] = /(?:src|href)="\.\/([^"]+)"/.exec(element);
    const hash = createHash("sha384").update(readFileSync(join(SITE, name))).digest("base64");
    assert.ok(element.includes(`integrity="sha384-${hash}"`), element);
  }
});

test("the same page is packed into the same bytes, and the checksums are of them", (t) => {
  const out = temporary(t);
  const version = /gangmu-(.+)\.zip$/.exec(named(".zip"))[1];
  for (const name of ["components.json", "licences.txt", `gangmu-${version}.tgz`]) cpSync(join(RELEASE, "..", name), join(out, name));
  execFileSync("node", ["xtask/tools/dist.mjs", BUILT, version, out], { env: { ...process.env, TZ: "Asia/Shanghai" } });
  const sums = readFileSync(join(RELEASE, "SHA256SUMS"), "utf8");
  assert.equal(readFileSync(join(out, "release/SHA256SUMS"), "utf8"), sums);
  const lines = sums.trimEnd().split("\n").map((line) => line.split("  "));
  assert.deepEqual(lines.map(([, name]) => name), readdirSync(RELEASE).filter((name) => name !== "SHA256SUMS").sort());
  for (const [sum, name] of lines) {
    assert.equal(createHash("sha256").update(readFileSync(join(RELEASE, name))).digest("hex"), sum);
  }
});

/** The files of the site that end so, without the copies of them that are compressed. */
const inSite = (...endings) => readdirSync(SITE).filter((name) => endings.some((ending) => name.endsWith(ending)));

test("nothing in the release tells where it was built", () => {
  const programs = [...inSite(".wasm").map((name) => join(SITE, name)), join(RELEASE, "../npm/gangmu_bg.wasm")];
  assert.equal(programs.length, 3);
  for (const program of programs) {
    const bytes = readFileSync(program, "latin1");
    for (const path of [process.cwd(), process.env.HOME, "registry/src/index"]) {
      assert.ok(!bytes.includes(`${path}/`) || path === "/", path);
    }
  }
});

/** What everybody waits for, in bytes as brotli leaves them: page, styles, scripts, core and worker. */
const FIRST_LOAD = 630_000;

test("the first load is small", () => {
  const waited = inSite(".html", ".css", ".js", ".wasm").filter((name) => !/^takeaway-.*(js|wasm)$|^service\.js$/.test(name));
  const weight = (name) => readFileSync(join(SITE, `${name}.br`)).length;
  const total = waited.reduce((sum, name) => sum + weight(name), 0);
  assert.ok(total <= FIRST_LOAD, `${total} bytes: ${waited.map((name) => `${name} ${weight(name)}`).join(", ")}`);
});

test("the list of components names what the page is built of, with licences", () => {
  const { components, dependencies } = JSON.parse(readFileSync(named(".cdx.json"), "utf8"));
  const yew = components.find(({ name }) => name === "yew");
  assert.match(yew.licenses[0].expression, /MIT/);
  assert.ok(!components.some(({ name }) => name === "clap"), "the command line is no part of the page");
  assert.equal(dependencies.length, components.length + 1);
  for (const { name, licenses } of components) assert.ok(isFree(licenses[0].expression), `${name}: ${licenses[0].expression}`);
});

test("every copy brings the licences of all that it is built of", () => {
  const licences = readFileSync(named(".licences.txt"), "utf8");
  const { components } = JSON.parse(readFileSync(named(".cdx.json"), "utf8"));
  for (const { name, version } of components) assert.ok(licences.includes(`${name} ${version}`), name);
  assert.match(licences, /Copyright \(c\) The Gangmu contributors/);
  assert.equal(readFileSync(join(SITE, "licences.txt"), "utf8"), licences);
  assert.equal(readFileSync(join(RELEASE, "../npm/licences.txt"), "utf8"), licences);
});

/** Whether anyone may use and pass on what has this licence. */
function isFree(expression) {
  const free = ["MIT", "Apache-2.0", "BSD-3-Clause", "Unicode-3.0", "Zlib"];
  const parts = expression.replaceAll(/[()]/g, "").split(" AND ");
  return parts.every((part) => part.split(" OR ").some((licence) => free.includes(licence)));
}

test("every component comes from the registry of crates", () => {
  const sources = [...readFileSync("Cargo.lock", "utf8").matchAll(/^source = "(.*)"$/gm)].map(([, source]) => source);
  assert.deepEqual([...new Set(sources)], ["registry+https://github.com/rust-lang/crates.io-index"]);
});
