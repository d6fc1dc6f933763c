//! Dialogs, over the page until they are closed.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Opens a dialog that stands in the page.
pub fn open(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // It fails only if it is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes it.
pub fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// A dialog that is open as long as it is part of the page.
#[hook]
pub fn use_dialog() -> NodeRef {
    let dialog = use_node_ref();
    let opened = dialog.clone();
    use_effect_with((), move |()| {
        open(&opened);
        let opened = opened.cast::<HtmlDialogElement>();
        // Closed before it goes: the browser then gives the focus back to where it was.
        move || opened.iter().for_each(HtmlDialogElement::close)
    });
    dialog
}
