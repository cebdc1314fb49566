//! The day that relative times are counted from.

use super::phrase::Phrase;
use super::resolve::{self, Context};
use crate::document::article::{Article, CountFrom};
use crate::document::dateline::Dateline;
use crate::document::meaning::{At, Detail, Lean, Meaning, When};
use crate::document::part::Part;
use crate::document::structure::{Paragraph, paragraph_at};
use crate::document::times::{Anchor, AnchorBasis};
use crate::text::TextRange;

/// Every day the times could be counted from, best first: the publication day if somebody gave it,
/// the time stamp, the dateline.
pub fn all(
    article: &Article,
    structure: &[Paragraph],
    dateline: Option<&Dateline>,
    phrases: &[Phrase],
) -> Vec<Anchor> {
    let published = article.published.map(|day| Anchor { day, basis: AnchorBasis::Published, range: None });
    let found = [published, timestamp(article, structure, phrases), dateline.and_then(of_dateline)];
    found.into_iter().flatten().collect()
}

/// Chooses the anchor: the day a person named, or the one a person chose, if the article has it, or
/// else the best there is.
pub fn choose(count_from: CountFrom, anchors: &[Anchor]) -> Option<Anchor> {
    let wanted = match count_from {
        CountFrom::Nothing => return None,
        CountFrom::Day(day) => return Some(Anchor { day, basis: AnchorBasis::Chosen, range: None }),
        CountFrom::Best => None,
        CountFrom::Published => Some(AnchorBasis::Published),
        CountFrom::Timestamp => Some(AnchorBasis::Timestamp),
        CountFrom::Dateline => Some(AnchorBasis::Dateline),
    };
    let chosen = anchors.iter().find(|anchor| Some(anchor.basis) == wanted);
    chosen.or_else(|| anchors.first()).copied()
}

/// The first time stamp that says its year, else the first whose day the source tells: "3 hours ago".
fn timestamp(article: &Article, structure: &[Paragraph], phrases: &[Phrase]) -> Option<Anchor> {
    let stamps = || structure.iter().filter(|paragraph| paragraph.part == Part::Timestamp);
    let anchor = |day, range| Anchor { day, basis: AnchorBasis::Timestamp, range: Some(range) };
    let written = stamps().flat_map(|stamp| inside(phrases, stamp.range)).find_map(|phrase| {
        let (_, point) = resolve::value(&phrase.meaning, &Context::default());
        Some(anchor(point.filter(|point| point.is_day())?.first, phrase.range))
    });
    let told = || {
        stamps().find_map(|stamp| {
            let hint = article.hints.iter().find(|hint| hint.range.overlaps(stamp.range))?;
            Some(anchor(hint.day?, stamp.range))
        })
    };
    written.or_else(told)
}

fn of_dateline(dateline: &Dateline) -> Option<Anchor> {
    Some(Anchor { day: dateline.day?, basis: AnchorBasis::Dateline, range: dateline.date })
}

fn inside(phrases: &[Phrase], range: TextRange) -> &[Phrase] {
    let from = phrases.partition_point(|phrase| phrase.range.start() < range.start());
    let to = phrases.partition_point(|phrase| phrase.range.end() <= range.end());
    &phrases[from..to.max(from)]
}

/// A time stamp is one time, however its day and its hour are set apart.
///
/// ```text
/// Published 2:10 p.m. | Updated Sunday, February 9, 2025
/// February 9, 2025 — last updated at 14:10 JST
/// ```
///
/// Only a day and an hour with no word between them are joined: two stamps stay two.
pub fn join_timestamps(text: &str, structure: &[Paragraph], phrases: &mut Vec<Phrase>) {
    if !structure.iter().any(|paragraph| paragraph.part == Part::Timestamp) {
        return;
    }
    let mut joined: Vec<Phrase> = Vec::with_capacity(phrases.len());
    for phrase in phrases.drain(..) {
        let whole = joined.last().and_then(|before| in_one_stamp(text, structure, before, &phrase));
        match (whole, joined.last_mut()) {
            (Some(whole), Some(last)) => *last = whole,
            _ => joined.push(phrase),
        }
    }
    *phrases = joined;
}

/// The two as one time, where they share a time stamp and no word stands between them.
fn in_one_stamp(text: &str, structure: &[Paragraph], first: &Phrase, second: &Phrase) -> Option<Phrase> {
    let range = first.range.cover(second.range);
    let paragraph = structure.get(paragraph_at(structure, range.start()));
    paragraph.filter(|p| p.part == Part::Timestamp && p.range.contains(range))?;
    let between = text.get(first.range.end()..second.range.start())?;
    let meaning = join(&first.meaning, &second.meaning).or_else(|| join(&second.meaning, &first.meaning))?;
    (!between.chars().any(char::is_alphanumeric)).then_some(Phrase { range, meaning })
}

fn join(day: &Meaning, clock: &Meaning) -> Option<Meaning> {
    match (day, clock) {
        (
            Meaning::At(day @ At { detail: Detail::Whole, when: When::Day { .. }, .. }),
            Meaning::At(At { detail: Detail::Clock(clock), when: When::ThatDay, .. }),
        ) => Some(Meaning::At(At { detail: Detail::Clock(*clock), ..*day })),
        _ => None,
    }
}

/// A dateline's date is near the anchor on either side, whatever the tense of its sentence.
pub fn lean_near_in_dateline(dateline: Option<&Dateline>, phrases: &mut [Phrase]) {
    let Some(date) = dateline.and_then(|dateline| dateline.date) else { return };
    for phrase in phrases.iter_mut().filter(|phrase| date.overlaps(phrase.range)) {
        if let Meaning::At(at) = &mut phrase.meaning {
            (at.lean, at.cue) = (Lean::Near, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::Choices;

    const TEXT: &str = "Ferry back in service\n\nFebruary 11, 2031 14:10\n\n\
        LYTTON, Feb 9 (Coast Wire) - The ferry ran on Tuesday, and will run next week.";

    fn check(count_from: CountFrom, basis: Option<AnchorBasis>, tuesday: Option<&str>) {
        let choices = Choices { count_from, ..Choices::default() };
        let layers = annotate(Article { choices, ..Article::plain(TEXT) }).layers;
        let all: Vec<_> = layers.anchors.iter().map(|anchor| anchor.basis).collect();
        assert_eq!(all, [AnchorBasis::Timestamp, AnchorBasis::Dateline]);
        assert_eq!(layers.anchor.map(|anchor| anchor.basis), basis, "{count_from:?}");
        let time = layers.times.iter().find(|time| time.range.of(TEXT).contains("Tuesday"));
        assert_eq!(time.and_then(|time| time.value.as_deref()), tuesday, "{count_from:?}");
    }

    #[test]
    fn times_are_counted_from_the_day_a_person_chose() {
        check(CountFrom::Best, Some(AnchorBasis::Timestamp), Some("2031-02-11"));
        check(CountFrom::Published, Some(AnchorBasis::Timestamp), Some("2031-02-11"));
        check(CountFrom::Dateline, Some(AnchorBasis::Dateline), Some("2031-02-04"));
        check(CountFrom::Nothing, None, None);
        let day = jiff::civil::date(2031, 3, 1);
        check(CountFrom::Day(day), Some(AnchorBasis::Chosen), Some("2031-02-25"));
    }
}
