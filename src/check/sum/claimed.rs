//! How strongly a text claims that the members it tells of a whole leave nothing of it over.

use super::added;
use crate::check::sheet::Sheet;
use crate::language::{Claim, Division, claims, divisions};
use crate::report::Kind;

/// How strongly a text claims that members leave nothing over: the share of the whole, in a hundred, that a sum may be off and
/// still be taken for a mistake rather than for a list of some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Of a sum below the whole.
    pub below: u32,
    /// Of a sum above it.
    pub above: u32,
}

/// The text names what is left, or members that leave nothing.
pub const CERTAIN: Claimed = Claimed { below: 60, above: 60 };
/// The members stand in a bracket right behind the whole.
pub const BRACKET: Claimed = Claimed { below: 10, above: 15 };
/// 其中, 主要: the members may be some of all, and told apart in two ways.
pub const AMONG: Claimed = Claimed { below: 0, above: 0 };
/// 其中食品案件25件、药品案件17件: some of all, but of one sort and in one row.
const ROW: Claimed = Claimed { below: 0, above: 5 };
/// 其中城管60件、市场监管40件: of one field each, and so counted once.
const FIELDS: Claimed = Claimed { below: 0, above: 60 };
/// 其中省级5亿元、市级3亿元, 其中甲类60件、乙类40件: so is money, and what is of one class each.
const APART: Claimed = Claimed { below: 0, above: 15 };

/// What 其中 claims of these members: that they are not more than all only where they are a known division, or of one sort and with
/// nothing but marks and names between them. 新开工项目26个，增长3%；投产项目30个 may well be the same.
pub fn among_claims(sheet: &Sheet, whole: usize, members: &[usize]) -> Claimed {
    let plain = |pair: &[usize]| {
        let words = sheet.between(pair[0], pair[1]).filter(|_| pair[0] + 1 == pair[1]).unwrap_or_default();
        matches!(words.first(), Some('、' | ',' | '和'))
            && !words[1..].iter().any(|letter| matches!(letter, ',' | ';' | '。'))
    };
    let last = |member: usize| sheet.metrics[member].indicator.chars().last();
    let list = members.windows(2).all(plain);
    if list && members.iter().all(|&member| is_field(&sheet.metrics[member].indicator)) {
        return FIELDS;
    }
    // 立案46起，结案44起，其中甲类21起、乙类24起: they may be all that came in, of which the whole is a part.
    let outer = sheet.whole_of(whole).filter(|&outer| sheet.same_unit(outer, whole));
    let holds = |outer: usize| added(sheet, members).is_some_and(|(sum, _)| sum <= sheet.metrics[outer].value);
    if outer.is_some_and(holds) {
        return AMONG;
    }
    let classes = || members.iter().all(|&member| last(member) == Some('类'));
    let row = || list && members.windows(2).all(|pair| last(pair[0]) == last(pair[1]));
    match is_division(sheet, whole, members, |_| true) || row() {
        true if sheet.metrics[whole].kind == Kind::Money || classes() => APART,
        true => ROW,
        false => AMONG,
    }
}

/// Whether a name tells a field of administration: 交通运输, 城管领域, 公安机关.
fn is_field(name: &str) -> bool {
    const LONGEST_REST: usize = 4;
    let letters: Vec<char> = name.chars().collect();
    claims(Claim::Field).head(&letters).is_some_and(|length| letters.len() - length <= LONGEST_REST)
}

/// Whether members are told apart by what they are, at the same time and in the same role as the whole.
pub fn comparable(sheet: &Sheet, whole: usize, members: &[usize]) -> bool {
    let all = &sheet.metrics[whole];
    members.iter().all(|&member| {
        let metric = &sheet.metrics[member];
        let own = overlaps(sheet.name(member)) && !all.indicator.contains(&metric.indicator);
        metric.role == all.role && !own
    })
}

/// Whether a name tells something apart that may be told apart in another way too.
fn overlaps(name: &[char]) -> bool {
    let mut at = 0;
    while at < name.len() {
        if claims(Claim::Overlapping).is_at(name, at) {
            return true;
        }
        at += claims(Claim::Apart).at(name, at).unwrap_or(1);
    }
    false
}

/// Whether the names of the members leave nothing over: the last is what is left, one is the opposite of another, or they are a
/// known division.
pub fn leaves_nothing(sheet: &Sheet, whole: usize, members: &[usize]) -> bool {
    const LONGEST_REST: usize = 4;
    let name = |member: usize| sheet.metrics[member].indicator.as_str();
    let lead = |member: usize| sheet.ahead(member, 12);
    if members.last().is_some_and(|&last| {
        let lead = lead(last);
        let from = lead.iter().rposition(|letter| matches!(letter, ',' | '、' | ';' | '(')).map_or(0, |at| at + 1);
        // 其他重点行业人员50人 may be told of among others.
        claims(Claim::Rest).at(lead, from).is_some_and(|length| lead.len() - from - length <= LONGEST_REST)
    }) {
        return true;
    }
    let whole_name = name(whole);
    // 受理163件，批准逮捕131件，不批准逮捕28件: some of what came in may still be dealt with.
    let pending = claims(Claim::Pending).is_in(&whole_name.chars().collect::<Vec<_>>());
    if members.len() == 2 && !pending && opposite(name(members[0]), name(members[1])) {
        return true;
    }
    // 全社会用电量 is more than that of the three industries.
    if claims(Claim::Beyond).is_in(&whole_name.chars().collect::<Vec<_>>()) {
        return false;
    }
    is_division(sheet, whole, members, |division| division.closed)
}

/// Whether the members are those of a known division that is so.
pub fn is_division(sheet: &Sheet, whole: usize, members: &[usize], is_so: impl Fn(&Division) -> bool) -> bool {
    let name = |member: usize| sheet.metrics[member].indicator.as_str();
    // 进出口 has the words of both, and is their whole where they name nothing else: 货物进出口总额, 出口, 进口.
    let all = name(whole).replace("进出口", "");
    let trade = all != name(whole);
    let rest = |word: &str, member: usize| name(member).replace(word, "").replace('额', "");
    let plain = |word: &str, member: usize| !trade || all.contains(&rest(word, member));
    divisions().iter().filter(|division| is_so(division) && division.words.len() == members.len()).any(|division| {
        let mut pairs = division.words.iter().zip(members);
        pairs.all(|(word, &member)| name(member).contains(word) && !all.contains(word) && plain(word, member))
    })
}

/// Whether one name says that the other is not so: 通过 and 未通过.
fn opposite(one: &str, other: &str) -> bool {
    const CORE: usize = 2;
    let letters: Vec<char> = other.chars().collect();
    (0..letters.len()).any(|at| {
        let Some(length) = claims(Claim::Negation).at(&letters, at) else { return false };
        let (not, rest) = letters[at..].split_at(length);
        let (not, core): (String, String) = (not.iter().collect(), rest.iter().take(CORE).collect());
        rest.len() >= CORE && one.contains(&core) && !one.contains(&not)
    })
}
