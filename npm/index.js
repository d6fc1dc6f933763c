// For browsers, their workers and bundlers: the WebAssembly is fetched from beside this file.
import load, { read } from "./gangmu.js";

await load({ module_or_path: new URL("./gangmu_bg.wasm", import.meta.url) });

export { read };
