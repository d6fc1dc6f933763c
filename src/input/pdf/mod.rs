//! PDF files: the text that is printed on their pages, as lines, and tables as lines with tabs.
//!
//! Bytes become objects (`lexer`, `file`), pages are walked through operator by operator (`content`), codes become characters
//! (`font`), and glyphs in their places lines and tables (`layout`).

mod charset;
mod cmap;
mod content;
mod file;
mod filter;
mod font;
mod furniture;
mod grid;
mod layout;
mod lexer;
mod lock;
mod matrix;
mod object;
mod pages;
mod paragraphs;
mod paths;
mod rows;
mod sheet;

use super::lines::Lines;
use super::{Decode, LARGEST, Refusal};
use content::Walk;
use file::File;
use object::Dictionary;

/// Where there are fewer characters than these for each page with a picture, it is a scan: what is printed over it is a page number or
/// a stamp.
const SCANNED: usize = 16;

/// Where one of so many glyphs is not known, the text cannot be relied on.
const UNKNOWN: usize = 20;

/// The text of a PDF file.
pub fn read(bytes: &[u8], decode: Decode) -> Result<String, Refusal> {
    let file = File::open(bytes)?;
    let pages = pages::pages(&file)?;
    if pages.is_empty() {
        return Err(Refusal::PdfDamaged);
    }
    let nothing = Dictionary::default();
    let mut walk = Walk::new(&file, decode);
    let (mut widths, mut blocks) = (Vec::new(), Vec::new());
    let (mut known, mut unknown, mut pictures, mut size) = (0, 0, 0, 0);
    for page in &pages {
        let (mut sheet, place) = pages::sheet(&file, page)?;
        let resources = file.follow(page.get("Resources"))?;
        let resources = resources.dictionary().unwrap_or(&nothing);
        walk.print(&pages::contents(&file, page)?, resources, place, &mut sheet)?;
        widths.push(sheet.width());
        blocks.push(layout::blocks(&sheet));
        size += sheet.text();
        known += sheet.known;
        unknown += sheet.unknown;
        pictures += usize::from(sheet.pictures > 0);
        if size > LARGEST {
            return Err(Refusal::TooLarge);
        }
    }
    if unknown * UNKNOWN > known + unknown {
        return Err(Refusal::PdfFonts);
    }
    if pictures > 0 && known < SCANNED * pictures {
        return Err(Refusal::PdfScan);
    }
    if known == 0 {
        return Err(Refusal::PdfEmpty);
    }
    furniture::remove(&mut blocks);
    let mut lines = Lines::default();
    paragraphs::write(&widths.into_iter().zip(blocks).collect::<Vec<_>>(), &mut lines);
    lines.finish().ok_or(Refusal::TooLarge)
}
