//! What was just done, said once.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Props, act, button, shelf, words};
use crate::app::saved::Unreadable;
use crate::app::state::{Action, Notice as Said, Stage, Verdict};
use crate::words::{Words, fill};

/// How long a notice stays, in milliseconds.
const STAYS: u32 = 4_000;

/// How long one stays that says what to do.
const WAITS: u32 = 8_000;

/// How long one stays that offers to bring back what many steps made.
const LINGERS: u32 = 20_000;

/// How long a number of faults stands before it is told to one who types.
const SETTLES: u32 = 1_500;

/// The notice, and for those who do not see the page what has been read.
#[component]
pub fn Notice(Props { page }: &Props) -> Html {
    let words = words(page);
    let dispatcher = page.dispatcher();
    use_effect_with(page.notice.clone(), move |notice| {
        let stays = notice.as_ref().map(|notice| match notice {
            Said::BatchLeft(_) => LINGERS,
            notice if notice.asks() => WAITS,
            _ => STAYS,
        });
        let timeout = stays.map(|stays| Timeout::new(stays, move || dispatcher.dispatch(Action::Say(None))));
        move || drop(timeout)
    });
    let said = page.notice.as_ref().map(|notice| match notice {
        Said::Copied(rows) => fill(words.copied, &[&rows.to_string()]),
        Said::Excluded(figure) => fill(words.excluded, &[figure]),
        Said::Said(verdict, figure) => fill(words.told_of, &[self::verdict(words, *verdict), figure]),
        Said::Cleared => words.cleared.to_owned(),
        Said::Replaced => words.replaced.to_owned(),
        Said::BatchLeft(batch) => fill(words.left_many, &[&batch.count.to_string()]),
        Said::NotCopied => words.not_copied.to_owned(),
        Said::Saved(name) => fill(words.saved, &[name]),
        Said::NotSaved => words.not_saved.to_owned(),
        Said::PressPaste => words.press_paste.to_owned(),
        Said::NoQuantity => words.no_quantity.to_owned(),
        Said::NotKept(trouble) => shelf::trouble(words, *trouble).to_owned(),
        Said::Released => words.released.to_owned(),
        Said::Forgotten => words.forgotten.to_owned(),
        Said::Unreadable(Unreadable::Newer) => words.work_newer.to_owned(),
        Said::Unreadable(Unreadable::Damaged) => words.work_damaged.to_owned(),
        Said::Opening => words.opening.to_owned(),
        Said::Refused(reason) => reason.clone(),
        Said::NotOpened => words.not_opened.to_owned(),
        Said::OnlyAddress => words.only_address.to_owned(),
        Said::NothingThere => words.nothing_there.to_owned(),
    });
    let is_seen = page.notice.as_ref().is_some_and(Said::is_seen);
    let undo = page
        .notice
        .as_ref()
        .is_some_and(Said::is_of_a_step)
        .then(|| button("link", words.undo, act(page, Action::Undo)));
    let failed = page.reading.as_ref().map_or(0, |reading| reading.check_counts().0);
    // While one types, a number that has stood for a while is told, not what comes and goes with each key.
    let settled = use_state(|| failed);
    {
        let settled = settled.clone();
        use_effect_with(failed, move |&failed| {
            let timeout = Timeout::new(SETTLES, move || settled.set(failed));
            move || drop(timeout)
        });
    }
    let read = match (page.stage, &page.reading) {
        (Stage::Reading, None) => words.reading.to_owned(),
        (_, Some(_)) if page.editing => format!("{} {}", *settled, words.disagree),
        (Stage::Read, Some(reading)) => fill(words.told, &[&reading.rows.len().to_string(), &failed.to_string()]),
        _ => String::new(),
    };
    html! {
        <>
            <p class="unseen" role="status">{ read }</p>
            <p class="unseen" role="status">{ for said.iter().filter(|_| is_seen) }</p>
            <p class="notice" role="status">{ for said.filter(|_| !is_seen).map(|said| html! { <span>{ said }{ for undo.clone() }</span> }) }</p>
        </>
    }
}

fn verdict(words: &Words, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => words.confirm,
        Verdict::Unconfirmed => words.unconfirmed,
        Verdict::Corrected => words.correct,
        Verdict::Restored => words.as_it_was,
    }
}
