//! Dates that contradict themselves or one another.

use super::finding::{Check, Finding};
use crate::document::Document;
use crate::document::meaning::{At, Meaning, When, YearOf};
use crate::document::part::Part;
use crate::document::times::Time;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// Weekdays that are not those of their dates, and a dateline far from the time stamp.
pub fn check(document: &Document) -> Vec<Finding> {
    let years = years(document);
    let weekdays = document.layers.times.iter().filter_map(|time| weekday(document, &years, time));
    weekdays.chain(dateline(document)).collect()
}

/// A date without a year is of the article's own year if it lies so near to its day, in days.
const NEAR: i64 = 60;

/// The first year whose weekdays are sure: by then nearly everyone had today's calendar.
const SURE_FROM: i16 = 1920;

/// The weekday written beside a date, where it is another day's.
///
/// ```text
/// The court will rule on Monday, Feb. 11, 2025.
///                        ^^^^^^^^^^^^^^^^^^^^^ a Tuesday
/// ```
///
/// A date without its year is left alone where a year that the article names makes it right, and where it is far
/// from the article's day.
fn weekday(document: &Document, years: &BTreeSet<i16>, time: &Time) -> Option<Finding> {
    let Meaning::At(At { when: When::Day { year, month, day, weekday: Some(weekday) }, .. }) = time.meaning
    else {
        return None;
    };
    let found = crate::text::days::read(time.value.as_deref()?.get(..10)?)?;
    let stated = Weekday::from_monday_one_offset(weekday).ok()?;
    let fits = |year: i16| Date::new(year, month, day).is_ok_and(|date| date.weekday() == stated);
    let excused = match year {
        YearOf::Given(year) => year < SURE_FROM || fits(year),
        _ => {
            let anchor = document.layers.anchor?.day;
            days(anchor, found).abs() > NEAR || years.iter().any(|year| fits(*year))
        }
    };
    let parts = vec![found.year().to_string(), name(found.weekday()).into(), name(stated).into()];
    (!excused).then_some(Finding { range: time.range, check: Check::WrongWeekday, parts })
}

/// Every year that the article's times name.
fn years(document: &Document) -> BTreeSet<i16> {
    let values = document.layers.times.iter().filter_map(|time| time.value.as_deref());
    values.filter_map(|value| value.get(..4)?.parse().ok()).collect()
}

/// From so many days on the dateline contradicts the time stamp: copy is often published a day
/// after it was filed, and a day begins earlier in Tokyo than in New York.
const APART: i64 = 2;

/// A dateline whose day is not that of the time stamp.
///
/// ```text
/// Published 12 March 2025
/// LONDON, March 3 (Reuters) - …
///         ^^^^^^^ 9 days before
/// ```
///
/// A stamp that tells of an update says only that the dateline may not be later.
fn dateline(document: &Document) -> Option<Finding> {
    let line = document.layers.dateline.as_ref()?;
    let (range, day) = (line.date?, line.day?);
    let dated = |time: &&Time| matches!(time.meaning, Meaning::At(At { when: When::Day { .. }, .. }));
    document.layers.times.iter().filter(dated).find(|time| time.range.overlaps(range))?;
    let stamps = || stamps(document);
    let (first, last) = (stamps().map(|(day, _)| day).min()?, stamps().map(|(day, _)| day).max()?);
    let published = stamps().filter(|(_, updated)| !updated).map(|(day, _)| day).min();
    let (apart, side) = match (days(last, day), published.map(|first| days(day, first))) {
        (after, _) if after >= APART => (after, "after"),
        (_, Some(before)) if before >= APART && day < first => (before, "before"),
        _ => return None,
    };
    Some(Finding { range, check: Check::DatelineDay, parts: vec![apart.to_string(), side.into()] })
}

/// How many days from one to another. Dates that are taken from one another by a sign bring along the sentences of all
/// that can go wrong with dates.
fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// The days of the time stamps that name their year, and whether each tells of an update.
fn stamps(document: &Document) -> impl Iterator<Item = (Date, bool)> {
    let stamps = document.layers.structure.iter().filter(|paragraph| paragraph.part == Part::Timestamp);
    stamps.flat_map(move |stamp| {
        let inside = document.layers.times.iter().filter(|time| stamp.range.contains(time.range));
        inside.filter_map(move |time| {
            let Meaning::At(At { when: When::Day { year: YearOf::Given(_), .. }, .. }) = time.meaning else {
                return None;
            };
            let before =
                document.article.text.get(stamp.range.start()..time.range.start())?.to_ascii_lowercase();
            let updated = ["update", "modified", "revised"].iter().any(|word| before.contains(word));
            Some((crate::text::days::read(time.value.as_deref()?.get(..10)?)?, updated))
        })
    })
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::checks::findings;
    use crate::document::article::Article;

    /// The findings as sentences, in an article of Sunday, 9 February 2025.
    fn check(text: &str, expected: &[&str]) {
        let published = "2025-02-09".parse().ok();
        let found = findings(&annotate(Article { published, ..Article::plain(text) }));
        assert_eq!(found.iter().map(|finding| finding.sentence()).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_weekday_that_is_not_that_of_its_date() {
        let monday = "in 2025 this date falls on a Tuesday, not on a Monday";
        check("The court will rule on Monday, Feb. 11, 2025.", &[monday]);
        check("The court will rule on Monday, Feb. 11.", &[monday]);
        check("The court will rule on Monday 11 February.", &[monday]);
        check("It closed on Monday, Feb. 4.", &["in 2025 this date falls on a Tuesday, not on a Monday"]);
        for right in [
            "The court will rule on Tuesday, Feb. 11.",
            "It met on Monday, Feb. 11, 2019.",
            "A year after it met on Sunday, Feb. 11, the court will rule.",
            "Those days of 2019 were cold. It met on Monday, Feb. 11, in an icy hall.",
            "It met on Thursday, June 12, in another year.",
            "It met on Monday, 11 February 1800.",
        ] {
            check(right, &[]);
        }
    }

    #[test]
    fn a_dateline_far_from_the_time_stamp() {
        let story = |stamp: &str, date: &str| {
            format!(
                "Ferry sails again\n{stamp}\nOSLO, {date} (Reuters) - The ferry sailed again, the port said."
            )
        };
        check(
            &story("Published 12 March 2025", "March 3"),
            &["the dateline is 9 days before the time stamp"],
        );
        check(&story("12 March 2025", "March 15"), &["the dateline is 3 days after the time stamp"]);
        check(&story("Updated 12 March 2025", "March 15"), &["the dateline is 3 days after the time stamp"]);
        for date in ["March 11", "March 12", "March 13", "Monday"] {
            check(&story("Published 12 March 2025", date), &[]);
        }
        check(&story("Updated 12 March 2025", "March 3"), &[]);
        check(&story("Published 3 March 2025, last updated 12 March 2025", "March 3"), &[]);
        check(&story("Published 1 January 2025", "Dec. 31"), &[]);
    }
}
