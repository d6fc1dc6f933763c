//! Those of the people or things counted before of whom something is told: 实有46名，具备专业背景的11名; and whom something reached.

use super::figure::Figure;
use super::kinship::shares_pair;
use super::relation::Linker;
use crate::language::{Place, Tie, naming, ties};
use crate::report::{Kind, Relation};

impl Linker<'_> {
    /// `在岗32人，持有执法证的达到27人`, `只有37人，中级以上职称9人`: part of the people or things counted right before.
    pub(super) fn those_who(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        if figure.kind != Kind::Count || figure.increment {
            return None;
        }
        let name = self.name(index);
        let qualified = self.of_people(figures, index) && ties(Tie::Quality).before(name, name.len()).is_some();
        if name.len() < 2 || !qualified && !ends_in_those(&figure.lead) {
            return None;
        }
        let whole = self.counted_before(figures, index).filter(|&whole| {
            let people = self.of_persons(figures, whole) && self.of_persons(figures, index);
            let alike = people || self.same_unit(figures, whole, index);
            alike && figures[whole].role == figure.role
        })?;
        let whole = figures[whole].link.filter(|link| link.1 == Relation::Part && self.is_one_of_those(figures, whole)).map_or(whole, |link| link.0);
        let value = |index| self.quantity(figures, index).value;
        (value(index) < value(whole) && !self.between(figures, whole, index).contains(&';')).then_some((whole, Relation::Part))
    }

    /// `实有137人，平均每所不足6人，取得执法证的只占58%`, `其中简易程序占93%`: a share of those counted before, where the words say who they are.
    pub(super) fn share_of_those(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        // 占到了
        const TAIL: usize = 3;
        let share = figure.lead.iter().rposition(|&letter| letter == '占').filter(|_| figure.kind == Kind::Ratio)?;
        let lead = figure.lead.get(..share).filter(|_| figure.lead.len() - share <= TAIL)?;
        let lead = without_tail(lead);
        let name = self.name(index);
        let aged = lead.ends_with(&['岁', '以', '下']) || lead.ends_with(&['岁', '以', '上']) || lead.ends_with(&['岁', '以', '上', '的']);
        let described = lead.ends_with(&['的']) || ties(Tie::Quality).before(lead, lead.len()).is_some();
        if name.len() < 2 || !aged && !described {
            return None;
        }
        let whole = Self::before(index)
            .take_while(|&other| figures[other].sentence == figure.sentence)
            .find(|&other| self.stands_for_people(figures, other))?;
        let whole = figures[whole].link.filter(|link| link.1 == Relation::Part && self.of_persons(figures, link.0)).map_or(whole, |link| link.0);
        Some((whole, Relation::Attribute))
    }

    /// `事故21起、死亡19人，其中甲类14起死亡13人`: of two numbers of a part the second is part of the second of the whole.
    pub(super) fn second_of_pair(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        const REACH: usize = 3;
        let figure = &figures[index];
        let first = index.checked_sub(1).filter(|&first| figures[first].sentence == figure.sentence)?;
        let (whole, _) = figures[first].link.filter(|link| link.1 == Relation::Part && link.0 < first)?;
        let touches = !self.between(figures, first, index).iter().any(|letter| matches!(letter, ',' | ';' | '。'));
        if figure.kind != Kind::Count || figure.increment || !touches || self.same_unit(figures, first, index) {
            return None;
        }
        let name = self.name(index);
        let second = |other: &usize| {
            figures[*other].sentence == figures[whole].sentence
                && !figures[*other].is_relative()
                && self.same_unit(figures, *other, index)
                && figures[*other].link.is_none_or(|link| link.1 == Relation::Attribute)
                && figures[*other].role == figure.role
                && (shares_pair(name, self.name(*other)) || name == self.name(first))
                && self.quantity(figures, *other).value >= self.quantity(figures, index).value
        };
        let mut behind = whole + 1..first.min(whole + 1 + REACH);
        behind.find(second).map(|second| (second, Relation::Part))
    }

    /// `开展演练320场，参演1.2万人`, `发放扶助金1.2亿元，惠及9万人`: whom something reached tells of what was done right before.
    pub(super) fn reached(&self, figures: &[Figure], index: usize) -> Option<(usize, Relation)> {
        let figure = &figures[index];
        let before = index.checked_sub(1).filter(|&before| figures[before].sentence == figure.sentence)?;
        let between = self.between(figures, before, index);
        if figure.is_relative() || between.contains(&';') {
            return None;
        }
        let says = |other: usize| ties(Tie::Reached).at(self.name(other), 0).is_some();
        let told = |other: usize| figures[other].link.filter(|link| link.1 == Relation::Attribute && says(other));
        let people = |other: usize| self.of_people(figures, other);
        // 惠及企业6731户、职工24.5万人
        if self.is_listed(figures, index) && people(index) && people(before) {
            return told(before);
        }
        let involves = matches!(self.name(index), ['涉', '及', _, ..]);
        if !says(index) || !people(index) && !involves || figure.kind == Kind::Money || self.is_listed(figures, index) {
            return None;
        }
        if let Some(link) = told(before) {
            return Some(link);
        }
        let unit = self.quantity(figures, before).unit.as_deref().unwrap_or_default();
        // 甲活动3场、乙活动5场，受众2万人: of which of them is not told.
        let several = self.is_listed(figures, before) && self.same_unit(figures, before - 1, before);
        let stands = !figures[before].is_relative()
            && !people(before)
            && matches!(figures[before].kind, Kind::Count | Kind::Money | Kind::Area | Kind::Length)
            && figures[before].role == figure.role;
        let material = !involves && ties(Tie::Material).before(&unit.chars().collect::<Vec<_>>(), unit.chars().count()).is_some();
        (stands && !several && !material).then_some((before, Relation::Attribute))
    }

    /// Whether a figure counts persons and is no mean.
    fn stands_for_people(&self, figures: &[Figure], index: usize) -> bool {
        let figure = &figures[index];
        let mean = ties(Tie::Mean).at(self.name(index), 0).is_some() || figure.lead.contains(&'每');
        figure.kind == Kind::Count && !figure.increment && !mean && self.of_persons(figures, index)
    }

    /// Whether a figure is told of some of those counted before.
    fn is_one_of_those(&self, figures: &[Figure], index: usize) -> bool {
        let name = self.name(index);
        ends_in_those(&figures[index].lead) || ties(Tie::Quality).before(name, name.len()).is_some()
    }

    /// The nearest figure before another in its sentence that stands for itself and is no mean.
    fn counted_before(&self, figures: &[Figure], index: usize) -> Option<usize> {
        let mean = |other: usize| ties(Tie::Mean).at(self.name(other), 0).is_some() || figures[other].lead.contains(&'每');
        Self::before(index)
            .take_while(|&other| figures[other].sentence == figures[index].sentence)
            .find(|&other| !figures[other].is_relative() && !mean(other))
    }

    /// Whether a figure counts persons: 32人, 46名.
    fn of_persons(&self, figures: &[Figure], index: usize) -> bool {
        matches!(self.quantity(figures, index).unit.as_deref(), Some("人" | "名" | "位" | "员"))
    }
}

/// Whether the words before a figure end in 的, as those do that say of whom or of which it is told: 取得资格的仅.
fn ends_in_those(lead: &[char]) -> bool {
    const SHORTEST: usize = 4;
    without_tail(lead).ends_with(&['的']) && lead.len() >= SHORTEST
}

/// The words before a figure without those that lead up to the number, but for 的 and 占.
fn without_tail(lead: &[char]) -> &[char] {
    let mut end = lead.len();
    while end > 0 && !matches!(lead[end - 1], '的' | '占') {
        match naming(Place::Tail).before(lead, end) {
            // 的达到
            Some((length, ())) if length <= end => end -= length,
            _ => break,
        }
    }
    &lead[..end]
}
