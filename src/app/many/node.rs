//! What is shown, as a tree that the page can build: see www/many.js.

/// An element.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Node {
    pub tag: &'static str,
    pub attributes: Vec<(&'static str, String)>,
    pub children: Vec<Child>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Child {
    Words(String),
    Node(Node),
}

impl Node {
    /// An element with what stands in it.
    pub fn new(tag: &'static str, children: impl IntoIterator<Item = impl Into<Child>>) -> Self {
        Self { tag, attributes: Vec::new(), children: children.into_iter().map(Into::into).collect() }
    }

    /// An element with words in it.
    pub fn of(tag: &'static str, words: impl Into<String>) -> Self {
        Self::new(tag, [Child::Words(words.into())])
    }

    /// An element with nothing in it.
    pub fn empty(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), children: Vec::new() }
    }

    /// A button that does something.
    pub fn button(class: &'static str, what: &'static str, value: String, words: impl Into<String>) -> Self {
        Self::of("button", words).with("type", "button").with("class", class).doing(what, value)
    }

    /// With an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute that is there or is not.
    pub fn when(self, is_there: bool, name: &'static str) -> Self {
        if is_there { self.with(name, "") } else { self }
    }

    /// With what it does when a person uses it.
    pub fn doing(self, what: &'static str, value: String) -> Self {
        self.with("data-do", what).with("data-value", value)
    }

    /// All words in it, one after the other.
    #[cfg(test)]
    pub fn words(&self) -> String {
        let words = |child: &Child| match child {
            Child::Words(words) => words.clone(),
            Child::Node(node) => node.words(),
        };
        self.children.iter().map(words).collect()
    }
}

impl From<String> for Child {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<Node> for Child {
    fn from(node: Node) -> Self {
        Self::Node(node)
    }
}
