import type { Report } from "gangmu";

/**
 * `<gangmu-report>` shows a reading in a page: the title, the outline and the table of figures. The text is what stands inside the
 * element, or the property `text`; `lang="en"` on it or above it gives English heads. When it has read, it sends `gangmu-read`.
 */
export class GangmuReport extends HTMLElement {
  /** The text that is read. Setting it reads it. */
  text: string;
  /** The reading of the text. */
  readonly report: Report;
}

declare global {
  interface HTMLElementTagNameMap {
    "gangmu-report": GangmuReport;
  }
  interface HTMLElementEventMap {
    "gangmu-read": CustomEvent<Report>;
  }
}
