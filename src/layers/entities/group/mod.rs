//! Brings the names of one entity together: "Trump" with "Donald Trump", "ECB" with
//! "European Central Bank", "U.S." with "America".
//!
//! Full names come first, wherever they stand, the fullest before the others; then every shorter name
//! looks for the last full name before it that it can be short for, or the first one after it. Two people
//! of one surname stay apart; a surname alone goes to the one named last, unless "Mrs." says otherwise.
//! What is asked of a name is asked once for all its mentions.

mod beside;
mod body;
mod drafts;
mod elsewhere;
mod form;
mod person;
mod spelling;
mod written;

pub use person::leaning;

pub(super) use spelling::sound;

use super::name::Name;
use super::reading::Reading;
use crate::document::entities::{Entity, Mention};
use drafts::Drafts;
use form::Home;

/// Groups names into entities, in the order of their first mention.
pub(super) fn group(reading: &Reading, mut names: Vec<Name>) -> (Vec<Entity>, Vec<Mention>) {
    elsewhere::tell(reading, &mut names);
    let pairs = beside::pairs(reading, &mut names);
    let (mut forms, of) = form::read(reading, &names);
    let mut drafts = Drafts::default();
    drafts.open_full(reading, &mut forms);
    for (full, other) in pairs {
        if let Some(draft) = drafts.join(&forms[of[full]], &forms[of[other]]) {
            forms[of[other]].home = Home::Draft(draft);
        }
    }
    drafts.find_short(reading, &mut forms);
    let homes = (0..names.len()).map(|at| drafts.home(reading, &names, at, &forms[of[at]])).collect();
    written::finish(reading, names, homes, drafts.list)
}
