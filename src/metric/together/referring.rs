//! Of which of the figures before them values tell that stand one after another: 分别增长25%、22%.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::{Place, Sense, naming, senses, verbs};
use crate::metric::clause;
use crate::metric::figure::words::letters_of;
use crate::metric::figure::{Figure, direction};
use crate::metric::name::{self, coordination};
use crate::metric::period::Period;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, LinkRule, NameRule, Relation, Role};

impl Reader<'_> {
    /// `…700万人次，…63亿元，分别增长25%、22%`: the values speak of the figures, or the things, before them in the same order.
    pub(super) fn refer_back(
        &self,
        figures: &mut [Figure],
        first: usize,
        run: Range<usize>,
        verb: &[usize],
        periods: &[Period],
    ) {
        if self.refer_to_clause(figures, run.clone(), verb, periods, true) {
            return;
        }
        let values = Values::new(self, figures, first, run.clone());
        let roots = values.amounts();
        if let Some(things) = values.things(&roots) {
            for index in run {
                refer(&mut figures[index], things, verb.to_vec());
            }
            return;
        }
        let roots = values.without_parts(roots);
        let roots = values.rates_of_points(roots);
        let roots = values.all_alike(roots);
        if let Some((rate, names)) = values.compared(verb) {
            for (index, name) in run.zip(names) {
                refer(&mut figures[index], rate, name);
            }
            return;
        }
        let roots = values.ranked_growth(roots);
        let roots = values.of_one_measure(roots);
        let roots = values.of_money(roots);
        let count = run.len();
        if roots.len() >= count && figures[run.start].is_relative() {
            return self.refer_to(figures, &roots[roots.len() - count..], run, verb, periods);
        }
        if self.refer_to_founded(figures, &roots, run.clone()) {
            return;
        }
        if !self.refer_to_parted(figures, first, run.clone(), verb) {
            self.refer_to_clause(figures, run, verb, periods, false);
        }
    }

    /// Each value tells of its own figure before.
    fn refer_to(&self, figures: &mut [Figure], roots: &[usize], run: Range<usize>, verb: &[usize], periods: &[Period]) {
        let (chars, start) = (&self.passage.chars, run.start);
        for (&root, index) in roots.iter().zip(run) {
            let left = name::left(chars, periods, &figures[index].words.left);
            let verb = if index > start && !left.is_empty() { &left } else { verb };
            let name = if verb.is_empty() { figures[root].name.clone() } else { verb.to_vec() };
            refer(&mut figures[index], root, name);
            figures[index].apart = figures[root].apart.clone();
            figures[index].direction =
                figures[index].direction.or(direction::change(&letters_of(chars, verb)).map(|change| change.0));
        }
    }

    /// 新增企业14家、合作社3家，总数分别达到97家和26家: what there are of each in all. Whether it is so.
    fn refer_to_founded(&self, figures: &mut [Figure], roots: &[usize], run: Range<usize>) -> bool {
        let (chars, count) = (&self.passage.chars, run.len());
        let Some(roots) = roots.len().checked_sub(count).map(|from| &roots[from..]) else { return false };
        let unit = |index: usize| &self.quantity(&figures[index]).unit;
        if count < 2 || !roots.iter().zip(run.clone()).all(|(&root, index)| unit(root) == unit(index)) {
            return false;
        }
        for (&root, index) in roots.iter().zip(run) {
            figures[index].name = without_founding(chars, &figures[root].name).to_vec();
            figures[index].name_rule = NameRule::Respectively;
        }
        true
    }

    /// 甲、乙产值分别增长12%和9%，占比分别为14%、23%: as many have been told apart right before. Whether it is so.
    fn refer_to_parted(&self, figures: &mut [Figure], first: usize, run: Range<usize>, verb: &[usize]) -> bool {
        let (chars, count) = (&self.passage.chars, run.len());
        let parted: Vec<Vec<usize>> = figures[run.start.saturating_sub(count).max(first)..run.start]
            .iter()
            .filter(|figure| figure.name_rule == NameRule::Respectively && figure.link.is_none())
            .map(|figure| {
                // 三次产业占比重分别为5%、40%、55%, what is told next is told of them too.
                let thing = name::subject_of_change(chars, &figure.name);
                let share = thing.iter().position(|&at| chars[at] == '占').filter(|&at| at > 1);
                thing[..share.unwrap_or(thing.len())].to_vec()
            })
            .collect();
        if parted.len() != count {
            return false;
        }
        for (index, thing) in run.zip(parted) {
            figures[index].name = [&thing, verb].concat();
            figures[index].apart = figures[index - count].apart.clone();
            figures[index].name_rule = NameRule::Respectively;
        }
        true
    }

    /// As many things are named in the clause before, if it must be, with how fast they grew. Whether it is so.
    fn refer_to_clause(
        &self,
        figures: &mut [Figure],
        run: Range<usize>,
        verb: &[usize],
        periods: &[Period],
        paced: bool,
    ) -> bool {
        let chars = &self.passage.chars;
        let start = self.quantity(&figures[run.start]).extent.start;
        let before = self.clause_before(start, figures[run.start].sentence.start);
        // 甲、乙两大产业面积合计48万亩，分别为30万亩和18万亩: what they make together is no name of each.
        let last = run.start.checked_sub(1).map(|last| &self.quantity(&figures[last]).range);
        let total = last.filter(|last| before.last() == Some(&(last.end - 1)) && before.contains(&last.start));
        let words = total.map_or(before.len(), |total| before.partition_point(|&at| at < total.start));
        let mut subject = name::left(chars, periods, &before[..words]);
        subject.truncate(without_trend(chars, &subject));
        let counted = self.counted_in(figures, run.start, &before);
        let as_many = counted.len() == run.len();
        // 甲、乙两个车站增幅较大，分别达24%和22%
        let grown = direction::paces(&letters_of(chars, &subject)).filter(|_| figures[run.start].kind == Kind::Ratio);
        if paced && (grown.is_none() || as_many) {
            return false;
        }
        let names = if as_many { counted } else { coordination::divide_into(chars, &subject, run.len()) };
        if names.len() != run.len() {
            return false;
        }
        if let Some(things) = run.start.checked_sub(1).filter(|_| grown.is_some()) {
            self.without_pace(&mut figures[things]);
        }
        for (index, mut name) in run.zip(names) {
            name.extend_from_slice(verb);
            figures[index].name = name;
            figures[index].name_rule = NameRule::Respectively;
            if let Some(direction) = grown {
                figures[index].kind = Kind::Growth;
                figures[index].direction = figures[index].direction.or(Some(direction));
            }
        }
        true
    }

    /// 两个车站增幅较大: how fast they grew is no name of the things.
    fn without_pace(&self, things: &mut Figure) {
        let letters = letters_of(&self.passage.chars, &things.name);
        let pace = (1..letters.len()).find(|&at| senses(Sense::Pace).is_at(&letters, at));
        if things.kind == Kind::Count {
            things.name.truncate(pace.unwrap_or(letters.len()));
        }
    }

    /// 新发展合作社42家、家庭农场68家，总数分别达到612家和486家: what is counted in the words, without what says that it was added.
    fn counted_in(&self, figures: &[Figure], end: usize, words: &[usize]) -> Vec<Vec<usize>> {
        let inside = |figure: &&Figure| words.contains(&self.quantity(figure).range.start);
        let new = |figure: &Figure| {
            let letters = figure.letters(&self.passage.chars);
            let length = naming(Place::Founding).head(&letters).unwrap_or(0);
            figure.name[length.min(figure.name.len())..].to_vec()
        };
        let sentence = &figures[end].sentence;
        let before = figures[..end].iter().rev().take_while(|figure| figure.sentence == *sentence);
        let mut names: Vec<Vec<usize>> = before.filter(inside).map(new).collect();
        names.reverse();
        names
    }
}

/// A name without the words at its head that say that the things are new: 新增企业, 培育合作社.
fn without_founding<'a>(chars: &[char], name: &'a [usize]) -> &'a [usize] {
    let letters = letters_of(chars, name);
    let new = verbs().head(&letters).filter(|_| letters.first() == Some(&'新'));
    let length = naming(Place::Founding).head(&letters).or(new).unwrap_or(0);
    &name[length..]
}

/// Makes a value tell of another figure.
fn refer(figure: &mut Figure, root: usize, name: Vec<usize>) {
    figure.link = Some((root, Relation::Attribute));
    figure.link_rule = Some(LinkRule::Respectively);
    figure.name_rule = NameRule::Respectively;
    figure.name = name;
}

/// Where words end that name several things, before what the clause says of how they went: 采矿业、制造业增势良好.
fn without_trend(chars: &[char], words: &[usize]) -> usize {
    const SHORTEST: usize = 2;
    let letters = letters_of(chars, words);
    let last = letters.iter().rposition(|&letter| letter == '、').map_or(0, |at| at + 1);
    // 事故起数、死亡人数“双下降”: nor is a saying that they all moved so.
    let saying = |at: usize| {
        letters[at] == '“'
            && letters.ends_with(&['”'])
            && [Sense::Up, Sense::Down].iter().any(|&way| senses(way).is_in(&letters[at..]))
    };
    let tells = |&at: &usize| naming(Place::Trend).is_at(&letters, at) || saying(at);
    (last + SHORTEST..letters.len()).find(tells).unwrap_or(letters.len())
}

/// Values that stand one after another, and the figures of the sentence before them.
struct Values<'v> {
    reader: &'v Reader<'v>,
    figures: &'v [Figure],
    /// Where the sentence begins.
    first: usize,
    /// The values.
    run: Range<usize>,
    /// Whether what brackets hold is spoken of too.
    brackets: bool,
}

impl<'v> Values<'v> {
    fn new(reader: &'v Reader<'v>, figures: &'v [Figure], first: usize, run: Range<usize>) -> Self {
        let count = run.len();
        let mut values = Self { reader, figures, first, run, brackets: false };
        // 案件46宗，涉及土地312亩（耕地86亩），分别下降2%、3%: what a bracket before holds is not spoken of where enough stands outside.
        let outside =
            values.before().filter(|&index| !values.is_relative(index) && !values.is_bracketed(index)).count();
        values.brackets = outside < count;
        values
    }

    /// The figures before the values.
    fn before(&self) -> Range<usize> {
        self.first..self.run.start
    }

    /// Those of them that may be spoken of.
    fn told(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.before()
            .filter(|&index| self.figures[index].role != Role::Baseline && (self.brackets || !self.is_bracketed(index)))
    }

    /// The kind of the values.
    fn kind(&self) -> Kind {
        self.figures[self.run.start].kind
    }

    /// The unit of a figure.
    fn unit(&self, index: usize) -> Option<&str> {
        self.reader.quantity(&self.figures[index]).unit.as_deref()
    }

    /// Whether a figure stands in a bracket that ends before the values.
    fn is_bracketed(&self, index: usize) -> bool {
        let start = |index: usize| self.reader.quantity(&self.figures[index]).range.start;
        let bracket = clause::bracket_around(self.reader.enclosures, start(index));
        bracket.is_some_and(|bracket| bracket.end <= start(self.run.start))
    }

    /// Whether a figure tells something of another.
    fn is_relative(&self, index: usize) -> bool {
        // 同比减少23批166人次: both are by how much it changed.
        let joined = self.figures[index].words.joined && index > 0 && self.figures[index - 1].increment;
        joined || self.figures[index].is_relative()
    }

    /// Whether a figure says of another how it is or has grown.
    fn is_rate(&self, index: usize) -> bool {
        matches!(self.figures[index].kind, Kind::Ratio | Kind::Growth)
    }

    /// The amounts before the values.
    fn amounts(&self) -> Vec<usize> {
        self.told().filter(|&index| !self.is_relative(index)).collect()
    }

    /// 重点项目3个，总投资8600万元，进度分别为75%、60%、45%: each of those that were counted has its own.
    fn things(&self, roots: &[usize]) -> Option<usize> {
        let count = self.run.len();
        let as_many = |&index: &usize| {
            let quantity = self.reader.quantity(&self.figures[index]);
            self.figures[index].kind == Kind::Count && quantity.value == Decimal::from(count)
        };
        roots.iter().copied().rev().find(as_many).filter(|_| count > 2 && self.kind() == Kind::Ratio)
    }

    /// 办理公证418件，其中甲类402件、乙类16件，收费38万元，分别增长12%和9%: nor are parts spoken of where enough else stands before.
    fn without_parts(&self, roots: Vec<usize>) -> Vec<usize> {
        let plain: Vec<usize> = roots.iter().copied().filter(|&index| !self.is_part(index)).collect();
        let beyond = roots.last().is_some_and(|&last| !self.is_part(last));
        if beyond && roots.len() > self.run.len() && plain.len() == self.run.len() { plain } else { roots }
    }

    /// Whether 其中 opens the list that a figure stands in.
    fn is_part(&self, index: usize) -> bool {
        let chars = &self.reader.passage.chars;
        let opens = |index: usize| {
            let left = &self.figures[index].words.left;
            left.windows(2).any(|pair| chars[pair[0]] == '其' && chars[pair[1]] == '中')
        };
        // 其中酒驾863起、醉驾147起，发生事故42起: a verb begins what is told of next.
        let acts = |at: usize| verbs().begins(&letters_of(chars, &self.figures[at].name));
        let beside = |at: usize| {
            let alike = self.unit(at) == self.unit(at + 1) && (acts(at) || !acts(at + 1));
            self.figures[at + 1].words.listed || alike
        };
        (self.first..=index).rev().take_while(|&at| at == index || beside(at)).any(opens)
    }

    /// 普及率98%，处理率95%，分别提高2.1、5.6个百分点
    fn rates_of_points(&self, roots: Vec<usize>) -> Vec<usize> {
        if self.kind() != Kind::Points {
            return roots;
        }
        let rates: Vec<usize> = self.told().filter(|&index| self.is_rate(index)).collect();
        if rates.len() >= self.run.len() { rates } else { roots }
    }

    /// 绿地率38%，人均绿地14平方米，分别提高0.5个百分点和0.3平方米: rates and amounts alike.
    fn all_alike(&self, roots: Vec<usize>) -> Vec<usize> {
        let (all, count): (Vec<usize>, usize) = (self.told().collect(), self.run.len());
        if roots.len() < count && all.len() == count && self.kind() == Kind::Points {
            return all;
        }
        let Some(last) = all.len().checked_sub(count).map(|from| &all[from..]) else { return roots };
        // So it is where more was told before, if each is of the sort of its own.
        // 受理86件，办结率95%，分别上升6%、1.2个百分点: rates rise by points, and amounts grow.
        let fits = |(&root, index): (&usize, usize)| match self.figures[index].kind {
            Kind::Points => self.is_rate(root),
            Kind::Growth => !self.is_relative(root),
            _ => self.unit(root) == self.unit(index),
        };
        let mixed = self.run.clone().any(|index| self.unit(index) != self.unit(self.run.start));
        if mixed && last.iter().zip(self.run.clone()).all(fits) { last.to_vec() } else { roots }
    }

    /// 增长8.6%，分别高于全省、全市1.2和0.8个百分点: as many are compared with. The rate, and how each is called.
    fn compared(&self, verb: &[usize]) -> Option<(usize, Vec<Vec<usize>>)> {
        if self.kind() != Kind::Points {
            return None;
        }
        let chars = &self.reader.passage.chars;
        let against = coordination::divide(chars, verb);
        if against.len() != self.run.len() {
            return None;
        }
        let at = against[0].iter().position(|&at| matches!(chars[at], '于' | '比' | '较'))?;
        let rate = self.told().rev().find(|&index| self.is_rate(index))?;
        let lead = &against[0][..=at];
        let name = |place: &Vec<usize>| [lead, place.strip_prefix(lead).unwrap_or(place)].concat();
        Some((rate, against.iter().map(name).collect()))
    }

    /// 分别增长6%、5%，分别居全省第二、第七: what is ranked may be growth.
    fn ranked_growth(&self, roots: Vec<usize>) -> Vec<usize> {
        if roots.len() >= self.run.len() || self.kind() != Kind::Rank {
            return roots;
        }
        self.told().filter(|&index| self.figures[index].kind == Kind::Growth).collect()
    }

    /// 来信86件、来访132批426人次，分别下降2%、3%: what is told in two measures is one thing.
    fn of_one_measure(&self, roots: Vec<usize>) -> Vec<usize> {
        let alone = |&index: &usize| !self.figures[index].words.joined || self.unit(index) == self.unit(index - 1);
        let plain: Vec<usize> = roots.iter().copied().filter(alone).collect();
        // 126批286人次，其中集体访8批112人次，分别下降5%和3%: where all are told so, it is the two measures of the last.
        let start = self.run.start;
        let all_joined = plain.iter().all(|&index| index + 1 < start && self.figures[index + 1].words.joined);
        // 来信52件；来访143批1079人次，同比减少23批166人次，分别下降14%和13%
        let joined = |last: usize| self.figures[last].words.joined && self.is_relative(last);
        let changed = start.checked_sub(1).is_some_and(joined);
        let fits = roots.len() > self.run.len() && plain.len() == self.run.len();
        if fits && !all_joined && !changed { plain } else { roots }
    }

    /// 投资2项1860万元、债券3项2.1亿元，分别占12%和16%: shares are of the money.
    fn of_money(&self, roots: Vec<usize>) -> Vec<usize> {
        if self.kind() != Kind::Ratio || roots.len() <= self.run.len() {
            return roots;
        }
        let money: Vec<usize> =
            roots.iter().copied().filter(|&index| self.figures[index].kind == Kind::Money).collect();
        if money.len() == self.run.len() { money } else { roots }
    }
}
