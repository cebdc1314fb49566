//! What a token that begins with a figure could mean: "9", "24th", "1990s", "14:10", "09.02.2025".

use super::word::{Half, Word};
use crate::patterns::{CLOCK_12, CLOCK_24, DOTTED_DAY, number as number_in};

/// Reads a token that begins with a figure.
pub fn number(word: &str) -> Word {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = word.split_at(figures);
    if figures == 0 || figures > 9 {
        return Word::Other;
    }
    let Ok(value) = digits.parse::<u32>() else { return Word::Other };
    match rest {
        "" => Word::Digits { value, length: figures as u8 },
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" if value < 100 => Word::Ordinal(value as u8),
        "Q" | "q" if (1..=4).contains(&value) => Word::YearPart { quarter: true, nth: value as i8 },
        "H" if (1..=2).contains(&value) => Word::YearPart { quarter: false, nth: value as i8 },
        "s" | "S" if figures == 4 || figures == 2 => Word::Plural(value as u16),
        _ if rest.starts_with(',') => with_commas(word),
        _ if rest.starts_with('.') && rest[1..].bytes().all(|b| b.is_ascii_digit()) => {
            decimal(value, &rest[1..])
        }
        _ if rest.starts_with('T') && figures == 2 => day_and_clock(value, &rest[1..]).unwrap_or(Word::Other),
        _ if rest.starts_with('h') => clock_with_h(value, &rest[1..]).unwrap_or(Word::Other),
        _ if figures <= 2 => clock(word).or_else(|| dotted(word)).unwrap_or(Word::Other),
        _ => Word::Other,
    }
}

/// Dates with points have the day first everywhere.
fn dotted(word: &str) -> Option<Word> {
    let found = DOTTED_DAY.captures(word)?;
    Some(Word::Dotted(number_in(&found, 1)?, number_in(&found, 2)?, number_in(&found, 3)?))
}

fn with_commas(word: &str) -> Word {
    let plain: String = word.chars().filter(|&c| c != ',').collect();
    plain.parse().map_or(Word::Other, Word::Count)
}

fn decimal(whole: u32, figures: &str) -> Word {
    let parse = |text: &str| text.parse::<u32>().ok();
    let padded: String = figures.chars().chain("000".chars()).take(3).collect();
    match parse(&padded) {
        Some(thousandths) if whole < 10_000 => Word::Decimal(whole * 1000 + thousandths),
        _ => Word::Other,
    }
}

/// "14:10", "14:10:30", "5pm", "2:30pm", and "6.30pm" as Britain writes it.
fn clock(word: &str) -> Option<Word> {
    let (found, most) = match CLOCK_24.captures(word) {
        Some(found) => (found, 24),
        None => (CLOCK_12.captures(word)?, 12),
    };
    let half = found.get(4).map(|half| match half.as_str() {
        "am" | "AM" => Half::Morning,
        _ => Half::Afternoon,
    });
    let hour = number_in(&found, 1).filter(|hour| *hour <= most)?;
    let (minute, second) = (number_in(&found, 2).unwrap_or(0), number_in(&found, 3).unwrap_or(60));
    Some(Word::Clock { hour, minute, second, half })
}

/// "14h30", as French-speaking Africa writes it.
fn clock_with_h(hour: u32, minute: &str) -> Option<Word> {
    let minute: u8 = minute.parse().ok().filter(|&n| minute.len() == 2 && n < 60)?;
    (hour < 24).then_some(Word::Clock { hour: hour as u8, minute, second: 60, half: None })
}

/// "14T09:30:00Z", the end of a date and time of ISO 8601.
fn day_and_clock(day: u32, clock: &str) -> Option<Word> {
    let plain = clock.trim_end_matches(['Z', 'z']);
    let mut parts = plain.split([':', '.']);
    let two = |part: &str, most: u8| part.parse::<u8>().ok().filter(|&n| part.len() == 2 && n < most);
    let (hour, minute) = (two(parts.next()?, 25)?, two(parts.next()?, 60)?);
    let second = parts.next().map_or(Some(60), |part| two(part, 60))?;
    Some(Word::DayAndClock { day: day as u8, hour, minute, second, zulu: plain.len() < clock.len() })
}
