//! How a report tells who reports, on what, and in which version.

use std::sync::LazyLock;

use super::beginnings::Beginnings;

/// The offices of those who report, to be found without a look at each.
pub fn offices() -> &'static Beginnings {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| {
        let groups = [reporting(Reporting::Office), reporting(Reporting::Head), &["书记"]];
        Beginnings::new(groups.into_iter().flatten().copied())
    });
    &WORDS
}

super::groups::groups! {
    list
    /// A group of words by which a report tells of itself; the table says what each is.
    Reporting,
    /// The words of a group by which a report tells of itself.
    reporting, "reporting.txt" {
        Own = "own",
        Itself = "self",
        Head = "head",
        Office = "office",
        Before = "before",
        Announcing = "announcing",
        Makes = "makes",
        Join = "join",
        Monthly = "monthly",
        Part = "part",
        Version = "version",
        Turn = "turn",
        Press = "press",
        Site = "site",
        Change = "change",
        Since = "since",
        Handing = "handing",
        Word = "word",
        Subject = "subject",
        Account = "account",
        Government = "government",
        Attached = "attached",
    }
}
