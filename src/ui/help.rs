//! Help: what Galley marks, and every key.

use super::keys::KEYS;
use super::small::on;
use super::state::State;
use crate::view::LAYERS;
use leptos::prelude::*;

/// The help, in a dialog.
#[component]
pub fn Help(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let keys = KEYS
        .iter()
        .map(|key| view! { <tr><th scope="row"><kbd>{key.shown}</kbd></th><td>{key.about}</td></tr> });
    let layers = LAYERS.iter().map(|info| {
        let letter = info.letter.to_lowercase();
        view! {
            <tr>
                <th scope="row"><kbd>{letter}</kbd></th>
                <td><strong>{info.name}</strong>". "{info.about}</td>
            </tr>
        }
    });
    let single_keys = move |event| state.single_keys.set(event_target_checked(&event));
    view! {
        <dialog id="help" class="sheet" aria-labelledby="help-title">
            <h2 id="help-title">"Keys and help"</h2>
            <p>
                "Paste an article anywhere on the page. Point at a mark, tap it or move to it: its card says what it is, "
                "what it stands for, and why. Galley marks by rules and by what it has learned from labelled news; what it inferred it says it inferred. Check before you print; where it is wrong about a speaker, press s and choose another; about a paragraph, press f, Shift+F or b; about a name, put it in your names."
            </p>
            <h3>"Keys"</h3>
            <table><tbody>
                {keys.collect_view()}
                <tr><th scope="row"><kbd>"↓"</kbd>" "<kbd>"↑"</kbd></th><td>"In the ledger: from the filter down its lines and back; Enter goes to the place in the text"</td></tr>
                <tr><th scope="row"><kbd>"Ctrl+Z"</kbd></th><td>"Undo: a paste, a choice, a day; Ctrl+Shift+Z does it again"</td></tr>
            </tbody></table>
            <label class="switch">
                <input type="checkbox" prop:checked=state.single_keys on:change=on(single_keys)/>
                " Single keys act (turn off if they get in the way of your voice control)"
            </label>
            <h3>"What is marked"</h3>
            <p>"Its letter goes to the next one of its kind, with Shift to the one before."</p>
            <table><tbody>{layers.collect_view()}</tbody></table>
            <form method="dialog"><button>"Close"</button></form>
        </dialog>
    }
}
