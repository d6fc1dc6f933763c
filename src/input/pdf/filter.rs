//! How streams are packed.

use miniz_oxide::inflate::{
    DecompressError, TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};

use super::Refusal;
use super::lexer::{hexadecimal, is_space};
use super::object::Dictionary;

/// Unpacks bytes by the way of a name, to no more than a limit; none if the way is unknown, as those of pictures are.
pub fn unpack(way: &[u8], packed: &[u8], settings: &Dictionary, limit: usize) -> Result<Option<Vec<u8>>, Refusal> {
    let bytes = match way {
        b"FlateDecode" | b"Fl" => unpredicted(inflate(packed, limit)?, settings),
        b"ASCII85Decode" | b"A85" => ascii85(packed),
        b"ASCIIHexDecode" | b"AHx" => {
            let end = packed.iter().position(|byte| *byte == b'>').unwrap_or(packed.len());
            hexadecimal(&packed[..end])
        }
        b"Crypt" => packed.to_vec(),
        _ => return Ok(None),
    };
    if bytes.len() > limit { Err(Refusal::TooLarge) } else { Ok(Some(bytes)) }
}

/// Of what is damaged as much as can be had.
fn inflate(packed: &[u8], limit: usize) -> Result<Vec<u8>, Refusal> {
    let salvage = |error: DecompressError| match error.status {
        TINFLStatus::HasMoreOutput => Err(Refusal::TooLarge),
        _ => Ok(error.output),
    };
    let bytes = decompress_to_vec_zlib_with_limit(packed, limit).or_else(salvage)?;
    // Some programs forget the two bytes in front.
    if bytes.is_empty() { decompress_to_vec_with_limit(packed, limit).or_else(salvage) } else { Ok(bytes) }
}

/// Rows of bytes, each told by how it differs from the one above or from itself.
fn unpredicted(bytes: Vec<u8>, settings: &Dictionary) -> Vec<u8> {
    let setting = |name: &str, usual: usize| settings.get(name).count().unwrap_or(usual);
    let size = setting("Colors", 1).saturating_mul(setting("BitsPerComponent", 8)).div_ceil(8).clamp(1, 64);
    let width = setting("Columns", 1).saturating_mul(size);
    if setting("Predictor", 1) < 10 || width == 0 || width > bytes.len() {
        return bytes;
    }
    let mut rows: Vec<u8> = Vec::with_capacity(bytes.len());
    for row in bytes.chunks(width + 1) {
        let (kind, row) = (row[0], &row[1..]);
        let begin = rows.len();
        for (at, byte) in row.iter().enumerate() {
            let left = if at >= size { rows[begin + at - size] } else { 0 };
            let up = if begin >= width { rows[begin + at - width] } else { 0 };
            let corner = if at >= size && begin >= width { rows[begin + at - width - size] } else { 0 };
            let guess = match kind {
                1 => left,
                2 => up,
                3 => u16::midpoint(u16::from(left), u16::from(up)) as u8,
                4 => nearest(left, up, corner),
                _ => 0,
            };
            rows.push(byte.wrapping_add(guess));
        }
    }
    rows
}

/// Which of three bytes is nearest to what their slope foretells, as PNG has it.
fn nearest(left: u8, up: u8, corner: u8) -> u8 {
    let foretold = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |byte: u8| (foretold - i16::from(byte)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}

fn ascii85(packed: &[u8]) -> Vec<u8> {
    let end = packed.iter().position(|byte| *byte == b'~').unwrap_or(packed.len());
    let mut bytes = Vec::with_capacity(end / 5 * 4);
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in packed[..end].iter().filter(|byte| !is_space(**byte)) {
        match byte {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            bytes.extend(four(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let count = group.len() - 1;
        group.resize(5, 84);
        bytes.extend(&four(&group)[..count]);
    }
    bytes
}

fn four(group: &[u8]) -> [u8; 4] {
    group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(u32::from(*digit))).to_be_bytes()
}
