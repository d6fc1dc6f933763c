//! The figures as the checks need them: what each may stand for, and the words around it.

use rust_decimal::{Decimal, RoundingStrategy};
use rustc_hash::FxHashMap;

use super::interval::Interval;
use crate::exact::Exact;
use crate::language::{Measure, standard};
use crate::report::{Check, CheckKind, Kind, Metric, Qualifier, Relation, Span, Status};
use crate::text::{Depth, HAN, Letters, Mark, Passage, stretches};
use crate::verdict::Verdict;

/// How many bytes of words between two figures are looked at.
const REACH: usize = 900;

/// How many forms back the one of a figure is sought: few reports print their figures in more.
const FORMS: usize = 12;

/// Few numerals are longer.
const LONGEST_NUMERAL: usize = 16;

/// The form a figure is printed in: most of a report share a few.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Form {
    /// What one of its numeral is worth in the base unit: 10000 for 万.
    scale: Decimal,
    /// What its last digit is worth; 0 where it was counted and stands for itself.
    step: Decimal,
}

/// A figure as it is printed.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    value: Decimal,
    form: Form,
}

impl Printed {
    /// What it may stand for.
    pub fn interval(self) -> Interval {
        // What cannot be held was not taken for printed.
        Interval::printed(self.value, self.form.step).unwrap_or(Interval::exactly(self.value))
    }

    /// What it may stand for where it is told as finely as another beside it: 10亿元 beside 12.5亿元 is 10.0亿元.
    pub fn as_fine_as(self, other: Self) -> Interval {
        let step = self.form.step.min(other.form.step);
        Interval::printed(self.value, step).unwrap_or(Interval::exactly(self.value))
    }

    /// What one of its numeral is worth in the base unit: 10000 for 万.
    pub fn scale(self) -> Decimal {
        self.form.scale
    }
}

/// The figures of a report and the text they stand in.
pub struct Sheet<'a> {
    /// In reading order.
    pub metrics: &'a [Metric],
    /// The year reported on.
    pub year: Option<i32>,
    text: &'a str,
    noise: &'a [Span],
    letters: Letters,
    /// The characters of all names, one after the other, and where each ends.
    names: (Vec<char>, Vec<usize>),
    restated: &'a [usize],
    forms: Vec<Form>,
    /// For each figure its form; none where it says a range.
    form_of: Vec<Option<u32>>,
    /// The units of the report, each under its one name.
    units: Vec<&'a str>,
    /// For each figure its unit: the tables are asked once, the checks often.
    unit_of: Vec<Option<u32>>,
}

impl<'a> Sheet<'a> {
    /// The sheet of these figures; the value of the `restated` is another than is printed.
    pub fn new(
        text: &'a str,
        noise: &'a [Span],
        metrics: &'a [Metric],
        restated: &'a [usize],
        year: Option<i32>,
    ) -> Self {
        let form_of = Vec::with_capacity(metrics.len());
        let (units, unit_of) = units(metrics);
        let (letters, names, forms) = (Letters::new(text, noise), names(metrics), Vec::new());
        let mut sheet = Self { metrics, year, text, noise, letters, names, restated, forms, form_of, units, unit_of };
        for (index, metric) in metrics.iter().enumerate() {
            let form = form(metric, &sheet.as_printed(index)).map(|form| sheet.number_of(form));
            sheet.form_of.push(form);
        }
        sheet
    }

    /// The number of a form.
    fn number_of(&mut self, form: Form) -> u32 {
        let late = self.forms.len().saturating_sub(FORMS);
        let known = self.forms[late..].iter().rposition(|known| *known == form);
        let number = known.map_or(self.forms.len(), |at| late + at);
        if number == self.forms.len() {
            self.forms.push(form);
        }
        number as u32
    }

    /// How a figure is printed; nothing where it says a range, or does not say it exactly.
    pub fn exact(&self, index: usize) -> Option<Printed> {
        let exact = self.metrics.get(index)?.qualifier == Qualifier::Exact;
        self.printed(index).filter(|_| exact)
    }

    /// How a figure is printed, be it exact or not; nothing where it says a range.
    pub fn printed(&self, index: usize) -> Option<Printed> {
        let form = (*self.form_of.get(index)?)?;
        Some(Printed { value: self.metrics[index].value, form: self.forms[form as usize] })
    }

    /// The numeral of a figure that is printed: `1,200.5` is `1200.5`.
    pub fn numeral(&self, index: usize) -> String {
        let numeral = self.as_printed(index);
        // 三百件 is counted; 三成 is about so much.
        match Decimal::from_str_exact(&numeral) {
            Ok(_) => numeral,
            Err(_) => self.metrics[index].value.normalize().to_string(),
        }
    }

    /// How many digits the numeral of a figure that is printed has, but for the zeros at its ends.
    pub fn digits(&self, index: usize) -> usize {
        self.numeral(index).trim_matches(['0', '.']).chars().filter(char::is_ascii_digit).count()
    }

    /// The numeral of a figure in Arabic digits, as far as it is printed in them, or would be for a value that was restated.
    fn as_printed(&self, index: usize) -> String {
        let metric = &self.metrics[index];
        if self.restated.contains(&index) {
            return restate(metric);
        }
        let quote = self.each_letter(metric.span).skip_while(|&letter| letter == '第');
        let mut numeral = String::with_capacity(LONGEST_NUMERAL);
        numeral.extend(quote.take_while(|&letter| is_numeric(letter)).filter(|&letter| letter != ','));
        numeral.truncate(numeral.trim_end_matches(['.', '-']).len());
        numeral
    }

    /// The characters of what a figure is called.
    pub fn name(&self, index: usize) -> &[char] {
        let (letters, ends) = &self.names;
        let start = index.checked_sub(1).map_or(0, |before| ends[before]);
        &letters[start..ends[index]]
    }

    /// The characters of a stretch of text, folded, without white space and noise.
    pub fn letters(&self, span: Span) -> &[char] {
        self.letters.of(span)
    }

    /// The same, one after the other.
    pub fn each_letter(&self, span: Span) -> impl Iterator<Item = char> {
        self.letters(span).iter().copied()
    }

    /// A stretch of text, folded, without white space and noise.
    pub fn passage(&self, span: Span) -> Passage {
        Passage::new(self.text, span, self.noise)
    }

    /// A stretch of the text as it stands.
    pub fn raw(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The words between two figures; nothing if they are far apart or not in this order.
    pub fn between(&self, first: usize, second: usize) -> Option<&[char]> {
        self.gap(first, second).map(|gap| self.letters(gap))
    }

    /// Whether the figure right behind another stands first in a bracket that opens between them: 占干部的41%（干部210名）.
    pub fn opens_behind(&self, index: usize) -> bool {
        index + 1 < self.metrics.len()
            && self.between(index, index + 1).is_some_and(|words| words.first() == Some(&'('))
    }

    /// Whether the bracket that a figure stands in closes before another: what is told behind it is told of what stands before it.
    pub fn parted_by_bracket(&self, first: usize, second: usize) -> bool {
        let mut depth = Depth::of("()");
        self.gap(first, second).is_none_or(|gap| self.each_letter(gap).any(|letter| depth.read(letter) == Mark::Stray))
    }

    /// How many sentences end between two figures; nothing if they are far apart or not in this order.
    pub fn stops_between(&self, first: usize, second: usize) -> Option<usize> {
        let stops = |stretch: Span| stretch.of(self.text).matches('。').count();
        self.gap(first, second).map(|gap| stretches(gap, self.noise).map(stops).sum())
    }

    /// What stands between two figures; nothing if they are far apart or not in this order.
    pub fn gap(&self, first: usize, second: usize) -> Option<Span> {
        let (start, end) = (self.metrics[first].span.end, self.metrics[second].span.start);
        (start <= end && end - start <= REACH).then(|| Span::new(start, end))
    }

    /// The text up to a figure, about `count` characters long and not beyond its sentence or the figure before.
    pub fn lead(&self, index: usize, count: usize) -> Span {
        let end = self.metrics[index].span.start;
        let before = self.metrics[..index].last().map_or(0, |before| before.span.end);
        let floor = before.max(self.metrics[index].sentence.start).min(end);
        let mut start = end.saturating_sub(count * 3).max(floor);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        Span::new(start, end)
    }

    /// The characters of [`Self::lead`].
    pub fn ahead(&self, index: usize, count: usize) -> &[char] {
        self.letters(self.lead(index, count))
    }

    /// The character behind a figure.
    pub fn next_letter(&self, index: usize) -> Option<char> {
        self.letters(self.stretch(index, 1)).first().copied()
    }

    /// About `count` characters behind a figure.
    pub fn behind(&self, index: usize, count: usize) -> &[char] {
        self.letters(self.stretch(index, count))
    }

    /// The text from the end of a figure, about `count` characters long and not beyond its sentence.
    pub fn stretch(&self, index: usize, count: usize) -> Span {
        let start = self.metrics[index].span.end;
        let mut end = (start + count * 3).min(self.metrics[index].sentence.end.max(start));
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(start, end.max(start))
    }

    /// Whether two figures measure in the same unit.
    pub fn same_unit(&self, one: usize, other: usize) -> bool {
        self.metrics[one].kind == self.metrics[other].kind && self.unit(one) == self.unit(other)
    }

    /// The unit of a figure, under one name however it is printed.
    pub fn unit(&self, index: usize) -> Option<&'a str> {
        self.unit_of[index].map(|unit| self.units[unit as usize])
    }

    /// Whether two figures count the same: in one unit, or people by whatever measure word, as 446名 and 206人.
    pub fn same_measure(&self, one: usize, other: usize) -> bool {
        let people = |index: usize| Measure::Person.has(self.metrics[index].unit.as_deref());
        self.same_unit(one, other) || people(one) && people(other)
    }

    /// Whether two figures stand in the same sentence.
    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        self.metrics[one].sentence == self.metrics[other].sentence
    }

    /// Whether a figure stands for itself rather than telling something of another.
    pub fn is_amount(&self, index: usize) -> bool {
        self.metrics[index].kind.is_amount()
    }

    /// The figure that this one is a part of.
    pub fn whole_of(&self, index: usize) -> Option<usize> {
        let metric = &self.metrics[index];
        metric.of.filter(|_| metric.relation == Some(Relation::Part))
    }

    /// The figure that this one tells something of.
    pub fn subject_of(&self, index: usize) -> Option<usize> {
        let metric = &self.metrics[index];
        metric.of.filter(|_| metric.relation == Some(Relation::Attribute))
    }

    /// Whether these figures can be written as bare numbers: they share unit and scale.
    pub fn alike(&self, indices: &[usize]) -> bool {
        let scale = |index: usize| self.printed(index).map(Printed::scale);
        indices.windows(2).all(|pair| self.same_unit(pair[0], pair[1]) && scale(pair[0]) == scale(pair[1]))
    }

    /// A figure as it is printed: the number alone, or with its unit.
    pub fn show(&self, index: usize, bare: bool) -> String {
        match self.printed(index) {
            Some(_) if bare => self.numeral(index),
            _ => self.each_letter(self.metrics[index].span).collect(),
        }
    }

    /// Figures as terms of a sum: `57 + 6`.
    pub fn sum_of(&self, indices: &[usize], bare: bool) -> String {
        indices.iter().map(|&index| self.show(index, bare)).collect::<Vec<_>>().join(" + ")
    }

    /// One figure by another: `57 ÷ 64`.
    pub fn quotient_of(&self, one: usize, other: usize) -> String {
        let bare = self.alike(&[one, other]);
        format!("{} ÷ {}", self.show(one, bare), self.show(other, bare))
    }

    /// An amount written as this figure is: in its scale, and with its unit unless `bare`.
    pub fn show_as(&self, amount: Decimal, index: usize, bare: bool) -> String {
        let Some(printed) = self.printed(index) else { return amount.normalize().to_string() };
        let number = amount.over(printed.scale()).unwrap_or(amount).round_dp(4).normalize().to_string();
        let unit: String =
            self.each_letter(self.metrics[index].span).skip_while(|&letter| is_numeric(letter)).collect();
        if bare { number } else { number + &unit }
    }

    /// A number that was worked out, with the sign that goes before it: one digit more than the figure is printed with, rounded where it
    /// has more. 98.346% gets another digit: 98.35% beside 98.3% would look wrong.
    pub fn worked(&self, number: Decimal, like: usize) -> (char, Decimal) {
        let numeral = self.printed(like).map(|_| self.numeral(like)).unwrap_or_default();
        let digits = numeral.split_once('.').map_or(0, |(_, digits)| digits.len()) as u32;
        let round =
            |number: Decimal, digits| number.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        let misleads = round(round(number, digits + 1), digits) != round(number, digits);
        let rounded = round(number, digits + 1 + u32::from(misleads)).normalize();
        (if rounded == number { '=' } else { '≈' }, rounded)
    }

    /// Whether what was worked out agrees with the figure as stated: that it does, that it does not, or nothing where the digits
    /// printed are too few to tell, or where the figure says about or above and something else comes out.
    pub fn agrees(&self, range: Interval, number: Decimal, stated: usize) -> Option<bool> {
        let figure = self.printed(stated)?;
        let value = self.metrics[stated].value;
        let off = number.minus(value)?;
        let twentieth = value.abs().over(Decimal::from(20))?;
        let step = figure.interval().high().minus(value)?;
        let near = off.abs() <= step || off.abs() <= twentieth;
        match self.metrics[stated].qualifier {
            Qualifier::Exact if !range.meets(figure.interval()) => Some(false),
            Qualifier::Exact | Qualifier::About => near.then_some(true),
            Qualifier::Over | Qualifier::AtLeast => (near && range.high() >= value).then_some(true),
            Qualifier::AtMost => (near && range.low() <= value).then_some(true),
        }
    }

    /// A check of these figures that spans them all.
    pub fn check(&self, kind: CheckKind, agrees: bool, metrics: Vec<usize>, message: Verdict) -> Check {
        let spans = || metrics.iter().map(|&index| self.metrics[index].span);
        let start = spans().map(|span| span.start).min().unwrap_or_default();
        let end = spans().map(|span| span.end).max().unwrap_or_default();
        let status = if agrees { Status::Consistent } else { Status::Inconsistent };
        Check { kind, status, metrics, message, span: Span::new(start, end) }
    }
}

/// The characters of the names of these figures, one after the other, and where each ends.
fn names(metrics: &[Metric]) -> (Vec<char>, Vec<usize>) {
    let mut letters = Vec::with_capacity(metrics.iter().map(|metric| metric.indicator.len()).sum::<usize>() / HAN);
    let end = |metric: &Metric| {
        letters.extend(metric.indicator.chars());
        letters.len()
    };
    let ends = metrics.iter().map(end).collect();
    (letters, ends)
}

/// The units of these figures, each once and under its one name, and for each figure which of them is its own.
fn units(metrics: &[Metric]) -> (Vec<&str>, Vec<Option<u32>>) {
    let mut units = Vec::new();
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let mut number = |unit| {
        let name = standard(unit);
        *numbers.entry(name).or_insert_with(|| {
            units.push(name);
            units.len() as u32 - 1
        })
    };
    let unit_of = metrics.iter().map(|metric| metric.unit.as_deref().map(&mut number)).collect();
    (units, unit_of)
}

/// The form of a figure with this numeral; nothing where it says a range, or what it may stand for cannot be held.
fn form(metric: &Metric, numeral: &str) -> Option<Form> {
    if metric.low.is_some() {
        return None;
    }
    let counted = matches!(metric.kind, Kind::Count | Kind::Rank | Kind::Duration);
    let Ok(number) = Decimal::from_str_exact(numeral) else {
        return counted.then_some(Form { scale: Decimal::ONE, step: Decimal::ZERO });
    };
    let plain = number.is_zero() || number == metric.value;
    let scale = if plain { Decimal::ONE } else { metric.value.over(number)? };
    let whole = number.scale() == 0 && scale == Decimal::ONE;
    let step = if counted && whole { Decimal::ZERO } else { scale.times(Decimal::new(1, number.scale()))? };
    Interval::printed(metric.value, step).map(|_| Form { scale, step })
}

/// The numeral that would be printed for a value, with the multiplier that is.
fn restate(metric: &Metric) -> String {
    let multiplier = |letter: char| match letter {
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };
    let by: i64 = metric.scale.iter().flat_map(|scale| scale.chars()).map(multiplier).product();
    metric.value.over(Decimal::from(by)).unwrap_or(metric.value).normalize().to_string()
}

fn is_numeric(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-')
}

/// Whether `letters` begin with these words.
pub fn begins(letters: &[char], words: &str) -> bool {
    words.chars().enumerate().all(|(at, letter)| letters.get(at) == Some(&letter))
}

/// Whether two names share two characters in a row.
pub fn akin(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|name| name.chars().collect::<Vec<char>>());
    one.windows(2).any(|pair| other.windows(2).any(|known| known == pair))
}
