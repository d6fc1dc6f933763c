//! Files that are locked without a password: anyone may read them, and few programs may change or print them.

use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

use super::Refusal;
use super::file::File;
use super::object::{Dictionary, Object};

/// What a password is filled up with; the empty one is nothing else.
const PAD: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00,
    0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

/// The bytes of a block of AES.
const BLOCK: usize = 16;

/// What opens a file.
pub struct Key {
    bytes: Vec<u8>,
    way: Way,
}

/// How a file is locked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Not at all.
    Open,
    Rc4,
    Aes128,
    Aes256,
}

impl Key {
    /// The key that the empty password gives; refused, if the file has another.
    pub fn of(file: &File, lock: &Dictionary) -> Result<Self, Refusal> {
        let number = |name: &str| Ok::<_, Refusal>(file.get(lock, name)?.number().unwrap_or(0.0) as i64);
        let bytes = |name: &str| Ok::<_, Refusal>(file.get(lock, name)?.string().unwrap_or_default().to_vec());
        let (version, revision) = (number("V")?, number("R")?);
        let way = match version {
            1..=3 => Way::Rc4,
            4 | 5 => filter(file, lock)?,
            _ => return Err(Refusal::PdfLocked),
        };
        let user = bytes("U")?;
        let key = if revision >= 5 {
            key_of_hash(&user, &bytes("UE")?, revision)
        } else {
            let ids = file.get(file.trailer(), "ID")?;
            let id = ids.array().and_then(|ids| ids.first()?.string()).unwrap_or_default();
            let length = if version == 1 { 5 } else { (number("Length")? / 8).clamp(5, 16) as usize };
            let length = if version == 4 { 16 } else { length };
            let is_open = matches!(lock.get("EncryptMetadata"), Object::Word(word) if word == b"false");
            let parts = [&bytes("O")?[..], &(number("P")? as i32).to_le_bytes(), id];
            key_of_pad(&parts.concat(), revision, length, is_open && revision >= 4)
                .filter(|key| opens(key, &user, id, revision))
        };
        Ok(Self { bytes: key.ok_or(Refusal::PdfLocked)?, way })
    }

    /// The bytes of an object, unlocked.
    pub fn open(&self, number: u32, bytes: &[u8]) -> Vec<u8> {
        let salt: &[u8] = if self.way == Way::Aes128 { b"sAlT" } else { b"" };
        let own = || {
            // The second edition of an object under one number has not been seen.
            let hash = Md5::digest([&self.bytes, &number.to_le_bytes()[..3], &[0, 0], salt].concat());
            hash[..(self.bytes.len() + 5).min(16)].to_vec()
        };
        match self.way {
            Way::Open => bytes.to_vec(),
            Way::Rc4 => rc4(&own(), bytes),
            Way::Aes128 => Aes128::new_from_slice(&own()).map_or_else(|_| Vec::new(), |aes| chained(&aes, bytes)),
            Way::Aes256 => Aes256::new_from_slice(&self.bytes).map_or_else(|_| Vec::new(), |aes| chained(&aes, bytes)),
        }
    }

    /// An object with its strings unlocked.
    pub fn open_object(&self, number: u32, object: Object) -> Object {
        match object {
            Object::String(bytes) => Object::String(self.open(number, &bytes)),
            Object::Array(values) => {
                Object::Array(values.into_iter().map(|value| self.open_object(number, value)).collect())
            }
            Object::Dictionary(dictionary) => Object::Dictionary(self.open_dictionary(number, dictionary)),
            object => object,
        }
    }

    /// A dictionary with its strings unlocked.
    pub fn open_dictionary(&self, number: u32, dictionary: Dictionary) -> Dictionary {
        let values = dictionary.0.into_iter().map(|(name, value)| (name, self.open_object(number, value)));
        Dictionary(values.collect())
    }
}

/// How streams are locked, by the filter that is named for them.
fn filter(file: &File, lock: &Dictionary) -> Result<Way, Refusal> {
    let name = file.get(lock, "StmF")?;
    let name = String::from_utf8_lossy(name.name().unwrap_or(b"Identity")).into_owned();
    let filter = file.inner(&file.inner(lock, "CF")?, &name)?;
    let method = file.get(&filter, "CFM")?;
    Ok(match method.name() {
        Some(b"V2") => Way::Rc4,
        Some(b"AESV2") => Way::Aes128,
        Some(b"AESV3") => Way::Aes256,
        _ => Way::Open,
    })
}

/// The key of files up to PDF 1.7.
fn key_of_pad(said: &[u8], revision: i64, length: usize, has_open_metadata: bool) -> Option<Vec<u8>> {
    let metadata: &[u8] = if has_open_metadata { &[0xff; 4] } else { &[] };
    let mut key = Md5::digest([&PAD, said, metadata].concat()).to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key[..length]).to_vec();
        }
    }
    key.truncate(length);
    Some(key)
}

/// Whether a key is that of the file.
fn opens(key: &[u8], user: &[u8], id: &[u8], revision: i64) -> bool {
    if revision < 3 {
        return rc4(key, &PAD) == user;
    }
    let mut hash = Md5::digest([&PAD, id].concat()).to_vec();
    for round in 0..20 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        hash = rc4(&key, &hash);
    }
    user.starts_with(&hash)
}

/// The key of files from PDF 2.0 on: it lies in the file, locked with a hash of the password.
fn key_of_hash(user: &[u8], locked: &[u8], revision: i64) -> Option<Vec<u8>> {
    let (hash, rest) = user.split_at_checked(32)?;
    let (check, salt) = (rest.get(..8)?, rest.get(8..16)?);
    if hash_of(check, revision) != hash {
        return None;
    }
    let aes = Aes256::new_from_slice(&hash_of(salt, revision)).ok()?;
    let key = chain(&aes, &[0; BLOCK], locked.get(..32)?);
    Some(key)
}

/// The hash of the empty password with a salt.
fn hash_of(salt: &[u8], revision: i64) -> Vec<u8> {
    const ROUNDS: usize = 64;
    let mut hash = Sha256::digest(salt).to_vec();
    if revision == 5 {
        return hash;
    }
    for round in 1.. {
        let mut mixed = hash.repeat(64);
        let Ok(aes) = Aes128::new_from_slice(&hash[..16]) else { break };
        let mut before = hash[16..32].to_vec();
        for block in mixed.chunks_exact_mut(BLOCK) {
            block.iter_mut().zip(&before).for_each(|(byte, before)| *byte ^= before);
            let Ok(block) = <&mut Array<u8, _>>::try_from(&mut *block) else { break };
            aes.encrypt_block(block);
            before = block.to_vec();
        }
        hash = match mixed[..16].iter().map(|byte| u32::from(*byte)).sum::<u32>() % 3 {
            0 => Sha256::digest(&mixed).to_vec(),
            1 => Sha384::digest(&mixed).to_vec(),
            _ => Sha512::digest(&mixed).to_vec(),
        };
        let last = usize::from(mixed.last().copied().unwrap_or(0));
        if round >= ROUNDS && last + 32 <= round {
            break;
        }
    }
    hash.truncate(32);
    hash
}

/// Unlocks blocks of which the first is where the chain begins, and the last is filled up.
fn chained<C: BlockCipherDecrypt>(aes: &C, bytes: &[u8]) -> Vec<u8> {
    let Some((first, rest)) = bytes.split_at_checked(BLOCK) else { return Vec::new() };
    let mut bytes = chain(aes, first, rest);
    let fill = bytes.last().map_or(0, |fill| usize::from(*fill));
    if fill <= BLOCK {
        bytes.truncate(bytes.len().saturating_sub(fill));
    }
    bytes
}

fn chain<C: BlockCipherDecrypt>(aes: &C, first: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut before = first;
    let mut open = Vec::with_capacity(bytes.len());
    for block in bytes.chunks_exact(BLOCK) {
        let Ok(mut unlocked) = Array::<u8, C::BlockSize>::try_from(block) else { break };
        aes.decrypt_block(&mut unlocked);
        open.extend(unlocked.iter().zip(before).map(|(byte, before)| byte ^ before));
        before = block;
    }
    open
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|at| at as u8);
    let mut other = 0_u8;
    for at in 0..256 {
        other = other.wrapping_add(state[at]).wrapping_add(key[at % key.len()]);
        state.swap(at, usize::from(other));
    }
    let (mut at, mut other) = (0_u8, 0_u8);
    let mut next = || {
        at = at.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(at)]);
        state.swap(usize::from(at), usize::from(other));
        state[usize::from(state[usize::from(at)].wrapping_add(state[usize::from(other)]))]
    };
    bytes.iter().map(|byte| byte ^ next()).collect()
}
