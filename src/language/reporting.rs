//! How a report tells who reports, on what, and in which version.

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
    }
}
