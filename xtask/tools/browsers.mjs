// The oldest browsers that have all that the built page uses: `node browsers.mjs SITE ONE_FILE`. What WebAssembly uses is found by
// leaving one feature out at a time: the program is then no longer valid. What scripts and styles use is found by its words.
// The versions are those of MDN's compatibility data.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Of Chromium, Firefox and Safari. */
export const NAMES = ["Chromium", "Firefox", "Safari"];

/** Features of WebAssembly, as wasm-opt calls them. */
const WASM = {
  "bulk-memory": [75, 79, 15],
  "exception-handling": [95, 100, 15.2],
  "extended-const": [114, 112, 17.4],
  gc: [119, 120, 18.2],
  multivalue: [85, 78, 13.1],
  "mutable-globals": [74, 61, 13.1],
  "nontrapping-float-to-int": [75, 64, 15],
  "reference-types": [96, 79, 15],
  "relaxed-simd": [114, 145, 26],
  "sign-ext": [74, 62, 14.1],
  simd: [91, 89, 16.4],
  "tail-call": [112, 121, 18.2],
  threads: [74, 79, 14.1],
};

/** Without these the page does not work. */
const SCRIPTS = [
  ["'wasm-unsafe-eval' in the policy", /'wasm-unsafe-eval'/, [97, 102, 16]],
  ["optional chaining", /\w\?\.[\w([]/, [80, 74, 13.1]],
  ["nullish coalescing", /\w ?\?\? ?\w/, [80, 72, 13.1]],
  ["nullish assignment", /\?\?=/, [85, 79, 14]],
  ["private fields", /^\s*#\w+( =|;)/m, [74, 90, 14.1]],
  ["BigInt in arrays", /BigInt64Array|BigUint64Array/, [67, 68, 15]],
  ["FinalizationRegistry", /\bFinalizationRegistry\b/, [84, 79, 14.1]],
  ["WeakRef", /\bWeakRef\b/, [84, 79, 14.1]],
  ["the last of an array by .at()", /\.at\(-?\d/, [92, 90, 15.4]],
  ["structuredClone", /\bstructuredClone\b/, [98, 94, 15.4]],
  ["replaceChildren", /\breplaceChildren\b/, [86, 78, 14]],
  ["reportError", /\breportError\b/, [95, 93, 15.4]],
  ["dialogs", /\bshowModal\b/, [37, 98, 15.4]],
  ["DecompressionStream", /new DecompressionStream/, [80, 113, 16.4]],
];

/** Without these it looks plainer. */
const STYLES = [
  ["container queries", /container-type|@container/, [105, 110, 16]],
  ["color-mix", /color-mix\(/, [111, 113, 16.2]],
  [":has()", /:has\(/, [105, 121, 15.4]],
  ["nested rules", /^\s+&/m, [120, 117, 17.2]],
  ["light-dark()", /light-dark\(/, [123, 120, 17.5]],
  ["dynamic viewport units", /\d(dvh|svh|dvw)\b/, [108, 101, 15.4]],
  ["layers", /@layer/, [99, 97, 15.4]],
  [":focus-visible", /:focus-visible/, [86, 85, 15.4]],
  [":is()", /:is\(/, [88, 78, 14]],
  [":where()", /:where\(/, [88, 78, 14]],
  ["inset", /\binset\s*:/, [87, 66, 14.1]],
  ["gap in flexboxes", /\bgap\s*:/, [84, 63, 14.1]],
  ["aspect-ratio", /\baspect-ratio\s*:/, [88, 89, 15]],
  ["accent-color", /\baccent-color\s*:/, [93, 92, 15.4]],
  ["scrollbar-gutter", /\bscrollbar-gutter\s*:/, [94, 97, 18.2]],
  ["text-wrap", /\btext-wrap\s*:/, [114, 121, 17.4]],
];

const wasmOpt = fileURLToPath(new URL("../../target/tools/node_modules/.bin/wasm-opt", import.meta.url));

/** Whether a program is valid without a feature. */
function isValidWithout(feature, program) {
  try {
    execFileSync(wasmOpt, ["--all-features", `--disable-${feature}`, program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const used = (list, texts) => list.filter(([, words]) => texts.some((text) => words.test(text)));
const needs = (features) => NAMES.map((_, at) => Math.max(0, ...features.map(([, , versions]) => versions[at])));

/** What each way of using the page needs: the versions, and the features for which it needs them. */
export function oldest(site, oneFile) {
  const names = readdirSync(site);
  const texts = (...endings) =>
    names.filter((name) => endings.some((ending) => name.endsWith(ending))).map((name) => readFileSync(join(site, name), "utf8"));
  const programs = names.filter((name) => name.endsWith(".wasm")).map((name) => join(site, name));
  const inWasm = Object.entries(WASM)
    .filter(([feature]) => programs.some((program) => !isValidWithout(feature, program)))
    .map(([feature, versions]) => [`WebAssembly: ${feature}`, null, versions]);
  // start.js opens the one file alone with DecompressionStream.
  const enclosing = SCRIPTS.filter(([name]) => name === "DecompressionStream");
  const scripts = used(SCRIPTS, texts(".js", ".html")).filter((feature) => !enclosing.includes(feature));
  const works = [...inWasm, ...scripts];
  const alone = [...works, ...used(enclosing, [readFileSync(oneFile, "utf8")])];
  const drawn = [...works, ...used(STYLES, texts(".css"))];
  return { works, alone, drawn, versions: { works: needs(works), alone: needs(alone), drawn: needs(drawn) } };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { works, alone, drawn, versions } = oldest(...process.argv.slice(2));
  console.log(versions);
  for (const [name, , [chromium, firefox, safari]] of new Set([...works, ...alone, ...drawn])) {
    console.log(name.padEnd(40), chromium, firefox, safari);
  }
}
