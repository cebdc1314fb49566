//! Days and TimeML values in words.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// "Fri 7 Feb 2025"
    Short,
    /// "Friday 7 February 2025"
    Full,
}

/// A day in words.
pub fn day(date: Date, length: Length) -> String {
    let weekday = cut(DAYS[date.weekday().to_monday_zero_offset().rem_euclid(7) as usize], length);
    let month = cut(MONTHS[(date.month() as usize).clamp(1, 12) - 1], length);
    [weekday, " ", &date.day().to_string(), " ", month, " ", &date.year().to_string()].concat()
}

fn cut(word: &'static str, length: Length) -> &'static str {
    if length == Length::Short { &word[..3] } else { word }
}

/// A TimeML value in words; a value of another form stands as it is.
///
/// ```text
/// 2025-02-07              Friday 7 February 2025
/// 2025-W07                the week from Monday 10 February 2025
/// 2025-01                 January 2025
/// P3Y                     3 years
/// 2025-02-08TNI           Saturday 8 February 2025, night
/// 2025-02-09T14:10+09:00  Sunday 9 February 2025, 14:10 (UTC+09:00)
/// 2025-03/2025-04         March 2025 to April 2025
/// XXXX-WXX-7              Sundays
/// ```
pub fn value(value: &str, length: Length) -> String {
    read(value, length).unwrap_or_else(|| value.to_owned())
}

fn read(value: &str, length: Length) -> Option<String> {
    match value {
        "PRESENT_REF" => return Some("at present".into()),
        "PAST_REF" => return Some("in the past".into()),
        "FUTURE_REF" => return Some("in the future".into()),
        _ => {}
    }
    if let Some(amount) = value.strip_prefix('P') {
        return duration(amount);
    }
    if let Some((from, to)) = value.split_once('/') {
        return Some([read(from, length)?, " to ".into(), read(to, length)?].concat());
    }
    if let Some(every) = value.strip_prefix("XXXX-") {
        return repeated(every);
    }
    match value.split_once('T') {
        Some((date, time)) => Some([read_date(date, length)?, ", ".into(), clock(time)].concat()),
        None => read_date(value, length),
    }
}

/// `WXX-7` → "Sundays", `07` → "every July", `XX-XXTNI` → "every night".
fn repeated(every: &str) -> Option<String> {
    if let Some(day) = every.strip_prefix("WXX-") {
        return Some([*DAYS.get(day.parse::<usize>().ok()?.checked_sub(1)?)?, "s"].concat());
    }
    if let Some(part) = every.strip_prefix("XX-XXT") {
        return Some(["every ", &clock(part)].concat());
    }
    Some(["every ", *MONTHS.get(every.parse::<usize>().ok()?.checked_sub(1)?)?].concat())
}

fn read_date(value: &str, length: Length) -> Option<String> {
    let mut parts = value.split('-');
    let year = parts.next()?;
    let named = |words: &str| Some([words, " ", year].concat());
    let Some(second) = parts.next() else { return Some(year_words(year)) };
    if let Some(week) = second.strip_prefix('W').filter(|week| *week != "I") {
        return week_words(year, week, parts.next() == Some("WE"), length);
    }
    match (second, parts.next()) {
        ("SP", _) => named("spring"),
        ("SU", _) => named("summer"),
        ("FA", _) => named("autumn"),
        ("WI", _) => named("winter"),
        ("H1", _) => named("first half of"),
        ("H2", _) => named("second half of"),
        ("Q1", _) => named("first quarter of"),
        ("Q2", _) => named("second quarter of"),
        ("Q3", _) => named("third quarter of"),
        ("Q4", _) => named("fourth quarter of"),
        (month, None) => named(cut(MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?, length)),
        (month, Some(date)) => {
            let date = Date::new(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?).ok()?;
            Some(day(date, length))
        }
    }
}

fn year_words(year: &str) -> String {
    match year.len() {
        3 => [year, "0s"].concat(),
        4 if year.ends_with('X') => year.replace('X', "0") + "s",
        _ => year.to_owned(),
    }
}

fn week_words(year: &str, week: &str, weekend: bool, length: Length) -> Option<String> {
    let first = jiff::civil::ISOWeekDate::new(
        year.parse().ok()?,
        week.parse().ok()?,
        if weekend { jiff::civil::Weekday::Saturday } else { jiff::civil::Weekday::Monday },
    );
    let name = match (weekend, length) {
        (true, _) => "the weekend of ",
        (false, Length::Full) => "the week from ",
        (false, Length::Short) => "week of ",
    };
    Some([name, &day(first.ok()?.date(), length)].concat())
}

/// The part after the `T` of a value in words: "14:10 (UTC+09:00)", "night".
pub fn clock(time: &str) -> String {
    let named = match time {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        _ => "",
    };
    if !named.is_empty() {
        return named.into();
    }
    match time.find(['+', '-', 'Z']) {
        Some(at) if &time[at..] == "Z" => [&time[..at], " (UTC)"].concat(),
        Some(at) => [&time[..at], " (UTC", &time[at..], ")"].concat(),
        None => time.into(),
    }
}

/// `3Y` → "3 years", `T36H` → "36 hours".
fn duration(amount: &str) -> Option<String> {
    let (amount, clock) = amount.strip_prefix('T').map_or((amount, false), |rest| (rest, true));
    let unit = amount.chars().next_back()?;
    let count = &amount[..amount.len() - unit.len_utf8()];
    let name = match (unit, clock) {
        ('Y', _) => "year",
        ('M', false) => "month",
        ('W', _) => "week",
        ('D', _) => "day",
        ('H', _) => "hour",
        ('M', true) => "minute",
        ('S', _) => "second",
        _ => return None,
    };
    let count_words = if count == "X" { "some" } else { count };
    let is_count =
        count == "X" || (!count.is_empty() && count.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
    is_count.then(|| [count_words, " ", name, if count == "1" { "" } else { "s" }].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_words() {
        for (timeml, words) in [
            ("2025-02-07", "Friday 7 February 2025"),
            ("2025-W07", "the week from Monday 10 February 2025"),
            ("2025-W06-WE", "the weekend of Saturday 8 February 2025"),
            ("2025-01", "January 2025"),
            ("2025", "2025"),
            ("199", "1990s"),
            ("2025-Q3", "third quarter of 2025"),
            ("2024-WI", "winter 2024"),
            ("P3Y", "3 years"),
            ("P1D", "1 day"),
            ("PT36H", "36 hours"),
            ("PXM", "some months"),
            ("2025-02-08TNI", "Saturday 8 February 2025, night"),
            ("2025-02-09T14:10+09:00", "Sunday 9 February 2025, 14:10 (UTC+09:00)"),
            ("2025-03-03/2025-03-05", "Monday 3 March 2025 to Wednesday 5 March 2025"),
            (
                "2025-02-07T09:00/2025-02-07T10:00",
                "Friday 7 February 2025, 09:00 to Friday 7 February 2025, 10:00",
            ),
            ("XXXX-WXX-1", "Mondays"),
            ("XXXX-07", "every July"),
            ("XXXX-XX-XXTNI", "every night"),
            ("XXXX-WXX-9", "XXXX-WXX-9"),
            ("2025-13-41", "2025-13-41"),
            ("Pé", "Pé"),
            ("", ""),
        ] {
            assert_eq!(value(timeml, Length::Full), words);
        }
        assert_eq!(value("2025-02-07", Length::Short), "Fri 7 Feb 2025");
    }
}
