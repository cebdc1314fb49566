//! The article with its marks, for whoever asks to copy them: as rich text that Word, Google Docs and mail programs
//! read, and as plain text. Who speaks stands in brackets before a quotation, a label of the editor's own before its
//! words, a date's day after it.
//!
//! ```text
//! [Amina Osei] “We moved twice,” she said on Thursday [Thu 5 Mar 2026].
//! ```

use crate::document::Document;
use crate::export::clean;
use crate::export::wanted::Wanted;
use crate::view::blocks::{Block, Shape, paragraphs};
use crate::view::html::escape;
use crate::view::index::{Index, own_label, part_at};
use crate::view::notes::{NoteKind, note};
use crate::view::{Layer, Mark, MarkId, Piece, paragraph};

/// As rich text and as plain text.
pub fn write(document: &Document, wanted: &Wanted) -> (String, String) {
    let index = Index::filtered(document, Vec::new(), wanted.filter);
    let mut both = Both { document, html: String::new(), plain: String::new(), before: None, cells: false };
    for block in paragraphs(document) {
        let block = block.read_as(part_at(document, block.range.start()));
        both.block(block, &paragraph(block.range, &index.marks, wanted.layers));
    }
    both.close_run();
    (both.html, both.plain)
}

/// How a mark is drawn where there is no style sheet; nothing for what a person is to check.
fn style(mark: Mark) -> &'static str {
    match (mark.id, mark.layer) {
        (MarkId::Cue(_), _) => "text-decoration:underline;color:#8a6100",
        (_, Layer::People) => "text-decoration:underline;color:#1a4b9c",
        (_, Layer::Organisations) => "text-decoration:underline;color:#7a2584",
        (_, Layer::Places) => "text-decoration:underline;color:#12633c",
        (_, Layer::Groups) => "text-decoration:underline;color:#0b6470",
        (_, Layer::Others) => "text-decoration:underline;color:#7d4600",
        (_, Layer::Quotations) => "background:#fbeebd",
        (_, Layer::Times | Layer::Dateline) => "color:#a03c00",
        (_, Layer::Amounts) => "color:#4a5560",
        (_, Layer::References) => "text-decoration:underline;color:#5b5f8a",
        (_, Layer::Terms | Layer::Attitudes) => "font-style:italic",
        (_, Layer::Own) => "border-bottom:3px double",
        (_, Layer::Findings) => "",
    }
}

struct Both<'d> {
    document: &'d Document,
    html: String,
    plain: String,
    /// How the paragraph before is set.
    before: Option<Shape>,
    /// A tab parts two cells here.
    cells: bool,
}

impl Both<'_> {
    fn block(&mut self, block: Block, pieces: &[Piece]) {
        let (tag, row) = (clean::tag(block.shape), block.shape == Shape::Row);
        self.plain.push_str(clean::gap(self.before, block.shape));
        if self.before != Some(block.shape) {
            self.close_run();
            self.html.push_str(clean::around(block.shape).0);
        }
        self.before = Some(block.shape);
        self.html.extend(["<", tag, if row { "><td>" } else { ">" }]);
        self.cells = row;
        self.pieces(pieces);
        self.html.extend([if row { "</td></" } else { "</" }, tag, ">"]);
    }

    /// Ends the list or the table that the paragraph before stands in.
    fn close_run(&mut self) {
        if let Some(before) = self.before {
            self.html.push_str(clean::around(before).1);
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Words(range) => self.words(range.of(&self.document.article.text)),
                Piece::Mark { mark, first, inside } => self.mark(*mark, *first, inside),
            }
        }
    }

    fn words(&mut self, words: &str) {
        // Line ends in a paragraph are those of a text that something wrapped.
        self.plain.push_str(&words.replace('\n', " "));
        for (at, cell) in words.split('\t').enumerate() {
            if at > 0 {
                self.html.push_str(if self.cells { "</td><td>" } else { "\t" });
            }
            escape(&mut self.html, cell);
        }
    }

    fn mark(&mut self, mark: Mark, first: bool, inside: &[Piece]) {
        let note = note(self.document, mark).filter(|_| first);
        let (before, after) = match note {
            Some(note) if note.kind == NoteKind::Day || matches!(mark.id, MarkId::Time(_)) => {
                (None, Some(note.lead))
            }
            Some(note) => (Some(note.lead), None),
            None => {
                (own_label(self.document, mark.id).filter(|_| first).map(|label| label.name.clone()), None)
            }
        };
        if let Some(words) = before {
            self.note(["[", &words, "] "].concat());
        }
        self.html.extend(["<span style=\"", style(mark), "\">"]);
        // A mark over two cells keeps them together.
        let cells = std::mem::take(&mut self.cells);
        self.pieces(inside);
        self.cells = cells;
        self.html.push_str("</span>");
        if let Some(day) = after {
            self.note([" [", &day, "]"].concat());
        }
    }

    fn note(&mut self, note: String) {
        self.html.push_str("<small>");
        self.words(&note);
        self.html.push_str("</small>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn who_speaks_stands_before_the_words_and_a_day_after_them() {
        let (html, plain) = write(&sample::document(), &Wanted::usual(false));
        assert!(plain.contains("[Amina Osei] “We moved twice,”"), "{plain}");
        assert!(plain.contains("on Thursday [Thu 5 Mar 2026]"), "{plain}");
        assert!(
            html.contains("<small>[Amina Osei] </small><span style=\"background:#fbeebd\">“We"),
            "{html}"
        );
        assert!(!html.contains("<mark") && !html.contains("class="), "{html}");
    }

    #[test]
    fn lists_and_tables_stay_what_they_are() {
        let article = crate::import::markdown::read(
            "# Fares\n\nThe port of Harwick names them.\n\n- Adults pay four\n- Dogs pay one\n",
        );
        let (html, plain) = write(&crate::annotate::annotate(article.article), &Wanted::usual(true));
        assert!(html.contains("<ul><li>Adults pay") && html.contains("</li></ul>"), "{html}");
        assert!(plain.contains("four\nDogs pay"), "{plain}");
    }

    #[test]
    fn hidden_layers_are_not_copied() {
        let none = Wanted { layers: crate::view::LayerSet(0), ..Wanted::usual(false) };
        let (html, plain) = write(&sample::document(), &none);
        assert!(!html.contains("<span") && !plain.contains('['), "{html}");
    }
}
