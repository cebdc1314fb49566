//! The model's file: written by the trainer, read once at start (see [`super::model`] for its parts).

use super::model::{ClassTable, Model, Row, Rows, STEPS};
use super::steps::Steps;
use super::tags::{KINDS, TAGS};

const MAGIC: &[u8; 4] = b"GTG2";

/// Tables as the trainer has them: sorted by address, no address twice.
pub struct Tables<'a> {
    /// Scores are in 2^-shift.
    pub shift: u8,
    /// Score of one tag after another.
    pub transitions: &'a [Row],
    /// For each kind how sure each margin makes.
    pub confidence: &'a [u8],
    /// Word addresses and classes.
    pub classes: &'a [(u32, u16)],
    /// Feature addresses and weights.
    pub rows: &'a [(u32, Row)],
}

/// Writes a model's file.
pub fn pack(tables: &Tables) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.push(tables.shift);
    out.extend(tables.transitions.iter().flatten().map(|&weight| weight as u8));
    out.extend(tables.confidence);
    out.extend((tables.classes.len() as u32).to_le_bytes());
    write_gaps(&mut out, tables.classes.iter().map(|&(address, _)| address));
    out.extend(tables.classes.iter().map(|&(_, class)| class as u8));
    out.extend(tables.classes.iter().map(|&(_, class)| (class >> 8) as u8));
    out.extend((tables.rows.len() as u32).to_le_bytes());
    write_gaps(&mut out, tables.rows.iter().map(|&(address, _)| address));
    for part in 0..3 {
        out.extend(tables.rows.iter().map(|(_, row)| (mask(row) >> (8 * part)) as u8));
    }
    for tag in 0..TAGS {
        out.extend(tables.rows.iter().map(|(_, row)| row[tag]).filter(|&w| w != 0).map(|w| w as u8));
    }
    out
}

fn mask(row: &Row) -> u32 {
    row.iter().enumerate().fold(0, |mask, (tag, &weight)| mask | u32::from(weight != 0) << tag)
}

fn write_gaps(out: &mut Vec<u8>, sorted: impl Iterator<Item = u32>) {
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

/// Reads a model's file; nothing where it is not one.
pub fn unpack(bytes: &[u8]) -> Option<Model> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let rest = &mut rest;
    let shift = *take(rest, 1)?.first()?;
    let transitions: Vec<Row> = take(rest, TAGS * TAGS)?.chunks_exact(TAGS).map(row).collect();
    let confidence = take(rest, KINDS * STEPS)?.to_vec();
    let count = number(rest)?;
    let words = read_gaps(rest, count)?;
    let (low, high) = (take(rest, count)?, take(rest, count)?);
    let class_of = low.iter().zip(high).map(|(&low, &high)| u16::from_le_bytes([low, high]));
    let count = number(rest)?;
    let addresses = read_gaps(rest, count)?;
    let mut rows = vec![[0i8; TAGS]; count];
    let masks = [take(rest, count)?, take(rest, count)?, take(rest, count)?];
    for tag in 0..TAGS {
        let (part, bit) = (masks[tag / 8], 1u8 << (tag % 8));
        let wanted = part.iter().filter(|&&mask| mask & bit != 0).count();
        let mut weights = take(rest, wanted)?.iter();
        for (row, _) in rows.iter_mut().zip(part).filter(|(_, mask)| **mask & bit != 0) {
            row[tag] = *weights.next()? as i8;
        }
    }
    Some(Model {
        shift,
        steps: Steps::new(&transitions),
        transitions,
        confidence,
        classes: ClassTable::new(words.into_iter().zip(class_of)),
        rows: Rows::new(&addresses, &rows),
    })
}

fn row(bytes: &[u8]) -> Row {
    std::array::from_fn(|tag| bytes[tag] as i8)
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(head)
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let bytes = take(rest, 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes) as usize)
}

fn read_gaps(rest: &mut &[u8], count: usize) -> Option<Vec<u32>> {
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
