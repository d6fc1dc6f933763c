// What WebAssembly may use beyond its first version: the features that it was compiled for, as it tells itself. wasm-opt, which
// comes last in the build, goes by the same list and refuses what is not in it.

import { oldest } from "./compat.mjs";

/** The features, as the section of a program names them, and where the data has them. */
const ENTRIES = {
  "mutable-globals": "webassembly/api/Global",
  "nontrapping-fptoint": "webassembly/non-trapping-float-to-int-conversions",
  "bulk-memory": "webassembly/bulk-memory-operations",
  // The part of it that copies and fills.
  "bulk-memory-opt": "webassembly/bulk-memory-operations",
  "sign-ext": "webassembly/sign-extension-operations",
  "reference-types": "webassembly/reference-types",
  // What they brought to the format: the index of a table in more bytes than it needs.
  "call-indirect-overlong": "webassembly/reference-types",
  multivalue: "webassembly/multi-value",
};

/** The features that a program uses, with the versions that have them. */
export async function inWasm(bytes) {
  const [section] = WebAssembly.Module.customSections(await WebAssembly.compile(bytes), "target_features");
  if (!section) throw new Error("the program does not tell which features it uses");
  // How many there are, and for each a plus, its length and its name.
  const names = [];
  for (let rest = Buffer.from(section).subarray(1); rest.length > 0; rest = rest.subarray(2 + rest[1])) {
    names.push(rest.toString("utf8", 2, 2 + rest[1]));
  }
  return names.map((name) => {
    if (!ENTRIES[name]) throw new Error(`nothing is known of the feature ${name} of WebAssembly`);
    return [`wasm: ${ENTRIES[name].split("/").at(-1)}`, oldest(ENTRIES[name])];
  });
}
