//! The words of the report model in Chinese, as every output and the page show them. A word that is not known is
//! shown as it is.

/// What sort of document it is.
pub fn genre(word: &str) -> &str {
    match word {
        "law_based_government" => "法治政府建设年度报告",
        "openness" => "政府信息公开工作年度报告",
        "work_report" => "政府工作报告",
        "statistics" => "统计公报与统计分析",
        "summary" => "工作总结",
        "other" => "其他",
        _ => word,
    }
}

/// A statutory part.
pub fn part(word: &str) -> &str {
    match word {
        "achievements" => "主要举措和成效",
        "problems" => "存在的不足和原因",
        "first_responsible" => "主要负责人履行第一责任人职责情况",
        "plans" => "下一年度主要安排",
        _ => word,
    }
}

/// Which rule named a figure.
pub fn name_rule(word: &str) -> &str {
    match word {
        "before" => "数字之前的词",
        "behind" => "数字之后的词",
        "around" => "数字前后的词",
        "joined" => "与前一数据共用名称",
        "borrowed" => "借用前面的数据或分句",
        "bracket" => "括号之前的词",
        "respectively" => "按“分别”逐一对应",
        "both" => "一个数值说明几项，逐项列出",
        "change" => "与变化的起点同名",
        "comparison" => "与所比较的数据同名",
        "composition" => "构成比，各项同名",
        "table" => "表格的行名与列名",
        "quote" => "没有找到名称，照录原文",
        _ => word,
    }
}

/// Which rule told what a figure belongs to.
pub fn link_rule(word: &str) -> &str {
    match word {
        "bracket" => "在整体之后的括号里",
        "attribute" => "名称说的是前面事物的属性",
        "target" => "是实际完成数的目标",
        "relative" => "比率、增减、位次说明前面的数据",
        "joined" => "紧接前一数据",
        "among" => "在“其中”之后",
        "outcome" => "是前面事物的办理结果",
        "sum" => "与并列各项相加恰为整体",
        "remainder" => "是整体的其余部分",
        "shared" => "与并列各项各占前一句整体的一份",
        "threshold" => "是前面事物中达到门槛的部分",
        "respectively" => "按“分别”对应前面的数据",
        "comparison" => "是用来比较的数据",
        "table" => "在表格的同一行",
        _ => word,
    }
}

/// What dimension a figure has.
pub fn kind(word: &str) -> &str {
    match word {
        "count" => "数量",
        "money" => "金额",
        "ratio" => "比率",
        "growth" => "增减",
        "rank" => "位次",
        "duration" => "时长",
        "area" => "面积",
        "length" => "长度",
        "mass" => "重量",
        "volume" => "体积",
        "energy" => "能量",
        "power" => "功率",
        "index" => "指数",
        "multiple" => "倍数",
        "points" => "百分点",
        "score" => "得分",
        _ => word,
    }
}

/// What the figure is to the report.
pub fn role(word: &str) -> &str {
    match word {
        "actual" => "实际",
        "target" => "目标",
        "baseline" => "基数",
        "limit" => "限值",
        _ => word,
    }
}

/// How exact the figure is.
pub fn qualifier(word: &str) -> &str {
    match word {
        "exact" => "确数",
        "about" => "约数",
        "over" => "超过",
        "at_most" => "不超过",
        "at_least" => "不少于",
        _ => word,
    }
}

/// Which way a change went.
pub fn direction(word: &str) -> &str {
    match word {
        "up" => "上升",
        "down" => "下降",
        _ => word,
    }
}

/// What a person did with a figure.
pub fn amendment(word: &str) -> &str {
    match word {
        "confirmed" => "确认",
        "corrected" => "更正",
        "added" => "自加",
        "excluded" => "排除",
        _ => word,
    }
}

/// How a figure belongs to another.
pub fn relation(word: &str) -> &str {
    match word {
        "part" => "其中",
        "attribute" => "说明",
        _ => word,
    }
}

/// Why a numeral is no figure.
pub fn reason(word: &str) -> &str {
    match word {
        "date" => "日期",
        "period" => "时期",
        "slogan" => "口号或固定说法",
        "document_number" => "文号、条款或届次",
        "threshold" => "指标名称中的门槛",
        "name" => "名称中的数字",
        "code" => "号码或编号",
        "ordinal" => "次序",
        "marker" => "序号",
        "enumeration" => "列举的项数",
        "word" => "词语中的数字",
        "table" => "表格中的数字",
        "bare" => "没有对象的数字",
        _ => word,
    }
}

/// What a check compares.
pub fn check(word: &str) -> &str {
    match word {
        "sum" => "分项合计",
        "list_count" => "列举项数",
        "ratio" => "比率",
        "target" => "目标完成",
        "change" => "增减变化",
        "total" => "前后一致",
        "rank" => "位次",
        _ => word,
    }
}

/// How a check came out.
pub fn status(word: &str) -> &str {
    match word {
        "consistent" => "相符",
        "inconsistent" => "不符",
        _ => word,
    }
}

/// What is odd in a text.
pub fn finding(word: &str) -> &str {
    match word {
        "numbering" => "序号",
        "table" => "表格",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{
        CheckKind, Direction, FindingKind, Genre, Kind, Part, Qualifier, Reason, Relation, Role, Status,
    };

    macro_rules! every_word_is_chinese {
        ($($show:ident: $vocabulary:ident,)+) => {$(
            for word in $vocabulary::ALL {
                let shown = super::$show(word.as_str());
                assert!(!shown.is_ascii(), "{}: {}", stringify!($show), word.as_str());
            }
        )+};
    }

    #[test]
    fn every_word_of_the_model_is_shown_in_chinese() {
        every_word_is_chinese! {
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
        }
    }
}
