//! Tables in groups: each line begins with the group's name, and the words of the group follow.

/// Declares the groups of a table, and the function that hands out the words of one: as a set, or, with `list` before, as they stand.
macro_rules! groups {
    (list $(#[$meta:meta])* $name:ident, $(#[$function_meta:meta])* $function:ident, $file:literal { $($group:ident = $word:literal,)+ }) => {
        $crate::language::groups::groups! { @groups $(#[$meta])* $name, $file { $($group = $word,)+ } }

        $(#[$function_meta])*
        pub fn $function(group: $name) -> &'static [&'static str] {
            static GROUPS: std::sync::LazyLock<Vec<Vec<&str>>> = std::sync::LazyLock::new(|| {
                let rows = $crate::language::rows(table!($file)).collect::<Vec<_>>();
                vec![$($crate::language::groups::words(&rows, $word).collect(),)+]
            });
            &GROUPS[group as usize]
        }
    };
    (@groups $(#[$meta:meta])* $name:ident, $file:literal { $($group:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name { $($group,)+ }

        #[cfg(test)]
        mod tests {
            #[test]
            fn every_group_has_words_and_no_word_stands_twice() {
                for group in [$($word),+] {
                    let named = |row: Vec<&str>| row[0] == group;
                    assert!($crate::language::rows(table!($file)).any(named), "{}: {group} has no words", $file);
                }
                let mut known = std::collections::HashSet::new();
                for (number, row) in $crate::language::numbered(table!($file)) {
                    assert!([$($word),+].contains(&row[0]), "{}:{number}: no group is called {}", $file, row[0]);
                    assert!(row.len() > 1, "{}:{number}: no words", $file);
                    for word in &row[1..] {
                        assert!(known.insert((row[0], *word)), "{}:{number}: {word} stands twice", $file);
                    }
                }
            }
        }
    };
    ($(#[$meta:meta])* $name:ident, $(#[$function_meta:meta])* $function:ident, $file:literal { $($group:ident = $word:literal,)+ }) => {
        $crate::language::groups::groups! { @groups $(#[$meta])* $name, $file { $($group = $word,)+ } }

        $(#[$function_meta])*
        pub fn $function(group: $name) -> &'static $crate::language::Words {
            static GROUPS: std::sync::LazyLock<[$crate::language::Words; [$($word),+].len()]> = std::sync::LazyLock::new(|| {
                let rows = $crate::language::rows(table!($file)).collect::<Vec<_>>();
                let words = |group| $crate::language::groups::words(&rows, group).collect::<Vec<_>>();
                [$($word),+].map(|group| $crate::language::Words::new(&words(group)))
            });
            &GROUPS[group as usize]
        }
    };
}

pub(super) use groups;

/// The words of a group.
pub(super) fn words(rows: &[Vec<&'static str>], group: &'static str) -> impl Iterator<Item = &'static str> {
    rows.iter().filter(move |row| row[0] == group).flat_map(|row| row[1..].iter().copied())
}

/// The lines of a table with their numbers, to name the one at fault.
#[cfg(test)]
pub fn numbered(table: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    (1..).zip(table.lines()).filter_map(|(number, line)| Some((number, super::rows(line).next()?)))
}
