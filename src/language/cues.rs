//! Words around a numeral that tell what it is.

super::groups::groups! {
    /// What a word tells of the numeral beside it. The table says what each is.
    Cue,
    /// The words that give a cue.
    cues, "cues.txt" {
        Rank = "rank",
        First = "first",
        Unmeasured = "unmeasured",
        Lasting = "lasting",
        Stretch = "stretch",
        Measured = "measured",
        Enumeration = "enumeration",
        Aspect = "aspect",
        Set = "set",
        Number = "number",
        Changing = "changing",
        Completing = "completing",
        Session = "session",
        Meeting = "meeting",
        Class = "class",
        Radius = "radius",
        Spent = "spent",
        Granted = "granted",
        Group = "group",
        Together = "together",
        Amount = "amount",
        Funds = "funds",
        Attained = "attained",
        Reaching = "reaching",
        Compared = "compared",
        NumberOf = "number_of",
        Near = "near",
        Burden = "burden",
        Inner = "inner",
        People = "people",
        Halving = "halving",
        Half = "half",
        Ranking = "ranking",
        Moving = "moving",
        Electric = "electric",
    }
}
