//! The report model: what a reading says of a text.
//!
//! All spans are byte offsets into the text that was read, on character boundaries. The JSON form, with UTF-16
//! offsets, stands in [`crate::contract`].

use std::ops::{Index, IndexMut};

use rust_decimal::Decimal;

use crate::verdict::Verdict;

/// A half-open range of bytes of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether there is nothing in it.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words at the span.
    ///
    /// # Panics
    /// If the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// Declares an enumeration together with the words that stand for it in every output.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// Every member, in order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The member that a word stands for.
            pub fn named(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.as_str() == word)
            }

            /// The word in JSON and CSV.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The member that a kept word stands for. Another version of the program may have kept it: none if this one does
            /// not know it.
            pub fn known<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
                let word: Option<String> = serde::Deserialize::deserialize(deserializer)?;
                Ok(word.and_then(|word| Self::named(&word)))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::known(deserializer)?.ok_or_else(|| serde::de::Error::custom(concat!("no such ", stringify!($name))))
            }
        }
    };
}

pub(crate) use vocabulary;

vocabulary! {
    /// What sort of document it is.
    Genre {
        /// 法治政府建设年度报告
        LawBasedGovernment = "law_based_government",
        /// 政府信息公开工作年度报告
        Openness = "openness",
        /// 政府工作报告
        WorkReport = "work_report",
        /// 统计公报 and statistical analyses
        Statistics = "statistics",
        /// 工作总结
        Summary = "summary",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// A part that the 2019 Regulation on supervising the building of law-based government requires.
    Part {
        /// 主要举措和成效
        Achievements = "achievements",
        /// 存在的不足和原因
        Problems = "problems",
        /// 党政主要负责人履行推进法治建设第一责任人职责
        FirstResponsible = "first_responsible",
        /// 下一年度主要安排
        Plans = "plans",
    }
}

vocabulary! {
    /// What dimension a figure has.
    Kind {
        /// Things counted.
        Count = "count",
        /// Money.
        Money = "money",
        /// A rate or share.
        Ratio = "ratio",
        /// A change against an earlier period.
        Growth = "growth",
        /// A place in an order.
        Rank = "rank",
        /// A length of time that measures something.
        Duration = "duration",
        /// Area.
        Area = "area",
        /// Length.
        Length = "length",
        /// Weight.
        Mass = "mass",
        /// Volume.
        Volume = "volume",
        /// Energy.
        Energy = "energy",
        /// Power.
        Power = "power",
        /// An index number.
        Index = "index",
        /// 倍
        Multiple = "multiple",
        /// 百分点
        Points = "points",
        /// 分
        Score = "score",
    }
}

impl Kind {
    /// Whether figures of the kind tell how much there is, rather than something of another figure.
    pub const fn is_amount(self) -> bool {
        !matches!(
            self,
            Self::Ratio | Self::Growth | Self::Rank | Self::Points | Self::Multiple | Self::Index | Self::Score
        )
    }

    /// Kinds that look alike wherever figures are marked in the text: the name of what they are marked as.
    pub const fn family(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Ratio | Self::Growth | Self::Points | Self::Multiple => "rate",
            Self::Rank | Self::Score | Self::Index => "rank",
            _ => "measure",
        }
    }
}

vocabulary! {
    /// What the figure is to the report.
    Role {
        /// What was done or held.
        Actual = "actual",
        /// What was, or is, to be reached.
        Target = "target",
        /// Where a change began.
        Baseline = "baseline",
        /// What may not be exceeded.
        Limit = "limit",
    }
}

vocabulary! {
    /// How exact the report says the figure is.
    Qualifier {
        /// As printed.
        Exact = "exact",
        /// 约, 近, 左右
        About = "about",
        /// 余, 多, 逾, 超, 以上
        Over = "over",
        /// 内, 以下, 不超过
        AtMost = "at_most",
        /// 不少于, 不低于
        AtLeast = "at_least",
    }
}

vocabulary! {
    /// Which way a change went.
    Direction {
        /// It grew.
        Up = "up",
        /// It fell.
        Down = "down",
    }
}

vocabulary! {
    /// How a figure belongs to another.
    Relation {
        /// A share of the other.
        Part = "part",
        /// What is told of the other: its rate, growth, rank, target or earlier value, what it cost, how large it is.
        Attribute = "attribute",
    }
}

vocabulary! {
    /// Why a numeral is no figure.
    Reason {
        /// A date, or a part of one.
        Date = "date",
        /// A year or another period, or how long something has gone on.
        Period = "period",
        /// A number in a slogan or a fixed phrase.
        Slogan = "slogan",
        /// The number of a document, a clause, a congress or a plenum.
        DocumentNumber = "document_number",
        /// A threshold inside the name of an indicator.
        Threshold = "threshold",
        /// A number in a name: a road, a model, a programme, a building.
        Name = "name",
        /// A telephone number, an identifier, an address on the network.
        Code = "code",
        /// A place in an order that measures nothing (第一时间).
        Ordinal = "ordinal",
        /// The number of a heading, a point, a note or a clause.
        Marker = "marker",
        /// The writer's own enumeration (从六个方面).
        Enumeration = "enumeration",
        /// A numeral that is a part of a word (统一, 一定).
        Word = "word",
        /// A cell of a table that cannot be read back.
        Table = "table",
        /// A numeral that counts nothing that could be found, or that is too large to be held.
        Bare = "bare",
    }
}

vocabulary! {
    /// What a check compares.
    CheckKind {
        /// The parts add up to the whole.
        Sum = "sum",
        /// A list has as many members as is said.
        ListCount = "list_count",
        /// A rate follows from two figures.
        Ratio = "ratio",
        /// What was reached against what was to be reached.
        Target = "target",
        /// From, to and the stated change agree.
        Change = "change",
        /// A figure stated twice agrees.
        Total = "total",
        /// A rank is not beyond the number ranked.
        Rank = "rank",
    }
}

vocabulary! {
    /// How a check came out.
    Status {
        /// The figures agree.
        Consistent = "consistent",
        /// They do not.
        Inconsistent = "inconsistent",
    }
}

vocabulary! {
    /// What is odd in a text, though it does not claim otherwise.
    FindingKind {
        /// A number in a sequence of headings that repeats, skips or goes back.
        Numbering = "numbering",
        /// A table that was flattened into lines.
        Table = "table",
        /// Figures that one would expect to agree, and that do not, where the text does not say that they must.
        Figures = "figures",
        /// Another report that begins in the same text.
        Further = "further",
    }
}

vocabulary! {
    /// Which rule named a figure.
    NameRule {
        /// The words before the number.
        Before = "before",
        /// The words behind the number.
        Behind = "behind",
        /// The words before and behind it.
        Around = "around",
        /// The name of the figure that it touches: 10件12人.
        Joined = "joined",
        /// The name of a figure or clause before it.
        Borrowed = "borrowed",
        /// The words before the bracket it stands in.
        Bracket = "bracket",
        /// Its share of the words that 分别 divides.
        Respectively = "respectively",
        /// One of several things that a value is said of.
        Both = "both",
        /// The name of the figure that a change began with.
        Change = "change",
        /// The name of the figure that it is compared with.
        Comparison = "comparison",
        /// The name of the composition it is a member of.
        Composition = "composition",
        /// The label of its row and the head of its column.
        Table = "table",
        /// No words were found: it is called as it is printed.
        Quote = "quote",
    }
}

vocabulary! {
    /// Which rule told what a figure belongs to.
    LinkRule {
        /// It stands in a bracket behind the whole.
        Bracket = "bracket",
        /// Its name is what is told about things counted: 总投资, 面积.
        Attribute = "attribute",
        /// It is the target of what was reached.
        Target = "target",
        /// It is a rate, a growth or a rank of the figure before it.
        Relative = "relative",
        /// It touches the figure before it, or is what that came to.
        Joined = "joined",
        /// It stands behind 其中.
        Among = "among",
        /// It is what became of the things counted before.
        Outcome = "outcome",
        /// It and its neighbours add up to the whole.
        Sum = "sum",
        /// It is what is left of the whole: 其余4项.
        Remainder = "remainder",
        /// It and its neighbours have each a share of the whole of the sentence before.
        Shared = "shared",
        /// It counts the things over a threshold.
        Threshold = "threshold",
        /// 分别 refers it back.
        Respectively = "respectively",
        /// It is what the figure is compared with.
        Comparison = "comparison",
        /// It stands in the same row of a table.
        Table = "table",
    }
}

/// Why a figure was read as it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Why {
    /// Which rule named it.
    pub name: NameRule,
    /// Which rule told what it belongs to.
    pub link: Option<LinkRule>,
    /// The number with the words that say how exact it is: 约…左右.
    pub extent: Span,
    /// The words that say the time.
    pub period: Option<Span>,
    /// Whether the section or the sentence speaks of what is to be done.
    pub planned: bool,
}

/// A section of the outline: a numbered heading or point, and what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The section that holds it; an index into [`Report::sections`].
    pub parent: Option<usize>,
    /// 1 for the top level.
    pub depth: usize,
    /// The number as printed, with its punctuation: `一、`, `（二）`, `一是`. Empty where another report begins in the same text, whose
    /// title heads its sections.
    pub marker: Span,
    /// The words of the heading, without marker and closing punctuation.
    pub title: Option<Span>,
    /// How the text begins, where the point has no heading of its own.
    pub lead: Span,
    /// The statutory part it tells, by its title.
    pub part: Option<Part>,
    /// The whole section: from its marker to the next section of the same or a smaller depth.
    pub span: Span,
    /// Marker and title.
    pub heading: Span,
}

/// A figure: a quantity that the report states, and what it says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// The innermost section that holds it; an index into [`Report::sections`].
    pub section: Option<usize>,
    /// What is measured.
    pub indicator: String,
    /// In the base unit, 万 and 亿 multiplied out; of a range the upper end.
    pub value: Decimal,
    /// Of a range the lower end.
    pub low: Option<Decimal>,
    /// The multiplier as printed: 万, 亿, 万亿, 千, 百.
    pub scale: Option<String>,
    /// The base unit.
    pub unit: Option<String>,
    /// What dimension it has.
    pub kind: Kind,
    /// What it is to the report.
    pub role: Role,
    /// How exact it is.
    pub qualifier: Qualifier,
    /// Which way a change went.
    pub direction: Option<Direction>,
    /// The time it is said of, as printed.
    pub period: Option<String>,
    /// The figure it belongs to; an index into [`Report::metrics`]. Set together with `relation`.
    pub of: Option<usize>,
    /// How it belongs to that figure.
    pub relation: Option<Relation>,
    /// How sure the reading is, 0 to 1.
    pub confidence: f32,
    /// From the first digit to the end of the unit; its words are the quote.
    pub span: Span,
    /// The sentence that holds it.
    pub sentence: Span,
    /// Why it was read so.
    pub why: Why,
}

/// A numeral with what it counts, before it is judged to be a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the first digit to the end of the unit.
    pub span: Span,
    /// In the base unit; of a range the upper end.
    pub value: Decimal,
    /// Of a range the lower end.
    pub low: Option<Decimal>,
    /// The base unit.
    pub unit: Option<String>,
    /// What dimension it has; none for a bare number.
    pub kind: Option<Kind>,
    /// How exact it is.
    pub qualifier: Qualifier,
}

/// A numeral that is no figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skipped {
    /// Where it stands.
    pub span: Span,
    /// Why it is none.
    pub reason: Reason,
}

/// A relation that the text claims between figures, proved or refuted.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What was compared.
    pub kind: CheckKind,
    /// How it came out.
    pub status: Status,
    /// The figures compared; indices into [`Report::metrics`].
    pub metrics: Vec<usize>,
    /// What was compared, with the sum.
    pub message: Verdict,
    /// The words that make the claim.
    pub span: Span,
}

/// Something odd in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is odd.
    pub kind: FindingKind,
    /// Where.
    pub span: Span,
    /// What is odd about it.
    pub message: Verdict,
}

/// A place that tells a statutory part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartPlace {
    /// The section whose heading tells it, or that holds the sentence.
    pub section: Option<usize>,
    /// The heading or sentence.
    pub span: Span,
}

/// The statutory parts of an annual report on law-based government, each with the places that tell it. An empty one is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts([Vec<PartPlace>; Part::ALL.len()]);

impl Index<Part> for Parts {
    type Output = Vec<PartPlace>;

    fn index(&self, part: Part) -> &Vec<PartPlace> {
        &self.0[part as usize]
    }
}

impl IndexMut<Part> for Parts {
    fn index_mut(&mut self, part: Part) -> &mut Vec<PartPlace> {
        &mut self.0[part as usize]
    }
}

/// The reading of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What sort of document it is.
    pub genre: Genre,
    /// The title, white space between its lines taken out.
    pub title: Option<String>,
    /// Where the title stands.
    pub title_span: Option<Span>,
    /// The body that reports.
    pub issuer: Option<String>,
    /// The year reported on.
    pub year: Option<i32>,
    /// The day of publication, else of the signature: `2023-01-09`.
    pub published: Option<String>,
    /// The text before the first section that is neither title nor noise.
    pub preamble: Vec<Span>,
    /// In reading order; `parent` and `depth` make the tree.
    pub sections: Vec<Section>,
    /// In reading order.
    pub metrics: Vec<Metric>,
    /// Every numeral that is no metric, in reading order.
    pub skipped: Vec<Skipped>,
    /// In the order of their spans.
    pub checks: Vec<Check>,
    /// In the order of their spans.
    pub findings: Vec<Finding>,
    /// The statutory parts; only for [`Genre::LawBasedGovernment`].
    pub parts: Option<Parts>,
    /// Page furniture, in reading order; disjoint.
    pub noise: Vec<Span>,
}
