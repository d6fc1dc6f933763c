//! The numbered headings and points.

use gangmu::contract::Section;
use gangmu::report::Part;

use super::gold::Node;
use super::tally::Tally;
use super::text::fold;

pub fn score(gold: &[Node], got: &[Section], tally: &mut Tally) {
    let common = common(gold, got);
    let (mut want, mut have) = (0, 0);
    while want < gold.len() || have < got.len() {
        if want < gold.len() && have < got.len() && is_same(&gold[want], &got[have]) {
            let (node, section) = (&gold[want], &got[have]);
            if let Some(part) = &node.part {
                tally.hit("outline.part", section.part.map(Part::as_str) == Some(part), || {
                    format!("part: {} read {:?} not {part}", node.name(), section.part)
                });
            }
            (want, have) = (want + 1, have + 1);
        } else if have == got.len() || want < gold.len() && common[want + 1][have] >= common[want][have + 1] {
            let node = &gold[want];
            tally.say(format!("outline missed: {} {} {}", node.depth, node.marker, node.name()));
            want += 1;
        } else {
            let section = &got[have];
            let name = section.title.as_ref().unwrap_or(&section.lead);
            tally.say(format!("outline extra: {} {} {name}", section.depth, section.marker));
            have += 1;
        }
    }
    let found = common[0][0];
    tally.add("outline.recall", found, gold.len());
    tally.add("outline.precision", found, got.len());
    tally.add("outline.exact", (found == gold.len() && found == got.len()).into(), 1);
}

/// For each pair of places how much of what follows is common to both in the same order, so that one lost node does
/// not shift all after it.
fn common(gold: &[Node], got: &[Section]) -> Vec<Vec<usize>> {
    let mut common = vec![vec![0; got.len() + 1]; gold.len() + 1];
    for want in (0..gold.len()).rev() {
        for have in (0..got.len()).rev() {
            common[want][have] = if is_same(&gold[want], &got[have]) {
                1 + common[want + 1][have + 1]
            } else {
                common[want + 1][have].max(common[want][have + 1])
            };
        }
    }
    common
}

fn is_same(node: &Node, section: &Section) -> bool {
    let marker = |marker: &str| fold(marker).replace(['．', '.'], "");
    if node.depth != section.depth || marker(&node.marker) != marker(&section.marker) {
        return false;
    }
    let title = section.title.as_deref().map(fold).unwrap_or_default();
    let label = fold(section.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(&section.lead));
    let wanted = fold(node.title.as_deref().unwrap_or_default());
    match &node.lead {
        Some(lead) => label.starts_with(&fold(lead)),
        None if node.title_fuzzy => {
            label.starts_with(&wanted) || title.chars().count() > 3 && wanted.starts_with(&title)
        }
        None => title == wanted,
    }
}
