// <gangmu-report>: a reading in somebody else's page. What was read becomes text nodes, never markup; the styles are its own.
import { read } from "./index.js";

const HEADS = {
  zh: { outline: "大纲", figures: "指标", checks: "对不上的", columns: ["指标", "数值", "时期", "原文"] },
  en: { outline: "Outline", figures: "Figures", checks: "What does not add up", columns: ["Figure", "Value", "Period", "As printed"] },
};

const STYLE = `
  :host { display: block; font: 14px/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
  h2 { font-size: 1.15em; margin: 0 0 .6em; } h3 { font-size: 1em; margin: 1em 0 .3em; }
  ul { list-style: none; margin: 0; padding: 0; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; vertical-align: top; padding: .25em .6em .25em 0; border-block-end: 1px solid #8884; }
  td.value { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
`;

/** An element with a text, or with other elements. */
function make(name, content, properties = {}) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...[content].flat());
  return element;
}

export class GangmuReport extends HTMLElement {
  #text = null;
  #report = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    const styles = new CSSStyleSheet();
    styles.replaceSync(STYLE);
    this.shadowRoot.adoptedStyleSheets = [styles];
  }

  connectedCallback() {
    if (this.#text === null) this.text = this.textContent;
  }

  get text() {
    return this.#text ?? "";
  }

  set text(text) {
    this.#text = String(text);
    this.#report = read(this.#text);
    this.#show();
    this.dispatchEvent(new CustomEvent("gangmu-read", { detail: this.#report, bubbles: true }));
  }

  get report() {
    return this.#report ?? read(this.text);
  }

  #show() {
    const { title, sections, metrics, checks } = this.#report;
    const language = this.closest("[lang]")?.lang ?? "zh";
    const heads = language.startsWith("en") ? HEADS.en : HEADS.zh;
    const list = (head, entries) => (entries.length > 0 ? [make("h3", head), make("ul", entries)] : []);
    const outline = sections.map((section) => {
      const entry = make("li", `${section.marker}${section.title ?? section.lead}`);
      entry.style.paddingInlineStart = `${(section.depth - 1) * 1.4}em`;
      return entry;
    });
    const rows = metrics.map(({ indicator, value, low, unit, period, quote }) => {
      const number = (low === null ? [value] : [low, value]).map((each) => each.toLocaleString(language)).join("–");
      const shown = make("td", `${number} ${unit ?? ""}`, { className: "value" });
      return make("tr", [make("td", indicator), shown, make("td", period ?? ""), make("td", quote)]);
    });
    const faults = checks.filter(({ status }) => status === "inconsistent").map(({ message }) => make("li", message));
    const head = make("tr", heads.columns.map((column) => make("th", column, { scope: "col" })));
    const table = make("table", [make("thead", [head]), make("tbody", rows)]);
    this.shadowRoot.replaceChildren(
      ...(title === null ? [] : [make("h2", title)]),
      ...list(heads.checks, faults),
      ...list(heads.outline, outline),
      ...(rows.length > 0 ? [make("h3", heads.figures), table] : []),
    );
  }
}

customElements.define("gangmu-report", GangmuReport);
