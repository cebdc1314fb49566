//! Days as ISO 8601 writes them.

use jiff::civil::Date;

/// A day as ISO 8601 writes it: "2025-02-09". The calendar's own reader knows every form there is, and would make
/// the engine's download 10 kB larger.
pub fn read(written: &str) -> Option<Date> {
    let mut numbers = written.splitn(3, '-');
    let year = numbers.next()?.parse().ok()?;
    let (month, day) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_days_of_the_calendar() {
        assert_eq!(read("2025-02-09").map(|day| day.to_string()), Some("2025-02-09".into()));
        for other in ["2025-02", "2025-02-30", "2025-02-09T14:10", "9 February 2025", ""] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
