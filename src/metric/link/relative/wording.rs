//! What the name of a rate, a growth or a rank says of its subject.

use crate::language::{Place, Sense, Tie, naming, senses, ties};

/// Whether the name of a rate, growth or rank has no subject of its own: 同比增长, 占全区固投, 总量居全省.
pub(super) fn is_bare_relative(name: &[char]) -> bool {
    let share = name.starts_with(&['完', '成'])
        || name.starts_with(&['实', '现'])
        || matches!(name.first(), Some('为' | '达' | '占'))
        || name.starts_with(&['超']) && !name.ends_with(&['预', '算']);
    let task = share && ties(Tie::Planned).ends(name);
    let changes = senses(Sense::Up).begins(name) || senses(Sense::Down).begins(name);
    // 增速最快的镇增长11.2%: so many grew fastest.
    if changes && name.contains(&'最') {
        return false;
    }
    let relative = relative_length(name) > 0;
    // 平均资产负债率 is one of its own.
    let relative = relative && !(name.starts_with(&['平', '均']) && ties(Tie::General).ends(name));
    let lies =
        matches!(name, ['完', '成'] | ['超', '额', ..]) || matches!(name, ['高' | '低' | '多' | '少' | '快' | '慢']);
    // 旅游收入12亿元，在服务业收入中占比31%
    let within = name.first() == Some(&'在') && ties(Tie::Share).ends(name);
    name.is_empty() || task || changes || relative || lies || within
}

/// The length of the words at the head of a name that say that it has no subject of its own.
pub(super) fn relative_length(name: &[char]) -> usize {
    let kept = naming(Place::Kept).head(name).unwrap_or(0);
    ties(Tie::Relative).head(name).map_or(0, |length| if length >= kept { length } else { 0 })
}
