//! Words that figures share: names said before, one value said of two things.

use crate::language::{Claim, Place, Sense, Tie, attributes, claims, naming, senses, ties, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::words::letters_of;
use crate::metric::figure::{Figure, direction};
use crate::metric::name::{self, coordination, counted};
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, LinkRule, NameRule, Qualifier, Relation, Role};
use crate::text::{chinese_digit, is_han};

/// The name of a rank such as 国家级 has at most so many characters.
const SHORT_RANK: usize = 3;

impl Reader<'_> {
    /// `3个国家级、12个省级、26个市级文明村镇`, `国家级文明村镇3个、省级12个`: what one of them is called all of them are.
    pub(super) fn lend_nouns(&self, figures: &mut [Figure], first: usize) {
        let chars = &self.passage.chars;
        for index in (first + 1..figures.len()).rev() {
            let (before, figure) = (&figures[index - 1], &figures[index]);
            let beside = figure.words.listed && before.kind == figure.kind && figure.name_rule == NameRule::Behind;
            let rank = figure.name.iter().position(|&at| chars[at] == '级').map(|at| at + 1);
            let of_rank = before.name.last().is_some_and(|&last| chars[last] == '级');
            if let Some(rank) = rank.filter(|&rank| beside && of_rank && rank < figure.name.len()) {
                let noun = figure.name[rank..].to_vec();
                figures[index - 1].name.extend(noun);
            }
        }
        for index in first + 1..figures.len() {
            let (before, figure) = (&figures[index - 1], &figures[index]);
            // 学前一年毛入园率97%，学前两年89%; 一等奖作品2件，二等奖5件: only a number in it is another.
            let (long, short) = (before.letters(chars), figure.letters(chars));
            let number = |&letter: &char| chinese_digit(letter).is_some() || matches!(letter, '两' | '0'..='9');
            let other = |pair: &(&char, &char)| pair.0 != pair.1;
            let numbered = || {
                let mut others = long.iter().zip(short.iter()).filter(other);
                others.next().is_some_and(|(one, two)| number(one) && number(two)) && others.next().is_none()
            };
            if before.kind == figure.kind && short.len() > 2 && short.len() + 1 < long.len() && numbered() {
                let noun = before.name[short.len()..].to_vec();
                figures[index].name.extend(noun);
                continue;
            }
            // 国家级项目3项、省级12项; behind a comma too, if nothing else is said.
            let unit = |figure: &Figure| &self.quantity(figure).unit;
            let parted = figure.name.first().is_some_and(|&first| first > 0 && chars[first - 1] == ',');
            let beside = figure.words.listed || parted && unit(figure) == unit(before) && figure.name.len() <= 3;
            let of_rank = beside && figure.name.last().is_some_and(|&last| chars[last] == '级');
            // 全国示范社区2个、省级5个
            let national = long.windows(2).position(|pair| pair == ['全', '国']).map(|at| at + 2);
            let rank = before.name.iter().position(|&at| chars[at] == '级').map(|at| at + 1).or(national);
            let same = before.kind == figure.kind && figure.name.len() <= SHORT_RANK;
            if let Some(rank) = rank.filter(|&rank| of_rank && same && rank < before.name.len()) {
                let noun = before.name[rank..].to_vec();
                figures[index].name.extend(noun);
            }
        }
    }

    /// `组织14名班子成员、52名机关干部参加学习`: who else is made to do something is called without what it is, as the first of the list is.
    pub(super) fn made_alike(&self, figures: &mut [Figure], first: usize) {
        for index in first + 1..figures.len() {
            let (before, figure) = (&figures[index - 1], &figures[index]);
            let made = naming(Place::Causing).ends(&before.lead);
            let beside = figure.words.listed && figure.words.left.is_empty() && figure.name_rule == NameRule::Behind;
            // 共涉及21个领域213项: what stands between is what the first counts, and may be no name of the second.
            let counted = before.kind == Kind::Count && figure.kind == Kind::Count && figure.words.right.is_empty();
            let between = self.quantity(before);
            let shared = !figure.name.is_empty() && figure.name == figure.words.left;
            let touches = figure.name.first() == Some(&between.range.end) && between.unit.as_deref() == Some("个");
            if counted && shared && touches {
                figures[index].name_rule = NameRule::Borrowed;
                continue;
            }
            if made && beside && before.kind == Kind::Count && figure.kind == Kind::Count {
                let letters = figure.letters(&self.passage.chars);
                let end = predicate::start_at_verb(&letters).unwrap_or_else(|| counted::without_deed(&letters));
                figures[index].name.truncate(end);
            }
        }
    }

    /// `口蹄疫免疫：猪100%、牛99%`: the rates of a list behind a colon are those of what stands before it, as far as each names only of what it is one.
    pub(super) fn under_head(&self, figures: &mut [Figure], first: usize) {
        const SHORT: usize = 4;
        const LONGEST_HEAD: usize = 12;
        let chars = &self.passage.chars;
        let mut head: Option<Vec<usize>> = None;
        for figure in &mut figures[first..] {
            let start = figure.words.left.first().copied().unwrap_or_default();
            if start > 0 && chars[start - 1] == ':' {
                let words = self.clause_before(start, figure.sentence.start);
                let letters = letters_of(chars, &words);
                let noun = (3..=LONGEST_HEAD).contains(&words.len()) && letters.iter().all(|&letter| is_han(letter));
                let told = naming(Place::Nominal).ends(&letters) || ties(Tie::Degree).ends(&letters);
                head = (noun && told).then_some(words);
            } else if !(figure.words.listed || figure.words.left.len() == figure.name.len()) {
                head = None;
            }
            let letters = figure.letters(chars);
            let rate = ties(Tie::Degree).ends(&letters);
            let short = !figure.name.is_empty() && figure.name.len() <= SHORT && figure.name == figure.words.left;
            if let Some(head) = head.as_ref().filter(|_| figure.kind == Kind::Ratio && short && !rate) {
                figure.name.splice(..0, head.iter().copied());
            }
        }
    }

    /// `新增企业3家，累计达到21家`, `建成站点3个，累计达到21个`: the name of the figure before, without what says that those were new.
    pub(super) fn name_of_all(&self, before: &Figure, figure: &Figure) -> Vec<usize> {
        let letters = before.letters(&self.passage.chars);
        // 户均产值18万元，合计5400万元
        let mean = ties(Tie::Mean).head(&letters).filter(|_| claims(Claim::Total).begins(&figure.lead));
        if let Some(length) = mean.filter(|&length| length + 1 < letters.len()) {
            return before.name[length..].to_vec();
        }
        let new = letters.starts_with(&['新']) && naming(Place::Altogether).begins(&figure.lead);
        let verb = verbs().head(&letters).unwrap_or(0);
        let all = new && verb > 1 && verb + 1 < letters.len();
        // 创建社区3个，累计达到21个: where they were not new, it is how many there have been since.
        let since = figure.lead.starts_with(&['累', '计']) && !letters.starts_with(&['新']) && !figure.is_relative();
        let since = since && before.kind == Kind::Count && !letters.starts_with(&['累', '计']);
        let since = if since { &figure.words.left[..2] } else { &[] };
        [since, &before.name[if all { verb } else { 0 }..]].concat()
    }

    /// `旅游收入增长15%、达到68亿元`: the name that a figure has of the one before it, without what is said of its growth.
    pub(super) fn lent_name(&self, before: &Figure, figure: &Figure) -> Vec<usize> {
        match before.kind {
            Kind::Growth if !figure.is_relative() || figure.lead.ends_with(&['占']) => {
                name::subject_of_change(&self.passage.chars, &before.name)
            }
            // 民生支出占一般公共预算支出的七成，达12亿元: the amount is not told of what it is a share of.
            Kind::Ratio if !figure.is_relative() => {
                let share = before.name.iter().position(|&at| self.passage.chars[at] == '占').filter(|&at| at > 1);
                before.name[..share.unwrap_or(before.name.len())].to_vec()
            }
            _ => before.name.clone(),
        }
    }

    /// `新开工项目计划总投资108亿元，同比下降5.9%`: what is compared with the year before was told, whatever plan is in its name.
    pub(super) fn grown_plans(&self, figures: &mut [Figure], first: usize) {
        for index in first..figures.len().saturating_sub(1) {
            let (figure, next) = (&figures[index], &figures[index + 1]);
            // 2024年收入安排46亿元，同比增长6%: what is planned grows as planned.
            let drawn = senses(Sense::Drawn).ends(&figure.lead);
            if drawn && figure.role == Role::Target && next.kind == Kind::Growth {
                figures[index + 1].role = Role::Target;
                continue;
            }
            let compared = claims(Claim::Yearly).begins(&next.lead) && next.kind == Kind::Growth;
            if figure.role == Role::Target && !figure.planned && compared && figure.qualifier == Qualifier::Exact {
                figures[index].role = Role::Actual;
            }
        }
    }

    /// `医院812张（占79%）`: a share that has its name of the figure before it is called a share.
    pub(super) fn name_shares(&self, figures: &mut [Figure], first: usize) {
        let chars = &self.passage.chars;
        for figure in &mut figures[first..] {
            let share = self.quantity(figure).extent.start.checked_sub(1).filter(|&at| chars[at] == '占');
            let lent = matches!(figure.name_rule, NameRule::Borrowed | NameRule::Bracket) && !figure.name.is_empty();
            let own = figure.name.iter().any(|&at| chars[at] == '占');
            if let Some(share) = share.filter(|_| figure.kind == Kind::Ratio && lent && !own) {
                figure.name.push(share);
            }
        }
    }

    /// The characters between two figures.
    pub(super) fn between(&self, figures: &[Figure], one: usize, other: usize) -> &[char] {
        let quantity = |index: usize| &self.quantity(&figures[index]).range;
        self.passage.chars.get(quantity(one).end..quantity(other).start).unwrap_or_default()
    }

    /// `开发区5台30万千瓦机组`: what is counted stands behind what each of it measures.
    pub(super) fn name_what_is_measured(&self, figures: &mut [Figure], index: usize) {
        let Some(next) = figures.get(index + 1) else { return };
        let measures =
            matches!(next.kind, Kind::Power | Kind::Length | Kind::Area | Kind::Mass | Kind::Volume | Kind::Energy);
        let counted = figures[index].kind == Kind::Count && figures[index].name_rule == NameRule::Before;
        if counted && measures && next.words.joined && !next.words.listed && next.name_rule == NameRule::Behind {
            let name = [figures[index].name.clone(), next.name.clone()].concat();
            figures[index].name = name;
            figures[index].name_rule = NameRule::Around;
        }
    }

    /// `教育支出、卫生支出均增长`: a name for each of those that changed alike; none where fewer than two outputs are named.
    fn changed_alike(&self, name: &[usize]) -> Vec<Vec<usize>> {
        let chars = &self.passage.chars;
        let subject = name::subject_of_change(chars, name);
        let parts = coordination::divide(chars, &subject);
        // 事故起数和死亡人数均下降: so do numbers.
        let told = |part: &Vec<usize>| {
            let letters = letters_of(chars, part);
            is_output(&letters) || ties(Tie::Number).ends(&letters)
        };
        if parts.len() < 2 || !parts.iter().all(told) {
            return Vec::new();
        }
        let verb: Vec<usize> =
            name[subject.len()..].iter().copied().filter(|&at| !matches!(chars[at], '均' | '都' | '各')).collect();
        parts.into_iter().map(|part| [part, verb.clone()].concat()).collect()
    }

    /// `示范园区增至12个、孵化器增至36家，均居全省第一`: each of what a list tells has that place.
    pub(super) fn ranked_alike(&self, figures: &mut Vec<Figure>, first: usize) {
        let chars = &self.passage.chars;
        let mut index = first + 1;
        while index < figures.len() {
            let rank = &figures[index];
            let start = rank.words.left.first().copied().unwrap_or_default();
            let alike = rank.kind == Kind::Rank
                && matches!(rank.lead.first(), Some('均' | '都'))
                && start > 0
                && chars[start - 1] == ',';
            let listed = |member: &Figure| member.words.listed && !member.is_relative();
            let others = figures[first..index].iter().rev().take_while(|member| listed(member)).count();
            let begin = (index - others).saturating_sub(1).max(first);
            if !alike || others == 0 || figures[begin].is_relative() {
                index += 1;
                continue;
            }
            let place: Vec<usize> =
                rank.words.left.iter().copied().filter(|&at| !matches!(chars[at], '均' | '都')).collect();
            let copy = |member: usize| Figure {
                name: [figures[member].name.as_slice(), place.as_slice()].concat(),
                name_rule: NameRule::Both,
                link: Some((member, Relation::Attribute)),
                link_rule: Some(LinkRule::Respectively),
                ..rank.clone()
            };
            let copies: Vec<Figure> = (begin..index).map(copy).collect();
            let count = copies.len();
            figures.splice(index..=index, copies);
            index += count;
        }
    }

    /// `参考率和合格率均达100%`: one value said of two things makes two figures.
    pub(super) fn said_of_both(&self, figures: &mut Vec<Figure>, first: usize) {
        let chars = &self.passage.chars;
        let mut index = first;
        while index < figures.len() {
            let figure = &figures[index];
            // 人均 says nothing of both.
            let mean = |at: usize| ties(Tie::Mean).is_before(&figure.lead, at + 1);
            // 起数、人数各下降5%; not so 各县增长5%.
            let each_changes = |at: usize| {
                figure.lead[at] == '各'
                    && [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).is_at(&figure.lead, at + 1))
            };
            let alike = (0..figure.lead.len())
                .any(|at| figure.lead[at] == '都' || figure.lead[at] == '均' && !mean(at) || each_changes(at));
            let ranked = figure.kind == Kind::Rank;
            // 召开委员会会议、办公室会议各1次
            let each = figure.kind == Kind::Count && figure.lead.last() == Some(&'各');
            let parts = if !figure.is_borrowed()
                && (each || figure.kind == Kind::Ratio || alike && (ranked || is_measured(figure.kind)))
            {
                let alike = |at: &usize| ranked && matches!(chars[*at], '均' | '都');
                let name: Vec<usize> = figure.name.iter().copied().filter(|at| !alike(at)).collect();
                coordination::divide(chars, &name)
            } else {
                Vec::new()
            };
            // 教育支出、卫生支出均增长10%以上
            let changed = if figure.kind == Kind::Growth && alike && !figure.is_borrowed() {
                self.changed_alike(&figure.name)
            } else {
                Vec::new()
            };
            let parts = if changed.is_empty() { parts } else { changed };
            // 蔬菜产量和水果产量均突破百万吨
            let outputs = figure.kind != Kind::Ratio
                && parts.iter().all(|part| part.len() > 1)
                && (matches!(figure.kind, Kind::Growth | Kind::Rank)
                    || parts.last().is_some_and(|last| is_output(&letters_of(chars, last))));
            let is_rate = |part: &Vec<usize>| {
                let letters = letters_of(chars, part);
                ties(Tie::Degree).ends(&letters)
            };
            // 行政村通畅率、通客车率达100%
            let rates = figure.kind == Kind::Ratio
                && coordination::split(chars, &figure.name)
                    .iter()
                    .all(|part| part.len() > 2 && chars[part[part.len() - 1]] == '率');
            // 电力、热力和燃气业占比 is one share: what is said of both is a rate of its own each, or 均 says so.
            let linked = figure.name.iter().any(|&index| matches!(chars[index], '和' | '与' | '及'))
                && coordination::split(chars, &figure.name).iter().all(is_rate);
            let each = each && parts.iter().all(|part| part.len() > 1);
            if parts.len() > 1 && (outputs || each || parts.iter().all(is_rate) && (alike || linked || rates)) {
                let copies: Vec<Figure> = parts
                    .into_iter()
                    .map(|name| Figure { name, name_rule: NameRule::Both, ..figure.clone() })
                    .collect();
                let count = copies.len();
                figures.splice(index..=index, copies);
                index += count;
            } else {
                index += 1;
            }
        }
    }
}

/// Whether the name of a change begins with the change itself, or with what it is compared with.
pub(super) fn begins_with_change(name: &[char]) -> bool {
    ties(Tie::Relative).begins(name) || direction::change_length(name) == name.len()
}

/// Whether the characters between a whole and a rate say that the rate is a share of it: 10.5亿元的35%, （10.5亿元）的35%.
pub fn is_share_of(between: &[char]) -> bool {
    matches!(between, ['的'] | [')', '的'])
}

/// Whether so they say it, or the whole is a task that is called behind it: 200公里任务的67%.
pub fn is_share_of_task(between: &[char]) -> bool {
    const LONGEST: usize = 8;
    let task = |words: &[char]| words.len() <= LONGEST && !words.contains(&',') && ties(Tie::Planned).ends(words);
    is_share_of(between) || between.strip_suffix(&['的']).is_some_and(task)
}

/// Whether a figure of this kind measures rather than counts.
fn is_measured(kind: Kind) -> bool {
    matches!(kind, Kind::Money | Kind::Mass | Kind::Area | Kind::Volume | Kind::Energy | Kind::Power)
}

/// Whether a name ends as what is measured does: 产量, 收入, 支出.
fn is_output(name: &[char]) -> bool {
    attributes().ends(name) || naming(Place::Yield).ends(name)
}
