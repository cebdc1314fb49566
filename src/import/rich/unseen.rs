//! What a source holds and its author does not show: deleted words, hidden ones, comments.

use super::style::{Comment, Display, Style};
use super::tag::Tag;
use crate::import::LeftOut;

/// Why words are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unseen {
    /// A tracked deletion.
    Deleted,
    /// Nobody sees them.
    Hidden,
    /// They are hidden, but what is inside may say that it is seen.
    Invisible,
    /// A comment, or the mark that leads to one.
    Comment,
    /// A sign that a program set, such as the bullet of an item: not worth a word.
    Mark,
}

/// Why the words in an element are not read, where its own markup says so.
pub(super) fn unseen(tag: &Tag, style: &Style) -> Option<Unseen> {
    if is_comment(tag, style) {
        return Some(Unseen::Comment);
    }
    if is_deleted(tag) {
        return Some(Unseen::Deleted);
    }
    if style.list_mark {
        return Some(Unseen::Mark);
    }
    let shown_though_hidden = style.display.is_some_and(|display| display != Display::None);
    let gone = style.gone || style.display == Some(Display::None);
    if gone || (tag.has("hidden") && !shown_though_hidden) {
        return Some(Unseen::Hidden);
    }
    (style.visible == Some(false)).then_some(Unseen::Invisible)
}

/// Whether an element begins a comment that is to be counted by itself.
pub(super) fn is_one_comment(tag: &Tag, style: &Style) -> bool {
    style.comment == Some(Comment::One) || leads_back(tag)
}

/// Word's list of comments, and the marks in the text that lead to them.
fn is_comment(tag: &Tag, style: &Style) -> bool {
    let marks = ["msocomanchor", "msocomtxt", "msocomoff", "MsoCommentReference", "MsoCommentText"];
    style.comment.is_some()
        || marks.iter().any(|mark| tag.is_of_class(mark))
        || leads_to(tag)
        || leads_back(tag)
}

/// `[a]` in the text of a Google document that leads to a comment below it.
fn leads_to(tag: &Tag) -> bool {
    tag.get("href").is_some_and(|href| href.starts_with("#cmnt") && !href.starts_with("#cmnt_ref"))
}

/// `[a]` before a comment of a Google document: all that its box holds is the comment.
pub(super) fn leads_back(tag: &Tag) -> bool {
    tag.get("href").is_some_and(|href| href.starts_with("#cmnt_ref"))
}

/// A tracked deletion. Words that are only struck through are set so for readers to see.
fn is_deleted(tag: &Tag) -> bool {
    let tracked = tag.has("cite") || tag.has("datetime");
    tag.name == "del" || tag.is_of_class("msoDel") || (matches!(&*tag.name, "s" | "strike") && tracked)
}

/// Counts a passage.
pub(super) fn count(left_out: &mut LeftOut, why: Unseen) {
    match why {
        Unseen::Deleted => left_out.deleted += 1,
        Unseen::Hidden | Unseen::Invisible => left_out.hidden += 1,
        Unseen::Comment => left_out.comments += 1,
        Unseen::Mark => {}
    }
}
