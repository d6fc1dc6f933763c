//! Words around a number that are no part of an indicator's name, and words that tell where it begins and ends.

super::groups::groups! {
    /// Where a word of the table stands. The table says what each is.
    Place,
    /// The words of one place.
    naming, "naming.txt" {
        Head = "head",
        Tail = "tail",
        Kept = "kept",
        Bare = "bare",
        Preposition = "preposition",
        Onward = "onward",
        Boundary = "boundary",
        Describing = "describing",
        Adverb = "adverb",
        Accompanying = "accompanying",
        Upcoming = "upcoming",
        Agent = "agent",
        Nominal = "nominal",
        Aside = "aside",
        Adverbial = "adverbial",
        Circumstance = "circumstance",
        Means = "means",
        Manner = "manner",
        Medium = "medium",
        Yield = "yield",
        Settling = "settling",
        Reckoning = "reckoning",
        Fault = "fault",
        Causing = "causing",
        Altogether = "altogether",
        Task = "task",
        Harming = "harming",
        Person = "person",
        Sitting = "sitting",
        Measure = "measure",
        Paper = "paper",
        Counted = "counted",
        Derived = "derived",
        Compound = "compound",
        Resuming = "resuming",
    }
}
