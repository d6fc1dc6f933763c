//! The part of the page's program that writes files and takes the text out of those that are no plain text.

fn main() {
    gangmu::takeaway::listen();
}
