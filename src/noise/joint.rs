//! Pieces of a page that touch each other: where furniture begins and ends in them.

use super::furniture::is_frame;
use crate::language::furniture::{Furniture, furniture, steps};
use crate::report::Span;
use crate::text::{Passage, find_mark, fold, issuer, title};

/// A piece cut before each label inside it: 云溪县司法局工作总结发布时间：2023-01-09来源：县司法局; and behind the entries of menus that
/// it begins with: 首页政务公开云溪县司法局工作总结. In a sentence one label is none,
/// unless it touches a title.
pub fn parted(text: &str, piece: Span) -> Vec<Span> {
    // Nearly all that has a sentence has no label.
    if piece.of(text).contains('。') && find_mark(piece.of(text), |mark| fold(mark) == ':').is_none() {
        return vec![piece];
    }
    let passage = Passage::new(text, piece, &[]);
    let chars = &passage.chars;
    let sentence = chars.iter().position(|&character| character == '。');
    let end = sentence.unwrap_or(chars.len());
    let mut cuts: Vec<usize> =
        (0..end).filter(|&index| chars[index] == ':').filter_map(|colon| label(chars, colon)).collect();
    let (first, last) = (cuts.first().map_or(0, |&cut| cut), cuts.last().map_or(0, |&cut| cut));
    let labels = title(text, &[passage.span(0, first)]).is_some() || cuts.len() > 1;
    if sentence.is_some() && (!labels || chars[..last].contains(&',')) {
        return vec![piece];
    }
    let head = if cuts.is_empty() { end } else { first };
    let menu = path(text, &passage, head).unwrap_or_else(|| menu(&chars[..head]));
    if menu > 0 && title(text, &[passage.span(menu, head)]).is_some() {
        cuts.insert(0, menu);
    } else if let Some(&leads) =
        cuts.iter().find(|&&cut| matches!(furniture().at(chars, cut), Some((_, Furniture::Path))))
    {
        // 当前位置：首页政务公开云溪县司法局工作总结来源：县司法局
        let next = cuts.iter().copied().find(|&cut| cut > leads).unwrap_or(end);
        let whole = |&at: &usize| is_whole(text, passage.span(at, next));
        let begin = (leads + 2..next).rev().filter(|&at| ends_step(chars, leads, at)).find(whole);
        cuts.extend(begin);
        cuts.sort_unstable();
    }
    if let (Some(end), Some(&last)) = (sentence, cuts.last()) {
        cuts.extend(value_end(&chars[..end], last));
    }
    let mut parts = Vec::new();
    let mut start = piece.start;
    for cut in cuts {
        let cut = passage.start(cut);
        if cut > start {
            parts.push(Span::new(start, cut));
            start = cut;
        }
    }
    parts.push(Span::new(start, piece.end));
    parts
}

/// Where the label begins, with its bracket, that ends before a colon.
fn label(chars: &[char], colon: usize) -> Option<usize> {
    let behind = colon + 1 + chars[colon + 1..].iter().take_while(|&&character| is_frame(character)).count();
    let buttons = || matches!(furniture().at(chars, behind), Some((_, Furniture::Word)));
    let (length, _) = furniture().before(chars, colon).filter(|&(length, &sort)| {
        length > 1
            && (matches!(sort, Furniture::Date | Furniture::Value | Furniture::Path)
                || sort == Furniture::Word && buttons())
    })?;
    let label = colon - length;
    let frame = chars[..label].iter().rev().take_while(|&&character| matches!(character, '[' | '(')).count();
    // Inside a bracket that holds more it is a remark of the text, unless a page cut off what was to close the bracket.
    const REMARK: usize = 40;
    let is_bracket = |character: &&char| matches!(character, '(' | ')');
    let open = chars[..label - frame].iter().rev().find(is_bracket) == Some(&'(');
    let closed = chars[colon..].iter().take(REMARK).find(is_bracket) == Some(&')');
    (!(open && closed)).then_some(label - frame)
}

/// Where the value of the label at `label` ends that a sentence touches: behind buttons, a count or a day.
fn value_end(chars: &[char], label: usize) -> Option<usize> {
    let begin = label + chars[label..].iter().position(|&character| character == ':')? + 1;
    let mut at = begin;
    while at < chars.len() {
        match furniture().at(chars, at) {
            Some((length, Furniture::Word)) => at += length,
            _ if is_frame(chars[at]) => at += 1,
            _ => break,
        }
    }
    if at == begin {
        let digits =
            |at: usize, most: usize| chars[at..].iter().take(most).take_while(|digit| digit.is_ascii_digit()).count();
        // Year, month and day have two signs between, hours and minutes as many; a count has none.
        for (index, most) in [4, 2, 2].into_iter().enumerate() {
            let read = digits(at, most);
            at += read;
            if read > 0 && chars.get(at) == Some(&'次') {
                at += 1;
                break;
            }
            let sign = chars.get(at).is_some_and(|sign| matches!(sign, '-' | '/' | '.' | '年' | '月' | '日'));
            if read == 0 || !sign {
                break;
            }
            at += usize::from(index < 2 || matches!(chars[at], '日'));
        }
    }
    (at > begin && at < chars.len()).then_some(at)
}

/// Where a path ends that the title touches, 首页>公开>年报云溪县2022年工作总结: behind a word that ends steps, or behind the last stroke.
fn path(text: &str, passage: &Passage, head: usize) -> Option<usize> {
    let chars = &passage.chars[..head];
    let stroke = chars.iter().rposition(|&character| matches!(character, '>' | '»'))? + 1;
    let whole = |&at: &usize| is_whole(text, passage.span(at, head));
    (stroke + 2..head).filter(|&at| ends_step(chars, stroke, at)).find(whole).or(Some(stroke).filter(whole))
}

/// Whether a span is a title that names who reports.
fn is_whole(text: &str, span: Span) -> bool {
    title(text, &[span]).is_some() && issuer(span.of(text)).is_some()
}

/// Whether a word that ends steps of paths ends at `at`, and begins no sooner than `begin`.
fn ends_step(chars: &[char], begin: usize, at: usize) -> bool {
    let word = matches!(furniture().before(chars, at), Some((length, Furniture::Word)) if length + begin <= at);
    word || steps().before(chars, at).is_some_and(|length| length + begin <= at)
}

/// How many characters the entries of menus have that the characters begin with. A few may be words of the title, but for the way
/// to the first page.
fn menu(chars: &[char]) -> usize {
    const FEW: usize = 4;
    let (mut at, mut entries) = (0, 0);
    while let Some((length, Furniture::Word)) = furniture().at(chars, at) {
        at += length;
        entries += 1;
        at += chars[at..].iter().take_while(|&&character| is_frame(character)).count();
    }
    let first: String = chars.iter().take_while(|&&character| character != '页').collect();
    if entries >= FEW || entries > 1 && matches!(first.as_str(), "首" | "网站首") { at } else { 0 }
}
