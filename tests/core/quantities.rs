//! Every way to write a quantity, in `tests/quantities.txt`.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use gangmu::report::Quantity;

const TABLE: &str = include_str!("../quantities.txt");

#[test]
fn every_quantity_is_read_as_written() {
    let mut lines = 0;
    for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let text = line.split(" | ").next().unwrap_or(line);
        let read: Vec<String> =
            std::iter::once(text.to_owned()).chain(gangmu::quantities(text).iter().map(|it| shown(it, text))).collect();
        assert_eq!(read.join(" | "), line);
        lines += 1;
    }
    assert!(lines > 50, "tests/quantities.txt has {lines} lines");
}

/// `原文 = 值 单位 类别 约数`
fn shown(quantity: &Quantity, text: &str) -> String {
    let low = quantity.low.map(|low| format!("{}–", low.normalize())).unwrap_or_default();
    let value = quantity.value.normalize();
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let kind = quantity.kind.map(|kind| kind.as_str()).unwrap_or_default();
    let words = format!("{} = {low}{value} {unit} {kind} {}", quantity.span.of(text), quantity.qualifier.as_str());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
