//! The names of the files that the page saves.

use crate::contract::Report;

/// The longest name, in characters: file systems take 255 bytes.
const LONGEST: usize = 60;

/// A name that says of which report and year it is, and what of it: `云溪县司法局2023年法治政府建设年度报告-指标.csv`.
pub fn name(report: &Report, what: &str, extension: &str) -> String {
    // A title that names another body, or none, does not say whose it is.
    let issuer = report.issuer.as_deref().filter(|_| report.amendment.issuer.is_some());
    named(report.title.as_deref(), report.source.name.as_deref(), (issuer, report.year), what, extension)
}

/// A name for a text that has not been read.
pub fn untitled(file: Option<&str>, what: &str, extension: &str) -> String {
    named(None, file, (None, None), what, extension)
}

fn named(
    title: Option<&str>,
    file: Option<&str>,
    (issuer, year): (Option<&str>, Option<i32>),
    what: &str,
    extension: &str,
) -> String {
    let file = file.map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let title = title.or(file).unwrap_or("纲目");
    let issuer = issuer.filter(|issuer| !title.contains(issuer));
    let year = year.map(|year| year.to_string()).filter(|year| !title.contains(year.as_str()));
    let plain = |character: char| !character.is_control() && !r#"/\:*?"<>|"#.contains(character);
    let plain = |words: &str| words.chars().filter(|&character| plain(character)).take(LONGEST).collect::<String>();
    let (title, what) = (plain(title), plain(what));
    let issuer = issuer.map(|issuer| format!("-{}", plain(issuer))).unwrap_or_default();
    let year = year.map(|year| format!("-{year}年")).unwrap_or_default();
    format!("{}{issuer}{year}-{what}.{extension}", title.trim().trim_start_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    #[test]
    fn a_file_is_named_after_its_report() {
        let mut report = sample::report();
        assert_eq!(name(&report, "指标", "csv"), "纲目-指标.csv");
        assert_eq!(untitled(Some("云溪.txt"), "工作", "json"), "云溪-工作.json");
        report.source.name = Some("云溪.2023.txt".to_owned());
        assert_eq!(name(&report, "指标", "csv"), "云溪.2023-指标.csv");
        report.year = Some(2023);
        assert_eq!(name(&report, "指标", "csv"), "云溪.2023-指标.csv");
        report.year = Some(2022);
        assert_eq!(name(&report, "指标", "csv"), "云溪.2023-2022年-指标.csv");
        report.issuer = Some("云溪县/司法局".to_owned());
        assert_eq!(name(&report, "指标", "csv"), "云溪.2023-2022年-指标.csv");
        report.amendment.issuer = Some("云溪县".to_owned());
        assert_eq!(name(&report, "指标", "csv"), "云溪.2023-云溪县司法局-2022年-指标.csv");
        (report.year, report.issuer) = (None, None);
        report.title = Some("../云溪县:2023/年报\n".to_owned());
        assert_eq!(name(&report, "解读", "json"), "云溪县2023年报-解读.json");
        report.title = Some("长".repeat(300));
        assert_eq!(name(&report, "指标", "csv").chars().count(), LONGEST + 7);
    }
}
