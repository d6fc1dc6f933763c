// The oldest browsers that the release runs in, from what it uses: `node browsers.mjs SITE FILE [--why]`, SITE being the folder of
// the site and FILE the page in one file. Prints the table of docs/hosting.md, --why also every feature that is not in all browsers
// of the first row. A feature that neither MDN's data nor a table here knows is an error.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { BROWSERS } from "./browsers/compat.mjs";
import { inMarkup, inPolicy } from "./browsers/markup.mjs";
import { inScript } from "./browsers/script.mjs";
import { inStyle } from "./browsers/style.mjs";
import { inWasm } from "./browsers/wasm.mjs";

/** What scripts call by the name of something newer, though it is their own. */
const OWN = ["service", "capture", "memory"];

/** What scripts look for before they use it, and what they do without. */
const OPTIONAL = {
  readText: "the button tells which keys paste",
  detached: "the size of the buffer says the same",
};

/** What only the one file uses of the scripts that it shares with the site: it unpacks what is in it. */
const UNPACKING = ["DecompressionStream", "pipeThrough"];

/** What the looks can be without, and what is seen then. */
const DECORATION = {
  "-webkit-text-size-adjust": "some telephones enlarge text",
  dvh: "vh, which stands before it",
  "text-wrap": "headings break where the line ends",
  "text-wrap: balance": "the same",
  "text-wrap: pretty": "the same",
  outline: "the frame of the focus has square corners",
  "line-clamp": "nothing: -webkit-line-clamp stands beside it",
  "overflow-anchor": "nothing: who has no anchoring need not turn it off",
  "overflow-anchor: none": "the same",
  "forced-color-adjust": "nothing: who has no forced colours need not turn them off",
  "forced-color-adjust: none": "the same",
  "scrollbar-color": "scroll bars of the system's colours",
  "scrollbar-gutter": "the text moves a little where a bar comes",
  "scrollbar-gutter: stable": "the same",
  "accent-color": "ticks of the system's colour",
  "@page": "margins on paper as the browser sets them",
  "@page size": "paper as the printer has it",
  "@page @bottom-center": "page numbers are the browser's, or none",
  "break-after: avoid": "a heading may end a page",
};

const text = (path) => readFileSync(path, "utf8");
const policyOf = (page) => inPolicy(/http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)[1]);

/** Everything that the release uses, with the versions that have it: what it needs, what the one file needs besides, what one sees. */
async function used(site, file) {
  const paths = (ending, folder = site) => readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
  const scripts = paths(".js").flatMap((path) => inScript(path, text(path), ["wasm_bindgen", "keepOffline", "leaveMany", "showMany", "showManyAgain", "gangmu"]));
  const wasm = (await Promise.all(paths(".wasm").map((path) => inWasm(readFileSync(path))))).flat();
  const views = fileURLToPath(new URL("../../src/app/view", import.meta.url));
  const markup = [join(site, "index.html"), ...paths(".rs", views)].flatMap((path) => inMarkup(text(path)));
  const looks = [...markup, ...paths(".css").flatMap((path) => inStyle(text(path)))];

  const found = new Set([...scripts, ...looks].map(([name]) => name));
  const listed = [...OWN, ...UNPACKING, ...Object.keys(OPTIONAL), ...Object.keys(DECORATION)];
  const gone = listed.filter((name) => !found.has(name));
  if (gone.length > 0) throw new Error(`listed here, and no longer used: ${gone.join(", ")}`);

  const required = scripts.filter(([name]) => !OWN.includes(name) && !(name in OPTIONAL));
  const unpacks = ([name]) => UNPACKING.includes(name);
  return {
    needed: [...wasm, ...required.filter((feature) => !unpacks(feature)), ...policyOf(text(join(site, "index.html")))],
    unpacking: [...required.filter(unpacks), ...policyOf(text(file))],
    seen: looks.filter(([name]) => !(name in DECORATION)),
  };
}

/** A row of the table: for each browser the first version that has everything, and what came with it. */
function row(head, features) {
  const cells = BROWSERS.map((_, at) => {
    const version = Math.max(...features.map(([, versions]) => versions[at]));
    const last = features.filter(([, versions]) => versions[at] === version).map(([name]) => `\`${name}\``);
    return `${version}：${[...new Set(last)].slice(0, 2).join("、")}`;
  });
  return `| ${[head, ...cells].join(" | ")} |`;
}

const [site, file, why] = process.argv.slice(2);
const { needed, unpacking, seen } = await used(site, file);
const table = [
  "| | Chromium (Chrome, Edge, 360, QQ) | Firefox | Safari |",
  "| --- | --- | --- | --- |",
  row("网站版能用 · the site works", needed),
  row("单文件版能用 · the one file works", [...needed, ...unpacking]),
  row("版面完整 · looks as drawn", [...needed, ...seen]),
];
console.log(table.join("\n"));
if (why) {
  const late = new Map([...needed, ...unpacking, ...seen]);
  for (const [name, versions] of [...late].sort(([, a], [, b]) => b[0] - a[0])) console.log(name.padEnd(48), versions.join("  "));
}
