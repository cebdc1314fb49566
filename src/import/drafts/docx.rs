//! Word without Galley's comments: paragraphs, headings and items of lists.

use super::element::element;
use crate::import::annotated::unpack::Zip;
use crate::import::annotated::xml::{Part, attribute, each};

/// What holds no words of the article: what was deleted or moved away, and what older programs see instead of a box.
const UNREAD: [&str; 3] = ["del", "moveFrom", "Fallback"];

pub(super) fn page(mut zip: Zip<'_>) -> Result<String, String> {
    let document =
        zip.text("word/document.xml")?.ok_or("this is no .docx file: it lacks word/document.xml")?;
    let mut page = String::new();
    let (mut words, mut tag) = (String::new(), "p");
    let (mut unread, mut is_text, mut properties) = (0_usize, false, false);
    each(&document, |part| match part {
        Part::Open(name, attributes) => match name {
            name if UNREAD.contains(&name) => unread += 1,
            _ if unread > 0 => {}
            "p" => {
                words.clear();
                tag = "p";
            }
            // A paragraph's own tab stops are no tabs.
            "pPr" => properties = true,
            "pStyle" => tag = of_style(&attribute(attributes, "val").unwrap_or_default()),
            "numPr" if tag == "p" => tag = "li",
            "t" => is_text = true,
            "tab" if !properties => words.push('\t'),
            "br" | "cr" => words.push('\n'),
            "noBreakHyphen" => words.push('\u{2011}'),
            _ => {}
        },
        Part::Close(name) => match name {
            name if UNREAD.contains(&name) => unread = unread.saturating_sub(1),
            _ if unread > 0 => {}
            "pPr" => properties = false,
            "t" => is_text = false,
            "p" => element(&mut page, tag, &words),
            _ => {}
        },
        Part::Text(text) if is_text && unread == 0 => words.push_str(text),
        Part::Text(_) => {}
    })?;
    Ok(page)
}

/// The element of a style of Word's: "Heading2" is a heading of the second rank.
fn of_style(style: &str) -> &'static str {
    match style {
        "Title" | "Heading1" => "h1",
        "ListParagraph" => "p",
        style if style.starts_with("Heading") || style == "Subtitle" => "h2",
        _ => "p",
    }
}
