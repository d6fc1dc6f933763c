//! Words that tell what belongs to what.

super::groups::groups! {
    /// What a word tells of a figure's place among the others. The table says what each is.
    Tie,
    /// The words of one sort.
    ties, "relations.txt" {
        Relative = "relative",
        Planned = "planned",
        Rate = "rate",
        Number = "number",
        Done = "done",
        Modifying = "modifying",
        Degree = "degree",
        Place = "place",
        Among = "among",
        Beyond = "beyond",
        Passive = "passive",
        Bound = "bound",
        Mean = "mean",
        People = "people",
        Outcome = "outcome",
        Sole = "sole",
        Followers = "followers",
        Ranks = "ranks",
        Harmed = "harmed",
        Income = "income",
        Expense = "expense",
        Viewed = "viewed",
        Divided = "divided",
        Works = "works",
        Left = "left",
        Project = "project",
        Together = "together",
        Scheme = "scheme",
        Measure = "measure",
        Beside = "beside",
        Status = "status",
        General = "general",
        Cases = "cases",
        Against = "against",
        Converted = "converted",
    }
}
