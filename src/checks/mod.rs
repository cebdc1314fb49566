//! Desk checks: places in the copy that an editor should look at before it goes out.
//!
//! [`findings`] reads a finished [`Document`] and stores nothing in it, so that the page and
//! every export say the same of the same marks, corrected or not. A check is a file here and a
//! line in [`findings`]; what it says is a line in the table of [`Check`].

mod dates;
mod finding;
mod marks;

pub use finding::{Check, Finding};

use crate::document::Document;
use crate::text::order::{by_place, put_in_order};

/// Everything that the checks find, in text order. The page's furniture is left out. What has become of
/// people's decisions is not looked for here: who applies them knows.
pub fn findings(document: &Document) -> Vec<Finding> {
    let mut found = marks::check(document);
    found.extend(dates::check(document));
    found.retain(|finding| !document.is_furniture(finding.range));
    put_in_order(&mut found, |finding| by_place(finding.range));
    found
}
