//! What the dialog of documents draws, as HTML.

use super::shelf::Shelf;
use crate::library::Listed;
use crate::ui::dom;
use crate::ui::keep::is_to_be_kept;
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::html::escape;
use crate::view::ledger::count;

/// First what was deleted since the dialog opened, then what a search finds, then what concerns all.
pub(super) fn rows(shelf: &Shelf, state: State) -> String {
    let shown = state.document.get_untracked();
    let mut out = String::from("<ul class=\"documents\">");
    for listed in &shelf.deleted {
        begin(&mut out, listed, "deleted");
        title(&mut out, "<span>“", listed, "” is deleted.</span>");
        button(&mut out, "back", "Put back", Some(listed), "");
    }
    for listed in shelf.found() {
        if shelf.renaming == listed.id {
            begin(&mut out, listed, "naming");
            let field = "<input id=\"new-name\" type=\"text\" aria-label=\"Name of the document\" value=\"";
            title(&mut out, field, listed, "\">");
            button(&mut out, "name", "Keep the name", None, "");
            button(&mut out, "leave", "Leave it", None, "");
        } else {
            row(&mut out, listed, *shown == *listed.id);
        }
    }
    out.push_str("</ul>");
    all(&mut out, shelf, state);
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
    begin(out, listed, if is_shown { "now" } else { "" });
    let facts = [
        count(line.words as usize, "word", "words"),
        if line.decisions > 0 {
            count(line.decisions as usize, "decision", "decisions")
        } else {
            String::new()
        },
        if line.changed > 0 { dom::when(line.changed) } else { String::new() },
        [&line.bytes.div_ceil(1000).to_string(), " kB"].concat(),
        if is_shown { "shown now".into() } else { String::new() },
    ];
    let facts: Vec<&str> = facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    out.push_str(if is_shown { "<button aria-current=\"true\"" } else { "<button" });
    out.push_str(" data-act=\"open\" id=\"open-");
    escape(out, &listed.id);
    title(out, "\"><span class=\"name\">", listed, "</span><span class=\"detail\">");
    out.push_str(&facts.join(" · "));
    out.push_str("</span></button>");
    for (act, name) in [("rename", "Rename"), ("copy", "Duplicate"), ("delete", "Delete")] {
        button(out, act, name, Some(listed), "");
    }
}

/// How much room all of them take, and what can be done with all.
fn all(out: &mut String, shelf: &Shelf, state: State) {
    for part in [
        "<p class=\"fine\">",
        &shelf.room,
        " All of it is in this browser, and goes nowhere.</p><div class=\"passage\">",
    ] {
        out.push_str(part);
    }
    button(out, "save", "Download everything", None, "");
    button(out, "bring", "Bring a backup in", None, "");
    out.push_str(
        "<input id=\"backup-file\" type=\"file\" hidden aria-label=\"A backup\" accept=\".galley\">",
    );
    let can_be = state.sheet.with_untracked(|sheet| is_to_be_kept(sheet)) && !state.followed.get_untracked();
    let pressed = match (can_be, state.keeping.given(|given| given.unwanted)) {
        (false, _) => " disabled",
        (_, true) => " aria-pressed=\"true\"",
        (_, false) => " aria-pressed=\"false\"",
    };
    button(out, "unkeep", "Don’t keep this document", None, pressed);
    button(out, "clear", "Clear everything", None, "");
    out.push_str("</div>");
    if shelf.clearing {
        out.push_str(
            "<div class=\"clearing\" role=\"group\" aria-labelledby=\"clear-asked\"><p id=\"clear-asked\">\
             Clear everything Galley keeps here: all documents, your names and labels, your settings? This cannot be undone. \
             Download everything first if you may want any of it.</p><div class=\"passage\">",
        );
        button(out, "clear-not", "Keep everything", None, "");
        button(out, "clear-all", "Clear everything Galley keeps here", None, "");
        out.push_str("</div></div>");
    }
}

fn begin(out: &mut String, listed: &Listed, class: &str) {
    for part in ["<li class=\"", class, "\" data-id=\""] {
        out.push_str(part);
    }
    escape(out, &listed.id);
    out.push_str("\">");
}

fn title(out: &mut String, before: &str, listed: &Listed, after: &str) {
    out.push_str(before);
    escape(out, listed.line.title());
    out.push_str(after);
}

/// A button; one that is about a document is called by both.
fn button(out: &mut String, act: &str, name: &str, about: Option<&Listed>, more: &str) {
    for part in ["<button data-act=\"", act, "\" id=\"", act, "-"] {
        out.push_str(part);
    }
    if let Some(listed) = about {
        escape(out, &listed.id);
        for part in ["\" aria-label=\"", name, " "] {
            out.push_str(part);
        }
        title(out, "“", listed, "”");
    }
    for part in ["\"", more, ">", name, "</button>"] {
        out.push_str(part);
    }
}
