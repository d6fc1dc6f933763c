// What the files of a folder weigh, as they are and as servers compress them: `node sizes.mjs FOLDER`.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
const rows = files.sort().map((name) => {
  const bytes = readFileSync(join(folder, name));
  return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
});
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
rows.push(["together", sum(1), sum(2), sum(3)]);

for (const [name, ...sizes] of [["", "raw", "gzip", "brotli"], ...rows]) {
  console.log(name.padEnd(40) + sizes.map((size) => size.toLocaleString("en").padStart(12)).join(""));
}
