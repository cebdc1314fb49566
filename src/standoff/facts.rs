//! What is told of every mark: how sure it is, and why it stands.

use super::kinds::Key;
use super::spans::Span;
use crate::document::ids::Score;
use crate::document::reason::{Reason, Rule};

/// How sure somebody was; whoever does not say so was.
pub(super) fn score(span: &Span) -> Score {
    span.fact(Key::Score).and_then(|score| score.parse().ok()).unwrap_or(1000).min(1000)
}

/// The rule that is told; without one it is the file that says so.
pub(super) fn reason(span: &Span) -> Reason {
    let told = span.fact(Key::Why);
    let rule = Rule::ALL.iter().copied().find(|rule| Some(rule.name()) == told);
    Reason::new(rule.unwrap_or(Rule::Imported), [])
}
