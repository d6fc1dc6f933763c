// For Node.js: the WebAssembly is read from beside this file.
import { readFileSync } from "node:fs";

import { initSync, read } from "./gangmu.js";

initSync({ module: readFileSync(new URL("./gangmu_bg.wasm", import.meta.url)) });

export { read };
