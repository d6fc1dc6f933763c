use super::*;
use crate::app::corrections::{Correction, Corrections, apply};
use crate::app::reading::sample;
use crate::app::saved::View;
use crate::contract::{Particulars, Span};
use crate::output::comparison::Column;
use crate::words::input;

const LATER: &str = "云溪县2024年法治政府建设情况报告\n一、主要工作\n办理行政复议案件15件。\n";
const EARLIER: &str = "云溪县2023年法治政府建设情况报告\n一、主要工作\n办理行政复议案件12件，接待群众35人次。\n";

/// Some files, all of them read.
fn read(files: &[(&str, Option<&str>)]) -> Many {
    let mut many = Many::new(Measure::Printed, Language::Chinese);
    let source = |&(name, content): &(&str, Option<&str>)| {
        Source::from_file(name.to_owned(), content.map(str::to_owned).ok_or(input::DAMAGED))
    };
    many.begin(files.iter().map(source).collect());
    while let Some((text, _)) = many.next() {
        let report = Report::new(&crate::read(text), text, None);
        many.take(Some(report));
    }
    many
}

fn words(many: &Many) -> String {
    many.view().iter().map(Node::words).collect()
}

fn both() -> Many {
    read(&[("甲.txt", Some(EARLIER)), ("乙.docx", None), ("丙.txt", Some(" \n")), ("丁.txt", Some(LATER))])
}

#[test]
fn reports_are_read_one_after_another_and_those_that_cannot_be_are_told() {
    let mut many = Many::new(Measure::Printed, Language::Chinese);
    assert!(words(&many).contains("正在打开"));
    let file = |name: &str, content: &str| Source::from_file(name.to_owned(), Ok(content.to_owned()));
    many.begin(vec![file("甲.txt", EARLIER), file("乙.txt", LATER)]);
    assert_eq!(many.next(), Some((EARLIER, None)));
    assert!(words(&many).contains("正在逐份读，共 2 份"));
    many.take(None);
    assert_eq!(many.next(), Some((LATER, None)));
    many.take(Some(sample::report()));
    assert!(words(&many).contains("读完 1 份，1 份没有读出") && words(&many).contains("解读中断"), "{}", words(&many));
    let told = words(&both());
    assert!(told.contains("读完 2 份，2 份没有读出") && told.contains("已损坏") && told.contains("没有文字"), "{told}");
    many.begin(Vec::new());
    assert!(words(&many).contains("没有可以读的报告"));
}

#[test]
fn the_workbook_has_what_is_chosen() {
    let mut many = both();
    let Some(Wish::Save(name, bytes)) = many.act("save", "") else { panic!("nothing is saved") };
    assert_eq!(name, "汇总-2份.xlsx");
    assert!(bytes.starts_with(b"PK") && words(&many).contains("已保存 汇总-2份.xlsx"));
    assert_eq!(many.act("choose", "3"), None);
    assert!(matches!(many.act("save", ""), Some(Wish::Save(name, _)) if name == "汇总-1份.xlsx"));
    assert_eq!(many.act("choose", "99"), None);
}

#[test]
fn reports_stand_side_by_side_and_a_cell_leads_to_its_figure() {
    let mut many = both();
    many.act("compare", "");
    let told = words(&many);
    assert!(
        told.contains("云溪县 2023\u{a0}年云溪县 2024\u{a0}年增减（%）") && told.contains("案件件121525"),
        "{told}"
    );
    assert!(!told.contains("接待群众"));
    many.act("which", "3");
    assert!(words(&many).contains("接待群众"));
    many.act("query", "复议");
    assert!(words(&many).contains("1 行") && !words(&many).contains("接待群众"));
    assert_eq!(many.act("open", "3/0"), Some(Wish::Open(3, Some(0), As::Itself)));
    many.act("query", "没有的");
    assert!(words(&many).contains("没有这样的指标"));
    many.act("compare", "");
    assert!(!words(&many).contains("增减"));
}

#[test]
fn an_auditor_sees_what_has_changed_what_is_lacking_and_the_largest_change_first() {
    let more = |content: &str, tail: &str| content.trim_end().trim_end_matches('。').to_owned() + tail;
    let earlier = more(EARLIER, "，开展普法宣传40场次，办理法律援助案件20件。\n");
    let later = more(LATER, "，开展普法宣传40场次，办理法律援助案件30件，新增公证处2个。\n");
    let mut many = read(&[("甲.txt", Some(&earlier)), ("乙.txt", Some(&later))]);
    many.act("compare", "");
    let order = |many: &Many| {
        let told = words(many);
        let names = ["复议案件", "普法宣传", "援助案件", "接待群众", "公证处"];
        let mut found: Vec<(usize, &str)> = names.iter().filter_map(|&name| Some((told.find(name)?, name))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(order(&many), ["复议案件", "普法宣传", "援助案件"]);
    many.act("which", "1");
    assert_eq!(order(&many), ["复议案件", "援助案件"]);
    many.act("sort", "2");
    assert_eq!(order(&many), ["援助案件", "复议案件"], "50 is more than 25");
    many.act("sort", "2");
    assert_eq!(order(&many), ["复议案件", "援助案件"]);
    many.act("which", "2");
    assert_eq!(order(&many), ["接待群众", "公证处"]);
    many.act("which", "3");
    many.act("sort", "0");
    assert_eq!(
        order(&many),
        ["普法宣传", "接待群众", "援助案件", "复议案件", "公证处"],
        "what is not told stands last"
    );
    many.act("sort", "0");
    assert_eq!(order(&many), ["复议案件", "援助案件", "接待群众", "普法宣传", "公证处"]);
    many.act("sort", "0");
    assert_eq!(order(&many), ["复议案件", "普法宣传", "援助案件", "接待群众", "公证处"], "as it was");
    assert_eq!((many.act("sort", "99"), many.act("which", "99")), (None, None));
}

#[test]
fn what_the_rows_are_sorted_by_stays_where_its_column_does() {
    let mut many = both();
    many.act("compare", "");
    many.act("sort", "1");
    many.act("choose", "0");
    assert_eq!(many.sort, Some((Column::Report(0), true)), "now the only one");
    many.act("choose", "0");
    assert_eq!(many.sort, Some((Column::Report(1), true)));
    many.act("sort", "2");
    assert_eq!(many.sort, Some((Column::Change([0, 1]), true)));
    many.act("choose", "0");
    assert_eq!(many.sort, None);
}

/// Reads what is to be read anew, as the worker does: with what was said of it.
fn read_again(many: &mut Many) {
    while let Some((text, said)) = many.next() {
        let said = said.and_then(Corrections::from_json).unwrap_or_default();
        let report = Report::new(&crate::read(text), text, None);
        many.take(Some(apply(&report, text, &said).report));
    }
}

#[test]
fn body_and_year_are_put_right_and_the_comparison_goes_by_them() {
    let wrong = LATER.replace("云溪县", "青塘县");
    let mut many = read(&[("甲.txt", Some(EARLIER)), ("乙.txt", Some(&wrong))]);
    many.act("compare", "");
    assert!(!words(&many).contains("增减"), "two bodies");
    many.act("amend", "1");
    assert!(
        words(&many).contains("报送单位年度文种法治政府建设年度报告") && words(&many).contains("其他保存取消"),
        "{}",
        words(&many)
    );
    many.act("leave", "");
    assert!(!words(&many).contains("取消"));
    assert_eq!(many.act("amended", "1\n云溪县\n2024\nlaw_based_government"), Some(Wish::Read(None)));
    assert_eq!(many.act("amended", "0\n云溪县\n2020\nsummary"), None, "one is read at a time");
    read_again(&mut many);
    let told = words(&many);
    assert!(told.contains("云溪县 · 2024 年 · 已更正") && told.contains("2024\u{a0}年增减（%）"), "{told}");
    let Some(Wish::Open(1, None, As::Work(file))) = many.act("open", "1") else { panic!("it is opened with its work") };
    let (_, saved) = Saved::from_file(&file).and_then(Result::ok).expect("it is a file of work");
    let issuer = Some("云溪县".to_owned());
    assert_eq!(saved.corrections().report, Particulars { issuer, ..Particulars::default() });
    // It lies on the page now, which is told.
    let said = Particulars::default();
    assert_eq!(many.act("amended", "1"), Some(Wish::Read(Some(said))));
    read_again(&mut many);
    assert!(words(&many).contains("青塘县 · 2024 年") && !words(&many).contains("已更正"));
    assert_eq!((many.act("amended", "1\n青塘县\n2024\n"), many.act("amended", "9")), (None, None), "nothing is said");
}

#[test]
fn what_is_said_of_a_kept_report_is_to_be_kept() {
    let saved = Saved::new(None, Corrections::default(), View::default());
    let mut many = Many::new(Measure::Printed, Language::Chinese);
    many.begin(vec![Source::kept("甲".to_owned(), EARLIER.to_owned(), saved)]);
    read_again(&mut many);
    assert!(many.unkept().is_none());
    many.act("amended", "0\n\n2023\n");
    read_again(&mut many);
    let (_, report) = many.unkept().expect("it has changed");
    assert_eq!((report.about.issuer, report.corrections.report.issuer.as_deref()), (None, Some("")));
    assert!(words(&many).contains("未见报送单位 · 2023 年"));
    many.lies_there(0);
    assert!(many.unkept().is_none(), "it is kept from the page");
}

#[test]
fn who_comes_back_finds_the_comparison_with_the_work_that_was_done_meanwhile() {
    let mut many = both();
    many.act("compare", "");
    many.act("open", "3/0");
    assert!(!many.again(Some((LATER.to_owned(), None))), "nothing was done");
    assert_eq!(many.act("open", "3/0"), Some(Wish::Open(3, Some(0), As::There)));
    let edited = LATER.replace("15件", "18件");
    assert!(many.again(Some((edited.clone(), None))));
    assert!(words(&many).contains("案件件121525"), "the old table stands until the new one is there");
    assert_eq!(many.next(), Some((edited.as_str(), None)));
    many.take(Some(Report::new(&crate::read(&edited), &edited, None)));
    assert!(words(&many).contains("案件件121850") && many.next().is_none(), "{}", words(&many));
    // Another report lies on the page by now: this one is opened with what was done.
    assert!(!many.again(None));
    let Some(Wish::Open(3, None, As::Work(file))) = many.act("open", "3") else { panic!("it is opened with its work") };
    let work = Saved::from_file(&file).and_then(Result::ok).expect("it is a file of work");
    assert_eq!((work.0, work.1.name.as_deref()), (edited, Some("丁.txt")));
}

#[test]
fn reports_that_have_nothing_in_common_are_shown_whole() {
    let mut many = read(&[("甲.txt", Some(EARLIER)), ("乙.txt", Some("全年植树9棵。"))]);
    many.act("compare", "");
    assert!(words(&many).contains("接待群众") && words(&many).contains("植树"), "{}", words(&many));
}

#[test]
fn what_a_person_said_goes_with_the_text_to_be_read() {
    let start = EARLIER[..EARLIER.find("12件").expect("it is there")].encode_utf16().count();
    let said = Correction::add(EARLIER, Span { start, end: start + 3 }, "案件".to_owned());
    let said = Corrections { figures: said.into_iter().collect(), ..Corrections::default() };
    let saved = Saved::new(Some("甲.txt".to_owned()), said, View::default());
    let file = saved.clone().to_file(EARLIER);
    for source in [
        Source::from_file("甲.json".to_owned(), Ok(file)),
        Source::kept("甲".to_owned(), EARLIER.to_owned(), saved.clone()),
    ] {
        let mut many = Many::new(Measure::Printed, Language::Chinese);
        many.begin(vec![source]);
        let (text, said) = many.next().expect("it is to be read");
        assert_eq!((text, said), (EARLIER, Some(saved.corrections().to_json().as_str())));
    }
    let mut many = Many::new(Measure::Printed, Language::English);
    many.begin(vec![Source::from_file("乙.json".to_owned(), Ok("{\"schema\":\"gangmu.work/2\"}".to_owned()))]);
    assert!(words(&many).contains("newer version"));
}

#[test]
fn a_title_has_the_body_and_the_year_beside_it_by_which_reports_are_joined() {
    let report = "政府工作报告\n——2024年1月9日在云溪县第十八届人民代表大会第四次会议上\n云溪县人民政府县长 张 三\n各位代表：\n现在，我代表县人民政府报告工作。\n一、回顾\n新建学校3所。\n";
    let shown = words(&read(&[("甲.txt", Some(report)), ("乙.txt", Some(LATER))]));
    assert!(shown.contains("政府工作报告云溪县人民政府 · 2023 年"), "{shown}");
    assert!(shown.contains("情况报告云溪县 · 2024 年"), "{shown}");
}

#[test]
fn the_same_report_twice_is_told_and_counts_once_and_one_title_has_its_file_beside_it() {
    let other = EARLIER.replace("12件", "13件");
    let many = read(&[("甲.txt", Some(EARLIER)), ("乙.txt", Some(&other)), ("丙.txt", Some(EARLIER))]);
    let told = words(&many);
    assert!(told.contains("读完 3 份；1 份与前面的相同") && told.contains("丙.txt与“甲.txt”相同"), "{told}");
    assert!(told.contains("云溪县 · 2023 年乙.txt") && told.contains("勾选的 2 份"), "{told}");
    assert!(!words(&both()).contains("丁.txt"), "a title of its own is enough");
}

#[test]
fn reports_of_one_body_one_year_and_one_sort_are_told_while_they_are_chosen() {
    let other = EARLIER.replace("12件", "13件");
    let third = EARLIER.replace("12件", "14件");
    let mut many = read(&[("甲.txt", Some(EARLIER)), ("乙.txt", Some(&other)), ("丙.txt", Some(LATER))]);
    let line = "“甲”、“乙”都是云溪县 2023 年的同类报告：请更正报送单位、年度或文种，或去掉一份";
    assert!(words(&many).contains(line), "{}", words(&many));
    many.act("choose", "1");
    assert!(!words(&many).contains("都是"));
    let many = read(&[("甲.txt", Some(EARLIER)), ("乙.txt", Some(&other)), ("丙.txt", Some(&third))]);
    assert!(words(&many).contains("“甲”、“乙”、“丙”都是云溪县"), "{}", words(&many));
    let nameless = |count: &str| format!("2023年工作总结\n一、主要工作\n办理案件{count}件。\n");
    let many = read(&[("甲.txt", Some(&nameless("1"))), ("乙.txt", Some(&nameless("2")))]);
    assert!(!words(&many).contains("都是"), "without a body nothing is claimed");
    let summary = "云溪县2023年工作总结\n一、主要工作\n办理案件16件。\n";
    let mut many = read(&[("甲.txt", Some(EARLIER)), ("乙.txt", Some(summary))]);
    assert!(!words(&many).contains("都是"), "a body has reports of several sorts on a year");
    many.act("amended", "1\n云溪县\n2023\nlaw_based_government");
    read_again(&mut many);
    assert!(words(&many).contains("都是云溪县 2023 年"), "{}", words(&many));
}

#[test]
fn the_unit_of_choice_holds_for_what_is_shown() {
    let money = |amount: &str| format!("{LATER}固定资产投资{amount}。\n");
    let mut many = read(&[("甲.txt", Some(&money("5万元"))), ("乙.txt", Some(&money("6万元")))]);
    many.act("compare", "");
    assert!(words(&many).contains("万元56"), "{}", words(&many));
    many.act("measure", "1");
    assert!(words(&many).contains("元50,00060,000"), "{}", words(&many));
    assert_eq!(many.act("measure", "99"), None);
}

#[test]
fn reports_that_tell_nothing_of_what_is_shown_stand_at_the_end() {
    let mut many = read(&[("甲.txt", Some("全年植树9棵。")), ("乙.txt", Some(EARLIER)), ("丙.txt", Some(LATER))]);
    many.act("compare", "");
    let told = words(&many);
    assert!(told.contains("2024\u{a0}年增减（%）甲"), "{told}");
    let is_folded = |many: &Many| many.view()[2].attributes.iter().any(|(name, _)| *name == "hidden");
    assert!(is_folded(&many));
    many.act("fold", "");
    assert!(!is_folded(&many));
    many.act("compare", "");
    many.act("compare", "");
    assert!(is_folded(&many));
}

#[test]
fn what_the_browser_does_not_keep_is_what_lies_neither_there_nor_on_the_page() {
    let mut many = both();
    assert_eq!(many.unkept().map(|(at, report)| (at, report.about.year)), Some((0, Some(2023))));
    many.act("open", "0");
    let (at, report) = many.unkept().expect("there is another one");
    assert_eq!((at, report.name.as_deref(), report.document.source()), (3, Some("丁.txt"), LATER));
    many.kept(3);
    assert!(many.unkept().is_none());
    many.are_kept(true);
    assert!(words(&many).contains("没有读出；都保存在这个浏览器里了"), "{}", words(&many));
    let kept =
        Source::kept("甲".to_owned(), EARLIER.to_owned(), Saved::new(None, Corrections::default(), View::default()));
    let mut many = Many::new(Measure::Printed, Language::Chinese);
    many.begin(vec![kept]);
    many.take(Some(sample::report()));
    assert!(many.is_read() && many.unkept().is_none());
}
