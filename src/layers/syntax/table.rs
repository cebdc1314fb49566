//! Trained weights by feature, and how they are packed.

/// How many addresses features are hashed to, as a power of two.
pub const ADDRESS_BITS: u32 = 22;

/// The weights of features, `N` each, found by address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table<const N: usize> {
    /// The address under the number of its row and one; 0 where free.
    slots: Vec<u64>,
    rows: Vec<[i8; N]>,
}

impl<const N: usize> Table<N> {
    /// From addresses in order, none twice, and their rows.
    pub fn new(addresses: &[u32], rows: Vec<[i8; N]>) -> Self {
        let size = (rows.len() * 2).next_power_of_two().max(4);
        let mut table = Table { slots: vec![0; size], rows };
        for (row, &address) in addresses.iter().enumerate() {
            let slot = table.slot(address);
            table.slots[slot] = u64::from(address) << 32 | (row as u64 + 1);
        }
        table
    }

    /// Adds the weights of a feature to scores.
    pub fn add(&self, address: u32, scores: &mut [i32; N]) {
        let slot = if self.slots.is_empty() { 0 } else { self.slots[self.slot(address)] };
        let Some(row) = (slot as u32).checked_sub(1).and_then(|row| self.rows.get(row as usize)) else {
            return;
        };
        for (score, &weight) in scores.iter_mut().zip(row) {
            *score += i32::from(weight);
        }
    }

    fn slot(&self, address: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = address as usize & mask;
        while self.slots[slot] != 0 && (self.slots[slot] >> 32) as u32 != address {
            slot = (slot + 1) & mask;
        }
        slot
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
    let addresses = gaps(rest, count)?;
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
