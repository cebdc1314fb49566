//! The words beside a quotation.

use super::kinds::{Kind, LinkKind};
use super::spans::Span;
use crate::text::TextRange;
use std::collections::BTreeMap;

/// How a quotation is linked to the words beside it, and what these are where they have no other mark.
pub const BESIDE: [(LinkKind, Kind); 3] = [
    (LinkKind::SpokenBy, Kind::Speaker),
    (LinkKind::ReportedBy, Kind::Cue),
    (LinkKind::ToldTo, Kind::Addressee),
];

/// Which span the words at a range are: the name or the reference that stands there, or else one of their own. A cue is
/// always one of its own.
#[derive(Default)]
pub struct Beside(BTreeMap<(TextRange, bool), usize>);

impl Beside {
    /// Notes where a span stands, if it may be who speaks or is spoken to. The first at a range stays.
    pub fn stands(&mut self, span: &Span, at: usize) {
        if let Kind::Name(_) | Kind::Reference(_) = span.kind {
            self.0.entry((span.range, true)).or_insert(at);
        }
    }

    /// The span at a range, made where there is none.
    pub fn at(&mut self, spans: &mut Vec<Span>, range: TextRange, kind: Kind) -> usize {
        *self.0.entry((range, kind != Kind::Cue)).or_insert_with(|| {
            spans.push(Span::new(range, kind));
            spans.len() - 1
        })
    }
}
