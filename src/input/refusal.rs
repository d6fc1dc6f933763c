//! Why a file is not read, and what to do instead.

use std::fmt;

use crate::words::{Pair, input};

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no text in a known encoding, nor anything else that is known.
    NotText,
    /// It has a password.
    Locked,
    /// It is a document of another kind than `.docx`, which Word and WPS open.
    Document,
    /// It is a PDF file with a password.
    PdfLocked,
    /// It is a PDF file of pictures.
    PdfScan,
    /// It is a PDF file whose fonts do not tell which characters they show.
    PdfFonts,
    /// It is a PDF file without a page that can be found.
    PdfDamaged,
    /// It is a PDF file of which a page is packed in a way that is not known.
    PdfPacked,
    /// It is a PDF file with nothing on its pages.
    PdfEmpty,
    /// It is an OFD file.
    Ofd,
    /// It is a workbook.
    Workbook,
    /// It is a presentation.
    Slides,
    /// It is a web page with all that belongs to it in one file, of which something is missing, or which has no page in it.
    PageArchive,
    /// It is an archive of other files.
    Archive,
    /// It is a Word file of which something is missing or wrong.
    Damaged,
    /// It would be larger than anything that is a report.
    TooLarge,
}

impl Refusal {
    /// It in words.
    pub const fn words(self) -> Pair {
        match self {
            Self::NotText => input::NOT_TEXT,
            Self::Locked => input::LOCKED,
            Self::Document => input::DOCUMENT,
            Self::PdfLocked => input::PDF_LOCKED,
            Self::PdfScan => input::PDF_SCAN,
            Self::PdfFonts => input::PDF_FONTS,
            Self::PdfDamaged => input::PDF_DAMAGED,
            Self::PdfPacked => input::PDF_PACKED,
            Self::PdfEmpty => input::PDF_EMPTY,
            Self::Ofd => input::OFD,
            Self::Workbook => input::WORKBOOK,
            Self::Slides => input::SLIDES,
            Self::PageArchive => input::PAGE_ARCHIVE,
            Self::Archive => input::ARCHIVE,
            Self::Damaged => input::DAMAGED,
            Self::TooLarge => input::TOO_LARGE,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.words().0)
    }
}

impl std::error::Error for Refusal {}

/// What a compound file is: the names of its streams, in UTF-16, tell.
pub fn compound(bytes: &[u8]) -> Refusal {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        Refusal::Locked
    } else if has("WordDocument") {
        Refusal::Document
    } else if has("Workbook") {
        Refusal::Workbook
    } else if has("PowerPoint Document") {
        Refusal::Slides
    } else {
        Refusal::Document
    }
}
