//! The laws of a reading, over texts that nobody wrote.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use gangmu::Memory;

use crate::laws::holds;
use crate::reports;

proptest! {
    // What fails is kept by hand, in `KEPT`: in wasm there is no file to keep it in.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn composed_text(text in composed()) {
        holds(&text);
    }

    #[test]
    fn composed_text_with_accidents(text in composed(), accidents in vec(accident(), 1..8)) {
        holds(&befallen(&text, &accidents));
    }

    #[test]
    fn reports_with_accidents(report in select(reports::ALL), accidents in vec(accident(), 1..12)) {
        holds(&befallen(report.text, &accidents));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_text_that_is_edited_reads_as_if_it_were_new(
        report in select(reports::ALL),
        edits in vec(vec(accident(), 1..3), 1..5),
    ) {
        let mut memory = Memory::default();
        let mut text = report.text.to_owned();
        for accidents in edits {
            prop_assert_eq!(gangmu::reread(&text, &mut memory), gangmu::read(&text));
            text = befallen(&text, &accidents);
        }
        prop_assert_eq!(gangmu::reread(&text, &mut memory), gangmu::read(&text));
    }
}

#[test]
fn only_what_an_edit_touches_is_read_again() {
    let paragraphs: Vec<String> =
        (0..200).map(|number| format!("云溪县办结案件{number}件，同比增长{number}%。\n")).collect();
    let text = paragraphs.concat();
    let mut memory = Memory::default();
    gangmu::reread(&text, &mut memory);
    assert_eq!(memory.fresh(), paragraphs.len());
    let edited = text.replacen("100件", "1001件", 1);
    let report = gangmu::reread(&edited, &mut memory);
    assert_eq!((memory.fresh(), report.metrics.len()), (1, 2 * paragraphs.len()));
    gangmu::reread(&edited, &mut memory);
    assert_eq!(memory.fresh(), 0);
}

#[test]
fn reports_as_they_are() {
    for report in reports::ALL {
        println!("{}", report.name);
        holds(report.text);
    }
}

/// Texts that once broke a law.
const KEPT: &[&str] = &[
    "",
    "\u{feff}",
    "\n",
    "\r",
    "一",
    "、",
    "一、",
    "１",
    "0",
    "\0",
    "（",
    "第",
    "\u{200f}1.",
    "完成率百分之0个百分点，千瓦时",
    "办结案件-0-1件，-七八件，-0—0万件",
    "办结案件1000000000000000000000000万成，-8000000000000000000000000万件",
    "办结三四成，新签约项目01/100%，01~02、3万件",
    "一、到账外资1亿\0美元，一、办结百\0分之0件",
    "\n1)第一责任人职责情况。\n（一）主要举措和成效。办结0件，。\n## （一）存在的不足和原因。",
    "缩短至112吨，其中：制造业项目3万个百分点，参考率和合格率均达十吨，\n同比增长0件以上新签约项目百分之0件。",
];

#[test]
fn texts_that_were_trouble() {
    KEPT.iter().for_each(|text| holds(text));
}

#[test]
fn a_sentence_that_is_cut_for_its_length_is_not_cut_inside_a_number() {
    for length in 1490..1510 {
        holds(&format!("{}办结案件1,234件，", "法".repeat(length)));
    }
}

/// A text of headings, sentences, figures, brackets and noise, in any order.
fn composed() -> impl Strategy<Value = String> {
    vec(prop_oneof![4 => sentence(), 3 => heading(), 1 => select(STRAYS).prop_map(str::to_owned)], 0..24)
        .prop_map(|pieces| pieces.concat())
}

fn heading() -> impl Strategy<Value = String> {
    (select(BREAKS), select(MARKERS), select(TITLES), select(ENDS))
        .prop_map(|(line, marker, title, end)| format!("{line}{marker}{title}{end}"))
}

fn sentence() -> impl Strategy<Value = String> {
    let clause =
        (select(SUBJECTS), figure(), select(TAILS)).prop_map(|(name, figure, tail)| name.to_owned() + &figure + tail);
    (vec(clause, 1..5), select(ENDS)).prop_map(|(clauses, end)| clauses.concat() + end)
}

fn figure() -> impl Strategy<Value = String> {
    let numeral = prop_oneof![
        any::<u16>().prop_map(|number| number.to_string()),
        (any::<u32>(), 0..100u32).prop_map(|(whole, part)| format!("{whole}.{part:02}")),
        any::<u8>().prop_map(|number| number.to_string().chars().map(full_width).collect()),
        "[一二三四五六七八九十百千万亿两〇零]{1,6}",
        "[0-9]{1,3}(,[0-9]{3}){1,2}",
        "[0-9]{1,40}",
        "[0-9]{1,3}[-－~—:：/][0-9]{1,3}",
    ];
    (select(BEFORE), numeral, select(SCALES), select(UNITS))
        .prop_map(|(before, numeral, scale, unit)| format!("{before}{numeral}{scale}{unit}"))
}

fn full_width(digit: char) -> char {
    char::from_u32(digit as u32 + 0xfee0).unwrap_or(digit)
}

/// What happens to a text on its way.
#[derive(Clone, Debug)]
enum Accident {
    Lost(Index, usize),
    Doubled(Index, usize),
    Moved(Index, usize, Index),
    Struck(Index, &'static str),
}

fn accident() -> impl Strategy<Value = Accident> {
    prop_oneof![
        (any::<Index>(), 1..30usize).prop_map(|(at, length)| Accident::Lost(at, length)),
        (any::<Index>(), 1..60usize).prop_map(|(at, length)| Accident::Doubled(at, length)),
        (any::<Index>(), 1..60usize, any::<Index>()).prop_map(|(at, length, to)| Accident::Moved(at, length, to)),
        (any::<Index>(), select(STRAYS)).prop_map(|(at, stray)| Accident::Struck(at, stray)),
    ]
}

fn befallen(text: &str, accidents: &[Accident]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for accident in accidents {
        let place = |index: &Index, among: &[char]| index.index(among.len() + 1);
        let piece = |index: &Index, length: usize| {
            let start = place(index, &characters);
            start..(start + length).min(characters.len())
        };
        match accident {
            Accident::Lost(at, length) => {
                let lost = piece(at, *length);
                characters.drain(lost);
            }
            Accident::Doubled(at, length) => {
                let doubled = piece(at, *length);
                let copy = characters[doubled.clone()].to_vec();
                characters.splice(doubled.end..doubled.end, copy);
            }
            Accident::Moved(at, length, to) => {
                let moved: Vec<char> = characters.drain(piece(at, *length)).collect();
                let to = place(to, &characters);
                characters.splice(to..to, moved);
            }
            Accident::Struck(at, stray) => {
                let at = place(at, &characters);
                characters.splice(at..at, stray.chars());
            }
        }
    }
    characters.into_iter().collect()
}

const BREAKS: &[&str] = &["\n", "\r\n", "\n\n", "\n　　", "\n    ", "", "\n\u{a0}\u{2002}", "\n## ", "\n**"];
const MARKERS: &[&str] = &[
    "一、",
    "二、",
    "三、",
    "十一、",
    "（一）",
    "(二)",
    "（三)",
    "1.",
    "2．",
    "3、",
    "（1）",
    "(2)",
    "1)",
    "①",
    "②",
    "一是",
    "二是",
    "第一，",
    "第二，",
    "首先，",
    "其次，",
    "第一章 ",
    "第二节　",
    "㈠",
    "⑴",
    "A.",
    "一．",
    "〔一〕",
    "第三条 ",
    "二〇二三、",
];
const TITLES: &[&str] = &[
    "主要工作举措和成效",
    "存在的不足和原因",
    "党政主要负责人履行推进法治建设第一责任人职责情况",
    "下一年度工作安排",
    "强化组织领导",
    "一二三产业融合",
    "",
    "坚持问题导向，压实“三个责任”",
];
const ENDS: &[&str] = &["。", "。\n", "\n", "；", "：", "，", "！\r\n", "", "。\n\n"];
const SUBJECTS: &[&str] = &[
    "全年办结行政复议案件",
    "新签约项目",
    "同比增长",
    "完成率",
    "位列全市第",
    "其中：制造业项目",
    "由原来的",
    "缩短至",
    "超额完成",
    "2023年，",
    "1-12月，",
    "累计投入资金",
    "参考率和合格率均达",
    "“一网通办”事项",
    "根据云政发〔2022〕12号文件，",
    "拨打12345热线",
    "（其中",
    "占",
    "比上年提高",
    "分别为",
    "第一时间",
    "等",
    "三次产业结构为",
];
const BEFORE: &[&str] = &["", "", "", "约", "近", "超", "不少于", "第", "共", "-", "百分之", "达到"];
const SCALES: &[&str] = &["", "", "", "万", "亿", "万亿", "余", "多", "余万", "千", "百"];
const UNITS: &[&str] = &[
    "件",
    "个",
    "元",
    "亿元",
    "%",
    "％",
    "‰",
    "个百分点",
    "平方公里",
    "人次",
    "倍",
    "位",
    "天",
    "吨",
    "年",
    "月",
    "",
    "课时/人次",
    "成",
    "分",
    "千瓦时",
    "批",
    "余份",
    "条",
];
const TAILS: &[&str] =
    &["，", "、", "（", "）", "；", "，其中", "和", "以上", "左右", "的任务", "以内", "", "。", "，同比下降", "）、"];
const STRAYS: &[&str] = &[
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{200f}",
    "\u{202e}",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    "　",
    "😀",
    "👨‍👩‍👧",
    "e\u{301}",
    "１２",
    "，",
    "。",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "##paidbegin##",
    "分享到：",
    "打印本页",
    "浏览次数：128",
    "字号：大 中 小",
    "[2]",
    "①",
    "<script>",
    "=1+1",
    "|",
    "**",
    "一",
    "十",
    "亿",
    "第",
    "1",
    ".",
    ",",
    "-",
    "/",
    "%",
    "\u{fffd}",
    "𠀀",
    "\u{2028}",
    "\u{85}",
    "1.2.3",
    "〇〇〇",
];
