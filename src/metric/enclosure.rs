//! Brackets, quotation marks and title marks: what stands inside which pair.

use crate::language::Filter;
use crate::order;

/// A sort of pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// （ ）
    Bracket,
    /// “ ”
    Quotation,
    /// 《 》
    Title,
    /// 〔 〕 【 】
    Square,
}

/// A pair and where its two marks stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enclosure {
    /// What sort of pair.
    pub pair: Pair,
    /// Where it opens.
    pub open: usize,
    /// Where it closes.
    pub close: usize,
}

/// The pairs of a passage. An opening mark without its partner makes none.
#[derive(Debug, Default)]
pub struct Enclosures {
    /// In the order in which they open.
    pairs: Vec<Enclosure>,
    /// For each pair the one around it.
    outer: Vec<Option<usize>>,
    /// For each mark its partner; none of any where there are no pairs.
    partner: Vec<Option<u32>>,
}

/// The marks that make pairs.
static MARKS: Filter = Filter::of(&['(', ')', '“', '”', '‘', '’', '"', '《', '》', '[', ']']);

/// How many pairs may be open at once; deeper ones are not told apart.
const DEEPEST: usize = 64;

impl Enclosures {
    /// The pairs of these characters.
    pub fn new(chars: &[char]) -> Self {
        let mut stack: Vec<(Pair, usize)> = Vec::new();
        let mut pairs = Vec::new();
        let mut straight = false;
        for (index, &character) in chars.iter().enumerate().filter(|&(_, &character)| MARKS.admits(character)) {
            let (pair, opens) = match character {
                '(' => (Pair::Bracket, true),
                ')' => (Pair::Bracket, false),
                '“' | '‘' => (Pair::Quotation, true),
                '”' | '’' => (Pair::Quotation, false),
                '"' => {
                    straight = !straight;
                    (Pair::Quotation, straight)
                }
                '《' => (Pair::Title, true),
                '》' => (Pair::Title, false),
                '[' => (Pair::Square, true),
                ']' => (Pair::Square, false),
                _ => continue,
            };
            if opens {
                if stack.len() < DEEPEST {
                    stack.push((pair, index));
                }
            } else if let Some(at) = stack.iter().rposition(|(open, _)| *open == pair) {
                let (_, open) = stack[at];
                stack.truncate(at);
                pairs.push(Enclosure { pair, open, close: index });
            }
        }
        if pairs.is_empty() {
            return Self::default();
        }
        order::sort_by_key(&mut pairs, |pair: &Enclosure| pair.open);
        let mut partner = vec![None; chars.len()];
        let mut outer = vec![None; pairs.len()];
        let mut holding: Vec<usize> = Vec::new();
        for (number, pair) in pairs.iter().enumerate() {
            partner[pair.open] = u32::try_from(pair.close).ok();
            partner[pair.close] = u32::try_from(pair.open).ok();
            while holding.pop_if(|last| pairs[*last].close < pair.open).is_some() {}
            outer[number] = holding.last().copied();
            holding.push(number);
        }
        Self { pairs, outer, partner }
    }

    /// The pairs that hold the character, from the inside out.
    fn holding(&self, index: usize) -> impl Iterator<Item = Enclosure> {
        // The last that opens before it holds it, or one around that does.
        let last = self.pairs.partition_point(|pair| pair.open < index).checked_sub(1);
        let around = std::iter::successors(last, |&number| self.outer[number]);
        around.map(|number| self.pairs[number]).filter(move |pair| index < pair.close)
    }

    /// The innermost pair of this sort that holds the character.
    pub fn around(&self, index: usize, pair: Pair) -> Option<Enclosure> {
        self.holding(index).find(|found| found.pair == pair)
    }

    /// The innermost pair of any sort that holds the character.
    pub fn innermost(&self, index: usize) -> Option<Enclosure> {
        self.holding(index).next()
    }

    /// The partner of the mark at `index`.
    pub fn partner(&self, index: usize) -> Option<usize> {
        self.partner.get(index).copied().flatten().map(|partner| partner as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_nest_and_strays_make_none() {
        let chars: Vec<char> = "a(b“c”d)e)f《g".chars().collect();
        let enclosures = Enclosures::new(&chars);
        assert_eq!(enclosures.around(4, Pair::Bracket), Some(Enclosure { pair: Pair::Bracket, open: 1, close: 7 }));
        assert_eq!(enclosures.around(4, Pair::Quotation).map(|pair| pair.open), Some(3));
        assert_eq!(enclosures.innermost(6).map(|pair| pair.open), Some(1));
        assert_eq!(enclosures.innermost(8), None);
        assert_eq!(enclosures.around(11, Pair::Title), None);
        assert_eq!(enclosures.partner(7), Some(1));
        assert_eq!(enclosures.partner(9), None);
    }
}
