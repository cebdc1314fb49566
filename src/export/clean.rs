//! Clean words: what is copied out of the proof for Word, a mail or a content system. Headings, lists and tables stay
//! what they are, and links, heavy and slanted letters of the source come back; no mark, letter or note comes along.

use crate::document::Document;
use crate::document::hints::HintKind;
use crate::document::looks::{EMPHASIS, Look, NUMBERED, STRONG, pieces};
use crate::document::part::Part;
use crate::text::TextRange;
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
    /// Of a heading its level, where the source has told it; else 0.
    pub level: u8,
    /// How its words look.
    pub looks: Vec<Look>,
}

impl Words {
    /// Plain words.
    pub fn plain(shape: Shape, text: impl Into<String>) -> Words {
        Words { shape, text: text.into(), level: 0, looks: Vec::new() }
    }

    /// A paragraph as its source had it.
    pub fn of(document: &Document, looks: &[Look], block: Block) -> Words {
        let within = |look: &Look| {
            let (range, start) = (look.range.intersect(block.range)?, block.range.start());
            let range = TextRange::new(range.start() - start, range.end() - start);
            Some(Look { range, ..look.clone() })
        };
        let hint = document.article.hints.iter().find(|hint| hint.range.overlaps(block.range));
        let level = match hint.and_then(|hint| hint.kind) {
            Some(HintKind::Heading(level)) if matches!(block.shape, Shape::Headline | Shape::Subheading) => {
                level
            }
            _ => 0,
        };
        let text = document.words(block.range).to_owned();
        Words { shape: block.shape, text, level, looks: looks.iter().filter_map(within).collect() }
    }

    /// Whether it is an item of a numbered list.
    pub(super) fn is_numbered(&self) -> bool {
        self.looks.iter().any(|look| look.style & NUMBERED != 0)
    }

    /// The element it is; of a row, which holds cells.
    fn tag(&self) -> &'static str {
        match self.level {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            6 => "h6",
            _ => tag(self.shape),
        }
    }
}

/// All of an article, whose words look like this, and how many paragraphs of the page's furniture are left out.
pub fn article(document: &Document, looks: &[Look]) -> (Vec<Words>, usize) {
    let blocks = blocks::paragraphs(document);
    let count = blocks.len();
    let part = |block: &Block| part_at(document, block.range.start());
    let wanted = blocks.into_iter().filter(|block| part(block) != Part::Furniture);
    let words: Vec<Words> =
        wanted.map(|block| Words::of(document, looks, block.read_as(part(&block)))).collect();
    let left_out = count - words.len();
    (words, left_out)
}

/// As plain text: a blank line between paragraphs, none between items of a list or rows of a table.
pub fn plain(words: &[Words]) -> String {
    let mut out = String::new();
    let mut before = None;
    for Words { shape, text, .. } in words {
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
    if let [words @ Words { shape: Shape::Body | Shape::Small, .. }] = words {
        inline(&mut out, words, TextRange::new(0, words.text.len()));
        return out;
    }
    paragraphs(&mut out, words);
    out
}

/// Writes whole paragraphs, each in its element.
pub(super) fn paragraphs(out: &mut String, words: &[Words]) {
    for run in words.chunk_by(|a, b| a.shape == b.shape && a.is_numbered() == b.is_numbered()) {
        let (open, close) = match run[0].shape {
            Shape::Item if run[0].is_numbered() => ("<ol>", "</ol>"),
            shape => around(shape),
        };
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
    out.extend(["<", words.tag(), ">"]);
    let mut at = 0;
    // Only a row has cells.
    let cells = words.text.split(|c| c == '\t' && words.shape == Shape::Row);
    for cell in cells {
        let range = TextRange::new(at, at + cell.len());
        at = range.end() + 1;
        let (open, close) = if words.shape == Shape::Row { ("<td>", "</td>") } else { ("", "") };
        out.push_str(open);
        inline(out, words, range);
        out.push_str(close);
    }
    out.extend(["</", words.tag(), ">"]);
}

/// The styles and their elements.
const STYLES: [(u8, &str); 2] = [(STRONG, "strong"), (EMPHASIS, "em")];

/// Words of a paragraph as they look.
fn inline(out: &mut String, words: &Words, range: TextRange) {
    let (range, mut link) = (range.trim(&words.text), "");
    for (range, style, href) in pieces(&words.looks, range, &words.text) {
        if link != href {
            out.push_str(if link.is_empty() { "" } else { "</a>" });
            if !href.is_empty() {
                out.push_str("<a href=\"");
                escape(out, href);
                out.push_str("\">");
            }
            link = href;
        }
        let styles = || STYLES.iter().filter(|(bit, _)| style & bit != 0);
        styles().for_each(|(_, tag)| out.extend(["<", *tag, ">"]));
        escape(out, &blanks_as_one(range.of(&words.text)));
        styles().rev().for_each(|(_, tag)| out.extend(["</", *tag, ">"]));
    }
    out.push_str(if link.is_empty() { "" } else { "</a>" });
}

/// The words with one blank wherever white space is.
pub(super) fn blanks_as_one(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out
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
        let words: Vec<Words> = words.iter().map(|&(shape, text)| Words::plain(shape, text)).collect();
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

    #[test]
    fn words_look_as_they_did() {
        let look = |words: &str, text: &str, style, href: &str| {
            let at = text.find(words).expect("it stands there");
            Look { range: TextRange::new(at, at + words.len()), style, href: href.into() }
        };
        let text = "Read the full report by Ann & Co now.";
        let looks = vec![
            look("the", text, 0, "https://a.org/?b&c"),
            look("full", text, STRONG, "https://a.org/?b&c"),
            look("report", text, 0, "https://a.org/?b&c"),
            look("Ann & Co", text, STRONG | EMPHASIS, ""),
        ];
        let body = Words { looks, ..Words::plain(Shape::Body, text) };
        let heading = Words { level: 3, ..Words::plain(Shape::Subheading, "Fares") };
        let item = |text: &str| Words {
            looks: vec![look(text, text, NUMBERED, "")],
            ..Words::plain(Shape::Item, text)
        };
        assert_eq!(
            html(&[heading, body.clone(), item("One"), item("Two"), Words::plain(Shape::Item, "Three")]),
            "<h3>Fares</h3><p>Read <a href=\"https://a.org/?b&amp;c\">the <strong>full</strong> report</a> by \
             <strong><em>Ann &amp; Co</em></strong> now.</p><ol><li>One</li><li>Two</li></ol><ul><li>Three</li></ul>"
        );
        assert!(html(&[body]).starts_with("Read <a href"));
    }
}
