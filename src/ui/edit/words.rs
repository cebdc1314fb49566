//! What an editor takes away: the clean text, and what has changed since the paste.

use crate::desk::changes::changes_since;
use crate::export::clean;
use crate::ui::dom;
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::ledger::count;

/// Copies the article without any mark, and says what of the page was left out.
pub fn copy_clean(state: State) {
    super::settle::settle_if_editing(state);
    let Some(marked) = state.current_now() else { return };
    let looks = state.desks.with_value(|desks| desks.now.looks());
    let (words, left_out) = clean::article(&marked.document, &looks);
    let copied = dom::copy_rich(clean::html(&words), clean::plain(&words));
    if !copied {
        return state.warn("The browser did not allow copying. Select the text and copy it instead.");
    }
    let mut words = String::from("The article is on the clipboard, without marks.");
    if left_out > 0 {
        words += &[" Left out as the page’s furniture: ", &count(left_out, "paragraph", "paragraphs"), "."]
            .concat();
    }
    state.say(&words);
}

/// Copies what has changed since the paste, as a list that a reporter can read.
pub fn copy_changes(state: State) {
    let list = state.desks.with_value(|desks| changes_since(&desks.now));
    let changes = list.lines().filter(|line| line.starts_with('•')).count();
    if changes == 0 {
        return state.say("Nothing has changed since the text came.");
    }
    let copied = dom::copy_rich(["<pre>", &list, "</pre>"].concat(), list);
    match copied {
        true => state.say(
            &["On the clipboard: ", &count(changes, "change", "changes"), " since the text came."].concat(),
        ),
        false => state.warn("The browser did not allow copying."),
    }
}
