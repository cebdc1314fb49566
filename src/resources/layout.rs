//! How the table of words is laid out: made by `cargo xtask words` from the lists, read at every start.
//!
//! ```text
//! #8                    a block: the classes of its words, in hexadecimal
//! abandon               a key (see `fold`)
//! #80002 m              men's titles
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
        let mut block = Block { classes: Classes::default(), gender: 0, country: "", lines: Lines::Keys };
        for column in columns {
            match column {
                "male" => block.gender = 1,
                "female" => block.gender = 2,
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
    // Lines are so short that looking at each byte is the quickest way to their ends.
    while let Some(length) = table.as_bytes()[start..].iter().position(|&byte| byte == b'\n') {
        match &block {
            _ if table.as_bytes()[start] == b'#' => {
                block = Block::read(&table[start + 1..start + length]);
                block.into_iter().for_each(|block| words.begin(block));
            }
            Some(block) if block.lines == Lines::Keys => words.add(start, length, block, 0),
            Some(block) => add(&mut words, start, &table[start..start + length], block),
            None => {}
        }
        start += length + 1;
    }
    words
}

/// Adds what a line of a block of places tells.
fn add(words: &mut Words, start: usize, line: &'static str, block: &Block) {
    let end = line.bytes().position(|byte| byte == b'\t').unwrap_or(line.len());
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
