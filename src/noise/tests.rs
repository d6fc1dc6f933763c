use super::*;
use crate::text::lines;

fn read(text: &str) -> Vec<&str> {
    find(text, lines(text)).into_iter().map(|span| span.of(text)).collect()
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
    let text = "云溪县2022年工作报告\n2023年02月10日来源:县政府办\n2022年，好。";
    assert_eq!(read(text), ["2023年02月10日来源:县政府办"]);
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
fn an_index_table_without_colons() {
    let text = "首     页 政 务 公 开 走 进 云 溪\n索   引   号 20191202-1 分        类 其他; 市水务局\n发 布 机 构 市水务局 发 文 日 期 2019-01-29\n名        称 云溪市水务局2018年工作总结\n云溪市水务局2018年工作总结\n2018年，好。";
    assert_eq!(
        read(text),
        [
            "首     页 政 务 公 开 走 进 云 溪",
            "索   引   号 20191202-1 分        类 其他; 市水务局",
            "发 布 机 构 市水务局 发 文 日 期 2019-01-29",
            "名        称 云溪市水务局2018年工作总结"
        ]
    );
    // A word alone is no label.
    assert_eq!(read("名称\n云溪市水务局2018年工作总结\n2018年，好。"), ["名称"]);
    assert_eq!(read("主题\n县水务局扎实推进\n2018年，好。"), [""; 0]);
}

#[test]
fn the_value_of_a_label_may_have_several_words_and_the_title_several_lines() {
    let text = "索 引 号：\t01/2004-9\t主题分类：\t其他\n标　　题：\t云溪县人民政府关于办理情况的函\n主 题 词：\t经济　考察　函\n\n云溪县人民政府\n关于办理情况的函\n县委：\n好。";
    assert_eq!(
        read(text),
        [
            "索 引 号：\t01/2004-9\t主题分类：\t其他",
            "标　　题：\t云溪县人民政府关于办理情况的函",
            "主 题 词：\t经济　考察　函"
        ]
    );
}

#[test]
fn a_bracket_that_a_page_cut_off_hides_no_label() {
    let text = "当前位置： 首页政务公开青禾县财政局其他文件（其他应公开的政府信息 索 引 号： QH-2023-6 主题分类： 无 发布日期：2023-04-13 青禾县财政局2022年法治工作情况 无 来源：青禾县财政局 时间：2023-04-13 17:15 一、突出引领，推动学习（一）抓学习。深入宣传。（二）抓培训。好。二、打算。好。";
    assert_eq!(
        read(text),
        [
            "当前位置： 首页政务公开青禾县财政局其他文件（其他应公开的政府信息 索 引 号： QH-2023-6 主题分类： 无 发布日期：2023-04-13",
            "来源：青禾县财政局 时间：2023-04-13 17:15"
        ]
    );
}

#[test]
fn a_page_run_together_without_spaces() {
    let text = "首页政务公开通知公告云溪县水务局2022年法治政府建设工作报告发布时间：2023-01-12来源：县水务局浏览次数：35字体：大中小2022年，县水务局认真履职。一、成效。好。";
    assert_eq!(read(text), ["首页政务公开通知公告", "发布时间：2023-01-12来源：县水务局浏览次数：35字体：大中小"]);
    assert_eq!(read("乡镇政务公开工作总结\n好。"), [""; 0]);
    assert_eq!(read("2022年，我局公开时间：3天内答复，责任部门：办公室。好。"), [""; 0]);
}

#[test]
fn a_path_and_labels_that_touch_the_title() {
    let text = "首页>政务公开>法治政府建设云溪县司法局2022年度法治政府建设年度报告来源：县司法局发布时间：2023-01-1209:35字体：[大中小]打印关闭2022年，县司法局认真履职。一、成效。好。";
    assert_eq!(
        read(text),
        ["首页>政务公开>法治政府建设", "来源：县司法局发布时间：2023-01-1209:35字体：[大中小]打印关闭"]
    );
    let text = "您现在的位置是：首页\n>\n政务公开\n>\n年度总结\n云溪县水务局2022年工作总结\n2022年，好。";
    assert_eq!(read(text), ["您现在的位置是：首页", ">", "政务公开", ">", "年度总结"]);
}

#[test]
fn counts_of_visits_and_a_day_in_brackets() {
    let text = "云溪县水务局2022年工作总结 [ 2023-01-05 ] 访问：356次\n来源：县水务局 | 发布时间：2023-01-05 | 1234 次浏览 | 分享到:\n2023/1/5 9:30:12  阅读(356)  评论(0)\n2022年，好。\n一、成效\n关注12万人次，浏览量35万次。\n356次浏览";
    assert_eq!(
        read(text),
        [
            "[ 2023-01-05 ] 访问：356次",
            "来源：县水务局 | 发布时间：2023-01-05 | 1234 次浏览 | 分享到:",
            "2023/1/5 9:30:12  阅读(356)  评论(0)",
            "356次浏览"
        ]
    );
}

#[test]
fn strokes_between_buttons_below_a_report() {
    let text = "云溪县2022年工作总结\n一、成效\n好。\n分享到：新浪微博 | 微信 | QQ好友\n本文作者：王某";
    assert_eq!(read(text), ["分享到：新浪微博 | 微信 | QQ好友", "本文作者：王某"]);
}

#[test]
fn names_of_sites_datelines_and_turned_pages() {
    let text = "云溪县2022年政府工作报告\n云溪县政府门户网站　www.yunxi.gov.cn　　 2023年03月15日 12时05分　　 来源：新华社\n文件已失效\n- 20.63 KB\n新华社云溪３月１５日电\n各位代表：\n一、回顾\n修路5公里，（下转第四版）（紧接第一版）建桥3座。\n本报告所称本报业集团讯息台有5个。";
    assert_eq!(
        read(text),
        [
            "云溪县政府门户网站　www.yunxi.gov.cn　　 2023年03月15日 12时05分　　 来源：新华社",
            "文件已失效",
            "- 20.63 KB",
            "新华社云溪３月１５日电",
            "（下转第四版）（紧接第一版）"
        ]
    );
}

#[test]
fn what_a_site_says_of_a_model_text() {
    let text = "2022年乡镇法治政府建设工作总结\n【导语】法治建设是大事。以下是小编为大家整理的工作总结，欢迎阅读！\n【正文】\n2022年，我镇抓建设。\n一、成效\n好。\n以上就是全部内容，希望能帮到大家！";
    assert_eq!(
        read(text),
        ["【导语】", "以下是小编为大家整理的工作总结，欢迎阅读！", "【正文】", "以上就是全部内容，希望能帮到大家！"]
    );
    // What a body writes itself is no such sentence.
    let text = "云溪县2022年工作总结\n一、成效\n【以案释法】编印案例12个。统筹缩小编制差距，为大家办实事，欢迎群众参与。\n好。";
    assert_eq!(read(text), [""; 0]);
}

#[test]
fn what_sites_of_documents_add() {
    let text = "欢迎来到某某文库\nID:3112\n大小:59.68 KB\n《交通局年终总结.doc》由会员上传分享，免费在线阅读。\n  1. 1、下载文档前请自行甄别内容的完整性，平台不提供服务。\n1、交通局年终总结2023年，全市交通工作有序推进，围绕大交通体系的目标，周密组织，精心安排，在真抓中发展，在实干中先行，扎实推进工程建设，完成了年度各项工作任务，为交通转型发展起好步，开好局，全市交通面貌有了新的变化，群众出行更加便捷，运输能力不断增强，安全形势保持平稳，行业管理更加规范，队伍素质不断提高，完成货运周转量38\n2、.4亿吨公里，推进第3页共12页重点工程建设。\n本文共5073字，仅供会员学习（会员可打开全部文档）\n初到新人请【点此注册】加入会员";
    assert_eq!(
        read(text),
        [
            "欢迎来到某某文库",
            "ID:3112",
            "大小:59.68 KB",
            "《交通局年终总结.doc》由会员上传分享，免费在线阅读。",
            "  1. 1、下载文档前请自行甄别内容的完整性，平台不提供服务。",
            "1、",
            "2、",
            "第3页共12页",
            "本文共5073字，仅供会员学习（会员可打开全部文档）",
            "初到新人请【点此注册】加入会员"
        ]
    );
    // Points of a list are no sheets.
    assert_eq!(read("1、抓学习，抓宣传\n2、抓落实。\n3、抓监督。"), [""; 0]);
}

#[test]
fn a_page_on_one_line_is_not_furniture_though_it_begins_as_furniture_does() {
    let text =
        "欢迎来到云溪 云溪县水务局抓建设 2021年，县水务局修渠3公里。一、成效。建站两座，打井五口。二、打算。继续努力。";
    assert_eq!(read(text), ["欢迎来到云溪 云溪县水务局抓建设"]);
    let text = "2015年云溪国民经济执行情况与2016年云溪 发布日期：2016-06-02 浏览次数：3 2015年，好。";
    assert_eq!(read(text), ["发布日期：2016-06-02 浏览次数：3"]);
}

#[test]
fn numbers_of_pages_and_running_heads_inside_sentences() {
    let text = "云溪县2022年工作总结\n一、成效\n新增就业500人，其中主动\n云溪县2022年工作总结\n- 1 -\n创业80人。\n二、问题\n人手少。\n云溪县2022年工作总结\n- 2 -";
    assert_eq!(
        read(text),
        ["云溪县2022年工作总结\n- 1 -", "云溪县2022年工作总结\n- 2 -"]
            .map(|pair| pair.split('\n').collect::<Vec<_>>())
            .concat()
    );
    let page = "人手少。".repeat(30);
    let text =
        format!("云溪县2022年工作总结\n2022年，好。\n1\n二、问题\n{page}\n人手少，编\n2\n制缺。{page}\n三、打算\n3");
    assert_eq!(read(&text), ["1", "2", "3"]);
    // Cells of a table count on, too.
    assert_eq!(read("一、成效\n序号\n1\n县医院，城关\n2\n中医院，城北\n好。"), [""; 0]);
}

#[test]
fn the_end_of_an_article_of_a_reader_on_the_telephone() {
    let text =
        "云溪县2023年统计公报\n2023年，好。\n来源 | 云溪统计\n编辑 | 张三\n微信扫一扫\n关注该公众号\n阅读 1234 赞 在看";
    assert_eq!(read(text), ["来源 | 云溪统计", "编辑 | 张三", "微信扫一扫", "关注该公众号", "阅读 1234 赞 在看"]);
    // A row of a table has more strokes.
    assert_eq!(read("2023年，好。\n备注 | 中央级 | 3 |"), [""; 0]);
}

#[test]
fn the_name_of_the_page_and_the_names_of_other_reports() {
    let text = "青禾县人民政府-2016年上半年主要工作目标管理情况自查报告\n2016年上半年主要工作目标管理情况自查报告\n2016年，好。\n一、成效\n修渠3公里。\n2023年青禾县统计公报\n2022 2022年青禾县统计公报\n2021 青禾县2021年统计公报";
    assert_eq!(
        read(text),
        [
            "青禾县人民政府-2016年上半年主要工作目标管理情况自查报告",
            "2023年青禾县统计公报",
            "2022 2022年青禾县统计公报",
            "2021 青禾县2021年统计公报"
        ]
    );
    // What is attached has a number, and who speaks is no entry of a menu.
    let text = "2023年1月5日在青禾县人民代表大会会议上 青禾县县长 张三\n首页\n青禾县2023年政府工作报告\n各位代表：\n一、成效\n好。\n附件：\n1.青禾县2022年统计公报\n2.青禾县2021年统计公报\n3.青禾县2020年统计公报";
    assert_eq!(read(text), ["首页"]);
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

#[test]
fn steps_of_a_path_slogans_and_who_wrote() {
    let text = "当前位置: 首页\n>政务频道 >政务公开 >本局文件\n凝心聚力抓水利 砥砺前行谱新篇\n青禾县水务局2023年工作总结\n2023年，好。";
    assert_eq!(read(text), ["当前位置: 首页", ">政务频道 >政务公开 >本局文件"]);
    let text = "青禾县投资增长\n本报讯（记者 张三 通讯员 李四）2023年，青禾县完成投资3亿元。";
    assert_eq!(read(text), ["本报讯（记者 张三 通讯员 李四）"]);
    let text =
        "青禾县投资增长\n2023年，青禾县完成投资3亿元。\n张三在大会上讲话。青禾日报记者 李四\n全县新聘记者 王五等3人。";
    assert_eq!(read(text), ["张三在大会上讲话。青禾日报记者 李四"]);
    let text = "青禾县水务局2023年工作总结\n2024-01-15 09:20 | 来源: 县水务局 | 阅读量: 123 次 | 关闭窗口\n【打印本页】 【推荐给朋友】 【收藏此页】\n2023年，好。";
    assert_eq!(
        read(text),
        ["2024-01-15 09:20 | 来源: 县水务局 | 阅读量: 123 次 | 关闭窗口", "【打印本页】 【推荐给朋友】 【收藏此页】"]
    );
}

#[test]
fn a_page_run_together_whose_path_the_title_touches() {
    let text = "首页新闻中心政务公开青禾概况当前位置：首页政务公开部门工作总结青禾县水务局2023年工作报告来源：县水务局发布时间：2024-01-15浏览：12次2023年，县水务局好。一、成效。好。";
    assert_eq!(
        read(text),
        [
            "首页新闻中心政务公开青禾概况当前位置：首页政务公开部门工作总结",
            "来源：县水务局发布时间：2024-01-15浏览：12次"
        ]
    );
}

#[test]
fn what_is_printed_over_a_text() {
    let text = "下载后可任意编辑青禾县2022年工作总结2022年，修渠，第 1 页 共 9 页下载后可任意编辑3公里，出台《##_FORMAT_LT_##建设纲要##_FORMAT_GT_##》。";
    assert_eq!(
        read(text),
        ["下载后可任意编辑", "第 1 页 共 9 页下载后可任意编辑", "##_FORMAT_LT_##", "##_FORMAT_GT_##"]
    );
    let text = "青禾县水务局工作总结\n文档分类：办公文档 | 页数：约12页  举报非法文档有奖\n一、修渠\n好。（未完，全文共980字，当前显示310字）";
    assert_eq!(
        read(text),
        ["文档分类：办公文档 | 页数：约12页  举报非法文档有奖", "（未完，全文共980字，当前显示310字）"]
    );
    assert_eq!(read("县局编辑简报12期，群众下载后可随时查阅。## 一 ##"), [""; 0]);
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
        "一、成效\n好。\n加强公众号管理，组织下载和学习。\n打击侵权，保护版权\n（一）做好文档归档和版权登记",
        "一、成效\n网站建设不断完善。\n热门景区增加5个，党政机关带头示范。",
        "",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}
