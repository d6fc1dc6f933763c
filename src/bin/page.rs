//! The page and its worker: one program for both threads.

fn main() {
    if web_sys::window().is_some() {
        gangmu::app::view::show();
    } else {
        gangmu::worker::listen();
    }
}
