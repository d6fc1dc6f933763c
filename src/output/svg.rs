//! A picture as a file: SVG that any program shows, with its colours in attributes.

use std::fmt::Write;

use super::markup::escaped;
use super::picture::{Anchor, Form, Picture};
use crate::contract::Report;
use crate::words::Language;

/// Where the picture begins below its title, and the room around it.
const TITLE: f64 = 40.0;
const MARGIN: f64 = 20.0;

/// The file.
pub fn write(picture: &Picture, report: &Report, language: Language) -> String {
    let (width, height) = (picture.width + 2.0 * MARGIN, picture.height + TITLE + MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif\" font-size=\"13\">\n\
         <title>{0}</title>\n<desc>{1} · {2} · SHA-256 {3}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n\
         <text x=\"{MARGIN}\" y=\"28\" font-size=\"16\" font-weight=\"600\" fill=\"#1e2227\">{0}</text>\n\
         <g transform=\"translate({MARGIN} {TITLE})\">\n",
        escaped(&picture.title),
        escaped(super::label::report(report, language)),
        escaped(&report.generator),
        report.source.sha256,
    );
    for shape in &picture.shapes {
        let colour = colour(shape.paint);
        // Writing into a string does not fail.
        let _ = match &shape.form {
            Form::Bar(x, y, width, height) => {
                writeln!(
                    out,
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{colour}\"/>"
                )
            }
            Form::Words(x, y, anchor, words) => {
                let anchor = anchor_name(*anchor);
                let words = escaped(words);
                writeln!(
                    out,
                    "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{words}</text>"
                )
            }
            Form::Arrow(from, to, y) => {
                writeln!(
                    out,
                    "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
                    arrow(*from, *to, *y)
                )
            }
        };
    }
    out + "</g>\n</svg>\n"
}

/// What SVG calls it.
pub fn anchor_name(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::End => "end",
    }
}

/// The lines of an arrow.
pub fn arrow(from: f64, to: f64, y: f64) -> String {
    let back = if to < from { 7.0 } else { -7.0 };
    let (barb, above, below) = (to + back, y - 5.0, y + 5.0);
    format!("M{from:.1} {y:.1}H{to:.1}M{barb:.1} {above:.1}L{to:.1} {y:.1}L{barb:.1} {below:.1}")
}

fn colour(paint: &str) -> &'static str {
    match paint {
        "part-0" => "#2f69ad",
        "part-1" => "#c07a1a",
        "part-2" => "#2f7a50",
        "part-3" => "#7650a8",
        "part-4" => "#4c7480",
        "part-5" => "#a8574a",
        "rest" => "#e2dfd8",
        "share" => "#656d77",
        "wrong" => "#b32d1e",
        _ => "#1e2227",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::output::picture::Shape;

    #[test]
    fn a_file_says_what_it_shows_and_where_it_came_from() {
        let shape = |form| Shape { form, paint: "part-0", metric: None };
        let shapes = vec![
            shape(Form::Bar(0.0, 0.0, 64.0, 24.0)),
            shape(Form::Words(0.0, 9.0, Anchor::End, "<b>&".to_owned())),
            shape(Form::Arrow(10.0, 90.0, 5.0)),
        ];
        let picture = Picture { title: "甲<乙".to_owned(), width: 100.0, height: 60.0, shapes };
        let file = write(&picture, &sample::report(Vec::new()), Language::Chinese);
        for words in
            ["<title>甲&lt;乙</title>", "SHA-256 5f2d", "gangmu 0.0.0", ">&lt;b&gt;&amp;</text>", "M10.0 5.0H90.0"]
        {
            assert!(file.contains(words), "{file}");
        }
        assert_eq!(file.matches("<rect").count(), 2);
    }
}
