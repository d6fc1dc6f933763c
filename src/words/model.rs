//! The words of the report model, as every output and the page show them.

use super::Language;
use crate::contract::Deed;
use crate::report::{
    CheckKind, Direction, FindingKind, Genre, Kind, LinkRule, NameRule, Part, Qualifier, Reason, Relation, Role, Status,
};

/// Declares them: the member of the model, Chinese, English.
macro_rules! model {
    ($($(#[$about:meta])+ $name:ident: $vocabulary:ident { $($member:ident: $chinese:literal, $english:literal;)+ })+) => {
        impl Language {
            $($(#[$about])+
            pub const fn $name(self, member: $vocabulary) -> &'static str {
                self.pick(match member { $($vocabulary::$member => ($chinese, $english),)+ })
            })+
        }

        /// All of them.
        #[cfg(test)]
        pub const PAIRS: &[(&str, &str)] = &[$($(($chinese, $english),)+)+];
    };
}

model! {
    /// What sort of document it is.
    genre: Genre {
        LawBasedGovernment: "法治政府建设年度报告", "Annual report on law-based government";
        Openness: "政府信息公开工作年度报告", "Annual report on open government";
        WorkReport: "政府工作报告", "Government work report";
        Statistics: "统计公报与统计分析", "Statistics";
        Summary: "工作总结", "Summary of work";
        Other: "其他", "Other";
    }
    /// A statutory part.
    part: Part {
        Achievements: "主要举措和成效", "Measures and results";
        Problems: "存在的不足和原因", "Shortcomings and causes";
        FirstResponsible: "履行第一责任人职责情况", "Leaders' first responsibility";
        Plans: "下一年度主要安排", "Plans for next year";
    }
    /// Which rule named a figure.
    name_rule: NameRule {
        Before: "数字之前的词", "the words before the number";
        Behind: "数字之后的词", "the words behind the number";
        Around: "数字前后的词", "the words on both sides of the number";
        Joined: "与前一指标共用名称", "shares the name of the figure it touches";
        Borrowed: "借用前面的指标或分句", "takes the name of a figure or clause before it";
        Bracket: "括号之前的词", "the words before the bracket";
        Respectively: "按“分别”逐一对应", "matched in order by 分别";
        Both: "一个数值说明几项，逐项列出", "one value said of several things";
        Change: "与变化的起点同名", "named like the start of the change";
        Comparison: "与所比较的指标同名", "named like what it is compared with";
        Composition: "构成比，各项同名", "a share of a composition";
        Table: "表格的行名与列名", "the names of row and column";
        Quote: "没有找到名称，照录原文", "no name was found: as it is printed";
    }
    /// Which rule told what a figure belongs to.
    link_rule: LinkRule {
        Bracket: "在整体之后的括号里", "in the bracket behind the whole";
        Attribute: "名称说的是前面事物的属性", "names a property of what stands before";
        Target: "是实际完成数的目标", "the target of what was reached";
        Relative: "比率、增减、位次说明前面的指标", "a rate, growth or rank of the figure before";
        Joined: "紧接前一指标", "follows the figure directly";
        Among: "在“其中”之后", "behind 其中";
        Outcome: "是前面事物的办理结果", "what became of what stands before";
        Sum: "与并列各项相加恰为整体", "adds up to the whole with its neighbours";
        Remainder: "是整体的其余部分", "what is left of the whole";
        Shared: "与并列各项各占前一句整体的一份", "one of several shares of the whole in the sentence before";
        Threshold: "是前面事物中达到门槛的部分", "those of them over a threshold";
        Respectively: "按“分别”对应前面的指标", "matched in order by 分别";
        Comparison: "是用来比较的指标", "what the figure is compared with";
        Table: "在表格的同一行", "in the same row of a table";
    }
    /// What dimension a figure has.
    kind: Kind {
        Count: "数量", "count";
        Money: "金额", "money";
        Ratio: "比率", "ratio";
        Growth: "增减", "growth";
        Rank: "位次", "rank";
        Duration: "时长", "duration";
        Area: "面积", "area";
        Length: "长度", "length";
        Mass: "重量", "mass";
        Volume: "体积", "volume";
        Energy: "能量", "energy";
        Power: "功率", "power";
        Index: "指数", "index";
        Multiple: "倍数", "multiple";
        Points: "百分点", "points";
        Score: "得分", "score";
    }
    /// What the figure is to the report.
    role: Role {
        Actual: "实际", "actual";
        Target: "目标", "target";
        Baseline: "基数", "baseline";
        Limit: "限值", "limit";
    }
    /// How exact the figure is.
    qualifier: Qualifier {
        Exact: "确数", "exact";
        About: "约数", "about";
        Over: "超过", "over";
        AtMost: "不超过", "at most";
        AtLeast: "不少于", "at least";
    }
    /// Which way a change went.
    direction: Direction {
        Up: "上升", "up";
        Down: "下降", "down";
    }
    /// What a person did with a figure.
    deed: Deed {
        Confirmed: "确认", "confirmed";
        Corrected: "更正", "corrected";
        Added: "补录", "added";
        Excluded: "排除", "excluded";
    }
    /// How a figure belongs to another.
    relation: Relation {
        Part: "其中", "part";
        Attribute: "说明", "attribute";
    }
    /// Why a numeral is no figure.
    reason: Reason {
        Date: "日期", "date";
        Period: "时期", "period";
        Slogan: "口号或固定说法", "slogan";
        DocumentNumber: "文号、条款或届次", "document number";
        Threshold: "指标名称中的门槛", "threshold";
        Name: "名称中的数字", "name";
        Code: "号码或编号", "code";
        Ordinal: "次序", "ordinal";
        Marker: "序号", "marker";
        Enumeration: "列举的项数", "enumeration";
        Word: "词语中的数字", "word";
        Table: "表格中的数字", "table";
        Bare: "没有对象的数字", "bare";
    }
    /// What a check compares.
    check: CheckKind {
        Sum: "分项合计", "Sum";
        ListCount: "列举项数", "List count";
        Ratio: "比率", "Ratio";
        Target: "目标完成", "Target";
        Change: "增减变化", "Change";
        Total: "前后一致", "Total";
        Rank: "位次", "Rank";
    }
    /// How a check came out.
    status: Status {
        Consistent: "相符", "consistent";
        Inconsistent: "不符", "inconsistent";
    }
    /// What is odd in a text.
    finding: FindingKind {
        Numbering: "序号", "Numbering";
        Table: "表格", "Table";
        Figures: "数据", "Figures";
        Further: "另一份报告", "Another report";
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_of_the_model_is_shown_in_both_languages() {
        for (chinese, english) in super::PAIRS {
            assert!(!chinese.is_ascii(), "{chinese}");
            assert!(!english.contains('_') && english.starts_with(char::is_alphabetic), "{english}");
        }
    }
}
