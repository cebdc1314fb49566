//! A day of the calendar: how it is written, and as three numbers in messages, so that the page needs no reader of
//! dates.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day as the calendar's standard writes it: `2025-02-09`.
pub fn iso(day: Date) -> String {
    let two = |number: i8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let year = day.year().to_string();
    [&"0000"[year.len().min(4)..], &year, "-", &two(day.month()), "-", &two(day.day())].concat()
}

/// Reads [`iso`]'s form.
pub fn read_day(iso: &str) -> Option<Date> {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Writes a day.
pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
    (day.year(), day.month(), day.day()).serialize(to)
}

/// Reads a day.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let (year, month, day) = Deserialize::deserialize(from)?;
    Date::new(year, month, day).map_err(|_| D::Error::custom("no such day"))
}

/// The same, where there may be none.
pub mod maybe {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes a day or none.
    pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| (day.year(), day.month(), day.day())).serialize(to)
    }

    /// Reads a day or none.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let day: Option<(i16, i8, i8)> = Deserialize::deserialize(from)?;
        let read =
            |(year, month, day)| Date::new(year, month, day).map_err(|_| D::Error::custom("no such day"));
        day.map(read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_written_and_read_as_the_standard_says() {
        for (day, written) in [(date(2025, 2, 9), "2025-02-09"), (date(987, 12, 31), "0987-12-31")] {
            assert_eq!(iso(day), written);
            assert_eq!(iso(day), day.to_string());
            assert_eq!(read_day(written), Some(day));
        }
        for no_day in ["", "2025-02", "2025-02-30", "2025-02-09T10:00", "yesterday"] {
            assert_eq!(read_day(no_day), None);
        }
    }
}
