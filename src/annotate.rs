//! The whole pipeline.

use crate::article::Article;
use crate::document::Document;
use crate::layers::{Layers, amounts, dateline, entities, quotes, references, structure, times};
use crate::sentences;
use crate::tokens::tokenize;

/// Annotates one article. Never fails: what cannot be decided is left unmarked or says so.
pub fn annotate(article: Article) -> Document {
    let text = &article.text;
    let tokens = tokenize(text);
    let sentences = sentences::split(text, &tokens);
    let structure = structure::find(&article, &tokens);
    let dateline = dateline::find(&article, &tokens, &structure);
    let (anchor, times) = times::find(&article, &tokens, &sentences, &structure, dateline.as_ref());
    let amounts = amounts::find(text, &tokens);
    let (entities, mentions) =
        entities::find(&article, &tokens, &sentences, &structure, dateline.as_ref(), &times);
    let references = references::find(&article, &tokens, &sentences, &structure, &entities, &mentions);
    let (quotes, terms) = quotes::find(
        &article,
        &tokens,
        &sentences,
        &structure,
        dateline.as_ref(),
        &entities,
        &mentions,
        &references,
    );
    let layers =
        Layers { structure, dateline, anchor, times, amounts, entities, mentions, references, quotes, terms };
    let document = Document { article, layers };
    debug_assert_eq!(document.check_invariants(), Ok(()));
    document
}
