//! A paragraph as HTML: the one drawing that screen, print and the HTML export share.
//!
//! Badges and notes stand in attributes and are painted by the style sheet, so the
//! text of the elements is the text of the article, to the letter: copying gives
//! clean words, and nothing is inserted that could move a line.

use super::blocks::{Block, Shape};
use super::index::{entity_of, is_doubtful, own_label, part_at};
use super::notes::{NoteKind, note};
use super::spoken::spoken;
use super::{Layer, LayerSet, Mark, MarkId, Marks, Piece, paragraph};
use crate::checks::Finding;
use crate::document::Document;
use crate::document::part::Part;
use crate::text::TextRange;

/// What a drawing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The page: marks take the focus and are announced.
    Screen,
    /// A file that reads without a script.
    File,
}

/// What to draw paragraphs from.
#[derive(Clone, Copy)]
pub struct Drawing<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its marks, as in [`super::index::Index`].
    pub marks: &'d Marks,
    /// What was found to check.
    pub findings: &'d [Finding],
    /// The layers shown.
    pub visible: LayerSet,
    /// What for.
    pub purpose: Use,
}

/// A paragraph without marks, for text that waits for them.
pub fn plain(out: &mut String, text: &str, block: Block) {
    open_block(out, block, Part::Body);
    escape(out, block.range.of(text));
    close_block(out, block);
}

impl Drawing<'_> {
    /// A paragraph with its marks.
    pub fn block(&self, out: &mut String, block: Block) {
        let part = part_at(self.document, block.range.start());
        let block = block.read_as(part);
        open_block(out, block, part);
        self.pieces(out, &paragraph(block.range, self.marks, self.visible), &mut Letters::default());
        if self.purpose == Use::Screen {
            self.handle(out, block);
        }
        close_block(out, block);
    }

    /// A part of a paragraph that is too long to be drawn whole: what stands inside its element.
    pub fn part(&self, out: &mut String, block: Block, range: TextRange) {
        self.pieces(out, &paragraph(range, self.marks, self.visible), &mut Letters::default());
        if self.purpose == Use::Screen && block.range.start() == range.start() {
            self.handle(out, block);
        }
    }

    /// The handle by which the paragraph's part is changed. It lies over the part's name and holds
    /// no words, so the text stays the article's. To a screen reader it is there while it has the focus:
    /// the paragraph it stands in is words and marks, and a heading is called what it says.
    fn handle(&self, out: &mut String, block: Block) {
        let part = super::parts::name(part_at(self.document, block.range.start()));
        out.push_str("<button class=\"handle\" tabindex=\"-1\" aria-hidden=\"true\"");
        attribute(out, "data-at", &block.range.start().to_string());
        attribute(out, "aria-label", &["Part: ", part].concat());
        out.push_str("></button>");
    }

    fn pieces(&self, out: &mut String, pieces: &[Piece], letters: &mut Letters) {
        for piece in pieces {
            match piece {
                Piece::Words(range) => self.words(out, *range, letters),
                Piece::Mark { mark, first, inside } => self.mark(out, *mark, *first, inside, letters),
            }
        }
    }

    fn words(&self, out: &mut String, range: TextRange, letters: &mut Letters) {
        let words = range.of(&self.document.article.text);
        letters.set(words);
        escape(out, words);
    }

    fn mark(&self, out: &mut String, mark: Mark, first: bool, inside: &[Piece], letters: &mut Letters) {
        if first {
            self.note(out, mark);
        }
        out.push_str("<mark class=\"");
        self.classes(out, mark, first, letters);
        out.push('"');
        if let Some(label) = own_label(self.document, mark.id) {
            attribute(out, "data-letter", &label.letter);
        }
        match self.purpose {
            Use::Screen => self.screen_attributes(out, mark, first, inside),
            Use::File => self.file_attributes(out, mark, first),
        }
        out.push('>');
        self.pieces(out, inside, letters);
        out.push_str("</mark>");
    }

    fn classes(&self, out: &mut String, mark: Mark, first: bool, letters: &mut Letters) {
        match mark.id {
            MarkId::Cue(_) => out.push_str("cue"),
            _ => out.push_str(mark.layer.info().class),
        }
        if let Some(label) = own_label(self.document, mark.id) {
            out.extend([" ", label.colour.class()]);
        }
        if let MarkId::Quote(i) = mark.id {
            let quote = &self.document.layers.quotes[i as usize];
            if mark.layer == Layer::Quotations {
                out.push(' ');
                out.push_str(quote.kind.name());
            }
            if quote.source.is_none() {
                out.push_str(" unattributed");
            }
        }
        let doubtful = is_doubtful(self.document, mark.id);
        if doubtful {
            out.push_str(" doubtful");
        }
        match (first, letters.place(mark, first, doubtful)) {
            (false, _) => out.push_str(" rest"),
            (true, 0) => {}
            (true, on) => out.extend([" on-", &on.to_string()]),
        }
    }

    /// A file's lists lead to its marks, so each has an address; what it is shows under the pointer.
    fn file_attributes(&self, out: &mut String, mark: Mark, first: bool) {
        if first {
            attribute(out, "id", &mark.id.key());
        }
        attribute(out, "title", &self.spoken(mark));
    }

    fn screen_attributes(&self, out: &mut String, mark: Mark, first: bool, inside: &[Piece]) {
        attribute(out, "data-mark", &mark.id.key());
        attribute(out, "data-layer", mark.layer.info().class);
        if let Some(entity) = entity_of(self.document, mark.id) {
            attribute(out, "data-entity", &entity.0.to_string());
        }
        if first {
            let holds_marks = inside.iter().any(|piece| matches!(piece, Piece::Mark { .. }));
            // Enter opens the card of either; a group has no other way to say so.
            out.push_str(match holds_marks {
                true => " role=\"group\" aria-keyshortcuts=\"Enter\"",
                false => " role=\"button\" aria-haspopup=\"dialog\" aria-expanded=\"false\"",
            });
            out.push_str(" tabindex=\"-1\"");
            attribute(out, "aria-label", &self.label(mark, holds_marks));
        }
    }

    /// A quotation that holds no other mark is announced as one thing, so its words are in its name.
    fn label(&self, mark: Mark, holds_marks: bool) -> String {
        let label = self.spoken(mark);
        match mark.id {
            MarkId::Quote(_) if !holds_marks => [self.document.words(mark.range), ", ", &label].concat(),
            _ => label,
        }
    }

    fn spoken(&self, mark: Mark) -> String {
        let MarkId::Finding(i) = mark.id else { return spoken(self.document, mark.id) };
        let sentence = self.findings.get(i as usize).map(Finding::sentence).unwrap_or_default();
        [self.document.words(mark.range), ", to check: ", &sentence].concat()
    }

    fn note(&self, out: &mut String, mark: Mark) {
        let Some(note) = note(self.document, mark) else { return };
        out.push_str("<span class=\"note ");
        out.push_str(note.kind.class());
        out.push('"');
        // On the page a mark's own name says it; a file's marks have none.
        if self.purpose == Use::Screen {
            attribute(out, "aria-hidden", "true");
        }
        attribute(out, "data-for", &note.mark.key());
        attribute(out, "data-lead", &note.lead);
        let rest = if note.kind == NoteKind::Open { "" } else { note.rest.as_str() };
        attribute(out, "data-rest", rest);
        out.push_str("></span>");
    }
}

/// Where the letters of marks stand in a paragraph, so that none lies under another.
///
/// ```text
/// Q P?            L
/// “Osei moved to Tema
/// ```
///
/// A letter is about as wide as two narrow characters of the text, so places are counted in characters: where
/// the text has not come as far as the letters have, the next letter moves on. Lines that end in between only
/// make some letter move that need not.
#[derive(Default)]
struct Letters {
    /// So many characters of the paragraph are set.
    set: usize,
    /// From here on no letter stands.
    free: usize,
}

impl Letters {
    /// The furthest that a letter moves on.
    const FURTHEST: usize = 8;

    fn set(&mut self, words: &str) {
        self.set += words.chars().count();
    }

    /// How far a mark's letter moves on, in half letters.
    fn place(&mut self, mark: Mark, first: bool, doubtful: bool) -> usize {
        if !first || matches!(mark.id, MarkId::Cue(_)) {
            return 0;
        }
        let on = self.free.saturating_sub(self.set).min(Self::FURTHEST);
        // The widest letter, and one with a question mark, take half a letter more.
        let wide = doubtful || matches!(mark.layer, Layer::Terms | Layer::Own);
        self.free = self.set + on + if wide { 3 } else { 2 };
        on
    }
}

fn open_block(out: &mut String, block: Block, part: Part) {
    out.push('<');
    out.push_str(tag(block.shape));
    out.push_str(" class=\"");
    out.push_str(shape_class(block.shape));
    out.push_str("\" dir=\"auto\"");
    if part != Part::Body {
        attribute(out, "data-part", part.name());
    }
    out.push('>');
}

fn close_block(out: &mut String, block: Block) {
    out.push_str("</");
    out.push_str(tag(block.shape));
    out.push('>');
}

/// The page's own name is its first heading; the article's come below it.
fn tag(shape: Shape) -> &'static str {
    match shape {
        Shape::Headline => "h2",
        Shape::Subheading => "h3",
        _ => "p",
    }
}

/// The class in the style sheet of a paragraph set so.
pub fn shape_class(shape: Shape) -> &'static str {
    match shape {
        Shape::Headline => "headline",
        Shape::Subheading => "subheading",
        Shape::Small => "small",
        Shape::Item => "item",
        Shape::Row => "row",
        Shape::Body => "body",
    }
}

/// Writes ` name="value"`.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Writes text so that HTML reads the same text back. NUL, which HTML cannot hold, becomes U+FFFD.
pub fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\r' => "&#13;",
            0 => "\u{fffd}",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{blocks::blocks, index::Index, sample};

    fn draw(purpose: Use) -> Vec<String> {
        let document = sample::document();
        let index = Index::new(&document);
        let Index { marks, findings, .. } = &index;
        let drawing = Drawing { document: &document, marks, findings, visible: LayerSet::ALL, purpose };
        let html = |block| {
            let mut out = String::new();
            drawing.block(&mut out, block);
            out
        };
        blocks(&document.article).into_iter().map(html).collect()
    }

    #[test]
    fn a_mark_carries_its_layer_its_name_and_its_role() {
        let third = &draw(Use::Screen)[2];
        assert_eq!(
            third,
            "<p class=\"body\" dir=\"auto\">The chairman, <mark class=\"people\" data-mark=\"m3\" \
             data-layer=\"people\" data-entity=\"1\" role=\"button\" \
             aria-haspopup=\"dialog\" aria-expanded=\"false\" tabindex=\"-1\" aria-label=\"Kofi Lindqvist, person\">Kofi Lindqvist</mark>, offered <mark class=\"amounts\" \
             data-mark=\"a0\" data-layer=\"amounts\" role=\"button\" aria-haspopup=\"dialog\" aria-expanded=\"false\" tabindex=\"-1\" \
             aria-label=\"$5, amount\">$5</mark>.<button class=\"handle\" tabindex=\"-1\" aria-hidden=\"true\" data-at=\"145\" \
             aria-label=\"Part: Article\"></button></p>"
        );
    }

    #[test]
    fn a_name_inside_a_quotation_is_a_button_inside_a_group() {
        let second = &draw(Use::Screen)[1];
        assert!(second.contains("data-mark=\"q1\" data-layer=\"quotations\" role=\"group\""));
        assert!(second.contains("“<mark class=\"organisations on-1\" data-mark=\"m2\""));
        assert!(second.contains("Osei Group</mark> &lt;moved&gt;.”</mark>"));
    }

    #[test]
    fn marks_of_furniture_are_left_out() {
        let last = &draw(Use::Screen)[4];
        assert_eq!(
            last,
            "<p class=\"body\" dir=\"auto\" data-part=\"furniture\">Most read: Amina Osei in pictures\
             <button class=\"handle\" tabindex=\"-1\" aria-hidden=\"true\" data-at=\"280\" aria-label=\"Part: Page furniture\"></button></p>"
        );
    }

    #[test]
    fn the_headline_is_the_one_the_engine_found() {
        let mut document = sample::document();
        document.layers.structure[0].part = Part::Furniture;
        document.layers.structure[1].part = Part::Headline;
        let index = Index::new(&document);
        let (marks, purpose) = (&index.marks, Use::File);
        let drawing = Drawing { document: &document, marks, findings: &[], visible: LayerSet::ALL, purpose };
        let mut out = String::new();
        blocks(&document.article).into_iter().for_each(|block| drawing.block(&mut out, block));
        assert_eq!(out.matches("<h2").count(), 1, "{out}");
        assert!(out.starts_with("<p class=\"body\"") && out.contains("<h2"), "{out}");
    }

    #[test]
    fn letters_that_would_lie_under_another_move_on() {
        type Case<'c> = (&'c [(usize, Layer, bool)], &'c [usize]);
        let cases: [Case; 4] = [
            // A name right after a quotation mark, and a date at the same place as a dateline and a town.
            (&[(0, Layer::Quotations, false), (1, Layer::People, false)], &[0, 1]),
            (&[(0, Layer::Dateline, false), (0, Layer::Places, true), (0, Layer::Times, false)], &[0, 2, 5]),
            (&[(0, Layer::Terms, false), (1, Layer::Others, false)], &[0, 2]),
            // Apart they stay over their own words.
            (&[(0, Layer::People, true), (3, Layer::Times, false), (9, Layer::Places, false)], &[0, 0, 0]),
        ];
        for (letters, expect) in cases {
            let mut row = Letters::default();
            let place = |&(at, layer, doubtful): &(usize, Layer, bool)| {
                row.set(&"i".repeat(at - row.set));
                let mark = Mark { id: MarkId::Mention(0), range: TextRange::new(0, 1), layer };
                row.place(mark, true, doubtful)
            };
            assert_eq!(letters.iter().map(place).collect::<Vec<_>>(), expect, "{letters:?}");
        }
    }

    #[test]
    fn a_file_needs_no_focus() {
        let file = draw(Use::File).concat();
        assert!(!file.contains("tabindex") && !file.contains("<button"));
    }

    #[test]
    fn a_doubtful_mark_is_drawn_and_announced_as_one() {
        let mut document = sample::document();
        document.layers.mentions[3].score = 650;
        let index = Index::new(&document);
        let drawing = Drawing {
            document: &document,
            marks: &index.marks,
            findings: &[],
            visible: LayerSet::ALL,
            purpose: Use::Screen,
        };
        let mut out = String::new();
        blocks(&document.article).into_iter().for_each(|block| drawing.block(&mut out, block));
        assert_eq!(out.matches("class=\"people doubtful\"").count(), 1);
        assert!(out.contains("aria-label=\"Kofi Lindqvist, person, doubtful\""));
    }

    #[test]
    fn a_name_over_two_lines_of_one_paragraph_is_one_mark() {
        let text = "The Tarn River Board said on Monday that Priya\nNandakumar had asked it to wait for the Tarn River\n\
            Authority, which would not say whether it could\nafford the bridge, although nobody asked it to\n\
            wait any longer than that.\n";
        let document = crate::annotate::annotate(crate::document::article::Article::plain(text));
        let index = Index::new(&document);
        let (marks, purpose) = (&index.marks, Use::File);
        let drawing = Drawing { document: &document, marks, findings: &[], visible: LayerSet::ALL, purpose };
        let mut out = String::new();
        crate::view::blocks::paragraphs(&document)
            .into_iter()
            .for_each(|block| drawing.block(&mut out, block));
        assert_eq!(out.matches("<p").count(), 1, "{out}");
        assert!(out.contains(">Priya\nNandakumar</mark>"), "{out}");
        assert!(out.contains(">Tarn River\nAuthority</mark>"), "{out}");
    }

    #[test]
    fn a_name_over_lines_that_are_meant_is_marked_in_each() {
        let mut document = sample::document();
        let at = document.layers.mentions[1].range.start() + "Amina".len();
        document.article.text.replace_range(at..at + 1, "\n");
        let index = Index::new(&document);
        let marks = &index.marks;
        let drawing =
            Drawing { document: &document, marks, findings: &[], visible: LayerSet::ALL, purpose: Use::File };
        let mut out = String::new();
        blocks(&document.article).into_iter().for_each(|block| drawing.block(&mut out, block));
        assert!(out.contains(">Amina</mark>") && out.contains(">Osei</mark>"), "{out}");
        assert_eq!(
            out.matches("Amina Osei, person").count() + out.matches("Amina\nOsei, person").count(),
            2,
            "{out}"
        );
    }
}
