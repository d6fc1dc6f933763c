// The components of the page (SBOM) in CycloneDX: `cargo metadata … | node components.mjs > components.json`.

import { json } from "node:stream/consumers";

import { crates } from "./crates.mjs";

const { program, others } = crates(await json(process.stdin));

const reference = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const component = (crate) => ({
  type: crate === program ? "application" : "library",
  "bom-ref": reference(crate),
  name: crate.name,
  version: crate.version,
  licenses: [{ expression: crate.license.replaceAll(/\s*\/\s*/g, " OR ") }],
  purl: reference(crate),
});
console.log(
  JSON.stringify(
    {
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      version: 1,
      metadata: { component: component(program) },
      components: others.map(component),
      dependencies: [program, ...others].map((crate) => ({ ref: reference(crate), dependsOn: crate.needs.map(reference) })),
    },
    null,
    2,
  ),
);
