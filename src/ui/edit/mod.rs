//! Editing the draft in place: every mark stays on its words while they move.
//!
//! ```text
//! key ─► browser changes the line ─► Edit ─► desk ─► marks moved, painted in the same frame
//!                                                └─► worker reads the whole text; the newest text wins
//! ```
//!
//! The desk holds the text; what the browser shows follows it. The page's lists follow in a pause.

mod caret;
mod changes;
mod correct;
pub mod draft;
mod enter;
mod input;
mod lines;
pub(super) mod live;
mod marks;
mod places;
pub(super) mod settle;
mod taken;
mod words;

pub use changes::follow;
pub use correct::correct;
pub use enter::{enter, leave};
pub use places::{in_quotations, replace_all, select, selected};
pub use settle::{article, revision, settle, settle_if_editing};
pub use taken::{review, take};
pub use words::{copy_changes, copy_clean};
