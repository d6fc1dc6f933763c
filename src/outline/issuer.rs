//! The body that reports: as a title, a line below it, a speaker, a signature or a sentence names it.

use super::{
    day,
    particulars::{joined, without},
};
use crate::language::openers;
use crate::language::{Reporting, reporting};
use crate::report::Span;
use crate::text::{breaks_line, is_space, issuer, names_organ};

/// The name of a body has at most so many characters.
const NAME: usize = 24;
/// Characters that small words have, and names of bodies have not.
const NO_NAME: &str = "的在以按为把被是了我、“”《》（）()：:";
/// Marks that the name of a body has not.
const MARKS: [char; 4] = ['，', '、', '：', '。'];

/// What is known of a page when its issuer is sought.
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// Its paragraphs.
    pub paragraphs: &'a [Span],
    /// Its furniture.
    pub noise: &'a [Span],
    /// What stands before the body.
    pub pieces: &'a [Span],
    /// The title.
    pub title: Option<&'a str>,
    /// Whether the title is that of a report, which names who reports.
    pub names: bool,
    /// How the text begins behind the title.
    pub opening: Span,
}

/// The body that reports.
pub fn find(page: &Page) -> Option<String> {
    let Page { text, paragraphs, noise, pieces, title, names, opening } = *page;
    let below = pieces.iter().filter(|piece| piece.start > opening.start);
    let below_title = below.filter_map(|piece| named_below(piece.of(text), title?)).next();
    let titled = title.filter(|_| names).and_then(issuer);
    // A title may name the place only, and who speaks or signs the body of that place.
    let of_place = || {
        let place = titled.filter(|place| place.ends_with(['省', '市', '县', '区', '州', '旗', '镇', '乡']))?;
        let of_place = |body: &String| body.len() > place.len() && body.starts_with(place);
        head_of(text, pieces).filter(of_place).or_else(|| signature(text, paragraphs, noise).filter(of_place))
    };
    let behind = || title.filter(|_| names && pieces.is_empty()).and_then(|_| named_behind(opening.of(text)));
    below_title
        .map(str::to_owned)
        .or_else(of_place)
        .or_else(|| titled.map(str::to_owned))
        .or_else(|| subtitle(text, pieces))
        .or_else(|| head_of(text, pieces))
        .or_else(|| speaker(text, pieces))
        .or_else(behind)
        .or_else(|| title.is_none().then(|| alone(text, pieces))?)
        .or_else(|| signature(text, paragraphs, noise))
        .or_else(|| subject(opening.of(text)))
}

/// The bureau that stands alone before the body of a text without a title.
fn alone(text: &str, pieces: &[Span]) -> Option<String> {
    let bureau = |words: &&str| is_name(words) && words.ends_with(['局', '厅', '委', '部']);
    pieces.iter().map(|piece| piece.of(text)).find(bureau).map(str::to_owned)
}

/// The body right behind a title that runs into it: 关于2022年工作情况的报告云溪县水务局（2023年1月6日）.
fn named_behind(opening: &str) -> Option<String> {
    let name = opening.split(['（', '(', '，', '。', ' ']).next().unwrap_or_default();
    let name = day::cut(name);
    is_name(name).then(|| name.to_owned())
}

/// Whether words are the name of a body and nothing else.
pub fn is_name(words: &str) -> bool {
    let sign = |sign: char| NO_NAME.contains(sign) || sign.is_ascii_digit();
    (3..=NAME).contains(&words.chars().count()) && names_organ(words) && !words.contains(sign)
}

/// The body that signs: the last line, before the day, that is nothing but the name of one.
fn signature(text: &str, paragraphs: &[Span], noise: &[Span]) -> Option<String> {
    let lines = paragraphs.iter().rev().take(6).flat_map(|&paragraph| without(paragraph, noise).into_iter().rev());
    for span in lines {
        for line in span.of(text).rsplit(breaks_line) {
            let words = joined(line.rsplit('。').next().unwrap_or(line));
            let named = day::cut(&words);
            if named.is_empty() || day::alone(&words).is_some() && !names_organ(named) {
                continue;
            }
            return (names_organ(named) && named.chars().count() <= NAME && !named.contains(MARKS))
                .then(|| named.to_owned());
        }
    }
    None
}

/// The body below a title that names its place only: 云溪县统计局 below 2022年云溪县统计公报; or below one that names none.
fn named_below<'text>(piece: &'text str, title: &str) -> Option<&'text str> {
    let own = |place: &str| {
        let nation = place.ends_with("共和国") && piece.starts_with("国家");
        // 云溪县财政局 below 关于临水州云溪县2022年预算…的报告.
        let ends = place.char_indices().map(|(at, _)| &place[at..]).filter(|end| end.chars().count() > 2);
        ends.into_iter().any(|end| piece.len() > end.len() && piece.starts_with(end)) || nation
    };
    // 云溪县统计局工业科 speaks for its bureau.
    let bureau = || {
        let mut ends = piece.char_indices().map(|(at, _)| at).filter(|&at| at > 0 && is_name(&piece[..at]));
        ends.next_back().filter(|_| piece.ends_with(['科', '处', '股', '室'])).map(|end| &piece[..end])
    };
    let name = if is_name(piece) { Some(piece) } else { bureau() };
    name.filter(|_| issuer(title).is_none_or(own))
}

/// The body that a subtitle names: ——云溪县2022年工作总结.
fn subtitle(text: &str, pieces: &[Span]) -> Option<String> {
    let subtitles = pieces.iter().filter_map(|piece| piece.of(text).strip_prefix('—'));
    subtitles.map(|words| words.trim_start_matches(['—', ' '])).filter_map(issuer).next().map(str::to_owned)
}

/// The government whose head speaks: 云溪县人民政府县长 or 云溪县县长 below the title, or whose congress it is:
/// 在云溪县第十八届人民代表大会.
fn speaker(text: &str, pieces: &[Span]) -> Option<String> {
    const GOVERNMENT: &str = "人民政府";
    const COUNCIL: &str = "国务院";
    // The line may begin with where and when he speaks.
    let bare = |words: &str| words.rfind("会议上").map_or(0, |at| at + "会议上".len());
    let words = || pieces.iter().map(|piece| piece.of(text).trim_matches(['*', '#', ' ']));
    let spoken = || words().map(|words| words[bare(words)..].trim_start());
    let named = spoken().find_map(|words| {
        let end = words.find(GOVERNMENT)? + GOVERNMENT.len();
        let head = words[end..].chars().nth(1) == Some('长') || words[end..].starts_with('代');
        head.then(|| words[..end].to_owned())
    });
    let of_place = || {
        spoken().find_map(|words| {
            let place =
                reporting(Reporting::Head).iter().find_map(|head| words.split_once(head)).map(|(place, _)| place)?;
            let place = place.trim_end_matches(['代', '、', '副']);
            (place.chars().count() > 2 && names_organ(place)).then(|| format!("{place}{GOVERNMENT}"))
        })
    };
    let of_congress = || {
        words().find_map(|words| {
            let (before, after) = words.split_once('第')?;
            let congress = after.contains('届') && (after.contains("人民代表") || after.contains("届人民"));
            let place = before.rsplit(['在', '日']).next()?;
            (congress && place.chars().count() > 2 && names_organ(place)).then(|| format!("{place}{GOVERNMENT}"))
        })
    };
    let of_nation = || spoken().any(|words| words.starts_with("国务院总理")).then(|| COUNCIL.to_owned());
    named.or_else(of_nation).or_else(of_congress).or_else(of_place)
}

/// The body whose head speaks below the title: 云溪县审计局局长 张三.
fn head_of(text: &str, pieces: &[Span]) -> Option<String> {
    pieces.iter().find_map(|piece| {
        let words = piece.of(text).trim_matches(['*', '#', ' ', '（', '(']);
        let (at, _) = reporting(Reporting::Office).iter().find_map(|office| words.match_indices(office).next())?;
        let name = words[..at].trim_end_matches('副');
        // Who holds two offices is named for the lesser one last.
        let name = name.rsplit('兼').next().unwrap_or(name);
        let own = name.chars().count() <= NAME && names_organ(name) && !name.contains(MARKS);
        own.then(|| name.to_owned())
    })
}

/// Whether a bureau acts in the opening; a place may be said to grow.
pub fn acts(opening: &str) -> bool {
    subject(opening).is_some_and(|body| body.ends_with(['局', '厅', '委', '办', '院', '部']))
}

/// The body that acts in the opening: 2022年以来，云溪县司法局认真… A bare 我局 names none.
fn subject(opening: &str) -> Option<String> {
    let sentences = opening.split(|character| character == '。' || breaks_line(character));
    let addressed = |sentence: &str| {
        let addressee = sentence.trim_matches(is_space).strip_suffix(['：', ':']);
        addressee.is_some_and(|bodies| bodies.split(['、', '，']).all(names_organ))
    };
    let sentences =
        sentences.filter(|sentence| !sentence.trim_matches(is_space).is_empty() && !addressed(sentence)).take(4);
    let acts = |name: &str| {
        !name.starts_with(['全', '各'])
            && !name.contains(|character: char| NO_NAME.contains(character) || character.is_ascii_digit())
    };
    sentences.flat_map(|sentence| sentence.split(['，', ',', '：', ':'])).find_map(|clause| {
        let clause = clause.trim_matches(is_space);
        let clause = reporting(Reporting::Own).iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
        if let Some(rest) = clause.strip_prefix("我代表") {
            let end = rest.find("政府")? + "政府".len();
            return Some(rest[..end].to_owned());
        }
        // 现将云溪县水务局2022年工作情况报告如下 says it as a title does.
        let announced = reporting(Reporting::Announcing).iter().find_map(|word| issuer(clause.strip_prefix(word)?));
        if let Some(name) = announced.filter(|name| acts(name)) {
            return Some(name.to_owned());
        }
        let made = clause.starts_with('由') && reporting(Reporting::Makes).iter().any(|word| clause.ends_with(word));
        let clause = reporting(Reporting::Before).iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
        let ends = clause.char_indices().take(NAME).map(|(at, character)| at + character.len_utf8());
        let names = ends.filter(|&end| {
            end > 2 * '局'.len_utf8()
                && names_organ(&clause[..end])
                && acts(&clause[..end])
                && (made || openers().acts(&clause[end..]))
        });
        let name = &clause[..names.last()?];
        // Beside 我局 only a body that may be called so reports.
        let other = reporting(Reporting::Itself).iter().any(|own| opening.contains(own))
            && !name.ends_with(['局', '委', '办', '中', '院']);
        (!other).then(|| name.to_owned())
    })
}
