//! The words on both sides of a figure, of which its name is made.

use super::before;
use super::counted;
use super::examples::behind_list;
use super::is_partitive;
use super::pick::{ASK_ON, Answer, Choice, Pick};
use crate::language::{Place, links, naming, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::words::{Words, letters_of};
use crate::metric::period::Period;
use crate::metric::quantity::Quantity;
use crate::report::Kind;

/// The words on both sides of a figure while its name is found.
pub(super) struct Sides<'n> {
    pub chars: &'n [char],
    pub periods: &'n [Period],
    pub quantity: &'n Quantity,
    pub words: &'n Words,
    /// The words before it that may name it.
    pub left: Vec<usize>,
    /// The characters of those before the figure behind it was looked at.
    pub before: Vec<char>,
    /// The words behind it that may name it.
    pub right: Vec<usize>,
    /// How long the preposition is that the words before it begin with.
    pub preposition: usize,
    /// Whether 等 stands before it.
    pub listed: bool,
    /// Whether what stands before it lists things.
    pub lists: bool,
    /// Whether it is a share in percent.
    pub share: bool,
}

impl<'n> Sides<'n> {
    /// The two sides as they stand, without what leads up to them.
    pub fn new(
        chars: &'n [char],
        periods: &'n [Period],
        quantity: &'n Quantity,
        words: &'n Words,
        mut left: Vec<usize>,
        mut before: Vec<char>,
    ) -> Self {
        let leading = before::leading(words, &left, &before);
        left.drain(..leading);
        before.drain(..leading);
        let last = words.left.last().copied();
        let preposition = before::preposition(&before, last.is_some_and(|last| chars[last] == '的'));
        let listed = last.is_some_and(|last| chars[last] == '等');
        // 建成县级中心和9个工作站: what stands before 和 is another thing.
        let linked = last.is_some_and(|last| matches!(chars[last], '和' | '及') && !links::is_inside_word(chars, last));
        let lists = listed || linked || left.iter().any(|&index| chars[index] == '、');
        let share = quantity.kind == Some(Kind::Ratio) && quantity.unit.as_deref() != Some("‰");
        let right = Vec::new();
        Self { chars, periods, quantity, words, left, before, right, preposition, listed, lists, share }
    }

    /// The questions in their order: what is kept of the right side, then of the left, then which of both the name is.
    pub fn ask(&mut self) -> Answer {
        self.right = self.thing_behind();
        self.trim_thing();
        let behind = letters_of(self.chars, &self.right);
        self.together_with(&behind)?;
        self.standard_of_each(&behind)?;
        self.without_treatment(&behind);
        self.without_time();
        self.deed_of_part();
        let behind = letters_of(self.chars, &self.right);
        let onward = self.goes_onward(&behind);
        self.trim_before(onward);
        self.made_to_act()?;
        self.harmed()?;
        Choice::new(self, &behind, onward).ask()
    }

    /// The words that were picked.
    pub fn take(mut self, pick: Pick) -> Vec<usize> {
        match pick {
            Pick::Nothing => Vec::new(),
            Pick::Left => self.left,
            Pick::BehindList => behind_list(self.chars, self.left),
            Pick::Right => self.right,
            Pick::Words(words) => words,
            Pick::Both => {
                let possessive = self.words.left.last().filter(|&&last| self.chars[last] == '的');
                self.left.extend(possessive);
                self.left.append(&mut self.right);
                self.left
            }
        }
    }

    /// The words before the figure, as far as they say something of what stands behind it.
    pub fn lead(&self) -> &[char] {
        if self.preposition > 0 { &[] } else { &self.before }
    }

    /// Whether things are counted.
    pub fn counts(&self) -> bool {
        self.quantity.kind == Some(Kind::Count)
    }

    /// Whether what stands behind goes on with what was done, and is no name; `behind` is what it reads.
    fn goes_onward(&self, behind: &[char]) -> bool {
        // 给予每户2000元补助: what each of them gets is named behind.
        let granted = self.quantity.kind == Some(Kind::Money)
            && before::each(self.chars, &self.words.left).is_some()
            && naming(Place::Nominal).is(behind);
        let done = self.words.left.last().is_some_and(|&last| self.chars[last] == '了');
        // 36个行业中21个实现增长: that they did is what they are called by.
        let deed = is_partitive(self.chars, self.quantity.extent.start)
            && counted::is_deed(self.chars, self.quantity, &self.words.right);
        !granted && !deed && predicate::goes_on(self.quantity, behind, done || before::is_verb(&self.before))
    }

    /// Takes off the words before it what what stands behind it leaves no room for.
    fn trim_before(&mut self, onward: bool) {
        if self.right.is_empty() || onward {
            return;
        }
        if self.preposition > 0 {
            self.left.drain(..self.preposition);
        }
        // 37个行业中有21个行业: what is counted out of stands before. 完成对397户经营主体: so does what leads up to it.
        let chars = self.chars;
        let leads_up = self.left.last().is_some_and(|&last| {
            naming(Place::Preposition).begins(&[chars[last]]) && !naming(Place::Kept).is_before(chars, last + 1)
        });
        if leads_up || self.counts() && is_partitive(chars, self.quantity.extent.start) {
            self.left.clear();
        }
    }

    /// 组织16名干部参加考试: those who were made to do it are counted.
    fn made_to_act(&self) -> Answer {
        let lead = self.lead();
        let place = if matches!(lead, [.., '全', _]) { 2 } else { 0 };
        if !before::is_causing(&lead[..lead.len() - place]) {
            return ASK_ON;
        }
        let end = counted::without_deed(&letters_of(self.chars, &self.right));
        // 督促12家企业补缴费用86万元: the words before the next number go on with what they do.
        let sent = matches!(lead.last(), Some('派' | '调' | '遣'));
        let goes_on = !sent
            && self.right.last().is_some_and(|&last| self.chars.get(last + 1).is_some_and(|next| next.is_alphabetic()));
        if end > 0 && (end < self.words.right.len() || goes_on) {
            let place = &self.left[self.left.len().saturating_sub(place)..];
            return Pick::words([place, &self.right[..end]].concat());
        }
        ASK_ON
    }

    /// 地震共造成365人死亡: what became of them is counted.
    fn harmed(&self) -> Answer {
        let harms = || naming(Place::Harming).ends(self.lead());
        Pick::Right.if_so(!self.right.is_empty() && self.counts() && harms())
    }

    /// Behind what things are counted out of, it is the deed that names them where nothing else does.
    fn deed_of_part(&mut self) {
        if self.right.is_empty()
            && is_partitive(self.chars, self.quantity.extent.start)
            && counted::is_deed(self.chars, self.quantity, &self.words.right)
        {
            self.right.clone_from(&self.words.right);
        }
    }

    /// 与商户100%签订责任书: with whom it was done is no name of it.
    fn together_with(&self, behind: &[char]) -> Answer {
        let does = || verbs().is_compound_at(behind, 0);
        Pick::Right.if_so(self.share && self.before.first() == Some(&'与') && does())
    }

    /// 按每户2000元的标准: what stands before is for what each of it is.
    fn standard_of_each(&self, behind: &[char]) -> Answer {
        /// So many characters may stand before 标准 that say of what it is one.
        const LONGEST: usize = 6;
        let standard = behind.windows(2).take(LONGEST).position(|pair| pair == ['标', '准']);
        match before::each(self.chars, &self.words.left).zip(standard) {
            Some((each, at)) => Pick::words([each, &self.right[..at + 2]].concat()),
            None => ASK_ON,
        }
    }
}
