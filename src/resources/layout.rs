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
    pub(super) fn read(head: &'static str) -> Option<Block> {
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

/// The place that a line of a block tells of; more lines may follow.
pub(super) fn place_in(lines: &'static str, block: &Block) -> Option<Place> {
    let (Lines::Places(kind) | Lines::Nameless(kind)) = block.lines else { return None };
    let mut columns = lines.lines().next()?.split('\t');
    Some(Place { name: columns.next()?, kind, country: block.country, position: position(columns) })
}
