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

use super::lanes;
use super::steps::Steps;
use super::tags::{Row, TAGS};

/// How many addresses features are hashed to, as a power of two.
pub const ADDRESS_BITS: u32 = 22;

/// How many hashes words are looked up by, as a power of two.
pub const WORD_BITS: u32 = 24;

/// Margins are told apart in so many steps.
pub const STEPS: usize = 24;

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
    /// The weights of features.
    pub rows: Rows,
}

impl Model {
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

/// The rows of a model, found by address.
///
/// Most features of most words have none, so the look that says so must be quick: the addresses of a bucket
/// lie in one number that a processor compares at once, and all buckets stay near it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// For every 256 addresses, from the lowest byte on: the low bytes of up to [`HELD`] that have rows;
    /// then the place of the first row (three bytes); then how many rows there are.
    buckets: Vec<u128>,
    /// The addresses that found no room in their bucket.
    more: Vec<u32>,
    /// The rows in order of address, then those of `more`.
    leads: Vec<Lead>,
}

/// The weights of one feature, each less that of [`OUTSIDE`](super::tags::OUTSIDE): what is added to every tag
/// alike changes nothing. A difference that does not fit is cut to the greatest that does.
pub type Lead = [i8; TAGS - 1];

/// How many addresses a bucket holds.
const HELD: usize = 12;

/// Where a bucket has the place of its first row, and how many it has.
const FIRST: u32 = 8 * HELD as u32;
const COUNT: u32 = 120;

impl Rows {
    /// From rows sorted by address, below two to the power of [`ADDRESS_BITS`].
    pub fn new(rows: impl Iterator<Item = (u32, Row)>) -> Self {
        let mut table = Rows { buckets: vec![0; 1 << (ADDRESS_BITS - 8)], ..Rows::default() };
        table.leads.reserve(rows.size_hint().0);
        let mut later = Vec::new();
        for (address, row) in rows {
            let lead: Lead = std::array::from_fn(|at| row[at + 1].saturating_sub(row[0]));
            let Some(bucket) = table.buckets.get_mut((address >> 8) as usize) else { continue };
            let held = (*bucket >> COUNT) as usize;
            if held >= HELD {
                table.more.push(address);
                later.push(lead);
                continue;
            }
            if held == 0 {
                *bucket = (table.leads.len() as u128) << FIRST;
            }
            *bucket += (u128::from(address & 0xff) << (8 * held)) + (1 << COUNT);
            table.leads.push(lead);
        }
        table.leads.append(&mut later);
        table
    }

    /// Puts the places of the rows of some addresses where these stood, in order, and tells how many there
    /// are: an address without a row, as about half of them are, leaves none.
    ///
    /// No branch asks which: a guess that is wrong every other time would cost more than the look.
    pub fn sift(&self, addresses: &mut [u32]) -> usize {
        let mut known = 0;
        for at in 0..addresses.len() {
            let address = addresses[at];
            let bucket = self.buckets.get((address >> 8) as usize).copied().unwrap_or(0);
            let held = (bucket >> COUNT) as u32;
            let found = lanes::equal(bucket, address as u8) & ((1 << held) - 1);
            addresses[known] = ((bucket >> FIRST) as u32 & 0xff_ffff) + found.trailing_zeros();
            known += usize::from(found != 0);
            if held >= HELD as u32 && found == 0 {
                known += self.add_later(address, &mut addresses[known]);
            }
        }
        known
    }

    /// The same for an address whose bucket is full.
    #[cold]
    fn add_later(&self, address: u32, place: &mut u32) -> usize {
        let found = self.more.binary_search(&address);
        *place = (self.leads.len() - self.more.len() + found.unwrap_or(0)) as u32;
        usize::from(found.is_ok())
    }

    /// The row at a place that [`Rows::sift`] told.
    pub fn lead(&self, place: u32) -> Option<&Lead> {
        self.leads.get(place as usize)
    }
}
