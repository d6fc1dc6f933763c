//! Breakdowns: a whole as one bar of what it is made of, or each part of it as a share of its own.

use super::division::{self, Shares};
use super::*;
use crate::output::measure::grouped;

const PARTS: [&str; 6] = ["part-0", "part-1", "part-2", "part-3", "part-4", "part-5"];

/// From one line of names to the next.
const LINE: f64 = ROW - 4.0;

impl Draft<'_> {
    /// A picture for each division of a figure, and one for the shares that are in none.
    pub fn breakdowns(&self) -> Vec<Picture> {
        let of_each = self.report.metrics.iter().zip(division::all(self.report));
        let pictures = of_each.flat_map(|(whole, told)| {
            let is_one = told.len() == 1;
            told.into_iter().map(move |shares| {
                let mut title = format!("{} {}", self.name(whole), self.measure.shown(whole));
                if !is_one {
                    // Of several pictures of a figure each says which it is.
                    let first = shares.parts().first().map(|part| part.indicator.as_str());
                    title = format!("{title}（{}…）", first.unwrap_or_default());
                }
                self.breakdown(title, whole, &shares)
            })
        });
        pictures.collect()
    }

    fn breakdown(&self, title: String, whole: &Metric, shares: &Shares) -> Picture {
        let width = self.frame.width;
        let parts = shares.parts();
        let is_loose = matches!(shares, Shares::Loose(_));
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let all = if is_loose { whole.value } else { sum.max(whole.value) };
        let mut shapes = Vec::new();
        let mut line = TOP + 14.0;
        if !is_loose {
            shapes.push(bar(0.0, TOP, width, 24.0, "rest", Some(whole.id)));
            line += 36.0;
        }
        let mut left = 0.0;
        for (part, paint) in parts.iter().zip(PARTS.iter().cycle()) {
            let id = Some(part.id);
            let long = part.value / all * width;
            if is_loose {
                shapes.push(bar(0.0, line + 7.0, width, 7.0, "rest", id));
                shapes.push(bar(0.0, line + 7.0, long, 7.0, PARTS[0], id));
            } else {
                shapes.push(bar(left, TOP, long, 24.0, paint, id));
                shapes.push(bar(0.0, line - 11.0, 12.0, 12.0, paint, id));
                left += long;
            }
            let share = format!("{:.1}%", part.value / whole.value * 100.0);
            let name = short(self.name(part), self.frame.parts);
            shapes.push(words(if is_loose { 0.0 } else { 20.0 }, line, Anchor::Start, &name, "name", id));
            shapes.push(words(self.frame.values, line, Anchor::End, &self.measure.shown(part), "value", id));
            shapes.push(words(width, line, Anchor::End, &share, "share", id));
            line += if is_loose { ROW + 10.0 } else { LINE };
        }
        if matches!(shares, Shares::Refuted(_)) {
            let told = if sum > whole.value { file::EXCESS } else { file::LACK };
            let off = grouped(self.measure.value(whole, (sum - whole.value).abs()));
            let off = format!("{off}{}", self.measure.unit(whole));
            shapes.push(words(20.0, line, Anchor::Start, self.language.pick(told), "wrong", None));
            shapes.push(words(self.frame.values, line, Anchor::End, &off, "wrong", None));
            line += LINE;
        }
        Picture { title, width, height: line - 8.0, shapes }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::bars;
    use super::*;

    fn pictures(text: &str) -> Vec<Picture> {
        let report = Report::new(&crate::read(text), text, None);
        all(&report, Measure::Printed, Language::Chinese, &WIDE)
    }

    fn is_told(picture: &Picture, told: &str) -> bool {
        picture.shapes.iter().any(|shape| matches!(&shape.form, Form::Words(.., words) if words == told))
    }

    #[test]
    fn a_division_is_a_bar_of_its_parts() {
        let pictures = pictures("办理案件100件，其中甲类70件，乙类30件。");
        assert_eq!(pictures.len(), 1);
        assert_eq!(pictures[0].title, "办理案件 100件");
        assert_eq!(bars(&pictures[0], "part"), [WIDE.width * 0.7, WIDE.width * 0.3]);
        assert!(pictures[0].shapes.iter().any(|shape| shape.metric == Some(2)));
    }

    #[test]
    fn each_division_is_a_bar_of_its_own() {
        let text = "收到政府信息公开申请43件，其中自然人申请41件、法人申请2件。从渠道看，信函29件、网络11件、当面3件。";
        let pictures = pictures(text);
        let titles: Vec<&str> = pictures.iter().map(|picture| picture.title.as_str()).collect();
        assert_eq!(titles, ["收到政府信息公开申请 43件（自然人申请…）", "收到政府信息公开申请 43件（信函…）"]);
        for picture in &pictures {
            assert!((bars(picture, "part").iter().sum::<f64>() - WIDE.width).abs() < 1e-9);
        }
    }

    #[test]
    fn a_refuted_sum_says_by_how_much() {
        let over = &pictures("办理案件70件（甲类45件、乙类19件、丙类8件）。")[0];
        assert!((bars(over, "part").iter().sum::<f64>() - WIDE.width).abs() < 1e-9);
        assert!(is_told(over, "多出") && is_told(over, "2件"));
        assert!(is_told(&pictures("办理案件72件（甲类45件、乙类19件、丙类7件）。")[0], "少了"));
    }

    #[test]
    fn parts_that_nothing_proves_stand_each_for_themselves() {
        let picture = &pictures("全镇有党员80名，其中女党员40名，大专以上学历60名。")[0];
        assert_eq!(bars(picture, "part"), [WIDE.width * 0.5, WIDE.width * 0.75]);
        assert!(!picture.shapes.iter().any(|shape| shape.paint == "wrong"));
    }
}
