//! Words for what came, what went and what that leaves.

use std::sync::LazyLock;

use super::{Words, rows};

/// What came, what went, how the difference is called, and what else may have come or gone.
pub type Net = [Words; 4];

/// All that are known.
pub fn nets() -> &'static [Net] {
    static NETS: LazyLock<Vec<Net>> = LazyLock::new(|| {
        let words = |sort: &'static str| Words::new(&sort.split('/').collect::<Vec<_>>());
        rows(table!("nets.txt")).filter_map(|row| <[_; 4]>::try_from(row).ok()).map(|row| row.map(words)).collect()
    });
    &NETS
}

/// Whether any of them calls a difference so.
pub fn names_difference(name: &[char]) -> bool {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let words = rows(table!("nets.txt")).filter_map(|row| row.get(2).copied());
        Words::new(&words.flat_map(|words| words.split('/')).collect::<Vec<_>>())
    });
    WORDS.is_in(name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_net_tells_what_came_what_went_and_what_is_left() {
        for (number, row) in crate::language::numbered(table!("nets.txt")) {
            assert_eq!(row.len(), 4, "nets.txt:{number}: {row:?}");
        }
    }
}
