//! What relative dates are counted from: a sentence that says so, and what else it could be.

use super::dates::{self, Length};
use super::explain::{basis, origin, words};
use super::notes::is_counted;
use crate::document::Document;
use crate::document::article::CountFrom;
use crate::document::day::{iso, read_day};
use crate::document::reason::Rule;
use crate::document::times::{AnchorBasis, Time};
use crate::text::capital;
use jiff::civil::Date;

/// One day, or nothing, that dates could be counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The choice.
    pub count_from: CountFrom,
    /// "The time stamp: Sun 9 Feb 2025"
    pub words: String,
    /// Whether dates are counted from it now.
    pub now: bool,
}

/// So many days that stand in the text are offered.
const DAYS: usize = 12;

/// Every day that dates could be counted from, best first, then those that stand in the text, then
/// none; empty where there is no day at all.
pub fn choices(document: &Document) -> Vec<Choice> {
    let now = document.layers.anchor;
    let anchors = document.layers.anchors.iter();
    let mut choices: Vec<Choice> = anchors
        .map(|anchor| Choice {
            count_from: of_basis(anchor.basis, anchor.day),
            words: said(basis(anchor.basis), anchor.day),
            now: now.is_some_and(|now| now.basis == anchor.basis),
        })
        .collect();
    if let Some(best) = choices.first_mut() {
        best.count_from = CountFrom::Best;
    }
    let chosen = now.filter(|now| now.basis == AnchorBasis::Chosen).map(|now| now.day);
    choices.extend(chosen.map(|day| named(day, basis(AnchorBasis::Chosen), true)));
    let in_text = days(document).into_iter().filter(|day| Some(*day) != chosen);
    choices.extend(in_text.map(|day| named(day, "in the text", false)));
    if !choices.is_empty() {
        let words = "Nothing: leave such dates open".into();
        choices.push(Choice { count_from: CountFrom::Nothing, words, now: now.is_none() });
    }
    choices
}

fn named(day: Date, basis: &str, now: bool) -> Choice {
    Choice { count_from: CountFrom::Day(day), words: said(basis, day), now }
}

/// "The time stamp: Sun 9 Feb 2025"
fn said(basis: &str, day: Date) -> String {
    [&capital(basis), ": ", &dates::day(day, Length::Short)].concat()
}

/// The days that the text names with their date, each once, but for those offered already.
fn days(document: &Document) -> Vec<Date> {
    let mut days: Vec<Date> = Vec::new();
    let offered = |day: &Date| document.layers.anchors.iter().any(|anchor| anchor.day == *day);
    let named = document.layers.times.iter().filter(|time| !is_counted(time));
    for day in named.filter_map(day_of).filter(|day| !offered(day)) {
        if days.len() < DAYS && !days.contains(&day) {
            days.push(day);
        }
    }
    days
}

/// The day a time stands for, where it is one day.
pub fn day_of(time: &Time) -> Option<Date> {
    let value = time.value.as_deref()?;
    read_day(value.split_once('T').map_or(value, |(day, _)| day))
}

/// Whether dates are counted from this day now.
pub fn is_origin(document: &Document, day: Date) -> bool {
    document.layers.anchor.is_some_and(|anchor| anchor.day == day)
}

/// The day a person named to count from, as a field for dates holds it.
pub fn chosen_day(document: &Document) -> String {
    let chosen = document.layers.anchor.filter(|anchor| anchor.basis == AnchorBasis::Chosen);
    chosen.map(|anchor| iso(anchor.day)).unwrap_or_default()
}

/// The choices as the options of a list, by their number.
pub fn options(choices: &[Choice]) -> String {
    let mut out = String::new();
    for (at, choice) in choices.iter().enumerate() {
        let selected = if choice.now { "\" selected>" } else { "\">" };
        out.extend(["<option value=\"", &at.to_string(), selected, &choice.words, "</option>"]);
    }
    out
}

fn of_basis(basis: AnchorBasis, day: Date) -> CountFrom {
    match basis {
        AnchorBasis::Published => CountFrom::Published,
        AnchorBasis::Timestamp => CountFrom::Timestamp,
        AnchorBasis::Dateline => CountFrom::Dateline,
        AnchorBasis::Chosen => CountFrom::Day(day),
    }
}

/// "Dates are counted from Sunday 9 February 2025, the dateline."
pub fn sentence(document: &Document) -> String {
    let chosen = !matches!(document.article.choices.count_from, CountFrom::Best | CountFrom::Day(_));
    match origin(document) {
        Some(day) => {
            let by = if chosen { ", as you chose." } else { "." };
            ["Dates are counted from ", &day, by].concat()
        }
        None => from_nothing(&first_open(document), document.layers.anchors.is_empty()),
    }
}

fn from_nothing(open: &str, no_day: bool) -> String {
    match (no_day, open) {
        (true, "") => "There is no day to count from, and no date in this text needs one.".into(),
        (true, open) => {
            ["There is no day to count from: “", open, "” stays open until you set the day of publication."]
                .concat()
        }
        (false, "") => "Dates are counted from nothing, as you chose.".into(),
        (false, open) => ["Dates are counted from nothing, as you chose: “", open, "” stays open."].concat(),
    }
}

/// The first date that waits for a day to be counted from, with its "on"; empty where none does. The dateline's own
/// is no example: nobody looks for it in the story.
fn first_open(document: &Document) -> String {
    let mut times = document.layers.times.iter();
    let dateline = document.layers.dateline.as_ref().map(|line| line.range);
    let is_open = |time: &&Time| time.value.is_none() && time.why.rule == Rule::NoAnchor;
    let in_story = |time: &&Time| !dateline.is_some_and(|line| line.contains(time.range));
    let Some(open) = times.find(|time| is_open(time) && in_story(time)) else { return String::new() };
    let before = &document.article.text[..open.range.start()];
    let on = if before.ends_with(" on ") { "on " } else { "" };
    [on, &words(document, open.range)].concat()
}

/// Whether a date waits for a day to be counted from.
pub fn is_open(document: &Document) -> bool {
    document.layers.anchor.is_none() && !first_open(document).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::Article;

    fn check(text: &str, count_from: CountFrom, said: &str, offered: &[&str]) {
        let mut article = Article::plain(text);
        article.choices.count_from = count_from;
        let document = annotate(article);
        assert_eq!(sentence(&document), said);
        let line = |choice: &Choice| [choice.words.as_str(), if choice.now { " *" } else { "" }].concat();
        assert_eq!(choices(&document).iter().map(line).collect::<Vec<_>>(), offered);
    }

    #[test]
    fn only_a_date_that_stays_open_is_named() {
        let no_day = "There is no day to count from";
        check(
            "The pier is long.",
            CountFrom::Best,
            &[no_day, ", and no date in this text needs one."].concat(),
            &[],
        );
        let until = ": “next Tuesday” stays open until you set the day of publication.";
        check("The pier opens next Tuesday.", CountFrom::Best, &[no_day, until].concat(), &[]);
    }

    #[test]
    fn the_page_says_what_dates_are_counted_from_and_what_else_they_could_be() {
        let text = "Ferry back in service\n\nFebruary 11, 2031 14:10\n\n\
            LYTTON, Feb 9 (Coast Wire) - The ferry ran on Friday. It had run until June 4, 2028.";
        let (stamp, line) = ("The time stamp: Tue 11 Feb 2031", "The dateline: Sun 9 Feb 2031");
        let day = "In the text: Sun 4 Jun 2028";
        let (stamp_now, line_now) = ([stamp, " *"].concat(), [line, " *"].concat());
        let none = "Nothing: leave such dates open";
        check(
            text,
            CountFrom::Best,
            "Dates are counted from Tuesday 11 February 2031, the time stamp.",
            &[&stamp_now, line, day, none],
        );
        check(
            text,
            CountFrom::Dateline,
            "Dates are counted from Sunday 9 February 2031, the dateline, as you chose.",
            &[stamp, &line_now, day, none],
        );
        check(
            text,
            CountFrom::Nothing,
            "Dates are counted from nothing, as you chose: “on Friday” stays open.",
            &[stamp, line, day, "Nothing: leave such dates open *"],
        );
        check(
            text,
            CountFrom::Day(jiff::civil::date(2028, 6, 4)),
            "Dates are counted from Sunday 4 June 2028, the day you chose.",
            &[stamp, line, "The day you chose: Sun 4 Jun 2028 *", none],
        );
        check(
            "The ferry ran on Friday.",
            CountFrom::Best,
            "There is no day to count from: “on Friday” stays open until you set the day of publication.",
            &[],
        );
    }
}
