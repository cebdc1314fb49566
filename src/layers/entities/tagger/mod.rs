//! The word tagger: names that no list holds, read from form, neighbours and the rest of the article.
//!
//! A linear chain over the tags of [`tags`], with whole-number weights trained by `cargo xtask
//! train` (see the card of the resources).

pub mod tags;

pub mod words;

pub mod page;

pub mod features;

pub mod model;

pub mod packed;

mod lanes;

mod steps;

pub mod decode;

#[cfg(test)]
mod tests;

use crate::document::entities::Label;
use crate::document::ids::Score;
use crate::layers::entities::forms::Forms;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;
use decode::Decoder;
use model::Model;
use page::{Page, Stretch};
use tags::{OUTSIDE, goes_on, kind, label};

/// A name the tagger proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its words.
    pub range: TextRange,
    /// Its first token and the token after its last.
    pub tokens: (usize, usize),
    /// What it names.
    pub label: Label,
    /// How sure.
    pub score: Score,
    /// How far ahead of any other reading, in the model's own units.
    pub margin: i32,
}

/// Proposes the names of an article, in text order, with a given model.
///
/// Sentences are those of `sentences::split`: every token in one, in order.
pub fn propose_with(
    model: &Model,
    text: &str,
    tokens: &[Token],
    forms: &Forms,
    sentences: &[Sentence],
) -> Vec<Proposal> {
    if model.transitions.is_empty() {
        return Vec::new();
    }
    let page = Page::read(text, tokens, forms, sentences, model);
    let mut decoder = Decoder::new(model);
    let (mut proposals, mut tags) = (Vec::new(), Vec::new());
    for sentence in sentences {
        page.each_stretch(&sentence.tokens, &mut |stretch| {
            tags.clear();
            tags.resize(stretch.words.len(), OUTSIDE as u8);
            decoder.tag(model, &page, &stretch, &mut tags);
            collect(model, text, tokens, &stretch, &tags, &mut decoder, &mut proposals);
        });
    }
    proposals
}

fn collect(
    model: &Model,
    text: &str,
    tokens: &[Token],
    stretch: &Stretch,
    tags: &[u8],
    decoder: &mut Decoder<'_>,
    proposals: &mut Vec<Proposal>,
) {
    let mut at = 0;
    while at < tags.len() {
        let start = at;
        at += 1;
        let tag = usize::from(tags[start]);
        if tag == OUTSIDE {
            continue;
        }
        while at < tags.len() && goes_on(usize::from(tags[at])) {
            at += 1;
        }
        let margin = decoder.margin(stretch, start..at, tags);
        let first = stretch.words.start + start;
        let end = stretch.words.start + at;
        let tail = given_name_tail(text, &tokens[first..stretch.sentence.end], end - first);
        proposals.push(Proposal {
            range: tokens[first].range.cover(tokens[end + tail - 1].range),
            tokens: (first, end + tail),
            label: if tail > 0 { Label::Person } else { label(kind(tag)) },
            score: model.confidence(kind(tag), margin),
            margin,
        });
    }
}

/// The tokens of "-won" after "Park Tae": a given name of two syllables goes on in lower case.
///
/// "Saudi Arabia-led", "New York-born" and "Stratford-upon-Avon" do not.
fn given_name_tail(text: &str, tokens: &[Token], length: usize) -> usize {
    const ENDINGS: [&str; 17] = [
        "based", "bound", "owned", "trade", "sized", "led", "run", "born", "era", "wide", "made", "held",
        "like", "area", "only", "style", "type",
    ];
    let [last, hyphen, syllable, rest @ ..] = &tokens[length - 1..] else { return 0 };
    let word = syllable.of(text);
    let joined = hyphen.of(text) == "-" && !hyphen.spaced && !syllable.spaced;
    let short = (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase());
    let goes_on = rest.first().is_some_and(|next| next.of(text) == "-" && !next.spaced);
    let name = length == 2 && last.capital && last.range.len() <= 5;
    if name && joined && short && !goes_on && !ENDINGS.contains(&word) { 2 } else { 0 }
}
