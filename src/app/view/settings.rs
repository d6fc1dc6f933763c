//! Keeps the settings in the browser: how the page looks, nothing of what it reads.

use web_sys::Storage;
use yew::prelude::*;

use super::Page;
use crate::app::settings;
use crate::app::state::State;

/// Where they lie.
const NAME: &str = "gangmu";

/// The page as it was set the last time.
pub fn recall() -> State {
    let kept = storage().and_then(|storage| storage.get_item(NAME).ok().flatten());
    settings::read(&kept.unwrap_or_default())
}

/// Keeps every change.
#[hook]
pub fn use_settings(page: &Page) {
    let settings = settings::write(page);
    use_effect_with(settings, |settings| {
        let Some(storage) = storage() else { return };
        // A browser that keeps nothing shows the page as it is all the same.
        let _ = if *settings == settings::write(&State::default()) {
            storage.remove_item(NAME)
        } else {
            storage.set_item(NAME, settings)
        };
    });
}

/// Forgets them.
pub fn forget() {
    storage().iter().for_each(|storage| drop(storage.remove_item(NAME)));
}

/// The storage, if the browser gives it.
fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
