//! Words that link two figures or two names.

super::groups::groups! {
    /// Whether a word links. The table says what each is.
    Link,
    /// The words of one sort.
    links, "links.txt" {
        Between = "link",
        Whole = "whole",
    }
}
