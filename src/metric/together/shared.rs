//! Words that a list says once for all its members: 新增托位320个、床位150张.

use crate::language::{Measure, Place, Sense, Tie, attributes, naming, senses, ties, verbs};
use crate::metric::clause::predicate;
use crate::metric::figure::Figure;
use crate::metric::figure::words::letters_of;
use crate::metric::quantity::Quantity;
use crate::metric::sentence::reader::Reader;
use crate::report::{Kind, NameRule, Relation};

/// An object no longer than this may be a noun with the verb before it.
const LONGEST_NOUN: usize = 3;

impl Reader<'_> {
    /// Names the members of lists by the verb that governs them all. What belongs to what has been told by then: to that, what the
    /// members have of their own matters.
    pub fn share_verbs(&self, figures: &mut [Figure]) {
        let mut verb: Vec<usize> = Vec::new();
        let mut last = 0;
        for index in 1..figures.len() {
            if let Some(own) = self.governing(&figures[last]) {
                verb = own;
            }
            // 生产水泥120万吨，增长3%；钢材80万吨: what is told of a member parts no list.
            if figures[index].is_relative() && figures[index].link.is_some_and(|link| link.0 == last) {
                continue;
            }
            let governed = !verb.is_empty() && self.is_governed(&figures[last], &figures[index], &verb);
            if governed {
                figures[index].name.splice(..0, verb.iter().copied());
            } else {
                verb.clear();
            }
            last = index;
        }
    }

    /// The verb at the head of the name of a figure, if an object stands behind it.
    fn governing(&self, figure: &Figure) -> Option<Vec<usize>> {
        let letters = figure.letters(&self.passage.chars);
        // 每万人拥有医生32人、护士41人
        let heads = naming(Place::Heads).head(&letters).filter(|&heads| heads + 1 < letters.len());
        if let Some(heads) = heads.filter(|_| own(figure)) {
            return Some(figure.name[..heads].to_vec());
        }
        // 登记流动人口3万人、出租房屋5600户、重点人员120人: a verb amid a list is of its own member, and may be a part of its noun.
        if figure.words.listed {
            return None;
        }
        // 新建改扩建学校9所、村卫生室22个
        let start = naming(Place::Altogether).head(&letters).unwrap_or(0);
        let mut length = start + verbs().compound_at(&letters, start)?;
        let more = |at: usize| {
            let noun = naming(Place::Nominal).is_at(&letters, at);
            let length = verbs().compound_at(&letters, at)?;
            Some(length).filter(|length| !noun || letters.len() - at - length > LONGEST_NOUN)
        };
        while let Some(more) = more(length) {
            length += more;
        }
        let object = &letters[length..];
        // 安置到企业8人、国企3人: not all that follows is what it was done to; nor is 营收 in 实现营收3亿元.
        let leads = matches!(object.first(), Some('到' | '在' | '于' | '至' | '为' | '给' | '向' | '后'));
        let light = ties(Tie::Done).is_at(&letters, start);
        let governs = object.len() > 1 && !leads && !light;
        // 其中采购合同9份、工程合同7份: a verb in a member of a list may be a part of its noun.
        let among = figure.words.left.first().is_some_and(|&first| self.passage.chars[first] == '其');
        let member = among || figure.link.is_some_and(|link| link.1 == Relation::Part);
        let nominal = naming(Place::Nominal).is_at(&letters, start);
        // 改造农村公路96公里; 安置住房120套 may be a noun.
        let does = !nominal || !member && (object.len() > LONGEST_NOUN || predicate::does(&letters, start));
        // 建成区面积
        let inside = naming(Place::Kept).at(&letters, start).is_some_and(|kept| kept > length - start);
        (governs && does && !inside && own(figure)).then(|| figure.name[start..length].to_vec())
    }

    /// Whether a figure is told in one list with the one before it, by no more than a noun.
    fn is_governed(&self, before: &Figure, figure: &Figure, verb: &[usize]) -> bool {
        let letters = figure.letters(&self.passage.chars);
        // 生产水泥120万吨，钢材80万吨: what is weighed is told of so behind a comma too.
        let output = matches!(figure.kind, Kind::Mass | Kind::Volume | Kind::Energy | Kind::Power);
        let parted = || output && figure.kind == before.kind && figure.name == figure.words.left;
        let listed = (figure.words.listed || parted()) && !figure.words.joined && figure.sentence == before.sentence;
        let whole = figure.name.len() > 1 && figure.name.first() == figure.words.left.first();
        // 查处案件12件、罚款3万元: money is no object of what was done to things, and 总面积 is told of them.
        let money = (figure.kind == Kind::Money) == (before.kind == Kind::Money);
        // 开设课程12门、教师35人: nor are persons one of the things, but for what reaches both; a time limit is none either.
        let (one, other) = (self.quantity(before), self.quantity(figure));
        let persons = counts_persons(other) && !counts_persons(one);
        let reaches = naming(Place::Reaching).is(&letters_of(&self.passage.chars, verb));
        let alike = (!persons || reaches) && figure.kind != Kind::Duration;
        let before = before.letters(&self.passage.chars);
        let measure = figure.kind != Kind::Count && attributes().ends(&letters) && !attributes().ends(&before);
        let Some(&first) = letters.first() else { return false };
        let told = measure || first == '总' || ties(Tie::Number).ends(&letters);
        // 取消事项12项、保留事项120项: each has its own deed, or its own state.
        let acts = predicate::is_told_otherwise(&letters);
        // 送戏下乡20场、送书下乡900册: each has its own.
        let again = verb.iter().any(|&at| self.passage.chars[at] == first);
        let acts = acts || again || matches!(first, '需' | '应' | '未' | '每');
        let acts = acts || senses(Sense::Actually).begins(&letters) || ties(Tie::Mean).is_in(&letters);
        // 每千人拥有医师3人、注册护士4人: by how many people it is taken governs whatever follows.
        let heads = naming(Place::Heads).is(&letters_of(&self.passage.chars, verb));
        listed && whole && money && own(figure) && !told && (heads || alike && !acts)
    }
}

/// Whether a figure stands for itself, by the words before it.
fn own(figure: &Figure) -> bool {
    figure.name_rule == NameRule::Before && !figure.is_relative()
}

/// Whether persons are counted, or how often they came: 28人, 3万人次.
fn counts_persons(quantity: &Quantity) -> bool {
    let came = quantity.counts_people() && quantity.is_counted_in(Measure::Event);
    came || quantity.is_counted_in(Measure::Person)
}
