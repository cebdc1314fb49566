//! The formats as the page's menu lists them: what each is for and what it leaves out, with its buttons.

use crate::document::Document;
use crate::export::{FOR_PEOPLE, FOR_PROGRAMS, Format, Wanted, Write};
use crate::view::html::escape;

/// The formats for people, then those for programs.
pub fn html(document: &Document, wanted: &Wanted) -> String {
    let mut out = String::new();
    group(&mut out, FOR_PEOPLE, document, wanted);
    out.push_str("<h3>For programs</h3>");
    group(&mut out, FOR_PROGRAMS, document, wanted);
    out
}

fn group(out: &mut String, formats: &[Format], document: &Document, wanted: &Wanted) {
    out.push_str("<ul class=\"formats\">");
    for format in formats {
        out.extend(["<li><div><strong>", format.name, "</strong><p>", format.about, "</p>"]);
        for loss in (format.programs.losses)(document, wanted) {
            out.push_str("<p class=\"loss\">");
            escape(out, &loss);
            out.push_str("</p>");
        }
        out.push_str("</div>");
        // What is no text cannot be copied.
        if matches!(format.write, Write::Text(_)) {
            button(out, "Copy", "copy", format);
        }
        button(out, "Download", "download", format);
        out.push_str("</li>");
    }
    out.push_str("</ul>");
}

fn button(out: &mut String, word: &str, name: &str, format: &Format) {
    out.extend([
        "<button data-",
        name,
        "=\"",
        format.id,
        "\" aria-label=\"",
        word,
        " ",
        format.name,
        "\">",
        word,
    ]);
    out.push_str("</button>");
}
