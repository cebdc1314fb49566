//! The pattern table: how newsrooms write clocks, days and lapses of time in figures.
//!
//! Words are looked up in the tables of `resources`; here is what no list can hold. Every pattern
//! is compiled once, at its first use, and none is asked before a figure or an article ("an hour
//! ago") has been seen, so ordinary text pays nothing. Only ASCII classes: figures in other
//! scripts are no dates, and the tables of Unicode would double the engine's code.

use regex::Regex;
use std::sync::LazyLock;

macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident = $source:literal, as in $($example:literal),+;)*) => {
        $($(#[$doc])* pub static $name: LazyLock<Regex> = LazyLock::new(|| compile($source));)*

        #[cfg(test)]
        type Row = (&'static str, &'static LazyLock<Regex>, &'static [&'static str]);

        #[cfg(test)]
        const TABLE: &[Row] = &[$((stringify!($name), &$name, &[$($example),+])),*];
    };
}

patterns! {
    /// Hour, minute and second of a clock with 24 hours.
    CLOCK_24 = r"^(\d{1,2}):([0-5]\d)(?:[:.]([0-5]\d))?$", as in "14:10", "9:05:30";
    /// Hour, minute, second and half of the day; Britain writes points.
    CLOCK_12 = r"^(\d{1,2})(?:[:.]([0-5]\d))?(?:[:.]([0-5]\d))?(am|AM|pm|PM)$",
        as in "5pm", "2:30PM", "6.30am";
    /// A clock of any kind in a line that is nothing but a time stamp.
    STAMP_CLOCK = r"^(?:\d+[:.][\d:.]*[A-Za-z]{0,3}|\d{1,5}(?:am|pm|AM|PM|h|Z)|\d{1,2}T[\d:.]+Z?)$",
        as in "14:10", "14.10h", "3pm", "1430Z", "09T14:10:00Z";
    /// A number and the half of the day, at the head of the text.
    STAMP_HOUR = r"^\d[\d:.]*\s*(?i:[ap]\.?m)\b", as in "7 p.m", "11:30 am";
    /// How long ago.
    AGO = r"^(?:\d[\d.,]*|[Aa]n?)\s+(?i:(?:second|minute|min|hour|hr|day|week|month|year)s*\s+ago)\b",
        as in "3 hours ago", "An hour ago", "2 MINS AGO";
    /// Year, month and day, with the clock of an ISO stamp after them or not.
    YEAR_FIRST = r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T[\d:.]+Z?)?$",
        as in "2025-02-09", "2025/2/9", "2025-02-09T14:10:00Z";
    /// Month or day, then the other, and the year, in two figures only between strokes.
    YEAR_LAST = r"^(\d{1,2})([-/])(\d{1,2})(?:[-/](\d{4})|/(\d{2}))$",
        as in "03/14/2025", "14-3-2025", "3/14/25";
    /// Day, month and year, with points: the day is first everywhere.
    DOTTED_DAY = r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$", as in "09.02.2025";
}

fn compile(source: &str) -> Regex {
    Regex::new(&format!("(?-u){source}")).expect("a test compiles every pattern of the table")
}

/// The number a group of figures has taken, where it took part.
pub fn number<N: std::str::FromStr>(found: &regex::Captures, group: usize) -> Option<N> {
    found.get(group)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_holds_all_of_its_examples() {
        for (name, pattern, examples) in TABLE {
            for example in *examples {
                let found = pattern.find(example).map(|found| found.as_str());
                assert_eq!(found, Some(*example), "{name}");
            }
        }
    }

    #[test]
    fn what_only_looks_like_one_is_left_alone() {
        let cases: [(&LazyLock<Regex>, &[&str]); 6] = [
            (&CLOCK_24, &["14:60", "1:2", "14.10", "2025"]),
            (&CLOCK_12, &["5 pm", "5p", "5:61pm"]),
            (&STAMP_CLOCK, &["2025", "14:10hours", "3km"]),
            (&AGO, &["3 hours", "3 goals ago", "Any day ago"]),
            (&YEAR_FIRST, &["2025-02", "12345-02-09", "2025-02-091"]),
            (&DOTTED_DAY, &["1.2.3", "192.168.0.1"]),
        ];
        for (pattern, words) in cases {
            for word in words {
                assert!(!pattern.is_match(word), "{} in “{word}”", pattern.as_str());
            }
        }
    }
}
