//! The forms that the law lays down, as a table: what stands above their rows, and what the columns are.

use std::sync::LazyLock;

use super::rows;

/// What a table of a form is, known by its head.
#[derive(Debug, Default)]
pub struct Head {
    /// The words above the rows, as they follow each other when the table is flattened.
    pub words: Vec<&'static str>,
    /// What the cells of a row are, from left to right.
    pub columns: Vec<Column>,
    /// Rows whose totals the form says to be equal: those of one side, and those of the other, as their figures are called.
    pub balance: Option<(Vec<&'static str>, Vec<&'static str>)>,
    /// How the text tells the first row of the balance: what was done.
    pub verbs: Vec<&'static str>,
    /// How the text tells it: with what that was done.
    pub objects: Vec<&'static str>,
    /// Rows, and what the text calls that they make up together.
    pub told: Vec<Told>,
}

/// What the text tells of rows of a form.
#[derive(Debug)]
pub struct Told {
    /// The rows that make it up.
    pub rows: Vec<&'static str>,
    /// What it is called.
    pub names: Vec<&'static str>,
    /// Whether a name says so only in a sentence that tells another row.
    pub beside: bool,
}

impl Head {
    /// Whether a name in the text is what the first row of the balance counts: 收到政府信息公开申请.
    pub fn is_told(&self, name: &str) -> bool {
        let object = |words: &&str| name.strip_suffix(words).is_some_and(|verb| self.verbs.contains(&verb));
        self.objects.iter().any(object)
    }

    /// Whether the form says a row to be equal to others.
    pub fn balances(&self, row: &str) -> bool {
        self.balance.as_ref().is_some_and(|(one, other)| one.iter().chain(other).any(|name| *name == row))
    }
}

/// A column of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub name: &'static str,
    /// What its figures are counted in.
    pub unit: &'static str,
    /// Whether it adds up those before it, since the last that does.
    pub adds_up: bool,
}

/// The heads of the tables of forms.
pub fn heads() -> &'static [Head] {
    static HEADS: LazyLock<Vec<Head>> = LazyLock::new(|| {
        let mut heads: Vec<Head> = Vec::new();
        for row in rows(TABLE) {
            match (row[0], heads.last_mut()) {
                ("form", _) => heads.push(Head { words: row[1..].to_vec(), ..Head::default() }),
                ("columns", Some(head)) => head.columns = row[1..].iter().copied().filter_map(column).collect(),
                ("balance", Some(head)) => head.balance = balance(&row[1..]),
                ("verbs", Some(head)) => head.verbs = row[1..].to_vec(),
                ("objects", Some(head)) => head.objects = row[1..].to_vec(),
                ("told" | "beside", Some(head)) => head.told.extend(told(&row)),
                _ => {}
            }
        }
        heads
    });
    &HEADS
}

const TABLE: &str = table!("heads.txt");

/// `=总计（件）`: a column with its unit.
fn column(words: &'static str) -> Option<Column> {
    let (name, unit) = words.strip_suffix('）')?.split_once('（')?;
    let total = name.strip_prefix('=');
    Some(Column { name: total.unwrap_or(name), unit, adds_up: total.is_some() })
}

/// The names on both sides of `=`.
fn balance(row: &[&'static str]) -> Option<(Vec<&'static str>, Vec<&'static str>)> {
    let middle = row.iter().position(|&word| word == "=")?;
    Some((row[..middle].to_vec(), row[middle + 1..].to_vec()))
}

/// Rows and, behind `=`, the names of what they make up.
fn told(row: &[&'static str]) -> Option<Told> {
    let (rows, names) = balance(&row[1..])?;
    Some(Told { rows, names, beside: row[0] == "beside" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_understood_and_each_head_has_columns() {
        let mut formed = false;
        for (number, row) in crate::language::numbered(TABLE) {
            let words = &row[1..];
            let good = match row[0] {
                "form" => !words.is_empty(),
                "columns" => formed && words.iter().all(|words| column(words).is_some()),
                "balance" => formed && balance(words).is_some_and(|(one, other)| !one.is_empty() && !other.is_empty()),
                "told" | "beside" => {
                    formed && told(&row).is_some_and(|told| !told.rows.is_empty() && !told.names.is_empty())
                }
                "verbs" | "objects" => formed && !words.is_empty(),
                _ => false,
            };
            assert!(good, "heads.txt:{number}: {row:?}");
            formed |= row[0] == "form";
        }
        for head in heads() {
            assert!(!head.columns.is_empty(), "heads.txt: {:?} has no columns", head.words);
            let total = head.columns.iter().any(|column| column.adds_up);
            assert!(
                !total || head.columns.last().is_some_and(|last| last.adds_up),
                "heads.txt: {:?} adds up some",
                head.words
            );
        }
    }
}
