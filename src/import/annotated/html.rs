//! Galley's proof in HTML. It carries the document as Galley's JSON in a `template`, which browsers do not show; the
//! words of the article cannot open one, because every `<` of theirs is escaped. A proof without it shows its marks and
//! no more: those are read.

mod marks;

use super::marked::Marked;
use super::{file, json};

/// Opens what a proof carries.
const OPEN: &str = "<template id=\"galley-json\">";
const CLOSE: &str = "</template>";

pub(super) fn read(html: &str) -> Result<Marked, String> {
    if !html.contains("<h1>Proof by Galley</h1>") {
        return Err(
            "this page is no proof of Galley’s; to mark it as an article: galley annotate --from html".into(),
        );
    }
    let carried = html.rsplit_once(OPEN).and_then(|(_, rest)| rest.split_once(CLOSE));
    match carried {
        Some((carried, _)) => json::read(&file::json(marks::unescaped(carried).as_bytes())?.0),
        None => marks::read(html),
    }
}
