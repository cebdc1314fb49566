//! How each paragraph is set, told from the text alone, so that a paste shows at once.
//!
//! The engine's own reading of the parts comes later and only labels and dims paragraphs: no line moves when the marks
//! arrive, unless a headline or a subheading is found, or the lines were those of a hard-wrapped text, which are then
//! set as the paragraphs they are.

use crate::document::Document;
use crate::document::article::Article;
use crate::document::hints::HintKind;
use crate::document::part::Part;
use crate::document::structure::{Paragraph, paragraph_at};
use crate::text::{TextRange, is_cut};

/// One paragraph to be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its text, white space at the ends left out.
    pub range: TextRange,
    /// How it is set.
    pub shape: Shape,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The title, largest.
    Headline,
    /// A heading between paragraphs.
    Subheading,
    /// A caption, a time stamp, a byline: smaller.
    Small,
    /// An item of a list.
    Item,
    /// A row of figures: tabs are kept.
    Row,
    /// Running text.
    Body,
}

/// The paragraphs of an article before it is read, one a line, blank ones left out; a word that a line's
/// end cuts is not parted.
pub fn blocks(article: &Article) -> Vec<Block> {
    set(article, lines(article))
}

/// The paragraphs of a document.
pub fn paragraphs(document: &Document) -> Vec<Block> {
    let lines = blocks(&document.article);
    joined(&document.article, &lines, &document.layers.structure).unwrap_or(lines)
}

/// The lines of hard-wrapped text joined to the paragraphs that Galley reads in them; none where each line
/// is a paragraph already.
///
/// ```text
/// Mayor Ann Reeve said the bridge over the     one paragraph
/// river Tarn would reopen.
/// ```
///
/// The line ends stay in the text, and are blanks where it is shown. Verse, tables and lists keep their
/// lines, because Galley reads each as a paragraph.
pub fn joined(article: &Article, lines: &[Block], structure: &[Paragraph]) -> Option<Vec<Block>> {
    let mut ranges: Vec<TextRange> = Vec::with_capacity(lines.len());
    let mut last = None;
    let mut joins = false;
    for line in lines {
        let paragraph = paragraph_at(structure, line.range.start());
        let goes_on = last == Some(paragraph);
        if !goes_on {
            // Asked once a paragraph: one may have a hundred thousand lines.
            joins = structure.get(paragraph).is_some_and(|p| !is_code(p.range.of(&article.text)));
            last = Some(paragraph);
        }
        match ranges.last_mut().filter(|_| goes_on && joins) {
            Some(before) => *before = before.cover(line.range),
            None => ranges.push(line.range),
        }
    }
    (ranges.len() < lines.len()).then(|| set(article, ranges))
}

/// Whether a line begins or ends a block of a program: its lines are meant.
fn is_code(words: &str) -> bool {
    words.lines().any(|line| line.trim_end().ends_with(['{', '}']))
}

/// The same paragraphs as before, set anew, as after a person has chosen the part of one.
pub fn again(article: &Article, before: &[Block]) -> Vec<Block> {
    set(article, before.iter().map(|block| block.range).collect())
}

fn lines(article: &Article) -> Vec<TextRange> {
    let text = &article.text;
    let mut lines: Vec<TextRange> = Vec::new();
    // Rich text knows its paragraphs.
    let is_plain = !article.knows_its_paragraphs();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = TextRange::new(at, at + line.len()).trim(text);
        at += line.len();
        if range.is_empty() {
            continue;
        }
        match lines.last_mut().filter(|last| is_plain && is_cut_between(text, **last, range)) {
            Some(last) => *last = last.cover(range),
            None => lines.push(range),
        }
    }
    lines
}

/// How each paragraph is set.
fn set(article: &Article, ranges: Vec<TextRange>) -> Vec<Block> {
    let text = &article.text;
    let mut hints = article.hints.iter().peekable();
    let block = |range: TextRange| {
        while hints.next_if(|hint| hint.range.end() <= range.start()).is_some() {}
        let hint = hints.peek().filter(|hint| hint.range.overlaps(range)).and_then(|hint| hint.kind);
        Block { range, shape: hint.map_or_else(|| of_words(range.of(text)), of_hint) }
    };
    let mut blocks: Vec<Block> = ranges.into_iter().map(block).collect();
    set_headline(text, &mut blocks);
    set_chosen(article, &mut blocks);
    blocks
}

/// "As-" at the end of a paragraph and "ante" on the very next line.
fn is_cut_between(text: &str, line: TextRange, next: TextRange) -> bool {
    let gap = &text[line.end()..next.start()];
    gap.matches('\n').count() == 1 && is_cut(line.of(text)) && next.of(text).starts_with(char::is_lowercase)
}

impl Block {
    /// The block as the engine reads it: a menu's first line is no headline, what stands below it may be.
    pub fn read_as(self, part: Part) -> Block {
        let shape = match (self.shape, part) {
            (Shape::Headline, Part::Furniture) => Shape::Body,
            (_, Part::Headline) => Shape::Headline,
            (Shape::Body | Shape::Small, Part::Subheading) => Shape::Subheading,
            (shape, _) => shape,
        };
        Block { shape, ..self }
    }
}

/// A paragraph whose part a person chose is set as that part; furniture stays as it was.
fn set_chosen(article: &Article, blocks: &mut [Block]) {
    for choice in &article.choices.parts {
        let from = blocks.partition_point(|block| block.range.end() <= choice.range.start());
        for block in blocks[from..].iter_mut().take_while(|block| block.range.overlaps(choice.range)) {
            block.shape = of_part(choice.part).unwrap_or(block.shape);
        }
    }
}

fn of_part(part: Part) -> Option<Shape> {
    Some(match part {
        Part::Headline => Shape::Headline,
        Part::Subheading => Shape::Subheading,
        Part::Byline | Part::Credit | Part::Timestamp | Part::Caption => Shape::Small,
        Part::List => Shape::Item,
        Part::Table => Shape::Row,
        Part::Deck | Part::Body | Part::Signoff | Part::Correction | Part::Update => Shape::Body,
        Part::Furniture => return None,
    })
}

fn of_hint(kind: HintKind) -> Shape {
    match kind {
        HintKind::Heading(_) => Shape::Subheading,
        HintKind::Item => Shape::Item,
        HintKind::Row => Shape::Row,
        HintKind::Caption => Shape::Small,
    }
}

fn of_words(words: &str) -> Shape {
    let is_byline = words.starts_with("By ") && words.len() < 80 && !words.ends_with('.');
    if words.contains('\t') {
        Shape::Row
    } else if is_byline || is_time_stamp(words) {
        Shape::Small
    } else {
        Shape::Body
    }
}

/// A short line that is mostly digits, months and clock marks.
fn is_time_stamp(words: &str) -> bool {
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    words.len() < 60 && digits >= 5 && digits * 6 >= words.len() && !words.ends_with('.')
}

/// The first heading the source gives, or else a short first line without a full stop above a longer one;
/// a menu before it is passed over.
fn set_headline(text: &str, blocks: &mut [Block]) {
    let menu = menu(text, blocks);
    let first = blocks.iter().take(menu + 4).position(|block| block.shape == Shape::Subheading);
    let guessed = (menu..blocks.len().min(menu + 3))
        .find(|&at| blocks[at].shape == Shape::Body)
        .filter(|&at| reads_like_headline(block_words(text, blocks[at])))
        .filter(|&at| blocks[at + 1..].iter().take(4).any(|next| next.range.len() > blocks[at].range.len()));
    if let Some(at) = first.or(guessed) {
        blocks[at].shape = Shape::Headline;
    }
}

/// How many lines a menu takes at the top: two or more, of three words at most; no more than fifty.
fn menu(text: &str, blocks: &[Block]) -> usize {
    let is_entry = |block: &&Block| {
        let few = block_words(text, **block).split_whitespace().nth(3).is_none();
        few && matches!(block.shape, Shape::Body | Shape::Item)
    };
    let lines = blocks.iter().take(50).take_while(is_entry).count();
    if lines < 2 { 0 } else { lines }
}

fn block_words(text: &str, block: Block) -> &str {
    block.range.of(text)
}

fn reads_like_headline(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (2..=20).contains(&count) && words.len() <= 140 && !words.ends_with(['.', ':', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::hints::Hint;

    fn shapes(text: &str) -> Vec<Shape> {
        blocks(&Article::plain(text)).iter().map(|block| block.shape).collect()
    }

    #[test]
    fn a_chosen_part_is_set_as_that_part() {
        let text = "Port strike ends\n\nDock workers went back to work on Monday after two weeks.\n";
        let mut article = Article::plain(text);
        article.choices.set_part(TextRange::new(0, 16), Some(Part::Byline));
        article.choices.set_part(TextRange::new(18, 40), Some(Part::Headline));
        let shapes: Vec<Shape> = blocks(&article).iter().map(|block| block.shape).collect();
        assert_eq!(shapes, [Shape::Small, Shape::Headline]);
        article.choices.set_part(TextRange::new(18, 40), None);
        assert_eq!(blocks(&article)[1].shape, Shape::Body);
    }

    #[test]
    fn a_short_first_line_is_the_headline() {
        let text =
            "Port strike ends\nBy Ann Roe\n\nDock workers went back to work on Monday after two weeks.\n";
        assert_eq!(shapes(text), [Shape::Headline, Shape::Small, Shape::Body]);
    }

    #[test]
    fn a_word_cut_at_a_line_end_parts_no_paragraph() {
        let text = "Kwame As-\nante of Ghana spoke.\nPort strike -\nno ferry ran. It was Mon-\n\nday.";
        let article = Article::plain(text);
        let ranges = blocks(&article).into_iter().map(|block| block.range.of(text));
        let expected =
            ["Kwame As-\nante of Ghana spoke.", "Port strike -", "no ferry ran. It was Mon-", "day."];
        assert_eq!(ranges.collect::<Vec<_>>(), expected);
    }

    /// What stands in each paragraph once it is read.
    fn check_read(text: &str, expected: &[&str]) {
        let document = crate::annotate::annotate(Article::plain(text));
        let read: Vec<&str> = paragraphs(&document).into_iter().map(|block| block.range.of(text)).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn hard_wrapped_lines_are_the_paragraphs_they_were() {
        let first = "Mayor Ann Reeve said the bridge over the\nriver Tarn would reopen on Monday, after\nfour months of work.";
        let second = "The council had asked for it to be done\nbefore the winter.";
        check_read(&[first, "\n\n", second].concat(), &[first, second]);
        let mail = "> Dock workers said they would go back on\n> Monday.";
        check_read(mail, &mail.lines().collect::<Vec<_>>());
    }

    #[test]
    fn lines_that_are_meant_stay_lines() {
        for text in [
            "The ferry sleeps beside the quay,\nThe gulls are on the mast,\nAnd nobody will sail today,\nThe autumn came too fast.",
            "Harwick\t4,210\nTolby\t3,977\nSennet Bay\t1,204",
            "let fare = 12;\nif (fare > 10) {\n    pay(fare);\n}",
            "Port strike ends\nDock workers went back to work on Monday after two weeks.\nFares rise.",
        ] {
            check_read(text, &text.lines().map(str::trim).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_joined_paragraph_is_no_headline() {
        let text = "Mayor Ann Reeve said the bridge over\nthe river Tarn would reopen on Monday, after\nfour months of work.\n\nThe council\nagreed.";
        let document = crate::annotate::annotate(Article::plain(text));
        assert_eq!(blocks(&document.article)[0].shape, Shape::Headline);
        assert_eq!(paragraphs(&document)[0].shape, Shape::Body);
    }

    #[test]
    fn a_menu_above_the_headline_is_passed_over() {
        let text = "Menu\nSign in\nNews\nSport\nPort strike ends after two weeks\nBy Ann Roe\n\n\
            Dock workers went back to work on Monday after two weeks.\n";
        assert_eq!(shapes(text)[3..6], [Shape::Body, Shape::Headline, Shape::Small]);
        let verse = "Port strike\nNo more\nOf it\n";
        assert_eq!(shapes(verse), [Shape::Body; 3]);
    }

    #[test]
    fn captions_and_single_lines_are_no_headline() {
        assert_eq!(
            shapes("A boat leaves Tema, Ghana, March 4, 2026.\nDock workers went back."),
            [Shape::Body; 2]
        );
        assert_eq!(shapes("Port strike ends"), [Shape::Body]);
        assert_eq!(shapes(""), []);
    }

    #[test]
    fn time_stamps_are_small() {
        assert_eq!(shapes("09:15 GMT, March 6, 2026\nLONDON (AP) — It is.")[0], Shape::Small);
    }

    #[test]
    fn hints_come_first() {
        let text = "Skip to content\nPort strike ends\nNo more.\n";
        let hint = Hint { kind: Some(HintKind::Heading(1)), ..Hint::of(TextRange::new(16, 32)) };
        let article = Article { hints: vec![hint], ..Article::plain(text) };
        let shapes: Vec<Shape> = blocks(&article).iter().map(|block| block.shape).collect();
        assert_eq!(shapes, [Shape::Body, Shape::Headline, Shape::Body]);
    }
}
