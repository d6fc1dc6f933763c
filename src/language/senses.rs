//! Words before a figure that say what it is.

super::groups::groups! {
    /// What a word before a figure says of it. The table says what each is.
    Sense,
    /// The words of one sense.
    senses, "senses.txt" {
        Up = "up",
        Down = "down",
        Target = "target",
        From = "from",
        Plan = "plan",
        Settled = "settled",
        Money = "money",
        Aim = "aim",
        Opening = "opening",
        Amount = "amount",
        Task = "task",
        Actually = "actually",
        Done = "done",
        Measured = "measured",
        Control = "control",
        Column = "column",
        Appendix = "appendix",
        Modal = "modal",
        PlanEnd = "plan_end",
        Announcing = "announcing",
        Reached = "reached",
        Until = "until",
        Budget = "budget",
        Assigned = "assigned",
        Estimate = "estimate",
        Review = "review",
        Goal = "goal",
        Account = "account",
        Pace = "pace",
        Beyond = "beyond",
        Standing = "standing",
        Running = "running",
        Member = "member",
        Scheme = "scheme",
        Giving = "giving",
    }
}
