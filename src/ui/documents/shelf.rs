//! What the dialog of documents shows.

use crate::library::{Line, Listed};

/// What the dialog shows.
#[derive(Default)]
pub(super) struct Shelf {
    /// The documents, what was changed last before the others.
    pub list: Vec<Listed>,
    /// Those deleted since the page was opened: each can be put back.
    pub deleted: Vec<Listed>,
    /// What is searched for, in small letters.
    pub words: String,
    /// The documents whose text has these words.
    pub in_text: Vec<String>,
    /// The one that gets another name.
    pub renaming: String,
    /// The name as it is being written.
    pub name: String,
    /// Why there is no list.
    pub trouble: &'static str,
    /// How much room there is.
    pub room: String,
    /// Whether it was asked to clear everything.
    pub clearing: bool,
}

impl Shelf {
    pub fn found(&self) -> impl Iterator<Item = &Listed> {
        let is_found = |listed: &&Listed| listed.line.has(&self.words) || self.in_text.contains(&listed.id);
        self.list.iter().filter(is_found)
    }

    /// What was deleted can be put back when the dialog opens again.
    pub fn close(&mut self) {
        *self = Shelf { deleted: std::mem::take(&mut self.deleted), ..Shelf::default() };
    }

    pub fn line(&self, id: &str) -> Option<Line> {
        let mut all = self.list.iter().chain(&self.deleted);
        all.find(|listed| listed.id == id).map(|listed| listed.line.clone())
    }
}
