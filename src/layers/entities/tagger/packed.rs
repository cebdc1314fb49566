//! The model's file: written by the trainer, read once at start (see [`super::model`] for its parts).

use super::model::{ClassTable, Model, Rows, STEPS};
use super::steps::Steps;
use super::tags::{KINDS, Row, TAGS};
use crate::layers::packed::{number, read_gaps, read_rows, take, write_gaps, write_rows};
use std::sync::OnceLock;

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
    write_rows(&mut out, tables.rows);
    out
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
    Some(Model {
        shift,
        steps: Steps::new(&transitions),
        transitions,
        confidence,
        classes: ClassTable::new(words.into_iter().zip(class_of)),
        rows: Rows::new(read_rows(rest)?),
    })
}

impl Model {
    /// The model shipped with Galley.
    pub fn shipped() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        const BYTES: &[u8] = include_bytes!("../../../resources/tagger.bin");
        MODEL.get_or_init(|| unpack(BYTES).unwrap_or_default())
    }
}

fn row(bytes: &[u8]) -> Row {
    std::array::from_fn(|tag| bytes[tag] as i8)
}
