//! Which parts of a report tell what is to be done.

use rustc_hash::FxHashMap;

use crate::language::{Sense, parts, senses};
use crate::metric::clause::predicate::is_inside_word;
use crate::outline::Outline;
use crate::report::{Metric, Part, Role, Section, Span};
use crate::text::{Marker, fold, is_space, parts_words, passed_on};

/// How much of a heading is looked at for what it announces.
const LONGEST_TITLE: usize = 30;

/// How many sections around one are asked whether they tell what is to be done.
const DEEPEST: usize = 12;

/// Which sections and paragraphs tell what is to be done.
pub struct Plans<'a> {
    text: &'a str,
    sections: &'a [Section],
    /// The year reported on: where the whole text is a plan, the year before.
    reported: Option<i32>,
    /// Whether the title says that the whole text is a plan.
    whole: bool,
    /// Whether the title says that it reports on the first half of a year.
    half: bool,
    /// For each section whether its title, its part or the section around it says so.
    titled: Vec<bool>,
    /// For each section the later year that its title, or that of the section around it, plans for.
    times: Vec<Option<Span>>,
    /// For each section whether its title says that it tells what was done.
    reviews: Vec<bool>,
    /// The sections, or the whole text, of which a paragraph says so of the sections below, and from where on.
    announced: FxHashMap<Option<usize>, usize>,
    /// The section whose own paragraphs tell it behind a colon, and from where on.
    listing: Option<(Option<usize>, usize)>,
}

impl<'a> Plans<'a> {
    /// The plans of a text.
    pub fn new(text: &'a str, outline: &'a Outline) -> Self {
        let sections = outline.sections.as_slice();
        let whole = outline.title.as_deref().is_some_and(is_plan);
        // The year of a plan is the one to come, unless it was told from the year reported on already.
        let named: Vec<char> = outline.title.iter().flat_map(|title| title.chars()).collect();
        let told = year_in(&named).is_some_and(|year| Some(year) == outline.year);
        let reported = outline.year.map(|year| if whole && told { year - 1 } else { year });
        // What stands before the sections of a text that calls itself a plan only there may tell how things are.
        let below = whole || decrees(text, sections);
        let mut titled: Vec<bool> = Vec::with_capacity(sections.len());
        let mut times: Vec<Option<Span>> = Vec::with_capacity(sections.len());
        let mut reviews: Vec<bool> = Vec::with_capacity(sections.len());
        let mut last_planned = false;
        let title_of = |section: &Section| -> Vec<char> {
            let mut title = Vec::with_capacity(LONGEST_TITLE);
            title.extend(folded(section.title.unwrap_or(section.lead).of(text)).take(LONGEST_TITLE));
            title
        };
        // The last section under each parent that calls itself a plan.
        let mut last_plan: FxHashMap<Option<usize>, usize> = FxHashMap::default();
        let mut plans: Vec<bool> = Vec::with_capacity(sections.len());
        for (at, section) in sections.iter().enumerate() {
            let title = title_of(section);
            let plan = section.part == Some(Part::Plans) || names_plan(&title) || is_later(&title, outline.year);
            plans.push(plan);
            if plan {
                last_plan.insert(section.parent, at);
            }
        }
        for (at, section) in sections.iter().enumerate() {
            let title = title_of(section);
            // 五、为民实事 before 六、2024年计划 tells what good was done.
            let follows = || last_plan.get(&section.parent).is_some_and(|&last| last > at);
            let deeds = title.ends_with(&['实', '事']) && !whole && !is_later(&title, outline.year) && follows();
            // Below 重点工作成效 even 合力攻坚增收目标 tells what was done.
            let account = section.parent.is_some_and(|parent| reviews[parent]);
            let says = plans[at]
                || !account && !deeds && senses(Sense::PlanEnd).ends(&title)
                || senses(Sense::Announcing).is(&title);
            // 二、今后五年目标任务 三、2022年重点工作: behind what is to be done a year has its tasks as well.
            let says = says || year_in(&title).is_some() && section.depth == 1 && last_planned;
            let other = section.part.is_some_and(|part| part != Part::Plans);
            let review = senses(Sense::Review).is_in(&title);
            let inherited = section.parent.map_or(below && !review, |parent| titled.get(parent) == Some(&true));
            // 工作总结和来年工作思路, 不足与下一步 tell both; each sentence says which.
            let both = review || section.title.is_some_and(|title| names_problems(title.of(text)));
            titled.push(!other && (says && !both || inherited));
            let own = later_year(text, section.title.unwrap_or(section.lead), outline.year);
            times.push(own.or_else(|| section.parent.and_then(|parent| times[parent])));
            reviews.push(review);
            if section.depth == 1 {
                last_planned = titled.last() == Some(&true);
            }
        }
        let half = outline.title.as_deref().is_some_and(is_of_half);
        Self {
            text,
            sections,
            reported,
            whole,
            half,
            titled,
            times,
            reviews,
            announced: FxHashMap::default(),
            listing: None,
        }
    }

    /// Whether the number of a section is the first.
    fn is_first(&self, section: usize) -> bool {
        Marker::at(self.sections[section].marker.of(self.text)).is_some_and(|marker| marker.number == 1)
    }

    /// The year reported on; where the whole text is a plan, the year before.
    pub fn reported(&self) -> Option<i32> {
        self.reported
    }

    /// A paragraph, or what of it stands before a section, says up to `end` that the sections below its own tell what is to be done, or,
    /// with a colon, what follows it.
    pub fn announce(&mut self, section: Option<usize>, end: usize) {
        self.announced.entry(section).or_insert(end);
        self.listing = Some((section, end));
        // 二是能力不强。 下一步打算 一是加强学习: numbers that begin anew beside the point above belong to what is announced.
        let first = self.sections.partition_point(|next| next.span.start < end);
        let depth = self.sections.get(first).map_or(0, |next| next.depth);
        let beside = section.is_some_and(|above| self.sections[above].depth == depth);
        if beside && !self.titled[first] && self.is_first(first) {
            let anew =
                |&at: &usize| self.sections[at].depth < depth || self.sections[at].depth == depth && self.is_first(at);
            let last = (first + 1..self.sections.len()).find(anew).unwrap_or(self.sections.len());
            self.titled[first..last].fill(true);
        }
    }

    /// A line that may be a heading without a number ends what the one before it announced.
    pub fn turn(&mut self, paragraph: &str) {
        const LONGEST: usize = 20;
        let line = paragraph.trim();
        let sentence = line.ends_with(['。', '；', ';', ':', '：', '，', ','])
            || line.contains(|letter: char| letter.is_ascii_digit());
        if !sentence && line.chars().nth(LONGEST).is_none() {
            self.listing = None;
        }
    }

    /// Whether words begin with the second half of the year, of which a report on the first tells what is to be done.
    pub fn looks_ahead(&self, words: &str) -> bool {
        self.half && words.trim_start().starts_with("下半年")
    }

    /// Whether what begins at `start` in a section tells what is to be done.
    pub fn hold(&self, section: Option<usize>, start: usize) -> bool {
        let listed = self.listing.is_some_and(|(of, from)| of == section && start >= from);
        listed || section.map_or(self.whole, |section| self.holds(section))
    }

    /// Tells those of the figures of a section that are to be reached, and of which its own words tell no time, the year that it plans for.
    pub fn tell(&self, section: Option<usize>, metrics: &mut [Metric]) {
        let Some(time) = section.and_then(|section| self.times[section]) else { return };
        let planned = |metric: &&mut Metric| matches!(metric.role, Role::Target | Role::Limit) && metric.why.planned;
        for metric in metrics.iter_mut().filter(planned).filter(|metric| metric.period.is_none()) {
            metric.period = Some(time.of(self.text).to_owned());
            metric.why.period = Some(time);
        }
    }

    /// Whether a section tells what is to be done.
    fn holds(&self, section: usize) -> bool {
        let around = std::iter::successors(Some(section), |&inner| self.sections[inner].parent);
        let announced = |inner: usize| {
            let section = &self.sections[inner];
            let from = self.announced.get(&section.parent);
            from.is_some_and(|&from| section.span.start >= from) && section.part.is_none_or(|part| part == Part::Plans)
        };
        // 一、上半年完成情况 tells what was done, whatever was announced above it.
        self.titled[section] || around.take(DEEPEST).take_while(|&inner| !self.reviews[inner]).any(announced)
    }
}

/// Whether a title says that the first half of a year is reported on: 2022年上半年工作总结, 1—6月经济运行情况.
fn is_of_half(title: &str) -> bool {
    ["上半年", "1-6月", "1—6月", "1－6月"].iter().any(|half| title.contains(half))
        || title.contains("半年工作") && !title.contains("下半年")
}

/// Whether a text says before its first section that it lays down what is to be done: 制定本方案, 提出如下意见.
fn decrees(text: &str, sections: &[Section]) -> bool {
    const FAR: usize = 2000;
    let Some(first) = sections.first() else { return false };
    let end = first.span.start;
    let start = text.floor_char_boundary(end.saturating_sub(FAR));
    let letters: Vec<char> = text[start..end].chars().filter(|letter| !letter.is_whitespace()).collect();
    senses(Sense::Decree).is_in(&letters)
}

/// Whether the title of a text says that all of it is a plan: 2015年目标任务, 关于下达目标任务的通知, but not 计划执行情况的报告.
fn is_plan(title: &str) -> bool {
    let title = passed_on(title);
    let title = title
        .strip_suffix(['）', ')'])
        .and_then(|title| title.rsplit_once(['（', '(']))
        .map_or(title, |(title, _)| title);
    let letters: Vec<char> = title.chars().collect();
    let ends = |sense| senses(sense).ends(&letters);
    let plan = ends(Sense::PlanEnd) || names_plan(&letters);
    plan && !ends(Sense::Account) && !senses(Sense::Review).is_in(&letters)
}

/// Whether a title names a plan, and not one that is said to be fulfilled: 主要预期目标提前实现.
fn names_plan(title: &[char]) -> bool {
    title.split(|&letter| matches!(letter, ',' | '，' | ' ' | '　') || ends_sentence(letter)).any(|clause| {
        // 一是向上争取资金，2023年目标任务10亿元，1—7月争取6亿元: that is how much the task was.
        let end = (0..clause.len()).find_map(|at| Some(at + senses(Sense::Plan).at(clause, at)?));
        let counted = |rest: &[char]| {
            let rest = rest.strip_prefix(&['是']).or(rest.strip_prefix(&['为'])).unwrap_or(rest);
            rest.first().is_some_and(char::is_ascii_digit)
        };
        end.is_some_and(|end| !counted(&clause[end..])) && !senses(Sense::Fulfilled).ends(clause)
    })
}

/// Whether a heading says that problems are told, whatever else: 不足与下一步.
pub fn names_problems(heading: &str) -> bool {
    parts().heading.first_in(heading, |_| true) == Some(&Part::Problems)
}

/// Whether a paragraph of a report on `year` says that what follows is to be done: `为实现上述目标，我们重点做好以下工作：`,
/// `2025年，我局将做好以下工作：`.
pub fn announces(paragraph: &str, year: Option<i32>) -> bool {
    const LONGEST: usize = 60;
    let line = paragraph.trim_end();
    if is_bare_heading(line) {
        return true;
    }
    // 执法人员偏少。下一步，一要加大培训
    if let Some(words) = line.strip_suffix(['，', ',']) {
        let last: Vec<char> = words.rsplit(ends_sentence).next().unwrap_or_default().chars().take(LONGEST).collect();
        return senses(Sense::Opening).is(&last);
    }
    let Some(closing) = line.chars().next_back().filter(|closing| matches!(closing, ':' | '：' | '。')) else {
        return false;
    };
    let words = &line[..line.len() - closing.len_utf8()];
    let words_of = words.trim_end_matches('”');
    if closing == '。' && !(words_of.ends_with("工作") || words_of.ends_with("实事")) {
        return false;
    }
    let tail: Vec<char> = words.chars().rev().take(LONGEST - 1).take_while(|&letter| !ends_sentence(letter)).collect();
    let tail: Vec<char> = tail.into_iter().rev().collect();
    let past = senses(Sense::Review).is_in(&tail) || senses(Sense::Done).is_in(&tail) || tail.contains(&'了');
    // 今年的主要目标任务是：
    let aims = closing != '。' && senses(Sense::Opening).is_in(&tail) && !tells_both(&tail) && !past;
    // 主要指标完成情况如下 has no 要 of its own.
    let will = |at: usize| {
        let modal = senses(Sense::Modal).at(&tail, at);
        modal.is_some_and(|length| !is_inside_word(&tail, at, length))
    };
    let later = || closing != '。' && !past && is_later(&tail, year) && (0..tail.len()).any(will);
    aims || senses(Sense::Announcing).is_in(&tail) || later()
}

/// Whether words say that an account follows before the plan they speak of: 现将主要工作及2023年工作计划报告如下.
fn tells_both(words: &[char]) -> bool {
    /// So many characters tell of what year the plan is.
    const YEAR: usize = 7;
    const LEAST: usize = 4;
    let plan = |words: &[char]| {
        [Sense::Opening, Sense::PlanEnd, Sense::Goal].into_iter().any(|sense| senses(sense).is_in(words))
    };
    let begins = |at: usize| (at..words.len().min(at + YEAR)).any(|at| senses(Sense::Opening).is_at(words, at));
    (LEAST..words.len())
        .find(|&at| matches!(words[at], '及' | '和' | '与' | '暨') && begins(at + 1))
        .is_some_and(|at| !plan(&words[..at]))
}

fn ends_sentence(character: char) -> bool {
    matches!(character, '。' | ';' | '；' | '!' | '！' | '?' | '？')
}

/// Whether a line is a heading without a number that says so: 主要目标. Below 不足与下一步 each sentence says which it tells.
fn is_bare_heading(line: &str) -> bool {
    const LONGEST: usize = 16;
    let line = line.trim();
    let ends = |sense| senses(sense).ends_text(line);
    // 下一步打算, 2026年预算草案
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    let letters: Vec<char> = line.chars().collect();
    let intends = || ends(Sense::PlanEnd) && (year_in(&letters).is_some() || senses(Sense::Plan).is_in(&letters));
    (ends(Sense::Plan) || ends(Sense::Goal) || intends())
        && !senses(Sense::Review).is_in(&letters)
        && !names_problems(line)
}

/// Whether a note begins with a year after the one reported on: `17.2023年十件实事：`.
pub fn names_later_year(note: &str, year: Option<i32>) -> bool {
    const LONGEST: usize = 12;
    let head: Vec<char> = folded(note).filter(|&letter| !is_space(letter)).take(LONGEST).collect();
    (0..head.len()).any(|at| at + 4 < head.len() && head[at + 4] == '年' && is_later(&head[at..at + 4], year))
}

/// The characters of words in one width, without marks that show nothing.
fn folded(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|&letter| !is_space(letter) || parts_words(letter)).map(fold)
}

/// Whether a title begins with a year after the one reported on.
fn is_later(title: &[char], year: Option<i32>) -> bool {
    year_in(title).zip(year).is_some_and(|(later, year)| later > year && later < year + 30)
}

/// The words for the year with which a title looks ahead, if it is after the one reported on: 2022年 of 2022年工作打算.
fn later_year(text: &str, title: Span, year: Option<i32>) -> Option<Span> {
    let words = title.of(text);
    let start = words.find(|letter: char| letter.is_ascii_digit())?;
    let end = start + words[start..].find('年')?;
    let later = words[start..end].parse().ok().zip(year).is_some_and(|(later, year): (i32, _)| later > year);
    (later && end - start == 4).then(|| Span::new(title.start + start, title.start + end + '年'.len_utf8()))
}

/// The year that is the first number of a title.
fn year_in(title: &[char]) -> Option<i32> {
    let digits: String = title
        .iter()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(|letter| letter.is_ascii_digit())
        .collect();
    digits.parse().ok().filter(|_| digits.len() == 4)
}
