//! What an element is to an article.

use super::tag::Tag;
use crate::document::hints::HintKind;

/// What an element is to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Dropped with all that it holds.
    Dropped,
    /// A paragraph of its own, of this kind.
    Block(Option<HintKind>),
    /// A block whose lines are the source's own, as old agency copy comes.
    Preformatted,
    /// A table, which may only lay out the page.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a row: a tab stands between two.
    Cell,
    /// A line break.
    Break,
    /// An element that a site made up: only what touches it tells whether it is a block.
    Custom,
    /// Part of the line.
    Inline,
}

/// What an element is to an article, by its name and what some programs put into its class.
pub(super) fn role_by_name_and_class(tag: &Tag) -> Role {
    match role_of(&tag.name) {
        Role::Block(None) if tag.is_of_class("MsoTitle") => Role::Block(Some(HintKind::Heading(1))),
        Role::Inline if tag.is_of_class("c-mrkdwn__br") => Role::Block(None),
        role => role,
    }
}

/// What an element of this name, in small letters, is to an article.
fn role_of(name: &str) -> Role {
    use Role::*;
    match name {
        "script" | "style" | "template" | "noscript" | "head" | "title" | "svg" | "math" | "iframe"
        | "object" | "embed" | "canvas" | "audio" | "video" | "picture" | "img" | "input" | "select"
        | "textarea" | "button" | "datalist" | "dialog" | "map" | "meta" | "link" | "base" | "param"
        | "source" | "track" | "frame" | "frameset" | "applet" | "portal" => Dropped,
        "h1" => Block(Some(HintKind::Heading(1))),
        "h2" => Block(Some(HintKind::Heading(2))),
        "h3" => Block(Some(HintKind::Heading(3))),
        "h4" => Block(Some(HintKind::Heading(4))),
        "h5" => Block(Some(HintKind::Heading(5))),
        "h6" => Block(Some(HintKind::Heading(6))),
        "li" | "dt" | "dd" => Block(Some(HintKind::Item)),
        "figcaption" | "caption" => Block(Some(HintKind::Caption)),
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav" | "ul"
        | "ol" | "dl" | "menu" | "blockquote" | "figure" | "address" | "form" | "fieldset" | "legend"
        | "details" | "summary" | "center" | "hr" | "body" | "html" | "hgroup" | "search" | "dir"
        | "listing" | "option" | "optgroup" => Block(None),
        "table" => Table,
        "tr" => Row,
        "td" | "th" => Cell,
        "pre" | "xmp" | "plaintext" => Preformatted,
        "br" => Break,
        _ if name.contains('-') => Custom,
        _ => Inline,
    }
}
