//! One thing told in two measures: 3216户8745名贫困人口.

use super::{lend, second};
use crate::language::{Claim, Place, claims, naming, verbs};
use crate::metric::figure::Figure;
use crate::metric::name;
use crate::metric::sentence::reader::Reader;
use crate::report::{Direction, NameRule};

/// A change that is told in so few characters names nothing itself: 较上年多增.
const BARE_CHANGE: usize = 6;

impl Reader<'_> {
    /// 全市14035户25559人享受低保: the place is no name of the households.
    pub(super) fn place_of_second(&self, figures: &mut [Figure], index: usize) {
        let place = matches!(figures[index].letters(&self.passage.chars)[..], ['全', _]);
        if place && second(figures, index).is_some() {
            lend(figures, index + 1, index, NameRule::Joined);
        }
    }

    /// 剩余3216户8745名贫困人口: of what so many are left, stands behind the second.
    pub(super) fn rest_of_second(&self, figures: &mut [Figure], index: usize) {
        let letters = figures[index].letters(&self.passage.chars);
        let left = claims(Claim::Rest).is(&letters);
        if left && let Some(next) = second(figures, index) {
            let noun = next.name.clone();
            figures[index].name.extend(noun);
            figures[index].name_rule = NameRule::Joined;
        }
    }

    /// 企业净增18家、总数达到126家
    pub(super) fn total_of_new(&self, figures: &mut [Figure], first: usize, index: usize) {
        let chars = &self.passage.chars;
        if !matches!(figures[index].letters(chars)[..], ['总', '数' | '量']) {
            return;
        }
        // 新登记企业86户，较上年多增12户，总量达到530户
        let named = |&before: &usize| {
            before == first || !figures[before].increment || figures[before].words.left.len() > BARE_CHANGE
        };
        let Some(before) = (first..index).rev().find(named) else { return };
        if figures[before].kind != figures[index].kind {
            return;
        }
        let letters = figures[before].letters(chars);
        let begins = naming(Place::Founding).head(&letters).unwrap_or(0);
        if figures[before].direction == Some(Direction::Up) || letters.starts_with(&['新']) || begins > 0 {
            let new = if letters.starts_with(&['新', '增']) { 2 } else { begins };
            let subject = name::subject_of_change(chars, &figures[before].name[new..]);
            figures[index].name.splice(..0, subject);
        }
    }

    /// 县政府确定的10件32项实事: what leads up to both stands before 的.
    pub(super) fn possessed_second(&self, figures: &mut [Figure], index: usize) {
        let possessive = figures[index].words.left.last().is_some_and(|&last| self.passage.chars[last] == '的');
        if possessive && second(figures, index).is_some_and(|next| !next.name.is_empty()) {
            lend(figures, index + 1, index, NameRule::Joined);
        }
    }

    /// 贫困人口43户96人如期脱贫: what became of both names neither of them.
    pub(super) fn became_of_both(&self, figures: &mut [Figure], first: usize, index: usize) {
        if figures[index].words.joined
            && figures[index].name_rule == NameRule::Behind
            && let Some(before) = index.checked_sub(1).filter(|&before| before >= first)
            && figures[before].name_rule == NameRule::Before
            && !figures[before].name.is_empty()
            && naming(Place::Onward).begins(&figures[index].letters(&self.passage.chars))
        {
            lend(figures, before, index, NameRule::Joined);
        }
    }

    /// What was done to both, in the words before the first.
    pub(super) fn done_to_both(&self, figures: &mut [Figure], index: usize) {
        let chars = &self.passage.chars;
        // 组织2批次76人参加考试: what leads up to both names neither of them.
        let letters = figures[index].letters(chars);
        let leads = naming(Place::Causing).is(&letters);
        if leads && second(figures, index).is_some_and(|next| !next.name.is_empty()) {
            lend(figures, index + 1, index, NameRule::Joined);
        }
        // 解决836户3120人饮水问题: what was done to both asks for what stands behind them.
        let does = verbs().compound_at(&letters, 0).is_some_and(|length| length == letters.len());
        let of_both = second(figures, index).filter(|next| {
            let thing = next.letters(chars);
            let acts = verbs().begins(&thing) || naming(Place::Onward).begins(&thing);
            thing.len() > 1 && !acts
        });
        if let Some(thing) = of_both.filter(|_| does).map(|next| next.name.clone()) {
            for both in [index, index + 1] {
                figures[both].name = [&figures[index].name[..letters.len()], &thing].concat();
                figures[both].name_rule = NameRule::Around;
            }
        }
    }
}
