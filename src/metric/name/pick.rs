//! Which of the words on both sides of a figure are its name.

use std::borrow::Cow;
use std::ops::ControlFlow::{self, Break, Continue};

use super::examples::subject_of_list;
use super::short::falls_short;
use super::sides::Sides;
use crate::language::{Place, attributes, naming, predicates, verbs};
use crate::metric::figure::direction;
use crate::metric::figure::words::letters_of;
use crate::metric::quantity::numeral;
use crate::report::Kind;

/// Which words the name of a figure is.
pub(super) enum Pick {
    /// None of them.
    Nothing,
    /// Those before it.
    Left,
    /// Those before it, behind what they list.
    BehindList,
    /// Those behind it.
    Right,
    /// Both.
    Both,
    /// These.
    Words(Vec<usize>),
}

/// What a question is answered with: which words it is; or else the next question is asked.
pub(super) type Answer = ControlFlow<Pick>;

/// The next question is to be asked.
pub(super) const ASK_ON: Answer = Continue(());

impl Pick {
    /// Picks these if that is so; or else the next question is asked.
    pub fn if_so(self, so: bool) -> Answer {
        if so { Break(self) } else { ASK_ON }
    }

    /// Picks words that are neither side.
    pub fn words(words: Vec<usize>) -> Answer {
        Break(Self::Words(words))
    }
}

/// The choice between the words on both sides.
pub(super) struct Choice<'c> {
    sides: &'c Sides<'c>,
    /// The characters of all words before the figure.
    all_before: Cow<'c, [char]>,
    /// The characters of those that may name it.
    before: Cow<'c, [char]>,
    /// Whether what stands behind goes on with what was done, and is no name.
    onward: bool,
    /// Whether nothing before the figure names it.
    bare: bool,
    /// Whether 的 stands behind the figure.
    possessive: bool,
}

impl<'c> Choice<'c> {
    /// The choice; `behind` is what stands behind, `onward` whether that goes on with what was done.
    pub fn new(sides: &'c Sides<'c>, behind: &[char], onward: bool) -> Self {
        let all_before = letters_of(sides.chars, &sides.words.left);
        let before = letters_of(sides.chars, &sides.left);
        // 全县2.6万人参加医保: the place is no name of what they did.
        let place = matches!(before[..], ['全', _]) && verbs().is_compound_at(behind, 0);
        let bare = before.is_empty() || is_bare(&before) || place && sides.counts();
        let possessive = sides.chars.get(sides.quantity.extent.end) == Some(&'的');
        Self { sides, all_before, before, onward, bare, possessive }
    }

    /// The questions in their order.
    pub fn ask(&self) -> Answer {
        let nothing_behind = self.sides.right.is_empty();
        self.one_each()?;
        self.subject_of_list()?;
        self.attribute()?;
        Pick::Nothing.if_so(self.bare && nothing_behind)?;
        self.short_of()?;
        self.kept_within()?;
        self.possessed()?;
        self.lasting()?;
        self.measured()?;
        self.share()?;
        Pick::BehindList.if_so(nothing_behind || !self.bare && self.onward)?;
        Pick::Right.if_so(self.bare)?;
        self.task()?;
        self.list()
    }

    /// 办公室和派出所各1名干部: those that have one each are no part of what they have.
    fn one_each(&self) -> Answer {
        let each = self.all_before.ends_with(&['各']) && self.sides.counts();
        Pick::Right.if_so(each && !self.sides.right.is_empty() && !self.onward)
    }

    /// Behind 等 what the list is of.
    fn subject_of_list(&self) -> Answer {
        let subject = || subject_of_list(self.sides.chars, &self.sides.left);
        match self.sides.listed.then(subject).flatten() {
            Some(subject) => Pick::words(subject),
            None => ASK_ON,
        }
    }

    /// `扎实推进总投资12亿元的项目`: what is told about the things, behind a verb that speaks of these.
    fn attribute(&self) -> Answer {
        match trailing_attribute(&self.before).filter(|_| self.possessive) {
            Some(attribute) => Pick::words(self.sides.left[attribute..].to_vec()),
            None => ASK_ON,
        }
    }

    /// 入住率距70%的标准还有差距: what falls short of it stands before.
    fn short_of(&self) -> Answer {
        let behind = letters_of(self.sides.chars, &self.sides.words.right);
        match falls_short(&self.all_before, &behind) {
            Some(far) => {
                let end = self.all_before.len() - far;
                Pick::words(self.sides.left[..end.min(self.sides.left.len())].to_vec())
            }
            None => ASK_ON,
        }
    }

    /// 控制在6亿立方米的红线以内: what is kept so stands before.
    fn kept_within(&self) -> Answer {
        // 全年增长7%的预期目标: so does what is to change.
        let changes = self.before.len() > 1 && direction::change_length(&self.before) == self.before.len();
        Pick::Left.if_so(self.possessive && (changes || self.all_before.ends_with(&['控', '制', '在'])))
    }

    /// 长达4000公里的管道
    fn possessed(&self) -> Answer {
        let short = if self.sides.quantity.kind == Some(Kind::Ratio) { 2 } else { 1 };
        Pick::Right.if_so(self.possessive && self.sides.left.len() <= short && !self.sides.right.is_empty())
    }

    /// 接受60学时的教育培训: what lasts so long stands behind.
    fn lasting(&self) -> Answer {
        let (left, right, before) = (&self.sides.left, &self.sides.right, &self.before);
        if !self.possessive || self.sides.quantity.kind != Some(Kind::Duration) || right.is_empty() {
            return ASK_ON;
        }
        match verbs().tail(before).or(predicates().tail(before)) {
            Some(length) => Pick::words([&left[left.len() - length..], right].concat()),
            None => ASK_ON,
        }
    }

    /// 取得亩产3000公斤的好收成: what was measured stands before.
    fn measured(&self) -> Answer {
        let measured = self.possessive && !self.sides.counts() && !self.bare;
        Pick::Left.if_so(measured && attributes().ends(&self.before))
    }

    /// 事项实现100%全程网办: what is so for all of them stands behind.
    fn share(&self) -> Answer {
        let (left, right) = (&self.sides.left, &self.sides.right);
        let whole = !right.is_empty() && right.len() == self.sides.words.right.len();
        if !(self.sides.share && whole && !self.possessive) {
            return ASK_ON;
        }
        if self.all_before.ends_with(&['实', '现']) {
            return Pick::words([left.as_slice(), right].concat());
        }
        // 实现执法人员100%持证上岗
        match self.before.strip_prefix(&['实', '现']).filter(|subject| subject.len() > 1) {
            Some(subject) => Pick::words([&left[left.len() - subject.len()..], right].concat()),
            None => ASK_ON,
        }
    }

    /// 税收12亿元的目标 is a target of what stands before, 超额完成78个的年度任务 only a task.
    fn task(&self) -> Answer {
        let (before, right) = (&self.before, &self.sides.right);
        if !is_task(self.sides.chars, right) {
            return ASK_ON;
        }
        // 超额完成年度4万平方米拆违任务
        let deed = before.strip_suffix(&['年', '度']).or(before.strip_suffix(&['全', '年'])).unwrap_or(before);
        let verb = verbs().is(deed);
        Pick::Right.if_so(verb || deed.ends_with(&['完', '成']) || right.len() > 2 && self.sides.counts())?;
        if !self.sides.counts() {
            // 下达1.2万亩造林任务 is a task, 总产量2万吨目标任务 a total.
            let set = verbs().ends(before);
            return Break(if set { Pick::Right } else { Pick::Left });
        }
        Pick::Left.if_so(self.possessive)
    }

    /// What stands before the number lists the things that are counted behind it.
    fn list(&self) -> Answer {
        let right = &self.sides.right;
        if !self.sides.lists {
            return ASK_ON;
        }
        Pick::Right.if_so(right.len() > usize::from(!self.sides.listed) + 1)?;
        let verb = verbs().head(&self.before).unwrap_or(0);
        Pick::words([&self.sides.left[..verb], right].concat())
    }
}

/// `扎实推进总投资`: where the name of what is told about the things counted begins, behind a verb that speaks of these.
fn trailing_attribute(letters: &[char]) -> Option<usize> {
    let length = attributes().tail(letters)?;
    let before = letters.len() - length;
    (before > 0 && verbs().is_before(letters, before)).then_some(before)
}

/// `超额完成78个的年度任务`: a task is called a task, however much of it was done.
fn is_task(chars: &[char], right: &[usize]) -> bool {
    const LONGEST: usize = 8;
    let letters = letters_of(chars, right);
    naming(Place::Task).ends(&letters) && letters.len() <= LONGEST
}

/// Whether words are nothing but such as name nothing; how many 台阶 there are, makes no name of them.
pub(super) fn is_bare(letters: &[char]) -> bool {
    let words = match letters {
        [number, '个', words @ ..] if numeral::digit(*number).is_some() => words,
        _ => letters,
    };
    naming(Place::Bare).is(words)
}
