// What others take for the figures of a Chinese text, in Node.js: `node peers.mjs TEXT`. Prints a line for each: name, bytes,
// seconds, what was found, with tabs between.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { read } from "../../../target/dist/npm/node.js";

const require = createRequire(new URL("../../../target/tools/peers/", import.meta.url));
const recognizers = require("@microsoft/recognizers-text-suite");
const { Culture } = recognizers;

const text = readFileSync(process.argv[2], "utf8");

/** What a person writes in an afternoon: a number, its multiplier, and a few characters that may be its unit. */
const BY_HAND =
  /(?:约|近|超|逾)?(?:\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)(?:万亿|亿|万|千|百)?(?:余|多)?(?:个百分点|平方公里|公里|人次|亿元|万元|元|吨|件|个|名|人|户|起|次|份|项|亩|所|%|％|‰|倍|天)/g;

const suite = ["Number", "Ordinal", "Percentage", "Age", "Currency", "Dimension", "Temperature", "DateTime"];
const PEERS = {
  "gangmu (outline, figures, names, checks)": (text) => read(text).metrics,
  "a regular expression written by hand": (text) => text.match(BY_HAND) ?? [],
  "Recognizers-Text, plain numbers": (text) => recognizers.recognizeNumber(text, Culture.Chinese),
  "Recognizers-Text, the whole suite": (text) => suite.flatMap((each) => recognizers[`recognize${each}`](text, Culture.Chinese)),
};

/** The shortest of several runs, within some seconds. */
function shortest(work) {
  let least = Infinity;
  const begun = performance.now();
  for (let run = 0; run < 3 || performance.now() - begun < 1_000; run += 1) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
    if (performance.now() - begun > 20_000) break;
  }
  return least / 1_000;
}

for (const [name, find] of Object.entries(PEERS)) {
  const found = find(text).length;
  console.log(["peer", name, Buffer.byteLength(text), shortest(() => find(text)), found].join("\t"));
}
