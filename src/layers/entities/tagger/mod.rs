//! The word tagger: names that no list holds, read from form, neighbours and the rest of the article.
//!
//! A linear chain over the tags of [`tags`], with whole-number weights trained by `cargo xtask
//! train` (see the card of the resources). The article is read twice: the second reading knows how
//! the first one took the other mentions of the same word.

pub mod tags;

pub mod words;

pub mod page;

pub mod features;

pub mod model;

pub mod packed;

pub mod decode;

use crate::layers::Score;
use crate::layers::entities::Label;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;
use decode::Decoder;
use model::Model;
use page::Page;
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
}

/// Proposes the names of an article, in text order.
pub fn propose(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Proposal> {
    propose_with(Model::shipped(), text, tokens, sentences)
}

/// Proposes names with a given model.
pub fn propose_with(model: &Model, text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Proposal> {
    if model.transitions.is_empty() {
        return Vec::new();
    }
    let mut page = Page::read(text, tokens, sentences, model);
    let mut decoder = Decoder::default();
    let first = read(model, &page, sentences, &mut decoder, |_, _| {});
    page.take_first(first);
    let mut proposals = Vec::new();
    read(model, &page, sentences, &mut decoder, |decoder, found| {
        let (sentence, tags) = found;
        collect(model, tokens, &sentence.tokens, tags, decoder, &mut proposals);
    });
    proposals
}

type Found<'a> = (&'a Sentence, &'a [u8]);

/// Reads every sentence once; `each` may ask the decoder about the sentence just read.
fn read(
    model: &Model,
    page: &Page,
    sentences: &[Sentence],
    decoder: &mut Decoder,
    mut each: impl FnMut(&mut Decoder, Found),
) -> Vec<u8> {
    let mut tags = vec![OUTSIDE as u8; page.words.len()];
    for sentence in sentences {
        decoder.clear();
        let here = &mut tags[sentence.tokens.clone()];
        decoder.tag(model, page, &sentence.tokens, here);
        each(decoder, (sentence, here));
    }
    tags
}

fn collect(
    model: &Model,
    tokens: &[Token],
    sentence: &std::ops::Range<usize>,
    tags: &[u8],
    decoder: &mut Decoder,
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
        let margin = decoder.margin(model, start..at, tags);
        let range = tokens[sentence.start + start].range.cover(tokens[sentence.start + at - 1].range);
        let tokens = (sentence.start + start, sentence.start + at);
        proposals.push(Proposal {
            range,
            tokens,
            label: label(kind(tag)),
            score: model.confidence(kind(tag), margin),
        });
    }
}
