//! A backup: one file that holds every document, and the reader's own names and labels.
//!
//! ```text
//! Galley backup⏎  1       what it is, and the form of the file
//! length  bytes  sum      a record, as often as there are any
//! 0                       the end, so that a file cut short is known for one
//! ```
//!
//! Lengths are four bytes and sums eight, the smaller first. A record is written and forgotten before the next one is
//! made, so that a large library needs little memory; it is read as a whole, for nothing of a broken file is taken in.

use crate::protocol::{decode, encode};
use crate::text::checksum;
use serde::{Deserialize, Serialize};

/// A record of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// A document.
    Document {
        /// Its id where it was kept.
        id: String,
        /// The names of its parts, as the browser keeps them, and their bytes.
        parts: Vec<(String, Vec<u8>)>,
    },
    /// The reader's own names as they were written, and the lines of the own labels.
    Names(String),
}

/// Why a file brings nothing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is another file.
    NoBackup,
    /// A newer version of Galley made it.
    Newer,
    /// It is cut short, or its bytes are not those that were written.
    Broken,
}

impl Trouble {
    /// What the reader is told.
    pub fn sentence(self) -> &'static str {
        match self {
            Trouble::NoBackup => {
                "That file is no backup of Galley’s. Nothing was brought in, and nothing here has changed."
            }
            Trouble::Newer => {
                "A newer version of Galley made that backup. Reload the page to use it; nothing here has changed."
            }
            Trouble::Broken => {
                "That backup is damaged, or did not arrive whole. Nothing was brought in, and nothing here has changed."
            }
        }
    }
}

const MAGIC: &[u8] = b"Galley backup\n";
const FORM: u8 = 1;

/// What a backup begins with.
pub fn beginning() -> Vec<u8> {
    [MAGIC, &[FORM]].concat()
}

/// A record as it stands in a backup.
pub fn record(record: &Record) -> Vec<u8> {
    let bytes = encode(record);
    // Nobody has a document of four gigabytes: an article has ten megabytes at most.
    let length = bytes.len() as u32;
    let sum = checksum(&bytes);
    [&length.to_le_bytes()[..], &bytes, &sum.to_le_bytes()].concat()
}

/// What a backup ends with.
pub fn end() -> Vec<u8> {
    vec![0; 4]
}

/// The records of a backup, if every one of them is whole.
pub fn read(bytes: &[u8]) -> Result<Vec<Record>, Trouble> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(Trouble::NoBackup)?;
    match rest.split_first() {
        Some((&FORM, rest)) => records(rest).ok_or(Trouble::Broken),
        Some((&form, _)) if form > FORM => Err(Trouble::Newer),
        _ => Err(Trouble::Broken),
    }
}

fn records(mut rest: &[u8]) -> Option<Vec<Record>> {
    let mut found = Vec::new();
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        if length == 0 {
            return after.is_empty().then_some(found);
        }
        let (bytes, after) = after.split_at_checked(length)?;
        let (sum, after) = after.split_first_chunk::<8>()?;
        if checksum(bytes) != u64::from_le_bytes(*sum) {
            return None;
        }
        found.push(decode(bytes)?);
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str) -> Record {
        let parts = vec![("article".into(), vec![3, 1, 4]), ("line".into(), Vec::new())];
        Record::Document { id: id.into(), parts }
    }

    fn backup(records: &[Record]) -> Vec<u8> {
        let records: Vec<u8> = records.iter().flat_map(record).collect();
        [beginning(), records, end()].concat()
    }

    #[test]
    fn what_was_put_in_comes_out() {
        let records = [document("a"), Record::Names("Ada Quist = PERSON".into()), document("b")];
        assert_eq!(read(&backup(&records)), Ok(records.into()));
        assert_eq!(read(&backup(&[])), Ok(Vec::new()));
    }

    #[test]
    fn a_backup_of_the_first_version_is_read() {
        // A record of eight bytes: a document "a" with one part, "x", of one byte.
        let bytes = [0, 1, b'a', 1, 1, b'x', 1, 7];
        let sum = checksum(&bytes).to_le_bytes();
        let file = [&b"Galley backup\n\x01"[..], &[8, 0, 0, 0], &bytes, &sum, &[0; 4]].concat();
        let parts = vec![("x".into(), vec![7])];
        assert_eq!(read(&file), Ok(vec![Record::Document { id: "a".into(), parts }]));
    }

    #[test]
    fn a_file_cut_anywhere_brings_nothing_in() {
        let whole = backup(&[document("a"), document("b")]);
        for length in 0..whole.len() {
            let expect = if length < MAGIC.len() { Trouble::NoBackup } else { Trouble::Broken };
            assert_eq!(read(&whole[..length]), Err(expect), "{length} bytes");
        }
        let longer = [&whole[..], &[1]].concat();
        assert_eq!(read(&longer), Err(Trouble::Broken));
    }

    #[test]
    fn a_changed_byte_is_noticed_wherever_it_stands() {
        let whole = backup(&[document("a"), document("b")]);
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x40;
            assert!(read(&changed).is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_newer_form_and_another_file_are_told_apart() {
        let mut newer = backup(&[document("a")]);
        newer[MAGIC.len()] = FORM + 1;
        assert_eq!(read(&newer), Err(Trouble::Newer));
        assert_eq!(read(b"{\"galley\": 1}"), Err(Trouble::NoBackup));
        assert_eq!(read(b""), Err(Trouble::NoBackup));
    }
}
