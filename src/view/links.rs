//! A quotation's parts, to be drawn linked: who says it, the word that reports it, what is said.

use super::MarkId;
use crate::document::Document;
use crate::document::quotes::Quote;
use crate::document::structure::paragraph_at;
use crate::text::TextRange;
use crate::text::order::{by_place, put_in_order};

/// A part of a chosen quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where.
    pub range: TextRange,
    /// Which part.
    pub part: LinkPart,
}

/// Parts of a quotation, and the thread that joins them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPart {
    /// Who says it.
    Source,
    /// The word that reports it.
    Cue,
    /// The words between the parts.
    Thread,
}

impl LinkPart {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            LinkPart::Source => "link source",
            LinkPart::Cue => "link reports",
            LinkPart::Thread => "link thread",
        }
    }
}

/// What to draw around a chosen quotation; its pieces themselves are marks already.
///
/// ```text
/// “We moved twice,” Amina Osei told reporters. “Osei Group moved.”
///                  ┊^^^^^^^^^^┊----┊┊┊┊┊┊┊┊┊┊┊
///                   source     cue  thread
/// ```
///
/// The thread runs inside a paragraph: across paragraphs it would cross the words of others.
pub fn links(document: &Document, id: MarkId) -> Vec<Link> {
    let (MarkId::Quote(i) | MarkId::Cue(i)) = id else { return Vec::new() };
    let quotes = &document.layers.quotes;
    let Some(group) = quotes.get(i as usize).map(|quote| quote.group) else { return Vec::new() };
    let pieces: Vec<&Quote> = quotes.iter().filter(|quote| quote.group == group).collect();
    let sources = pieces.iter().filter_map(|quote| quote.source.as_ref()).map(|source| source.range);
    let mut links: Vec<Link> = sources.map(|range| Link { range, part: LinkPart::Source }).collect();
    let cues = pieces.iter().filter_map(|quote| quote.cue);
    links.extend(cues.map(|range| Link { range, part: LinkPart::Cue }));
    put_in_order(&mut links, |link| {
        (link.range.start() as u32, link.range.end() as u32, u32::from(link.part == LinkPart::Cue))
    });
    links.dedup();
    let parts = links.iter().map(|link| link.range).chain(pieces.iter().map(|quote| quote.range));
    let threads = threads(document, parts.collect());
    links.extend(threads.map(|range| Link { range, part: LinkPart::Thread }));
    links
}

/// What lies between parts that follow one another in a paragraph.
fn threads(document: &Document, mut parts: Vec<TextRange>) -> impl Iterator<Item = TextRange> + '_ {
    let structure = &document.layers.structure;
    let paragraph = move |at: usize| paragraph_at(structure, at);
    put_in_order(&mut parts, |&part| by_place(part));
    let mut last: Option<TextRange> = None;
    parts.into_iter().filter_map(move |part| {
        let before = last.filter(|last| paragraph(last.start()) == paragraph(part.start()));
        last = Some(before.map_or(part, |before| if before.end() > part.end() { before } else { part }));
        let before = before.filter(|before| before.end() < part.start())?;
        let gap = TextRange::new(before.end(), part.start()).trim(&document.article.text);
        (!gap.is_empty()).then_some(gap)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    fn check(id: MarkId, expected: &[&str]) {
        let document = sample::document();
        let line = |link: &Link| [link.part.class(), ": ", document.words(link.range)].concat();
        assert_eq!(links(&document, id).iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn source_cue_and_what_lies_between_the_parts() {
        let parts = ["link source: Amina Osei", "link reports: told", "link thread: reporters on Thursday."];
        check(MarkId::Quote(0), &parts);
        check(MarkId::Quote(1), &parts);
        check(MarkId::Cue(0), &parts);
        check(MarkId::Quote(2), &["link source: he", "link reports: added"]);
    }

    #[test]
    fn what_has_no_parts_has_no_links() {
        check(MarkId::Quote(3), &[]);
        check(MarkId::Mention(0), &[]);
        check(MarkId::Quote(99), &[]);
    }
}
