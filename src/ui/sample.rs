//! The sample article, with its marks ready.

use super::state::State;
use crate::document::article::Article;

/// Shows the sample. Its marks ship with the page, so they need no engine.
pub fn open(state: State) {
    let article = Article::plain(crate::sample::TEXT);
    match crate::sample::layers() {
        Some(layers) => state.open_marked(article, layers, true),
        None => drop(state.open(article, true)),
    }
}
