//! How trained tables are packed: what a general packer then packs best.

/// Appends sorted numbers as the gaps between them, seven bits a byte.
pub fn write_gaps(out: &mut Vec<u8>, sorted: impl Iterator<Item = u32>) {
    let mut last = 0;
    for number in sorted {
        let mut gap = number - last;
        last = number;
        while gap >= 128 {
            out.push(gap as u8 | 128);
            gap >>= 7;
        }
        out.push(gap as u8);
    }
}

/// Appends rows of weights, sorted by address and none twice: how many (u32), the gaps of their addresses, for each row
/// which of its weights are not zero (streams of 8 bits), and these weights, one column after another.
pub fn write_rows<const N: usize>(out: &mut Vec<u8>, rows: &[(u32, [i8; N])]) {
    out.extend((rows.len() as u32).to_le_bytes());
    write_gaps(out, rows.iter().map(|&(address, _)| address));
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

/// Rows of weights with their addresses, in order of address.
pub struct PackedRows<'b, const N: usize> {
    addresses: std::vec::IntoIter<u32>,
    /// Which weights of each row are not zero, and how many rows were read.
    masks: Vec<&'b [u8]>,
    read: usize,
    /// These weights, column after column, and where each column goes on.
    weights: &'b [u8],
    next: [u32; N],
}

/// Reads rows off the beginning of a file. Nothing where there are none.
pub fn read_rows<'b, const N: usize>(rest: &mut &'b [u8]) -> Option<PackedRows<'b, N>> {
    let count = number(rest)?;
    let addresses = read_gaps(rest, count)?.into_iter();
    let masks: Vec<&[u8]> = (0..N.div_ceil(8)).map(|_| take(rest, count)).collect::<Option<_>>()?;
    let mut next = [0; N];
    let mut all = 0;
    for (column, next) in next.iter_mut().enumerate() {
        let bit = 1u8 << (column % 8);
        *next = all;
        all += masks[column / 8].iter().map(|mask| u32::from(mask & bit != 0)).sum::<u32>();
    }
    let weights = take(rest, all as usize)?;
    Some(PackedRows { addresses, masks, read: 0, weights, next })
}

impl<const N: usize> Iterator for PackedRows<'_, N> {
    type Item = (u32, [i8; N]);

    fn next(&mut self) -> Option<Self::Item> {
        let address = self.addresses.next()?;
        let masks = self.masks.iter().enumerate();
        let mut held = masks.fold(0u64, |all, (part, masks)| all | u64::from(masks[self.read]) << (8 * part));
        self.read += 1;
        let mut row = [0; N];
        while held != 0 {
            let column = held.trailing_zeros() as usize;
            let place = self.next.get_mut(column)?;
            row[column] = *self.weights.get(*place as usize)? as i8;
            *place += 1;
            held &= held - 1;
        }
        Some((address, row))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.addresses.size_hint()
    }
}

/// Reads so many numbers that were written as gaps.
pub fn read_gaps(rest: &mut &[u8], count: usize) -> Option<Vec<u32>> {
    let mut numbers = Vec::with_capacity(count.min(rest.len()));
    let (mut last, mut bytes) = (0u32, *rest);
    for _ in 0..count {
        let (mut gap, mut shift) = (0u32, 0);
        loop {
            let (&byte, later) = bytes.split_first()?;
            bytes = later;
            gap |= u32::from(byte & 127).checked_shl(shift)?;
            shift += 7;
            if byte < 128 {
                break;
            }
        }
        last = last.checked_add(gap)?;
        numbers.push(last);
    }
    *rest = bytes;
    Some(numbers)
}

/// A number of four bytes.
pub fn number(rest: &mut &[u8]) -> Option<usize> {
    let bytes = take(rest, 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes) as usize)
}

/// So many bytes.
pub fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(head)
}
