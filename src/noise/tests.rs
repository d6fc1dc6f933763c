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
fn days_without_a_label_and_buttons_no_table_knows() {
    let text = "下载\n打印\n全屏\n云溪县2022年法治政府建设工作报告\n2023-01-18 10:22 来源：县政府办\n分享：\n2022年，全县扎实推进。\n一、成效\n好。\n云溪县司法局\n2023年1月6日\n》》点击图片进入专题《《\n分享到微信\n×";
    assert_eq!(
        read(text),
        [
            "下载",
            "打印",
            "全屏",
            "2023-01-18 10:22 来源：县政府办",
            "分享：",
            "》》点击图片进入专题《《",
            "分享到微信",
            "×"
        ]
    );
    let text = "云溪县2022年法治政府建设工作报告\n2023年02月10日 07时41分\n来源:\n县政府办\n阅读356次\n2022年，好。";
    assert_eq!(read(text), ["2023年02月10日 07时41分", "来源:", "县政府办", "阅读356次"]);
}

#[test]
fn a_path_that_leads_to_the_title_and_lists_of_other_pages() {
    let text = "首页 公开 云溪县林果产业跨越发展\n云溪县林果产业跨越发展\n发布时间：2023-05-12\n好。\n- 2022年10月统计月报 2022-11-22\n地址：云溪路1号  邮编：399000\n主办：云溪县政府\n闽ICP备05012345号";
    assert_eq!(
        read(text),
        [
            "首页 公开 云溪县林果产业跨越发展",
            "发布时间：2023-05-12",
            "- 2022年10月统计月报 2022-11-22",
            "地址：云溪路1号  邮编：399000",
            "主办：云溪县政府",
            "闽ICP备05012345号"
        ]
    );
}

#[test]
fn style_sheets_and_what_a_word_processor_leaves() {
    let text = "云溪县2022年工作总结 11MicrosoftInternetExplorer402DocumentNotSpecified7.8 磅Normal0 @font-face{ font-family:\"宋体\"; } p.MsoNormal{ margin:0pt; text-align:justify; } 2022年，完成投资{含续建}5亿元。";
    assert_eq!(
        read(text),
        [
            "11MicrosoftInternetExplorer402DocumentNotSpecified7.8 磅Normal0 @font-face{ font-family:\"宋体\"; } p.MsoNormal{ margin:0pt; text-align:justify; }"
        ]
    );
}

#[test]
fn links_above_the_report_do_not_swallow_it() {
    let text = "云溪县2022年工作总结 微信 微博 全真版 文字版 相关链接： --> 云溪县2022年工作总结 2022年，好。";
    assert_eq!(read(text), ["微信 微博 全真版 文字版 相关链接： -->"]);
}

#[test]
fn the_report_itself_is_no_furniture() {
    for text in [
        "云溪县人民政府文件\n云政发〔2023〕5号\n云溪县人民政府关于2022年法治政府建设情况的报告\n市人民政府：\n现报告如下。",
        "# 二级标题\n数据来源：县统计局。\n作者在文中说。\n- 12\n小\n完成任务。",
        "一、时间安排\n时间紧任务重。\n云溪县司法局\n2023年1月9日",
        "来源于群众，服务于群众。",
        "云溪县2022年工作总结\n一、计划\n（一）抓学习。（责任处室：办公室）\n联系人：张三 联系电话：12345678\n云溪县司法局\n2023年1月9日",
        "> 2022年3月5日县人民代表大会批准\n**云溪县第十四个五年规划纲要**\n一、总则\n好。",
        "——2024年1月9日在云溪县人民代表大会会议上\n**政府工作报告**\n各位代表：\n好。",
        "一、成效\n网站建设不断完善。\n热门景区增加5个，党政机关带头示范。",
        "",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}
