//! Words by which a text claims that figures agree.

super::groups::groups! {
    /// What a text claims of figures. The table says what each is.
    Claim,
    /// The words of one claim.
    claims, "claims.txt" {
        Among = "among",
        Divides = "divides",
        Rest = "rest",
        Pending = "pending",
        Altogether = "altogether",
        Overlapping = "overlapping",
        Apart = "apart",
        Field = "field",
        Examples = "examples",
        Exceeded = "exceeded",
        Reached = "reached",
        Missed = "missed",
        Above = "above",
        Below = "below",
        Task = "task",
        Share = "share",
        Yearly = "yearly",
        Adjusted = "adjusted",
        Beyond = "beyond",
        Noted = "noted",
        Reckoned = "reckoned",
        Events = "events",
        Sorts = "sorts",
        Listing = "listing",
        Negation = "negation",
        Total = "total",
        Ranked = "ranked",
        Compared = "compared",
        ShareTail = "share_tail",
        Earlier = "earlier",
        Moved = "moved",
        Faster = "faster",
        Left = "left",
        Cause = "cause",
        Sorted = "sorted",
    }
}
