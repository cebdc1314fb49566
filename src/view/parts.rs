//! The parts of an article as people choose them: a letter, a name, a sentence.

use super::blocks::Block;
use super::index::part_at;
use crate::document::Document;
use crate::document::article::ChosenPart;
use crate::document::part::Part;
use crate::document::reason::Rule;
use crate::document::structure::paragraph_at;
use crate::text::TextRange;

/// One part that can be chosen.
pub struct PartInfo {
    /// The part.
    pub part: Part,
    /// The key that chooses it.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is, a few words.
    pub about: &'static str,
}

const fn info(part: Part, key: &'static str, name: &'static str, about: &'static str) -> PartInfo {
    PartInfo { part, key, name, about }
}

/// Every part once, in the order articles have them.
pub const PARTS: &[PartInfo] = &[
    info(Part::Headline, "h", "Headline", "the title"),
    info(Part::Deck, "d", "Deck", "the lines under the title"),
    info(Part::Byline, "b", "Byline", "who wrote it"),
    info(Part::Credit, "c", "Credit", "who gave a picture or the copy"),
    info(Part::Timestamp, "t", "Time stamp", "when it was published"),
    info(Part::Caption, "p", "Caption", "what a picture shows"),
    info(Part::Body, "a", "Article", "the running text"),
    info(Part::Subheading, "s", "Subheading", "a heading inside"),
    info(Part::List, "l", "List", "an item of a list"),
    info(Part::Table, "r", "Table", "a row of figures"),
    info(Part::Signoff, "o", "Sign-off", "reporting by, editing by"),
    info(Part::Correction, "e", "Correction", "what the paper takes back"),
    info(Part::Update, "u", "Update tag", "which version this is"),
    info(Part::Furniture, "f", "Page furniture", "links, rankings, buttons: left out"),
];

/// The part that a key chooses.
pub fn of_key(key: &str) -> Option<Part> {
    PARTS.iter().find(|info| info.key.eq_ignore_ascii_case(key)).map(|info| info.part)
}

/// What a part is called.
pub fn name(part: Part) -> &'static str {
    PARTS.iter().find(|info| info.part == part).map_or("", |info| info.name)
}

/// Every part as a button, the present one marked.
pub fn list(now: Part) -> String {
    let mut out = String::new();
    for info in PARTS {
        let is_now = info.part == now;
        out.extend(["<button data-key=\"", info.key, "\" title=\"", info.about]);
        out.push_str(if is_now {
            "\" id=\"part-now\" class=\"now\" aria-pressed=\"true\">"
        } else {
            "\" aria-pressed=\"false\">"
        });
        out.extend(["<kbd>", info.key, "</kbd> ", info.name, "</button>"]);
    }
    out
}

/// A paragraph and how its part came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Where it stands: all lines of a wrapped paragraph.
    pub range: TextRange,
    /// Its part now.
    pub part: Part,
    /// Whether a person chose it.
    pub chosen: bool,
    /// Why it has that part.
    pub why: String,
}

/// The paragraph that holds a line of the page.
pub fn asked(document: &Document, block: Block) -> Asked {
    let structure = &document.layers.structure;
    let paragraph = structure.get(paragraph_at(structure, block.range.start()));
    let holding = paragraph.filter(|paragraph| paragraph.range.overlaps(block.range));
    let why =
        holding.map(|paragraph| super::explain::explain(document, &paragraph.why, None, paragraph.range));
    Asked {
        range: holding.map_or(block.range, |paragraph| paragraph.range),
        part: part_at(document, block.range.start()),
        chosen: holding.is_some_and(|paragraph| paragraph.why.rule == Rule::ChosenPart),
        why: why.map(|why| why.sentence).unwrap_or_default(),
    }
}

/// What is chosen of a passage once its paragraphs are left out, or taken in: each that changes, and each that a
/// person had chosen before.
pub fn passage(document: &Document, passage: TextRange, leave_out: bool) -> Vec<ChosenPart> {
    let structure = &document.layers.structure;
    let from = paragraph_at(structure, passage.start());
    let inside = structure[from..].iter().take_while(|paragraph| paragraph.range.overlaps(passage));
    let chosen = inside.filter_map(|paragraph| {
        let part = match (leave_out, paragraph.part) {
            (true, _) => Part::Furniture,
            (false, Part::Furniture) => Part::Body,
            (false, part) => part,
        };
        let decided = part != paragraph.part || paragraph.why.rule == Rule::ChosenPart;
        decided.then_some(ChosenPart { range: paragraph.range, part })
    });
    chosen.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{blocks::blocks, sample};

    #[test]
    fn every_part_has_its_own_key_and_name() {
        for (at, info) in PARTS.iter().enumerate() {
            assert_eq!(of_key(info.key), Some(info.part), "{}", info.name);
            assert_eq!(name(info.part), info.name);
            assert!(PARTS[..at].iter().all(|other| other.name != info.name && other.part != info.part));
        }
        assert_eq!(of_key("z"), None);
        assert_eq!(list(Part::Byline).matches("aria-pressed=\"true\"><kbd>b</kbd> Byline").count(), 1);
    }

    #[test]
    fn a_line_is_asked_about_with_its_paragraph() {
        let document = sample::document();
        let blocks = blocks(&document.article);
        let last = asked(&document, blocks[4]);
        assert_eq!((last.range, last.part, last.chosen), (blocks[4].range, Part::Furniture, false));
        assert_eq!(asked(&document, blocks[0]).part, Part::Headline);
    }

    #[test]
    fn a_passage_is_left_out_or_taken_in_as_a_whole() {
        let document = sample::document();
        let whole = TextRange::new(0, document.article.text.len());
        let parts = |range, out| passage(&document, range, out).into_iter().map(|chosen| chosen.part);
        let kept = document.layers.structure.iter().filter(|p| p.part != Part::Furniture).count();
        assert!(parts(whole, true).eq(std::iter::repeat_n(Part::Furniture, kept)));
        assert!(parts(whole, false).eq([Part::Body]));
        let last = document.layers.structure.last().expect("it has paragraphs").range;
        assert_eq!(parts(TextRange::new(0, last.start()), false).count(), 0);
    }
}
