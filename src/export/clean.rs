//! Clean words: what is copied out of the proof for Word, a mail or a content system. Headings, lists and tables stay
//! what they are; no mark, letter or note comes along.

use crate::document::Document;
use crate::document::part::Part;
use crate::view::blocks::{self, Block, Shape};
use crate::view::html::escape;
use crate::view::index::part_at;

/// A paragraph, or as much of it as was selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// How it is set.
    pub shape: Shape,
    /// Its words.
    pub text: String,
}

/// All of an article, and how many paragraphs of the page's furniture are left out.
pub fn article(document: &Document) -> (Vec<Words>, usize) {
    let blocks = blocks::paragraphs(document);
    let count = blocks.len();
    let part = |block: &Block| part_at(document, block.range.start());
    let wanted = blocks.into_iter().filter(|block| part(block) != Part::Furniture);
    let words: Vec<Words> = wanted
        .map(|block| Words {
            shape: block.read_as(part(&block)).shape,
            text: document.words(block.range).to_owned(),
        })
        .collect();
    let left_out = count - words.len();
    (words, left_out)
}

/// As plain text: a blank line between paragraphs, none between items of a list or rows of a table.
pub fn plain(words: &[Words]) -> String {
    let mut out = String::new();
    let mut before = None;
    for Words { shape, text } in words {
        out.push_str(gap(before, *shape));
        out.push_str(&line(*shape, text));
        before = Some(*shape);
    }
    out
}

/// What parts two paragraphs of plain text.
pub(super) fn gap(before: Option<Shape>, shape: Shape) -> &'static str {
    match before {
        None => "",
        Some(before) if before == shape && matches!(shape, Shape::Item | Shape::Row) => "\n",
        Some(_) => "\n\n",
    }
}

/// As HTML. Words of one paragraph go into the sentence they are pasted in, so they are no paragraph.
pub fn html(words: &[Words]) -> String {
    let mut out = String::new();
    if let [Words { shape: Shape::Body | Shape::Small, text }] = words {
        escape(&mut out, &line(Shape::Body, text));
        return out;
    }
    paragraphs(&mut out, words);
    out
}

/// Writes whole paragraphs, each in its element.
pub(super) fn paragraphs(out: &mut String, words: &[Words]) {
    for run in words.chunk_by(|a, b| a.shape == b.shape) {
        let (open, close) = around(run[0].shape);
        out.push_str(open);
        run.iter().for_each(|words| paragraph(out, words));
        out.push_str(close);
    }
}

/// What stands around paragraphs of one kind.
pub(super) fn around(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Item => ("<ul>", "</ul>"),
        Shape::Row => ("<table>", "</table>"),
        _ => ("", ""),
    }
}

fn paragraph(out: &mut String, words: &Words) {
    let text = line(words.shape, &words.text);
    if words.shape == Shape::Row {
        out.push_str("<tr>");
        text.split('\t').for_each(|cell| element(out, "td", cell.trim()));
        return out.push_str("</tr>");
    }
    element(out, tag(words.shape), &text);
}

/// The element of a paragraph; of a row, which holds cells.
pub(super) fn tag(shape: Shape) -> &'static str {
    match shape {
        Shape::Headline => "h1",
        Shape::Subheading => "h2",
        Shape::Item => "li",
        Shape::Row => "tr",
        _ => "p",
    }
}

fn element(out: &mut String, tag: &str, text: &str) {
    out.extend(["<", tag, ">"]);
    escape(out, text);
    out.extend(["</", tag, ">"]);
}

/// The words in one line; only the cells of a row stand apart.
fn line(shape: Shape, text: &str) -> String {
    match shape {
        Shape::Row => text.to_owned(),
        _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[(Shape, &str)], expect_plain: &str, expect_html: &str) {
        let words: Vec<Words> =
            words.iter().map(|&(shape, text)| Words { shape, text: text.into() }).collect();
        assert_eq!(plain(&words), expect_plain);
        assert_eq!(html(&words), expect_html);
    }

    #[test]
    fn words_keep_their_headings_lists_and_tables_and_nothing_else() {
        use Shape::*;
        check(
            &[(Headline, "Ferry <back>"), (Small, "By Ada Quist"), (Body, "It sails\nagain.")],
            "Ferry <back>\n\nBy Ada Quist\n\nIt sails again.",
            "<h1>Ferry &lt;back&gt;</h1><p>By Ada Quist</p><p>It sails again.</p>",
        );
        check(
            &[
                (Subheading, "Fares"),
                (Item, "Adults"),
                (Item, "Dogs"),
                (Row, "Lytton\t4"),
                (Row, "Oakham\t5"),
            ],
            "Fares\n\nAdults\nDogs\n\nLytton\t4\nOakham\t5",
            "<h2>Fares</h2><ul><li>Adults</li><li>Dogs</li></ul>\
             <table><tr><td>Lytton</td><td>4</td></tr><tr><td>Oakham</td><td>5</td></tr></table>",
        );
    }

    #[test]
    fn words_out_of_a_sentence_go_into_a_sentence() {
        check(&[(Shape::Body, "the ferry & its crew")], "the ferry & its crew", "the ferry &amp; its crew");
        check(&[(Shape::Headline, "Ferry back")], "Ferry back", "<h1>Ferry back</h1>");
        check(&[], "", "");
    }
}
