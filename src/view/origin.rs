//! What relative dates are counted from: a sentence that says so, and what else it could be.

use super::dates::{self, Length};
use super::explain::{basis, origin};
use crate::article::CountFrom;
use crate::document::Document;
use crate::layers::times::AnchorBasis;

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

/// Every day that dates could be counted from, best first, then none; empty where there is none.
pub fn choices(document: &Document) -> Vec<Choice> {
    let now = document.layers.anchor.map(|anchor| anchor.basis);
    let anchors = document.layers.anchors.iter();
    let mut choices: Vec<Choice> = anchors
        .map(|anchor| Choice {
            count_from: of_basis(anchor.basis),
            words: [&capital(basis(anchor.basis)), ": ", &dates::day(anchor.day, Length::Short)].concat(),
            now: now == Some(anchor.basis),
        })
        .collect();
    if let Some(best) = choices.first_mut() {
        best.count_from = CountFrom::Best;
        let words = "Nothing: leave such dates open".into();
        choices.push(Choice { count_from: CountFrom::Nothing, words, now: now.is_none() });
    }
    choices
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

fn of_basis(basis: AnchorBasis) -> CountFrom {
    match basis {
        AnchorBasis::Published => CountFrom::Published,
        AnchorBasis::Timestamp => CountFrom::Timestamp,
        AnchorBasis::Dateline => CountFrom::Dateline,
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "Dates are counted from Sunday 9 February 2025, the dateline."
pub fn sentence(document: &Document) -> String {
    let chosen = document.article.choices.count_from != CountFrom::Best;
    match origin(document) {
        Some(day) => {
            let by = if chosen { ", as you chose." } else { "." };
            ["Dates are counted from ", &day, by].concat()
        }
        None if document.layers.anchors.is_empty() => {
            "There is no day to count from: “on Friday” stays open until you set the day of publication."
                .into()
        }
        None => "Dates are counted from nothing, as you chose: “on Friday” stays open.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::article::Article;

    fn check(text: &str, count_from: CountFrom, said: &str, offered: &[&str]) {
        let mut article = Article::plain(text);
        article.choices.count_from = count_from;
        let document = annotate(article);
        assert_eq!(sentence(&document), said);
        let line = |choice: &Choice| [choice.words.as_str(), if choice.now { " *" } else { "" }].concat();
        assert_eq!(choices(&document).iter().map(line).collect::<Vec<_>>(), offered);
    }

    #[test]
    fn the_page_says_what_dates_are_counted_from_and_what_else_they_could_be() {
        let text = "Ferry back in service\n\nFebruary 11, 2031 14:10\n\n\
            LYTTON, Feb 9 (Coast Wire) - The ferry ran on Friday.";
        let (stamp, line) = ("The time stamp: Tue 11 Feb 2031", "The dateline: Sun 9 Feb 2031");
        let (stamp_now, line_now) = ([stamp, " *"].concat(), [line, " *"].concat());
        let none = "Nothing: leave such dates open";
        check(
            text,
            CountFrom::Best,
            "Dates are counted from Tuesday 11 February 2031, the time stamp.",
            &[&stamp_now, line, none],
        );
        check(
            text,
            CountFrom::Dateline,
            "Dates are counted from Sunday 9 February 2031, the dateline, as you chose.",
            &[stamp, &line_now, none],
        );
        check(
            text,
            CountFrom::Nothing,
            "Dates are counted from nothing, as you chose: “on Friday” stays open.",
            &[stamp, line, "Nothing: leave such dates open *"],
        );
        check(
            "The ferry ran on Friday.",
            CountFrom::Best,
            "There is no day to count from: “on Friday” stays open until you set the day of publication.",
            &[],
        );
    }
}
