// The licences of what the page is built of, which ask to go along with every copy:
// `cargo metadata … | node licences.mjs > licences.txt`.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { json } from "node:stream/consumers";

import { crates } from "./crates.mjs";

const { program, others } = crates(await json(process.stdin));

/** The texts that a crate brings; where one may choose, that of MIT, which names who wrote it. */
function texts({ manifest_path, license }) {
  const folder = dirname(manifest_path);
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|copyright|notice)/i.test(name)).sort();
  const chosen = names.filter((name) => !license.includes(" AND ") && /mit/i.test(name));
  return (chosen.length > 0 ? chosen : names).map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r", "").trim());
}

/** Crates that share a text, by the text. */
const shared = new Map();
/** What is said of a crate that brings none: its licence, and who wrote it. */
const bare = [];
for (const crate of others) {
  const named = `${crate.name} ${crate.version}`;
  const own = texts(crate);
  if (own.length === 0) bare.push(`${named} (${crate.license}), by ${crate.authors.map((author) => author.replace(/ <.*>/, "")).join(", ")}`);
  for (const text of own) shared.set(text, [...(shared.get(text) ?? []), named]);
}

const terms = texts(program).join("\n\n");
const parts = [
  `纲目 ${program.version} 及其所含组件的许可 / Licences of Gangmu ${program.version} and of what it is built of`,
  `纲目 Gangmu ${program.version} (${program.license})\n\n${terms}`,
  `The standard library of Rust (MIT OR Apache-2.0), by the Rust project, and, on the terms above:\n\n${bare.join("\n")}`,
  ...[...shared].map(([text, names]) => `${names.join(", ")}\n\n${text}`),
];
console.log(parts.join(`\n\n${"=".repeat(80)}\n\n`));
