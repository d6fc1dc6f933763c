//! What of many reports this browser keeps, if a person asked it to keep anything.

use std::rc::Rc;

use super::{Many, Source};
use crate::app::document::Document;
use crate::app::reading::is_fault;
use crate::app::shelf::{About, Snapshot};

impl Many {
    /// The next report that is not kept, as it is to be. The one that lies on the page is kept from there.
    pub fn unkept(&self) -> Option<(usize, Snapshot)> {
        let rest = self.sources.iter().enumerate().filter(|&(at, source)| !source.is_kept && self.opened != Some(at));
        rest.filter_map(|(at, source)| Some((at, source.snapshot()?))).next()
    }

    /// Notes that one is kept.
    pub fn kept(&mut self, at: usize) {
        self.sources[at].is_kept = true;
    }

    /// Notes that one is kept no more.
    pub fn released(&mut self, at: usize) {
        self.sources[at].is_kept = false;
    }

    /// Notes whether all of them are, as far as they were to be.
    pub fn are_kept(&mut self, are_kept: bool) {
        self.are_kept = Some(are_kept);
    }

    /// Notes that one lies on the page.
    pub fn lies_there(&mut self, at: usize) {
        self.opened = Some(at);
    }

    /// The report that lies on the page.
    pub fn opened(&self) -> Option<usize> {
        self.opened
    }

    /// Whether none is to be read any more.
    pub fn is_read(&self) -> bool {
        self.is_whole && self.due().is_none()
    }
}

impl Source {
    /// What is kept of it; nothing before it is read.
    fn snapshot(&self) -> Option<Snapshot> {
        let report = self.report()?;
        let about = About {
            issuer: report.issuer.clone(),
            year: report.year,
            figures: report.metrics.len(),
            wrong: report.checks.iter().filter(|check| is_fault(check)).count(),
            sha256: report.source.sha256.clone(),
        };
        Some(Snapshot {
            slot: 0,
            title: report.title.clone().unwrap_or_else(|| self.name.clone()),
            is_titled: true,
            about,
            document: Rc::new(Document::new(self.text.clone())),
            name: self.file.as_deref().map(Rc::from),
            corrections: Rc::new(self.said()),
            view: self.view.clone(),
        })
    }
}
