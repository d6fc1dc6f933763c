//! What may happen on the page.

use std::rc::Rc;

use super::{Batch, Card, Chosen, Keeping, Manner, Notice, Pane, Theme};
use crate::app::arrangement::Arrangement;
use crate::app::corrections::Change;
use crate::app::filter::Filter;
use crate::app::initials::Initials;
use crate::app::layout::Layout;
use crate::contract::{Particulars, Report, Span};
use crate::output::measure::Measure;
use crate::words::Language;

/// What may happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A new text came, with the name of its file if it has one.
    Open(String, Option<String>),
    /// The browser keeps the clipboard to itself, so that a person must paste; without keys if it is by touch.
    AskToPaste(bool),
    /// The text was changed by hand.
    Edit(String),
    /// The worker has read a revision.
    Read(u32, Box<Report>),
    /// The worker died of a revision.
    Fail(u32),
    /// The text shall be read once more.
    Retry,
    /// The reading that goes on shall be stopped.
    Stop,
    /// The reader chose something in a pane.
    Choose(Chosen, Pane, Manner),
    /// The table shall show what passes.
    Filter(Filter),
    /// The table shall be laid out so.
    Arrange(Arrangement),
    /// A person says something of a figure.
    Correct(usize, Change),
    /// A person says something of the report itself.
    Amend(Particulars),
    /// What a person said shall no longer hold.
    Withdraw(usize),
    /// Words that were passed over are a figure.
    Add(Span),
    /// A numeral that was left out is a figure.
    AddSkipped(usize),
    /// Reports were opened together, or are no longer at hand.
    Batch(Option<Batch>),
    /// The report on the page was opened from among them.
    Opened,
    /// The work on the page was saved as a file.
    TakenOut,
    /// The last step shall be undone.
    Undo,
    /// What was undone shall be done again.
    Redo,
    /// The panes shall be so wide.
    Lay(Layout),
    /// More or less shall be told of the figure that is chosen.
    Tell(Card),
    /// A figure shall be shown as soon as the text is read.
    Seek(usize),
    /// Words shall be looked for everywhere, or no longer.
    Find(Option<String>),
    /// The letters that Chinese characters begin with are known.
    Learn(Rc<Initials>),
    /// The next place where they are found shall be shown, or the one before.
    Next(bool),
    /// The text shall show every numeral that is no figure, or no longer.
    ShowLedger(bool),
    /// Those too that are but parts of speech, or no longer.
    ShowSpeech(bool),
    /// The sheet of shortcuts shall lie open, or no longer.
    Help(bool),
    /// Something of the page is kept in this browser, or no longer.
    Keep(Box<Keeping>),
    /// The dialog about what is kept shall lie open, or no longer.
    OpenShelf(bool),
    /// Figures shall be shown in a unit.
    Measure(Measure),
    /// A section shall be folded or unfolded.
    Fold(usize, bool),
    /// Every section shall be unfolded.
    Unfold,
    /// Editing begins or ends at a place of the text.
    Stay(Option<usize>),
    /// Editing begins or ends.
    SetEditing(bool),
    /// A pane shall be in sight.
    Show(Pane),
    /// The language shall change.
    Speak(Language),
    /// The colours shall change.
    Light(Theme),
    /// Printing begins or ends.
    Print(bool),
    /// Something shall be said, or no longer.
    Say(Option<Notice>),
    /// The text shall go.
    Clear,
}
