// Makes the npm package of what wasm-bindgen made: `node package.mjs FOLDER VERSION OUT`, with the archive in OUT.

import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, version, out] = process.argv.slice(2);
const project = new URL("../../", import.meta.url);

for (const name of readdirSync(new URL("npm", project))) copyFileSync(new URL(`npm/${name}`, project), join(folder, name));
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(new URL(name, project), join(folder, name));
// The package is built of less than the page is.
copyFileSync(join(out, "licences.txt"), join(folder, "licences.txt"));
// wasm-bindgen's own, which would keep the WebAssembly from being packed.
rmSync(join(folder, ".gitignore"), { force: true });

const { name, ...others } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
writeFileSync(join(folder, "package.json"), `${JSON.stringify({ name, version, ...others }, null, 2)}\n`);
execFileSync("npm", ["pack", "--silent", "--pack-destination", out], { cwd: folder });
