//! What a list says once of all that it measures: 汽车产量9万辆，电池3亿只; 第一产业增加值3亿元，第二产业5亿元; 主要产品产量：水泥9万吨，钢材8万吨.

use crate::language::{Measure, Place, Tie, attributes, naming, ties, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, NameRule};
use crate::text::is_han;

/// How long 面积 is.
const AREA: usize = 2;

impl Reader<'_> {
    /// Names the members of lists by what is measured of the first of them, or of all before a colon.
    pub fn share_measures(&self, figures: &mut [Figure]) {
        let mut measure: Vec<usize> = Vec::new();
        let (mut last, mut headed) = (0, false);
        for index in 0..figures.len() {
            let figure = &figures[index];
            // 产量9万吨，增长3%；…: what is told of a member parts no list.
            if figure.is_relative() && figure.link.is_some_and(|link| link.0 == last) {
                continue;
            }
            if let Some(head) = self.measure_before(figure) {
                headed = !head.is_empty();
                measure = head;
            } else if figure.sentence != figures[last].sentence {
                measure.clear();
            }
            let lacks = !measure.is_empty() && self.is_bare_thing(figure, &measure);
            if lacks && (headed || self.is_measured_alike(&figures[last], figure, &measure)) {
                figures[index].name.extend_from_slice(&measure);
            } else {
                let own = measure_of(&figure.letters(&self.passage.chars));
                let named = figure.name_rule == NameRule::Before && !figure.is_relative() && own < figure.name.len();
                measure = figure.name[if named { figure.name.len() - own } else { figure.name.len() }..].to_vec();
                headed = false;
            }
            last = index;
        }
    }

    /// Names what is told of schools and the like by these, where no link tells it: 普通高中28所，招生1.3万人，在校生3.9万人.
    pub fn share_owners(&self, figures: &mut [Figure]) {
        let chars = &self.passage.chars;
        let is_owner = |figure: &Figure| self.quantity(figure).unit.as_deref() == Some("所");
        let mut owner: Vec<usize> = Vec::new();
        for index in 0..figures.len() {
            let figure = &figures[index];
            if figure.is_relative() {
                continue;
            }
            if index == 0 || figure.sentence != figures[index - 1].sentence {
                owner.clear();
            }
            let letters = figure.letters(chars);
            let counted = figure.kind == Kind::Count && figure.name_rule == NameRule::Before;
            let lacks = counted && figure.link.is_none() && naming(Place::Twin).is(&letters);
            // 全市共有在校生4万人: those of all of them.
            if lacks && naming(Place::Overall).is_in(&figure.lead) {
                owner.clear();
            } else if lacks {
                figures[index].name.splice(..0, owner.iter().copied());
            } else if counted && is_owner(figure) {
                let place = if matches!(letters[..], ['全' | '我' | '本', _, _, _, ..]) { 2 } else { 0 };
                // 拥有技工学校2所: the owner is a noun without its verb.
                let start = verbs().compound_at(&letters, place).map_or(place, |length| place + length);
                let taught = naming(Place::School).ends(&letters[start..]);
                // 初中28所、小学96所，在校生3.9万人: those of all of them.
                let several =
                    index > 0 && figures[index - 1].sentence == figure.sentence && is_owner(&figures[index - 1]);
                owner = if several || !taught { Vec::new() } else { figure.name[start..].to_vec() };
            } else if !self.quantity(figure).counts_people() {
                owner.clear();
            }
        }
    }

    /// What is measured, where a list opens with a figure behind a colon; empty where the words before the colon tell of no measure.
    fn measure_before(&self, figure: &Figure) -> Option<Vec<usize>> {
        let chars = &self.passage.chars;
        let colon = figure.words.left.first()?.checked_sub(1).filter(|&at| chars[at] == ':')?;
        let head = self.clause_before(colon + 1, figure.sentence.start);
        let letters = letters_of(chars, &head);
        // 水果总产量26万吨，其中：柑橘15万吨
        if naming(Place::Head).is(&letters) {
            return None;
        }
        let end = letters.strip_suffix(&['情', '况']).unwrap_or(&letters).len();
        let length = measure_of(&letters[..end]);
        Some(head[end - length..end].to_vec())
    }

    /// Whether a figure is named by no more than a noun that tells of no measure.
    fn is_bare_thing(&self, figure: &Figure, measure: &[usize]) -> bool {
        let letters = figure.letters(&self.passage.chars);
        let noun =
            letters.len() > 1 && letters.iter().all(|&letter| is_han(letter)) && figure.name == figure.words.left;
        let rate = ties(Tie::Degree).ends(&letters) || ties(Tie::Number).ends(&letters);
        let told = attributes().ends(&letters) || ties(Tie::Harmed).is(&letters);
        // 库存1万吨，外运煤炭20万吨: what is done with a thing, and what there is of it, is measured for itself.
        let told = told || predicate::is_told_otherwise(&letters);
        let told = told || naming(Place::Twin).ends(&letters) || rate;
        // 粮食播种面积56万亩，耕地12万亩: nothing but 面积 alone is told of land.
        let land = naming(Place::Land).ends(&letters) && measure.len() > AREA;
        noun && !told && !land && figure.name_rule == NameRule::Before && !figure.is_relative()
    }

    /// Whether a figure tells of another thing what the one before it told: outputs do so where they are counted or weighed, and
    /// money and people where the things are of one sort, 第一产业 and 第二产业.
    fn is_measured_alike(&self, before: &Figure, figure: &Figure, measure: &[usize]) -> bool {
        let chars = &self.passage.chars;
        let (one, other) = (self.quantity(before), self.quantity(figure));
        let owner = before.name.len().saturating_sub(measure.len());
        let sort = owner > 0 && chars[before.name[owner - 1]] == chars[figure.name[figure.name.len() - 1]];
        let held = other.counts_people() || other.is_counted_in(Measure::Firm) || figure.kind == Kind::Money;
        let output = figure.kind != Kind::Count || measure.last().is_some_and(|&last| chars[last] == '量');
        before.kind == figure.kind && if held { sort && one.unit == other.unit } else { output }
    }
}

/// How many characters at the end of a name say what is measured: 增加值, 种植面积, 人均可支配收入; 0 where they only say that it is a number.
fn measure_of(letters: &[char]) -> usize {
    let told = attributes().tail(letters).max(naming(Place::Twin).tail(letters)).unwrap_or(0);
    let end = letters.len() - told;
    let done = naming(Place::Nominal).before(letters, end).unwrap_or(0);
    let start = (1..end).find(|&at| ties(Tie::Mean).is_at(letters, at)).unwrap_or(end - done);
    if told == 0 || ties(Tie::Number).is(&letters[start..]) { 0 } else { letters.len() - start }
}
