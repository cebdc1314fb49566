//! Trained weights by feature, and how they are packed.

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
    /// From addresses in order, none twice and each below 2^[`ADDRESS_BITS`], and their rows.
    fn new(addresses: &[u32], rows: Vec<[i8; N]>) -> Self {
        let mut held = vec![0u64; 1 << (ADDRESS_BITS - BITS.ilog2())];
        for &address in addresses {
            held[(address / BITS) as usize] |= 1 << (address % BITS);
        }
        let mut sum = 0;
        let before = held.iter().map(|bits| (sum, sum += bits.count_ones()).0).collect();
        Table { held, before, rows }
    }

    /// Adds the weights of a feature to scores.
    #[inline]
    pub fn add(&self, address: u32, scores: &mut [i32; N]) {
        let (word, bit) = ((address / BITS) as usize, 1u64 << (address % BITS));
        let Some(&bits) = self.held.get(word).filter(|&&bits| bits & bit != 0) else { return };
        let row = self.before[word] + (bits & (bit - 1)).count_ones();
        for (score, &weight) in scores.iter_mut().zip(&self.rows[row as usize]) {
            *score += i32::from(weight);
        }
    }
}

/// Appends a table to a file: how many rows (u32), gaps of sorted addresses (varints), for each row
/// which of its weights are not zero (streams of 8 bits), and these weights, one column after another.
pub fn pack<const N: usize>(out: &mut Vec<u8>, rows: &[(u32, [i8; N])]) {
    out.extend((rows.len() as u32).to_le_bytes());
    let mut last = 0;
    for &(address, _) in rows {
        let mut gap = address - last;
        last = address;
        while gap >= 128 {
            out.push(gap as u8 | 128);
            gap >>= 7;
        }
        out.push(gap as u8);
    }
    let mask = |row: &[i8; N], part: usize| {
        let bits = row.iter().skip(8 * part).take(8).enumerate();
        bits.fold(0, |mask, (bit, &weight)| mask | u8::from(weight != 0) << bit)
    };
    for part in 0..N.div_ceil(8) {
        out.extend(rows.iter().map(|(_, row)| mask(row, part)));
    }
    for column in 0..N {
        out.extend(rows.iter().map(|(_, row)| row[column]).filter(|&w| w != 0).map(|w| w as u8));
    }
}

/// Reads a table off the beginning of a file; nothing where it is not one.
pub fn unpack<const N: usize>(rest: &mut &[u8]) -> Option<Table<N>> {
    let count = u32::from_le_bytes(take(rest, 4)?.try_into().ok()?) as usize;
    let addresses = gaps(rest, count).filter(|all| all.iter().all(|&address| address < 1 << ADDRESS_BITS))?;
    let mut rows = vec![[0i8; N]; count];
    let masks: Vec<&[u8]> = (0..N.div_ceil(8)).map(|_| take(rest, count)).collect::<Option<_>>()?;
    for column in 0..N {
        let held = |row: &usize| masks[column / 8][*row] & 1 << (column % 8) != 0;
        for row in (0..count).filter(held) {
            rows[row][column] = *take(rest, 1)?.first()? as i8;
        }
    }
    Some(Table::new(&addresses, rows))
}

fn gaps(rest: &mut &[u8], count: usize) -> Option<Vec<u32>> {
    let mut last = 0u32;
    let mut next = || {
        let (mut gap, mut shift) = (0u32, 0);
        loop {
            let byte = *take(rest, 1)?.first()?;
            gap |= u32::from(byte & 127).checked_shl(shift)?;
            shift += 7;
            if byte < 128 {
                last = last.checked_add(gap)?;
                return Some(last);
            }
        }
    };
    (0..count).map(|_| next()).collect()
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(head)
}
