// The readings of gangmu: the JSON form `gangmu.report/1`, within which fields may be added and none changes.

/**
 * Reads a report as it was pasted. Takes any text, never throws; odd text gives a smaller reading. The same text always gives
 * the same reading.
 */
export function read(text: string): Report;

/** A half-open range of the text in UTF-16 units: `text.slice(span.start, span.end)` are its words. */
export interface Span {
  /** The first unit. */
  start: number;
  /** One past the last unit. */
  end: number;
}

/** A reading. */
export interface Report {
  /** The name of this form. */
  schema: "gangmu.report/1";
  /** The program that read it, with its version. */
  generator: string;
  /** What was read. */
  source: Source;
  /** What sort of document it is. */
  genre: Genre;
  /** The title, white space between its lines taken out. */
  title: string | null;
  /** Where the title stands. */
  title_span: Span | null;
  /** The body that reports. */
  issuer: string | null;
  /** The year that is reported on. */
  year: number | null;
  /** What had been read, where a person says something else, in a reading that was saved from the page. */
  amendment?: Particulars;
  /** The day of publication, else of the signature: `2023-01-09`. */
  published: string | null;
  /** What stands before the first section and is neither title nor noise. */
  preamble: Span[];
  /** The outline, in reading order; `parent` and `depth` make the tree. */
  sections: Section[];
  /** The figures, in reading order. */
  metrics: Metric[];
  /** Figures that a person took away, in a reading that was saved from the page. */
  excluded?: Metric[];
  /** Every numeral that is no figure. */
  skipped: Skipped[];
  /** What the text claims of its figures, proved or refuted. */
  checks: Check[];
  /** What is odd, though the text does not claim otherwise. */
  findings: Finding[];
  /** Of an annual report on law-based government, where each required part is told; an empty one is missing. */
  parts: Record<Part, PartPlace[]> | null;
  /** Page furniture. */
  noise: Noise[];
}

/** What was read. */
export interface Source {
  /** A file's name, as it was given on the command line; `read` knows none. */
  name: string | null;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  sha256: string;
}

/** A numbered heading or point, and what stands under it. */
export interface Section {
  /** Its place in `Report.sections`. */
  id: number;
  /** The section that holds it. */
  parent: number | null;
  /** 1 for the top level. */
  depth: number;
  /** The number as printed, with its punctuation: `一、`, `（二）`, `一是`. Empty for the title of another report in the same text. */
  marker: string;
  /** The words of the heading. */
  title: string | null;
  /** How the text begins, where the point has no heading of its own. */
  lead: string;
  /** The statutory part it tells, by its title. */
  part: Part | null;
  /** From its marker to the next section of the same or a smaller depth. */
  span: Span;
  /** Marker and title. */
  heading: Span;
}

/** A figure: a quantity that the report states, and what it says of it. */
export interface Metric {
  /** Its place in `Report.metrics`. */
  id: number;
  /** The innermost section that holds it. */
  section: number | null;
  /** What is measured. */
  indicator: string;
  /** The words of the quantity as printed. */
  quote: string;
  /** In the base unit, 万 and 亿 multiplied out; of a range the upper end. */
  value: number;
  /** Of a range the lower end. */
  low: number | null;
  /** The multiplier as printed: 万, 亿, 万亿, 千, 百. */
  scale: string | null;
  /** The base unit. */
  unit: string | null;
  /** What dimension it has. */
  kind: Kind;
  /** What it is to the report. */
  role: Role;
  /** How exact it is. */
  qualifier: Qualifier;
  /** Which way a change went. */
  direction: Direction | null;
  /** The time it is said of, as printed. */
  period: string | null;
  /** The figure it belongs to; set together with `relation`. */
  of: number | null;
  /** How it belongs to that figure. */
  relation: Relation | null;
  /** How sure the reading is, 0 to 1. */
  confidence: number;
  /** From the first digit to the end of the unit. */
  span: Span;
  /** The sentence that holds it. */
  sentence: Span;
  /** Why it was read so; not there for a figure that a person added. */
  why?: Why;
  /** What a person did with it, in a reading that was saved from the page. */
  amendment?: Amendment;
}

/** Who reports, on which year, and in what sort of document, as it had been read. */
export interface Particulars {
  /** The body; empty for none. */
  issuer?: string;
  /** The year; 0 for none. */
  year?: number;
  /** What sort of document it is. */
  genre?: Genre;
}

/** What a person did with a figure, and what the reading had said where the person says something else. */
export interface Amendment {
  /** What was done. */
  action: "confirmed" | "corrected" | "added" | "excluded";
  /** Whether the person has confirmed the figure. */
  confirmed: boolean;
  /** The name that was read. */
  indicator?: string;
  /** The value that was read. */
  value?: number;
  /** The lower end of the range that was read. */
  low?: number;
  /** The unit that was read; empty for none. */
  unit?: string;
  /** The kind that was read. */
  kind?: Kind;
  /** The role that was read. */
  role?: Role;
  /** How exact it was read to be. */
  qualifier?: Qualifier;
  /** The time that was read; empty for none. */
  period?: string;
  /** The name of the figure that it was read to belong to; empty for none. */
  whole?: string;
}

/** Why a figure was read as it was. */
export interface Why {
  /** Which rule named it. */
  name: NameRule;
  /** Which rule told what it belongs to. */
  link: LinkRule | null;
  /** The number with the words that say how exact it is: 约…左右. */
  extent: Span;
  /** The words that say the time. */
  period: Span | null;
  /** Whether the section or the sentence speaks of what is to be done. */
  planned: boolean;
}

/** A numeral that is no figure. */
export interface Skipped {
  /** Where it stands. */
  span: Span;
  /** Why it is none. */
  reason: Reason;
}

/** A relation that the text claims between figures. */
export interface Check {
  /** What was compared. */
  kind: CheckKind;
  /** How it came out. */
  status: Status;
  /** The figures compared. */
  metrics: number[];
  /** What was compared, in Chinese, with the sum. */
  message: string;
  /** The words that make the claim. */
  span: Span;
}

/** Something odd in the text. */
export interface Finding {
  /** What is odd. */
  kind: FindingKind;
  /** Where. */
  span: Span;
  /** What is odd, in Chinese. */
  message: string;
}

/** Where a required part is told: a section, or words outside of any. */
export interface PartPlace {
  /** The section. */
  section: number | null;
  /** Its heading, or the words. */
  span: Span;
}

/** A piece of page furniture. */
export interface Noise {
  /** Where it stands. */
  span: Span;
  /** Its words. */
  text: string;
}

/** What sort of document it is. */
export type Genre =
  /** 法治政府建设年度报告 */
  | "law_based_government"
  /** 政府信息公开工作年度报告 */
  | "openness"
  /** 政府工作报告 */
  | "work_report"
  /** 统计公报 and statistical analyses */
  | "statistics"
  /** 工作总结 */
  | "summary"
  /** Anything else. */
  | "other";

/** A part that the 2019 Regulation on supervising the building of law-based government requires. */
export type Part =
  /** 主要举措和成效 */
  | "achievements"
  /** 存在的不足和原因 */
  | "problems"
  /** 党政主要负责人履行推进法治建设第一责任人职责 */
  | "first_responsible"
  /** 下一年度主要安排 */
  | "plans";

/** What dimension a figure has. */
export type Kind =
  /** Things counted. */
  | "count"
  /** Money. */
  | "money"
  /** A rate or share. */
  | "ratio"
  /** A change against an earlier period. */
  | "growth"
  /** A place in an order. */
  | "rank"
  /** A length of time that measures something. */
  | "duration"
  /** Area. */
  | "area"
  /** Length. */
  | "length"
  /** Weight. */
  | "mass"
  /** Volume. */
  | "volume"
  /** Energy. */
  | "energy"
  /** Power. */
  | "power"
  /** An index number. */
  | "index"
  /** 倍 */
  | "multiple"
  /** 百分点 */
  | "points"
  /** 分 */
  | "score";

/** What the figure is to the report. */
export type Role =
  /** What was done or held. */
  | "actual"
  /** What was, or is, to be reached. */
  | "target"
  /** Where a change began. */
  | "baseline"
  /** What may not be exceeded. */
  | "limit";

/** How exact the report says the figure is. */
export type Qualifier =
  /** As printed. */
  | "exact"
  /** 约, 近, 左右 */
  | "about"
  /** 余, 多, 逾, 超, 以上 */
  | "over"
  /** 内, 以下, 不超过 */
  | "at_most"
  /** 不少于, 不低于 */
  | "at_least";

/** Which way a change went. */
export type Direction =
  /** It grew. */
  | "up"
  /** It fell. */
  | "down";

/** How a figure belongs to another. */
export type Relation =
  /** A share of the other. */
  | "part"
  /** What is told of the other: its rate, growth, rank, target or earlier value, what it cost, how large it is. */
  | "attribute";

/** Why a numeral is no figure. */
export type Reason =
  /** A date, or a part of one. */
  | "date"
  /** A year or another period, or how long something has gone on. */
  | "period"
  /** A number in a slogan or a fixed phrase. */
  | "slogan"
  /** The number of a document, a clause, a congress or a plenum. */
  | "document_number"
  /** A threshold inside the name of an indicator. */
  | "threshold"
  /** A number in a name: a road, a model, a programme, a building. */
  | "name"
  /** A telephone number, an identifier, an address on the network. */
  | "code"
  /** A place in an order that measures nothing (第一时间). */
  | "ordinal"
  /** The number of a heading, a point, a note or a clause. */
  | "marker"
  /** The writer's own enumeration (从六个方面). */
  | "enumeration"
  /** A numeral that is a part of a word (统一, 一定). */
  | "word"
  /** A cell of a table that cannot be read back. */
  | "table"
  /** A numeral that counts nothing that could be found, or that is too large to be held. */
  | "bare";

/** What a check compares. */
export type CheckKind =
  /** The parts add up to the whole. */
  | "sum"
  /** A list has as many members as is said. */
  | "list_count"
  /** A rate follows from two figures. */
  | "ratio"
  /** What was reached against what was to be reached. */
  | "target"
  /** From, to and the stated change agree. */
  | "change"
  /** A figure stated twice agrees. */
  | "total"
  /** A rank is not beyond the number ranked. */
  | "rank";

/** How a check came out. */
export type Status =
  /** The figures agree. */
  | "consistent"
  /** They do not. */
  | "inconsistent";

/** What is odd in a text, other than figures that it says agree. */
export type FindingKind =
  /** A number in a sequence of headings that repeats, skips or goes back. */
  | "numbering"
  /** A table that was flattened into lines. */
  | "table"
  /** Figures that one would expect to agree, and that do not, where the text does not say that they must. */
  | "figures"
  /** Another report that begins in the same text. */
  | "further";

/** Which rule named a figure. */
export type NameRule =
  /** The words before the number. */
  | "before"
  /** The words behind the number. */
  | "behind"
  /** The words before and behind it. */
  | "around"
  /** The name of the figure that it touches: 10件12人. */
  | "joined"
  /** The name of a figure or clause before it. */
  | "borrowed"
  /** The words before the bracket it stands in. */
  | "bracket"
  /** Its share of the words that 分别 divides. */
  | "respectively"
  /** One of several things that a value is said of. */
  | "both"
  /** The name of the figure that a change began with. */
  | "change"
  /** The name of the figure that it is compared with. */
  | "comparison"
  /** The name of the composition it is a member of. */
  | "composition"
  /** The label of its row and the head of its column. */
  | "table"
  /** No words were found: it is called as it is printed. */
  | "quote";

/** Which rule told what a figure belongs to. */
export type LinkRule =
  /** It stands in a bracket behind the whole. */
  | "bracket"
  /** Its name is what is told about things counted: 总投资, 面积. */
  | "attribute"
  /** It is the target of what was reached. */
  | "target"
  /** It is a rate, a growth or a rank of the figure before it. */
  | "relative"
  /** It touches the figure before it, or is what that came to. */
  | "joined"
  /** It stands behind 其中. */
  | "among"
  /** It is what became of the things counted before. */
  | "outcome"
  /** It and its neighbours add up to the whole. */
  | "sum"
  /** It is what is left of the whole: 其余4项. */
  | "remainder"
  /** It and its neighbours have each a share of the whole of the sentence before. */
  | "shared"
  /** It counts the things over a threshold. */
  | "threshold"
  /** 分别 refers it back. */
  | "respectively"
  /** It is what the figure is compared with. */
  | "comparison"
  /** It stands in the same row of a table. */
  | "table";
