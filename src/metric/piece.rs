//! One piece of text, no longer than a paragraph and within one section, read for its figures.

use std::ops::Range;

use super::clause;
use super::enclosure::Enclosures;
use super::figure::{self, Figure};
use super::judge::Scene;
use super::name;
use super::numeral;
use super::period::{self, Period};
use super::quantity::{self, Quantity};
use super::relation::Linker;
use super::{Ledger, skip};
use crate::language::{Sense, senses};
use crate::report::{Kind, Metric, Qualifier, Reason, Relation, Role, Span};
use crate::text::Passage;

/// One piece of text and where it stands.
pub struct Piece<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The piece.
    pub span: Span,
    /// The furniture of the text.
    pub noise: &'a [Span],
    /// The innermost section.
    pub section: Option<usize>,
    /// Whether the section tells what is to be done.
    pub planned: bool,
    /// The year reported on.
    pub year: Option<i32>,
    /// The heading of the section, if it begins in the piece.
    pub heading: Option<Span>,
    /// The marker of the section, if it begins in the piece.
    pub marker: Option<Span>,
}

impl Piece<'_> {
    /// Adds the figures and the other numerals of the piece to the ledger.
    pub fn read(&self, ledger: &mut Ledger) {
        let passage = Passage::new(self.text, self.span, self.noise);
        let quantities = quantity::read(&passage);
        let enclosures = Enclosures::new(&passage.chars);
        let scene = Scene { passage: &passage, enclosures: &enclosures, quantities: &quantities };
        let mut stated = Vec::new();
        let mut told = 0;
        for (index, quantity) in quantities.iter().enumerate() {
            skip_words(&passage, told..quantity.range.start, ledger);
            told = quantity.range.end;
            let span = passage.span(quantity.numeral.range.start, quantity.numeral.range.end);
            let in_marker = self.marker.is_some_and(|marker| marker.overlaps(span));
            let reason = if in_marker { Some(Reason::Marker) } else { scene.reason(index) };
            match reason {
                Some(reason) => {
                    ledger.skipped.push(skip(passage.span(quantity.range.start, quantity.range.end), reason))
                }
                None => stated.push(index),
            }
        }
        skip_words(&passage, told..passage.len(), ledger);
        if stated.is_empty() {
            return;
        }
        // A figure is not cut in two, wherever a heading is said to end.
        let whole =
            |cut: &usize| !quantities.iter().any(|quantity| quantity.range.start < *cut && *cut < quantity.range.end);
        let ends = [self.marker, self.heading].into_iter().flatten().map(|span| passage.index(span.end));
        let cuts: Vec<usize> = ends.filter(whole).collect();
        let sentences = clause::sentences(&passage, &enclosures, &cuts);
        let reader = Reader { piece: self, passage: &passage, enclosures: &enclosures, quantities: &quantities };
        let mut figures = reader.figures(&sentences, &stated);
        Linker { passage: &passage, enclosures: &enclosures, quantities: &quantities }.link(&mut figures);
        let base = ledger.metrics.len();
        let metrics = figures.iter().map(|figure| reader.metric(figure, base));
        ledger.metrics.extend(metrics);
    }
}

impl Piece<'_> {
    /// Adds the numerals of a table to the ledger, all but those of the cells that were read back.
    pub fn skip_table(&self, cells: &[Metric], ledger: &mut Ledger) {
        let passage = Passage::new(self.text, self.span, self.noise);
        let mut told = 0;
        for quantity in quantity::read(&passage) {
            skip_words(&passage, told..quantity.range.start, ledger);
            told = quantity.range.end;
            let span = passage.span(quantity.range.start, quantity.range.end);
            if cells.iter().any(|cell| cell.span.overlaps(span)) {
                continue;
            }
            let in_marker = self.marker.is_some_and(|marker| marker.overlaps(span));
            ledger.skipped.push(skip(span, if in_marker { Reason::Marker } else { Reason::Table }));
        }
        skip_words(&passage, told..passage.len(), ledger);
    }
}

/// Skips the characters of numerals that stand in a word and make no number: 千 of a bare 千瓦.
fn skip_words(passage: &Passage, range: Range<usize>, ledger: &mut Ledger) {
    for at in range.filter(|&at| numeral::begins(passage.chars[at])) {
        ledger.skipped.push(skip(passage.span(at, at + 1), Reason::Word));
    }
}

/// Reads the figures of one piece.
struct Reader<'a> {
    piece: &'a Piece<'a>,
    passage: &'a Passage,
    enclosures: &'a Enclosures,
    quantities: &'a [Quantity],
}

impl Reader<'_> {
    fn figures(&self, sentences: &[Range<usize>], stated: &[usize]) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        let mut carried: Option<Range<usize>> = None;
        let mut next = 0;
        for sentence in sentences {
            let first = next;
            while next < stated.len() && self.quantities[stated[next]].range.start < sentence.end {
                next += 1;
            }
            let periods = period::find(self.passage, self.enclosures, sentence.clone());
            if first < next {
                self.sentence(&mut figures, sentence, &stated[first..next], &periods, carried.as_ref());
            }
            if let Some(period) = periods.iter().rev().find(|period| !period.compared && !period.local) {
                carried = Some(period.range.clone());
            }
        }
        figures
    }

    /// Reads one sentence.
    fn sentence(
        &self,
        figures: &mut Vec<Figure>,
        sentence: &Range<usize>,
        stated: &[usize],
        periods: &[Period],
        carried: Option<&Range<usize>>,
    ) {
        let chars = &self.passage.chars;
        let words = clause::words(self.passage, self.enclosures, self.quantities, stated, sentence);
        let opening = &chars[sentence.start..sentence.end.min(sentence.start + 24)];
        let planned = self.piece.planned || senses(Sense::Plan).is_in(opening);
        let mut aimed = false;
        let first = figures.len();
        for (&index, words) in stated.iter().zip(words) {
            let quantity = &self.quantities[index];
            let lead: Vec<char> = words.left.iter().map(|&index| chars[index]).collect();
            let name = name::find(self.passage, periods, quantity, &words);
            let kind = match figure::kind(quantity, &lead) {
                Some(kind) => kind,
                None if quantity.ordinal => Kind::Rank,
                None => Kind::Index,
            };
            let start = quantity.range.start;
            let said = |period: &&Period| {
                let holds = !period.local
                    || !chars[period.range.end..start].iter().any(|character| matches!(character, ',' | ';'));
                !period.compared && period.range.end <= start && holds
            };
            let period = periods.iter().take_while(|period| period.range.end <= start).filter(said).last();
            let mut figure = Figure {
                quantity: index,
                sentence: sentence.clone(),
                name,
                kind,
                role: Role::Actual,
                qualifier: quantity.qualifier,
                direction: figure::change(&lead).map(|(direction, _)| direction),
                period: period.map(|period| period.range.clone()).or(carried.cloned()),
                link: None,
                increment: is_increment(&lead)
                    && !matches!(quantity.kind, Some(Kind::Ratio | Kind::Multiple | Kind::Points)),
                borrowed: false,
                words,
            };
            aimed |= senses(Sense::Aim).is_in(&lead);
            figure.role = self.role(&figure, planned || aimed);
            let timed = |index: &usize| periods.iter().any(|period| period.range.contains(index));
            if figure.kind == Kind::Multiple && figure.name.iter().all(timed) {
                figure.name.clear();
            }
            self.compare(&mut figure, periods);
            figures.push(figure);
        }
        self.compositions(figures, first);
        self.changes(figures, first, periods);
        self.compared(figures, first);
        self.respectively(figures, first, periods);
        self.borrow_names(figures, first, sentence, periods);
        self.said_of_both(figures, first);
    }

    /// What the figure is to the report, by its own words.
    fn role(&self, figure: &Figure, planned: bool) -> Role {
        let chars = &self.passage.chars;
        let quantity = &self.quantities[figure.quantity];
        let lead = figure.lead(chars);
        let behind: Vec<char> = figure.words.right.iter().take(8).map(|&index| chars[index]).collect();
        let bound = quantity.qualifier == Qualifier::AtMost;
        let under_control = lead.windows(2).any(|pair| pair == ['控', '制']);
        if bound && (figure.kind == Kind::Duration && !lead.ends_with(&['至']) || under_control) {
            return Role::Limit;
        }
        let task =
            behind.windows(2).any(|pair| pair == ['任', '务'] || pair == ['目', '标']) && behind.first() == Some(&'的');
        let done = lead.contains(&'已') || lead.windows(2).any(|pair| pair == ['今', '年'] || pair == ['目', '前']);
        let done = done || figure.period.as_ref().is_some_and(|period| matches!(&chars[period.clone()], ['目', '前']));
        let later = figure.period.as_ref().is_some_and(|period| self.is_later(period));
        let measured = lead.iter().any(|&character| matches!(character, '超' | '占'))
            || lead.windows(2).any(|pair| pair == ['完', '成']);
        if figure.is_relative() && measured && !planned {
            return Role::Actual;
        }
        let past = figure
            .period
            .as_ref()
            .and_then(|period| self.year_of(period))
            .is_some_and(|year| Some(year) <= self.piece.year);
        if planned && !done && !past
            || later
            || task
            || senses(Sense::Target).is_in(&lead) && !senses(Sense::Settled).is_in(&lead)
        {
            return Role::Target;
        }
        Role::Actual
    }

    /// Whether a period begins with a year after the one reported on.
    fn is_later(&self, period: &Range<usize>) -> bool {
        let year = self.year_of(period).zip(self.piece.year);
        year.is_some_and(|(year, reported)| year > reported && year < reported + 30)
    }

    /// The year that a period begins with.
    fn year_of(&self, period: &Range<usize>) -> Option<i32> {
        let digits: String = self.passage.chars[period.clone()].iter().take_while(|c| c.is_ascii_digit()).collect();
        digits.parse().ok().filter(|year| (1900..2200).contains(year))
    }

    /// `较2019年（4.81万人次）`, `去年22件`: a figure right behind the time that is compared with is where a change began.
    fn compare(&self, figure: &mut Figure, periods: &[Period]) {
        let start = self.quantities[figure.quantity].extent.start;
        let chars = &self.passage.chars;
        let touches = |period: &&Period| {
            let between = chars.get(period.range.end..start).unwrap_or(&['x']);
            period.compared
                && period.range.end <= start
                && matches!(between, [] | ['的'] | ['('] | ['同', '期'] | ['同', '期', '的'])
        };
        let changes = |period: &Period| {
            period.range.start.checked_sub(1).is_some_and(|before| matches!(chars[before], '由' | '从'))
        };
        if figure.is_relative() {
            return;
        }
        if let Some(period) = periods.iter().find(touches).filter(|period| !changes(period)) {
            figure.role = Role::Baseline;
            figure.period = Some(period.range.clone());
            figure.name.clear();
        }
    }

    /// `3.9∶59.5∶36.6`: every number is called like the first.
    fn compositions(&self, figures: &mut [Figure], first: usize) {
        for index in first + 1..figures.len() {
            let (before, quantity) =
                (&self.quantities[figures[index - 1].quantity], &self.quantities[figures[index].quantity]);
            if before.composition && quantity.composition && before.range.end + 1 == quantity.range.start {
                figures[index].name = figures[index - 1].name.clone();
                figures[index].role = figures[index - 1].role;
            }
        }
    }

    /// `（4.81、3.27万人次）` behind a time that is compared with: the values speak of the figures before them in the same order.
    fn compared(&self, figures: &mut [Figure], first: usize) {
        let mut start = first;
        while start < figures.len() {
            if !(figures[start].role == Role::Baseline && figures[start].name.is_empty()) {
                start += 1;
                continue;
            }
            let mut end = start + 1;
            while end < figures.len() && figures[end].words.follows && self.only_links(&figures[end]) {
                figures[end].role = Role::Baseline;
                figures[end].period = figures[start].period.clone();
                figures[end].name.clear();
                end += 1;
            }
            for index in start..end {
                let unit = &self.quantities[figures[index].quantity].unit;
                let behind =
                    (index..end).filter(|&other| self.quantities[figures[other].quantity].unit == *unit).count();
                let mut akin = (0..start).rev().filter(|&other| {
                    self.quantities[figures[other].quantity].unit == *unit && figures[other].role != Role::Baseline
                });
                if let Some(root) = akin.nth(behind - 1) {
                    figures[index].name = figures[root].name.clone();
                    figures[index].link = Some((root, Relation::Attribute));
                }
            }
            start = end;
        }
    }

    /// Whether nothing but a link stands between a figure and the one before it.
    fn only_links(&self, figure: &Figure) -> bool {
        figure.words.left.is_empty()
    }

    /// `由100天缩短至30天`: the first is where the change began, the second is called like the first.
    fn changes(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        for index in first..figures.len().saturating_sub(1) {
            let length = self.composition_length(figures, index);
            if index + length >= figures.len() {
                break;
            }
            let (from, to) = (&figures[index], &figures[index + length]);
            let began = periods
                .iter()
                .rev()
                .find(|period| period.compared && figures[index].words.left.contains(&period.range.start));
            let began = began.map(|period| period.range.clone());
            let (from_quantity, to_quantity) = (&self.quantities[from.quantity], &self.quantities[to.quantity]);
            let begins = begins_change(&from.lead(chars))
                || senses(Sense::From).before(chars, from_quantity.extent.start).is_some();
            let same = from_quantity.kind == to_quantity.kind && from_quantity.unit == to_quantity.unit;
            let end = self.quantities[figures[index + length - 1].quantity].range.end;
            let Some(between) = chars.get(end..to_quantity.extent.start) else { continue };
            let ends = between.iter().any(|character| matches!(character, '至' | '到' | '为' | '成'));
            let near = between.len() <= 24 && !between.iter().any(|character| matches!(character, '。' | ';'));
            if !(begins && same && ends && near) {
                continue;
            }
            let direction = if to_quantity.value >= from_quantity.value {
                crate::report::Direction::Up
            } else {
                crate::report::Direction::Down
            };
            let name = without_beginning(chars, &from.name);
            for step in 0..length.min(figures.len() - index - length) {
                figures[index + step].role = Role::Baseline;
                if let Some(period) = &began {
                    figures[index + step].period = Some(period.clone());
                }
                if !name.is_empty() {
                    figures[index + step].name = name.clone();
                    figures[index + length + step].name = name.clone();
                }
            }
            if length == 1 {
                figures[index + 1].direction = Some(direction);
            }
        }
    }

    /// How many numbers the composition has that begins at a figure; 1 where none does.
    fn composition_length(&self, figures: &[Figure], index: usize) -> usize {
        let quantity = |index: usize| &self.quantities[figures[index].quantity];
        let linked = |at: &usize| {
            quantity(*at).composition
                && quantity(*at - 1).composition
                && quantity(*at - 1).range.end + 1 == quantity(*at).range.start
        };
        1 + (index + 1..figures.len()).take_while(linked).count()
    }

    /// `甲、乙分别增长25%、22%`: each value with its own name.
    fn respectively(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let chars = &self.passage.chars;
        let mut start = first;
        while start < figures.len() {
            let left = figures[start].words.left.clone();
            let letters: Vec<char> = left.iter().map(|&index| chars[index]).collect();
            let Some(at) = letters.windows(2).rposition(|pair| pair == ['分', '别']) else {
                start += 1;
                continue;
            };
            let mut end = start + 1;
            while end < figures.len()
                && figures[end].words.follows
                && name::left(chars, periods, &figures[end].words.left).is_empty()
            {
                end += 1;
            }
            let count = end - start;
            let (kind, direction) = (figures[start].kind, figures[start].direction);
            let unit = self.quantities[figures[start].quantity].unit.clone();
            for figure in &mut figures[start + 1..end] {
                if self.quantities[figure.quantity].unit == unit {
                    figure.kind = kind;
                    figure.direction = figure.direction.or(direction);
                }
            }
            let mut subject = name::left(chars, periods, &left[..at]);
            let mut verb = name::left(chars, periods, &left[at + 2..]);
            // 事故、死亡人数同比分别下降: 同比 belongs to what happened.
            let compared = subject.len().saturating_sub(2);
            if matches!(letters_of(chars, &subject[compared..])[..], ['同' | '环', '比']) {
                verb = [subject.split_off(compared), verb].concat();
            }
            let names = if subject.is_empty() { Vec::new() } else { name::divide(chars, &subject) };
            if names.len() >= count {
                let skipped = names.len() - count;
                for (figure, mut name) in figures[start..end].iter_mut().zip(names.into_iter().skip(skipped)) {
                    name.extend_from_slice(&verb);
                    figure.name = name;
                }
            } else if count > 1 {
                self.refer_back(figures, first, start..end, &verb, periods);
                if !subject.is_empty() {
                    for figure in &mut figures[start..end] {
                        figure.name = [subject.clone(), verb.clone()].concat();
                    }
                }
            }
            start = end;
        }
    }

    /// `…700万人次，…63亿元，分别增长25%、22%`: the values speak of the figures, or the things, before them in the same order.
    fn refer_back(&self, figures: &mut [Figure], first: usize, run: Range<usize>, verb: &[usize], periods: &[Period]) {
        let count = run.len();
        let chars = &self.passage.chars;
        let roots: Vec<usize> = (first..run.start)
            .filter(|&index| !figures[index].is_relative() && figures[index].role != Role::Baseline)
            .collect();
        if roots.len() >= count && figures[run.start].is_relative() {
            for (&root, index) in roots[roots.len() - count..].iter().zip(run) {
                figures[index].link = Some((root, Relation::Attribute));
                figures[index].name = if verb.is_empty() { figures[root].name.clone() } else { verb.to_vec() };
                figures[index].direction =
                    figures[index].direction.or(figure::change(&letters_of(chars, verb)).map(|change| change.0));
            }
            return;
        }
        let start = self.quantities[figures[run.start].quantity].extent.start;
        let before = self.clause_before(start, figures[run.start].sentence.start);
        let names = name::divide(chars, &name::left(chars, periods, &before));
        if names.len() == count {
            for (index, mut name) in run.zip(names) {
                name.extend_from_slice(verb);
                figures[index].name = name;
            }
        }
    }

    /// The words of the clause before the one that holds `start`.
    fn clause_before(&self, start: usize, floor: usize) -> Vec<usize> {
        let chars = &self.passage.chars;
        let ends = |index: &usize| matches!(chars[*index], ',' | ';' | ':' | '。');
        let Some(end) = (floor..start).rev().find(ends) else { return Vec::new() };
        let begin = (floor..end).rev().find(ends).map_or(floor, |index| index + 1);
        (begin..end).collect()
    }

    /// Gives a figure with no words of its own the name of what stands before it.
    fn borrow_names(&self, figures: &mut [Figure], first: usize, sentence: &Range<usize>, periods: &[Period]) {
        let chars = &self.passage.chars;
        self.names_before_brackets(figures, first, periods);
        for index in first..figures.len() {
            if !figures[index].name.is_empty() {
                continue;
            }
            let kind = figures[index].kind;
            let joined = figures[index].words.joined;
            let before = index.checked_sub(1).filter(|&before| before >= first);
            let akin = before
                .filter(|&before| joined || figures[before].kind == kind || figures[index].role == Role::Baseline);
            let name = if let Some(before) = akin {
                let name = figures[before].name.clone();
                if figures[before].is_relative() && !figures[index].is_relative() {
                    name::subject_of_change(chars, &name)
                } else {
                    name
                }
            } else {
                let start = self.quantities[figures[index].quantity].extent.start;
                let clause = self.clause_before(start, sentence.start);
                match before.filter(|&before| clause.contains(&self.quantities[figures[before].quantity].range.start)) {
                    Some(before) => figures[before].name.clone(),
                    None => name::left(chars, periods, &clause),
                }
            };
            let name = if name.is_empty() {
                before.map(|before| figures[before].name.clone()).unwrap_or_default()
            } else {
                name
            };
            figures[index].name = name;
            figures[index].borrowed = true;
        }
    }

    /// `城市、农村低保对象（0.92、4.15万人）`: figures alone in a bracket are called what stands before it, in the same order.
    fn names_before_brackets(&self, figures: &mut [Figure], first: usize, periods: &[Period]) {
        let mut start = first;
        while start < figures.len() {
            let at = self.quantities[figures[start].quantity].range.start;
            let bracket = clause::bracket_around(self.enclosures, at)
                .filter(|bracket| bracket.start >= figures[start].sentence.start);
            let Some(bracket) = bracket.filter(|_| figures[start].name.is_empty()) else {
                start += 1;
                continue;
            };
            let inside = |figure: &Figure| {
                figure.name.is_empty() && bracket.contains(&self.quantities[figure.quantity].range.start)
            };
            let end = start + figures[start..].iter().take_while(|figure| inside(figure)).count();
            let before =
                clause::words_before(self.passage, self.enclosures, bracket.start, figures[start].sentence.start);
            let subject = name::left(&self.passage.chars, periods, &before);
            let names = name::divide(&self.passage.chars, &subject);
            for (position, figure) in figures[start..end].iter_mut().enumerate() {
                figure.name = if names.len() == end - start { names[position].clone() } else { subject.clone() };
            }
            start = end.max(start + 1);
        }
    }

    /// `参考率和合格率均达100%`: one value said of two things makes two figures.
    fn said_of_both(&self, figures: &mut Vec<Figure>, first: usize) {
        let chars = &self.passage.chars;
        let mut index = first;
        while index < figures.len() {
            let figure = &figures[index];
            let lead = figure.lead(chars);
            let alike = lead.iter().any(|&character| matches!(character, '均' | '都'));
            let parts = if figure.kind == Kind::Ratio && !figure.borrowed {
                name::divide(chars, &figure.name)
            } else {
                Vec::new()
            };
            let rates = parts
                .iter()
                .all(|part| part.last().is_some_and(|&last| matches!(chars[last], '率' | '比' | '例' | '度')));
            let linked = figure.name.iter().any(|&index| matches!(chars[index], '和' | '与' | '及'));
            if parts.len() > 1 && rates && (alike || linked) {
                let copies: Vec<Figure> = parts.into_iter().map(|name| Figure { name, ..figure.clone() }).collect();
                let count = copies.len();
                figures.splice(index..=index, copies);
                index += count;
            } else {
                index += 1;
            }
        }
    }

    /// The figure as the report has it.
    fn metric(&self, figure: &Figure, base: usize) -> Metric {
        let quantity = &self.quantities[figure.quantity];
        let span = self.passage.span(quantity.range.start, quantity.range.end);
        let mut indicator: String = name_words(self.piece.text, self.passage, &figure.name);
        if indicator.is_empty() {
            indicator = span.of(self.piece.text).to_owned();
        }
        Metric {
            section: self.piece.section,
            indicator,
            value: quantity.value.normalize(),
            low: quantity.low,
            scale: quantity.scale.clone(),
            unit: quantity.unit.clone(),
            kind: figure.kind,
            role: figure.role,
            qualifier: figure.qualifier,
            direction: figure.direction,
            period: figure.period.as_ref().map(|period| self.passage.words(self.piece.text, period.start, period.end)),
            of: figure.link.map(|(whole, _)| base + whole),
            relation: figure.link.map(|(_, relation)| relation),
            confidence: if figure.borrowed { 0.7 } else { 0.9 },
            span,
            sentence: self.passage.span(figure.sentence.start, figure.sentence.end),
        }
    }
}

/// Whether the words before a figure say by how much something changed against another time: 同比增加, 比2005年增加.
fn is_increment(lead: &[char]) -> bool {
    let compared = lead.windows(2).any(|pair| matches!(pair, ['同', '比'] | ['环', '比']))
        || lead.iter().any(|&character| matches!(character, '比' | '较')) && lead.contains(&'年');
    let changed = ["增加", "减少", "增长", "下降", "上升", "提高", "降低", "增加了", "减少了", "下降了", "增长了"];
    let amount = changed.iter().any(|word| lead.ends_with(&word.chars().collect::<Vec<_>>()));
    (compared || amount) && figure::change(lead).is_some_and(|(_, level)| !level)
}

/// Whether the words before a figure end in where a change began: 由2005年的, 从十年前的.
fn begins_change(lead: &[char]) -> bool {
    const LONGEST: usize = 10;
    let Some(at) = lead.iter().rposition(|&character| matches!(character, '由' | '从')) else { return false };
    let since = &lead[at + 1..];
    since.is_empty()
        || since[0] == '每'
        || since.len() <= LONGEST
            && since.ends_with(&['的'])
            && since.iter().any(|&character| matches!(character, '年' | '前' | '月' | '初' | '原'))
}

/// `合作社由十年前`: without what a change began with.
fn without_beginning(chars: &[char], name: &[usize]) -> Vec<usize> {
    let end =
        name.iter().rposition(|&index| matches!(chars[index], '由' | '从')).filter(|&at| at > 0).unwrap_or(name.len());
    name[..end].to_vec()
}

fn letters_of(chars: &[char], indices: &[usize]) -> Vec<char> {
    indices.iter().map(|&index| chars[index]).collect()
}

/// The words of a name as printed.
fn name_words(text: &str, passage: &Passage, name: &[usize]) -> String {
    let mut words = String::new();
    for run in name.chunk_by(|one, next| one + 1 == *next) {
        words.push_str(&passage.words(text, run[0], run[run.len() - 1] + 1));
    }
    words
}
