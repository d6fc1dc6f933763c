//! The workbook, as programs that open workbooks see it.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;

use calamine::{Data, Reader, Xlsx};
use gangmu::contract::{self, Deed};
use gangmu::output::measure::Measure;
use gangmu::output::selection::{Outgoing, Selection};
use gangmu::output::{csv, xlsx};
use gangmu::words::Language;

const FIRST: &str = "云溪县2023年法治政府建设情况报告\n一、主要举措和成效\n（一）抓好案件办理。全年审议项目64个，其中通过57个、\
                     未通过6个。罚没款项940万元，减免税费1.36亿元，同比下降2.5%。\n（三）＝1＋1 <b>&\n";
const SECOND: &str = "青塘镇2023年工作总结\n一、主要工作\n接待群众35人次。\n";

const ALL: Selection = Selection { figures: None, measure: Measure::Base, language: Language::Chinese };

fn workbook(texts: &[&str], selection: &Selection) -> Vec<u8> {
    let reports: Vec<contract::Report> =
        texts.iter().map(|text| contract::Report::new(&gangmu::read(text), text, None)).collect();
    let outgoing = reports.iter().zip(texts).map(|(report, text)| Outgoing { report, text, selection });
    xlsx::write(&outgoing.collect::<Vec<_>>())
}

fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(name).expect("the sheet is there");
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The cells of the row whose first is `name`, under the given heads.
fn cells(rows: &[Vec<Data>], name: &str, heads: &[&str]) -> Vec<Data> {
    let row = rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("no row {name}: {rows:?}"));
    let column = |head: &&str| rows[0].iter().position(|cell| cell == head).expect("the head is there");
    heads.iter().map(|head| row[column(head)].clone()).collect()
}

fn text(words: &str) -> Data {
    Data::String(words.to_owned())
}

#[test]
fn figures_are_numbers_with_their_unit_beside() {
    let rows = sheet(&workbook(&[FIRST], &ALL), "指标");
    assert_eq!(cells(&rows, "审议项目", &["数值", "单位", "原文"]), [Data::Float(64.0), text("个"), text("64个")]);
    assert_eq!(cells(&rows, "减免税费", &["数值", "单位"]), [Data::Float(136_000_000.0), text("元")]);
    let [sentence] = &cells(&rows, "罚没款项", &["原句"])[..] else { unreachable!() };
    assert!(sentence.to_string().contains("罚没款项940万元"), "{sentence}");
}

#[test]
fn money_stands_in_the_unit_of_choice_and_only_what_was_chosen_goes_out() {
    let all = sheet(&workbook(&[FIRST], &ALL), "指标");
    let at = all.iter().position(|row| row[0] == "减免税费").expect("the figure is read") - 1;
    let selection = Selection { figures: Some(vec![at]), measure: Measure::TenThousand, ..Selection::default() };
    let bytes = workbook(&[FIRST], &selection);
    let rows = sheet(&bytes, "指标");
    assert_eq!(rows.len(), 2);
    assert_eq!(cells(&rows, "减免税费", &["数值", "单位"]), [Data::Float(13_600.0), text("万元")]);
    let source = sheet(&bytes, "来源");
    let note = format!("筛选出 1 项，共 {} 项", all.len() - 1);
    assert_eq!(cells(&source, "云溪县2023年法治政府建设情况报告", &["筛选", "数值单位"]), [text(&note), text("万元")]);
}

#[test]
fn outline_findings_and_source_have_their_sheets() {
    let bytes = workbook(&[FIRST], &ALL);
    let outline = sheet(&bytes, "大纲");
    assert_eq!(outline[1][..4], [Data::Float(1.0), text("一、"), text("主要举措和成效"), Data::Float(6.0)]);
    assert!(outline.iter().any(|row| row[2] == "＝1＋1 <b>&"), "words stay words: {outline:?}");
    let findings = sheet(&bytes, "核对");
    assert_eq!(cells(&findings, "不符", &["类别"]), [text("分项合计")]);
    assert!(findings.iter().any(|row| row[0] == "缺少" && row[2] == "下一年度主要安排"), "{findings:?}");
    assert!(findings.iter().any(|row| row[0] == "存疑" && row[1] == "序号"), "{findings:?}");
    let source = sheet(&bytes, "来源");
    let title = "云溪县2023年法治政府建设情况报告";
    let sha256 = contract::Report::new(&gangmu::read(FIRST), FIRST, None).source.sha256;
    assert_eq!(cells(&source, title, &["原文 SHA-256", "程序"]), [text(&sha256), text(contract::GENERATOR)]);
}

#[test]
fn several_reports_stand_in_the_same_sheets() {
    let bytes = workbook(&[FIRST, SECOND], &ALL);
    assert_eq!(sheet(&bytes, "来源").len(), 3);
    let rows = sheet(&bytes, "指标");
    assert_eq!(cells(&rows, "接待群众", &["数值", "报告"]), [Data::Float(35.0), text("青塘镇2023年工作总结")]);
}

#[test]
fn a_report_is_called_the_same_in_all_sheets_and_no_two_are_called_alike() {
    let texts = [FIRST, FIRST];
    let mut reports = texts.map(|text| contract::Report::new(&gangmu::read(text), text, None));
    reports[1].source.name = Some("第二份.txt".to_owned());
    let outgoing = reports.iter().zip(texts).map(|(report, text)| Outgoing { report, text, selection: &ALL });
    let bytes = xlsx::write(&outgoing.collect::<Vec<_>>());
    let title = "云溪县2023年法治政府建设情况报告";
    let names = [title.to_owned(), format!("{title}（第二份）")];
    for name in ["指标", "大纲", "核对", "来源"] {
        let rows = sheet(&bytes, name);
        let column = rows[0].iter().position(|cell| cell == "报告").expect("the head is there");
        let mut told: Vec<String> = rows[1..].iter().map(|row| row[column].to_string()).collect();
        told.dedup();
        assert_eq!(told, names, "{name}");
    }
    assert_eq!(cells(&sheet(&bytes, "来源"), &names[1], &["文件"]), [text("第二份.txt")]);
}

#[test]
fn figures_tell_who_reported_them_and_of_which_year() {
    let rows = sheet(&workbook(&[FIRST, SECOND], &ALL), "指标");
    assert_eq!(cells(&rows, "审议项目", &["报送单位", "年度"]), [text("云溪县"), Data::Float(2023.0)]);
    assert_eq!(cells(&rows, "接待群众", &["报送单位", "年度"]), [text("青塘镇"), Data::Float(2023.0)]);
}

#[test]
fn reports_of_two_years_stand_side_by_side() {
    let later = FIRST.replace("2023年", "2024年").replace("1.36亿元", "1.7亿元").replace("罚没款项940万元，", "");
    let bytes = workbook(&[FIRST, &later], &ALL);
    let rows = sheet(&bytes, "对照");
    let years = ["云溪县 2023 年", "云溪县 2024 年"];
    let told = cells(&rows, "减免税费", &["单位", "报告份数", years[0], years[1], "增减（%）"]);
    assert_eq!(told[..2], [text("元"), Data::Float(2.0)]);
    assert_eq!(told[2..], [136_000_000.0, 170_000_000.0, 25.0].map(Data::Float));
    assert_eq!(cells(&rows, "罚没款项", &[years[1], "报告份数"]), [Data::Empty, Data::Float(1.0)]);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(workbook(&[FIRST], &ALL))).expect("a workbook");
    assert!(book.worksheet_range("对照").is_err(), "one report has nothing beside it");
}

#[test]
fn a_text_without_figures_makes_a_workbook_too() {
    for text in ["", "无标题的文字"] {
        assert_eq!(sheet(&workbook(&[text], &ALL), "指标").len(), 1);
    }
    assert_eq!(sheet(&workbook(&[], &ALL), "来源").len(), 1);
}

#[test]
fn the_same_reading_makes_the_same_bytes() {
    assert_eq!(workbook(&[FIRST], &ALL), workbook(&[FIRST], &ALL));
}

#[test]
fn what_a_person_did_stands_beside_its_figure() {
    let mut report = contract::Report::new(&gangmu::read(FIRST), FIRST, None);
    let at = report.metrics.iter().position(|metric| metric.indicator == "审议项目").expect("the figure is read");
    report.metrics[at].value = 63.0;
    report.metrics[at].amendment =
        Some(contract::Amendment { value: Some(64.0), ..contract::Amendment::new(Deed::Corrected) });
    let gone = report.metrics[at + 1].clone();
    report.excluded = vec![contract::Metric { amendment: Some(contract::Amendment::new(Deed::Excluded)), ..gone }];
    let rows = sheet(&xlsx::write(&[Outgoing { report: &report, text: FIRST, selection: &ALL }]), "指标");
    let told = cells(&rows, "审议项目", &["数值", "改动"]);
    assert_eq!(told, [Data::Float(63.0), text("更正（原读数值64）")]);
    let last = rows.last().expect("there are rows");
    assert_eq!((&last[1], &last[13]), (&Data::Empty, &text("排除")));
    assert!(last[19].to_string().contains("全年审议项目64个"), "{last:?}");
}

/// The parts of the archive as text.
fn part(bytes: &[u8], name: &str) -> String {
    let archive = rawzip::ZipArchive::from_slice(bytes).expect("an archive");
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().expect("the archive is whole") {
        if entry.file_path().as_ref() == name.as_bytes() {
            let packed = archive.get_entry(entry.wayfinder()).expect("the part is there").data();
            let part = miniz_oxide::inflate::decompress_to_vec(packed).expect("it is deflated");
            return String::from_utf8(part).expect("it is UTF-8");
        }
    }
    panic!("there is no {name}")
}

#[test]
fn each_sheet_has_a_head_that_stays_and_filters() {
    let bytes = workbook(&[FIRST, SECOND], &ALL);
    for number in 1..=5 {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter "), "{sheet}");
    }
}

/// Two first starts of LibreOffice at once have been seen to break each other, though each has a profile of its own.
static LIBREOFFICE: Mutex<()> = Mutex::new(());

/// Has LibreOffice, one of the tools of `cargo xtask test`, make something else of a file in a folder of its own.
fn convert(folder: &str, file: &str, content: &[u8], import: &[&str], form: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(&folder).expect("the test's folder can be written");
    fs::write(folder.join(file), content).expect("a file");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let _alone = LIBREOFFICE.lock();
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--norestore"])
        .args(import)
        .args(["--convert-to", form, file])
        .current_dir(&folder)
        .output()
        .expect("LibreOffice is there: apt-get install libreoffice-calc");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

#[test]
fn libreoffice_opens_it() {
    // Every sheet, as comma-separated values in UTF-8.
    let form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    let folder = convert("workbook", "报告.xlsx", &workbook(&[FIRST, SECOND], &ALL), &[], form);
    let sheet = |name: &str| fs::read_to_string(folder.join(format!("报告-{name}.csv"))).expect("the sheet is there");
    let figures = sheet("指标");
    for line in ["审议项目,64,,个,64个,数量,", "减免税费,136000000,,元,1.36亿元,金额,", "接待群众,35,,人次,"]
    {
        assert!(figures.lines().any(|found| found.starts_with(line)), "{figures}");
    }
    assert!(sheet("大纲").contains("＝1＋1 <b>&"));
    assert!(sheet("核对").contains("不符,分项合计"));
    assert!(sheet("对照").lines().any(|line| line.starts_with("审议项目,")));
    assert!(sheet("来源").contains(contract::GENERATOR));
}

/// Without a person to ask, LibreOffice is told that the file is UTF-8; Excel sees it by the mark at the beginning.
#[test]
fn libreoffice_opens_the_csv() {
    let report = contract::Report::new(&gangmu::read(FIRST), FIRST, None);
    let folder = convert(
        "csv",
        "指标.csv",
        csv::write(&Outgoing { report: &report, text: FIRST, selection: &ALL }, true).as_bytes(),
        &["--infilter=Text - txt - csv (StarCalc):44,34,76"],
        "xlsx",
    );
    let bytes = fs::read(folder.join("指标.xlsx")).expect("the workbook is there");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("there is a sheet").expect("it can be read");
    let rows: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
    assert_eq!(cells(&rows, "审议项目", &["数值", "单位", "原文"]), [Data::Float(64.0), text("个"), text("64个")]);
    assert_eq!(cells(&rows, "减免税费", &["数值", "程序"]), [Data::Float(136_000_000.0), text(contract::GENERATOR)]);
}

#[test]
fn in_english_sheets_and_heads_are_english() {
    let english = Selection { language: Language::English, ..Selection::default() };
    let bytes = workbook(&["", "1"], &english);
    for (name, first) in [
        ("Figures", "Figure"),
        ("Outline", "Level"),
        ("Checks", "Result"),
        ("Comparison", "Figure"),
        ("Source", "Report"),
    ] {
        let rows = sheet(&bytes, name);
        assert_eq!(rows[0][0], text(first));
        assert!(rows[0].iter().all(|head| head.to_string().is_ascii()), "{:?}", rows[0]);
    }
}
