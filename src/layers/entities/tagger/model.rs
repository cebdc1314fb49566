//! The trained tables, unpacked once from the file beside the code.
//!
//! ```text
//! "GTG2"                         4 bytes
//! shift                          1 byte: a weight of 1 counts 1/2^shift
//! transitions                    17 × 17 bytes, i8
//! confidence                     4 kinds × 24 margins, in 1/250
//! classes                        u32 count; gaps of sorted hashes (varints); classes (low bytes, high bits)
//! rows                           u32 count; gaps of sorted addresses (varints); per row a 17-bit mask
//!                                (three byte streams); the weights that are not zero, i8
//! ```

use super::steps::Steps;
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
    /// Score of one tag after another.
    pub transitions: Vec<Row>,
    /// The same, as the decoder reads it.
    pub steps: Steps,
    /// For each kind how sure each margin makes, in 1/250.
    pub confidence: Vec<u8>,
    /// The class of each word hash.
    pub classes: ClassTable,
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
        self.classes.get(word_address(hash))
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
        self.addresses.place(address).and_then(|place| self.rows.get(place as usize))
    }
}

/// Where a word is looked up.
pub const fn word_address(hash: u32) -> u32 {
    hash.wrapping_mul(0x9e37_79b1) >> (32 - WORD_BITS)
}

/// Word addresses with their classes, in one open table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassTable {
    /// An address (low bits) under its class; 0 where free. Addresses are kept less their two
    /// highest bits, which the slot tells.
    slots: Vec<u32>,
}

impl ClassTable {
    /// From addresses and classes; where an address comes twice the first holds.
    pub fn new(words: impl ExactSizeIterator<Item = (u32, u16)>) -> Self {
        let size = (words.len() * 2).next_power_of_two().max(4);
        let mut table = ClassTable { slots: vec![0; size] };
        for (address, class) in words.filter(|&(_, class)| class != 0) {
            let slot = table.slot(address);
            if table.slots[slot] == 0 {
                table.slots[slot] = u32::from(class) << Self::BITS | address & Self::LOW;
            }
        }
        table
    }

    /// The class of an address, 0 where it has none.
    pub fn get(&self, address: u32) -> u16 {
        if self.slots.is_empty() {
            return 0;
        }
        (self.slots[self.slot(address)] >> Self::BITS) as u16
    }

    const BITS: u32 = WORD_BITS - 2;
    const LOW: u32 = (1 << Self::BITS) - 1;

    fn slot(&self, address: u32) -> usize {
        let bits = self.slots.len().trailing_zeros();
        let mut slot = (address >> (WORD_BITS - bits)) as usize;
        while self.slots[slot] != 0 && self.slots[slot] & Self::LOW != address & Self::LOW {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }
}

/// A set of numbers that tells the place of each in order.
///
/// To ask it is one look into a table, and no guess of a processor can be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// For every block a bit for each of its numbers that is in the set, and how many are in the blocks
    /// before.
    blocks: Vec<(u32, u32)>,
}

/// Numbers of a block.
const BLOCK: u32 = 32;

impl Addresses {
    /// From sorted numbers below two to the power of [`ADDRESS_BITS`].
    pub fn new(sorted: &[u32]) -> Self {
        let mut blocks = vec![(0u32, 0u32); ((1 << ADDRESS_BITS) / BLOCK) as usize];
        for &number in sorted {
            if let Some(block) = blocks.get_mut((number / BLOCK) as usize) {
                block.0 |= 1 << (number % BLOCK);
            }
        }
        let mut before = 0;
        for block in &mut blocks {
            block.1 = before;
            before += block.0.count_ones();
        }
        Addresses { blocks }
    }

    /// The place of a number in order, if it is in the set.
    pub fn place(&self, number: u32) -> Option<u32> {
        let &(bits, before) = self.blocks.get((number / BLOCK) as usize)?;
        let bit = 1 << (number % BLOCK);
        (bits & bit != 0).then(|| before + (bits & (bit - 1)).count_ones())
    }
}
