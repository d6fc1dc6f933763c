//! The pages of a file in their order.

use rustc_hash::FxHashSet;

use super::Refusal;
use super::file::File;
use super::matrix::Matrix;
use super::object::{Dictionary, Object};
use super::sheet::{Line, Sheet};

/// What pages take over from those that hold them.
const INHERITED: [&str; 4] = ["Resources", "MediaBox", "CropBox", "Rotate"];

/// No report has more pages.
const MOST: usize = 20_000;

/// The pages, each as a dictionary with all that it has taken over.
pub fn pages(file: &File) -> Result<Vec<Dictionary>, Refusal> {
    let root = file.inner(file.trailer(), "Root")?;
    let mut pages = walk(file, root.get("Pages").clone())?;
    if pages.is_empty() {
        // The tree is damaged: all the leaves that lie about.
        for number in file.numbers() {
            if let Some(page) = file.follow(&Object::Reference(number))?.dictionary()
                && page.says("Type", "Page")
            {
                pages.push(page.clone());
            }
        }
    }
    Ok(pages)
}

fn walk(file: &File, root: Object) -> Result<Vec<Dictionary>, Refusal> {
    let mut pages = Vec::new();
    let mut seen = FxHashSet::default();
    let mut open = vec![(root, Dictionary::default())];
    while let Some((object, above)) = open.pop() {
        if let Object::Reference(number) = object
            && !seen.insert(number)
        {
            continue;
        }
        let Some(mut node) = file.follow(&object)?.dictionary().cloned() else { continue };
        for name in INHERITED {
            if let (Object::Null, Some(value)) = (node.get(name), above.0.get(name.as_bytes())) {
                node.0.insert(name.into(), value.clone());
            }
        }
        let kids = file.get(&node, "Kids")?.into_owned();
        match kids.array() {
            Some(kids) if !node.says("Type", "Page") => {
                node.0.retain(|name, _| INHERITED.iter().any(|inherited| inherited.as_bytes() == name));
                open.extend(kids.iter().rev().map(|kid| (kid.clone(), node.clone())));
            }
            _ => pages.push(node),
        }
        if pages.len() > MOST || open.len() > MOST {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(pages)
}

/// The contents of a page: those of all its streams.
pub fn contents(file: &File, page: &Dictionary) -> Result<Vec<u8>, Refusal> {
    let contents = page.get("Contents");
    let listed = file.follow(contents)?;
    let streams = listed.array().unwrap_or(std::slice::from_ref(contents));
    let mut all = Vec::new();
    for stream in streams {
        if let Some(stream) = file.stream(stream)? {
            all.extend(file.unpacked(&stream)?.unwrap_or_default());
            all.push(b'\n');
        }
    }
    Ok(all)
}

/// An empty sheet of a page, and how what is printed on it is turned.
pub fn sheet(file: &File, page: &Dictionary) -> Result<(Sheet, Matrix), Refusal> {
    /// As large as A4.
    const USUAL: Line = Line((0.0, 0.0), (595.0, 842.0));
    let turn = Matrix::turn((file.get(page, "Rotate")?.number().unwrap_or(0.0) / 90.0) as i64);
    let corners = |name: &str| -> Result<Option<Line>, Refusal> {
        let corners = file.get(page, name)?;
        let corner = |at: usize| corners.array().and_then(|corners| corners.get(at)?.number());
        let corners = [0, 1, 2, 3].map(corner);
        let [Some(left), Some(bottom), Some(right), Some(top)] = corners else { return Ok(None) };
        Ok((left != right && bottom != top).then_some(Line((left, bottom), (right, top))))
    };
    let Line(corner, other) = corners("CropBox")?.or(corners("MediaBox")?).unwrap_or(USUAL);
    Ok((Sheet::new(turn.apply(corner), turn.apply(other)), turn))
}
