//! Brackets, quotation marks and title marks: what stands inside which pair.

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
    pairs: Vec<Enclosure>,
    /// For each character the innermost pair that holds it.
    innermost: Vec<Option<u32>>,
    /// For each pair the one around it.
    outer: Vec<Option<u32>>,
    /// For each mark its partner.
    partner: Vec<Option<u32>>,
}

/// How many pairs may be open at once; deeper ones are not told apart.
const DEEPEST: usize = 64;

impl Enclosures {
    /// The pairs of these characters.
    pub fn new(chars: &[char]) -> Self {
        let mut partner = vec![None; chars.len()];
        let mut stack: Vec<(Pair, usize)> = Vec::new();
        let mut pairs = Vec::new();
        let mut straight = false;
        for (index, &character) in chars.iter().enumerate() {
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
                partner[open] = u32::try_from(index).ok();
                partner[index] = u32::try_from(open).ok();
                pairs.push(Enclosure { pair, open, close: index });
            }
        }
        order::sort_by_key(&mut pairs, |pair: &Enclosure| pair.open);
        let mut innermost = vec![None; chars.len()];
        let mut outer = vec![None; pairs.len()];
        let mut holding: Vec<u32> = Vec::new();
        let mut next = 0;
        for (index, slot) in innermost.iter_mut().enumerate() {
            while holding.last().is_some_and(|&last| pairs[last as usize].close <= index) {
                holding.pop();
            }
            *slot = holding.last().copied();
            if pairs.get(next).is_some_and(|pair| pair.open == index) {
                outer[next] = *slot;
                holding.extend(u32::try_from(next));
                next += 1;
            }
        }
        Self { pairs, innermost, outer, partner }
    }

    /// The innermost pair of this sort that holds the character.
    pub fn around(&self, index: usize, pair: Pair) -> Option<Enclosure> {
        let mut at = *self.innermost.get(index)?;
        while let Some(found) = at {
            if self.pairs[found as usize].pair == pair {
                return Some(self.pairs[found as usize]);
            }
            at = self.outer[found as usize];
        }
        None
    }

    /// The innermost pair of any sort that holds the character.
    pub fn innermost(&self, index: usize) -> Option<Enclosure> {
        self.innermost.get(index).copied().flatten().map(|found| self.pairs[found as usize])
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
