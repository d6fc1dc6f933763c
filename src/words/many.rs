//! The words of the dialog with many reports. They load with the part of the program that shows it.

use super::Pair;
use super::file::pairs;

pairs! {
    TITLE: "多份报告", "Many reports";
    CLOSE: "关闭", "Close";
    GATHERING: "正在打开…", "Opening…";
    READING: "正在逐份读，共 {} 份", "Reading {} reports, one after another";
    PROGRESS: "读到第几份", "How far it is";
    READ: "读完 {} 份", "Reports read: {}";
    READ_BUT: "读完 {} 份，{} 份没有读出", "Reports read: {}; not read: {}";
    READ_AGAIN: "{} 份与前面的相同", "the same as one before: {}";
    KEPT: "都保存在这个浏览器里了", "all saved in this browser";
    NOT_KEPT: "这个浏览器没有全部保存", "this browser did not save all of them";
    AND_TOLD: "；", "; ";
    SAME: "与“{}”相同", "the same as “{}”";
    DOUBLES: "{}都是{} {}的同类报告：请更正报送单位、年度或文种，或去掉一份", "{} are of one genre and have the same issuer and year, {} {}: correct any of these, or leave one out";
    FOLD: "报告（{}）", "Reports ({})";
    NONE: "没有可以读的报告。", "There is no report to read.";
    REPORTS: "报告", "Reports";
    HELD: "{} 项", "{} figures";
    WAITING: "等待", "waiting";
    NEWER: "是较新版本的纲目存的，请先更新", "saved by a newer version: update first";
    DAMAGED: "工作文件不完整", "the work file is damaged";
    BLANK: "没有文字", "holds no text";
    UNREADABLE: "打不开", "cannot be opened";
    BROKEN: "解读中断，没有读出", "the reading broke off";
    SAVE: "导出为一个 Excel", "Save as one Excel file";
    SAVE_HINT: "指标、大纲、核对、对照、来源，各一张表；勾选的 {} 份都在里面，不受筛选影响", "Figures, outline, findings, comparison and source, a sheet each, of the {} reports ticked, whatever is filtered";
    SAVED: "已保存 {}", "Saved {}";
    FILE_NAME: "汇总-{}份.xlsx", "{} reports.xlsx";
    COMPARE: "对照", "Compare";
    FIND: "筛选指标", "Filter";
    WHICH: "看哪些指标", "Which figures";
    SHARED: "两份以上报告都有的", "What two or more reports have";
    CHANGED: "数值有变化的", "What has changed";
    LACKING: "有报告缺的", "What some report lacks";
    ALL: "全部指标", "All figures";
    SORT: "按这一列排序", "Sort by this column";
    SORTED: "排序", "Sort";
    LARGEST_FIRST: "排序：从大到小", "Sort: largest first";
    SMALLEST_FIRST: "排序：从小到大", "Sort: smallest first";
    ROWS: "{} 行", "{} rows";
    NO_ROWS: "没有这样的指标。", "There is no such figure.";
    MORE: "再显示 {} 行", "Show {} more rows";
    AMEND: "更正", "Correct";
    AMEND_OF: "更正“{}”的报送单位、年度、文种", "Correct issuer, year and genre of “{}”";
    AMENDED: "已更正", "corrected";
    NO_ISSUER: "未见报送单位", "no issuer found";
    NO_YEAR: "未见年度", "no year found";
    NO_DIGITS: "四位数字的年份，如 2023", "A year of four digits, such as 2023";
    KEEP: "保存", "Save";
    CANCEL: "取消", "Cancel";
    AS_READ: "恢复原样", "As it was read";
    SHOW: "打开", "Open";
    OPEN: "打开“{}”", "Open “{}”";
}
