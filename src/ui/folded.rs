//! Which of the page’s own lines are hidden.

use super::marked::Marked;
use super::sheet::Sheet;
use crate::view::folds::{Fold, folds};
use crate::view::index::Filter;
use leptos::prelude::*;
use std::sync::Arc;

/// All folds of the text shown. There are none until its marks have come, where the page's own marks are wanted too,
/// and where there is no article: nobody pastes a page to see nothing.
pub fn all(
    sheet: RwSignal<Arc<Sheet>>,
    marked: RwSignal<Option<Arc<Marked>>>,
    filter: RwSignal<Filter>,
    opened: RwSignal<Vec<bool>>,
) -> Memo<Arc<Vec<Fold>>> {
    Memo::new(move |_| {
        let sheet = sheet.get();
        let current =
            marked.get().filter(|marked| marked.revision == sheet.revision && !filter.get().furniture);
        let article = current.filter(|marked| marked.verdict.is_none_or(|verdict| verdict.has_article()));
        let found =
            article.map(|marked| opened.with(|opened| folds(&marked.document, &sheet.blocks, opened)));
        Arc::new(found.unwrap_or_default())
    })
}
