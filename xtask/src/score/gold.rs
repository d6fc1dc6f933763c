//! A careful person's reading of a report, as `gold/NAME.toml` holds it.
//!
//! Where several answers are right, the file has a list of them.

use serde::Deserialize;

/// One answer, or a list of those that are right.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Answers<T> {
    Many(Vec<T>),
    One(T),
}

impl<T> Answers<T> {
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::Many(answers) => answers,
            Self::One(answer) => std::slice::from_ref(answer),
        }
    }
}

impl Answers<String> {
    pub fn accept(&self, answer: &str) -> bool {
        self.as_slice().iter().any(|right| right == answer)
    }
}

/// The gold reading of a report. What a report does not state is not asked.
#[derive(Debug, Deserialize)]
pub struct Gold {
    pub title: Option<Answers<String>>,
    pub year: Option<Answers<i32>>,
    pub published: Option<Answers<String>>,
    pub issuer: Option<Answers<String>>,
    pub genre: Option<Answers<String>>,
    pub outline: Vec<Node>,
    pub metrics: Vec<Figure>,
    #[serde(default)]
    pub checks: Vec<Claim>,
    pub parts_missing: Option<Vec<String>>,
    pub noise: Option<Vec<String>>,
}

/// A numbered heading or point.
#[derive(Debug, Deserialize)]
pub struct Node {
    pub depth: usize,
    pub marker: String,
    pub title: Option<String>,
    /// How the words of a point without a heading begin.
    pub lead: Option<String>,
    /// The heading has no end mark: a longer or a shorter cut is right too.
    #[serde(default)]
    pub title_fuzzy: bool,
    pub part: Option<String>,
}

impl Node {
    /// What a person calls it.
    pub fn name(&self) -> &str {
        self.title.as_deref().or(self.lead.as_deref()).unwrap_or_default()
    }
}

/// A figure.
#[derive(Debug, Deserialize)]
pub struct Figure {
    pub id: Option<String>,
    /// The words around it, itself between ⟦ and ⟧.
    pub at: String,
    pub indicator: Vec<String>,
    pub value: f64,
    pub unit: Answers<String>,
    pub kind: Answers<String>,
    pub role: Option<Answers<String>>,
    pub qualifier: Option<Answers<String>>,
    pub direction: Option<Answers<String>>,
    pub period: Option<Answers<String>>,
    pub of: Option<String>,
    pub relation: Option<String>,
    /// Careful readers differ on what it belongs to.
    #[serde(default)]
    pub of_optional: bool,
    /// Careful readers differ on whether it counts.
    #[serde(default)]
    pub optional: bool,
}

/// A relation that the text claims.
#[derive(Debug, Deserialize)]
pub struct Claim {
    pub kind: Answers<String>,
    pub at: String,
    pub status: String,
    #[serde(default)]
    pub optional: bool,
}
