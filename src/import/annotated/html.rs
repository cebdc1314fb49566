//! Galley's proof in HTML. It carries the document as Galley's JSON in a `template`, which browsers do not show; the
//! words of the article cannot open one, because every `<` of theirs is escaped. A proof without it shows its marks and
//! no more: those are read.

mod marks;

use super::{Marked, json, parsed};

/// Opens what a proof carries.
pub(super) const OPEN: &str = "<template id=\"galley-json\">";
const CLOSE: &str = "</template>";

pub(super) fn is(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(200)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.trim_start_matches('\u{feff}').trim_start().starts_with("<!doctype html")
}

pub(super) fn read(bytes: &[u8]) -> Result<Marked, String> {
    let html =
        std::str::from_utf8(bytes).map_err(|_| "this page is not in UTF-8: it is no proof of Galley’s")?;
    if !html.contains("<h1>Proof by Galley</h1>") {
        return Err(
            "this page is no proof of Galley’s; to mark it as an article: galley annotate --from html".into(),
        );
    }
    let carried = html.rsplit_once(OPEN).and_then(|(_, rest)| rest.split_once(CLOSE));
    match carried {
        Some((carried, _)) => json::of_value(&parsed(unescaped(carried).as_bytes())?),
        None => marks::read(html),
    }
}

/// What the proof's writer escaped, undone; words that it cannot have escaped stay as they are.
fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap_or(text.into()).into_owned()
}
