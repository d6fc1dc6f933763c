// Since which version a browser has a feature, as MDN's browser-compat-data says.

import { createRequire } from "node:module";

const require = createRequire(new URL("../../../target/tools/", import.meta.url));

/** The data: https://github.com/mdn/browser-compat-data */
export const DATA = require("@mdn/browser-compat-data");

/** The browsers of the table in docs/hosting.md, as the data calls them. */
export const BROWSERS = ["chrome", "firefox", "safari"];

/** A version as a number; what has not been released, or is not there, is later than any. */
const numbered = (version) => (typeof version === "string" && parseFloat(version.replace("≤", ""))) || Infinity;

/** Since when a browser has what an entry tells of, whole, unasked, and under this prefix. */
function since(entry, browser, prefix) {
  const whole = [entry.support[browser]].flat().filter((each) => {
    return !each.flags && !each.partial_implementation && !each.version_removed && !each.alternative_name && each.prefix === prefix;
  });
  return Math.min(Infinity, ...whole.map((each) => numbered(each.version_added)));
}

/** The oldest version of each browser that has a feature, by the path of its entry; nothing where there is no entry. */
export function oldest(path, prefix) {
  const entry = path.split("/").reduce((place, name) => place?.[name], DATA)?.__compat;
  return entry && BROWSERS.map((browser) => since(entry, browser, prefix));
}

/** For each browser the least of several. */
export const least = (all) => BROWSERS.map((_, at) => Math.min(...all.map((versions) => versions[at])));
