//! The whole pipeline.

use crate::document::article::Article;
use crate::document::own_names::OwnNames;
use crate::document::{Document, Layers};
use crate::layers::quotes::marks::{self, Reading};
use crate::layers::{SoFar, amounts, dateline, entities, quotes, references, structure, times};
use crate::sentences;
use crate::tokens::tokenize;

/// Annotates one article. Never fails: what cannot be decided is left unmarked or says so.
pub fn annotate(article: Article) -> Document {
    annotate_with(article, &OwnNames::default())
}

/// The same, with a person's own names, which always win.
pub fn annotate_with(article: Article, own: &OwnNames) -> Document {
    annotate_telling(article, own, &mut |_| {})
}

/// The same, and tells the name of each pass as it ends: what a benchmark needs to time them.
pub fn annotate_telling(article: Article, own: &OwnNames, passed: &mut dyn FnMut(&'static str)) -> Document {
    let text = &article.text;
    let tokens = tokenize(text);
    passed("tokens");
    let tokens = structure::join_wrapped(&article, tokens);
    passed("lines");
    let sentences = sentences::split(text, &tokens);
    passed("sentences");
    let mut known = SoFar::new(&article, &tokens, &sentences);
    known.layers.structure = structure::find(&article, &tokens);
    passed("structure");
    known.layers.dateline = dateline::find(&known);
    known.layers.authors = structure::authors(&known);
    passed("dateline");
    let (anchors, anchor, times) = times::find(&known);
    known.layers = Layers { anchors, anchor, times, ..known.layers };
    passed("times");
    known.layers.amounts = amounts::find(text, &tokens, &known.layers.times);
    passed("amounts");
    let (entities, mentions) = entities::find(&known, own);
    known.layers = Layers { entities, mentions, ..known.layers };
    passed("entities");
    let Reading { quoted, unpaired } = marks::read(text, &tokens, &known.layers.structure);
    let certain = quotes::without_runaways(text, &tokens, quoted.clone(), &unpaired);
    known.layers.unpaired = unpaired;
    let syntax = quotes::syntax(&known, &certain);
    passed("marks");
    let (references, open) = references::find(&known, &quoted);
    (known.layers.references, known.open) = (references, open);
    passed("references");
    let (quotes, terms) = quotes::find(&known, &syntax, &certain);
    let layers = Layers { quotes, terms, ..known.layers };
    passed("quotes");
    let document = Document { article, layers };
    debug_assert_eq!(document.check_invariants(), Ok(()));
    document
}
