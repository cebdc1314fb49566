//! Times after TimeML: dates, times of day, durations and sets, resolved against the article's day.
//!
//! ```text
//! tokens → words (what each could mean) → parse (what expressions say) → resolve (TimeML values)
//! ```
//!
//! Types and values follow TimeML 1.2.1 (TIMEX3): `2025-02-07`, `2025-W07`, `2025-01`, `P3Y`,
//! `2025-02-08TNI`, `2025-02-09T14:10+09:00`, `2024-FA`, `199X`, `PRESENT_REF`. A range in one
//! expression ("March 3-5") is an ISO 8601 interval, `2025-03-03/2025-03-05`.

mod word;

mod words;

mod numerals;

mod reader;

mod phrase;

mod parse;

mod dates;

mod weekdays;

mod figures;

mod famous;

mod years;

mod quarters;

mod clock;

mod zones;

mod timetable;

mod relative;

mod counts;

mod lengths;

mod holidays;

mod widen;

mod tense;

mod anchor;

mod resolve;

mod values;

mod cycles;

mod calendar;

mod reasons;

use self::resolve::Context;
use crate::document::meaning::{At, Detail, Meaning, Unit, When};
use crate::document::reason::{Reason, Rule};
use crate::document::times::{Anchor, Time, TimeKind};
use crate::layers::SoFar;
use crate::text::TextRange;

/// Finds every day the times of an article could be counted from, the one chosen, and all times,
/// resolved against it.
///
/// ```text
/// met on Friday and will meet next week, the paper said late on Saturday
///        ^^^^^^               ^^^^^^^^^                 ^^^^^^^^^^^^^^^^
/// ```
///
/// Ages ("a 44-year-old") are left alone, and so is "May", "Sun" or "fall" where it is no time.
pub fn find(known: &SoFar<'_>) -> (Vec<Anchor>, Option<Anchor>, Vec<Time>) {
    let (article, surnames) = (known.article, &known.surnames);
    let (text, structure) = (&article.text, &known.layers.structure);
    let dateline = known.layers.dateline.as_ref();
    let mut phrases = parse::phrases(text, known.tokens, known.sentences, surnames);
    phrases
        .retain(|phrase| surnames.binary_search_by_key(&phrase.range.start(), |name| name.start()).is_err());
    anchor::join_timestamps(text, structure, &mut phrases);
    anchor::lean_near_in_dateline(dateline, &mut phrases);
    zones::of_the_country(text, dateline, &mut phrases);
    let anchors = anchor::all(article, structure, dateline, &phrases);
    let anchor = anchor::choose(article.choices.count_from, &anchors);
    let mut times: Vec<Time> = phrases.into_iter().map(unresolved).collect();
    resolve_all(text, &mut times, anchor);
    (anchors, anchor, times)
}

fn unresolved(phrase: phrase::Phrase) -> Time {
    Time {
        range: phrase.range,
        kind: kind(&phrase.meaning),
        value: None,
        meaning: phrase.meaning,
        why: Reason::new(Rule::NoAnchor, []),
    }
}

/// The TimeML type of what an expression says.
fn kind(meaning: &Meaning) -> TimeKind {
    match meaning {
        Meaning::At(At { detail: Detail::Part(_) | Detail::Clock(_), .. }) => TimeKind::Time,
        Meaning::At(At {
            when: When::Shift { unit: Unit::Second | Unit::Minute | Unit::Hour, .. }, ..
        }) => TimeKind::Time,
        Meaning::Through(At { detail: Detail::Clock(_), .. }, _) => TimeKind::Time,
        Meaning::At(_) | Meaning::Through(..) | Meaning::Vague(_) => TimeKind::Date,
        Meaning::Lasting(_) => TimeKind::Duration,
        Meaning::Every(_) => TimeKind::Set,
    }
}

/// How far back a time of day looks for the day it belongs to, in bytes of one line.
const BESIDE: usize = 160;

/// Resolves every time against an anchor, or against another one than before.
///
/// The times must be all those of the text, in order: "the following day" is counted from the
/// date named before it.
pub fn resolve_all(text: &str, times: &mut [Time], anchor: Option<Anchor>) {
    let mut context = Context { anchor: anchor.map(|anchor| anchor.day), ..Context::default() };
    let (mut named, mut named_day): (Option<TextRange>, Option<TextRange>) = (None, None);
    for time in times {
        context.beside =
            context.day.filter(|_| named_day.is_some_and(|day| is_beside(text, day, time.range)));
        let (value, point) = resolve::value(&time.meaning, &context);
        time.value = value;
        let counted_from = if context.beside.is_some() { named_day } else { named_day.or(named) };
        time.why = reasons::why(time, anchor, counted_from);
        let Some(point) = point.filter(|point| point.leads_on) else { continue };
        (context.any, named) = (Some((point.first, point.unit)), Some(time.range));
        if point.is_day() {
            (context.day, named_day) = (Some(point.first), Some(time.range));
        }
    }
}

/// Whether two ranges stand in one line and close to one another.
fn is_beside(text: &str, before: TextRange, range: TextRange) -> bool {
    let near = range.start().saturating_sub(before.end()) < BESIDE;
    near && text.get(before.end()..range.start()).is_some_and(|between| !between.contains('\n'))
}

#[cfg(test)]
mod tests;
