use super::*;
use crate::output::sample;
use crate::report::Role;

/// A report of a body about a year, with these figures.
fn report(issuer: &str, year: i32, metrics: Vec<Metric>) -> Report {
    Report { issuer: Some(issuer.to_owned()), year: Some(year), ..sample::report(metrics) }
}

/// The names in the rows, a cell for each report.
fn rows(reports: &[Report]) -> Vec<Vec<Option<String>>> {
    let reports: Vec<&Report> = reports.iter().collect();
    let shown = |row: &Row| {
        let cell = |at: usize| {
            row.figure(at).map(|id| format!("{}{}", reports[at].metrics[id].indicator, reports[at].metrics[id].value))
        };
        (0..reports.len()).map(cell).collect()
    };
    compare(&reports).rows.iter().map(shown).collect()
}

fn row(cells: &[&str]) -> Vec<Option<String>> {
    cells.iter().map(|cell| Some((*cell).to_owned()).filter(|cell| !cell.is_empty())).collect()
}

fn of(whole: usize, metric: Metric) -> Metric {
    Metric { of: Some(whole), ..metric }
}

#[test]
fn the_same_thing_stands_in_one_row_whatever_place_year_and_verb_are_said() {
    let one = report(
        "云溪县人民政府",
        2022,
        vec![
            sample::metric("全县固定资产投资", 5.0, "元"),
            sample::metric("开展法治培训班次", 8.0, "场次"),
            sample::metric("2022年行政复议案件", 9.0, "件"),
        ],
    );
    let other = report(
        "青塘市",
        2023,
        vec![
            sample::metric("行政复议案件", 7.0, "件"),
            sample::metric("青塘市完成固定资产投资", 6.0, "元"),
            sample::metric("举办法治培训班次", 4.0, "场次"),
        ],
    );
    assert_eq!(
        rows(&[one, other]),
        [
            row(&["全县固定资产投资5", "青塘市完成固定资产投资6"]),
            row(&["开展法治培训班次8", "举办法治培训班次4"]),
            row(&["2022年行政复议案件9", "行政复议案件7"]),
        ]
    );
}

#[test]
fn what_differs_in_unit_kind_role_or_time_is_another_thing() {
    let metric = || sample::metric("新增城镇就业人数", 5.0, "人");
    let one = report("云溪县", 2022, vec![metric()]);
    for other in [
        Metric { unit: Some("户".to_owned()), ..metric() },
        Metric { kind: Kind::Growth, ..metric() },
        Metric { role: Role::Target, ..metric() },
        Metric { period: Some("2022年".to_owned()), ..metric() },
        Metric { indicator: "新增农村就业人数".to_owned(), ..metric() },
    ] {
        assert_eq!(rows(&[one.clone(), report("云溪县", 2023, vec![other])]).len(), 2);
    }
    let same = Metric { period: Some("2023年度".to_owned()), unit: Some("人".to_owned()), ..metric() };
    assert_eq!(rows(&[one, report("云溪县", 2023, vec![same])]).len(), 1);
}

#[test]
fn a_name_that_says_little_needs_its_whole_or_its_section() {
    let cases = |whole: &str| vec![sample::metric(whole, 9.0, "件"), of(0, sample::metric("办结", 8.0, "件"))];
    let complaints = || cases("消费者投诉举报");
    assert_eq!(rows(&[report("云溪县", 2022, complaints()), report("青塘县", 2023, complaints())]).len(), 2);
    let others = cases("行政复议申请事项");
    assert_eq!(rows(&[report("云溪县", 2022, complaints()), report("青塘县", 2023, others)]).len(), 4);
    let bare = || vec![sample::metric("办结", 8.0, "件")];
    // In the same section of the same body, but not in one that any report may have.
    assert_eq!(rows(&[report("云溪县", 2022, bare()), report("云溪县", 2023, bare())]).len(), 1);
    assert_eq!(rows(&[report("云溪县", 2022, bare()), report("青塘县", 2023, bare())]).len(), 2);
}

#[test]
fn what_is_the_same_in_every_respect_stands_in_one_row_whoever_reports() {
    let cases = || vec![sample::metric("办理案件", 30.0, "件"), of(0, sample::metric("罚没款", 15.0, "元"))];
    let bodies = ["云溪县司法局", "云溪县水利局", "云溪县教育局"];
    let reports = bodies.map(|body| report(body, 2023, cases()));
    assert_eq!(rows(&reports), [row(&["办理案件30"; 3]), row(&["罚没款15"; 3])]);
    // In a section of another title it may be another thing; so may a name that says next to nothing.
    let mut elsewhere = report("青塘县", 2023, cases());
    elsewhere.metrics.iter_mut().for_each(|metric| metric.section = Some(1));
    assert_eq!(rows(&[reports[0].clone(), elsewhere]).len(), 4);
    let bare = |body| report(body, 2023, vec![sample::metric("项目", 8.0, "个")]);
    assert_eq!(rows(&[bare("云溪县"), bare("青塘县")]).len(), 2);
}

#[test]
fn figures_that_nothing_tells_apart_are_left_apart() {
    let twice =
        |first, second| vec![sample::metric("行政处罚案件", first, "件"), sample::metric("行政处罚案件", second, "件")];
    let one = || report("云溪县", 2022, vec![sample::metric("行政处罚案件", 9.0, "件")]);
    assert_eq!(rows(&[one(), report("云溪县", 2023, twice(8.0, 7.0))]).len(), 3);
    // The same told twice is told once.
    assert_eq!(rows(&[one(), report("云溪县", 2023, twice(8.0, 8.0))]), [row(&["行政处罚案件9", "行政处罚案件8"])]);
    // One of another thing leaves the one that stands for itself.
    let mut owned = twice(8.0, 3.0);
    owned.push(sample::metric("交通运输领域执法", 5.0, "次"));
    owned[1].of = Some(2);
    let found = rows(&[one(), report("云溪县", 2023, owned)]);
    assert_eq!(found[0], row(&["行政处罚案件9", "行政处罚案件8"]));
    assert_eq!(found.len(), 3);
}

#[test]
fn growth_and_fall_stand_in_one_row() {
    let change = |name: &str, value: f64, way| Metric {
        kind: Kind::Growth,
        direction: Some(way),
        ..sample::metric(name, value, "%")
    };
    let told = |change| vec![sample::metric("固定资产投资", 9.0, "元"), of(0, change)];
    let one = report("云溪县", 2022, told(change("同比增长", 5.0, Direction::Up)));
    let other = report("云溪县", 2023, told(change("同比下降", 3.0, Direction::Down)));
    assert_eq!(rows(&[one, other.clone()])[1], row(&["同比增长5", "同比下降3"]));
    assert_eq!(signed(&other.metrics[1], 3.0), -3.0);
}

#[test]
fn what_most_reports_have_stands_first_the_rest_in_reading_order() {
    let metrics = |names: &[&str]| names.iter().map(|name| sample::metric(name, 1.0, "件")).collect::<Vec<_>>();
    let one = report("云溪县", 2022, metrics(&["行政复议案件", "行政诉讼案件"]));
    let other = report("青塘县", 2022, metrics(&["法律援助案件", "行政诉讼案件", "人民调解案件"]));
    let names: Vec<String> =
        rows(&[one, other]).into_iter().map(|row| row.into_iter().flatten().next().unwrap()).collect();
    assert_eq!(names, ["行政诉讼案件1", "行政复议案件1", "法律援助案件1", "人民调解案件1"]);
}

#[test]
fn a_change_is_told_of_each_two_years_in_a_row_of_one_body() {
    let made = |issuer: &str, year| report(issuer, year, Vec::new());
    let changes = |reports: &[Report]| compare(&reports.iter().collect::<Vec<_>>()).changes;
    assert_eq!(changes(&[made("云溪县", 2022), made("云溪县", 2023)]), [[0, 1]]);
    assert_eq!(changes(&[made("云溪县", 2023), made("云溪县", 2022)]), [[1, 0]]);
    assert!(changes(&[made("云溪县", 2021), made("云溪县", 2023), made("青塘县", 2022)]).is_empty());
    let nobody = |year| Report { issuer: None, ..made("", year) };
    assert!(changes(&[nobody(2022), nobody(2023)]).is_empty());
    // Whatever else lies beside them, and once where a report lies there twice.
    let many =
        [("青塘县", 2023), ("云溪县", 2022), ("石桥县", 2023), ("云溪县", 2023), ("云溪县", 2023), ("云溪县", 2024)];
    assert_eq!(changes(&many.map(|(issuer, year)| made(issuer, year))), [[1, 3], [3, 5]]);
}

#[test]
fn amounts_change_by_per_cent_and_rates_by_points() {
    let amount = |value| sample::metric("项目", value, "个");
    assert_eq!(change(&amount(8.0), &amount(9.0)), Some(Change::Percent(12.5)));
    assert_eq!(change(&amount(0.0), &amount(9.0)), None);
    assert_eq!(change(&amount(8.0), &Metric { low: Some(5.0), ..amount(9.0) }), None);
    let rate = |kind, value| Metric { kind, ..sample::metric("整改率", value, "%") };
    assert_eq!(change(&rate(Kind::Ratio, 90.0), &rate(Kind::Ratio, 100.0)), Some(Change::Points(10.0)));
    let fall = Metric { direction: Some(Direction::Down), ..rate(Kind::Growth, 12.0) };
    assert_eq!(change(&rate(Kind::Growth, 25.0), &fall), Some(Change::Points(-37.0)));
    let place = |value| Metric { kind: Kind::Rank, ..amount(value) };
    assert_eq!(change(&place(3.0), &place(2.0)), None);
}

#[test]
fn times_are_seen_from_the_year_reported_on() {
    let time = |period, year| {
        let Time { years, rest } = Time::new(Some(period), year);
        (years, rest)
    };
    for own in ["2023年", "2023年度", "全年", "今年以来", "截至2023年底", "目前"] {
        assert_eq!(time(own, Some(2023)), (0, String::new()), "{own}");
    }
    assert_eq!(time("去年", Some(2023)), (-1, String::new()));
    assert_eq!(time("2024年上半年", Some(2023)), (1, "上半年".to_owned()));
    assert_eq!(time("近五年", Some(2023)), (0, "近五年".to_owned()));
    assert_eq!(time("2023年", None), (0, "2023年".to_owned()));
}
