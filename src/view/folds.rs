//! The page's own lines around an article: each run of them is shown as one quiet line, which opens in place.
//!
//! ```text
//! 37 lines of the page left out · show
//! Old ferry pier to close
//! ```

use super::blocks::Block;
use super::ledger::count;
use crate::document::Document;
use crate::document::part::Part;
use std::ops::Range;

/// Lines of the page that stand together and are all hidden or all shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The paragraphs of the proof, as indices.
    pub blocks: Range<usize>,
    /// Whether they are shown, below the line that hides them again.
    pub open: bool,
}

/// Every run of the page's own lines; `opened` says of a paragraph whether it is shown.
pub fn folds(document: &Document, blocks: &[Block], opened: &[bool]) -> Vec<Fold> {
    let mut folds: Vec<Fold> = Vec::new();
    let mut paragraphs = document.layers.structure.iter().peekable();
    for (at, block) in blocks.iter().enumerate() {
        while paragraphs.next_if(|paragraph| paragraph.range.end() <= block.range.start()).is_some() {}
        if paragraphs.peek().is_none_or(|paragraph| paragraph.part != Part::Furniture) {
            continue;
        }
        let open = opened.get(at).copied().unwrap_or(false);
        match folds.last_mut().filter(|fold| fold.blocks.end == at && fold.open == open) {
            Some(fold) => fold.blocks.end += 1,
            None => folds.push(Fold { blocks: at..at + 1, open }),
        }
    }
    folds
}

impl Fold {
    /// Draws the quiet line before its first paragraph, which begins at `byte`. In a later part of the proof nothing
    /// stands for the paragraphs but their number: `hidden` from `at` on.
    pub fn line(&self, out: &mut String, at: usize, hidden: usize, byte: usize) {
        let number = |out: &mut String, name: &str, value: usize| {
            out.extend([" ", name, "=\"", &value.to_string(), "\""]);
        };
        if at == self.blocks.start {
            out.push_str("<div class=\"left-out\"");
            number(out, "data-blocks", hidden);
            out.push_str("><button");
            number(out, "data-fold", at);
            if !self.open {
                number(out, "data-at", byte);
            }
            let (left_out, act) = if self.open { ("", "hide") } else { (" left out", "show") };
            out.extend([" aria-expanded=\"", if self.open { "true" } else { "false" }, "\">"]);
            let lines = count(self.blocks.len(), "line", "lines");
            out.extend([lines.as_str(), " of the page", left_out, " · <u>", act, "</u></button></div>"]);
        } else if hidden > 0 {
            out.push_str("<div hidden");
            number(out, "data-blocks", hidden);
            out.push_str("></div>");
        }
    }
}

/// The fold that holds a paragraph.
pub fn fold_at(folds: &[Fold], block: usize) -> Option<&Fold> {
    let at = folds.partition_point(|fold| fold.blocks.end <= block);
    folds.get(at).filter(|fold| fold.blocks.start <= block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::Article;
    use crate::view::blocks::blocks;

    const PAGE: &str = "Menu\nSign in\n\nPort strike ends after two weeks\nBy Ann Roe\n\nDock workers in Tema went back \
        to work on Monday after two weeks.\n\nThey had been promised a pension by the new owner of the port.\n\n\
        Most read\nTen harbours in pictures\n";

    fn folded(opened: &[usize]) -> Vec<(Range<usize>, bool)> {
        let document = annotate(Article::plain(PAGE));
        let blocks = blocks(&document.article);
        let opened: Vec<bool> = (0..99).map(|at| opened.contains(&at)).collect();
        folds(&document, &blocks, &opened).into_iter().map(|fold| (fold.blocks, fold.open)).collect()
    }

    #[test]
    fn lines_of_the_page_that_stand_together_are_one_fold() {
        assert_eq!(folded(&[]), [(0..2, false), (6..8, false)]);
    }

    #[test]
    fn a_line_that_was_opened_parts_a_run() {
        assert_eq!(folded(&[6, 7]), [(0..2, false), (6..8, true)]);
        assert_eq!(folded(&[1, 4]), [(0..1, false), (1..2, true), (6..8, false)]);
    }

    #[test]
    fn a_paragraph_finds_its_fold() {
        let folds = [Fold { blocks: 0..2, open: false }, Fold { blocks: 6..8, open: true }];
        let at = |block| fold_at(&folds, block).map(|fold| fold.blocks.start);
        assert_eq!([at(0), at(1), at(2), at(6), at(8)], [Some(0), Some(0), None, Some(6), None]);
    }

    #[test]
    fn a_quiet_line_says_how_many_it_stands_for_and_counts_those_of_its_part() {
        let line = |fold: Fold, at, hidden| {
            let mut html = String::new();
            fold.line(&mut html, at, hidden, 40);
            html
        };
        assert_eq!(
            line(Fold { blocks: 3..40, open: false }, 3, 9),
            "<div class=\"left-out\" data-blocks=\"9\"><button data-fold=\"3\" data-at=\"40\" aria-expanded=\"false\">\
             37 lines of the page left out · <u>show</u></button></div>"
        );
        assert_eq!(
            line(Fold { blocks: 3..40, open: false }, 12, 28),
            "<div hidden data-blocks=\"28\"></div>"
        );
        let open = line(Fold { blocks: 3..4, open: true }, 3, 0);
        assert!(
            open.ends_with("aria-expanded=\"true\">1 line of the page · <u>hide</u></button></div>"),
            "{open}"
        );
        assert_eq!(line(Fold { blocks: 3..9, open: true }, 5, 0), "");
    }
}
