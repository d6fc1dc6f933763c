// Holds what the project is built of to deny.toml: `cargo metadata … | node deny.mjs`. Licences, sources and doubled crates, as
// `cargo deny` would, without the minutes that it takes to be built.

import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

const rules = readFileSync(new URL("../../deny.toml", import.meta.url), "utf8");
const list = (key) => [...new RegExp(`^${key} = \\[([^\\]]*)\\]`, "m").exec(rules)[1].matchAll(/"([^"]+)"/g)].map(([, word]) => word);
const allowed = new Set(list("allow"));
const doubled = new Set(list("skip"));
const registries = new Set(list("allow-registry").map((registry) => `registry+${registry}`));

/** Whether one may choose licences of the expression that are all allowed. */
function isAllowed(expression) {
  const words = expression.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g);
  const one = () => {
    const word = words.shift();
    if (word !== "(") return (words[0] === "WITH" ? `${word} ${words.splice(0, 2).join(" ")}` : word) && allowed.has(word);
    const inner = either();
    words.shift();
    return inner;
  };
  const joined = (operator, operand, join) => {
    let value = operand();
    while (words[0] === operator) {
      words.shift();
      const next = operand();
      value = join(value, next);
    }
    return value;
  };
  const all = () => joined("AND", one, (a, b) => a && b);
  const either = () => joined("OR", all, (a, b) => a || b);
  return either();
}

const { packages, workspace_members } = JSON.parse(await text(process.stdin));
const faults = [];
const versions = new Map();
for (const { id, name, version, license, source } of packages) {
  if (!license || !isAllowed(license)) faults.push(`${name} ${version}: its licence, ${license}, is not one of [licenses] allow`);
  if (!workspace_members.includes(id) && !registries.has(source)) faults.push(`${name} ${version} comes from ${source ?? "a folder"}`);
  versions.set(name, [...(versions.get(name) ?? []), version]);
}
for (const [name, all] of versions) {
  if (all.length > 1 && !doubled.has(name)) faults.push(`${name} is there more than once: ${all.join(", ")}`);
}
for (const name of doubled) if ((versions.get(name)?.length ?? 0) < 2) faults.push(`${name} is there once: [bans] skip need not name it`);

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`${packages.length} packages`);
