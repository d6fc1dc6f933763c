//! PDF files made of any bytes.

use gangmu::input::{self, encoding};

/// The way in for PDF files: objects and operators in any order, the objects packed and not, and a file but for some accidents.
pub fn pdf(bytes: &[u8]) {
    let known: Vec<&str> = PDF.split('|').collect();
    let pieces =
        |bytes: &[u8]| bytes.iter().map(|byte| known[usize::from(*byte) % known.len()]).collect::<Vec<_>>().join(" ");
    let (before, contents) = bytes.split_at(bytes.len() / 3);
    let stream = |dictionary: &str, contents: &str| {
        format!("<<{dictionary}/Length {}>>stream\n{contents}\nendstream\nendobj\n", contents.len())
    };
    let font = "/Type/Font/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[<</CIDSystemInfo<</Ordering(GB1)>>>>]";
    let mut file = "%PDF-1.7\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R 2 0 R]>>endobj\n".to_owned();
    file += "3 0 obj<</Type/Page/Contents[5 0 R 8 0 R]/Resources<</Font<</F 4 0 R>>/XObject<</F 6 0 R>>>>>>endobj\n";
    file += &format!("4 0 obj<<{font}/ToUnicode 7 0 R>>endobj\n5 0 obj{}", stream("", &pieces(contents)));
    file += &format!("6 0 obj{}", stream("/Subtype/Form", &pieces(contents)));
    file += &format!("7 0 obj{}", stream("", &pieces(before)));
    file += &format!("9 0 obj{}trailer<</Root 1 0 R>>", stream("/Type/ObjStm/N 9/First 9", &pieces(before)));
    if let Ok(text) = input::read(file.as_bytes(), encoding::decode) {
        assert!(!text.trim().is_empty());
    }
    let mut damaged = file.into_bytes();
    for pair in bytes.chunks_exact(2).take(8) {
        let at = usize::from(u16::from_le_bytes([pair[0], pair[1]])) % damaged.len();
        damaged[at] ^= pair[0] | 1;
    }
    let _ = input::read(&damaged, encoding::decode);
    let _ = input::read(&[b"%PDF-", bytes].concat(), encoding::decode);
}

/// What content streams, tables of fonts and lists of objects are made of, each behind a stroke.
const PDF: &str = "BT|ET|/F 12 Tf|1 0 0 1 72 700 Tm|0 1 -1 0 90 90 Tm|0 -20 Td|0 -20 TD|T*|(12) Tj|<b0ecbcfe> Tj|(12) '|1 2 (12) \"|\
    [(1) -200 <b0ec> 900 (2)] TJ|q|Q|2 0 0 2 9 9 cm|/F Do|/F gs|9 Tc|9 Tw|50 Tz|20 TL|5 Ts|/S <</ActualText <feff7532>>> BDC|/S BMC|EMC|\
    72 690 200 40 re|72 700 m|300 700 l|h|S|f|n|BI /W 1 ID|EI|<<|>>|[|]|(|)|<|>|/|%|\n|-1|99999999999|4 0 R|endobj|endstream|10 3|\
    beginbfrange <00> <ff> <7532> endbfrange|1 begincodespacerange <00> <ffff> endcodespacerange|beginbfchar <b0ec> <7532> endbfchar";
