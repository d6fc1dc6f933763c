//! Why a figure stands in the table: its sentence, and every rule that made it, in plain words.

use yew::prelude::*;

use super::{Page, words};
use crate::app::filter::Mark;
use crate::app::reading::Reading;
use crate::contract::{Metric, Span, Why};
use crate::output::exactness::printed;
use crate::output::{amendment, label};
use crate::report::{Qualifier, Role};
use crate::words::many::AND_TOLD;
use crate::words::{file, fill};

/// A line: what is told, the words of the report, and why the reading took them so.
struct Told {
    name: &'static str,
    said: Html,
    because: Option<String>,
}

impl Told {
    fn new(name: &'static str, said: impl Into<Html>) -> Self {
        Self { name, said: said.into(), because: None }
    }

    fn because(self, why: impl Into<Option<String>>) -> Self {
        Self { because: why.into(), ..self }
    }
}

/// The evidence of a figure.
pub fn evidence(page: &Page, reading: &Reading, id: usize, metric: &Metric) -> Html {
    let (words, language) = (words(page), page.language);
    // Among the words of the report those of the page are in its language.
    let own = |words: String| html! { <span lang={language.code()}>{ words }</span> };
    let changed = reading.correction(id).is_some_and(|said| said.added || said.change.changes());
    let mut told = vec![Told::new(words.sentence, sentence(reading, metric))];
    // What a person said needs no other reason.
    let why = metric.why.as_ref().filter(|_| !changed);
    let name = Told::new(words.indicator, metric.indicator.clone());
    told.push(name.because(why.map(|why| language.name_rule(why.name).to_owned())));
    told.extend((metric.qualifier != Qualifier::Exact).then(|| exactness(page, reading, metric, why)));
    let role = Told::new(words.filter_role, own(language.role(metric.role).to_owned()));
    let planned =
        why.filter(|why| why.planned && metric.role != Role::Actual).map(|_| words.because_planned.to_owned());
    told.push(role.because(planned));
    told.push(Told::new(words.kind, own(language.kind(metric.kind).to_owned())));
    if let Some(period) = &metric.period {
        let place = why.and_then(|why| why.period);
        told.push(
            Told::new(words.period, period.clone())
                .because(place.and_then(|place| whence(page, reading, metric, place))),
        );
    }
    told.extend(whole(page, reading, metric));
    if metric.section.is_some() {
        told.push(Told::new(words.section, label::path(&reading.report, metric.section)));
    }
    let checks: Vec<String> = reading.checks_of(id).map(|(_, check)| check.message.told(language)).collect();
    if !checks.is_empty() {
        told.push(Told::new(words.checks, own(checks.join(language.pick(AND_TOLD)))));
    }
    let unsure = Mark::Unsure.is_on(id, reading).then(|| words.unsure_hint.to_owned());
    told.push(Told::new(words.confidence, format!("{:.0}%", metric.confidence * 100.0)).because(unsure));
    told.extend(amendment::note(metric, page.measure, language).map(|note| Told::new(words.changes, own(note))));
    html! {
        <dl class="evidence">{ for told.into_iter().map(|Told { name, said, because }| html! {
            <div><dt>{ name }</dt><dd><span lang="zh-CN">{ said }</span>{ for because.map(|because| html! { <small>{ because }</small> }) }</dd></div>
        }) }</dl>
    }
}

/// The sentence, with the figure's own words set off.
pub fn sentence(reading: &Reading, metric: &Metric) -> Html {
    let Span { start, end } = metric.sentence;
    let words = |start: usize, end: usize| reading.document.words(Span { start, end });
    html! {
        <>{ words(start, metric.span.start) }<b>{ words(metric.span.start, metric.span.end) }</b>{ words(metric.span.end, end) }</>
    }
}

/// How exact a figure is that is not, and by which words.
fn exactness(page: &Page, reading: &Reading, metric: &Metric, why: Option<&Why>) -> Told {
    let words = words(page);
    let said = printed(metric, |span| reading.document.words(span));
    let said = said.unwrap_or_else(|| page.language.qualifier(metric.qualifier).to_owned());
    let extent = why.map(|why| fill(words.because_words, &[&reading.document.words(why.extent)]));
    Told::new(words.exactness, said).because(extent)
}

/// Where the period comes from that stands otherwise in the sentence, or in another one: that is told as far as one knows it by.
fn whence(page: &Page, reading: &Reading, metric: &Metric, place: Span) -> Option<String> {
    let (words, said) = (words(page), reading.document.words(place));
    let is_here = metric.sentence.start <= place.start && place.end <= metric.sentence.end;
    if is_here {
        return (Some(&said) != metric.period.as_ref()).then(|| fill(words.because_words, &[&said]));
    }
    Some(fill(words.period_elsewhere, &[&reading.document.around(place)]))
}

/// The figure it belongs to, and by which rule.
fn whole(page: &Page, reading: &Reading, metric: &Metric) -> Option<Told> {
    let whole = reading.report.metrics.get(metric.of?)?;
    let relation = metric.relation.map_or("", |relation| page.language.relation(relation));
    let called = format!("{} {}", whole.indicator, whole.quote);
    let told = Told::new(words(page).whole, page.language.fill(file::IN_BRACKETS, &[&called, relation]));
    let rule = metric.why.as_ref().and_then(|why| why.link);
    Some(told.because(rule.map(|rule| page.language.link_rule(rule).to_owned())))
}
