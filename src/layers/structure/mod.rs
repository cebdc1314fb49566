//! The parts of an article: headline, byline, caption, body, and the page's furniture around it.

mod alternative;
mod authors;
mod boxes;
mod byline;
mod byline_words;
mod cut_words;
mod given;
mod head;
mod lines;
mod look;
mod parts;
mod person;
mod phrases;
mod picture;
mod ranges;
mod signed;
pub mod span;
mod timestamp;
mod top;

#[cfg(test)]
mod tests;

pub use authors::authors;
pub use lines::join_wrapped;
pub use ranges::tokens_of;

use crate::document::article::Article;
use crate::document::part::Part;
use crate::document::structure::{Paragraph, obey};
use crate::text::TextRange;
use crate::tokens::Token;
use jiff::civil::Date;
use ranges::whole_lines;

/// Finds the paragraphs of an article and the part of each.
///
/// A paragraph is a run of tokens from one that starts a line to the next (see
/// [`join_wrapped`]). Lines without a single letter or sign are none.
pub fn find(article: &Article, tokens: &[Token]) -> Vec<Paragraph> {
    let looks = looks(article, tokens);
    let parts = parts::assign(&looks, &span::find(&article.text, tokens, &looks));
    let paragraphs = looks.iter().zip(parts);
    let read = paragraphs.map(|(look, (part, why))| Paragraph { range: look.range, part, why });
    let mut paragraphs: Vec<Paragraph> = read.collect();
    obey(&article.choices.parts, &mut paragraphs);
    paragraphs
}

/// The range of every paragraph and the signs by which its place is told: what the trainer learns from.
pub fn signals(article: &Article, tokens: &[Token]) -> Vec<(TextRange, span::Signals)> {
    let looks = looks(article, tokens);
    let signals = span::signs_of(&article.text, tokens, &looks);
    looks.iter().map(|look| look.range).zip(signals).collect()
}

/// The range of every line that could be the headline, and what speaks for it.
pub fn titles(article: &Article, tokens: &[Token]) -> Vec<(TextRange, span::Candidate)> {
    let looks = looks(article, tokens);
    let all = span::titles_of(&article.text, tokens, &looks);
    all.into_iter().map(|candidate| (looks[candidate.at].range, candidate)).collect()
}

fn looks(article: &Article, tokens: &[Token]) -> Vec<look::Look> {
    let text = &article.text;
    let mut hints = article.hints.iter().peekable();
    let mut looks = Vec::new();
    let mut above = true;
    let mut next = 0;
    for words in tokens.chunk_by(|_, next| !next.starts_line) {
        let (start, place) = (words[0].start(), next..next + words.len());
        next = place.end;
        while hints.next_if(|hint| hint.range.end() <= start).is_some() {}
        let hint = hints.peek().filter(|hint| hint.range.start() <= start).map(|hint| **hint);
        let range = whole_lines(text, words);
        looks.push(look::look(text, tokens, place, range, hint, above));
        above &= !top::begins(&looks);
    }
    looks
}

/// The day that the article's time stamp names, if it has one.
pub fn timestamp_day(text: &str, tokens: &[Token], structure: &[Paragraph]) -> Option<Date> {
    let stamps = structure.iter().filter(|paragraph| paragraph.part == Part::Timestamp);
    stamps.into_iter().find_map(|paragraph| timestamp::day(text, tokens_of(tokens, paragraph.range)))
}
