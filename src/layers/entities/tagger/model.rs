//! The trained tables, unpacked once from the file beside the code.
//!
//! ```text
//! "GTG2"                         4 bytes
//! shift                          1 byte: a weight of 1 counts 1/2^shift; 128 more where it reads twice
//! transitions                    17 × 17 bytes, i8
//! confidence                     4 kinds × 24 margins, in 1/250
//! classes                        u32 count; gaps of sorted hashes (varints); classes (low bytes, high bits)
//! rows                           u32 count; gaps of sorted addresses (varints); per row a 17-bit mask
//!                                (three byte streams); the weights that are not zero, i8
//! ```

use super::tags::TAGS;
use std::sync::OnceLock;

/// How many addresses features are hashed to, as a power of two.
pub const ADDRESS_BITS: u32 = 22;

/// How many hashes words are looked up by, as a power of two.
pub const WORD_BITS: u32 = 24;

/// Margins are told apart in so many steps.
pub const STEPS: usize = 24;

/// The weights of one feature, one for each tag.
pub type Row = [i8; TAGS];

/// A trained tagger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Scores are in 2^-shift.
    pub shift: u8,
    /// Whether it has rows for a second reading.
    pub twice: bool,
    /// Score of one tag after another.
    pub transitions: Vec<Row>,
    /// For each kind how sure each margin makes, in 1/250.
    pub confidence: Vec<u8>,
    /// Sorted word hashes with their class.
    pub classes: Addresses,
    /// The class of each word hash, in order.
    pub class_of: Vec<u16>,
    /// Addresses that carry weights.
    pub addresses: Addresses,
    /// Their weights, in order of address.
    pub rows: Vec<Row>,
}

impl Model {
    /// The model shipped with Galley.
    pub fn shipped() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        const BYTES: &[u8] = include_bytes!("../../../resources/tagger.bin");
        MODEL.get_or_init(|| super::packed::unpack(BYTES).unwrap_or_default())
    }

    /// The class of a word, 0 where it has none.
    pub fn class(&self, hash: u32) -> u16 {
        self.classes.place(word_address(hash)).map_or(0, |place| self.class_of[place])
    }

    /// How sure a margin makes: between the steps of a table fitted on held-out training text.
    pub fn confidence(&self, kind: usize, margin: i32) -> u16 {
        let steps = self.confidence.get(kind * STEPS..(kind + 1) * STEPS).unwrap_or(&[]);
        let step = (margin.max(0) >> self.shift.saturating_sub(1)) as usize;
        let per_mille = |step: usize| steps.get(step.min(STEPS - 1)).map_or(500, |&part| u16::from(part) * 4);
        per_mille(step).min(995)
    }

    /// The weights at an address, if it carries any.
    pub fn row(&self, address: u32) -> Option<&Row> {
        self.addresses.place(address).and_then(|place| self.rows.get(place))
    }
}

/// Where a word is looked up.
pub const fn word_address(hash: u32) -> u32 {
    hash.wrapping_mul(0x9e37_79b1) >> (32 - WORD_BITS)
}

/// A set of numbers that tells the place of each in order: a bit for each number, a count for each 64.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    blocks: Vec<Block>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Block {
    bits: u64,
    before: u32,
}

impl Addresses {
    /// From sorted numbers below two to the power of `bits`.
    pub fn new(sorted: &[u32], bits: u32) -> Self {
        let mut blocks = vec![Block::default(); 1 << (bits - 6)];
        for &number in sorted {
            if let Some(block) = blocks.get_mut((number >> 6) as usize) {
                block.bits |= 1 << (number & 63);
            }
        }
        let mut before = 0;
        for block in &mut blocks {
            block.before = before;
            before += block.bits.count_ones();
        }
        Addresses { blocks }
    }

    /// The place of a number in order, if it is in the set.
    pub fn place(&self, number: u32) -> Option<usize> {
        let block = self.blocks.get((number >> 6) as usize)?;
        let bit = 1u64 << (number & 63);
        (block.bits & bit != 0).then(|| (block.before + (block.bits & (bit - 1)).count_ones()) as usize)
    }
}
