//! A second measure of a thing whose first was told right before it: 水稻面积8万亩、产量4万吨.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{Place, attributes, naming, verbs};
use crate::metric::figure::Figure;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, NameRule};

impl Reader<'_> {
    /// Names second measures by their thing: 稻谷面积8万亩，产量4万吨; 生猪存栏12万头，增长2%，出栏21万头; and fines where several things have
    /// them: 食堂案件16件、罚没3万元，超市案件9件、罚没2万元.
    pub(in crate::metric) fn name_second_measures(&self, figures: &mut [Figure], first: usize) {
        let chars = &self.passage.chars;
        let second = |index: usize| self.before_second(figures, first, index).map(|before| (index, before));
        let seconds: Vec<(usize, usize)> = (first + 1..figures.len()).filter_map(second).collect();
        let names: Vec<Cow<[char]>> = seconds.iter().map(|&(index, _)| figures[index].letters(chars)).collect();
        for (&(index, before), name) in seconds.iter().zip(&names) {
            let several = || names.iter().filter(|other| *other == name).count() > 1;
            let before = &figures[before];
            let thing = thing(&before.letters(chars)).filter(|_| !is_paid(before, &figures[index]) || several());
            if let Some(thing) = thing.map(|thing| before.name[thing].to_vec()) {
                // 生猪出栏12万头；年末存栏21万头
                let stock = stock_length(&figures[index].letters(chars));
                figures[index].name.splice(stock..stock, thing);
            }
        }
    }

    /// The figure behind which another follows with no more for its name than what is told of things. What a link tells of things that
    /// were counted needs no longer name: 产业项目12个、总投资26亿元.
    fn before_second(&self, figures: &[Figure], first: usize, index: usize) -> Option<usize> {
        const SHORT: usize = 4;
        let chars = &self.passage.chars;
        let place = first + figures[first..index].iter().rposition(|figure| !figure.is_relative())?;
        let (before, figure) = (&figures[place], &figures[index]);
        let own = |figure: &Figure| figure.name_rule == NameRule::Before && !figure.is_relative();
        let listed = figure.words.listed && place + 1 == index;
        let stock = stock_length(&figure.letters(chars));
        let opens = || {
            let mark = figure.name.first().and_then(|&name| chars[..name].last());
            mark.is_some_and(|&mark| mark == ',' || mark == ';' && stock > 0)
        };
        if !((listed || opens()) && own(figure) && own(before)) {
            return None;
        }
        let name = figure.letters(chars);
        let told = attributes().tail(&name).unwrap_or(0);
        let measured = before.kind == Kind::Area && figure.kind == Kind::Mass && told == name.len();
        let paid = listed && is_paid(before, figure) && told == 0 && name.len() <= SHORT;
        // 生猪存栏12万头、出栏21万头
        let twin = || before.kind == figure.kind && is_twin(&name[stock..], &before.letters(chars));
        (measured || paid || twin()).then_some(place)
    }
}

/// The length of 年末 and the like at the head of a name.
fn stock_length(name: &[char]) -> usize {
    if matches!(name, ['年' | '期', '末' | '初' | '底', _, _, ..]) { 2 } else { 0 }
}

/// Whether money is told of what was counted.
fn is_paid(counted: &Figure, money: &Figure) -> bool {
    counted.kind == Kind::Count && money.kind == Kind::Money
}

/// Whether a name is one measure, and another name ends or begins with another of one thing: 出栏 beside 生猪存栏 or 存栏生猪.
fn is_twin(name: &[char], other: &[char]) -> bool {
    let twins = naming(Place::Twin);
    let told = |is: bool, same: bool| is && !same;
    twins.is(name)
        && (told(twins.ends(other), other.ends_with(name)) || told(twins.begins(other), other.starts_with(name)))
}

/// The thing in the name of its first measure: 生猪 of 生猪存栏, 水稻 of 种植水稻面积, 水库 of 水库养殖面积, 餐饮案件 of 查处餐饮案件.
fn thing(name: &[char]) -> Option<Range<usize>> {
    let twin = naming(Place::Twin).tail(name);
    // 存栏生猪
    if let Some(head) = naming(Place::Twin).head(name).filter(|&head| head + 1 < name.len()) {
        return Some(head..name.len());
    }
    let told = attributes().tail(name).max(twin).unwrap_or(0);
    let end = name.len() - told;
    let done = naming(Place::Nominal).before(name, end).filter(|_| told > 0).unwrap_or(0);
    let start = verbs().compound_at(name, 0).unwrap_or(0);
    let place = matches!(name.get(start..end - done), Some(['全' | '我' | '本', _]));
    let least = if told > 0 { 1 } else { 2 };
    (start + least <= end - done && !place).then_some(start..end - done)
}
