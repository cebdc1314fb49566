//! What a file marks.

use crate::standoff::Standoff;

/// Text with marks, and what of a file was left out, a sentence each.
pub(super) struct Marked {
    pub standoff: Standoff,
    pub losses: Vec<String>,
}

/// A sentence about so many things that were left out.
pub(super) fn left_out(losses: &mut Vec<String>, count: usize, [one, many]: [&str; 2]) {
    match count {
        0 => {}
        1 => losses.push(["1 ", one, " was left out."].concat()),
        count => losses.push([&count.to_string(), " ", many, " were left out."].concat()),
    }
}
