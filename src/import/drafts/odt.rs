//! OpenDocument text: paragraphs, headings and items of lists of `content.xml`.

use super::element::element;
use crate::import::annotated::unpack::Zip;
use crate::import::annotated::xml::{Part, attribute, each};

/// What holds no words of the article: what was deleted, comments, notes at the foot, indexes.
const UNREAD: [&str; 4] = ["tracked-changes", "annotation", "note", "table-of-content"];

/// The most blanks that one element may stand for.
const MOST_BLANKS: usize = 1_000;

pub(super) fn page(mut zip: Zip<'_>) -> Result<String, String> {
    let content = zip.text("content.xml")?.ok_or("this OpenDocument file lacks content.xml")?;
    let mut page = String::new();
    let (mut words, mut unread, mut items, mut open) = (String::new(), 0_usize, 0_usize, false);
    each(&content, |part| match part {
        Part::Open(name, tag) => match name {
            name if UNREAD.contains(&name) => unread += 1,
            _ if unread > 0 => {}
            "p" | "h" => (words.clear(), open = true).0,
            "list-item" => items += 1,
            "tab" => words.push('\t'),
            "line-break" => words.push('\n'),
            "s" => {
                let blanks = attribute(tag, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                words.extend(std::iter::repeat_n(' ', blanks.min(MOST_BLANKS)));
            }
            _ => {}
        },
        Part::Close(name) => match name {
            name if UNREAD.contains(&name) => unread = unread.saturating_sub(1),
            _ if unread > 0 => {}
            "list-item" => items = items.saturating_sub(1),
            "p" | "h" => {
                open = false;
                element(
                    &mut page,
                    if name == "h" {
                        "h2"
                    } else if items > 0 {
                        "li"
                    } else {
                        "p"
                    },
                    &words,
                );
            }
            _ => {}
        },
        Part::Text(text) if open && unread == 0 => words.push_str(text),
        Part::Text(_) => {}
    })?;
    Ok(page)
}
