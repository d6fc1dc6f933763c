//! The words of the files that a reading leaves in: headings, heads of columns, what is said around the figures.

use super::Pair;

/// Declares them: name, Chinese, English. `{}` is where a number or a name goes.
macro_rules! pairs {
    ($($name:ident: $chinese:literal, $english:literal;)+) => {
        $(#[allow(missing_docs)]
        pub const $name: Pair = ($chinese, $english);)+

        /// All of them.
        #[cfg(test)]
        pub const PAIRS: &[Pair] = &[$($name,)+];
    };
}

pub(super) use pairs;

pairs! {
    FIGURES: "指标", "Figures";
    OUTLINE: "大纲", "Outline";
    CHECKS: "核对", "Checks";
    COMPARISON: "对照", "Comparison";
    SOURCE: "来源", "Source";
    TEXT: "原文", "Text";
    CHANGES: "改动", "Changes";
    INDICATOR: "指标", "Figure";
    VALUE: "数值", "Value";
    LOW: "下限", "Low";
    UNIT: "单位", "Unit";
    PRINTED: "原文", "As printed";
    KIND: "类型", "Kind";
    ROLE: "性质", "Role";
    EXACTNESS: "限定", "Exactness";
    DIRECTION: "方向", "Direction";
    ABOUT: "说明", "About";
    PERIOD: "时期", "Period";
    WHOLE: "隶属", "Part of";
    RELATION: "关系", "Relation";
    SECTION: "章节", "Section";
    START: "起", "Start";
    END: "止", "End";
    REPORT: "报告", "Report";
    SHA256: "SHA-256", "SHA-256";
    PROGRAM: "程序", "Program";
    SENTENCE: "原句", "Sentence";
    LEVEL: "层级", "Level";
    MARKER: "序号", "Number";
    TITLE: "标题", "Title";
    COUNT: "指标项数", "Figures";
    PART: "法定内容", "Statutory part";
    RESULT: "结果", "Result";
    SORT: "类别", "Sort";
    MESSAGE: "说明", "Finding";
    ISSUER: "报送单位", "Issuer";
    YEAR: "年度", "Year";
    GENRE: "文种", "Genre";
    DATE: "日期", "Date";
    CHOSEN: "筛选", "Chosen";
    MEASURE: "数值单位", "Unit of figures";
    MISSING_PARTS: "缺少的法定内容", "Missing statutory parts";
    FILE: "文件", "File";
    TEXT_SHA256: "原文 SHA-256", "SHA-256 of the text";
    WRONG: "不符", "Do not agree";
    MISSING: "缺少", "Missing";
    ODD: "存疑", "To look at";
    RIGHT: "相符", "Agree";
    UNTITLED: "无标题", "Untitled";
    AS_PRINTED: "原文单位", "As printed";
    CHOSEN_OF: "筛选出 {} 项，共 {} 项", "{} figures chosen of {}";
    IN_ALL: "共 {} 项", "{} in all";
    HELD: "{} 项指标", "figures: {}";
    LACKS: "缺 {}", "Missing: {}";
    IN_YEAR: "{} 年", "{}";
    OF_FILE: "文件 {}", "File {}";
    READ_BY: "{} 读出，引用之前请对照原文", "Read by {}; compare with the text before you quote it";
    NO_SECTIONS: "没有读到编号的标题。", "No numbered headings were found.";
    NO_FIGURES: "没有读到指标。", "No figures were found.";
    NO_CHECKS: "文中没有可以相互验算的指标。", "The text makes no claim that could be checked.";
    STOP: "。", ".";
    COMMA: "，", ", ";
    AND: "、", ", ";
    TOLD: "{}：{}", "{}: {}";
    QUOTED: "“{}”", "“{}”";
    IN_BRACKETS: "{}（{}）", "{} ({})";
    WAS_READ: "原读{}", "was read: {}";
    WAS_FIELD: "{}{}", "{} {}";
    NOTHING: "无", "none";
    CONFIRMED_TOO: "已确认", "confirmed";
    EXCESS: "多出", "too much";
    LACK: "少了", "missing";
    FROM_TO: "由…到…", "From … to …";
    RATES: "比率", "Rates";
    HOLDERS: "报告份数", "Reports";
    CHANGED: "增减（%）", "Change (%)";
    CHANGED_IN: "{}增减（%）", "{}: change (%)";
    BY_POINTS: "{} 个百分点", "{} points";
    NUMBERED: "{}（{}）", "{} ({})";
    YEAR_BEFORE: "上年{}", "previous year {}";
    YEAR_AFTER: "下年{}", "next year {}";
    YEARS_BEFORE: "{} 年前{}", "{} years before {}";
    YEARS_AFTER: "{} 年后{}", "{} years later {}";
}
