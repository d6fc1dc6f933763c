use super::*;
use crate::cases;
use crate::text::lines;

fn read(text: &str) -> Vec<&str> {
    find(text, lines(text)).into_iter().map(|span| span.of(text)).collect()
}

#[test]
fn cases() {
    cases::hold(&[include_str!("cases.txt")], |text| read(text).join("\n"));
}

#[test]
fn an_index_table_with_its_values_in_columns_or_lines() {
    let text = "索 引 号：YX-01/2023-00012\t主题分类：法治\n发布机构：\n县司法局\n有效性：\n标题：云溪县2022年法治政府建设报告\n云溪县2022年法治政府建设报告\n一、成效\n好。";
    let noise = read(text);
    assert_eq!(noise.last(), Some(&"标题：云溪县2022年法治政府建设报告"));
    assert!(noise.contains(&"县司法局"), "{noise:?}");
}

#[test]
fn numbers_of_pages_inside_sentences() {
    let page = "人手少。".repeat(30);
    let text =
        format!("云溪县2022年工作总结\n2022年，好。\n1\n二、问题\n{page}\n人手少，编\n2\n制缺。{page}\n三、打算\n3");
    assert_eq!(read(&text), ["1", "2", "3"]);
}

#[test]
fn a_label_with_nothing_behind_it_takes_no_line_of_the_body() {
    for (below, taken) in [
        ("工作回顾\n2023年，我局修渠3公里。", None),
        ("县直各单位：\n2023年，我局修渠3公里。", None),
        ("县水务局\n2023年，我局修渠3公里。", Some("县水务局")),
        ("张三\n2023年，我局修渠3公里。", Some("张三")),
        ("水利要闻\n浏览次数：35\n2023年，我局修渠3公里。", Some("水利要闻")),
    ] {
        let text = format!("青禾县水务局2023年工作总结\n发布时间：2024-01-09\n来源：\n{below}\n一、成效\n好。");
        let noise = read(&text);
        assert_eq!(noise[..2], ["发布时间：2024-01-09", "来源："], "{text}");
        assert_eq!(noise.get(2).copied(), taken, "{text}");
    }
}
