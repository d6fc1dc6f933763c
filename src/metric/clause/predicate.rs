//! The words behind a figure: what is counted, and where the sentence goes on about it.

use crate::language::{Link, Place, Sense, Tie, actors, attributes, links, naming, predicates, senses, ties, verbs};
use crate::metric::figure::words::letters_of;
use crate::metric::quantity::Quantity;
use crate::report::Kind;

/// Where the sentence goes on behind the thing counted: `82个单位套取…` ends in 单位. None where the letters are a noun to the end.
pub fn start(letters: &[char]) -> Option<usize> {
    find(letters, modifier_end(letters), begins)
}

/// Where a verb begins behind the thing counted, whoever acts.
pub fn start_at_verb(letters: &[char]) -> Option<usize> {
    let acts = |letters: &[char], at: usize| {
        // 逐一制定: behind an adverb a verb is no noun.
        let how = naming(Place::Adverbial).at(letters, at).or(naming(Place::How).at(letters, at));
        let so = how.is_some_and(|length| {
            let verb = at + length;
            verbs().is_compound_at(letters, verb) || letters.get(verb) == Some(&'不')
        });
        at > 1 && (so || does(letters, at)) || begins(letters, at)
    };
    find(letters, modifier_end(letters), acts)
}

/// The first place outside quotations, not before `from`, that fits.
fn find(letters: &[char], from: usize, fits: impl Fn(&[char], usize) -> bool) -> Option<usize> {
    let mut quoted = matches!(letters.first(), Some('“' | '《'));
    (1..letters.len()).find(|&at| {
        match letters[at] {
            '“' | '《' => quoted = true,
            '”' | '》' => quoted = false,
            _ => {}
        }
        at >= from && !quoted && fits(letters, at)
    })
}

/// Whether a predicate begins here.
pub fn begins(letters: &[char], at: usize) -> bool {
    (at > 1 || matches!(letters.get(at), Some('将' | '把' | '被'))) && is_boundary(letters, at)
        || is_adverb(letters, at)
        || is_predicate(letters, at)
        || is_acted(letters, at)
}

/// Whether a verb begins here behind those who do it: 82个单位套取. Behind another noun it may belong to it: 品质提升项目.
fn is_acted(letters: &[char], at: usize) -> bool {
    let verb = verbs().compound_at(letters, at);
    // 24个单位办理了; 8项事项实施“证照分离”改革
    if verb.is_some_and(|length| matches!(letters.get(at + length), Some('了' | '“' | '《'))) {
        return true;
    }
    if !(naming(Place::Agent).is_before(letters, at) || actors().is_before(letters, at)) {
        return false;
    }
    let nominal = naming(Place::Nominal).at(letters, at);
    // 高校毕业生
    if nominal.is_some_and(|length| letters.get(at + length) == Some(&'生')) {
        return false;
    }
    // 8名老人应保未保最低生活保障
    let fault = |length| letters[at] == '应' || verbs().is_at(letters, at + length);
    let fault = naming(Place::Fault).at(letters, at).is_some_and(fault)
        || matches!(letters.get(at..at + 2), Some(['少' | '多' | '漏' | '欠', '计' | '缴' | '征' | '报']));
    // 3个单位采购程序不规范: what is amiss is told to the end.
    let amiss = || naming(Place::Fault).ends(letters) && !naming(Place::Agent).is_compound_at(letters, at);
    let acts = || verb.is_some_and(|length| !is_derived(letters, at + length));
    fault || amiss() || if nominal.is_some() { does(letters, at) } else { acts() }
}

/// Where the name of what is told about those who are counted begins behind them: `企业营业收入`.
pub fn attribute_of_actor(letters: &[char]) -> Option<usize> {
    find(letters, 0, |letters, at| {
        let actor = naming(Place::Agent).is_compound_before(letters, at);
        actor && attributes().at(letters, at).is_some_and(|length| length > 2)
    })
}

/// Where those end whose money is told behind them: `国有企业违规出借资金`, `施工企业罚款`, `单位结余资金`, `单位固定资产未入账`.
pub fn end_of_owner(letters: &[char]) -> Option<usize> {
    // 6个县扶贫资金闲置
    let place = |at: usize| {
        let region = naming(Place::Region).is(&letters[..1]) && !naming(Place::Regional).is_at(letters, 1);
        at == 1 && region && ![0, 1].iter().any(|&at| actors().is_compound_at(letters, at))
    };
    let owner = |at: &usize| {
        let agent = naming(Place::Agent).is_compound_before(letters, *at);
        agent || actors().is_compound_before(letters, *at) || place(*at)
    };
    let acts = |at: &usize| {
        let told = &letters[*at..];
        let fault = naming(Place::Fault).begins(told) || matches!(told.first(), Some('未' | '超' | '少' | '多'));
        fault || verbs().is_compound_at(told, 0)
    };
    let money = |at: &usize| {
        let told = &letters[*at..];
        let amiss =
            |at: usize| naming(Place::Fault).is_at(told, at) || told[at] == '未' && !is_inside_word(told, at, 1);
        attributes().tail(told).is_some_and(|length| length < told.len()) || (0..told.len()).any(amiss)
    };
    // 乡镇所属单位套取资金: who acts is sooner meant than whoever else is named.
    let mut owners = (1..letters.len().saturating_sub(1)).filter(owner);
    owners.clone().find(acts).or_else(|| owners.find(money))
}

/// Where those who are counted end, if more than a letter stands behind them: `部门|代编预算占比`.
pub fn behind_actor(letters: &[char]) -> Option<usize> {
    let actor = |at: usize| {
        let agent = naming(Place::Agent).is_compound_before(letters, at);
        agent || actors().is_compound_before(letters, at)
    };
    let end = (2..=letters.len()).rev().find(|&at| actor(at))?;
    let rate = ties(Tie::Rate).ends(letters);
    let goes_on = matches!(letters.get(end), Some('的' | '、' | '和' | '及' | '与' | '家' | '级' | '内' | '群' | '长'));
    // 35个行业大类中, 三大行业门类
    let class = matches!(letters[end..], ['大' | '中' | '小' | '门', '类', ..]);
    (end + 1 < letters.len() && !goes_on && !class && !rate).then_some(end)
}

/// Whether a word begins here with which the sentence may go on: 将, 对, 在.
pub fn is_boundary(letters: &[char], at: usize) -> bool {
    naming(Place::Boundary).at(letters, at).is_some_and(|length| !is_inside_word(letters, at, length))
}

/// Whether an adverb begins here with which the sentence goes on.
fn is_adverb(letters: &[char], at: usize) -> bool {
    naming(Place::Adverb).at(letters, at).is_some_and(|length| !is_inside_word(letters, at, length))
        || is_all(letters, at)
}

/// `14个村均制定`, `案件均已审结`: whether 均 says that all of them did so, and is no part of 人均. 村均 is one only where it is a name.
fn is_all(letters: &[char], at: usize) -> bool {
    let mean = || letters[at - 1] != '村' && ties(Tie::Mean).is_before(letters, at + 1);
    letters.get(at) == Some(&'均')
        && at > 0
        && !mean()
        && (letters.get(at + 1) == Some(&'已') || verbs().is_compound_at(letters, at + 1))
}

/// Whether a word begins here that can only be a predicate.
fn is_predicate(letters: &[char], at: usize) -> bool {
    predicates()
        .at(letters, at)
        .is_some_and(|length| !(is_derived(letters, at + length) || is_inside_word(letters, at, length)))
}

/// Whether what stands here is part of a longer word: 将 in 将军, 有 in 国有, 并 in 合并.
pub fn is_inside_word(letters: &[char], at: usize, length: usize) -> bool {
    const LONGEST: usize = 4;
    // 共产 is a word; in 共产生 the verb reaches beyond it.
    let verb = || verbs().at(letters, at + length).map_or(0, |verb| at + length + verb);
    let holds = |start: usize| {
        let kept = naming(Place::Kept).at(letters, start).unwrap_or(0);
        let end = start + kept;
        end > at && kept > if start == at { length } else { 0 } && !(end > at + length && verb() > end)
    };
    links::is_inside_word(letters, at) || (at.saturating_sub(LONGEST)..=at).any(holds)
}

/// Whether a verb that is no part of a noun begins here: not so in 保障性住房, 培训机构, 水质检测.
pub fn does(letters: &[char], at: usize) -> bool {
    const LONGEST_NOUN: usize = 6;
    let Some(length) = verbs().compound_at(letters, at) else { return false };
    let behind = at + length;
    if is_derived(letters, behind) {
        return false;
    }
    // 综合评价中
    if naming(Place::Nominal).is_at(letters, at) && matches!(letters.get(behind), Some('中' | '后' | '前' | '时')) {
        return false;
    }
    let near = letters.len().min(behind + LONGEST_NOUN + 1);
    let next = (behind..near)
        .find(|&next| is_adverb(letters, next) || is_predicate(letters, next) || verbs().is_compound_at(letters, next));
    let end = next.unwrap_or(letters.len());
    if end == behind && at > 0 {
        // 水质检测, 维修养护 are nouns; 开展集中整治 is none.
        // 减免罚款 is done, to a fine that is a noun.
        let noun = |at: usize| naming(Place::Nominal).at(letters, at).is_some_and(|noun| at + noun == letters.len());
        let acts = !naming(Place::Nominal).is_at(letters, at);
        return next.is_some_and(|next| {
            is_adverb(letters, next) || is_predicate(letters, next) || does(letters, next) || acts && noun(next)
        });
    }
    let compound = [Place::Derived, Place::Compound].iter().any(|&ends| naming(ends).is_before(letters, end));
    end == behind || end - behind > LONGEST_NOUN || !compound
}

/// Whether a verb that ends at `at` is the beginning of a noun: 培训班, 入住率, but not 开展量化评定.
fn is_derived(letters: &[char], at: usize) -> bool {
    let ends = letters.get(at + 1).is_none_or(|next| matches!(next, '、' | '和' | '与' | '及' | '的' | '等'));
    let nominal = naming(Place::Nominal).is_before(letters, at);
    naming(Place::Derived).is_at(letters, at) && (ends || nominal)
}

/// Whether a name that stands in a list is told of what was done for itself, or of a state: 保留事项, 煤炭库存, but not so 服务器.
pub fn is_told_otherwise(letters: &[char]) -> bool {
    let otherwise = naming(Place::Otherwise);
    let acts = verbs().compound_at(letters, 0).is_some_and(|length| !is_derived(letters, length));
    acts || otherwise.begins(letters) || otherwise.ends(letters)
}

/// Whether the letters begin with words that describe a noun behind them: `存在风险的合同`.
pub fn begins_described(letters: &[char]) -> bool {
    modifier_end(letters) > 0
}

/// Where the noun begins behind words that describe it: `不符合条件的企业`, `由我局牵头的项目`; 0 where there are none.
fn modifier_end(letters: &[char]) -> usize {
    const LONGEST: usize = 14;
    const HEAD: usize = 2;
    let Some(end) = letters.iter().take(LONGEST).rposition(|&letter| letter == '的') else { return 0 };
    let describes = |at: usize| verbs().is_at(letters, at) || naming(Place::Describing).is_at(letters, at);
    let told = letters[..end].contains(&'了');
    if end + 1 < letters.len() && !told && (0..=HEAD.min(end)).any(describes) { end + 1 } else { 0 }
}

/// The words behind a figure that name what is counted, without what they begin and end with and what goes on behind them. `lead` are
/// the words before it, `preposed` whether they are a preposition.
pub fn thing(chars: &[char], words: &[usize], lead: &[char], preposed: bool) -> Vec<usize> {
    // 25度至31度之间
    if let [first, next, ..] = *words
        && chars[first] == '之'
        && naming(Place::Onward).begins(&[chars[first], chars[next]])
    {
        return Vec::new();
    }
    let mut words = words;
    while let Some((&first, rest)) = words.split_first()
        && (matches!(chars[first], '的' | '余' | '多' | '之' | '、' | '已' | '|') || is(chars, words))
    {
        let already = chars[first] == '已' && rest.first().is_some_and(|&next| chars[next] == '经');
        words = &rest[usize::from(already)..];
    }
    let letters = letters_of(chars, words);
    let mut end = thing_end(&letters, lead, preposed);
    // 16个村中
    let place = matches!(letters.first(), Some('村' | '镇' | '乡' | '县' | '区' | '市' | '省'));
    let middle = end > 2 - usize::from(place) && is_out_of(&letters, end);
    end -= usize::from(middle);
    if let Some(length) = naming(Place::Circumstance).before(&letters, end) {
        end -= length;
    }
    while end > 0 && matches!(letters[end - 1], '|' | '等' | '、' | '的' | '了' | '-' | '.') {
        end -= 1;
    }
    words[..end].to_vec()
}

/// `23个村中`, `23个派出所里`: whether words that end here say that something is told of some of those.
pub fn is_out_of(letters: &[char], end: usize) -> bool {
    match letters[..end] {
        [.., '中'] => !is_inside_word(letters, end - 1, 1) && !naming(Place::Kept).is_before(letters, end),
        [.., '公' | '英' | '海' | '邻' | '故' | '千' | '万' | '哪' | '这' | '那', '里'] => false,
        [.., '里'] => !matches!(letters.get(end), Some('程' | '面' | '弄' | '长' | '巷' | '约')),
        _ => false,
    }
}

/// `其中52名为专业律师`: whether the words begin with 为 as a verb of its own.
fn is(chars: &[char], words: &[usize]) -> bool {
    const SHORTEST: usize = 2;
    let letters: Vec<char> = words.iter().take(1 + SHORTEST).map(|&at| chars[at]).collect();
    letters.len() > SHORTEST
        && letters[0] == '为'
        && !matches!(letters[1], '期' | '主' | '民' | '农' | '企' | '了' | '全')
}

/// Where the thing counted ends.
fn thing_end(letters: &[char], lead: &[char], preposed: bool) -> usize {
    const LONGEST_LIST: usize = 12;
    // 5起发生在公路领域: what happened is all there is to call it by.
    let anew = usize::from(letters.first() == Some(&'新'));
    if lead.is_empty() && !preposed && (is_predicate(letters, anew) || is_boundary(letters, 0)) {
        return letters.len();
    }
    let asks = verbs().ends(lead);
    let causes = naming(Place::Causing).ends(lead);
    // 建成3508套保障性住房: the verb before the number governs all that follows, unless it makes others do something.
    let end = match preposed {
        // 对12个事项进行, 针对12个项目开展: what was done to it follows. 针对12家企业的需求: they are counted.
        true => possessed(letters).or_else(|| start_at_verb(letters)),
        false if asks && !causes => find(letters, 1, is_adverb),
        false => start(letters),
    };
    let whole = preposed && end.is_some();
    let end = end.unwrap_or(letters.len());
    // 26项超额完成: how they were done is no name of them without that they were.
    let how_alone = naming(Place::Settling).head(letters).is_some_and(|length| length == end);
    if how_alone && !naming(Place::Agent).is_before(letters, end) {
        return letters.len();
    }
    // 8个断面稳定达标: how they did it is no part of what they are.
    let how = naming(Place::How).before(letters, end).unwrap_or(0);
    let end = if end < letters.len() && how + 1 < end { end - how } else { end };
    // 18个断面水质达标: nor is what they have.
    let has = naming(Place::Trait).before(letters, end).unwrap_or(0);
    let end = if end < letters.len() && !asks && !preposed && has < end { end - has } else { end };
    // 3个栏目更新不及时: nor is what they do amiss.
    let amiss = matches!(letters.get(end..), Some(['不', _, ..])) && !asks && !preposed;
    let done = naming(Place::Nominal).before(letters, end).filter(|done| amiss && done + 1 < end);
    let end = end - done.unwrap_or(0);
    // 6种产量增长: what is told of those is told in whole.
    let measured = lead.is_empty() && attributes().head(letters).is_some_and(|length| length == end);
    let grows = |at: &usize| [Sense::Up, Sense::Down].iter().any(|&sense| senses(sense).is_at(letters, *at));
    if measured && (end..letters.len()).take(3).any(|at| grows(&at)) {
        return letters.len();
    }
    let ends = |letters: &[char], at: usize| {
        // 对56件决策、文件、合同进行审查: all that it was done to is named.
        letters[at] == '、' && !whole && (end - at > LONGEST_LIST || at > 3 && end - at > 6)
            || letters[at] == '等' && !matches!(letters.get(at + 1), Some('级' | '候' | '待' | '于' | '次'))
    };
    find(&letters[..end], 1, ends).unwrap_or(end)
}

/// Where the thing counted ends before 的 and what it has: `企业的用工需求`.
fn possessed(letters: &[char]) -> Option<usize> {
    let end = find(letters, modifier_end(letters), |letters, at| at > 1 && letters[at] == '的')?;
    start_at_verb(&letters[..end]).is_none().then_some(end)
}

/// Whether what stands behind the figure goes on with the sentence rather than naming what is counted.
pub fn goes_on(quantity: &Quantity, letters: &[char], asks: bool) -> bool {
    if matches!(
        quantity.kind,
        Some(Kind::Ratio | Kind::Growth | Kind::Points | Kind::Rank | Kind::Multiple | Kind::Duration)
    ) {
        return true;
    }
    // 办理案件12件移送司法机关, 补助530万元扶持发展: the name stands before, and a verb begins anew.
    let asks = asks && quantity.kind == Some(Kind::Count);
    let measured = quantity.kind != Some(Kind::Count)
        && (naming(Place::Boundary).begins(letters) || links(Link::Between).begins(letters))
        && !is_inside_word(letters, 0, 1);
    // 38件以区政府为被告的案件
    let described = letters.first() == Some(&'以') && letters[..modifier_end(letters)].contains(&'为');
    let onward =
        naming(Place::Onward).head(letters).is_some_and(|length| !is_inside_word(letters, 0, length)) && !described;
    measured || onward || !asks && (is_predicate(letters, 0) || does(letters, 0))
}
