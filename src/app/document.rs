//! The text as the page sets it: paragraphs cut into blocks, blocks gathered into sheets, so that only the sheets in sight
//! need to be in the page.

use std::ops::Range;

use crate::contract::Span;
use crate::text::{lines, lines_of, paragraphs, utf16_length};

/// The longest block, in bytes: some 1,200 Chinese characters. A longer paragraph is cut, after a full stop where there is one.
const BLOCK: usize = 3_600;

/// A sheet is full with so many blocks or characters.
const SHEET: (usize, usize) = (6, 400);

/// How many characters on each side of a place are told with it.
const NEAR: usize = 10;

/// How many characters a line of the page holds, for guessing heights.
const MEASURE: usize = 32;

/// A text and its cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    source: String,
    blocks: Vec<Block>,
    sheets: Vec<Sheet>,
}

/// A paragraph, or a piece of a very long one. White space around it is left out. Where a printer broke a paragraph into lines,
/// its lines are together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    bytes: Range<usize>,
    /// Where it stands, in UTF-16 units.
    pub span: Span,
    /// Whether it goes on the paragraph of the block before.
    pub continues: bool,
}

/// Some blocks that are in the page together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Indices of the blocks.
    pub blocks: Range<usize>,
    /// About how many lines the sheet takes.
    pub lines: usize,
}

impl Document {
    /// Cuts the text.
    pub fn new(source: String) -> Self {
        let mut blocks = Vec::new();
        let mut at = Place::default();
        for paragraph in paragraphs(&source, lines(&source), &[]) {
            at.pass(&source[at.bytes..paragraph.start]);
            cut(paragraph.of(&source), &mut at, &mut blocks);
        }
        let sheets = gather(&blocks);
        Self { source, blocks, sheets }
    }

    /// The text.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The sheets, in reading order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The blocks of a sheet.
    pub fn blocks(&self, sheet: &Sheet) -> &[Block] {
        &self.blocks[sheet.blocks.clone()]
    }

    /// The sheet on which a place of the text stands, in UTF-16 units.
    pub fn sheet_of(&self, place: usize) -> usize {
        let block = self.blocks.partition_point(|block| block.span.end <= place);
        let sheet = self.sheets.partition_point(|sheet| sheet.blocks.end <= block);
        sheet.min(self.sheets.len().saturating_sub(1))
    }

    /// The place of the block that begins at `start`, in UTF-16 units.
    pub fn block_at(&self, start: usize) -> Option<Span> {
        let at = self.blocks.partition_point(|block| block.span.start < start);
        self.blocks.get(at).map(|block| block.span).filter(|span| span.start == start)
    }

    /// The place of the block in which a place of the text stands, or after which it stands, in UTF-16 units.
    pub fn block_of(&self, place: usize) -> Option<Span> {
        let after = self.blocks.partition_point(|block| block.span.start <= place);
        self.blocks.get(after.saturating_sub(1)).map(|block| block.span)
    }

    /// The words at a span in UTF-16 units, paragraph after paragraph.
    pub fn words(&self, span: Span) -> String {
        let first = self.blocks.partition_point(|block| block.span.end <= span.start);
        let blocks = self.blocks[first..].iter().take_while(|block| block.span.start < span.end);
        let pieces = blocks.flat_map(|block| self.pieces(block, &[span.start, span.end]));
        let within = pieces.filter(|(piece, _)| span.start <= piece.start && piece.end <= span.end);
        within.map(|(_, words)| words).collect()
    }

    /// The words at a place with some of the sentence around them, so that one finds them again.
    pub fn around(&self, place: Span) -> String {
        let Some(block) = self.block_of(place.start) else { return String::new() };
        let is_within = |&character: &char| !matches!(character, '。' | '；' | '！' | '？');
        let before = self.words(Span { start: block.start, end: place.start });
        let before: Vec<char> = before.chars().rev().take_while(is_within).take(NEAR).collect();
        let after = self.words(Span { start: place.end, end: block.end });
        let after = after.chars().take_while(is_within).take(NEAR);
        before.into_iter().rev().chain(self.words(place).chars()).chain(after).collect()
    }

    /// The words of a block cut at the given places (UTF-16 units, rising), each piece with its span. The line breaks inside a
    /// paragraph are left out, but between two words of Latin letters.
    pub fn pieces(&self, block: &Block, cuts: &[usize]) -> Vec<(Span, &str)> {
        let words = &self.source[block.bytes.clone()];
        let mut pieces = Vec::with_capacity(cuts.len() + 1);
        let mut cuts = cuts.iter().copied().peekable();
        let mut at = Place { bytes: 0, utf16: block.span.start };
        for line in lines_of(words) {
            at.pass(&words[at.bytes..line.start]);
            let mut start = at;
            let piece = |start: Place, end: Place| {
                (Span { start: start.utf16, end: end.utf16 }, &words[start.bytes..end.bytes])
            };
            for character in words[line].chars() {
                if cuts.next_if(|&cut| cut <= at.utf16).is_some() {
                    while cuts.next_if(|&cut| cut <= at.utf16).is_some() {}
                    pieces.extend((start.bytes < at.bytes).then(|| piece(start, at)));
                    start = at;
                }
                at.bytes += character.len_utf8();
                at.utf16 += character.len_utf16();
            }
            pieces.push(piece(start, at));
        }
        pieces
    }
}

/// How far the cutting has come.
#[derive(Clone, Copy, Default)]
struct Place {
    bytes: usize,
    utf16: usize,
}

impl Place {
    fn pass(&mut self, words: &str) {
        self.bytes += words.len();
        self.utf16 += utf16_length(words);
    }
}

fn cut(paragraph: &str, at: &mut Place, blocks: &mut Vec<Block>) {
    let mut rest = paragraph;
    while !rest.is_empty() {
        let (block, left) = rest.split_at(block_end(rest));
        let start = *at;
        at.pass(block);
        blocks.push(Block {
            bytes: start.bytes..at.bytes,
            span: Span { start: start.utf16, end: at.utf16 },
            continues: rest.len() < paragraph.len(),
        });
        rest = left;
    }
}

/// Where the first block of the words ends.
fn block_end(words: &str) -> usize {
    let limit = words.floor_char_boundary(BLOCK);
    if limit == words.len() {
        return limit;
    }
    words[..limit].rfind('。').map_or(limit, |stop| stop + '。'.len_utf8())
}

fn gather(blocks: &[Block]) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut characters = 0;
    for (index, block) in blocks.iter().enumerate() {
        let length = block.span.end - block.span.start;
        let lines = length.div_ceil(MEASURE);
        match sheets.last_mut() {
            Some(sheet) if sheet.blocks.len() < SHEET.0 && characters + length <= SHEET.1 => {
                sheet.blocks.end = index + 1;
                sheet.lines += lines;
                characters += length;
            }
            _ => {
                sheets.push(Sheet { blocks: index..index + 1, lines });
                characters = length;
            }
        }
    }
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(document: &Document) -> Vec<&str> {
        document.blocks.iter().map(|block| &document.source[block.bytes.clone()]).collect()
    }

    #[test]
    fn blank_lines_and_indents_are_left_out() {
        let document = Document::new("　　一、概况\r\n\r\n \u{1f600}完成9件。\n".to_owned());
        assert_eq!(words(&document), ["一、概况", "\u{1f600}完成9件。"]);
        assert_eq!(document.blocks[0].span, Span { start: 2, end: 6 });
        assert_eq!(document.blocks[1].span, Span { start: 11, end: 18 });
        let places = [0, 2, 7, 11, 99].map(|place| document.block_of(place).map(|span| span.start));
        assert_eq!(places, [2, 2, 2, 11, 11].map(Some));
        assert!(Document::new(" \n\u{3000}\n".to_owned()).is_blank());
    }

    #[test]
    fn a_long_line_is_cut_after_a_full_stop_and_loses_nothing() {
        let source = "受理诉求9件。".repeat(1_000);
        let document = Document::new(source.clone());
        assert_eq!(words(&document).concat(), source);
        assert!(document.blocks.len() > 1);
        assert!(document.blocks.iter().all(|block| block.bytes.len() <= BLOCK));
        assert!(words(&document).iter().all(|words| words.ends_with('。')));
        assert!(!document.blocks[0].continues && document.blocks[1].continues);
        assert_eq!(words(&Document::new("9".repeat(BLOCK * 2))).len(), 2);
    }

    #[test]
    fn every_block_is_on_one_sheet() {
        let document = Document::new("共9件\n".repeat(1_000));
        let on_sheets: Vec<usize> = document.sheets.iter().flat_map(|sheet| sheet.blocks.clone()).collect();
        assert_eq!(on_sheets, (0..1_000).collect::<Vec<_>>());
        assert_eq!(document.sheet_of(0), 0);
        assert_eq!(document.sheet_of(usize::MAX), document.sheets.len() - 1);
        let second = document.blocks(&document.sheets[1])[0].span;
        assert_eq!(document.sheet_of(second.start), 1);
    }

    #[test]
    fn a_place_is_told_with_the_words_around_it() {
        let source = "一、概况\n去年获奖。获评2021年度测评第3位；今年在全省率先完成任务并在更大的范围内推广。\n";
        let document = Document::new(source.to_owned());
        let around = |words: &str| {
            let start = source[..source.find(words).expect("it is there")].encode_utf16().count();
            document.around(Span { start, end: start + words.encode_utf16().count() })
        };
        assert_eq!(around("2021年度"), "获评2021年度测评第3位");
        assert_eq!(around("完成"), "今年在全省率先完成任务并在更大的范围内");
        assert_eq!(Document::default().around(Span { start: 0, end: 1 }), "");
    }

    #[test]
    fn pieces_are_cut_at_utf16_places() {
        let document = Document::new("\u{1f600}共9件。".to_owned());
        let pieces: Vec<&str> = document.pieces(&document.blocks[0], &[0, 3, 3, 5]).iter().map(|p| p.1).collect();
        assert_eq!(pieces, ["\u{1f600}共", "9件", "。"]);
        assert_eq!(document.words(Span { start: 3, end: 5 }), "9件");
        assert_eq!(Document::new("共\n9\n件".to_owned()).words(Span { start: 0, end: 3 }), "共9");
    }

    #[test]
    fn a_paragraph_that_a_printer_broke_is_one_block_without_its_breaks() {
        let source = "共受理申请，\r\n\r\n  \u{1f600}办结9件，用 open data，\n依规公开。\n新的一段。";
        let document = Document::new(source.to_owned());
        assert_eq!(document.blocks.len(), 2);
        let pieces = document.pieces(&document.blocks[0], &[0, 16, 18]);
        let words: Vec<&str> = pieces.iter().map(|piece| piece.1).collect();
        assert_eq!(words, ["共受理申请，", "\u{1f600}办结", "9件", "，用 open data，", "依规公开。"]);
        assert!(pieces.iter().all(|(span, words)| span.end - span.start == utf16_length(words)));
        assert_eq!((pieces[1].0.start, pieces[2].0.start), (12, 16));
    }
}
