//! Words as they stand in XML and HTML: text, never markup.

/// Adds the words to a document, between tags or inside the quotes of an attribute.
pub fn push_escaped(out: &mut String, words: &str) {
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(character),
            // XML has no other control characters, and neither of the last two of the plane.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ if character.is_control() => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

/// The words for a document.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    push_escaped(&mut out, words);
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_opens_a_tag_or_ends_an_attribute() {
        assert_eq!(escaped(r#"<b a="1" c='2'>&</b>"#), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&lt;/b&gt;");
    }

    #[test]
    fn characters_that_xml_refuses_are_replaced() {
        assert_eq!(escaped("甲\u{0}乙\u{b}\u{ffff}\n"), "甲\u{fffd}乙\u{fffd}\u{fffd}\n");
    }
}
