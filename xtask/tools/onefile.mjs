// The whole page in one file that opens from a disk: styles, scripts and WebAssembly inside, allowed by their hashes.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const POLICY = /(http-equiv="Content-Security-Policy" content=")[^"]+/;
const STYLE = /<link rel="stylesheet" href="\.\/([^"]+)"([^>]*?)\/?>/g;
const SCRIPT = /<script ([^>]*?)src="\.\/([^"]+)"[^>]*><\/script>/g;

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The page of these files as one. */
export function oneFile(files) {
  const styles = [];
  const scripts = [];
  const wasm = Object.keys(files).find((name) => name.endsWith(".wasm"));

  const style = (_, name, attributes) => {
    const text = String(files[name]);
    styles.push(hash(text));
    return `<style${attributes.replace(/ integrity="[^"]*"/, "").trimEnd()}>${text}</style>`;
  };
  const script = (_, attributes, name) => {
    const text = String(files[name]);
    if (/<\/script|<!--/i.test(text)) throw new Error(`${name} cannot stand in a page: it would end its own element`);
    scripts.push(hash(text));
    return `<script ${attributes.replace("defer", "").trim()}>${text}</script>`;
  };
  const page = String(files["index.html"]).replace(STYLE, style).replace(SCRIPT, script);
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${styles.join(" ")}`,
    "img-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const enclosed = `<script id="wasm" type="application/gzip">${gzipSync(files[wasm], { level: 9 }).toString("base64")}</script>`;
  // Before the scripts, which look for it.
  return page.replace(POLICY, (_, head) => head + policy).replace(/<script /, () => `${enclosed}\n  <script `);
}
