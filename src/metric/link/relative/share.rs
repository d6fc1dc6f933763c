//! Of which figure a share tells that stands in a set place behind it.

use super::wording::is_bare_relative;
use super::{ASK_ON, Answer, NOTHING, Relative, tells_of_that};
use crate::metric::together::sharing;
use crate::report::{Kind, Role};

impl Relative<'_> {
    /// A share behind what it is taken of, or behind a growth.
    pub(super) fn share_beside(&self) -> Answer {
        self.share_of_task()?;
        self.share_of_growth()
    }

    /// 收入3.7亿元，完成预算10.5亿元的35%: the share is of what stands before its whole.
    fn share_of_task(&self) -> Answer {
        let Some(whole) = self.index.checked_sub(1) else { return ASK_ON };
        if !sharing::is_share_of_task(self.between(whole, self.index)) {
            return ASK_ON;
        }
        let done = |&other: &usize| {
            let stands = self.figures[other].role == Role::Actual && !self.figures[other].increment;
            self.same_unit(other, whole) && stands
        };
        // 拆违12万平方米，其中存量8万、新增4万平方米，完成任务10万平方米的120%
        let planned = self.figures[whole].role == Role::Target;
        let all = |part: usize| {
            if planned { self.whole_of_list(part, self.index) } else { part }
        };
        tells_of_that(self.sentence_before(whole).find(done).map(all))
    }

    /// 增加值增长14%，占规上工业的32%: what grew is a share, and no figure tells it.
    fn share_of_growth(&self) -> Answer {
        let grew = |before: usize| {
            self.figures[before].kind == Kind::Growth
                && self.figures[before].link.is_none()
                && !is_bare_relative(self.name(before))
        };
        if self.name.first() == Some(&'占') && self.beside().is_some_and(grew) { NOTHING } else { ASK_ON }
    }
}
