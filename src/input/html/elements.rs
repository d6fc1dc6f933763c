//! The elements of web pages, by how they part the text.

/// How an element parts the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Not at all.
    Inline,
    /// It has a line of its own.
    Block,
    /// So has an item of a list.
    Item,
    /// A list.
    List,
    /// A block that keeps its white space.
    Kept,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell,
    /// It is a line break, with nothing in it.
    Break,
    /// It has nothing in it.
    Void,
    /// What is in it is not shown, or no text.
    Hidden,
}

/// How an element of this name parts the text.
pub fn sort(name: &[u8]) -> Sort {
    match name {
        b"br" | b"hr" => Sort::Break,
        b"area" | b"base" | b"basefont" | b"bgsound" | b"col" | b"embed" | b"frame" | b"image" | b"img" | b"input"
        | b"keygen" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" => Sort::Void,
        b"applet" | b"audio" | b"canvas" | b"datalist" | b"frameset" | b"iframe" | b"noembed" | b"noframes"
        | b"noscript" | b"object" | b"rp" | b"rt" | b"script" | b"select" | b"style" | b"svg" | b"template"
        | b"textarea" | b"title" | b"video" => Sort::Hidden,
        b"pre" | b"listing" | b"xmp" | b"plaintext" => Sort::Kept,
        b"table" => Sort::Table,
        b"tr" => Sort::Row,
        b"td" | b"th" => Sort::Cell,
        b"li" | b"dt" | b"dd" => Sort::Item,
        b"ul" | b"ol" | b"dl" | b"menu" | b"dir" => Sort::List,
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"caption" | b"center" | b"details"
        | b"dialog" | b"div" | b"fieldset" | b"figcaption" | b"figure" | b"footer" | b"form" | b"h1" | b"h2"
        | b"h3" | b"h4" | b"h5" | b"h6" | b"header" | b"hgroup" | b"html" | b"legend" | b"main" | b"nav"
        | b"optgroup" | b"option" | b"p" | b"search" | b"section" | b"summary" | b"tbody" | b"tfoot" | b"thead" => {
            Sort::Block
        }
        _ => Sort::Inline,
    }
}

impl Sort {
    /// Whether it has a line of its own.
    pub const fn is_block(self) -> bool {
        matches!(self, Self::Block | Self::Item | Self::List | Self::Kept) || self.is_of_table()
    }

    /// Whether it is a table or a part of one.
    pub const fn is_of_table(self) -> bool {
        matches!(self, Self::Table | Self::Row | Self::Cell)
    }
}
