//! Words that are no part of an indicator's name.

super::groups::groups! {
    /// Where a word of the table stands. The table says what each is.
    Place,
    /// The words of one place.
    naming, "naming.txt" {
        Head = "head",
        Tail = "tail",
        Kept = "kept",
        Bare = "bare",
    }
}
