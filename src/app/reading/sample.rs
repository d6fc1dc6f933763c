//! A small reading made by hand.

use serde_json::{Value, json};

use std::rc::Rc;

use super::Reading;
use crate::app::document::Document;
use crate::app::initials::Initials;
use crate::contract::Report;

/// The text.
pub const TEXT: &str = "首页 > 部门文件\n一、主要工作\n（一）项目审议。全年审议项目64个，其中通过57个、未通过6个。\n二、下一步安排\n培训不少于4次。\n";

fn span(words: &str) -> Value {
    let byte = TEXT.find(words).expect("the words stand in the sample");
    let start = TEXT[..byte].encode_utf16().count();
    json!({"start": start, "end": start + words.encode_utf16().count()})
}

fn section(id: usize, parent: Option<usize>, marker: &str, title: &str, end: &str) -> Value {
    let heading = span(&format!("{marker}{title}"));
    let end = span(end)["end"].clone();
    json!({"id": id, "parent": parent, "depth": if parent.is_some() { 2 } else { 1 }, "marker": marker,
        "title": title, "lead": "", "part": null, "heading": heading,
        "span": {"start": heading["start"], "end": end}})
}

fn metric(id: usize, section: usize, indicator: &str, quote: &str, value: u32, of: Option<usize>) -> Value {
    json!({"id": id, "section": section, "indicator": indicator, "quote": quote, "value": value, "low": null,
        "scale": null, "unit": "个", "kind": "count", "role": "actual", "qualifier": "exact", "direction": null,
        "period": "全年", "of": of, "relation": of.map(|_| "part"), "confidence": 1, "span": span(quote),
        "sentence": span(quote)})
}

/// What it says.
pub fn report() -> Report {
    let report = json!({"schema": "gangmu.report/1", "source": {"name": null, "sha256": ""},
        "genre": "law_based_government", "title": null, "title_span": null, "issuer": null, "year": null,
        "published": null, "preamble": [],
        "sections": [section(0, None, "一、", "主要工作", "未通过6个。\n"),
            section(1, Some(0), "（一）", "项目审议", "未通过6个。\n"),
            section(2, None, "二、", "下一步安排", "4次。\n")],
        "metrics": [metric(0, 1, "审议项目", "64个", 64, None), metric(1, 1, "通过", "57个", 57, Some(0)),
            metric(2, 1, "未通过", "6个", 6, Some(0)), metric(3, 2, "培训", "4次", 4, None)],
        "skipped": [],
        "checks": [{"kind": "sum", "status": "inconsistent", "metrics": [0, 1, 2],
            "message": "57 + 6 = 63，与 64 不符", "span": span("64个，其中通过57个、未通过6个")}],
        "findings": [], "parts": null,
        "noise": [{"span": span("首页 > 部门文件"), "text": "首页 > 部门文件"}]});
    serde_json::from_value(report).expect("the sample is a reading")
}

/// Both together.
pub fn reading() -> Reading {
    Reading::new(Rc::new(Document::new(TEXT.to_owned())), report())
}

/// First letters, as far as the sample needs them.
pub fn initials() -> Initials {
    Initials::learn("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒审塌挖昔压议匝作主")
}
