//! The ledger as one table, for a document or a sheet: as rich text, and as text with tabs. Nothing is counted in it but
//! how often a thing stands in the text.
//!
//! | List | Who or what | Detail | Places |
//! | --- | --- | --- | --- |
//! | Who says what | Amina Osei | “We moved twice,” | 1 |

use super::wanted::Wanted;
use crate::document::Document;
use crate::view::Layer;
use crate::view::html::escape;
use crate::view::index::{Index, range_of};
use crate::view::ledger::{Row, Section, ledger};

const HEADS: [&str; 4] = ["List", "Who or what", "Detail", "Places"];

/// As rich text and as text with tabs.
pub fn write(document: &Document, wanted: &Wanted) -> (String, String) {
    let index = Index::filtered(document, Vec::new(), wanted.filter);
    let (mut html, mut plain) = (String::from("<table>"), String::new());
    line(&mut html, &mut plain, "th", &HEADS.map(str::to_owned));
    let sections = ledger(document, &index);
    for section in sections.iter().filter(|section| wanted.layers.has(section.layer)) {
        for row in &section.rows {
            line(&mut html, &mut plain, "td", &cells(document, section, row));
        }
    }
    html.push_str("</table>");
    (html, plain)
}

/// Quotations stand there whole, which the screen shortens.
fn cells(document: &Document, section: &Section, row: &Row) -> [String; 4] {
    let (detail, places) = match section.layer {
        Layer::Quotations => (whole(document, row), 1),
        _ => (row.detail.clone(), row.marks.len()),
    };
    [section.title.to_owned(), row.title.clone(), detail, places.to_string()]
}

fn whole(document: &Document, row: &Row) -> String {
    let pieces = row.marks.iter().filter_map(|&mark| Some(document.words(range_of(document, mark)?)));
    pieces.collect::<Vec<_>>().join(" ")
}

fn line(html: &mut String, plain: &mut String, tag: &str, cells: &[String; 4]) {
    html.push_str("<tr>");
    for (at, cell) in cells.iter().enumerate() {
        let mut words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.starts_with('=') {
            // No sheet is to calculate what an article says.
            words.insert(0, '\'');
        }
        html.extend(["<", tag, ">"]);
        escape(html, &words);
        html.extend(["</", tag, ">"]);
        plain.extend([if at > 0 { "\t" } else { "" }, &words]);
    }
    html.push_str("</tr>");
    plain.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn each_line_of_the_ledger_is_a_row() {
        let (html, plain) = write(&sample::document(), &Wanted::usual(false));
        let lines: Vec<&str> = plain.lines().collect();
        assert_eq!(lines[0], "List\tWho or what\tDetail\tPlaces");
        assert!(lines.iter().all(|line| line.matches('\t').count() == 3), "{plain}");
        assert!(plain.contains("Who says what\tAmina Osei\t“We moved twice,”"), "{plain}");
        assert_eq!(html.matches("<tr>").count(), lines.len());
        assert!(html.contains("<td>People</td><td>Amina Osei</td>"), "{html}");
    }

    #[test]
    fn nothing_in_it_is_calculated() {
        let (mut html, mut plain) = (String::new(), String::new());
        line(&mut html, &mut plain, "td", &["=1+1".into(), "a\tb\nc".into(), "<b>".into(), String::new()]);
        assert_eq!(plain, "'=1+1\ta b c\t<b>\t\n");
        assert!(html.contains("<td>&lt;b&gt;</td>"), "{html}");
    }
}
