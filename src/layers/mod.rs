//! The layers: what Galley finds in an article, each in a room of its own.
//!
//! Layers may overlap one another; inside a layer marks are disjoint, but for
//! quotations, which may nest (a report within a report).

pub mod structure;

pub mod dateline;

pub mod times;

pub mod titled;

pub mod amounts;

pub mod entities;

pub mod syntax;

pub mod references;

pub mod quotes;

pub mod packed;
mod word_table;

use crate::document::Layers;
use crate::document::article::Article;
use crate::document::references::Open;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;

/// What is known of an article so far: each pass reads what those before it found, and its result is added here.
pub struct SoFar<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// "May", "Sunday" where they are somebody's name, in text order.
    pub surnames: Vec<TextRange>,
    /// The layers found, the others still empty.
    pub layers: Layers,
    /// Pronouns and descriptions that several fit alike, once references are found.
    pub open: Vec<Open>,
}

impl<'a> SoFar<'a> {
    /// An article of which nothing is known but its words.
    pub fn new(article: &'a Article, tokens: &'a [Token], sentences: &'a [Sentence]) -> Self {
        let surnames = titled::surnames(&article.text, tokens);
        SoFar { article, tokens, sentences, surnames, layers: Layers::default(), open: Vec::new() }
    }
}
