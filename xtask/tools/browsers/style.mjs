// What style sheets use: properties and their values, at-rules and what they ask, selectors, functions, units.

import { createRequire } from "node:module";

import { DATA, oldest } from "./compat.mjs";

const require = createRequire(new URL("../../../target/tools/", import.meta.url));
const { parse, walk } = require("css-tree");

/** What the data has elsewhere than under its own name. */
const ELSEWHERE = {
  minmax: "css/properties/grid-template-columns/minmax",
  repeat: "css/properties/grid-template-columns/repeat",
  "color-mix": "css/types/color/color-mix",
  inset: "css/types/basic-shape/inset",
  "linear-gradient": "css/types/gradient/linear-gradient",
  rgb: "css/types/color/rgb",
  dvh: "css/types/length/viewport_percentage_units_dynamic",
  fr: "css/types/flex",
  s: "css/types/time",
  ms: "css/types/time",
  deg: "css/types/angle",
};
for (const unit of ["px", "pt", "mm", "cm"]) ELSEWHERE[unit] = "css/types/length";

/** Splits off what marks a name as one maker's. */
function unprefixed(name) {
  const [, prefix, rest] = /^(-(?:webkit|moz|ms)-)?(.*)$/.exec(name);
  return [rest, prefix];
}

/** The entry of a function or a unit. */
const typeOf = (name) => ELSEWHERE[name] ?? (DATA.css.types.length[name] ? `css/types/length/${name}` : `css/types/${name}`);

/** The features that a style sheet uses, with the versions that have them. */
export function inStyle(text) {
  const used = new Map();
  const use = (name, path, prefix) => {
    const versions = oldest(path, prefix);
    if (!versions) throw new Error(`the data has no ${path} (${name})`);
    used.set(name, versions);
  };
  const sheet = parse(text, {
    parseCustomProperty: true,
    onParseError: (error) => {
      throw error;
    },
  });
  walk(sheet, function (node) {
    const { name, unit, property } = node;
    if (node.type === "Declaration" && property.startsWith("--")) use("--*", "css/properties/custom-property");
    else if (node.type === "Declaration" && oldest(`css/at-rules/${this.atrule?.name}/${property}`)) {
      use(`@${this.atrule.name} ${property}`, `css/at-rules/${this.atrule.name}/${property}`);
    } else if (node.type === "Declaration") {
      const [whole, prefix] = unprefixed(property);
      use(property, `css/properties/${whole}`, prefix);
    } else if (node.type === "Identifier" && this.declaration) {
      const path = `css/properties/${unprefixed(this.declaration.property)[0]}/${name}`;
      if (oldest(path)) use(`${this.declaration.property}: ${name}`, path);
    } else if (node.type === "Atrule" && this.atrule && this.atrule !== node && this.atrule.name === "page") {
      use(`@page @${name}`, `css/at-rules/page/at_${name}`);
    } else if (node.type === "Atrule") use(`@${name}`, `css/at-rules/${name}`);
    else if (node.type === "Feature" && this.atrule?.name === "media") use(`@media (${name})`, `css/at-rules/media/${name.replace(/^(min|max)-/, "")}`);
    else if (node.type === "FeatureRange") use("@media (… < …)", "css/at-rules/media/range_syntax");
    else if (node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector") use(`:${name}`, `css/selectors/${name}`);
    else if (node.type === "NestingSelector") use("&", "css/selectors/nesting");
    else if (node.type === "Function") use(`${name}()`, typeOf(name));
    else if (node.type === "Dimension") use(unit, typeOf(unit));
  });
  return [...used];
}
