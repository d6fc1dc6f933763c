//! The checks, done anew with what a person said: a sum that was read wrongly may agree now.

use rust_decimal::Decimal;

use crate::check::{self, Checked};
use crate::contract::{self, Report};
use crate::order;
use crate::report::{Check, FindingKind, Metric, NameRule, Span, Why};
use crate::text::{Utf16Offsets, year as year_of};

/// The checks and the findings of a corrected reading. `restated`: the figures whose value is not the one that is printed.
pub fn run(
    report: &Report,
    text: &str,
    offsets: &Utf16Offsets,
    restated: &[usize],
) -> (Vec<contract::Check>, Vec<contract::Finding>) {
    let byte = |span: contract::Span| Span::new(offsets.byte(span.start), offsets.byte(span.end));
    // Without one of them the others would have other numbers.
    let metrics: Option<Vec<Metric>> = report.metrics.iter().map(|metric| figure(metric, byte)).collect();
    let noise: Vec<Span> = report.noise.iter().map(|noise| byte(noise.span)).collect();
    let further = report.further().map(|top| (offsets.byte(top.span.start), top.title.as_deref().and_then(year_of)));
    let mut reports = vec![(0, report.year)];
    reports.extend(further);
    let checked = metrics.map(|metrics| check_apart(&reports, text, metrics, restated, &noise)).unwrap_or_default();
    let utf16 = |span: Span| contract::Span { start: offsets.utf16(span.start), end: offsets.utf16(span.end) };
    let checks = checked.checks.into_iter().map(|check| contract::Check::new(check, utf16)).collect();
    // What else is odd, no figure tells.
    let others = report.findings.iter().filter(|finding| finding.kind != FindingKind::Figures).cloned();
    let found = checked.findings.into_iter().map(|finding| contract::Finding::new(finding, utf16));
    let mut findings: Vec<contract::Finding> = others.chain(found).collect();
    order::sort_by_key(&mut findings, |finding| (finding.span.start, finding.span.end));
    (checks, findings)
}

/// The checks over the figures of each report in the text, of which is told where it begins and its year: nothing is compared from one
/// to another.
fn check_apart(
    reports: &[(usize, Option<i32>)],
    text: &str,
    mut metrics: Vec<Metric>,
    restated: &[usize],
    noise: &[Span],
) -> Checked {
    let mut checked = Checked::default();
    let mut first = 0;
    for (at, &(_, year)) in reports.iter().enumerate() {
        let end = reports.get(at + 1).map_or(text.len(), |&(next, _)| next);
        let count = metrics.partition_point(|metric| metric.span.start < end);
        let rest = metrics.split_off(count);
        metrics.iter_mut().for_each(|metric| metric.of = metric.of.and_then(|whole| whole.checked_sub(first)));
        let own: Vec<usize> = restated.iter().filter_map(|id| id.checked_sub(first)).filter(|id| *id < count).collect();
        let part = check::run(text, &metrics, &own, noise, year);
        checked.findings.extend(part.findings);
        checked.checks.extend(
            part.checks.into_iter().map(|check| Check {
                metrics: check.metrics.into_iter().map(|metric| first + metric).collect(),
                ..check
            }),
        );
        first += count;
        metrics = rest;
    }
    checked
}

/// A figure as the checks take it; nothing for one whose value is too large to be held.
fn figure(metric: &contract::Metric, byte: impl Fn(contract::Span) -> Span) -> Option<Metric> {
    Some(Metric {
        section: metric.section,
        indicator: metric.indicator.clone(),
        value: decimal(metric.value)?,
        low: metric.low.and_then(decimal),
        scale: metric.scale.clone(),
        unit: metric.unit.clone(),
        kind: metric.kind,
        role: metric.role,
        qualifier: metric.qualifier,
        direction: metric.direction,
        period: metric.period.clone(),
        of: metric.of,
        relation: metric.relation,
        confidence: metric.confidence as f32,
        span: byte(metric.span),
        sentence: byte(metric.sentence),
        why: why(metric, byte),
    })
}

/// The rules that made the figure: the checks ask for some of them. A figure that a person found has none.
fn why(metric: &contract::Metric, byte: impl Fn(contract::Span) -> Span) -> Why {
    let Some(why) = &metric.why else {
        let extent = byte(metric.span);
        return Why { name: NameRule::Quote, link: None, extent, period: None, planned: false };
    };
    Why {
        name: why.name,
        link: why.link,
        extent: byte(why.extent),
        period: why.period.map(&byte),
        planned: why.planned,
    }
}

fn decimal(value: f64) -> Option<Decimal> {
    Decimal::from_str_exact(&value.to_string()).ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::app::corrections::{Change, Corrections, Origin, apply, say};
    use crate::contract::Report;
    use crate::text::Utf16Offsets;

    /// The checks of a text after its figure `id` was corrected.
    fn checked(text: &str, id: usize, change: Change) -> Vec<String> {
        let report = Report::new(&crate::read(text), text, None);
        let figures = say(&[], (&report, Origin::default()), id, text, change);
        let said = Corrections { figures, ..Corrections::default() };
        let checks = apply(&report, text, &said).report.checks;
        checks.iter().map(|check| format!("{} {}", check.status.as_str(), check.message)).collect()
    }

    #[test]
    fn a_sum_agrees_once_its_part_is_corrected() {
        let text = "全年审议项目64个，其中通过57个、未通过6个。";
        assert_eq!(checked(text, 1, Change::default()), ["inconsistent 57 + 6 = 63，与 64 不符"]);
        let value = |value| Change { value: Some(value), ..Change::default() };
        assert_eq!(checked(text, 1, value(58.0)), ["consistent 58 + 6 = 64"]);
        assert_eq!(checked(text, 1, value(56.0)), ["inconsistent 56 + 6 = 62，与 64 不符"]);
        assert_eq!(checked(text, 1, Change { excluded: true, ..Change::default() }).len(), 0);
    }

    #[test]
    fn a_corrected_value_is_written_with_the_multiplier_that_is_printed() {
        let text = "全年罚没款项940万元，其中罚款900万元、没收违法所得30万元。";
        let value = Change { value: Some(400_000.0), ..Change::default() };
        assert_eq!(checked(text, 2, value), ["consistent 900 + 40 = 940"]);
    }

    #[test]
    fn what_nobody_changed_is_proved_and_refuted_as_before() {
        let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reports")).expect("the folder is there");
        let files = folder.map(|entry| entry.expect("the folder can be read").path());
        let mut checks = 0;
        for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "txt")) {
            let text = fs::read_to_string(&file).expect("the report can be read");
            let report = Report::new(&crate::read(&text), &text, None);
            let checked = super::run(&report, &text, &Utf16Offsets::new(&text), &[]);
            assert_eq!(checked.0, report.checks, "{file:?}");
            assert_eq!(checked.1, report.findings, "{file:?}");
            checks += report.checks.len();
        }
        assert!(checks > 0);
    }

    #[test]
    fn the_cells_of_a_form_balance_once_one_is_corrected() {
        let text = "申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他 \
            一、本年新收政府信息公开申请数量 7 2 0 0 0 0 9 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 \
            三、本年度办理结果 （一）予以公开 6 2 0 0 0 0 8 （七）总计 6 2 0 0 0 0 8 \
            四、结转下年度继续办理 2 0 0 0 0 0 2";
        let report = Report::new(&crate::read(text), text, None);
        let carried = report.metrics.iter().rposition(|metric| metric.quote == "2").expect("the last cell is a figure");
        let balance = |value| {
            let checks = checked(text, carried, Change { value, ..Change::default() });
            checks.into_iter().filter(|check| check.contains("勾稽")).collect::<Vec<_>>()
        };
        assert_eq!(balance(None), ["inconsistent 勾稽关系不成立：9 + 0 = 9，8 + 2 = 10"]);
        assert_eq!(balance(Some(1.0)), ["consistent 勾稽关系成立：9 + 0 = 8 + 1"]);
    }

    #[test]
    fn a_rate_is_worked_out_anew() {
        let text = "受理诉求120件，办结110件，办结率95%。";
        let is_right =
            |checks: Vec<String>| !checks.is_empty() && checks.iter().all(|check| check.starts_with("consistent"));
        assert!(!is_right(checked(text, 1, Change::default())));
        assert!(is_right(checked(text, 1, Change { value: Some(114.0), ..Change::default() })));
    }
}
