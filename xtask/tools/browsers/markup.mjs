// What markup uses: elements and attributes, of a page and of the `html!` in the sources of the page; and policies.

import { DATA, oldest } from "./compat.mjs";

/** The elements of a text with the names of their attributes. In Rust what stands in braces is code; `{name}` is an attribute too. */
function* elements(text) {
  for (const { 0: start, 1: element, index } of text.matchAll(/<([a-z][a-z0-9]*)(?=[\s>/])/g)) {
    let depth = 0;
    let outside = "";
    let at = index + start.length;
    for (; at < text.length && !(depth === 0 && text[at] === ">"); at++) {
      if (text[at] === "{") depth++;
      if (depth === 0 || /^\{[a-z]+\}/.test(text.slice(at))) outside += text[at];
      if (text[at] === "}") depth--;
    }
    const attributes = outside.replaceAll(/"[^"]*"/g, "").match(/[a-z][a-z-]*(?==)|(?<=\{)[a-z]+/g) ?? [];
    yield [element, attributes];
  }
}

/** The features that the elements of a text use, with the versions that have them. */
export function inMarkup(text) {
  const used = new Map();
  const use = (name, versions) => versions && used.set(name, versions);
  for (const [element, attributes] of elements(text)) {
    const language = DATA.html.elements[element] ? "html" : "svg";
    const path = `${language}/elements/${element}`;
    if (!oldest(path)) continue;
    use(`<${element}>`, oldest(path));
    for (const name of attributes) use(`<${element} ${name}>`, oldest(`${path}/${name}`) ?? oldest(`${language}/global_attributes/${name}`));
  }
  return [...used];
}

/** The features that a content security policy uses, with the versions that have them. */
export function inPolicy(policy) {
  const path = "http/headers/Content-Security-Policy";
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  return directives.flatMap(([name, ...sources]) => {
    const words = sources.flatMap((source) => /^'([a-z-]+)'$/.exec(source)?.[1] ?? []);
    const keywords = words.map((word) => [`'${word}'`, oldest(`${path}/script-src/${word}`)]).filter(([, versions]) => versions);
    return [[name, oldest(`${path}/${name}`)], ...keywords];
  });
}
