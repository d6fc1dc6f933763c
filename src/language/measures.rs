//! Measure words that say something of what is counted in them.

super::groups::groups! {
    /// What a measure word says. The table tells what each is.
    Measure,
    /// The measure words of one sort.
    measures, "measures.txt" {
        Standing = "standing",
        Person = "person",
        People = "people",
        Firm = "firm",
        Room = "room",
        Age = "age",
        Rank = "rank",
        Place = "place",
        Case = "case",
        Batch = "batch",
        Blow = "blow",
        Event = "event",
        Round = "round",
        Session = "session",
        Turn = "turn",
        Fund = "fund",
        Sort = "sort",
        Member = "member",
        Message = "message",
        Material = "material",
        Paper = "paper",
        Task = "task",
    }
}

impl Measure {
    /// Whether a unit is one of these measure words.
    pub fn has(self, unit: Option<&str>) -> bool {
        unit.is_some_and(|unit| measures(self).is_text(unit))
    }
}
