//! Glyphs to lines of words.

use super::super::lines::is_wide;
use super::sheet::Glyph;

/// Glyphs that stand on one line, from left to right.
pub struct Row<'a> {
    glyphs: Vec<&'a Glyph>,
    /// Where the line stands: higher is more.
    pub y: f64,
    /// The size of most of its glyphs.
    pub size: f64,
}

/// Parts glyphs into lines, from the top to the bottom.
pub fn rows<'a>(mut glyphs: Vec<&'a Glyph>) -> Vec<Row<'a>> {
    /// What stands so much higher, in parts of the size, stands on another line.
    const STEP: f64 = 0.45;
    glyphs.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut rows: Vec<Vec<&Glyph>> = Vec::new();
    let mut largest = 0.0_f64;
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if row[0].y - glyph.y <= STEP * largest.max(glyph.size) => row.push(glyph),
            _ => {
                rows.push(vec![glyph]);
                largest = 0.0;
            }
        }
        largest = largest.max(glyph.size);
    }
    let mut rows: Vec<Row> = rows.into_iter().filter_map(Row::new).collect();
    rows.sort_by(|one, other| other.y.total_cmp(&one.y));
    rows
}

impl<'a> Row<'a> {
    /// A line of glyphs; none, if there is nothing to be seen.
    fn new(mut glyphs: Vec<&'a Glyph>) -> Option<Self> {
        let mut sizes: Vec<_> =
            glyphs.iter().filter(|glyph| !is_blank(glyph)).map(|glyph| (glyph.size, glyph.y)).collect();
        let middle = sizes.len() / 2;
        let (size, y) = *sizes.get(middle).is_some().then(|| {
            let (_, middle, _) = sizes.select_nth_unstable_by(middle, |one, other| one.0.total_cmp(&other.0));
            &*middle
        })?;
        glyphs.sort_by(|one, other| one.x.total_cmp(&other.x));
        Some(Self { glyphs, y, size })
    }

    /// Where its first word begins.
    pub fn x(&self) -> f64 {
        self.glyphs.iter().find(|glyph| !is_blank(glyph)).map_or(0.0, |glyph| glyph.x)
    }

    /// Where its last word ends.
    pub fn end(&self) -> f64 {
        self.glyphs.iter().rev().find(|glyph| !is_blank(glyph)).map_or(0.0, |glyph| glyph.end)
    }

    /// Its words. `column` parts what stands far apart.
    pub fn words(&self, column: char) -> String {
        let mut words = String::new();
        let mut before: Option<&Glyph> = None;
        let mut is_parted = false;
        for glyph in self.glyphs.iter().copied() {
            if is_blank(glyph) {
                is_parted = true;
                continue;
            }
            if before.is_some_and(|before| is_again(before, glyph)) {
                continue;
            }
            let Some(text) = self.shown(glyph, &words) else { continue };
            words.extend(before.and_then(|before| gap(before, glyph, is_parted, column)));
            words.push_str(text);
            (before, is_parted) = (Some(glyph), false);
        }
        words
    }

    /// What is shown of a glyph. The small raised numbers of notes are left out, as the notes of Word files are; those of units stay.
    fn shown<'g>(&self, glyph: &'g Glyph, before: &str) -> Option<&'g str> {
        let is_raised = glyph.size < 0.8 * self.size && glyph.y > self.y + 0.15 * self.size;
        match &*glyph.text {
            text if !is_raised => Some(text),
            "2" if before.ends_with('m') => Some("²"),
            "3" if before.ends_with('m') => Some("³"),
            text if text.chars().all(is_of_note) => None,
            text => Some(text),
        }
    }
}

fn is_of_note(character: char) -> bool {
    matches!(character, '0'..='9' | '①'..='⑳' | '[' | ']' | '〔' | '〕' | '［' | '］' | '*')
}

fn is_blank(glyph: &Glyph) -> bool {
    glyph.text.trim().is_empty()
}

/// Whether a glyph is the one before it once more, printed beside itself to look bold.
fn is_again(before: &Glyph, glyph: &Glyph) -> bool {
    let apart = (glyph.x - before.x).hypot(glyph.y - before.y);
    before.text == glyph.text && apart < 0.2 * glyph.size.min(glyph.end - glyph.x)
}

/// What parts a glyph from the one before it, if anything does.
fn gap(before: &Glyph, glyph: &Glyph, is_parted: bool, column: char) -> Option<char> {
    let size = before.size.max(glyph.size);
    let gap = (glyph.x - before.end) / size;
    let (last, first) = (before.text.chars().next_back()?, glyph.text.chars().next()?);
    let least = match (is_wide(last), is_wide(first), is_parted) {
        (true, true, true) => 0.2,
        (true, true, false) => 1.2,
        (false, false, true) => 0.1,
        // A number may be spread to fill its line.
        (false, false, false) if last.is_ascii_digit() && first.is_ascii_digit() => 0.3,
        (false, false, false) => 0.2,
        (_, _, true) => 0.15,
        (_, _, false) => 0.8,
    };
    // What a person parted with blanks stands far apart only where the gap is wide.
    let far = if is_parted { 2.6 } else { 1.6 };
    if gap >= far { Some(column) } else { (gap >= least).then_some(' ') }
}
