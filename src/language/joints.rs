//! What tells where a heading ends that runs into its text with no mark between.

super::groups::groups! {
    /// How headings end and texts begin; the table says what each group is.
    Joint,
    /// The words of a group.
    joints, "joints.txt" {
        Noun = "noun",
        State = "state",
        Change = "change",
        Manner = "manner",
        Degree = "degree",
        Topic = "topic",
        Text = "text",
        Source = "source",
        Figure = "figure",
        Name = "name",
        Title = "title",
    }
}
