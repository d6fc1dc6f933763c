//! Where the name of a thing that is counted ends, before what is told of it.

use super::trim;
use crate::language::{Cue, Measure, Place, Tie, actors, attributes, cues, naming, rates, ties, verbs};
use crate::metric::figure::words::letters_of;
use crate::metric::quantity::Quantity;
use crate::report::Kind;

/// `5条干渠总长18公里`: where the things counted end before what a number right behind them measures.
pub fn without_measure(chars: &[char], quantity: &Quantity, right: &[usize]) -> usize {
    let letters = letters_of(chars, right);
    let leads_on = right.last().and_then(|last| chars.get(last + 1)).is_some_and(char::is_ascii_digit);
    // 138名执法人员持证率达97.8%
    let all = if leads_on { trim::tail(&letters, 0).max(1) } else { right.len() };
    let Some(&last) = right[..all.min(right.len())].last() else { return all };
    let leads_up = |letter: &&char| !matches!(letter, '超' | '达' | '为' | '约' | '近');
    if !chars[last + 1..].iter().find(leads_up).is_some_and(char::is_ascii_digit) {
        return all;
    }
    // 8项专项资金6420万元: funds are counted themselves.
    let funds = quantity.is_counted_in(Measure::Fund);
    let told = if funds { 0 } else { attributes().before(chars, last + 1).unwrap_or(0) };
    let one = naming(Place::Agent).begins(&[chars[right[0]]]);
    let end = if all > told + usize::from(!one) { all - told } else { all };
    without_rate(&letters[..end])
}

/// `3名直接责任人张某、李某某`, `两名责任人张某`: where the thing counted ends before the names of persons.
pub fn without_persons(letters: &[char]) -> usize {
    let is_name = |name: &[char]| (2..=3).contains(&name.len());
    let first = letters.iter().position(|&letter| letter == '、').unwrap_or(letters.len());
    let rest = letters.get(first + 1..).unwrap_or_default();
    let list = rest.is_empty() || rest.split(|&letter| letter == '、').all(is_name);
    let ends = |at: &usize| naming(Place::Person).is_before(letters, *at) && is_name(&letters[*at..first]);
    (2..first).rev().find(ends).filter(|_| list).unwrap_or(letters.len())
}

/// `12个断面水质优良率`, `38所学校“一键报警”安装率`: where the things counted end before the rate that is told of them.
pub fn without_rate(letters: &[char]) -> usize {
    let all = letters.len();
    let Some(rate) = ties(Tie::Rate).before(letters, all) else { return all };
    let end = all - rate;
    let stem = rates().before(letters, end).or(verbs().before(letters, end)).unwrap_or(0);
    if stem < 2 {
        return all;
    }
    let end = end - stem;
    let quote = letters[..end].ends_with(&['”']).then(|| letters[..end].iter().rposition(|&letter| letter == '“'));
    let told = |place| naming(place).before(letters, end).unwrap_or(0);
    // 836个基层党组织达标率
    let deed = Some(told(Place::Nominal)).filter(|&deed| deed > told(Place::Agent)).unwrap_or(0);
    // 政务服务事项网上可办率
    let how = told(Place::How);
    let end = quote.flatten().unwrap_or(end - told(Place::Trait).max(deed).max(how));
    if end > 0 { end } else { all }
}

/// `300名执法人员岗位培训`: where those who are made to do something end before what they do.
pub fn without_deed(letters: &[char]) -> usize {
    /// Between them and their deed stands no more than what it is about: 高校毕业生到基层服务 is no deed of 高校.
    const NEAR: usize = 4;
    let deed = naming(Place::Nominal).tail(letters).unwrap_or(0);
    let ends = |at: &usize| actors().is_before(letters, *at) && letters.len() - deed - at <= NEAR;
    (2..=letters.len() - deed).rfind(ends).filter(|_| deed > 0 && deed + 2 <= letters.len()).unwrap_or(letters.len())
}

/// `贷款户中有1356人参保`: whether the words behind a number are what they did who are counted out of others.
pub fn is_deed(chars: &[char], quantity: &Quantity, right: &[usize]) -> bool {
    const LONGEST: usize = 6;
    let verb = right.first().and_then(|&first| verbs().at(chars, first).max(cues(Cue::Faring).at(chars, first)));
    quantity.kind == Some(Kind::Count) && (2..=LONGEST).contains(&right.len()) && verb.is_some_and(|length| length > 1)
}
