//! The words around a figure.

use std::borrow::Cow;

/// The words around a figure, as indices of characters. What stands in brackets of its own is left out.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Before it, back to the beginning of its clause or to the figure before.
    pub left: Vec<usize>,
    /// Behind it, to the end of its clause or to the figure behind.
    pub right: Vec<usize>,
    /// Whether nothing stands between it and the figure before, or nothing but a link: `10件12人`.
    pub joined: bool,
    /// Whether a link stands before it: 、 or 和.
    pub listed: bool,
    /// Whether a figure stands before it in the same clause.
    pub follows: bool,
}

/// The characters of words. Those that stand in a row, as nearly all do, are not copied.
pub fn letters_of<'c>(chars: &'c [char], words: &[usize]) -> Cow<'c, [char]> {
    let Some(&first) = words.first() else { return Cow::Borrowed(&[]) };
    // No word ends this look early, so that several are looked at in one step.
    let in_row = words.iter().zip(first..).fold(true, |in_row, (&index, next)| in_row & (index == next));
    if in_row {
        Cow::Borrowed(&chars[first..first + words.len()])
    } else {
        Cow::Owned(words.iter().map(|&index| chars[index]).collect())
    }
}
