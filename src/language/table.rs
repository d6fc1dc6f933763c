//! Tables as the program has them: without their comments, which would be a hundredth of what the page loads.

/// The table in a file of this folder. Each line keeps its number.
macro_rules! table {
    ($file:expr) => {{
        const TEXT: &str = include_str!($file);
        const BYTES: [u8; $crate::language::table::length(TEXT)] = $crate::language::table::entries(TEXT);
        const ENTRIES: &str = match std::str::from_utf8(&BYTES) {
            Ok(entries) => entries,
            Err(_) => panic!("a comment ends with its line"),
        };
        ENTRIES
    }};
}

/// How many bytes of a table are no comment.
pub const fn length(table: &str) -> usize {
    let (mut length, mut at, mut comment) = (0, 0, false);
    while at < table.len() {
        let byte = table.as_bytes()[at];
        comment = byte != b'\n' && (comment || byte == b'#');
        length += !comment as usize;
        at += 1;
    }
    length
}

/// The bytes of a table that are no comment.
pub const fn entries<const LENGTH: usize>(table: &str) -> [u8; LENGTH] {
    let mut entries = [0; LENGTH];
    let (mut length, mut at, mut comment) = (0, 0, false);
    while at < table.len() {
        let byte = table.as_bytes()[at];
        comment = byte != b'\n' && (comment || byte == b'#');
        if !comment {
            entries[length] = byte;
            length += 1;
        }
        at += 1;
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_a_hash_is_left_out_and_lines_stay() {
        const TABLE: &str = "# 单位\n件 count # 常用\n\n元 money\n";
        let entries: [u8; length(TABLE)] = entries(TABLE);
        assert_eq!(std::str::from_utf8(&entries), Ok("\n件 count \n\n元 money\n"));
    }
}
