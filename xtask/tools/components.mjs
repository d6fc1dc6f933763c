// The components of the page (SBOM) in CycloneDX: `cargo metadata … | node components.mjs > components.json`.

import { text } from "node:stream/consumers";

const { packages, resolve } = JSON.parse(await text(process.stdin));
const byId = new Map(packages.map((each) => [each.id, each]));
const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));

/** What a package is built into, without what only builds or tests it. */
const needs = (id) =>
  nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg).sort();

const reached = new Set([resolve.root]);
for (const id of reached) needs(id).forEach((need) => reached.add(need));

const reference = (id) => `pkg:cargo/${byId.get(id).name}@${byId.get(id).version}`;
const component = (id) => ({
  type: id === resolve.root ? "application" : "library",
  "bom-ref": reference(id),
  name: byId.get(id).name,
  version: byId.get(id).version,
  licenses: [{ expression: byId.get(id).license.replaceAll(/\s*\/\s*/g, " OR ") }],
  purl: reference(id),
});
const others = [...reached].filter((id) => id !== resolve.root).sort((a, b) => (reference(a) < reference(b) ? -1 : 1));
console.log(
  JSON.stringify(
    {
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      version: 1,
      metadata: { component: component(resolve.root) },
      components: others.map(component),
      dependencies: [resolve.root, ...others].map((id) => ({ ref: reference(id), dependsOn: needs(id).map(reference) })),
    },
    null,
    2,
  ),
);
