//! What is put right once it is known what a figure is: how its name ends, and what its name says of it.

use crate::language::{Place, Sense, Tie, attributes, naming, senses, ties, verbs};
use crate::metric::figure::words::letters_of;
use crate::metric::figure::{Figure, direction};
use crate::metric::name::trim;
use crate::metric::period::Period;
use crate::metric::quantity::Quantity;
use crate::report::{Direction, Kind, Role};

/// Puts right the name of a figure, and its kind where the name tells it.
pub fn tidy(chars: &[char], periods: &[Period], quantity: &Quantity, figure: &mut Figure) {
    let letters = figure.letters(chars);
    if let Some(end) = before_reached(&letters, quantity) {
        figure.name.truncate(end);
    }
    // 平均回收期长达78天: 服务时长 is a name.
    if quantity.kind == Some(Kind::Duration)
        && chars[..quantity.extent.start].ends_with(&['长', '达'])
        && letters.ends_with(&['长'])
        && !letters.ends_with(&['时', '长'])
    {
        figure.name.pop();
    }
    // 实现培训覆盖率100%: a rate is no less one without that.
    let rate = figure.kind == Kind::Ratio && ties(Tie::Rate).ends(&letters);
    if let Some(done) = ties(Tie::Done).head(&letters).filter(|done| rate && !ties(Tie::Rate).is_at(&letters, *done)) {
        figure.name.drain(..done);
    }
    // 实现地区生产总值12亿元: so it is with an amount.
    if matches!(figure.kind, Kind::Money | Kind::Multiple) && letters.starts_with(&['实', '现']) && letters.len() > 3
    {
        figure.name.drain(..2);
    }
    let letters = figure.letters(chars);
    // 生产总值力争增长6.5%: that it is to be reached tells the role.
    let intends = |at: &usize| {
        let length = senses(Sense::Ensuring).at(&letters, *at).or(senses(Sense::Estimate).at(&letters, *at));
        length.is_some_and(|length| direction::change_length(&letters[at + length..]) == letters.len() - at - length)
    };
    if let Some(at) = (1..letters.len()).find(intends).filter(|_| figure.is_relative()) {
        let verb = direction::change_length(&letters);
        figure.name.drain(at..letters.len() - verb);
    }
    // 中心组学法**5次**, > 消费价格上涨0.2%: Markdown is no name.
    figure.name.retain(|&at| !matches!(chars[at], '*' | '>'));
    let letters = figure.letters(chars);
    // 申请材料减半
    if chars[quantity.range.clone()] == ['半'] && letters.last() == Some(&'减') {
        figure.name.pop();
    }
    // 占任务8亿元的75%: the share is so called, what it is taken of is the task.
    let whole = chars.get(quantity.range.end) == Some(&'的')
        && (chars.get(quantity.range.end + 1).is_some_and(char::is_ascii_digit)
            || chars.get(quantity.range.end + 2) == Some(&'成'));
    let led = match letters[..] {
        // 不足全县平均水平11万元的六成
        ['达', '到', ..] | ['不', '足' | '到', ..] => 2,
        ['占' | '为' | '是', ..] => 1,
        // 完成年目标任务8600人的97%
        ['完', '成', ..] if senses(Sense::Task).ends(&letters) => 2,
        _ => 0,
    };
    if whole && led > 0 && letters.len() > led + 1 {
        figure.name.drain(..led);
    }
    // 比年度目标5%低0.4个百分点: the task is called so.
    let lies = matches!(chars.get(quantity.range.end), Some('高' | '低' | '多' | '少' | '快' | '慢'));
    let compared = matches!(letters[..], ['比' | '较', _, _, ..]) && figure.role == Role::Target;
    let planned = [Sense::Task, Sense::Budget].iter().any(|&task| senses(task).ends(&letters));
    if lies && compared && planned {
        figure.name.remove(0);
    }
    // 投资增长幅度由上年的58.6%回落到27.8%: what has come down still says how much something grew; 人口自然增长率 is a rate of its own.
    let paced = senses(Sense::Pace).ends(&letters) && !letters.contains(&'然');
    // 达到12%的增长速度
    let behind = letters_of(chars, &figure.words.right);
    let pace = behind.strip_prefix(&['的']).unwrap_or_default();
    let is_pace = senses(Sense::Pace).is(pace);
    if (paced || is_pace) && figure.kind == Kind::Ratio && quantity.unit.as_deref() == Some("%") {
        let down = senses(Sense::Down);
        let falls = if is_pace { down.begins(pace) } else { down.ends(&letters) };
        figure.kind = Kind::Growth;
        figure.direction = Some(if falls { Direction::Down } else { Direction::Up });
    }
    // 提高幅度达30%
    if figure.direction.is_none()
        && let Some(moved) = letters.strip_suffix(&['幅', '度'])
    {
        figure.direction = direction::change(moved).map(|(direction, _)| direction);
    }
    // 压减率92%; but 节约率 is how much was spared.
    if let Some(stem) =
        letters.strip_suffix(&['率']).filter(|_| figure.kind == Kind::Ratio && figure.direction.is_none())
    {
        let falls = senses(Sense::Down).is(stem);
        let falls = falls && stem.iter().any(|letter| matches!(letter, '减' | '缩' | '降'));
        figure.direction = falls.then_some(Direction::Down);
    }
    // 上年结转收入 is the name of an item, whatever time it tells.
    if let Some(&first) = figure.name.first()
        && let Some(period) = periods.iter().find(|period| period.range.end == first)
        && is_balance(chars, period)
    {
        figure.name.splice(..0, period.range.clone());
    }
}

/// Whether a time is the head of the name of what was left of it: 上年结余, 上年结转收入; not 上年结转2件.
pub fn is_balance(chars: &[char], period: &Period) -> bool {
    let rest = |length: usize| chars.get(period.range.end..period.range.end + length);
    let carried = rest(2) == Some(&['结', '转']) && !rest(3).is_some_and(|rest| rest[2].is_ascii_digit());
    let left = rest(2) == Some(&['结', '余']) || rest(2) == Some(&['滚', '存']) || carried;
    left && chars[period.range.clone()] == ['上', '年']
}

/// Where the name of what was reached ends before 完成: 固定资产投资完成17亿元. Of things that are counted 完成 says which of them.
fn before_reached(letters: &[char], quantity: &Quantity) -> Option<usize> {
    const SHORTEST: usize = 2;
    let before = letters.strip_suffix(&['完', '成'])?;
    let end = trim::ends(before).end;
    let before = &before[..end];
    let counted = match quantity.kind? {
        Kind::Money | Kind::Area | Kind::Mass | Kind::Volume | Kind::Energy | Kind::Power | Kind::Length => false,
        Kind::Count => true,
        _ => return None,
    };
    // 海铁联运量完成14万标箱
    let noun = naming(Place::Yield).is_before(before, end)
        || attributes().is_before(before, end)
        || before.last() == Some(&'量');
    let place = before.len() == SHORTEST && matches!(before[0], '全' | '我' | '本' | '该');
    let acts = verbs().is_compound_before(before, end);
    let named = end >= SHORTEST && !place && !naming(Place::Settling).is_before(before, end);
    (named && (noun || !acts && (!counted || quantity.counts_people()))).then_some(end)
}
