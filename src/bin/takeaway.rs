//! The part of the page's program that writes files.

fn main() {
    gangmu::takeaway::listen();
}
