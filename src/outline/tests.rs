use super::*;
use crate::{noise, text};

fn outline(source: &str) -> Outline {
    let lines = text::lines(source);
    let noise = noise::find(source, &lines);
    let paragraphs = text::paragraphs(source, &lines, &noise);
    read(source, &paragraphs, &noise, &text::Tables::find(source))
}

/// The outline of a text as an indented listing, and what is odd in it.
fn listing(source: &str) -> String {
    let outline = outline(source);
    let mut listing = String::new();
    for section in &outline.sections {
        let words =
            section.title.map_or_else(|| format!("~{}", section.lead.of(source)), |title| title.of(source).to_owned());
        listing += &format!("{}{} {words}\n", "  ".repeat(section.depth - 1), section.marker.of(source));
    }
    for finding in &outline.findings {
        listing += &format!("! {}\n", finding.message);
    }
    listing
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    let cases: Vec<&str> = include_str!("cases.txt").split("=== ").skip(1).collect();
    for case in &cases {
        let (name, rest) = case.split_once('\n').expect("a case has a name");
        let (source, expected) = rest.split_once("\n---\n").expect("a case has an outline");
        let read = listing(source);
        if read.trim_end() != expected.trim_end() {
            wrong.push(format!("{name}: expected\n{expected}\nbut read\n{read}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Title, issuer, year, day and sort as one line.
fn particulars(source: &str) -> String {
    let Outline { title, issuer, year, published, genre, .. } = outline(source);
    let or_none = |words: Option<String>| words.unwrap_or_else(|| "-".to_owned());
    [
        or_none(title),
        or_none(issuer),
        or_none(year.map(|year| year.to_string())),
        or_none(published),
        genre.as_str().to_owned(),
    ]
    .join(" | ")
}

#[test]
fn particulars_of_pages() {
    for (source, expected) in [
        (
            "首页\n公开\n云溪县司法局2022年度法治政府建设情况报告\n发布时间 : 2023-01-09 来源:司法局\n2022年，我局扎实推进。\n一、成效\n好。",
            "云溪县司法局2022年度法治政府建设情况报告 | 云溪县司法局 | 2022 | 2023-01-09 | law_based_government",
        ),
        (
            "云溪县人民政府\n关于2022年法治政府建设情况的报告\n云政〔2023〕3号\n市人民政府：\n现报告如下。\n一、成效\n好。\n云溪县人民政府\n2023年1月9日",
            "云溪县人民政府关于2022年法治政府建设情况的报告 | 云溪县人民政府 | 2022 | 2023-01-09 | law_based_government",
        ),
        (
            "政 府 工 作 报 告\n——2024年1月9日在云溪县第十八届人民代表大会第四次会议上\n云溪县人民政府县长 张 三\n各位代表：\n现在，我代表县人民政府报告工作。\n一、2023年工作回顾\n好。",
            "政府工作报告 | 云溪县人民政府 | 2023 | 2024-01-09 | work_report",
        ),
        (
            "2022年云溪县国民经济和社会发展统计公报\n云溪县统计局\n（2023年4月11日）\n2022年，全县攻坚克难。\n一、综合\n好。",
            "2022年云溪县国民经济和社会发展统计公报 | 云溪县统计局 | 2022 | 2023-04-11 | statistics",
        ),
        (
            "云溪市人民政府 2019年12月3日星期二\n无障碍\n临水区2023年政府信息公开工作年度报告\n来源：区政府办 发布时间：2024-01-28 09:18\n临水区2023年政府信息公开工作年度报告\n根据条例编制。\n一、总体情况\n好。",
            "临水区2023年政府信息公开工作年度报告 | 临水区 | 2023 | 2024-01-28 | openness",
        ),
        (
            "2022年以来，我局认真履职。现将2022年工作情况报告如下：\n一、工作总结\n好。\n二〇二二年十二月二十日",
            "- | - | 2022 | 2022-12-20 | summary",
        ),
        (
            "2023年，区招商服务中心扎实推进法治政府建设，现报告如下：\n一、做法\n好。",
            "- | 区招商服务中心 | 2023 | - | law_based_government",
        ),
        (
            "云溪县水务局2022年法治政府建设工作总结2022年以来，县水务局认真履职。一、成效。好。",
            "云溪县水务局2022年法治政府建设工作总结 | 云溪县水务局 | 2022 | - | law_based_government",
        ),
        (
            "全县林果产业实现新跨越\n2023年，全县林果产值增长8%，产量增长5%，面积比上年增加，价格同比下降。\n一、产量增长\n好。",
            "全县林果产业实现新跨越 | - | 2023 | - | statistics",
        ),
        (
            "今年以来云溪县各级各部门把法治政府建设放在突出位\n置抓紧抓实审查各类规范性文件四十余件提出修改意见\n一百二十条并为各乡镇各部门的依法决策当好参谋助手\n成效明显。",
            "- | - | - | - | law_based_government",
        ),
        (
            "政府工作报告\n——2024年1月9日在云溪市第六届人民代表大会第三次会议上\n市长 王 某\n各位代表：\n现在，我代表市人民政府报告工作。\n一、2023年工作回顾\n好。",
            "政府工作报告 | 云溪市人民政府 | 2023 | 2024-01-09 | work_report",
        ),
        (
            "**云溪县人民政府工作报告**\n\n云溪县县长 张三\n\n会议现场。本报记者 李四 摄\n\n各位代表：\n一、2023年工作回顾\n好。",
            "云溪县人民政府工作报告 | 云溪县人民政府 | 2023 | - | work_report",
        ),
        (
            "乡镇政府工作报告1\n01-16 15:29:25  浏览次数:419次  栏目:政府报告\n各位代表:\n现在，我代表镇人民政府报告工作。\n一、回顾\n好。",
            "乡镇政府工作报告1 | 镇人民政府 | - | - | work_report",
        ),
        (
            "**中华人民共和国**\n\n**2022年国民经济和社会发展统计公报**[1]\n\n国家统计局\n\n2023年2月28日\n\n2022年，稳中有进。\n一、综合\n好。",
            "中华人民共和国2022年国民经济和社会发展统计公报 | 国家统计局 | 2022 | 2023-02-28 | statistics",
        ),
        (
            "首页 商圈 资讯 云溪县:政府采购助推现代农业\n云溪县:政府采购助推现代农业\n发布时间：2023-04-02 发布人：\n去年，全县种植大户增收。",
            "云溪县:政府采购助推现代农业 | - | 2023 | 2023-04-02 | other",
        ),
        (
            "2023年,市交通局在市委、市政府的正确领导下,完成投资30亿元。\n推进项目建设\n好。",
            "- | 市交通局 | 2023 | - | summary",
        ),
        (
            "2015年底，省政府办公厅印发办法。近期，我厅进行了梳理。截至2017年12月，覆盖率67%。2017年，投入资金2亿元。现将情况通报如下：\n一、情况\n好。",
            "- | - | 2017 | - | summary",
        ),
        (
            "云溪县人力资源和社会保障局2023年政府信息公开工作年度报告根据《条例》第五十条规定，编制本报告。一、总体情况好。",
            "云溪县人力资源和社会保障局2023年政府信息公开工作年度报告 | 云溪县人力资源和社会保障局 | 2023 | - | openness",
        ),
        (
            "云溪县水务局2022年法治政府建设工作总结\r2022年，我局认真履职。\r一、成效\r好。\r云溪县水务局\r2023年1\r月6日",
            "云溪县水务局2022年法治政府建设工作总结 | 云溪县水务局 | 2022 | 2023-01-06 | law_based_government",
        ),
        (
            "1—10月份，全市工业增加值增长3%，同比加快，产量增长5%，利润下降2%。\n· 2022年10月份统计月报 2022-11-22",
            "- | - | 2022 | 2022-11-22 | statistics",
        ),
        (
            "国民经济和社会发展计划执行情况及计划草案的报告\n时间:2022-03-27 10:17:00\n各位代表:\n受县人民政府委托，现将2021年计划执行情况提请审议，增长5%，同比增长，下降3%，增长2%。\n一、情况\n好。",
            "国民经济和社会发展计划执行情况及计划草案的报告 | 县人民政府 | 2021 | 2022-03-27 | other",
        ),
        (
            "您的位置：首页 > 总结 > 县应急管理局2023年工作总结供借鉴\n县应急管理局2023年工作总结供借鉴2023年，县应急管理局有序推进。一、成效。好。",
            "县应急管理局2023年工作总结供借鉴 | 县应急管理局 | 2023 | - | summary",
        ),
        (
            "长溪镇法治建设情况报告及方案长溪镇法治建设情况报告及方案县政府:根据要求，长溪镇有序推进。\n一、成效\n好。",
            "长溪镇法治建设情况报告及方案 | 长溪镇 | - | - | law_based_government",
        ),
        (
            "关于云溪县2022年国民经济和社会发展计划\n执行情况与2023年国民经济和社会发展\n计划草案的报告\n——2023年1月5日在云溪县第十八届人民代表大会第二次会议上\n云溪县发展和改革局\n各位代表：\n好。\n一、情况\n好。",
            "关于云溪县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告 | 云溪县发展和改革局 | 2022 | 2023-01-05 | other",
        ),
        (
            "云溪省人民政府办公厅转发省地震局\n关于1997年地震趋势和加强防震减灾\n工作意见报告的通知\n云政办发〔1997〕2号\n各市、县人民政府：\n现转发给你们。\n云溪省人民政府办公厅\n一九九七年二月四日",
            "云溪省人民政府办公厅转发省地震局关于1997年地震趋势和加强防震减灾工作意见报告的通知 | 云溪省人民政府办公厅 | 1997 | 1997-02-04 | other",
        ),
        (
            "农业农村局 2020 年工作总结和 2021 年\n工作重点\n今年以来，我局好。\n一、成效\n好。",
            "农业农村局2020年工作总结和2021年工作重点 | 农业农村局 | 2020 | - | summary",
        ),
        (
            "2018政府工作报告\n2017年是本届政府任期的第一年。市政府认真贯彻落实上级部署。",
            "2018政府工作报告 | 市政府 | 2017 | - | work_report",
        ),
        (
            "二〇二二年云溪县政府信息公开工作年度报告\n好。",
            "二〇二二年云溪县政府信息公开工作年度报告 | 云溪县 | 2022 | - | openness",
        ),
        (
            "【年度总结】云溪县应急管理局2022年工作总结\n好。",
            "【年度总结】云溪县应急管理局2022年工作总结 | 云溪县应急管理局 | 2022 | - | summary",
        ),
        (
            "2022年，县司法局紧紧围绕县委、县政府中心工作履职。现将法治政府建设情况报告如下：\n一、成效\n好。",
            "- | 县司法局 | 2022 | - | law_based_government",
        ),
        (
            "我市农村经济稳步发展 2014年，全市农村经济增长5%，同比增长，下降3%，增长2%。一、粮食 增产。",
            "我市农村经济稳步发展 | - | 2014 | - | statistics",
        ),
        (
            "桂云发〔2006〕17 号　　 各市、县：　　 现就有关问题通知如下：　　 一、安置 好。　　 云溪自治区人民政府　　 二ＯＯ六年三月十四日",
            "- | 云溪自治区人民政府 | 2006 | 2006-03-14 | other",
        ),
        (
            "财政部关于2015年预算执行情况与2016年预算草案的报告\n——2016年3月5日在全国人民代表大会会议上\n各位代表：\n好。",
            "财政部关于2015年预算执行情况与2016年预算草案的报告 | 财政部 | 2015 | 2016-03-05 | other",
        ),
        (
            "2019年云溪省民政事业发展统计公报\n一、综合\n好。\n云溪省民政厅\n2020年5月1日",
            "2019年云溪省民政事业发展统计公报 | 云溪省民政厅 | 2019 | 2020-05-01 | statistics",
        ),
        (
            "云溪县防汛抗旱指挥部关于做好工作的紧急通知\n各乡镇：\n好。",
            "云溪县防汛抗旱指挥部关于做好工作的紧急通知 | 云溪县防汛抗旱指挥部 | - | - | other",
        ),
        ("", "- | - | - | - | other"),
        ("今天天气很好。", "- | - | - | - | other"),
    ] {
        assert_eq!(particulars(source), expected, "{source}");
    }
}

/// How many places tell each statutory part.
fn parts(source: &str) -> Option<[usize; 4]> {
    let parts = outline(source).parts?;
    Some([&parts.achievements, &parts.problems, &parts.first_responsible, &parts.plans].map(Vec::len))
}

#[test]
fn statutory_parts_are_told_by_headings_else_by_sentences() {
    let title = "云溪镇2022年法治政府建设年度报告\n";
    for (body, expected) in [
        (
            "一、主要举措和成效\n好。\n二、主要负责人履职情况\n好。\n三、存在的不足和原因\n少。\n四、下一年度主要安排\n干。",
            [1, 1, 1, 1],
        ),
        ("一、工作开展情况\n好。\n二、存在的问题及下一步打算\n少。", [1, 1, 0, 1]),
        (
            "一、加强组织领导\n镇党委扎实推进法治政府建设。党政主要负责人履行推进法治建设第一责任人职责，听取汇报。\n下一步，我镇将继续努力。",
            [2, 0, 1, 1],
        ),
        ("一、抓学习\n成立由主要领导任组长的小组，压实安全生产第一责任人职责。", [0, 0, 0, 0]),
        ("一、2022年主要工作及成效\n好。\n二、2023年主要工作\n干。\n三、2022年工作打算的落实\n好。", [2, 0, 0, 1]),
        (
            "一、工作亮点\n好。\n二、困难和挑战\n少。\n三、“一把手”履行法治建设职责情况\n好。\n四、2023年工作思路\n干。",
            [1, 1, 1, 1],
        ),
        ("一、抓执法\n主要负责同志亲自部署依法行政工作。", [0, 0, 1, 0]),
        ("一、成效\n主要领导每季度研究法治工作。虽有进步，但仍存在执法不严等问题。", [1, 1, 1, 0]),
    ] {
        assert_eq!(parts(&format!("{title}{body}")), Some(expected), "{body}");
    }
    assert_eq!(parts("云溪镇2022年工作总结\n一、成效\n好。"), None);
}

#[test]
fn hostile_text_is_read_for_what_it_is() {
    for unit in [
        "（",
        "“一、",
        "一、",
        "（一）",
        "一是，",
        "1.",
        "##a",
        "<!--",
        "注：",
        "2023年",
        "来源：",
        "\u{feff}\r\n",
        "\u{202e}①",
    ] {
        let source = unit.repeat(2_000);
        let outline = outline(&source);
        assert!(outline.sections.iter().all(|section| section.span.contains(section.heading)), "{unit}");
    }
}
