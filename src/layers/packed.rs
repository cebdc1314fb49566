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

/// Reads rows off the beginning of a file: their addresses, and their weights. Nothing where there are none.
pub fn read_rows<const N: usize>(rest: &mut &[u8]) -> Option<(Vec<u32>, Vec<[i8; N]>)> {
    let count = number(rest)?;
    let addresses = read_gaps(rest, count)?;
    let mut rows = vec![[0i8; N]; count];
    let masks: Vec<&[u8]> = (0..N.div_ceil(8)).map(|_| take(rest, count)).collect::<Option<_>>()?;
    for column in 0..N {
        let (part, bit) = (masks[column / 8], 1u8 << (column % 8));
        let held = part.iter().filter(|&&mask| mask & bit != 0).count();
        let mut weights = take(rest, held)?.iter();
        for (row, _) in rows.iter_mut().zip(part).filter(|(_, mask)| **mask & bit != 0) {
            row[column] = *weights.next()? as i8;
        }
    }
    Some((addresses, rows))
}

/// Reads so many numbers that were written as gaps.
pub fn read_gaps(rest: &mut &[u8], count: usize) -> Option<Vec<u32>> {
    let mut numbers = Vec::with_capacity(count.min(rest.len()));
    let mut last = 0u32;
    for _ in 0..count {
        let (mut gap, mut shift) = (0u32, 0);
        loop {
            let byte = *take(rest, 1)?.first()?;
            gap |= u32::from(byte & 127).checked_shl(shift)?;
            shift += 7;
            if byte < 128 {
                break;
            }
        }
        last = last.checked_add(gap)?;
        numbers.push(last);
    }
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
