//! A step of the history: how the text changed, and what of the decisions does not follow from that.

use super::draft::{Draft, Facts};
use crate::text::{Edit, TextRange};
use serde::{Deserialize, Serialize};

/// Edits in the order in which they were made, each with the one that changes it back; those that go on where the last
/// one ended are one with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits(Vec<(Edit, Edit)>);

/// One step, which is taken back and done again as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    name: String,
    edits: Edits,
    /// What taking the edits back would not bring.
    before: Option<Facts>,
    /// What doing them again would not bring.
    after: Option<Facts>,
}

impl Edits {
    /// Adds an edit; one that goes on where the last one ended becomes one with it.
    pub fn add(&mut self, edit: &Edit, back: &Edit) {
        if let Some((last, its_back)) = self.0.last_mut() {
            let now = last.now();
            if edit.at.start() >= now.start() && edit.at.end() <= now.end() {
                // Inside what came: that comes otherwise now.
                edit.from(now.start()).apply(&mut last.with);
                its_back.at = last.now();
                return;
            }
            if edit.with.is_empty() && edit.at.end() == now.end() && edit.at.start() < now.start() {
                // Backwards beyond it.
                let more = now.start() - edit.at.start();
                its_back.with.insert_str(0, &back.with[..more]);
                last.at = TextRange::new(edit.at.start(), last.at.end());
                last.with.clear();
                its_back.at = last.now();
                return;
            }
        }
        self.0.push((edit.clone(), back.clone()));
    }

    /// The edits.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.0.iter().map(|(edit, _)| edit)
    }
}

impl Step {
    pub(super) fn new(name: &str) -> Self {
        Step { name: name.to_owned(), edits: Edits::default(), before: None, after: None }
    }

    /// What it did: "typing".
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn add(&mut self, edit: &Edit, back: &Edit) {
        self.edits.add(edit, back);
    }

    /// Notes what taking the step back and doing it again would not bring of themselves; false where the step changed
    /// nothing.
    pub(super) fn seal(&mut self, before: Facts, draft: &Draft) -> bool {
        self.edits.0.retain(|(edit, back)| edit.with != back.with);
        let after = draft.facts();
        if self.edits.0.is_empty() && before == after {
            return false;
        }
        let mut replay = draft.clone();
        self.replay_back(&mut replay);
        if replay.facts() != before {
            replay.set_facts(before.clone());
            self.before = Some(before);
        }
        self.replay(&mut replay);
        self.after = (replay.facts() != after).then_some(after);
        true
    }

    /// Takes the step back; gives the edits that did it.
    pub(super) fn take_back(&self, draft: &mut Draft) -> Vec<(Edit, Edit)> {
        let edits = self.replay_back(draft);
        if let Some(before) = &self.before {
            draft.set_facts(before.clone());
        }
        edits
    }

    /// Does it again; gives the edits that did it.
    pub(super) fn do_again(&self, draft: &mut Draft) -> Vec<(Edit, Edit)> {
        let edits = self.replay(draft);
        if let Some(after) = &self.after {
            draft.set_facts(after.clone());
        }
        edits
    }

    fn replay_back(&self, draft: &mut Draft) -> Vec<(Edit, Edit)> {
        make(draft, self.edits.0.iter().rev().map(|(_, back)| back))
    }

    fn replay(&self, draft: &mut Draft) -> Vec<(Edit, Edit)> {
        make(draft, self.edits.0.iter().map(|(edit, _)| edit))
    }
}

fn make<'e>(draft: &mut Draft, edits: impl Iterator<Item = &'e Edit>) -> Vec<(Edit, Edit)> {
    let mut whole = draft.corrections.iter().cloned().collect();
    let mut made = Vec::new();
    for edit in edits {
        // What was kept may have been broken since.
        if edit.fits(&draft.article.text) {
            let back = draft.edit(edit, &mut whole);
            made.push((edit.clone(), back));
        }
    }
    made
}
