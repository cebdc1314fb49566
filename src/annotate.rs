//! The whole pipeline.

use crate::document::article::Article;
use crate::document::own_names::OwnNames;
use crate::document::{Document, Layers};
use crate::layers::syntax::Syntax;
use crate::layers::{amounts, dateline, entities, quotes, references, structure, times};
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
    let structure = structure::find(&article, &tokens);
    passed("structure");
    let dateline = dateline::find(&article, &tokens, &structure);
    let authors = structure::authors(text, &tokens, &structure, dateline.as_ref());
    passed("dateline");
    let (anchors, anchor, times) = times::find(&article, &tokens, &sentences, &structure, dateline.as_ref());
    passed("times");
    let amounts = amounts::find(text, &tokens, &times);
    passed("amounts");
    let (entities, mentions) = entities::find(&article, &tokens, &sentences, dateline.as_ref(), &times, own);
    passed("entities");
    let quotes::marks::Reading { quoted, unpaired } = quotes::marks::read(text, &tokens, &structure);
    let certain = quotes::without_runaways(text, &tokens, quoted.clone(), &unpaired);
    let runs: Vec<_> = certain.iter().map(|piece| (piece.range, piece.first..piece.last)).collect();
    let starts: Vec<usize> = dateline.iter().map(|dateline| dateline.range.end()).collect();
    let syntax = Syntax::new(text, &tokens, &sentences, &runs, &starts);
    passed("marks");
    let (references, open) = references::find(&article, &tokens, &sentences, &quoted, &entities, &mentions);
    passed("references");
    let (quotes, terms) =
        quotes::find(&article, &structure, &syntax, &entities, &mentions, &references, &open, &certain);
    passed("quotes");
    let layers = Layers {
        structure,
        authors,
        dateline,
        anchors,
        anchor,
        times,
        amounts,
        entities,
        mentions,
        references,
        quotes,
        terms,
        unpaired,
    };
    let document = Document { article, layers };
    debug_assert_eq!(document.check_invariants(), Ok(()));
    document
}
