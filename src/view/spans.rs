//! The days a TimeML value covers, so that points of time can be put in order.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// First and last day of a value; none for lengths, repeated and vague times.
///
/// ```text
/// 2025-02-07, 2025-02-07T14:10   that day
/// 2025-W07                       Monday to Sunday
/// 2025-01, 2025-Q1, 2024-FA      first to last of its months
/// 2025, 199X, 18XX               1 January to 31 December
/// 2025-03-03/2025-03-05          from the first to the last of both
/// ```
pub fn span(value: &str) -> Option<(Date, Date)> {
    if let Some((from, to)) = value.split_once('/') {
        return Some((span(from)?.0, span(to)?.1));
    }
    let date = value.split_once('T').map_or(value, |(date, _)| date);
    let mut parts = date.split('-');
    let (year, second, third) = (parts.next()?, parts.next(), parts.next());
    let Some(second) = second else { return years(year) };
    let number: i16 = year.parse().ok()?;
    if let Some(week) = second.strip_prefix('W').filter(|week| *week != "I") {
        return days_of_week(number, week.parse().ok()?, third == Some("WE"));
    }
    if let Some(day) = third {
        let day = Date::new(number, second.parse().ok()?, day.parse().ok()?).ok()?;
        return Some((day, day));
    }
    let (month, count) = match second {
        "Q1" => (1, 3),
        "Q2" => (4, 3),
        "Q3" => (7, 3),
        "Q4" => (10, 3),
        "H1" => (1, 6),
        "H2" => (7, 6),
        "SP" => (3, 3),
        "SU" => (6, 3),
        "FA" => (9, 3),
        "WI" => (12, 3),
        month => (month.parse().ok()?, 1),
    };
    months(number, month, count)
}

/// "2025", "199X" or "199" for ten years, "18XX" for a hundred.
fn years(year: &str) -> Option<(Date, Date)> {
    let known = year.trim_end_matches('X');
    if year.len() != 4 && known.len() != 3 {
        return None;
    }
    let factor = match known.len() {
        4 => 1,
        3 => 10,
        2 => 100,
        _ => return None,
    };
    let first = known.parse::<i16>().ok()?.checked_mul(factor)?;
    Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(factor - 1)?, 12, 31).ok()?))
}

fn days_of_week(year: i16, week: i8, weekend: bool) -> Option<(Date, Date)> {
    let first = if weekend { Weekday::Saturday } else { Weekday::Monday };
    let day = |weekday| ISOWeekDate::new(year, week, weekday).ok().map(|day| day.date());
    Some((day(first)?, day(Weekday::Sunday)?))
}

fn months(year: i16, month: i8, count: i8) -> Option<(Date, Date)> {
    let last = month + count - 1;
    let (last_year, last) = if last > 12 { (year.checked_add(1)?, last - 12) } else { (year, last) };
    Some((Date::new(year, month, 1).ok()?, Date::new(last_year, last, 1).ok()?.last_of_month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cover_days() {
        for (value, days) in [
            ("2025-02-07", "2025-02-07 2025-02-07"),
            ("2025-02-09T14:10+09:00", "2025-02-09 2025-02-09"),
            ("2025-02-08TNI", "2025-02-08 2025-02-08"),
            ("2025-W07", "2025-02-10 2025-02-16"),
            ("2025-W06-WE", "2025-02-08 2025-02-09"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2025-Q3", "2025-07-01 2025-09-30"),
            ("2025-H2", "2025-07-01 2025-12-31"),
            ("2024-WI", "2024-12-01 2025-02-28"),
            ("2025", "2025-01-01 2025-12-31"),
            ("199X", "1990-01-01 1999-12-31"),
            ("18XX", "1800-01-01 1899-12-31"),
            ("2025-03-03/2025-04", "2025-03-03 2025-04-30"),
        ] {
            let found = span(value).map(|(first, last)| format!("{first} {last}"));
            assert_eq!(found.as_deref(), Some(days), "{value}");
        }
        for no_point in ["P3Y", "PT2H", "XXXX-WXX-7", "PAST_REF", "", "2025-13", "2025-02-30", "é", "9999X"]
        {
            assert_eq!(span(no_point), None, "{no_point}");
        }
    }
}
