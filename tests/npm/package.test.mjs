// The package as Node.js, a checker of types and a browser see it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { open } from "../page/browser.mjs";
import { serve } from "../../xtask/tools/server.mjs";

const folder = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PACKAGE = folder("target/dist/npm");
const REPORTS = folder("tests/reports");
const TEXT = "全年审议项目64个，其中通过57个、未通过6个。";

const reports = readdirSync(REPORTS).flatMap((file) => /^(.+)\.txt$/.exec(file)?.[1] ?? []).sort();
const textOf = (report) => readFileSync(join(REPORTS, `${report}.txt`), "utf8");

/** A folder in which the package is installed, gone when the test is over. */
function installed(t) {
  const place = mkdtempSync(join(tmpdir(), "gangmu-"));
  t.after(() => rmSync(place, { recursive: true }));
  mkdirSync(join(place, "node_modules"));
  symlinkSync(PACKAGE, join(place, "node_modules/gangmu"));
  writeFileSync(join(place, "package.json"), '{ "type": "module" }');
  return place;
}

test("in Node.js it is imported by its name and gives the readings that the command line gives", (t) => {
  const place = installed(t);
  const program = `
    import { read } from "gangmu";
    const reports = JSON.parse(process.env.TEXTS);
    // As the digests were taken: with the name of the report, whatever the version of the program.
    const reading = ([name, text]) => JSON.stringify({ ...read(text), generator: "", source: { ...read(text).source, name } });
    process.stdout.write(reports.map(reading).join("\\n"));
  `;
  writeFileSync(join(place, "read.js"), program);
  const TEXTS = JSON.stringify(reports.map((report) => [report, textOf(report)]));
  const readings = execFileSync("node", [join(place, "read.js")], { encoding: "utf8", env: { ...process.env, TEXTS } }).split("\n");
  const hashes = readings.map((reading) => createHash("sha256").update(reading).digest("hex"));
  const lines = reports.map((report, at) => `${hashes[at]}  ${report}\n`);
  assert.equal(lines.join(""), readFileSync(join(REPORTS, "json.sha256"), "utf8"));
});

test("the types say what the readings are, no more and no less", async (t) => {
  const place = installed(t);
  const { read } = await import(join(PACKAGE, "node.js"));
  const readings = reports.map((report) => JSON.stringify(read(textOf(report)), null, 1));
  writeFileSync(join(place, "readings.ts"), `import type { Report } from "gangmu";\nexport const READINGS: Report[] = [${readings.join(",\n")}];\n`);
  const use = `
    import { read, type Metric } from "gangmu";
    import { GangmuReport } from "gangmu/element";
    const figures: Metric[] = read(${JSON.stringify(TEXT)}).metrics;
    const element = document.createElement("gangmu-report");
    element.text = figures[0].quote;
    element.addEventListener("gangmu-read", ({ detail }) => console.log(detail.title satisfies string | null));
    export const total: number = figures.reduce((sum, { value }) => sum + value, 0) + Number(element instanceof GangmuReport);
  `;
  writeFileSync(join(place, "use.ts"), use);
  const check = (...files) => {
    const compiler = folder("target/tools/node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
    try {
      return execFileSync("node", [compiler, ...options, ...files], { cwd: place, encoding: "utf8" });
    } catch (failure) {
      return failure.stdout;
    }
  };
  assert.equal(check("readings.ts", "use.ts"), "");
  // The check can fail: a field more, a word that is none.
  writeFileSync(join(place, "wrong.ts"), 'import type { Span, Kind } from "gangmu";\nexport const A: Span = { start: 0, end: 1, at: 2 };\nexport const B: Kind = "colour";\n');
  assert.equal(check("wrong.ts").match(/error TS/g).length, 2);
});

test("everything that it names is packed", () => {
  const [archive] = readdirSync(folder("target/dist")).filter((name) => name.endsWith(".tgz"));
  const packed = execFileSync("tar", ["tzf", join(folder("target/dist"), archive)], { encoding: "utf8" }).trim().split("\n");
  const { exports, version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  assert.equal(archive, `gangmu-${version}.tgz`);
  const named = JSON.stringify(exports).match(/\.\/[\w.]+\.\w+/g);
  for (const file of [...named, "./gangmu.js", "./README.md", "./LICENSE-MIT", "./example.html"]) {
    assert.ok(packed.includes(file.replace("./", "package/")), file);
  }
});

test("the example shows a reading, and markup in a text stays text", async (t) => {
  const server = await serve(PACKAGE);
  t.after(server.close);
  const { page, record } = await open(t, `${server.address}example.html`);
  const element = page.locator("gangmu-report");
  await element.locator("h2", { hasText: "云岭镇2023年" }).waitFor();
  assert.equal(await element.locator("tbody tr").count(), 3);
  assert.match(await element.locator("ul").first().innerText(), /64/, "the sum that fails");
  await element.evaluate((element) => {
    element.lang = "en";
    element.addEventListener("gangmu-read", ({ detail }) => (globalThis.heard = detail.metrics.length));
    element.text = "一、<img src=x onerror=alert(1)>\n办结<b>案件</b>9件。";
  });
  await element.locator("h3", { hasText: "Figures" }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.heard), 1);
  assert.equal(await element.locator("img, b").count(), 0);
  assert.match(await element.locator("ul").innerText(), /<img src=x/);
  assert.deepEqual(record.errors, []);
});

test("a worker of another page reads with it", async (t) => {
  const server = await serve(PACKAGE);
  t.after(server.close);
  const { page } = await open(t, `${server.address}example.html`);
  const indicators = await page.evaluate(async (text) => {
    const program = `import { read } from "${location.origin}/index.js"; postMessage(read(${JSON.stringify(text)}).metrics.length);`;
    const worker = new Worker(URL.createObjectURL(new Blob([program], { type: "text/javascript" })), { type: "module" });
    return new Promise((resolve, reject) => Object.assign(worker, { onmessage: ({ data }) => resolve(data), onerror: reject }));
  }, TEXT);
  assert.equal(indicators, 3);
});
