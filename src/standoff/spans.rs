//! A text with spans and links.

use super::kinds::{Key, Kind, LinkKind, OWN};
use crate::document::passages::OwnLabel;
use crate::text::TextRange;
use crate::text::order::put_in_order;
use jiff::civil::Date;
use std::borrow::Cow;

/// A text with spans and links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standoff {
    /// The text.
    pub text: String,
    /// The day it was published, where that is known.
    pub published: Option<Date>,
    /// The spans, in text order, longer ones first.
    pub spans: Vec<Span>,
    /// The links.
    pub links: Vec<Link>,
}

/// A stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where, in bytes.
    pub range: TextRange,
    /// What.
    pub kind: Kind,
    /// What is told of it; a key stands once for each of its values.
    pub facts: Vec<(Key, String)>,
}

/// A link from one span to another, by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// How the first belongs to the second.
    pub kind: LinkKind,
    /// The first.
    pub from: usize,
    /// The second.
    pub to: usize,
}

/// What a label of an editor's own is called in other programs: `OWN_Needs_a_source`.
pub fn own_label(label: &OwnLabel) -> String {
    let sign = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
    OWN.chars().chain(label.name.chars().map(sign)).collect()
}

impl Span {
    /// A span of which nothing is told.
    pub fn new(range: TextRange, kind: Kind) -> Self {
        Span { range, kind, facts: Vec::new() }
    }

    /// Its label in other programs.
    pub fn label(&self) -> Cow<'static, str> {
        match (self.kind, self.own_label()) {
            (Kind::Own, Some(label)) => Cow::Owned(own_label(&label)),
            _ => Cow::Borrowed(self.kind.label()),
        }
    }

    /// Takes the name of its editor's label out of the one that another program has; what is told later says more.
    pub fn take_label(&mut self, label: &str) {
        let name = label.trim().get(OWN.len()..).filter(|_| self.kind == Kind::Own);
        name.into_iter().for_each(|name| self.tell(Key::Own, name.replace('_', " ")));
    }

    /// The label of its editor's, as it was told last.
    pub fn own_label(&self) -> Option<OwnLabel> {
        OwnLabel::read(self.all(Key::Own).last()?).ok()
    }

    /// What is told under a key, the first of it.
    pub fn fact(&self, key: Key) -> Option<&str> {
        self.all(key).next()
    }

    /// All that is told under a key.
    pub fn all(&self, key: Key) -> impl Iterator<Item = &str> {
        self.facts.iter().filter(move |(known, _)| *known == key).map(|(_, value)| value.as_str())
    }

    /// Tells something of it.
    pub fn tell(&mut self, key: Key, value: impl Into<String>) {
        self.facts.push((key, value.into()));
    }
}

impl Standoff {
    /// The words of a span.
    pub fn words(&self, span: &Span) -> &str {
        span.range.of(&self.text)
    }

    /// Where a link of this kind leads from a span.
    pub fn linked(&self, from: usize, kind: LinkKind) -> Option<usize> {
        self.all_linked(from, kind).next()
    }

    /// Everywhere links of this kind lead from a span.
    pub fn all_linked(&self, from: usize, kind: LinkKind) -> impl Iterator<Item = usize> {
        let start = self.links.partition_point(|link| link.from < from);
        let own = self.links[start..].iter().take_while(move |link| link.from == from);
        own.filter(move |link| link.kind == kind).map(|link| link.to)
    }

    /// Puts spans in text order, longer ones first, and links in the order of where they come from.
    pub fn put_in_order(&mut self) {
        let mut order: Vec<usize> = (0..self.spans.len()).collect();
        order.sort_unstable_by_key(|&at| {
            let span = &self.spans[at];
            (span.range.start(), std::cmp::Reverse(span.range.end()), span.kind, at)
        });
        self.spans.iter_mut().for_each(|span| put_in_order(&mut span.facts, |(key, _)| (*key as u32, 0, 0)));
        self.move_to(&order);
    }

    /// Keeps some spans, and the links between them.
    pub fn retain(&mut self, keep: impl Fn(&Span) -> bool) {
        let kept: Vec<usize> = (0..self.spans.len()).filter(|&at| keep(&self.spans[at])).collect();
        self.move_to(&kept);
    }

    /// The spans at these places, in this order.
    pub(super) fn move_to(&mut self, order: &[usize]) {
        let mut places = vec![None; self.spans.len()];
        order.iter().enumerate().for_each(|(new, &old)| places[old] = Some(new));
        let moved = |&old: &usize| {
            let span = &mut self.spans[old];
            Span { facts: std::mem::take(&mut span.facts), ..*span }
        };
        self.spans = order.iter().map(moved).collect();
        let place = |old: usize| places.get(old).copied().flatten();
        let moved = |link: &Link| Some(Link { from: place(link.from)?, to: place(link.to)?, ..*link });
        self.links = self.links.iter().filter_map(moved).collect();
        put_in_order(&mut self.links, |link| (link.from as u32, link.kind as u32, link.to as u32));
        self.links.dedup();
    }
}
