//! Tables in groups: each line begins with the group's name, and the words of the group follow.

/// Declares the groups of a table, and the function that hands out the words of one.
macro_rules! groups {
    ($(#[$meta:meta])* $name:ident, $(#[$function_meta:meta])* $function:ident, $file:literal { $($group:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name { $($group,)+ }

        $(#[$function_meta])*
        pub fn $function(group: $name) -> &'static $crate::language::Lexicon<()> {
            static GROUPS: std::sync::LazyLock<Vec<$crate::language::Lexicon<()>>> = std::sync::LazyLock::new(|| {
                let words = |name: &'static str| {
                    let lines = $crate::language::rows(include_str!($file)).filter(move |row| row.first() == Some(&name));
                    lines.flat_map(|row| row.into_iter().skip(1)).map(|word| (word, ()))
                };
                vec![$($crate::language::Lexicon::new(words($word)),)+]
            });
            &GROUPS[group as usize]
        }

        #[cfg(test)]
        mod tests {
            #[test]
            fn every_line_names_a_group() {
                for row in $crate::language::rows(include_str!($file)) {
                    assert!([$($word),+].contains(&row[0]), "{}: {}", $file, row[0]);
                }
            }
        }
    };
}

pub(super) use groups;
