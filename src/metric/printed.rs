//! A figure as the report prints it: its name and its unit.

use super::figure::Figure;
use super::quantity::Quantity;
use crate::language::units;
use crate::report::Kind;
use crate::text::Passage;

/// The unit of the first quantity as the report prints it: 平米, 个工作日, 场（次）. Money and shares have one name however they are
/// printed, and so has a unit that stands behind a later number of a list.
pub fn unit(text: &str, passage: &Passage, quantities: &[Quantity]) -> Option<String> {
    /// So many numbers of a list are looked through for its unit.
    const LIST: usize = 8;
    let quantity = &quantities[0];
    let unit = quantity.unit.as_deref()?;
    let one_name = matches!(quantity.kind, Some(Kind::Money | Kind::Ratio | Kind::Points | Kind::Multiple));
    let listed = quantities.iter().take(LIST).take_while(|other| other.unit == quantity.unit);
    let printed = || listed.into_iter().find_map(|other| printed_unit(text, passage, other, unit));
    let printed = if one_name { None } else { printed() };
    Some(printed.unwrap_or_else(|| unit.to_owned()))
}

/// The words of the unit that a quantity ends with.
fn printed_unit(text: &str, passage: &Passage, quantity: &Quantity, unit: &str) -> Option<String> {
    let (chars, end) = (&passage.chars, quantity.range.end);
    let known = units().before(chars, end).filter(|(_, known)| known.name == unit).map(|(length, _)| length);
    let length = known.or_else(|| passage.has_before(end, unit).then(|| unit.chars().count()))?;
    let start = (end - length).max(quantity.numeral.range.end);
    let words = passage.words(text, start, end);
    Some(if words.contains('／') { words.replace('／', "/") } else { words })
}

/// The name of a figure: its words as printed, but for one that stands for several things.
pub fn name(text: &str, passage: &Passage, figure: &Figure) -> String {
    let words = |name: &[usize]| name_words(text, passage, name);
    if let Some((range, own)) = &figure.apart
        && let Some(start) = figure.name.iter().position(|at| range.contains(at))
    {
        let rest = figure.name[start..].iter().skip_while(|at| range.contains(at)).count();
        let (before, behind) = (&figure.name[..start], &figure.name[figure.name.len() - rest..]);
        return words(before) + own + &words(behind);
    }
    words(&figure.name)
}

/// The words of a name as printed.
fn name_words(text: &str, passage: &Passage, name: &[usize]) -> String {
    let runs = name.chunk_by(|one, next| one + 1 == *next);
    let words = runs.map(|run| passage.words(text, run[0], run[run.len() - 1] + 1));
    words.reduce(|words, more| words + &more).unwrap_or_default()
}
