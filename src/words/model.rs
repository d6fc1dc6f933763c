//! The words of the report model, as every output and the page show them. A word that is not known is shown as it is.

use super::Language;

/// Declares them: the word of the model, Chinese, English.
macro_rules! model {
    ($($(#[$about:meta])+ $name:ident { $($word:literal: $chinese:literal, $english:literal;)+ })+) => {
        impl Language {
            $($(#[$about])+
            pub fn $name(self, word: &str) -> &str {
                match word {
                    $($word => self.pick(($chinese, $english)),)+
                    _ => word,
                }
            })+
        }

        /// All of them.
        #[cfg(test)]
        pub const PAIRS: &[(&str, &str)] = &[$($(($chinese, $english),)+)+];
    };
}

model! {
    /// What sort of document it is.
    genre {
        "law_based_government": "法治政府建设年度报告", "Annual report on law-based government";
        "openness": "政府信息公开工作年度报告", "Annual report on open government";
        "work_report": "政府工作报告", "Government work report";
        "statistics": "统计公报与统计分析", "Statistics";
        "summary": "工作总结", "Summary of work";
        "other": "其他", "Other";
    }
    /// A statutory part.
    part {
        "achievements": "主要举措和成效", "Measures and results";
        "problems": "存在的不足和原因", "Shortcomings and causes";
        "first_responsible": "履行第一责任人职责情况", "What the leaders did as first responsible";
        "plans": "下一年度主要安排", "Plans for next year";
    }
    /// Which rule named a figure.
    name_rule {
        "before": "数字之前的词", "the words before the number";
        "behind": "数字之后的词", "the words behind the number";
        "around": "数字前后的词", "the words on both sides of the number";
        "joined": "与前一指标共用名称", "shares the name of the figure it touches";
        "borrowed": "借用前面的指标或分句", "takes the name of a figure or clause before it";
        "bracket": "括号之前的词", "the words before the bracket";
        "respectively": "按“分别”逐一对应", "matched in order by 分别";
        "both": "一个数值说明几项，逐项列出", "one value said of several things";
        "change": "与变化的起点同名", "named like the start of the change";
        "comparison": "与所比较的指标同名", "named like what it is compared with";
        "composition": "构成比，各项同名", "a share of a composition";
        "table": "表格的行名与列名", "the names of row and column";
        "quote": "没有找到名称，照录原文", "no name was found: as it is printed";
    }
    /// Which rule told what a figure belongs to.
    link_rule {
        "bracket": "在整体之后的括号里", "in the bracket behind the whole";
        "attribute": "名称说的是前面事物的属性", "names a property of what stands before";
        "target": "是实际完成数的目标", "the target of what was reached";
        "relative": "比率、增减、位次说明前面的指标", "a rate, growth or rank of the figure before";
        "joined": "紧接前一指标", "follows the figure directly";
        "among": "在“其中”之后", "behind 其中";
        "outcome": "是前面事物的办理结果", "what became of what stands before";
        "sum": "与并列各项相加恰为整体", "adds up to the whole with its neighbours";
        "remainder": "是整体的其余部分", "what is left of the whole";
        "shared": "与并列各项各占前一句整体的一份", "one of several shares of the whole in the sentence before";
        "threshold": "是前面事物中达到门槛的部分", "those of them over a threshold";
        "respectively": "按“分别”对应前面的指标", "matched in order by 分别";
        "comparison": "是用来比较的指标", "what the figure is compared with";
        "table": "在表格的同一行", "in the same row of a table";
    }
    /// What dimension a figure has.
    kind {
        "count": "数量", "count";
        "money": "金额", "money";
        "ratio": "比率", "ratio";
        "growth": "增减", "growth";
        "rank": "位次", "rank";
        "duration": "时长", "duration";
        "area": "面积", "area";
        "length": "长度", "length";
        "mass": "重量", "mass";
        "volume": "体积", "volume";
        "energy": "能量", "energy";
        "power": "功率", "power";
        "index": "指数", "index";
        "multiple": "倍数", "multiple";
        "points": "百分点", "points";
        "score": "得分", "score";
    }
    /// What the figure is to the report.
    role {
        "actual": "实际", "actual";
        "target": "目标", "target";
        "baseline": "基数", "baseline";
        "limit": "限值", "limit";
    }
    /// How exact the figure is.
    qualifier {
        "exact": "确数", "exact";
        "about": "约数", "about";
        "over": "超过", "over";
        "at_most": "不超过", "at most";
        "at_least": "不少于", "at least";
    }
    /// Which way a change went.
    direction {
        "up": "上升", "up";
        "down": "下降", "down";
    }
    /// What a person did with a figure.
    amendment {
        "confirmed": "确认", "confirmed";
        "corrected": "更正", "corrected";
        "added": "补录", "added";
        "excluded": "排除", "excluded";
    }
    /// How a figure belongs to another.
    relation {
        "part": "其中", "part";
        "attribute": "说明", "attribute";
    }
    /// Why a numeral is no figure.
    reason {
        "date": "日期", "date";
        "period": "时期", "period";
        "slogan": "口号或固定说法", "slogan";
        "document_number": "文号、条款或届次", "document number";
        "threshold": "指标名称中的门槛", "threshold";
        "name": "名称中的数字", "name";
        "code": "号码或编号", "code";
        "ordinal": "次序", "ordinal";
        "marker": "序号", "marker";
        "enumeration": "列举的项数", "enumeration";
        "word": "词语中的数字", "word";
        "table": "表格中的数字", "table";
        "bare": "没有对象的数字", "bare";
    }
    /// What a check compares.
    check {
        "sum": "分项合计", "Sum";
        "list_count": "列举项数", "List count";
        "ratio": "比率", "Ratio";
        "target": "目标完成", "Target";
        "change": "增减变化", "Change";
        "total": "前后一致", "Total";
        "rank": "位次", "Rank";
    }
    /// How a check came out.
    status {
        "consistent": "相符", "consistent";
        "inconsistent": "不符", "inconsistent";
    }
    /// What is odd in a text.
    finding {
        "numbering": "序号", "Numbering";
        "table": "表格", "Table";
        "figures": "数据", "Figures";
    }
}

#[cfg(test)]
mod tests {
    use super::Language;
    use crate::report::{
        CheckKind, Direction, FindingKind, Genre, Kind, LinkRule, NameRule, Part, Qualifier, Reason, Relation, Role,
        Status,
    };

    macro_rules! every_word_is_shown {
        ($($show:ident: $vocabulary:ident,)+) => {$(
            for word in $vocabulary::ALL {
                let (chinese, english) = (Language::Chinese.$show(word.as_str()), Language::English.$show(word.as_str()));
                assert!(!chinese.is_ascii(), "{}: {}", stringify!($show), word.as_str());
                assert!(!english.contains('_') && english.starts_with(char::is_alphabetic), "{english}");
            }
        )+};
    }

    #[test]
    fn every_word_of_the_model_is_shown_in_both_languages() {
        every_word_is_shown! {
            genre: Genre,
            part: Part,
            kind: Kind,
            role: Role,
            qualifier: Qualifier,
            direction: Direction,
            relation: Relation,
            reason: Reason,
            check: CheckKind,
            status: Status,
            finding: FindingKind,
            name_rule: NameRule,
            link_rule: LinkRule,
        }
    }
}
