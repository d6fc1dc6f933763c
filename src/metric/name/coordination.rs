//! One name that is said of several things: which part is whose.

use crate::language::{Place, Sense, Tie, attributes, links, naming, rates, senses, ties, verbs};
use crate::metric::figure::words::letters_of;
use crate::metric::link::kinship::is_rate;
use crate::metric::quantity::numeral;
use crate::text::Depth;

/// Divides a name that is said of two things: `参考率和合格率`, `“即办件”和“全程网办”占比`. What the last has and the others lack is lent to them.
pub fn divide(chars: &[char], name: &[usize]) -> Vec<Vec<usize>> {
    let mut parts = split(chars, name);
    if !lend_ordinal(chars, &mut parts) {
        lend_tail(chars, &mut parts);
    }
    parts
}

/// Lends 第 and what is told to bare numbers: 第一、二、三产业增加值. Whether it is so.
fn lend_ordinal(chars: &[char], parts: &mut [Vec<usize>]) -> bool {
    let number = |at: usize| numeral::digit(chars[at]).is_some();
    let [first, between @ .., last] = &*parts else { return false };
    let ordinal = matches!(first[..], [mark, one] if chars[mark] == '第' && number(one));
    let bare = between.iter().all(|part| part.len() == 1 && number(part[0]));
    if !(ordinal && bare && last.len() > 2 && number(last[0])) {
        return false;
    }
    let (mark, told, end) = (first[0], last[1..].to_vec(), parts.len() - 1);
    parts[1..].iter_mut().for_each(|part| part.insert(0, mark));
    parts[..end].iter_mut().for_each(|part| part.extend_from_slice(&told));
    true
}

/// Divides a name that is said of so many things: `蔬菜及食用菌、瓜果产量` of two at the 、 alone, `林业、渔业和专业及辅助性活动` of three not
/// at the 及.
pub fn divide_into(chars: &[char], name: &[usize], count: usize) -> Vec<Vec<usize>> {
    let parts = divide(chars, name);
    if parts.len() <= count {
        return parts;
    }
    let at_links = |marks: &[char]| split_at(chars, name, |at| usize::from(marks.contains(&chars[name[at]])));
    let listed = [&['、'][..], &['、', '和']].into_iter().map(at_links).find(|listed| listed.len() == count);
    listed.map_or(parts, |mut listed| {
        // Of a name with links of its own nobody knows what the others lack.
        if listed.last().is_none_or(|last| split(chars, last).len() == 1) {
            lend_tail(chars, &mut listed);
        }
        listed
    })
}

/// The parts of a name between its links.
pub fn split(chars: &[char], name: &[usize]) -> Vec<Vec<usize>> {
    split_at(chars, name, |at| {
        let character = chars[name[at]];
        let two = name.get(at + 1).is_some_and(|&next| character == '以' && chars[next] == '及');
        let link = matches!(character, '、' | '和' | '与' | '及') && !links::is_inside_word(chars, name[at]);
        if two { 2 } else { usize::from(link) }
    })
}

/// The parts of a name at the links, whose lengths `link` gives, outside quotations and brackets.
fn split_at(chars: &[char], name: &[usize], link: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = vec![Vec::new()];
    let mut depth = Depth::of("“”《》()");
    let mut at = 0;
    while at < name.len() {
        let length = if depth.is_outside(chars[name[at]]) { link(at) } else { 0 };
        if length > 0 && parts.last().is_some_and(|part| !part.is_empty()) && at + 1 < name.len() {
            parts.push(Vec::new());
            at += length;
            continue;
        }
        if let Some(part) = parts.last_mut() {
            part.push(name[at]);
        }
        at += 1;
    }
    parts
}

/// Lends the tail of the last part to shorter ones before it: 城镇、农村居民收入, 幼儿园、小学、初中在校生.
fn lend_tail(chars: &[char], parts: &mut [Vec<usize>]) {
    let count = parts.len();
    let Some((last, others)) = parts.split_last_mut() else { return };
    // 县、乡、村三级网格员: the number only counts the parts.
    let counts =
        |pair: &[usize]| counts_parts(chars, pair, count) && matches!(chars[pair[1]], '级' | '类' | '地' | '项');
    if let Some(at) = last.windows(2).position(counts).filter(|&at| at > 0) {
        last.drain(at..at + 2);
    }
    // 电子信息、生物医药、新材料三大产业营收, 青河、安洛两个车间降幅, 青河、安洛两镇财政收入: what they are and have is told of all.
    let great = |trio: &[usize]| {
        counts_parts(chars, trio, count)
            && matches!(chars[trio[1]], '大' | '个' | '省' | '市' | '县' | '区' | '镇' | '乡' | '村')
    };
    let great = last.windows(3).position(great).filter(|&at| at > 0);
    if let Some(at) = great {
        last.drain(at..at + 2);
    }
    let letters = letters_of(chars, last);
    let tail = great
        .or_else(|| field_of_all(chars, others, &letters))
        .or_else(|| sort_of_all(chars, others, &letters))
        .or_else(|| measure_of_all(chars, others, &letters));
    match tail {
        Some(tail) => others.iter_mut().for_each(|part| part.extend_from_slice(&last[tail..])),
        None => lend_to_short(chars, others, last, &letters),
    }
}

/// 公安、人社、市场监管领域案件: where the last says what field it is of, all are of such fields.
fn field_of_all(chars: &[char], others: &[Vec<usize>], letters: &[char]) -> Option<usize> {
    let field = (2..letters.len()).rev().find(|&at| naming(Place::Field).is_at(letters, at))?;
    let apart = |part: &Vec<usize>| part.last().is_some_and(|&at| chars[at] != letters[letters.len() - 1]);
    others.iter().all(apart).then_some(field)
}

/// 养老、工伤、失业保险参保人数: what sort of thing the last is, all are.
fn sort_of_all(chars: &[char], others: &[Vec<usize>], letters: &[char]) -> Option<usize> {
    const LONGEST: usize = 4;
    const LONGEST_OTHER: usize = 10;
    let (at, length) = (2..letters.len()).find_map(|at| Some((at, naming(Place::Sort).at(letters, at)?)))?;
    let end = at + length;
    // 城镇职工基本养老、城乡居民养老、失业、生育保险: of insurances also the long names.
    let longest = if letters[at..end] == ['保', '险'] { LONGEST_OTHER } else { LONGEST };
    let lacks = |part: &Vec<usize>| {
        (2..=longest).contains(&part.len()) && part.last().is_some_and(|&at| chars[at] != letters[end - 1])
    };
    (end < letters.len() && at <= LONGEST && others.iter().all(lacks)).then_some(at)
}

/// 高技术制造业、装备制造业增加值: what is told of the last is told of all that end as it does.
fn measure_of_all(chars: &[char], others: &[Vec<usize>], letters: &[char]) -> Option<usize> {
    // 采矿业、制造业产值占工业比重: so is of what it is a share.
    let share = letters.iter().position(|&letter| letter == '占').unwrap_or(letters.len());
    let told = attributes().before(letters, share).map_or(0, |length| length + letters.len() - share);
    let stem = letters.len() - told;
    // 失业保险、工伤保险参保人数: what sort all are of is told again in the last.
    let sort = others.first().map(|part| letters_of(chars, &part[part.len().saturating_sub(2)..])).unwrap_or_default();
    let of_sort = |part: &Vec<usize>| letters_of(chars, part).ends_with(&sort);
    let again = || letters[..stem].windows(2).rposition(|pair| sort == pair).map(|at| at + 2);
    let stem = again().filter(|_| others.iter().all(of_sort)).unwrap_or(stem);
    if told < 2 || stem < 2 {
        return None;
    }
    let alike = |end: &[char]| end.len() > 2 && stem > 2 && end.last() == letters[..stem].last();
    // 小麦、玉米、马铃薯产量: so it is of all that are short and no measures themselves.
    const SHORT_THING: usize = 6;
    let emitted = letters[stem..].starts_with(&['排', '放']);
    let measures = |end: &[char]| {
        let measure = end.last().is_some_and(|last| "率额数值比价费款口入资出次".contains(*last));
        measure || end.ends_with(&['量']) && !emitted || senses(Sense::Money).ends(end)
    };
    let things = |end: &[char]| (2..=SHORT_THING).contains(&end.len()) && !measures(end);
    let lent = |part: &Vec<usize>| {
        let end = letters_of(chars, part);
        !attributes().ends(&end) && (alike(&end) || stem <= SHORT_THING && things(&end))
    };
    others.iter().all(lent).then_some(stem)
}

/// Lends each of the parts the tail of the last that it lacks, as far as it is short enough.
fn lend_to_short(chars: &[char], others: &mut [Vec<usize>], last: &[usize], letters: &[char]) {
    const SHORT: usize = 3;
    let least = others.iter().map(Vec::len).min().unwrap_or_default();
    let short = others.iter().all(|part| part.len() <= SHORT) && (2..=SHORT).contains(&least);
    // 优秀、合格、不合格案卷; 优秀、合格、不称职干部: what the last denies is no part of what they lack.
    if let Some(denied) = letters.strip_prefix(&['不']) {
        let again = others.iter().find(|part| denied.starts_with(&letters_of(chars, part))).map(Vec::len);
        if let Some(stem) = again.or(short.then_some(least)).filter(|&stem| stem < denied.len()) {
            return others.iter_mut().for_each(|part| part.extend_from_slice(&last[1 + stem..]));
        }
    }
    // 猪瘟、口蹄疫、禽流感免疫密度: where they are not of one length, what the rate tells of them begins the tail.
    let uneven = others.iter().any(|part| part.len() != least);
    let does = |&at: &usize| rates().at(letters, at).or(verbs().at(letters, at)).is_some_and(|length| length > 1);
    let least = (least..letters.len())
        .find(does)
        .filter(|_| short && uneven && (is_rate(letters) || letters.ends_with(&['密', '度'])))
        .unwrap_or(least);
    // 化学需氧量、氨氮、挥发性有机物: where one of them is a whole name, so are all.
    const WHOLE: usize = 4;
    let ends_apart = |part: &Vec<usize>| part.last().map(|&at| chars[at]) != last.last().map(|&at| chars[at]);
    let whole = |part: &Vec<usize>| part.len() >= WHOLE && ends_apart(part) && tail_start(chars, part, last).is_none();
    if !short && others.len() > 1 && others.iter().any(whole) {
        return;
    }
    for part in others {
        let tail = tail_start(chars, part, last).map(|tail| if short { least } else { tail });
        let apart = short && last.len() >= least + 2 && ends_apart(part);
        if let Some(tail) = tail.or(apart.then_some(least)) {
            part.extend_from_slice(&last[tail..]);
        }
    }
}

/// Whether the first of these characters is the number of the parts.
fn counts_parts(chars: &[char], name: &[usize], count: usize) -> bool {
    let number = numeral::digit(chars[name[0]]).or(chars[name[0]].to_digit(10)).filter(|_| count > 1);
    number.is_some_and(|number| number as usize == count)
}

/// Where in `last` the tail begins that `part` lacks.
fn tail_start(chars: &[char], part: &[usize], last: &[usize]) -> Option<usize> {
    let ends_same = part.last().map(|&index| chars[index]) == last.last().map(|&index| chars[index]);
    if ends_same {
        return None;
    }
    if part.last().is_some_and(|&index| chars[index] == '”') {
        return last.iter().position(|&index| chars[index] == '”').map(|at| at + 1);
    }
    // PM2.5、PM10年均浓度
    let latin = |name: &[usize]| name.iter().take_while(|&&at| chars[at].is_ascii()).count();
    if part.len() > 1 && latin(part) == part.len() && (1..last.len()).contains(&latin(last)) {
        return Some(latin(last));
    }
    // 0—14岁、60岁及以上人口的比重
    if part.last().is_some_and(|&at| chars[at] == '岁') {
        let age = last.iter().rposition(|&at| chars[at] == '岁')? + 1;
        let behind = letters_of(chars, &last[age..]);
        let and = usize::from(behind.first() == Some(&'及'));
        let bound = ties(Tie::Bound).at(&behind, and).map_or(0, |length| and + length);
        return Some(age + bound).filter(|&tail| tail < last.len());
    }
    // 全县城镇、农村居民收入
    let place = if part.len() > 2 && chars[part[0]] == '全' { 2 } else { 0 };
    let own = part.len() - place;
    (own <= 2 && last.len() >= own + 2).then_some(own)
}
