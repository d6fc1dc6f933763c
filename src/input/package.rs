//! The archive that a Word file is: parts by their names.

use std::cell::Cell;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive, ZipVerification, crc32};
use rustc_hash::FxHashMap;

use super::{LARGEST, Refusal};

/// An archive in memory.
pub struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// Its parts by their names in small letters: Windows cares for no other.
    parts: FxHashMap<String, Part>,
    /// How many bytes may still be unpacked.
    left: Cell<usize>,
}

struct Part {
    at: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    is_locked: bool,
}

impl<'a> Package<'a> {
    /// Looks at what is in an archive; nothing is unpacked yet.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let damaged = |_| Refusal::Damaged;
        let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
        let mut parts = FxHashMap::default();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(damaged)? {
            let name = String::from_utf8_lossy(entry.file_path().as_ref()).replace('\\', "/").to_lowercase();
            let part = Part {
                at: entry.wayfinder(),
                method: entry.compression_method(),
                is_locked: entry.flags().is_encrypted(),
            };
            parts.insert(name, part);
        }
        Ok(Self { archive, parts, left: Cell::new(LARGEST) })
    }

    /// Whether there is a part that is called so, or a folder with parts if the name ends with a stroke.
    pub fn has(&self, name: &str) -> bool {
        let is_folder = name.ends_with('/');
        self.parts.keys().any(|part| if is_folder { part.starts_with(name) } else { part == name })
    }

    /// The text of a part, in UTF-8; none if there is no such part.
    pub fn part(&self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(part) = self.parts.get(&name.to_lowercase()) else { return Ok(None) };
        if part.is_locked {
            return Err(Refusal::Locked);
        }
        let entry = self.archive.get_entry(part.at).map_err(|_| Refusal::Damaged)?;
        let content = match part.method {
            CompressionMethod::STORE if entry.data().len() > self.left.get() => return Err(Refusal::TooLarge),
            CompressionMethod::STORE => entry.data().to_vec(),
            CompressionMethod::DEFLATE => inflate(entry.data(), self.left.get())?,
            _ => return Err(Refusal::Damaged),
        };
        self.left.set(self.left.get() - content.len());
        let found = ZipVerification { crc: crc32(&content), uncompressed_size: content.len() as u64 };
        entry.claim_verifier().valid(found).map_err(|_| Refusal::Damaged)?;
        let text = String::from_utf8(content).map_err(|_| Refusal::Damaged)?;
        Ok(Some(text))
    }
}

fn inflate(packed: &[u8], limit: usize) -> Result<Vec<u8>, Refusal> {
    decompress_to_vec_with_limit(packed, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Refusal::TooLarge,
        _ => Refusal::Damaged,
    })
}
