//! Words that figures of two reports may differ in and still tell of the same thing.

super::groups::groups! {
    /// What a word says that makes no difference. The table says what each is.
    Alike,
    /// The words of one sort.
    alike, "comparing.txt" {
        Light = "light",
        Current = "current",
        Previous = "previous",
        Following = "following",
    }
}
