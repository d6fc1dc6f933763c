//! The invented reports in `tests/reports`, compiled in, since there are no files in wasm.

/// A report as data.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// The name of its files.
    pub name: &'static str,
    /// The text as it would be pasted.
    pub text: &'static str,
}

macro_rules! reports {
    ($($name:literal,)+) => {
        &[$(Report { name: $name, text: include_str!(concat!("../reports/", $name, ".txt")) },)+]
    };
}

/// Every report of the folder.
pub const ALL: &[Report] = reports![
    "allocation-of-funds",
    "annual-targets",
    "bureau-summary",
    "deeds-before-plan",
    "final-accounts",
    "government-work-report",
    "half-year-summary",
    "law-annual-report",
    "law-annual-report-index-table",
    "law-annual-report-one-line",
    "law-annual-report-two-bodies",
    "law-annual-report-web-page",
    "openness-annual-report",
    "openness-annual-report-forms",
    "pdf-hard-wrapped",
    "policy-without-title",
    "problems-and-plan",
    "rectification-one-line",
    "statistical-communique",
    "statistics-tables",
    "township-summary",
    "two-reports",
];
