//! What a page prints: its content streams, and those of the forms in them, walked through from the first operator to the last.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::file::File;
use super::font::Font;
use super::lexer::Lexer;
use super::matrix::Matrix;
use super::object::{Dictionary, Object};
use super::paths::Paths;
use super::sheet::{Print, Sheet};
use super::{Decode, Refusal};

/// Forms within forms are followed no deeper than this.
const DEEPEST: usize = 12;

/// A form counts as so many bytes at least, each time it is printed: forms that print each other several times over would never end.
const FORM: usize = 1024;

/// So many states of the graphics, and so many marks, are kept for later; of those within them it is only counted how many there are.
const STATES: usize = 64;

/// An operator has at most so many operands that matter.
const OPERANDS: usize = 32;

/// Words that stand for glyphs are no longer than this; what is longer may tell of several lines.
const ACTUAL: usize = 8;

/// Walks through the contents of pages. Fonts are read once.
pub struct Walk<'a> {
    file: &'a File<'a>,
    decode: Decode,
    fonts: FxHashMap<u32, Rc<Font>>,
}

/// How what is printed looks.
#[derive(Clone)]
struct State {
    place: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    /// Between characters, between words, and how much wider than high.
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// One stream of contents while it is walked through.
struct Stream<'w, 'a> {
    walk: &'w mut Walk<'a>,
    sheet: &'w mut Sheet,
    resources: &'w Dictionary,
    state: State,
    states: Vec<State>,
    /// How many more are open than are kept.
    more_states: usize,
    paths: Paths,
    /// The fonts by their names, as far as they were asked for.
    fonts: FxHashMap<Vec<u8>, Option<Rc<Font>>>,
    /// Where the next glyph stands, and where the line began.
    text: Matrix,
    line: Matrix,
    /// For each mark that is open, the words that stand for what is in it, until they are printed.
    marks: Vec<Mark>,
    /// How many more are open than are kept.
    more_marks: usize,
    depth: usize,
}

/// What stands for marked contents.
enum Mark {
    Plain,
    Words(Rc<str>),
    /// The words were printed with the first glyph.
    Said,
}

impl<'a> Walk<'a> {
    /// Begins.
    pub fn new(file: &'a File<'a>, decode: Decode) -> Self {
        Self { file, decode, fonts: FxHashMap::default() }
    }

    /// Prints contents on a sheet.
    pub fn print(
        &mut self,
        contents: &[u8],
        resources: &Dictionary,
        place: Matrix,
        sheet: &mut Sheet,
    ) -> Result<(), Refusal> {
        let state = State {
            place,
            font: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Stream::new(self, sheet, resources, state, 0).run(contents)
    }
}

impl<'w, 'a> Stream<'w, 'a> {
    fn new(
        walk: &'w mut Walk<'a>,
        sheet: &'w mut Sheet,
        resources: &'w Dictionary,
        state: State,
        depth: usize,
    ) -> Self {
        let (text, line) = (Matrix::IDENTITY, Matrix::IDENTITY);
        let (states, marks, paths, fonts) = (Vec::new(), Vec::new(), Paths::default(), FxHashMap::default());
        let (more_states, more_marks) = (0, 0);
        Self { walk, sheet, resources, state, states, more_states, paths, fonts, text, line, marks, more_marks, depth }
    }

    fn run(&mut self, contents: &[u8]) -> Result<(), Refusal> {
        let mut lexer = Lexer::new(contents, 0);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            match object {
                Object::Word(word) if word == b"ID" => {
                    self.sheet.pictures += 1;
                    skip_picture(&mut lexer);
                    operands.clear();
                }
                Object::Word(word) => {
                    self.act(&word, &operands)?;
                    operands.clear();
                }
                _ if operands.len() < OPERANDS => operands.push(object),
                _ => {}
            }
        }
        Ok(())
    }

    fn act(&mut self, operator: &[u8], operands: &[Object]) -> Result<(), Refusal> {
        let number = |at: usize| operands.get(at).and_then(Object::number).unwrap_or(0.0);
        match operator {
            b"q" if self.states.len() < STATES => self.states.push(self.state.clone()),
            b"q" => self.more_states += 1,
            b"Q" if self.more_states > 0 => self.more_states -= 1,
            b"Q" => self.state = self.states.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => {
                let matrix = Matrix::of(operands).unwrap_or(Matrix::IDENTITY);
                self.state.place = matrix.then(self.state.place);
            }
            b"Do" => self.print_object(operands)?,
            b"gs" => self.set_graphics(operands)?,
            b"BT" => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            b"Tf" => {
                self.state.size = number(1);
                self.state.font = self.font(operands)?;
            }
            b"Tc" => self.state.spacing = number(0),
            b"Tw" => self.state.word_spacing = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.move_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.move_line(number(0), number(1));
            }
            b"Tm" => {
                let matrix = Matrix::of(operands).unwrap_or(Matrix::IDENTITY);
                (self.text, self.line) = (matrix, matrix);
            }
            b"T*" => self.move_line(0.0, -self.state.leading),
            b"Tj" => self.show(operands.first())?,
            b"'" => {
                self.move_line(0.0, -self.state.leading);
                self.show(operands.first())?;
            }
            b"\"" => {
                (self.state.word_spacing, self.state.spacing) = (number(0), number(1));
                self.move_line(0.0, -self.state.leading);
                self.show(operands.get(2))?;
            }
            b"TJ" => {
                for part in operands.first().and_then(Object::array).unwrap_or_default() {
                    match part.number() {
                        Some(back) => self.advance(-back / 1000.0 * self.state.size * self.state.stretch),
                        None => self.show(Some(part))?,
                    }
                }
            }
            b"BMC" => self.mark(Mark::Plain),
            b"BDC" => {
                let mark = self.words_of(operands)?;
                self.mark(mark);
            }
            b"EMC" if self.more_marks > 0 => self.more_marks -= 1,
            b"EMC" => drop(self.marks.pop()),
            _ => self.paths.draw(operator, operands, self.state.place, self.sheet),
        }
        Ok(())
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn advance(&mut self, x: f64) {
        self.text = Matrix::shift(x, 0.0).then(self.text);
    }

    fn show(&mut self, string: Option<&Object>) -> Result<(), Refusal> {
        let (Some(bytes), Some(font)) = (string.and_then(Object::string), self.state.font.clone()) else {
            return Ok(());
        };
        self.walk.file.spend(font.looks(bytes))?;
        let State { size, stretch, rise, .. } = self.state;
        let mut is_full = false;
        font.each(bytes, |glyph| {
            let space = self.state.spacing + if glyph.is_blank { self.state.word_spacing } else { 0.0 };
            let at = Matrix([size * stretch, 0.0, 0.0, size, 0.0, rise]).then(self.text).then(self.state.place);
            let print = match self.marks.iter_mut().find(|mark| !matches!(mark, Mark::Plain)) {
                None => Print::Glyph(glyph.text),
                Some(Mark::Words(words)) => Print::Glyph(Some(words.clone())),
                Some(_) => Print::Widen,
            };
            if let Some(mark @ Mark::Words(_)) = self.marks.iter_mut().find(|mark| !matches!(mark, Mark::Plain)) {
                *mark = Mark::Said;
            }
            is_full |= !self.sheet.print(print, at, glyph.width);
            self.advance((glyph.width * size + space) * stretch);
        });
        if is_full { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    fn mark(&mut self, mark: Mark) {
        if self.marks.len() < STATES {
            self.marks.push(mark);
        } else {
            self.more_marks += 1;
        }
    }

    /// The words that stand for marked contents, if they are few.
    fn words_of(&self, operands: &[Object]) -> Result<Mark, Refusal> {
        let file = self.walk.file;
        let properties = match operands.get(1) {
            Some(name @ Object::Name(_)) => self.resource("Properties", Some(name))?,
            Some(properties) => properties.clone(),
            None => return Ok(Mark::Plain),
        };
        let properties = file.follow(&properties)?;
        let Some(properties) = properties.dictionary() else { return Ok(Mark::Plain) };
        let words = file.get(properties, "ActualText")?;
        let Some([0xfe, 0xff, words @ ..]) = words.string() else { return Ok(Mark::Plain) };
        let words: Vec<u16> = words.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
        let is_short = (1..=ACTUAL).contains(&words.len());
        let words = String::from_utf16(&words).ok().filter(|_| is_short);
        Ok(words.map_or(Mark::Plain, |words| Mark::Words(Rc::from(words))))
    }

    /// Something in the resources by its name: a kind of them, and the operand with the name.
    fn resource(&self, kind: &str, operand: Option<&Object>) -> Result<Object, Refusal> {
        let listed = self.walk.file.get(self.resources, kind)?;
        let name = String::from_utf8_lossy(operand.and_then(Object::name).unwrap_or_default());
        let found = listed.dictionary().map_or(&Object::Null, |listed| listed.get(&name));
        self.walk.file.spend(found.weight())?;
        Ok(found.clone())
    }

    fn font(&mut self, operands: &[Object]) -> Result<Option<Rc<Font>>, Refusal> {
        let name = operands.first().and_then(Object::name).unwrap_or_default();
        if let Some(known) = self.fonts.get(name) {
            return Ok(known.clone());
        }
        let font = self.resource("Font", operands.first())?;
        let font = self.font_of(&font)?;
        self.fonts.insert(name.to_vec(), font.clone());
        Ok(font)
    }

    fn font_of(&mut self, font: &Object) -> Result<Option<Rc<Font>>, Refusal> {
        let number = if let Object::Reference(number) = font { Some(*number) } else { None };
        if let Some(known) = number.and_then(|number| self.walk.fonts.get(&number)) {
            return Ok(Some(known.clone()));
        }
        let read = self.walk.file.follow(font)?;
        let Some(read) = read.dictionary() else { return Ok(None) };
        let read = Rc::new(Font::read(self.walk.file, read, self.walk.decode)?);
        number.into_iter().for_each(|number| drop(self.walk.fonts.insert(number, read.clone())));
        Ok(Some(read))
    }

    /// Takes the font from a state of the graphics that has a name.
    fn set_graphics(&mut self, operands: &[Object]) -> Result<(), Refusal> {
        let state = self.resource("ExtGState", operands.first())?;
        let state = self.walk.file.follow(&state)?;
        let Some(state) = state.dictionary() else { return Ok(()) };
        let font = self.walk.file.get(state, "Font")?;
        if let Some([font, size]) = font.array() {
            self.state.font = self.font_of(font)?;
            self.state.size = size.number().unwrap_or(self.state.size);
        }
        Ok(())
    }

    /// Prints a form. Pictures are counted.
    fn print_object(&mut self, operands: &[Object]) -> Result<(), Refusal> {
        let object = self.resource("XObject", operands.first())?;
        let Some(stream) = self.walk.file.stream(&object)? else { return Ok(()) };
        if stream.dictionary.says("Subtype", "Image") {
            self.sheet.pictures += 1;
        }
        if !stream.dictionary.says("Subtype", "Form") || self.depth == DEEPEST {
            return Ok(());
        }
        self.walk.file.spend(FORM)?;
        let contents = self.walk.file.unpacked(&stream)?.ok_or(Refusal::PdfPacked)?;
        let own = self.walk.file.inner(&stream.dictionary, "Resources")?;
        let resources = if own == Dictionary::default() { self.resources } else { &own };
        let matrix = self.walk.file.get(&stream.dictionary, "Matrix")?;
        let matrix = matrix.array().and_then(Matrix::of).unwrap_or(Matrix::IDENTITY);
        let state = State { place: matrix.then(self.state.place), ..self.state.clone() };
        Stream::new(self.walk, self.sheet, resources, state, self.depth + 1).run(&contents)
    }
}

/// Passes over the bytes of a picture that stands among the operators.
fn skip_picture(lexer: &mut Lexer) {
    let rest = lexer.rest();
    let is_end = |window: &[u8]| matches!(window, [b' ' | b'\n' | b'\r', b'E', b'I', b' ' | b'\n' | b'\r']);
    let end = rest.windows(4).position(is_end);
    lexer.skip(end.map_or(rest.len(), |at| at + 3));
}
