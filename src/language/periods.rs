//! The table of words that say which time a figure is said of.

super::groups::groups! {
    /// Which part of a period a word is. The table says what each is.
    Time,
    /// The words of one part.
    times, "periods.txt" {
        Whole = "whole",
        Plan = "plan",
        Part = "part",
        Since = "since",
        Month = "month",
        Until = "until",
        Span = "span",
        Stretch = "stretch",
        Measure = "measure",
        Lasting = "lasting",
        Base = "base",
        Stated = "stated",
    }
}
