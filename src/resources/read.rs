//! The table of words, read line by line from where it lies laid out.

use super::layout::{Block, Lines};
use super::words::Words;

/// Reads a table.
pub(super) fn read(table: &'static str) -> Words {
    let mut words = Words::of(table);
    let mut block = None;
    let mut start = 0;
    while let Some(end) = find(b'\n', table.as_bytes(), start) {
        match &block {
            _ if table.as_bytes()[start] == b'#' => {
                block = Block::read(&table[start + 1..end]);
                block.into_iter().for_each(|block| words.begin(block));
            }
            Some(block) if block.lines == Lines::Keys => words.add(start, end - start, block, 0),
            Some(block) => add(&mut words, start, &table[start..end], block),
            None => {}
        }
        start = end + 1;
    }
    words
}

/// Where a byte stands next, from a place on: eight bytes a step, as lines are short.
#[inline]
fn find(byte: u8, bytes: &[u8], from: usize) -> Option<usize> {
    const ONES: u64 = u64::MAX / 0xff;
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        // The lowest zero of these has its highest bit set, and no byte before it has.
        let differing = u64::from_le_bytes(*eight) ^ (ONES * u64::from(byte));
        let zeros = differing.wrapping_sub(ONES) & !differing & (ONES << 7);
        if zeros != 0 {
            return Some(at + zeros.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    bytes.get(at..)?.iter().position(|&other| other == byte).map(|place| at + place)
}

/// Adds what a line of a block of places tells.
fn add(words: &mut Words, start: usize, line: &'static str, block: &Block) {
    let end = find(b'\t', line.as_bytes(), 0).unwrap_or(line.len());
    let (name, rest) = (&line[..end], line.get(end + 1..).unwrap_or_default());
    match block.lines {
        Lines::OtherNames => words.add(start, end, block, rest.parse().unwrap_or(0)),
        Lines::Places(_) => {
            let place = words.add_place(start);
            words.add_folded(name, block, place);
        }
        Lines::Nameless(_) | Lines::Keys => drop(words.add_place(start)),
    }
}
