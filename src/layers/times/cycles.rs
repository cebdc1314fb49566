//! What comes round again, found on the side of the anchor that the sentence looks at.

use super::calendar::{add_days, add_months, days_between};
use crate::document::meaning::{Lean, Season, YearOf};
use jiff::civil::Date;

/// Further than this, in days, a date would be given with its year.
const FAR: i64 = 300;
/// Closer than this on the other side, the tense was likelier misread than the year left out.
const CLOSE: i64 = 45;

/// The weekday (Monday = 1) that `lean` asks for.
pub fn weekday(anchor: Date, weekday: i8, lean: Lean) -> Option<Date> {
    let ahead = i64::from((weekday - anchor.weekday().to_monday_one_offset()).rem_euclid(7));
    let days = match lean {
        Lean::Future | Lean::This => ahead,
        Lean::Next if ahead == 0 => 7,
        Lean::Next => ahead,
        Lean::Last => ahead - 7,
        Lean::Near if ahead <= 3 => ahead,
        Lean::Near => ahead - 7,
        Lean::Past | Lean::Unknown if ahead == 0 => 0,
        Lean::Past | Lean::Unknown => ahead - 7,
    };
    add_days(anchor, days)
}

/// The year's day that `lean` asks for, among those that `day` gives for a year.
pub fn yearly(anchor: Date, year: YearOf, lean: Lean, day: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    match year {
        YearOf::Given(year) => return day(year),
        YearOf::Relative(by) => return day(anchor.year().checked_add(i16::from(by))?),
        YearOf::Known(year) if day(year).is_some_and(|day| day <= anchor) => return day(year),
        YearOf::Known(_) | YearOf::Open => {}
    }
    if lean == Lean::This {
        return day(anchor.year());
    }
    let near = |from: i16, to: i16| (from..=to).filter_map(|by| day(anchor.year().checked_add(by)?));
    let nearest = |days: Vec<Date>| days.into_iter().min_by_key(|&day| days_between(anchor, day).abs());
    let before = near(-4, 0).filter(|&day| day <= anchor).max();
    let after = near(0, 4).filter(|&day| day >= anchor).min();
    let far = |day: Option<Date>| day.is_none_or(|day| days_between(anchor, day).abs() > FAR);
    let close = |day: Option<Date>| day.is_some_and(|day| days_between(anchor, day).abs() < CLOSE);
    match lean {
        Lean::Last => near(-4, 0).filter(|&day| day < anchor).max(),
        Lean::Next => near(0, 4).filter(|&day| day > anchor).min(),
        Lean::Past if far(before) && close(after) => after,
        Lean::Past => before,
        Lean::Future if far(after) && close(before) => before,
        Lean::Future => after,
        Lean::Near => nearest(before.into_iter().chain(after).collect()),
        // News tells more of what was than of what will be.
        _ => match (before, after) {
            (Some(back), Some(ahead)) if days_between(anchor, ahead) * 2 < days_between(back, anchor) => {
                Some(ahead)
            }
            _ => before.or(after),
        },
    }
}

/// The year of a month or a longer part of a year that begins in `month` and lasts `months`.
///
/// Of what is told when it is over, as results of a quarter are, the one that is still on is not meant.
pub fn part_of_year(
    anchor: Date,
    year: YearOf,
    lean: Lean,
    month: i8,
    months: i8,
    told_when_over: bool,
) -> Option<i16> {
    match year {
        YearOf::Given(year) => return Some(year),
        YearOf::Relative(by) => return anchor.year().checked_add(i16::from(by)),
        YearOf::Known(_) | YearOf::Open => {}
    }
    let this = anchor.year();
    let begins = Date::new(this, month, 1).ok()?;
    let ends = add_months(begins, i64::from(months))?;
    let is_over = ends <= anchor;
    let is_on = begins <= anchor && !is_over;
    let by = match lean {
        Lean::Past if is_on && told_when_over => -1,
        Lean::This => 0,
        Lean::Last if is_over => 0,
        Lean::Last => -1,
        Lean::Next if begins > anchor => 0,
        Lean::Next => 1,
        // A month just over is the one meant: what seems to look ahead was likelier misread.
        Lean::Future if is_over && months == 1 && days_between(ends, anchor) < CLOSE => 0,
        Lean::Future if is_over => 1,
        Lean::Future => 0,
        Lean::Past if is_over || is_on => 0,
        Lean::Past => -1,
        Lean::Near | Lean::Unknown if is_over || is_on => 0,
        Lean::Near | Lean::Unknown => {
            if months_ahead(anchor, month) <= 4 {
                0
            } else {
                -1
            }
        }
    };
    this.checked_add(by)
}

fn months_ahead(anchor: Date, month: i8) -> i8 {
    (month - anchor.month()).rem_euclid(12)
}

/// The month a season begins in.
pub fn season_begins(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Fall => 9,
        Season::Winter => 12,
    }
}
