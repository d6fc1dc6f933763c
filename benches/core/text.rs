//! A report of any length, invented, and the same every time.

/// Headings, prose without figures and prose with them, about as real reports mix them. `#` is a figure to fill in.
const PARAGRAPHS: [&str; 12] = [
    "（#）持续优化营商环境。推行一窗受理、集成服务，全年受理各类政务服务事项#件，办结#件，办结率达#%，群众满意度保持在较高水平。",
    "全县上下坚持问题导向，压实工作责任，完善协调机制，推动各项任务落地见效，基层治理能力稳步提升，干部队伍作风持续好转。",
    "#.加强行政执法监督。组织案卷评查#次，抽查案卷#份，发现问题#个，已全部整改到位；办理行政复议案件#件，其中维持#件、撤销#件、终止#件。",
    "要进一步提高思想认识，把法治建设摆在全局工作的重要位置，与经济社会发展同部署、同推进、同督促、同考核、同奖惩。",
    "全年实现地区生产总值#.#亿元，比上年增长#.#%；完成固定资产投资#.#亿元，同比下降#.#%；社会消费品零售总额#.#亿元。",
    "（#）健全公共法律服务体系。建成乡镇公共法律服务站#个，配备法律顾问#名，开展法治宣传#余场次，发放资料#万余份，受教育群众约#人次。",
    "各部门主动适应新形势新要求，深入基层开展调查研究，广泛听取企业和群众的意见建议，不断改进工作方法，切实转变工作作风。",
    "一是强化源头治理。排查矛盾纠纷#起，调解成功#起，调解成功率#.#%，涉及金额#万元。二是强化过程管控，办理时限由原来的#天缩短至#天。",
    "虽然取得了一定成绩，但对照上级要求和群众期盼，仍存在执法力量不足、宣传形式单一、个别单位重视不够等问题，需要在今后工作中加以解决。",
    "#.推进重点项目建设。#个亿元以上项目开工，完成年度投资#亿元，占计划的#.#%，新增城镇就业#人，转移农村劳动力#万人。",
    "新建高标准农田#万亩，粮食总产量#.#万吨；改造老旧小区#个、惠及居民#户；新改扩建学校#所，新增学位#个。",
    "下一步，将继续深化改革创新，补齐短板弱项，凝聚各方力量，努力开创云溪县各项事业高质量发展新局面。",
];

/// The first `size` bytes, or a few less to end on a character.
pub fn report(size: usize) -> String {
    let mut numbers = Numbers(1);
    let mut text = String::from("云溪县2023年法治政府建设工作情况报告\n");
    let mut chapter = 0;
    while text.len() < size {
        let number = numbers.below(100);
        if number < 5 {
            const ORDINALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];
            text += &format!("{}、全面推进各项重点任务\n", ORDINALS[chapter % ORDINALS.len()]);
            chapter += 1;
        }
        for piece in PARAGRAPHS[number % PARAGRAPHS.len()].split_inclusive('#') {
            match piece.strip_suffix('#') {
                Some(words) => text += &format!("{words}{}", 1 + numbers.below(980)),
                None => text += piece,
            }
        }
        text.push('\n');
    }
    text.truncate(text.floor_char_boundary(size));
    text
}

/// Numbers without a pattern, by the constants of Knuth's MMIX.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
