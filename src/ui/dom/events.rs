//! What people do: keys, pastes, drops, and where the pointer is.

use super::page::{document, window};
use crate::text::lower;
use crate::view::MarkId;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, Element, Event, EventTarget, File, HtmlInputElement, KeyboardEvent};

/// Listens on the window for as long as the page lives.
pub fn on_window(event: &str, run: impl FnMut(Event) + 'static) {
    listen(&window(), event, run);
}

/// Listens on the document for as long as the page lives.
pub fn on_document(event: &str, run: impl FnMut(Event) + 'static) {
    listen(&document(), event, run);
}

pub(super) fn listen(target: &EventTarget, event: &str, run: impl FnMut(Event) + 'static) {
    let run = Closure::<dyn FnMut(Event)>::new(run);
    // Only a wrong name could fail here, and these are the browser's own.
    let _ = target.add_event_listener_with_callback(event, run.as_ref().unchecked_ref());
    run.forget();
}

/// A pressed key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What it writes or does, as the browser names it: "Enter", "p", "?"; a letter is large only with Shift. On a
    /// board without Latin letters it is what the same key writes on one that has them.
    pub name: String,
    /// The letter in the place of a sign, on a board that has one there: "q" for the Greek board's ";".
    pub letter: Option<String>,
    /// Control, or Command on a Mac.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, where it does not help to write a sign: left to the browser and the system.
    pub alt: bool,
}

/// The number of a key that an input method has taken for itself.
const TAKEN: u32 = 229;

/// The key of a keyboard event; none while words are being composed.
pub fn key_of(event: &Event) -> Option<Key> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if event.is_composing() || event.key_code() == TAKEN {
        return None;
    }
    let (key, shift) = (event.key(), event.shift_key());
    let place = on_latin_board(&event.code(), shift);
    let name = if is_foreign(&key) { place.clone().unwrap_or(key) } else { key };
    // Caps Lock makes letters large as well, and means nothing by it.
    let is_small = !shift && name.chars().nth(1).is_none();
    let name = if is_small { lower(&name) } else { name };
    // On many boards brackets and the like are written with AltGr, which Windows reports as Ctrl and Alt, and
    // with Option on a Mac: such a key is what it writes.
    let is_sign = name.chars().nth(1).is_none() && name.chars().all(|c| c.is_ascii_punctuation());
    let (control, alt) = (event.ctrl_key(), event.alt_key());
    let writes = is_sign && (alt || event.get_modifier_state("AltGraph")) && !event.meta_key();
    let command = (control || event.meta_key()) && !writes;
    let letter = place.filter(|_| is_sign && event.code().starts_with("Key"));
    Some(Key { name, letter, command, shift, alt: alt && !writes })
}

/// Whether a key writes a letter or a sign of another script.
fn is_foreign(key: &str) -> bool {
    let mut letters = key.chars();
    // Latin letters end before the Greek ones.
    letters.next().is_some_and(|first| first >= '\u{370}') && letters.next().is_none()
}

/// What a key writes on a board of the United States.
fn on_latin_board(code: &str, shift: bool) -> Option<String> {
    if let Some(letter) = code.strip_prefix("Key") {
        return Some(if shift { letter.to_owned() } else { lower(letter) });
    }
    if let Some(digit) = code.strip_prefix("Digit") {
        return Some(digit.to_owned());
    }
    let sign = match code {
        "BracketLeft" => "[",
        "BracketRight" => "]",
        "Period" => ".",
        "Comma" => ",",
        "Slash" if shift => "?",
        "Slash" => "/",
        _ => return None,
    };
    Some(sign.to_owned())
}

/// Fields that hold words: what is typed, pasted or dropped there is theirs.
const WORD_FIELDS: &str = "input:is(:not([type]), [type=text], [type=search]), textarea, [contenteditable]";

/// Whether an event is about a field that holds words, so that the page leaves it alone.
pub fn is_in_word_field(event: &Event) -> bool {
    is_in(event, WORD_FIELDS)
}

/// Whether a key is for the field it was pressed in: a letter for words, a date or a list, an arrow for
/// a slider.
pub fn is_fields_key(event: &Event, key: &Key) -> bool {
    let takes_letters = [WORD_FIELDS, ", input[type=date], select"].concat();
    is_in(event, &takes_letters) || (key.name.starts_with("Arrow") && is_in(event, "input[type=range]"))
}

/// Whether an event is about something that Enter presses.
pub fn is_on_button(event: &Event) -> bool {
    is_in(event, "a[href], button, input, select, summary, [role=option], [data-go]")
}

/// What a dialog that has just closed had the focus in hears keys until the next frame, but they are the page's.
fn is_in(event: &Event, selector: &str) -> bool {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let is_within = |element: &Element, selector| element.closest(selector).ok().flatten().is_some();
    target.is_some_and(|element| is_within(&element, selector) && !is_within(&element, "dialog:not([open])"))
}

/// The mark under an event: the innermost, or the one a margin note belongs to.
pub fn mark_under(event: &Event) -> Option<MarkId> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let holder = target.closest("[data-mark], [data-for]").ok()??;
    let key = holder.get_attribute("data-for").or_else(|| holder.get_attribute("data-mark"))?;
    MarkId::from_key(&key)
}

/// An attribute of what is under an event, or of what that stands in.
pub fn attribute_under(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

/// The line whose handle is under an event, by its first byte.
pub fn line_under(event: &Event) -> Option<usize> {
    attribute_under(event, "data-at")?.parse().ok()
}

/// Whether the focus came by keyboard. A finger or a mouse says by its click what it wants; a card
/// that opened before would lie between the two.
pub fn came_by_keyboard(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(true))
}

/// What a paste or drop holds.
pub enum Pasted {
    /// A file, and how many others came with it.
    File(File, u32),
    /// HTML, and plain text where that gives nothing.
    Html(String, String),
    /// Plain text.
    Plain(String),
}

/// What a drag that began on the page carries besides its words.
const OWN: &str = "application/x-galley";

/// Says of a drag that it began on the page.
pub fn own_drag(event: &Event) {
    if let Some(data) = transfer(event) {
        // A drag that cannot be told apart is taken for a new text, which can be undone.
        let _ = data.set_data(OWN, "words");
    }
}

/// What a drag brings to the place it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drag {
    /// A file or a text from elsewhere, for the page.
    New,
    /// Words for a field that takes them.
    ForField,
    /// Words of the page itself, over the page.
    Own,
}

/// Whether a drag began on the page.
pub fn is_own_drag(event: &Event) -> bool {
    transfer(event).is_some_and(|data| data.types().includes(&OWN.into(), 0))
}

/// What a drag brings to the place it is over. A field would not read a file, so files are for the page.
pub fn drag_of(event: &Event) -> Drag {
    let types = transfer(event).map(|data| data.types()).unwrap_or_default();
    let carries = |kind: &str| types.includes(&kind.into(), 0);
    match is_in_word_field(event) && !carries("Files") {
        true => Drag::ForField,
        false if is_own_drag(event) => Drag::Own,
        false => Drag::New,
    }
}

/// What was pasted or dropped. A file that a file manager copied comes with its name or its path as text:
/// then the file is meant. Words that come with a picture of themselves, as from Word or Excel, are meant
/// themselves.
pub fn pasted(event: &Event) -> Option<Pasted> {
    let data = transfer(event)?;
    let html = data.get_data("text/html").unwrap_or_default();
    let plain = data.get_data("text/plain").unwrap_or_default();
    let files = data.files().filter(|files| names_files(files, &plain, &html));
    if let Some(pasted) = files.and_then(|files| first_file(&files)) {
        return Some(pasted);
    }
    Some(if html.trim().is_empty() { Pasted::Plain(plain) } else { Pasted::Html(html, plain) })
}

/// Whether the text beside files is nothing but their names.
fn names_files(files: &web_sys::FileList, plain: &str, html: &str) -> bool {
    let is_name = |line: &str| {
        let name = line.trim().rsplit(['/', '\\']).next().unwrap_or_default();
        (0..files.length()).filter_map(|at| files.get(at)).any(|file| file.name() == name)
    };
    let mut lines = plain.lines().filter(|line| !line.trim().is_empty());
    if plain.trim().is_empty() { html.trim().is_empty() } else { lines.all(is_name) }
}

fn first_file(files: &web_sys::FileList) -> Option<Pasted> {
    Some(Pasted::File(files.get(0)?, files.length() - 1))
}

pub(super) fn transfer(event: &Event) -> Option<DataTransfer> {
    if let Some(paste) = event.dyn_ref::<web_sys::ClipboardEvent>() {
        return paste.clipboard_data();
    }
    event.dyn_ref::<web_sys::DragEvent>()?.data_transfer()
}

/// The file a person picked; the field is emptied so that the same file can be picked again.
pub fn file_of_input(event: &Event) -> Option<File> {
    match files_of_input(event)? {
        Pasted::File(file, _) => Some(file),
        Pasted::Html(..) | Pasted::Plain(_) => None,
    }
}

/// The files a person picked; the field is emptied so that the same file can be picked again.
pub fn files_of_input(event: &Event) -> Option<Pasted> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let pasted = first_file(&input.files()?);
    input.set_value("");
    pasted
}

/// A file's name and bytes; none where it is larger than `limit` or cannot be read.
pub async fn read_dropped(file: File, limit: usize) -> Result<(String, Vec<u8>), ReadError> {
    if file.size() > limit as f64 {
        return Err(ReadError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadError::Unreadable)?;
    Ok((file.name(), js_sys::Uint8Array::new(&buffer).to_vec()))
}

/// Why a file gave no bytes.
pub enum ReadError {
    /// Larger than the limit.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}
