//! Help: what Galley marks, and every key.

use super::bindings::KEYS;
use super::dom;
use super::small::*;
use super::state::State;
use crate::text::lower;
use crate::view::LAYERS;

/// The help, in a dialog.
#[component]
pub fn Help(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let keys = KEYS
        .iter()
        .filter(|key| !key.shown.is_empty())
        .map(|key| view! { <tr><th scope="row"><kbd>{key.shown}</kbd></th><td>{key.about}</td></tr> });
    let layers = LAYERS.iter().map(|info| {
        let letter = lower(info.letter);
        view! {
            <tr>
                <th scope="row"><kbd class="letter">{letter}</kbd></th>
                <td><strong>{info.name}</strong>". "{info.about}</td>
            </tr>
        }
    });
    let single_keys = move |event| {
        let act = event_target_checked(&event);
        state.single_keys.set(act);
        if !dom::keep_single_keys(act) {
            state.warn("This browser keeps nothing for this page, so single keys will be as before on your next visit.");
        }
    };
    view! {
        <dialog id="help" class="sheet" aria-labelledby="help-title">
            <h2 id="help-title" tabindex="-1" autofocus>"Keys and help"</h2>
            <p>
                <span class="with-keys">
                    "Paste an article anywhere on the page. Point at a mark, tap it or move to it: its card says what it is, "
                    "what it stands for, and why. "
                </span>
                <span class="by-touch">
                    "Copy an article, then tap Paste. Tap a mark: its card says what it is, what it stands for, and why. "
                </span>
                "Galley marks by rules and by what it has learned from labelled news; what it inferred it says it inferred. "
                "Check before you print. "
                <span class="with-keys">
                    "Where it is wrong about a speaker, press s and choose another; about a paragraph, press f or b; about a name, put it in your names. "
                    "To read in peace, press x: no mark is shown then, nor told by a screen reader. "
                    "Words you select and copy go without their marks; “Copy with marks” in the list of formats takes those along."
                </span>
                <span class="by-touch">
                    "Where it is wrong about a speaker or a paragraph, tap the mark and choose another; about a name, put it in your names."
                </span>
            </p>
            <div class="with-keys">
            <h3>"Keys"</h3>
            <table><tbody>
                {keys.collect_view()}
                <tr><th scope="row"><kbd>"↓"</kbd>" "<kbd>"↑"</kbd></th><td>"In the ledger: from the filter down its lines and back; Enter goes to the place in the text"</td></tr>
                <tr><th scope="row"><kbd>"Ctrl+Z"</kbd></th><td>"Undo: a paste, a choice, a day; Ctrl+Shift+Z does it again"</td></tr>
            </tbody></table>
            <label class="switch">
                <input type="checkbox" prop:checked=live(move || state.single_keys.get()) on:change=on(single_keys)/>
                <span>"Single keys act (turn off if they get in the way of your voice control)"</span>
            </label>
            </div>
            <h3>"What is marked"</h3>
            <p class="with-keys">"Its letter goes to the next one of its kind, with Shift to the one before."</p>
            <table><tbody>{layers.collect_view()}</tbody></table>
            <form method="dialog"><button>"Close"</button></form>
        </dialog>
    }
}
