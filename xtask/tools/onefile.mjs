// The whole page in one file that opens from a disk: styles, scripts and WebAssembly inside, allowed by their hashes.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const POLICY = /(http-equiv="Content-Security-Policy" content=")[^"]+/;
const STYLE = /<link rel="stylesheet" href="\.\/([^"]+)"([^>]*?)\/?>/g;
const SCRIPT = /<script ([^>]*?)src="\.\/([^"]+)"[^>]*><\/script>/g;

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A script that holds such words would end its own element. */
function refuseEnd(name, text) {
  if (/<\/script|<!--/i.test(text)) throw new Error(`${name} cannot stand in a page: it would end its own element`);
}

/** The page of these files as one. */
export function oneFile(files) {
  const styles = [];
  const scripts = [];
  const wasm = Object.keys(files).find((name) => /^page-.*\.wasm$/.test(name));

  const style = (_, name, attributes) => {
    const text = String(files[name]);
    styles.push(hash(text));
    return `<style${attributes.replace(/ integrity="[^"]*"/, "").trimEnd()}>${text}</style>`;
  };
  const script = (_, attributes, name) => {
    const text = String(files[name]);
    refuseEnd(name, text);
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
  const packed = (id, bytes) =>
    `<script id="${id}" type="application/gzip">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;
  const part = String(files["takeaway.js"]);
  refuseEnd("takeaway.js", part);
  const enclosed = [
    packed("wasm", files[wasm]),
    `<script id="takeaway" type="text/plain">${part}</script>`,
    packed("takeaway-wasm", files["takeaway_bg.wasm"]),
  ];
  // Before the scripts, which look for them.
  return page.replace(POLICY, (_, head) => head + policy).replace(/<script /, () => `${enclosed.join("\n  ")}\n  <script `);
}
