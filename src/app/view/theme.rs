//! Light and dark.

use wasm_bindgen::JsCast;
use web_sys::StyleSheet;

use crate::app::state::Theme;

/// The sheet of dark colours is in force for these media, as the page is written.
const AS_THE_SYSTEM: &str = "screen and (prefers-color-scheme: dark)";

/// Puts the dark colours in force, or out of it.
pub fn apply(theme: Option<Theme>) {
    let media = match theme {
        None => AS_THE_SYSTEM,
        Some(Theme::Dark) => "screen",
        Some(Theme::Light) => "not all",
    };
    if let Some(sheet) = sheet() {
        // Not by the element's attribute: Firefox would ask for the file again, and the page may ask for nothing.
        sheet.media().set_media_text(media);
    }
}

/// The colours other than those in force.
pub fn other(theme: Option<Theme>) -> Theme {
    match theme {
        Some(Theme::Dark) => Theme::Light,
        Some(Theme::Light) => Theme::Dark,
        None if matches(AS_THE_SYSTEM) => Theme::Light,
        None => Theme::Dark,
    }
}

/// Whether the page is shown by such media.
pub fn matches(media: &str) -> bool {
    gloo::utils::window().match_media(media).ok().flatten().is_some_and(|query| query.matches())
}

/// The sheet of dark colours, of a link or, where the page is one file, of a style.
fn sheet() -> Option<StyleSheet> {
    let element = super::document().get_element_by_id("dark")?;
    js_sys::Reflect::get(&element, &"sheet".into()).ok()?.dyn_into().ok()
}
