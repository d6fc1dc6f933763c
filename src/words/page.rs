//! Every word of the page.

use super::Language;

/// Declares the catalogue: name, Chinese, English.
macro_rules! catalogue {
    ($($name:ident: $chinese:literal, $english:literal;)+) => {
        /// The words of the page in one language. `{}` is where a number or a name goes.
        #[derive(Debug)]
        #[allow(missing_docs)]
        pub struct Words { $(pub $name: &'static str,)+ }

        const CHINESE: Words = Words { $($name: $chinese,)+ };
        const ENGLISH: Words = Words { $($name: $english,)+ };

        /// All of them.
        #[cfg(test)]
        pub const PAIRS: &[(&str, &str)] = &[$(($chinese, $english),)+];
    };
}

catalogue! {
    name: "纲目", "Gangmu";
    tagline: "粘贴一份政府报告，即见其纲，尽得其目。", "Paste a Chinese government report: see its outline, and every figure in it.";
    promise: "文字只在这台电脑上处理，不上传，不留存。", "The text is read on this computer. Nothing is sent, nothing is kept.";
    proof: "想验证？断开网络照样能用；或按 F12 看“网络”一栏，粘贴之后没有一个请求。", "Check it: it works with the network off. Or press F12 and watch Network: after a paste there is no request.";
    local: "本机处理，不上传", "Read on this computer";
    invite: "按 Ctrl+V 粘贴报告全文，或把一个或几个 .docx、.pdf、.html、.txt 文件拖到这里", "Press Ctrl+V to paste a report, or drop one or several .docx, .pdf, .html or .txt files here";
    invite_touch: "粘贴报告全文，或打开一个或几个 .docx、.pdf、.html、.txt 文件", "Paste a report, or open one or several .docx, .pdf, .html or .txt files";
    paste_by_touch: "长按这里，选“粘贴”", "Press and hold here, then choose Paste";
    paste: "粘贴报告", "Paste";
    open: "打开文件", "Open file";
    example: "看一份示例", "See an example";
    type_in: "手工录入", "Type";
    what_outline: "大纲", "Outline";
    what_outline_more: "章节层次一目了然，序号错漏随即指出", "every heading in its place, numbering faults pointed out";
    what_figures: "指标", "Figures";
    what_figures_more: "每项指标有名、有值、有出处，点一下就到原文", "each named, valued, one click from its words";
    what_checks: "核对", "Checks";
    what_checks_more: "分项与合计、比率与增减，逐一验算", "parts and totals, rates and changes, all done again";
    edit: "编辑", "Edit";
    finish: "完成", "Done";
    clear: "清空", "Clear";
    copy: "复制表格", "Copy";
    copy_hint: "复制表中的指标，可直接粘贴到 Excel", "Copy the figures shown, ready for Excel";
    take: "导出", "Export";
    pictures: "图示", "Pictures";
    no_pictures: "没有可以画成图的指标：要有其中项、比率，或者由多少到多少的变化。", "Nothing to draw: no breakdown, rate or change was found.";
    more_pictures: "只画出前 {} 幅，共 {} 幅。", "The first {} pictures of {}.";
    save_svg: "存为 SVG", "Save SVG";
    save_png: "存为 PNG", "Save PNG";
    range: "范围", "What";
    range_shown: "只要筛选出的 {} 项", "The {} figures shown";
    range_all: "全部 {} 项", "All {} figures";
    measured: "数值单位：{}", "Unit of figures: {}";
    units: "数值单位", "Unit of figures";
    unit_printed: "原文单位", "As printed";
    unit_base: "元", "元";
    unit_ten_thousand: "万元", "万元";
    unit_hundred_million: "亿元", "亿元";
    save_excel: "Excel 工作簿", "Excel workbook";
    save_excel_hint: "指标、大纲、核对、来源四张表", "Figures, outline, findings and source, a sheet each";
    save_html: "网页文件", "HTML file";
    save_html_hint: "大纲、指标、核对和标注的原文，不用联网，可以发给别人", "Outline, figures, findings and the marked text, to open and mail anywhere";
    save_csv: "CSV", "CSV";
    save_csv_hint: "指标表，可用各种表格软件打开", "The table, for any spreadsheet";
    save_markdown: "Markdown", "Markdown";
    save_markdown_hint: "大纲、指标、核对，纯文本文档", "Outline, figures and findings as plain text";
    save_json: "JSON", "JSON";
    save_json_hint: "整个解读，供程序使用", "The whole reading, for programs";
    print: "打印", "Print";
    keep: "保存", "Save";
    keep_on: "保存已开启", "Saving is on";
    keep_kept: "已保存", "Saved";
    keep_pending: "保存中…", "Saving…";
    keep_refused: "未能保存", "Not saved";
    keep_released: "这份未保存", "Not saved";
    keep_title: "保存在这个浏览器里", "Save in this browser";
    keep_off: "现在什么也没有保存：关闭或重新载入网页，文字和更正就没有了。", "Nothing is saved now: close or reload the page, and text and corrections are gone.";
    keep_promise: "开启后，原文、更正、确认和视图设置保存在这台电脑的这个浏览器里，不加密，不上传。能用这个浏览器的人都能打开，同一网站的其他网页也能读到。浏览器清理数据、空间不足时可能把它们删掉，要紧的请另存为文件。", "Once on, texts, corrections, confirmations and view choices are saved in this browser on this computer, not encrypted, not sent. Whoever uses this browser can open them, and other pages of the same site can read them. The browser may clear them when it runs out of room or is told to: save what matters as a file.";
    keep_from_disk: "本页是从磁盘打开的：这个浏览器打开的其他本地网页也可能读到。", " This page was opened from a disk: other local pages in this browser may be able to read them too.";
    keep_begin: "开启保存", "Save my work";
    keep_on_hint: "保存已开启：有改动随即保存。", "Saving is on: changes are saved as they are made.";
    keep_released_hint: "屏幕上的这份报告已从保存中删除，不再保存。", "The report on the screen was deleted from what is saved, and is saved no more.";
    keep_again: "重新保存这份", "Save it again";
    kept_reports: "保存的报告", "Saved reports";
    all_reports: "全部导出为一个 Excel，或并排对照", "Save all as one Excel file, or compare";
    back_to_many: "← 多份报告（{}）", "← Many reports ({})";
    leave_many: "放下这些报告", "Let these reports go";
    left_many: "已放下 {} 份报告", "Reports let go: {}";
    kept_twice: "同一原文另有保存", "the same text is saved once more";
    delete: "删除", "Delete";
    delete_report: "删除“{}”", "Delete “{}”";
    work_file: "工作文件", "Work file";
    work_file_hint: "把原文连同更正、确认存成一个文件，可以备份、换电脑、交给同事，再用“打开文件”接着做。", "Text, corrections and confirmations in one file: to back up, to move to another computer, to hand to a colleague, and to open again.";
    work_out: "另存为工作文件", "Save as a work file";
    work_in: "打开工作文件", "Open a work file";
    work_name: "工作", "work";
    work_newer: "这个工作文件是较新版本的纲目存的，请先更新。", "A newer version of the page wrote this work file: update first.";
    opening: "正在打开…", "Opening…";
    not_opened: "未能打开：请重新载入网页再试", "Not opened: load the page again and try once more";
    work_damaged: "这个工作文件不完整，打不开。", "This work file is damaged and cannot be opened.";
    forget_title: "清除全部保存内容", "Delete all that is saved";
    forget_hint: "删除这个浏览器里保存的所有报告和设置，并停止保存。屏幕上的内容不受影响。", "Deletes every report and setting saved in this browser, and stops saving. What is on the screen stays.";
    forget: "全部清除", "Delete all that is saved";
    forget_sure: "删除后不能恢复。", "This cannot be undone.";
    forget_yes: "确定删除", "Delete";
    forgotten: "保存的内容已全部删除，不再保存", "All that was saved is deleted; nothing is saved any more";
    released: "这份报告已在别处删除，不再保存；屏幕上的还在", "This report was deleted elsewhere and is saved no more; it is still on the screen";
    store_full: "浏览器的存储空间已满，没有存上。屏幕上的内容还在，请另存为工作文件。", "The browser has no room left: not saved. All is still on the screen; save it as a work file.";
    store_blocked: "浏览器不允许本页保存数据，没有存上。屏幕上的内容还在，请另存为工作文件。", "The browser does not let this page save anything: not saved. All is still on the screen; save it as a work file.";
    promise_kept: "文字只在这台电脑上处理，不上传；按您的要求保存在这个浏览器里。", "The text is read on this computer and not sent; as you asked, it is saved in this browser.";
    language: "EN", "中";
    language_hint: "English", "中文";
    theme: "切换明暗", "Light or dark";
    actions: "操作", "Actions";
    more: "更多", "More";
    panes: "窗格", "Panes";
    outline: "大纲", "Outline";
    text: "原文", "Text";
    table: "指标", "Figures";
    checks: "核对", "Checks";
    text_edited: "编辑原文", "Edit the text";
    search: "搜索指标、数值、时期", "Search figures";
    only_section: "只看本节", "This section";
    find: "在原文、大纲、指标中查找", "Find in text, outline and table";
    find_short: "查找", "Find";
    found: "{} / {}", "{} / {}";
    found_in: "原文 {} · 大纲 {} · 指标 {}", "text {} · outline {} · table {}";
    not_found: "没有找到", "Not found";
    previous: "上一处", "Previous";
    next: "下一处", "Next";
    close: "关闭", "Close";
    ledger: "未计数字 {}", "Other numerals {}";
    ledger_hint: "标出每一个未列入指标的数字，指向它可见缘由，点它或按 Enter 列为指标", "Show every numeral that is no figure, and why; click one or press Enter to add it";
    speech: "词语 {}", "Words {}";
    speech_hint: "连同“一步”“第一时间”这类词语里的数字一起标出", "Show numerals that are parts of words as well";
    skipped_as: "{}：未列入，{}", "{}: no figure, {}";
    shortcuts: "快捷键", "Shortcuts";
    key_paste: "粘贴报告", "Paste a report";
    key_next: "查找时：下一处、上一处", "While finding: next, previous";
    key_rows: "在指标和大纲中逐行移动，原文随之", "Go from row to row; the text follows";
    key_enter: "到原文中去；在原文中按则回到表格", "Go into the text; from there back to the table";
    key_figures: "在原文中：从一个数据到下一个", "In the text: from figure to figure";
    key_add: "在未计数字上：列为指标", "On another numeral: add it as a figure";
    key_leave: "关闭，或结束编辑", "Close, or end editing";
    key_tree: "在大纲中：收起、展开章节；全部展开", "In the outline: fold and unfold sections; unfold all";
    fold_pane: "收起“{}”窗格", "Fold the pane “{}”";
    move_pane: "移动“{}”窗格，现在是第 {} 个", "Move the pane “{}”, now number {}";
    move_hint: "拖到别处，或按 ← → 移动", "Drag it elsewhere, or use ← and →";
    outline_width: "大纲的宽度", "Width of the outline";
    table_width: "指标的宽度", "Width of the table";
    split_hint: "拖动或按方向键调整宽度，双击或按 Enter 收起", "Drag or use the arrow keys; double-click or Enter folds";
    evidence: "依据", "Why";
    exactness: "限定", "Exactness";
    because_words: "见“{}”", "by the words “{}”";
    period_elsewhere: "见别处的“{}”", "by the words “{}” elsewhere";
    because_planned: "所在句子或章节讲的是计划、目标", "its sentence or section speaks of plans";
    correct: "更正", "Correct";
    correct_report: "更正报送单位、年度、文种", "Correct issuer, year and genre";
    no_year: "四位数字的年份，如 2023", "A year of four digits, such as 2023";
    confirm: "确认", "Confirm";
    confirmed: "已确认", "Confirmed";
    unconfirmed: "不再确认", "Confirmed no more";
    told_of: "{}：{}", "{}: {}";
    exclude: "排除", "Exclude";
    excluded: "已排除：{}", "Excluded: {}";
    cleared: "已清空", "Cleared";
    replaced: "已换成另一份报告", "Another report took the place of the one before";
    excluded_count: "已排除 {} 项", "{} excluded";
    lost: "原文已改，这处更正找不到位置：{}", "The text has changed: no place for the correction of {}";
    restore: "恢复", "Restore";
    as_it_was: "恢复原样", "As it was read";
    changed: "已更正", "corrected";
    added: "补录", "added";
    unseen: "未确认", "not confirmed";
    confidence: "可信度", "Certainty";
    save: "保存", "Save";
    cancel: "取消", "Cancel";
    no_number: "请填数字，如 98.5；单位另填", "Give a number, such as 98.5; its unit has a field of its own";
    turn_sign: "变正负号", "Change the sign";
    undo: "撤销", "Undo";
    redo: "重做", "Redo";
    new_figure: "新指标", "New figure";
    add_selected: "列为指标", "Add as figure";
    add_selected_hint: "先在原文中选取一个数字，再按此列入指标", "Select a number in the text, then press to add it";
    no_quantity: "请先在原文中选取一个数字，连同单位", "Select a number in the text first, with its unit";
    key_undo: "撤销、重做", "Undo, redo";
    options: "筛选与列", "Filters and columns";
    every: "全部", "All";
    filter_kind: "类型", "Kind";
    filter_role: "性质", "Role";
    filter_mark: "核对与标记", "Checks and marks";
    mark_disagrees: "核对不符", "Disagrees";
    mark_agrees: "核对相符", "Agrees";
    group_by: "分组", "Group by";
    by_wholes: "总项与分项", "Whole and parts";
    by_sections: "章节", "Section";
    by_nothing: "不分组", "Nothing";
    columns: "显示的列", "Columns";
    kind: "类型", "Kind";
    whole: "隶属", "Part of";
    sentence: "原句", "Sentence";
    no_section: "标题之前", "Before any heading";
    unsure: "读法待核", "reading unsure";
    unsure_hint: "这一项的解读可信度不高，请对照原文", "The reading is not sure of this row: compare it with the text";
    indicator: "指标", "Figure";
    value: "数值", "Value";
    unit: "单位", "Unit";
    period: "时期", "Period";
    section: "章节", "Section";
    share_of: "占 {}%", "{}% of the whole";
    rows_of: "{} / {} 行", "{} of {} rows";
    figures: "项指标", "figures";
    told: "{} 项指标，{} 处不符", "{} figures, {} disagree";
    sections: "个章节", "sections";
    agree: "处核对相符", "checks agree";
    disagree: "处不符", "disagree";
    odd: "处存疑", "to look at";
    parts: "法定内容", "Statutory parts";
    missing: "缺", "missing";
    untitled: "未见标题的文字", "A text without a title";
    year: "{} 年", "{}";
    reading: "正在解读…", "Reading…";
    waiting: "文字一来，大纲和指标随之出现", "Outline and figures appear as the text comes";
    failed: "解读中断了，原文仍在。", "The reading broke off. The text is still here.";
    reading_long: "正在解读，用时较长……", "Reading takes long…";
    stop: "停止", "Stop";
    stopped: "解读已停止，原文仍在。", "The reading was stopped. The text is still here.";
    go_on: "继续解读", "Read on";
    changes: "改动", "Changes";
    retry: "再试一次", "Try again";
    no_sections: "没有见到“一、”“（一）”这样的章节序号，所以没有大纲。", "No numbered headings such as 一、 or （一） were found, so there is no outline.";
    no_figures: "这段文字里没有读到指标。", "No figures were found in this text.";
    no_rows: "没有符合条件的指标。", "No figure matches.";
    show_all: "显示全部", "Show all";
    no_checks: "文中没有可以相互验算的指标。", "The text makes no claim that could be checked.";
    not_agreeing: "不符", "Do not agree";
    to_look_at: "存疑", "To look at";
    missing_parts: "缺少的法定内容", "Missing statutory parts";
    missing_part: "全文未见“{}”", "“{}” is nowhere in the text";
    agreeing: "相符", "Agree";
    copied: "已复制 {} 行，可粘贴到 Excel", "{} rows are on the clipboard, ready for Excel";
    not_copied: "浏览器未允许复制，请改用“导出”", "The browser refused the clipboard; export a file instead";
    saved: "已导出 {}", "Exported {}";
    not_saved: "未能导出：请重新载入网页再试", "Not exported: load the page again and try once more";
    press_paste: "请按 Ctrl+V（⌘V）粘贴", "Press Ctrl+V (⌘V) to paste";
    only_address: "这只是一个网址：请打开它，复制其中的文字再粘贴", "This is only an address: open it, copy its text, and paste that";
    nothing_there: "没有可读的文字", "There is no text in it";
    figures_file: "指标", "figures";
    chosen_file: "筛选{}项", "{} chosen";
    reading_file: "解读", "reading";
    fold: "收起", "Fold";
    unfold: "展开", "Unfold";
    to_table: "跳到指标表", "Skip to the figures";
    legend_count: "数量", "count";
    legend_money: "金额", "money";
    legend_rate: "比率增减", "rate";
    legend_rank: "位次", "rank";
    legend_measure: "计量", "measure";
}

impl Language {
    /// The words of the page in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Chinese => &CHINESE,
            Self::English => &ENGLISH,
        }
    }
}
