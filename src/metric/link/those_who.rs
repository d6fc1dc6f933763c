//! Those of the people or things counted before of whom something is told: 实有46名，具备专业背景的11名; and whom something reached.

use rust_decimal::Decimal;

use super::kinship::shares_pair;
use super::{Link, Linker};
use crate::exact::Exact;
use crate::language::{Measure, Place, Tie, measures, naming, standard, ties};
use crate::metric::clause;
use crate::report::{Kind, NameRule, Relation};

/// A rate with more digits behind the point is compared to this one.
const LEAST_DIGIT: u32 = 2;
/// So many characters open the parts of a whole: 其中.
const AMONG: usize = 2;

impl Linker<'_> {
    /// `在岗32人，持有执法证的达到27人`, `只有37人，中级以上职称9人`: part of the people or things counted right before.
    pub(super) fn those_who(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        if figure.kind != Kind::Count || figure.increment {
            return None;
        }
        let name = self.name(index);
        let qualified = self.of_people(index) && ties(Tie::Quality).ends(name);
        if name.len() < 2 || !qualified && !ends_in_those(&figure.lead) {
            return None;
        }
        let whole = self.counted_before(index).filter(|&whole| {
            let people = self.of_persons(whole) && self.of_persons(index);
            let alike = people || self.same_unit(whole, index);
            alike && self.figures[whole].role == figure.role
        })?;
        let whole = self.figures[whole]
            .link
            .filter(|link| link.1 == Relation::Part && self.is_one_of_those(whole))
            .map_or(whole, |link| link.0);
        (self.value(index) < self.value(whole) && !self.between(whole, index).contains(&';'))
            .then_some((whole, Relation::Part))
    }

    /// `实有137人，平均每所不足6人，取得执法证的只占58%`, `其中简易程序占93%`: a share of those counted before, where the words say who they are.
    pub(super) fn share_of_those(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        // 占到了
        const TAIL: usize = 3;
        let share = figure.lead.iter().rposition(|&letter| letter == '占').filter(|_| figure.kind == Kind::Ratio)?;
        let lead = figure.lead.get(..share).filter(|_| figure.lead.len() - share <= TAIL)?;
        let lead = without_tail(lead);
        let name = self.name(index);
        let start = self.quantity(index).range.start;
        let bracket = clause::bracket_around(self.enclosures, start);
        if let Some(opened) = self.opening(figure.sentence.start..start, bracket.as_ref())
            && start - opened <= figure.lead.len() + AMONG
            && name.len() > 1
            && let Some(whole) = Self::before(index).find(|&other| {
                self.figures[other].sentence == figure.sentence
                    && self.quantity(other).range.end <= opened
                    && !self.figures[other].is_relative()
            })
            && self.figures[whole].kind == Kind::Count
        {
            return Some((whole, Relation::Attribute));
        }
        let aged = lead.ends_with(&['岁', '以', '下'])
            || lead.ends_with(&['岁', '以', '上'])
            || lead.ends_with(&['岁', '以', '上', '的']);
        let described = lead.ends_with(&['的']) || ties(Tie::Quality).ends(lead);
        if name.len() < 2 || !aged && !described {
            return None;
        }
        let whole = self.in_sentence_before(index).find(|&other| self.stands_for_people(other))?;
        let whole = self.figures[whole]
            .link
            .filter(|link| link.1 == Relation::Part && self.of_persons(link.0))
            .map_or(whole, |link| link.0);
        Some((whole, Relation::Attribute))
    }

    /// `年末户籍人口47万人，…。0—17岁9万人、60岁及以上11万人`: those of an age are part of all people, told in this sentence or the one before.
    pub(super) fn of_age(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let name = self.name(index);
        let age = name.iter().position(|&letter| letter == '岁')?;
        let aged = name[0].is_ascii_digit();
        // 60岁以上老人 may be those whom something was done for.
        let rest = name[age + 1..].iter().all(|letter| matches!(letter, '及' | '以' | '上' | '下' | '人' | '口'));
        if !(aged && rest) || figure.kind != Kind::Count || figure.increment {
            return None;
        }
        let people = |&other: &usize| {
            let all = self.name(other);
            // 外来人口 are some of them already.
            let some = all.starts_with(&['外']) || all.starts_with(&['流', '动']);
            all.ends_with(&['人', '口']) && !some && !all.contains(&'岁') && self.same_unit(other, index)
        };
        let near = |other: &usize| self.figures[*other].sentence.end >= figure.sentence.start;
        let whole = Self::before(index).take_while(near).filter(people).find(|&other| {
            let whole = &self.figures[other];
            !whole.increment && whole.role == figure.role && whole.link.is_none_or(|link| link.1 != Relation::Part)
        });
        whole.filter(|&whole| self.value(index) < self.value(whole)).map(|whole| (whole, Relation::Part))
    }

    /// Things over a threshold are part of all the things: 项目93个，亿元以上项目46个.
    pub(super) fn over_threshold(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let name = self.name(index);
        if !ties(Tie::Bound).is_in(name) || figure.kind != Kind::Count {
            return None;
        }
        let noun = name.get(name.len().checked_sub(2)?..)?;
        let near = |other: &usize| self.figures[*other].sentence == figure.sentence;
        let all = |other: &usize| {
            let letters = self.name(*other);
            // 15—59岁人口 are others than 60岁及以上人口.
            let class = letters.iter().any(char::is_ascii_digit);
            let all = !class && letters.ends_with(noun) && !ties(Tie::Bound).is_in(letters);
            all && self.same_unit(*other, index)
        };
        let whole = Self::before(index).take_while(near).find(all)?;
        let whole = match self.figures[whole].link {
            Some((root, Relation::Part)) => root,
            _ => whole,
        };
        (self.value(index) <= self.value(whole)).then_some((whole, Relation::Part))
    }

    /// `事故21起、死亡19人，其中甲类14起死亡13人`: of two numbers of a part the second is part of the second of the whole.
    pub(super) fn second_of_pair(&self, index: usize) -> Option<Link> {
        const REACH: usize = 3;
        let figure = &self.figures[index];
        let first = index.checked_sub(1).filter(|&first| self.figures[first].sentence == figure.sentence)?;
        let (whole, _) = self.figures[first].link.filter(|link| link.1 == Relation::Part && link.0 < first)?;
        let touches = !self.between(first, index).iter().any(|letter| matches!(letter, ',' | ';' | '。'));
        if figure.kind != Kind::Count || figure.increment || !touches || self.same_unit(first, index) {
            return None;
        }
        let name = self.name(index);
        let second = |other: &usize| {
            self.figures[*other].sentence == self.figures[whole].sentence
                && !self.figures[*other].is_relative()
                && self.same_unit(*other, index)
                && self.figures[*other].link.is_none_or(|link| link.1 == Relation::Attribute)
                && self.figures[*other].role == figure.role
                && (shares_pair(name, self.name(*other)) || name == self.name(first))
                && self.value(*other) >= self.value(index)
        };
        let mut behind = whole + 1..first.min(whole + 1 + REACH);
        behind.find(second).map(|second| (second, Relation::Part))
    }

    /// `开展演练320场，参演1.2万人`, `发放扶助金1.2亿元，惠及9万人`: whom something reached tells of what was done right before.
    pub(super) fn reached(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let before = index.checked_sub(1).filter(|&before| self.figures[before].sentence == figure.sentence)?;
        let between = self.between(before, index);
        if self.attended(index, before) {
            return Some((before, Relation::Attribute));
        }
        // 追回补贴86万元，涉及236人: it is whom that concerns.
        let concerns = self.figures[index].lead.ends_with(&['涉', '及']) && self.figures[index].lead.len() <= 3;
        let whom = self.of_people(index) && !self.of_people(before);
        if concerns
            && figure.is_borrowed()
            && whom
            && !self.same_unit(before, index)
            && !self.figures[before].is_relative()
            && !between.contains(&';')
        {
            return Some((before, Relation::Attribute));
        }
        // 惠及5680户、9860人: with no name of its own it tells of the households.
        if figure.is_relative() || figure.is_borrowed() || between.contains(&';') {
            return None;
        }
        let says = |other: usize| ties(Tie::Reached).begins(self.name(other));
        let told = |other: usize| self.figures[other].link.filter(|link| link.1 == Relation::Attribute && says(other));
        let people = |other: usize| self.of_people(other);
        // 惠及企业6731户、职工24.5万人
        if self.is_listed(index) && people(index) && people(before) {
            return told(before);
        }
        let involves = matches!(self.name(index), ['涉', '及', _, ..]) && !self.same_unit(before, index);
        if !says(index) || !people(index) && !involves || figure.kind == Kind::Money || self.is_listed(index) {
            return None;
        }
        if let Some(link) = told(before) {
            return Some(link);
        }
        // 发放补贴1860万元，其中甲1120万元、乙740万元，惠及农户1.4万户: behind all its parts it is the whole again.
        let all = self.figures[before].link.filter(|link| link.1 == Relation::Part && self.is_used_up(link.0, index));
        if let Some((whole, _)) = all.filter(|_| people(index)) {
            let owner = self.figures[whole]
                .link
                .filter(|link| link.1 == Relation::Attribute && self.figures[whole].kind == Kind::Money);
            return Some((owner.map_or(whole, |link| link.0), Relation::Attribute));
        }
        let unit = self.quantity(before).unit.as_deref().unwrap_or_default();
        // 甲活动3场、乙活动5场，受众2万人: of which of them is not told.
        let several = self.figures[before].words.listed && !self.figures[before].words.joined;
        let stands = !self.figures[before].is_relative()
            && !people(before)
            && matches!(self.figures[before].kind, Kind::Count | Kind::Money | Kind::Area | Kind::Length)
            && self.figures[before].role == figure.role;
        let material = !involves && measures(Measure::Material).ends_text(unit);
        (stands && !several && !material).then_some((before, Relation::Attribute))
    }

    /// `组织演练23场、1900人参加`: whether a figure counts those who were at what was held right before.
    fn attended(&self, index: usize, before: usize) -> bool {
        let name = self.name(index);
        let came = ties(Tie::Attended).is(name);
        let unit = self.quantity(before).unit.as_deref().unwrap_or_default();
        let held = [Measure::Round, Measure::Session].iter().any(|&often| measures(often).ends_text(unit));
        came && held
            && !self.of_people(before)
            && self.figures[index].name_rule == NameRule::Behind
            && self.of_people(index)
            && self.figures[before].role == self.figures[index].role
            && !self.between(before, index).contains(&';')
    }

    /// Which whole the numbers say that a part is of: 受理58件，审结55件，其中维持40件…，尚有3件未审结 is what is left of those received, and of
    /// 判决46件，胜诉41件，胜诉率89.1% the rate tells of those judged.
    pub(super) fn whole_by_numbers(&self, index: usize, whole: usize) -> usize {
        let left = ties(Tie::Pending).begins(&self.figures[index].lead);
        if left
            && let Some((root, Relation::Part)) = self.figures[whole].link
            && self.value(whole).plus(self.value(index)) == Some(self.value(root))
        {
            return root;
        }
        let rate = self.figures.get(index + 1).filter(|next| {
            next.kind == Kind::Ratio && !next.is_borrowed() && next.sentence == self.figures[index].sentence
        });
        let name = self.name(index);
        let Some(rate) =
            rate.filter(|_| self.name(index + 1).starts_with(name) && self.name(index + 1).ends_with(&['率']))
        else {
            return whole;
        };
        let rate = self.quantities[rate.quantity].value;
        let within = Decimal::new(6, rate.scale().min(LEAST_DIGIT) + 1);
        let makes = |&other: &usize| {
            let share = self.value(index).times(Decimal::ONE_HUNDRED).and_then(|part| part.over(self.value(other)));
            share.and_then(|share| share.minus(rate)).is_some_and(|apart| apart.abs() <= within)
        };
        let sibling = |&other: &usize| {
            self.figures[other].sentence == self.figures[index].sentence
                && self.figures[other].link == Some((whole, Relation::Part))
                && self.same_unit(other, index)
        };
        if rate.fract().is_zero() || makes(&whole) {
            return whole;
        }
        Self::before(index).take_while(|&other| other > whole).filter(sibling).find(makes).unwrap_or(whole)
    }

    /// `概算总投资5.7亿元，累计完成投资4.3亿元，占总投资的75.3%`: what was spent of what is to be spent, where the share behind it says so.
    pub(super) fn spent_of(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let share = self
            .figures
            .get(index + 1)
            .filter(|share| share.kind == Kind::Ratio && share.sentence == figure.sentence)?;
        let lead = without_tail(&share.lead);
        let lead = lead.strip_suffix(&['的']).unwrap_or(lead);
        let scheme = lead.strip_prefix(&['占']).filter(|of| ties(Tie::Scheme).ends(of));
        let start = self.quantity(index).range.start;
        let bracket = clause::bracket_around(self.enclosures, start);
        // 完成投资3亿元，其中甲工程总投资6800万元，完成投资5100万元: there it is a part of what was spent.
        let among = self.opening(figure.sentence.start..start, bracket.as_ref()).is_some();
        let money = figure.kind == Kind::Money && !figure.increment && !among;
        scheme.filter(|_| money)?;
        let rate = self.quantities[share.quantity].value;
        let all = |&other: &usize| {
            let name = self.name(other);
            let part = self.value(index).times(Decimal::ONE_HUNDRED).and_then(|part| part.over(self.value(other)));
            self.figures[other].sentence == figure.sentence
                && self.same_unit(other, index)
                && ties(Tie::Scheme).ends(name)
                && part.and_then(|part| part.minus(rate)).is_some_and(|apart| apart.abs() <= Decimal::ONE)
        };
        Self::before(index).find(all).map(|whole| (whole, Relation::Part))
    }

    /// `治理面积46平方公里，其中坡改梯3150亩、经果林5200亩`: a part that is measured in another unit than its whole.
    pub(super) fn among_measured(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let start = self.quantity(index).range.start;
        let size = |index: usize| {
            let quantity = self.quantity(index);
            quantity.value.times(size_of(quantity.unit.as_deref()?)?.into())
        };
        let own = size(index).filter(|_| figure.kind == Kind::Area && !figure.increment)?;
        let bracket = clause::bracket_around(self.enclosures, start);
        let opened = self.opening(figure.sentence.start..start, bracket.as_ref())?;
        let whole = self.in_sentence_before(index).filter(|&other| self.quantity(other).range.end <= opened).find(
            |&other| {
                self.figures[other].kind == Kind::Area
                    && self.figures[other].role == figure.role
                    && !self.figures[other].increment
            },
        )?;
        let apart = self.passage.chars[opened..start].contains(&';');
        let fits = size(whole).is_some_and(|all| own <= all) && !self.same_unit(whole, index);
        (fits && !apart).then_some((whole, Relation::Part))
    }

    /// `上报1936例、每百万人口1488份`, `床位2.3万张，每千人口床位数6.8张`: how many there are for so many people tells of all.
    pub(super) fn for_each(&self, index: usize) -> Option<Link> {
        let figure = &self.figures[index];
        let name = self.name(index);
        let each = naming(Place::Heads).head(name)?;
        let thing = &name[each..];
        let before = index.checked_sub(1).filter(|&before| self.figures[before].sentence == figure.sentence)?;
        let stands = !self.figures[before].is_relative()
            && self.figures[before].kind == Kind::Count
            && self.figures[before].role == figure.role
            // 新增床位86张，每千人口床位数6.8张: what was added is not what there is.
            && !self.name(before).starts_with(&['新']);
        let akin = thing.is_empty() || thing == ['拥', '有'] || shares_pair(thing, self.name(before));
        (figure.kind == Kind::Count && stands && akin && !self.of_people(before))
            .then_some((before, Relation::Attribute))
    }

    /// Whether a figure counts persons and is no mean.
    fn stands_for_people(&self, index: usize) -> bool {
        let figure = &self.figures[index];
        let mean = ties(Tie::Mean).begins(self.name(index)) || figure.lead.contains(&'每');
        figure.kind == Kind::Count && !figure.increment && !mean && self.of_persons(index)
    }

    /// Whether a figure is told of some of those counted before.
    fn is_one_of_those(&self, index: usize) -> bool {
        let name = self.name(index);
        ends_in_those(&self.figures[index].lead) || ties(Tie::Quality).ends(name)
    }

    /// The nearest figure before another in its sentence that stands for itself and is no mean.
    fn counted_before(&self, index: usize) -> Option<usize> {
        let mean = |other: usize| ties(Tie::Mean).begins(self.name(other)) || self.figures[other].lead.contains(&'每');
        self.in_sentence_before(index).find(|&other| !self.figures[other].is_relative() && !mean(other))
    }

    /// Whether a figure counts persons: 32人, 46名.
    fn of_persons(&self, index: usize) -> bool {
        self.quantity(index).is_counted_in(Measure::Person)
    }
}

/// How large a unit of area is, in tenths of a square metre.
fn size_of(unit: &str) -> Option<i64> {
    Some(match standard(unit) {
        "平方米" => 10,
        "亩" => 6667,
        "公顷" => 100_000,
        "平方公里" => 10_000_000,
        _ => return None,
    })
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
            Some(length) if length <= end => end -= length,
            _ => break,
        }
    }
    &lead[..end]
}
