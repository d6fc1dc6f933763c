//! What the page says once.

use super::Batch;
use crate::app::saved::Unreadable;
use crate::app::shelf::Trouble;

/// What a person said of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is right.
    Confirmed,
    /// It is no longer confirmed.
    Unconfirmed,
    /// It is otherwise.
    Corrected,
    /// It is as it was read after all.
    Restored,
}

/// Something that was done and is to be said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So many rows are on the clipboard.
    Copied(usize),
    /// A figure was taken away: what it was.
    Excluded(String),
    /// What a person said of a figure, and what that is.
    Said(Verdict, String),
    /// The text is gone.
    Cleared,
    /// Another report lies where one lay before.
    Replaced,
    /// Reports that were opened together were laid down.
    BatchLeft(Batch),
    /// The clipboard was refused.
    NotCopied,
    /// The file could not be written, or not be saved.
    NotSaved,
    /// A file of this name was saved.
    Saved(String),
    /// The browser does not let the page read the clipboard.
    PressPaste,
    /// What was pasted is but an address of the web.
    OnlyAddress,
    /// The clipboard or the file holds no text.
    NothingThere,
    /// A file is being unpacked.
    Opening,
    /// A file is not read: why not, and what to do instead.
    Refused(String),
    /// What takes the text out of files did not start.
    NotOpened,
    /// Something was not kept.
    NotKept(Trouble),
    /// The kept report that is open was deleted on another page.
    Released,
    /// A file of work cannot be opened.
    Unreadable(Unreadable),
    /// What was kept is deleted.
    Forgotten,
    /// The words that were chosen hold no quantity.
    NoQuantity,
}

impl Notice {
    /// Whether it says what to do, which takes longer to read.
    pub fn asks(&self) -> bool {
        matches!(self, Self::PressPaste | Self::OnlyAddress | Self::Refused(_)) || self.is_of_a_step()
    }

    /// Whether it can be seen elsewhere, and is told to those alone who do not see the page.
    pub fn is_seen(&self) -> bool {
        matches!(self, Self::Said(..))
    }

    /// Whether it tells of the last step, and offers to undo it.
    pub fn is_of_a_step(&self) -> bool {
        matches!(self, Self::Excluded(_) | Self::Cleared | Self::Replaced | Self::BatchLeft(_))
    }
}
