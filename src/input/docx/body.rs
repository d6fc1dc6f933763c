//! The text of a document, paragraph by paragraph.

use super::numbering::Numbering;
use super::styles::Styles;
use super::xml::{Element, Node, Nodes};
use crate::input::Refusal;
use crate::input::lines::Lines;

/// A walk through the part with the text.
pub struct Body<'a> {
    nodes: Nodes<'a>,
    styles: &'a Styles,
    numbering: Numbering,
    lines: Lines,
    /// The open paragraphs: a text box stands within one.
    paragraphs: Vec<Paragraph>,
    /// Of each open run whether it is hidden.
    runs: Vec<bool>,
    fields: Vec<Field>,
    /// How many of them show nothing here.
    silent: usize,
    /// Of each place where there is a choice whether one was made.
    choices: Vec<bool>,
    /// What the words are that stand here.
    speech: Speech,
    /// The words of a paragraph whose end is deleted or hidden: the next goes on with them.
    carried: String,
}

#[derive(Default)]
struct Paragraph {
    words: String,
    style: Option<String>,
    list: Option<u32>,
    level: Option<usize>,
    end: End,
}

/// An open field: an instruction and then what came of it, which alone is shown.
#[derive(Default)]
struct Field {
    instruction: String,
    is_shown: bool,
}

impl Field {
    /// Whether what comes of it is a table of contents: it says the headings once more, and page numbers as if they were figures.
    fn is_contents(&self) -> bool {
        self.instruction.split_whitespace().next() == Some("TOC")
    }
}

/// What words are.
#[derive(Clone, Copy, PartialEq)]
enum Speech {
    /// White space between elements.
    Nothing,
    Text,
    Instruction,
}

/// The end of a paragraph.
#[derive(Clone, Copy, Default, PartialEq)]
enum End {
    #[default]
    Shown,
    Hidden,
    Deleted,
}

impl<'a> Body<'a> {
    /// Before the first node.
    pub fn new(document: &'a str, styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            nodes: Nodes::of(document),
            styles,
            numbering,
            lines: Lines::default(),
            paragraphs: Vec::new(),
            runs: Vec::new(),
            fields: Vec::new(),
            silent: 0,
            choices: Vec::new(),
            speech: Speech::Nothing,
            carried: String::new(),
        }
    }

    /// The text; none if there is too much of it.
    pub fn read(mut self) -> Result<Option<String>, Refusal> {
        let mut is_document = false;
        while let Some(node) = self.nodes.next()? {
            match node {
                Node::Open(element) => {
                    is_document |= element.name() == "body";
                    self.open(&element)?;
                }
                Node::Close(name) => self.close(&name),
                Node::Words(words) => match self.speech {
                    Speech::Nothing => {}
                    Speech::Text => self.say(&words),
                    Speech::Instruction => {
                        self.fields.last_mut().into_iter().for_each(|field| field.instruction += &words)
                    }
                },
            }
            if self.lines.is_full() {
                return Ok(None);
            }
        }
        if !is_document {
            return Err(Refusal::Damaged);
        }
        self.let_go();
        Ok(self.lines.finish())
    }

    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        match element.name() {
            // Deleted, moved away, about the page, the reading of a character, what a control is called.
            "del" | "moveFrom" | "sectPr" | "rt" | "sdtPr" | "sdtEndPr" | "tblGrid" => self.nodes.skip(element)?,
            "p" => self.begin_paragraph(),
            "pPr" => self.paragraph_properties()?,
            "r" => {
                let style = self.paragraphs.last().and_then(|paragraph| paragraph.style.as_deref());
                self.runs.push(self.styles.hides(style).unwrap_or_default());
            }
            "rPr" => self.run_properties()?,
            "t" => self.speech = Speech::Text,
            "instrText" => self.speech = Speech::Instruction,
            "tab" | "ptab" => self.say("\t"),
            "br" | "cr" => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            "fldChar" => self.field(element),
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => match self.choices.last_mut() {
                Some(is_made @ false) => *is_made = true,
                _ => self.nodes.skip(element)?,
            },
            "tbl" => self.lines.begin_table(),
            "tr" => self.lines.begin_row(),
            "trPr" => self.row_properties()?,
            "tc" => self.lines.begin_cell(1),
            "tcPr" => self.cell_properties()?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" | "instrText" => self.speech = Speech::Nothing,
            "r" => drop(self.runs.pop()),
            "p" => self.end_paragraph(),
            "AlternateContent" => drop(self.choices.pop()),
            "tc" => {
                self.let_go();
                self.lines.end_cell();
            }
            "tr" => self.lines.end_row(),
            "tbl" => self.lines.end_table(),
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        let is_hidden = self.runs.last().copied().unwrap_or_default() || self.silent > 0;
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !is_hidden) {
            paragraph.words.push_str(words);
        }
    }

    fn begin_paragraph(&mut self) {
        self.paragraphs.push(Paragraph { words: std::mem::take(&mut self.carried), ..Paragraph::default() });
    }

    fn paragraph_properties(&mut self) -> Result<(), Refusal> {
        let mut read = Paragraph::default();
        self.nodes.each(|element| match element.name() {
            "pStyle" => read.style = element.value(),
            "numId" => read.list = element.number(),
            "ilvl" => read.level = element.number(),
            "del" | "moveFrom" => read.end = End::Deleted,
            "vanish" if element.is_on() && read.end == End::Shown => read.end = End::Hidden,
            _ => {}
        })?;
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let words = std::mem::take(&mut paragraph.words);
            *paragraph = Paragraph { words, ..read };
        }
        Ok(())
    }

    fn run_properties(&mut self) -> Result<(), Refusal> {
        let (mut style, mut hides) = (None, None);
        self.nodes.each(|element| match element.name() {
            "rStyle" => style = element.value(),
            "vanish" => hides = Some(element.is_on()),
            _ => {}
        })?;
        let hides = hides.or_else(|| self.styles.hides(Some(style.as_deref()?)));
        self.runs.last_mut().zip(hides).into_iter().for_each(|(run, hides)| *run = hides);
        Ok(())
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let is_counted = match paragraph.end {
            End::Shown => true,
            End::Hidden => !paragraph.words.is_empty(),
            End::Deleted => false,
        };
        let number = if is_counted { self.number(&paragraph) } else { None };
        let line = number.unwrap_or_default() + &paragraph.words;
        match paragraph.end {
            End::Shown => self.lines.line(&line),
            End::Hidden | End::Deleted => self.carried = line,
        }
    }

    /// Ends what is carried where no paragraph goes on with it.
    fn let_go(&mut self) {
        let carried = std::mem::take(&mut self.carried);
        if !carried.is_empty() {
            self.lines.line(&carried);
        }
    }

    /// The number before a paragraph, by what itself says of it, else by its style.
    fn number(&mut self, paragraph: &Paragraph) -> Option<String> {
        let of_style = self.styles.list(paragraph.style.as_deref());
        let list = paragraph.list.or(of_style.map(|(list, ..)| list)).filter(|&list| list > 0)?;
        let level = paragraph.level.or_else(|| {
            let (_, owner, level) = of_style.filter(|_| paragraph.list.is_none())?;
            self.numbering.level_of(list, owner).or(level)
        });
        self.numbering.next(list, level.unwrap_or_default())
    }

    fn field(&mut self, element: &Element) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                self.fields.push(Field::default());
                self.silent += 1;
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.is_shown && !field.is_contents()) {
                    field.is_shown = true;
                    self.silent -= 1;
                }
            }
            Some("end") if self.fields.pop().is_some_and(|field| !field.is_shown) => self.silent -= 1,
            _ => {}
        }
    }

    fn row_properties(&mut self) -> Result<(), Refusal> {
        let (mut before, mut is_shown) = (0, true);
        self.nodes.each(|element| match element.name() {
            "gridBefore" => before = element.number().unwrap_or_default(),
            "del" => is_shown = false,
            "hidden" => is_shown = !element.is_on(),
            _ => {}
        })?;
        if !is_shown {
            self.lines.hide_row();
        }
        self.lines.skip_columns(before);
        Ok(())
    }

    fn cell_properties(&mut self) -> Result<(), Refusal> {
        let mut across = 1;
        self.nodes.each(|element| {
            if element.name() == "gridSpan" {
                across = element.number().unwrap_or(1);
            }
        })?;
        self.lines.widen(across);
        Ok(())
    }
}
