//! The lines of the dialog of documents, as HTML: one string for all of them is a tenth of the code of a view for each.

use super::Shelf;
use crate::library::Listed;
use crate::ui::dom;
use crate::view::html::escape;
use crate::view::ledger::count;

/// All lines: first what was deleted since the dialog opened, then what a search finds.
pub(super) fn rows(shelf: &Shelf, shown: &str) -> String {
    let mut out = String::new();
    for listed in &shelf.deleted {
        deleted(&mut out, listed);
    }
    for listed in shelf.found() {
        match shelf.renaming.as_deref() == Some(&*listed.id) {
            true => renamed(&mut out, listed),
            false => row(&mut out, listed, listed.id == shown),
        }
    }
    out
}

/// How many there are, or that there are none.
pub(super) fn told(shelf: &Shelf) -> String {
    let found = shelf.found().count();
    match (shelf.list.len(), found) {
        _ if !shelf.trouble.is_empty() => shelf.trouble.into(),
        (0, _) => "Nothing is kept here yet. Paste an article: it is kept from then on.".into(),
        (_, 0) => "No document has these words.".into(),
        (all, found) if found < all => {
            [&found.to_string(), " of ", &count(all, "document", "documents")].concat()
        }
        (all, _) => count(all, "document", "documents"),
    }
}

fn row(out: &mut String, listed: &Listed, is_shown: bool) {
    let line = &listed.line;
    begin(out, &listed.id, if is_shown { "now" } else { "" });
    button(out, listed, "open", "", if is_shown { " aria-current=\"true\"" } else { "" });
    out.push_str("<span class=\"name\">");
    escape(out, line.title());
    out.push_str("</span><span class=\"detail\">");
    let mut facts = vec![count(line.words as usize, "word", "words")];
    if line.decisions > 0 {
        facts.push(count(line.decisions as usize, "decision", "decisions"));
    }
    if line.changed > 0 {
        facts.push(dom::when(line.changed));
    }
    facts.push([&line.bytes.div_ceil(1000).to_string(), " kB"].concat());
    if is_shown {
        facts.push("shown now".into());
    }
    out.push_str(&facts.join(" · "));
    out.push_str("</span></button>");
    for (act, name) in [("rename", "Rename"), ("copy", "Duplicate"), ("delete", "Delete")] {
        button(out, listed, act, name, "");
        out.push_str(name);
        out.push_str("</button>");
    }
    out.push_str("</li>");
}

/// A line whose document gets another name.
fn renamed(out: &mut String, listed: &Listed) {
    begin(out, &listed.id, "naming");
    out.push_str("<input id=\"new-name\" type=\"text\" aria-label=\"Name of the document\" value=\"");
    escape(out, listed.line.title());
    out.push_str("\"><button data-act=\"name\">Keep the name</button><button data-act=\"leave\">Leave it</button></li>");
}

fn deleted(out: &mut String, listed: &Listed) {
    begin(out, &listed.id, "deleted");
    out.push_str("<span>“");
    escape(out, listed.line.title());
    out.push_str("” is deleted. </span>");
    button(out, listed, "back", "Put back", "");
    out.push_str("Put back</button></li>");
}

fn begin(out: &mut String, id: &str, class: &str) {
    for part in ["<li class=\"", class, "\" data-id=\""] {
        out.push_str(part);
    }
    escape(out, id);
    out.push_str("\">");
}

/// The beginning of a button; one that says what it does and not to what is called by both.
fn button(out: &mut String, listed: &Listed, act: &str, name: &str, more: &str) {
    for part in ["<button data-act=\"", act, "\" id=\"", act, "-"] {
        out.push_str(part);
    }
    escape(out, &listed.id);
    out.push('"');
    if !name.is_empty() {
        for part in [" aria-label=\"", name, " “"] {
            out.push_str(part);
        }
        escape(out, listed.line.title());
        out.push_str("”\"");
    }
    out.push_str(more);
    out.push('>');
}
