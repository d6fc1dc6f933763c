//! The pages of a file in their order.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::Refusal;
use super::file::File;
use super::matrix::Matrix;
use super::object::{Dictionary, Object};
use super::sheet::{Line, Sheet};

/// No report has more pages.
const MOST: usize = 20_000;

/// Nor a tree of pages that is deeper.
const DEEPEST: usize = 64;

/// A page, or what holds pages: they take over from it what they do not say themselves.
pub struct Page {
    own: Dictionary,
    above: Option<Rc<Page>>,
    depth: usize,
}

impl Page {
    /// The value of a name, here or above.
    pub fn get(&self, name: &str) -> &Object {
        let mut page = self;
        loop {
            match (page.own.get(name), &page.above) {
                (Object::Null, Some(above)) => page = above,
                (value, _) => return value,
            }
        }
    }
}

/// The pages of a file.
pub fn pages(file: &File) -> Result<Vec<Page>, Refusal> {
    let root = file.inner(file.trailer(), "Root")?;
    let mut pages = walk(file, root.get("Pages").clone())?;
    if pages.is_empty() {
        // The tree is damaged: all the leaves that lie about.
        for number in file.numbers() {
            if let Some(own) = file.follow(&Object::Reference(number))?.dictionary()
                && own.says("Type", "Page")
            {
                pages.push(Page { own: own.clone(), above: None, depth: 0 });
            }
        }
    }
    Ok(pages)
}

fn walk(file: &File, root: Object) -> Result<Vec<Page>, Refusal> {
    let mut pages = Vec::new();
    let mut seen = FxHashSet::default();
    let mut open: Vec<(Object, Option<Rc<Page>>)> = vec![(root, None)];
    while let Some((object, above)) = open.pop() {
        if let Object::Reference(number) = object
            && !seen.insert(number)
        {
            continue;
        }
        let Some(own) = file.follow(&object)?.dictionary().cloned() else { continue };
        let depth = above.as_ref().map_or(0, |above| above.depth + 1);
        let page = Page { own, above, depth };
        let kids = file.get(&page.own, "Kids")?.into_owned();
        match kids.array() {
            Some(_) if depth == DEEPEST => {}
            Some(kids) if !page.own.says("Type", "Page") => {
                let page = Rc::new(page);
                open.extend(kids.iter().rev().map(|kid| (kid.clone(), Some(page.clone()))));
            }
            _ => pages.push(page),
        }
        if pages.len() > MOST || open.len() > MOST {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(pages)
}

/// The contents of a page: those of all its streams.
pub fn contents(file: &File, page: &Page) -> Result<Vec<u8>, Refusal> {
    let contents = page.get("Contents");
    let listed = file.follow(contents)?;
    let streams = listed.array().unwrap_or(std::slice::from_ref(contents));
    let mut all = Vec::new();
    for stream in streams {
        if let Some(stream) = file.stream(stream)? {
            all.extend(file.unpacked(&stream)?.ok_or(Refusal::PdfPacked)?);
            all.push(b'\n');
        }
    }
    Ok(all)
}

/// An empty sheet of a page, and how what is printed on it is turned.
pub fn sheet(file: &File, page: &Page) -> Result<(Sheet, Matrix), Refusal> {
    /// As large as A4.
    const USUAL: Line = Line((0.0, 0.0), (595.0, 842.0));
    let turn = Matrix::turn((file.follow(page.get("Rotate"))?.number().unwrap_or(0.0) / 90.0) as i64);
    let corners = |name: &str| -> Result<Option<Line>, Refusal> {
        let corners = file.follow(page.get(name))?;
        let corner = |at: usize| corners.array().and_then(|corners| corners.get(at)?.number());
        let corners = [0, 1, 2, 3].map(corner);
        let [Some(left), Some(bottom), Some(right), Some(top)] = corners else { return Ok(None) };
        Ok((left != right && bottom != top).then_some(Line((left, bottom), (right, top))))
    };
    let Line(corner, other) = corners("CropBox")?.or(corners("MediaBox")?).unwrap_or(USUAL);
    Ok((Sheet::new(turn.apply(corner), turn.apply(other)), turn))
}
