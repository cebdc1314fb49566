//! Trained weights by feature.

use crate::layers::packed::read_rows;

/// How many addresses features are hashed to, as a power of two.
pub const ADDRESS_BITS: u32 = 20;

/// How many addresses one word of bits tells of.
const BITS: u32 = u64::BITS;

/// The weights of features, `N` each, found by address. One bit an address says whether it has weights; the
/// bits before it say which row they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table<const N: usize> {
    held: Vec<u64>,
    /// How many rows stand before each word of bits.
    before: Vec<u32>,
    rows: Vec<[i8; N]>,
}

impl<const N: usize> Table<N> {
    /// From rows in order of address, no address twice; nothing where one is not below 2^[`ADDRESS_BITS`].
    fn new(packed: impl Iterator<Item = (u32, [i8; N])>) -> Option<Self> {
        let mut held = vec![0u64; 1 << (ADDRESS_BITS - BITS.ilog2())];
        let mut rows = Vec::with_capacity(packed.size_hint().0);
        for (address, row) in packed {
            *held.get_mut((address / BITS) as usize)? |= 1 << (address % BITS);
            rows.push(row);
        }
        let mut sum = 0;
        let before = held.iter().map(|bits| (sum, sum += bits.count_ones()).0).collect();
        Some(Table { held, before, rows })
    }

    /// The sums of the weights of all features that `each` tells of.
    pub fn scores(&self, each: impl FnOnce(&mut Addresses)) -> [i16; N] {
        let mut addresses = Addresses { count: 0, list: [0; ROOM] };
        each(&mut addresses);
        let mut scores = [0; N];
        for &address in addresses.list.iter().take(addresses.count) {
            let (word, bit) = ((address / BITS) as usize, 1u64 << (address % BITS));
            let Some(&bits) = self.held.get(word).filter(|&&bits| bits & bit != 0) else { continue };
            let row = self.before[word] + (bits & (bit - 1)).count_ones();
            for (score, &weight) in scores.iter_mut().zip(&self.rows[row as usize]) {
                *score += i16::from(weight);
            }
        }
        scores
    }
}

/// More features than are asked of one place: so few that their weights never overflow a sum.
const ROOM: usize = 48;

/// The addresses of the features of one place.
pub struct Addresses {
    count: usize,
    list: [u32; ROOM],
}

impl Addresses {
    /// One more.
    #[inline]
    pub fn push(&mut self, address: u32) {
        if let Some(place) = self.list.get_mut(self.count) {
            *place = address;
            self.count += 1;
        }
    }
}

/// Reads a table off the beginning of a file; nothing where it is not one.
pub fn unpack<const N: usize>(rest: &mut &[u8]) -> Option<Table<N>> {
    Table::new(read_rows(rest)?)
}
