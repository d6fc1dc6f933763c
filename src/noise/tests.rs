use super::*;
use crate::text::lines;

fn read(text: &str) -> Vec<&str> {
    find(text, &lines(text)).into_iter().map(|span| span.of(text)).collect()
}

#[test]
fn menus_labels_and_buttons_around_a_report() {
    let text = "首页\n走 进 云溪\n政务公开\n云溪县司法局2022年度法治政府建设情况报告\n发布时间：2023-01-09 10:20 来源：县司法局 浏览次数：35\n字体：【大 中 小】\n2022年，我局扎实推进。\n一、成效\n审查文件5件。\n云溪县司法局\n2023年1月6日\n【打印】 【关闭】\n上一篇：一则通知\n版权所有：云溪县人民政府\n电话12345";
    assert_eq!(
        read(text),
        [
            "首页",
            "走 进 云溪",
            "政务公开",
            "发布时间：2023-01-09 10:20 来源：县司法局 浏览次数：35",
            "字体：【大 中 小】",
            "【打印】 【关闭】",
            "上一篇：一则通知",
            "版权所有：云溪县人民政府",
            "电话12345"
        ]
    );
}

#[test]
fn a_page_on_one_line() {
    let text = "您的位置： 首页 > 公开 > 年报 云溪县水务局2021年工作总结 时间：2022-01-12 08:30 微信 微博 2021年，县水务局抓建设。一、成效。修渠3公里。 云溪县水务局 2022年1月10日 来源：县水务局 附件下载 2021年总结.docx";
    assert_eq!(
        read(text),
        [
            "您的位置： 首页 > 公开 > 年报",
            "时间：2022-01-12 08:30 微信 微博",
            "来源：县水务局 附件下载 2021年总结.docx"
        ]
    );
}

#[test]
fn a_label_that_touches_the_title() {
    let text = "云溪县2022年国民经济和社会发展统计公报发布日期：2023-04-01\n2022年，全县稳中有进。";
    assert_eq!(read(text), ["发布日期：2023-04-01"]);
}

#[test]
fn an_index_table_with_its_values_in_columns_or_lines() {
    let text = "索 引 号：YX-01/2023-00012\t主题分类：法治\n发布机构：\n县司法局\n有效性：\n标题：云溪县2022年法治政府建设报告\n云溪县2022年法治政府建设报告\n一、成效\n好。";
    let noise = read(text);
    assert_eq!(noise.last(), Some(&"标题：云溪县2022年法治政府建设报告"));
    assert!(noise.contains(&"县司法局"), "{noise:?}");
}

#[test]
fn marks_inside_a_sentence_and_page_numbers() {
    let text = "一、成效\n工作##freebegin##有序推进&nbsp;。\n- 12 -\n第 3 页 共 9 页\n完成5件。##freeend##";
    assert_eq!(read(text), ["##freebegin##", "&nbsp;", "- 12 -", "第 3 页 共 9 页", "##freeend##"]);
}

#[test]
fn the_report_itself_is_no_furniture() {
    for text in [
        "云溪县人民政府文件\n云政发〔2023〕5号\n云溪县人民政府关于2022年法治政府建设情况的报告\n市人民政府：\n现报告如下。",
        "# 二级标题\n数据来源：县统计局。\n作者在文中说。\n- 12\n小\n完成任务。",
        "一、时间安排\n时间紧任务重。\n云溪县司法局\n2023年1月9日",
        "来源于群众，服务于群众。",
        "",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}
