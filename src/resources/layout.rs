//! How the table of words is laid out: made by `cargo xtask words` from the lists, read at every start.
//!
//! ```text
//! #8                    a block: the classes of its words, in hexadecimal
//! abandon               a key (see `fold`)
//! #8 +                  the same for phrases of several words
//! according to
//! #20000 male           men's titles
//! mr.
//! #30 c GB              cities of Great Britain: places are written as they are shown,
//! London\t5151\t-13     and may tell where they lie, in hundredths of a degree
//! #40 =                 other names of places,
//! holland\t168          each with the number of its place in this file
//! #- r US               places that have no key of their own
//! Georgia\t3290\t-8330
//! ```

use super::classes::Classes;
use super::places::{Place, position};
use super::words::Words;
use crate::document::entities::PlaceKind;

/// What the lines of a block have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub(super) classes: Classes,
    /// 1 for men, 2 for women.
    pub(super) gender: u8,
    pub(super) country: &'static str,
    pub(super) lines: Lines,
    /// Whether its lines are phrases of several words.
    pub(super) phrases: bool,
}

/// What the lines of a block are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Words and phrases that are no place.
    Keys,
    /// Other names of places.
    OtherNames,
    /// Places of a kind.
    Places(PlaceKind),
    /// Places whose name is that of something else.
    Nameless(PlaceKind),
}

/// The letter of each kind of place.
pub(super) const KINDS: [(char, PlaceKind); 6] = [
    ('n', PlaceKind::Country),
    ('r', PlaceKind::Region),
    ('c', PlaceKind::City),
    ('f', PlaceKind::Facility),
    ('w', PlaceKind::Water),
    ('o', PlaceKind::Other),
];

impl Block {
    fn read(head: &'static str) -> Option<Block> {
        let mut columns = head.split(' ');
        let classes = columns.next()?;
        let mut block =
            Block { classes: Classes::default(), gender: 0, country: "", lines: Lines::Keys, phrases: false };
        for column in columns {
            match column {
                "male" => block.gender = 1,
                "female" => block.gender = 2,
                "+" => block.phrases = true,
                "=" => block.lines = Lines::OtherNames,
                country if country.len() == 2 => block.country = country,
                letter => {
                    let (_, kind) = *KINDS.iter().find(|(known, _)| letter.starts_with(*known))?;
                    block.lines = Lines::Places(kind);
                }
            }
        }
        match (u32::from_str_radix(classes, 16), block.lines) {
            (Ok(bits), _) => block.classes = Classes::from_bits(bits),
            (_, Lines::Places(kind)) => block.lines = Lines::Nameless(kind),
            _ => {}
        }
        Some(block)
    }
}

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

/// The place that a line of a block tells of; more lines may follow.
pub(super) fn place_in(lines: &'static str, block: &Block) -> Option<Place> {
    let (Lines::Places(kind) | Lines::Nameless(kind)) = block.lines else { return None };
    let mut columns = lines.lines().next()?.split('\t');
    Some(Place { name: columns.next()?, kind, country: block.country, position: position(columns) })
}
