// The release, from the page as Trunk built it: `node dist.mjs BUILT VERSION OUT`.
// The same page gives the same bytes: entries are sorted, times are fixed.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { oneFile } from "./onefile.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const { transformSync } = require("esbuild");
const { zipSync } = require("fflate");

const [built, version, out] = process.argv.slice(2);
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** The files of a folder, by their path. */
function read(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

/** Writes files, and nothing else, into a folder. */
function write(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** The files with numbers for the names by which programs call their scripts. Each is as long as the name was, so nothing else moves. */
function numbered(files) {
  const programs = Object.keys(files).filter((name) => name.endsWith("_bg.wasm"));
  const changed = programs.flatMap((name) => {
    const names = new Map();
    const number = (long) => {
      if (!names.has(long)) names.set(long, String(names.size).padStart(long.length, "_"));
      return names.get(long);
    };
    const rename = (name) => [name, Buffer.from(files[name].toString("latin1").replace(/__wb\w+_[0-9a-f]{16}/g, number), "latin1")];
    return [rename(name), rename(name.replace("_bg.wasm", ".js"))];
  });
  return { ...files, ...Object.fromEntries(changed) };
}

/** The page with scripts and styles as short as they go: everybody would wait for what is read in the source. */
function lean(files) {
  let page = String(files["index.html"]);
  const spare = ([name, bytes]) => {
    const [, loader] = /\.(css|js)$/.exec(name) ?? [];
    if (!loader) return [name, bytes];
    const options = { loader, minify: true, legalComments: "none", charset: "utf8" };
    const spared = Buffer.from(transformSync(String(bytes), options).code);
    page = page.replace(integrity(bytes), integrity(spared));
    return [name, spared];
  };
  return { ...Object.fromEntries(Object.entries(files).map(spare)), "index.html": Buffer.from(page) };
}

/** Adds to the page what can only be said of files that are done: what they hash to, and that they may be kept. */
function finish(files) {
  const [, program, wasm] = /src="\.\/(page-[^"]+\.js)" data-wasm="\.\/([^"]+\.wasm)"/.exec(files["index.html"]);
  // The part that writes files has no hash in its name yet.
  const { "takeaway.js": script, "takeaway_bg.wasm": part, ...others } = files;
  const takeaway = `takeaway-${createHash("sha256").update(script).update(part).digest("hex").slice(0, 16)}`;
  const hashes = [
    `integrity="${integrity(files[program])}"`,
    `data-integrity="${integrity(files[wasm])}"`,
    // Either of the two.
    `data-takeaway-integrity="${integrity(script)} ${integrity(part)}"`,
    `data-service="service.js"`,
  ];
  const page = String(files["index.html"])
    .replace(`src="./${program}"`, `$& ${hashes.join(" ")}`)
    .replace('data-takeaway="./takeaway"', `data-takeaway="./${takeaway}"`);
  const site = { ...others, [`${takeaway}.js`]: script, [`${takeaway}_bg.wasm`]: part, "index.html": Buffer.from(page) };
  const kept = Object.entries(site).map(([name, bytes]) => [name === "index.html" ? "./" : name, integrity(bytes)]);
  const service = readFileSync(new URL("../../www/service.js", import.meta.url), "utf8");
  const list = JSON.stringify(Object.fromEntries(kept), null, 2);
  const name = `${version} ${createHash("sha256").update(list).digest("hex").slice(0, 12)}`;
  site["service.js"] = Buffer.from(`const VERSION = ${JSON.stringify(name)};\nconst FILES = ${list};\n${service}`);
  return site;
}

/** The files, each also as servers send it compressed. */
function compressed(files) {
  const brotli = (bytes) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
  const all = Object.entries(files).flatMap(([name, bytes]) => [
    [name, bytes],
    [`${name}.br`, brotli(bytes)],
    [`${name}.gz`, gzipSync(bytes, { level: 9 })],
  ]);
  return Object.fromEntries(all);
}

/** A zip whose times are the oldest that a zip can tell. Compressed again only where it is not yet. */
function zip(files, folder) {
  const entries = Object.entries(files).map(([name, bytes]) => {
    const level = /\.(br|gz)$/.test(name) ? 0 : 9;
    return [`${folder}/${name}`, [bytes, { level, mtime: new Date(1980, 0, 1) }]];
  });
  return zipSync(Object.fromEntries(entries));
}

const page = lean(numbered(read(built)));
const site = finish(page);
const licences = readFileSync(join(out, "licences.txt"));
const served = compressed({ ...site, "licences.txt": licences });
write(join(out, "site"), served);

const name = `gangmu-${version}`;
const release = {
  [`${name}.cdx.json`]: readFileSync(join(out, "components.json")),
  [`${name}.html`]: Buffer.from(oneFile(page)),
  [`${name}.licences.txt`]: licences,
  // The package, where it was made: what a test packs is the page alone.
  ...(existsSync(join(out, `${name}.tgz`)) && { [`${name}.tgz`]: readFileSync(join(out, `${name}.tgz`)) }),
  [`${name}.zip`]: zip(served, name),
};
const sums = Object.entries(release).map(([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
write(join(out, "release"), { ...release, SHA256SUMS: sums.join("") });
for (const [name, bytes] of Object.entries(release)) {
  console.log(`${name.padEnd(28)}${bytes.length.toLocaleString("en").padStart(12)}`);
}
