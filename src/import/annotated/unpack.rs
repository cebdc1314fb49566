//! Zips: what they hold, as long as it is no bomb.

use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that is unpacked of one zip, in bytes.
const MOST: u64 = 40 << 20;
/// The most files that a zip may hold.
const MOST_FILES: usize = 2_000;

/// A zip in memory. Nothing of it is ever written to a disk, so the paths it names lead nowhere.
pub struct Zip<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Zip<'b> {
    /// Opens a zip; in a sentence why it cannot.
    pub fn open(bytes: &'b [u8]) -> Result<Self, String> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| "this zip is damaged and cannot be opened")?;
        if archive.len() > MOST_FILES {
            return Err(format!("this zip holds {} files, more than any article has", archive.len()));
        }
        Ok(Zip { archive, left: MOST })
    }

    /// The names of the files it holds.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.archive.file_names().flatten().map(|name| name.into_owned())
    }

    /// The text of a file; none where there is no such file.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        let Ok(file) = self.archive.by_name(name) else { return Ok(None) };
        // What a zip says of its sizes may be a lie: what comes out is counted.
        let mut bytes = Vec::with_capacity(file.size().min(self.left) as usize + 1);
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|_| format!("“{name}” in this zip is damaged"))?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or("this zip unpacks to more than 40 MB, too much for one article")?;
        String::from_utf8(bytes).map(Some).map_err(|_| format!("“{name}” in this zip is not in UTF-8"))
    }
}

/// Whether bytes are a zip.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}
