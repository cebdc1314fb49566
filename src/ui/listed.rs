//! What the list of documents says of the one that is shown.

use super::dom;
use super::sheet::Sheet;
use super::small::*;
use super::state::State;
use crate::library::Line;
use crate::view::explain::shorten;

/// What the list says of the document shown.
pub fn line(state: State, sheet: &Sheet, before: &Line, changed: bool) -> Line {
    let read = state.current_now().and_then(|marked| marked.document.headline());
    let first =
        || sheet.article.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
    let headline = read.map(|headline| shorten(&headline, 120));
    let headline = headline.unwrap_or_else(|| match before.headline.is_empty() {
        true => shorten(&first(), 120),
        false => before.headline.clone(),
    });
    let mut line = Line { headline, ..before.clone() };
    if changed {
        line.changed = dom::clock() as u64;
        line.decisions = state.corrections.with_untracked(|corrections| corrections.iter().count()) as u32;
        let step = state.desks.with_value(|desks| desks.last_step().map(str::to_owned));
        line.last = step.unwrap_or(line.last);
    }
    line
}
