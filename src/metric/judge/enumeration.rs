//! The writer's own enumerations: 从六个方面, 分4次, 两类合计, 四项收入分别.

use rust_decimal::Decimal;

use super::{Scene, ends_clause, is_word};
use crate::language::{Cue, Measure, Sense, senses};
use crate::metric::quantity::Quantity;
use crate::metric::quantity::numeral::{self, Style};
use crate::report::{Kind, Reason};

impl Scene<'_> {
    /// 做了6个方面工作: the writer's own enumeration.
    pub(super) fn enumerated(&self, quantity: &Quantity) -> Option<Reason> {
        let unit = quantity.unit.as_deref();
        let before = self.char_before(quantity.extent.start);
        // 分4次划转, 保持全市前两名
        if before == '分' && Measure::Turn.has(unit) {
            return Some(Reason::Enumeration);
        }
        // 退出后20位
        let last = before == '后' && !is_word(self.char(quantity.range.end));
        if (before == '前' || last) && matches!(unit, Some("名" | "位")) {
            return Some(Reason::Name);
        }
        let small = quantity.value <= Decimal::from(12);
        // 甲类56件、乙类24件，两类合计占66.7%
        if small && Measure::Sort.has(unit) && ends_clause(before) && self.cue_at(Cue::Together, quantity.range.end) {
            return Some(Reason::Enumeration);
        }
        // 四项收入的贡献率分别为57%、16%: those told before are taken together.
        if small
            && quantity.numeral.style == Style::Chinese
            && Measure::Sort.has(unit)
            && ends_clause(before)
            && self.tells_each(quantity.range.end)
        {
            return Some(Reason::Enumeration);
        }
        // 成本上升占46%，订单减少占52%，两项可多选
        let sorts = (Measure::Sort.has(unit) || unit == Some("者")) && quantity.numeral.style == Style::Chinese;
        if small && sorts && ends_clause(before) && self.cue_at(Cue::Again, quantity.range.end) {
            return Some(Reason::Enumeration);
        }
        let few = small && unit == Some("个");
        // 由总体情况等6个部分组成, 实现3个100%
        let own = ["方面", "部分组成", "100%", "台阶"].iter().any(|word| self.passage.has(quantity.range.end, word));
        let counted = |at: usize| {
            self.char(at + 1) == '个' && (self.char(at).is_ascii_digit() || numeral::digit(self.char(at)).is_some())
        };
        let one = quantity.kind == Some(Kind::Ratio) && quantity.range.start.checked_sub(2).is_some_and(counted);
        // 报告含六个部分。
        let chapters = self.passage.has(quantity.range.end, "部分") && ends_clause(self.char(quantity.range.end + 2));
        (few && (own || chapters) || one).then_some(Reason::Enumeration)
    }

    /// Whether 分别 stands in the clause that goes on at `from`, near it.
    fn tells_each(&self, from: usize) -> bool {
        const REACH: usize = 16;
        (from..from + REACH)
            .take_while(|&at| !ends_clause(self.char(at)) && !self.char(at).is_ascii_digit())
            .any(|at| senses(Sense::Each).is_at(&self.passage.chars, at))
    }
}
