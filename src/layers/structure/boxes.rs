//! Boxes of a page that the paste has set in one line: each is a paragraph again.
//!
//! ```text
//! By Mara QuillNovember 19, 2019        By Mara Quill - 03/04/25 06:56 AM EST
//!              ^                                        ^
//! ```

use super::byline;
use super::byline_words::{Class, class_of};
use super::timestamp;
use crate::layers::dateline::day;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind, tokenize};

/// The longest line that holds several boxes, in tokens.
const LONGEST: usize = 44;

/// Parts words that lost the blank between two boxes, and gives the stamp of a line its own paragraph
/// where a byline or another stamp stands before it.
///
/// Only short lines are asked, and only where the second box begins with a word of stamps or roles, so
/// "McDonald", "DeVito" and "YouTube" stay whole.
pub(super) fn part(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut parted = Vec::new();
    let mut done = 0;
    let mut from = 0;
    for line in tokens.chunk_by(|_, next| !next.starts_line) {
        let to = from + line.len();
        let cuts = cuts(text, line);
        if !cuts.is_empty() {
            parted.extend_from_slice(&tokens[done..from]);
            parted.extend(cut_apart(text, line, &cuts));
            done = to;
        }
        from = to;
    }
    if done > 0 {
        parted.extend_from_slice(&tokens[done..]);
    }
    let mut tokens = if done > 0 { parted } else { tokens };
    for at in stamps(text, &tokens) {
        tokens[at].starts_line = true;
    }
    tokens
}

/// Where a line is cut: the byte, and whether a paragraph begins there.
type Cut = (usize, bool);

fn cuts(text: &str, line: &[Token]) -> Vec<Cut> {
    if line.len() > LONGEST {
        return Vec::new();
    }
    (0..line.len()).filter_map(|at| cut(text, line, at)).collect()
}

/// Where the second box begins within a token.
fn cut(text: &str, line: &[Token], at: usize) -> Option<Cut> {
    let token = &line[at];
    let (word, start) = (token.of(text), token.start());
    if word.len() < 4 || !word.is_ascii() && token.kind != TokenKind::Word {
        return None;
    }
    let next = line.get(at + 1).map_or("", |token| token.of(text));
    match token.kind {
        TokenKind::Number => in_figures(word, next).map(|(cut, begins)| (start + cut, begins)),
        TokenKind::Word => in_word(text, line, at).map(|(cut, begins)| (start + cut, begins)),
        _ => None,
    }
}

/// "2025Updated", "20254:29", "2025timer", "6:03pmNovember"
fn in_figures(word: &str, next: &str) -> Option<Cut> {
    let year = word.len() > 5
        && word.as_bytes()[..4].iter().all(u8::is_ascii_digit)
        && (word.starts_with("19") || word.starts_with("20"));
    let after = word.get(4..)?;
    if year && after.contains(':') && after.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((4, false));
    }
    let letters = |word: &str| word.chars().take_while(char::is_ascii_alphabetic).count();
    if year && letters(after) > 2 {
        return Some((4, true));
    }
    let capital = word.find(|c: char| c.is_ascii_uppercase())?;
    (capital > 0 && opens_stamp(&word[capital..], next)).then_some((capital, true))
}

/// "QuillTransport", "QuillNovember", "GMTLast", "Updated21", "ByMara"
fn in_word(text: &str, line: &[Token], at: usize) -> Option<Cut> {
    let word = line[at].of(text);
    let next = |by: usize| line.get(at + by).map_or("", |token| token.of(text));
    if let Some(label) = word.find(|c: char| c.is_ascii_digit()) {
        return timestamp::is_label(&word[..label]).then_some((label, false));
    }
    if at == 0 && word.starts_with("By") && next(1).starts_with(char::is_uppercase) {
        let name = word[2..].chars().take(2).map(char::is_uppercase);
        return name.eq([true, false]).then_some((2, false));
    }
    let joints = word.char_indices().skip(1).filter(|(_, c)| c.is_uppercase());
    let joint = joints.map(|(joint, _)| joint).find(|&joint| {
        let (first, second) = word.split_at(joint);
        let small = first.ends_with(char::is_lowercase);
        (small || timestamp::is_of_clock(first)) && opens_stamp(second, next(1))
            || small && first.len() > 2 && opens_role(second, [next(1), next(2), next(3)])
    });
    joint.map(|joint| (joint, true))
}

/// "Updated"; "November" before a number.
fn opens_stamp(word: &str, next: &str) -> bool {
    let figure = next.starts_with(|c: char| c.is_ascii_digit()) || matches!(next, "." | ",");
    timestamp::is_label(word)
        || matches!(word, "Yesterday" | "Today")
        || (figure && (day::month(word).is_some() || day::weekday(word).is_some()))
}

/// "Reporter"; "Transport" before it.
fn opens_role(word: &str, next: [&str; 3]) -> bool {
    let role = |word: &str| class_of(word) == Some(Class::Role);
    role(word) || (matches!(class_of(word), Some(Class::Kind | Class::Staff)) && next.into_iter().any(role))
}

/// The tokens of a line, read again between its cuts.
fn cut_apart(text: &str, line: &[Token], cuts: &[Cut]) -> Vec<Token> {
    let (start, end) = (line[0].start(), line[line.len() - 1].end());
    let starts = [(start, line[0].starts_line)].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().map(|&(cut, _)| cut).chain([end]);
    let mut tokens = Vec::with_capacity(line.len() + cuts.len());
    for ((from, begins), to) in starts.zip(ends) {
        let first = tokens.len();
        let shifted = |token: Token| Token {
            range: TextRange::new(token.start() + from, token.end() + from),
            starts_line: false,
            ..token
        };
        tokens.extend(tokenize(&text[from..to]).into_iter().map(shifted));
        if let Some(token) = tokens.get_mut(first) {
            (token.starts_line, token.spaced) = (begins, from == start && line[0].spaced);
        }
    }
    tokens
}

/// The tokens at which a stamp begins below its byline or below another stamp.
fn stamps(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    for line in tokens.chunk_by(|_, next| !next.starts_line) {
        found.extend(in_line(text, line).map(|at| from + at));
        found.extend(update(text, line).map(|at| from + at));
        from += line.len();
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// "By Mara Quill - 03/04/25 06:56 AM EST", "Mara Quill · Harwick News · Posted: Mar 04, 2025"
fn in_line(text: &str, line: &[Token]) -> Option<usize> {
    let at = timestamp::stamp_start(text, line).filter(|&at| at > 1)?;
    let parted = line[at - 1].kind == TokenKind::Sign;
    let before = &line[..at - usize::from(parted)];
    byline::signs(text, before).then_some(at)
}

/// "Published: 3 March 2025, 14:10 | Updated: 4 March 2025"
fn update(text: &str, line: &[Token]) -> Option<usize> {
    if line.len() > LONGEST {
        return None;
    }
    (2..line.len()).find(|&at| {
        let label = line[at].capital && timestamp::is_label(line[at].of(text));
        label
            && !timestamp::is_label(line[at - 1].of(text))
            && timestamp::is_full(text, &line[at..])
            && timestamp::stamp_start(text, &line[..at]).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The boxes of a line, parted by "|".
    fn check(line: &str, expected: &str) {
        let tokens = part(line, tokenize(line));
        let boxes = tokens.chunk_by(|_, next| !next.starts_line);
        let words = boxes.map(|words| words[0].range.cover(words[words.len() - 1].range).of(line));
        assert_eq!(words.collect::<Vec<_>>().join("|"), expected, "{line}");
    }

    #[test]
    fn glued_boxes_are_parted() {
        check("Mara QuillTransport Reporter", "Mara Quill|Transport Reporter");
        check("Mara QuillSenior Contributor", "Mara Quill|Senior Contributor");
        check("By Mara QuillNovember 19, 2019", "By Mara Quill|November 19, 2019");
        check("ByMara Quill", "ByMara Quill");
        check(
            "Published: 14:10, 4 Mar 2025Updated: 15:20, 4 Mar 2025",
            "Published: 14:10, 4 Mar 2025|Updated: 15:20, 4 Mar 2025",
        );
        check(
            "Tue 4 Mar 2025 10.15 GMTLast modified on Tue 4 Mar 2025 11.20 GMT",
            "Tue 4 Mar 2025 10.15 GMT|Last modified on Tue 4 Mar 2025 11.20 GMT",
        );
        check("Updated21:22, 6 MAR 2025", "Updated21:22, 6 MAR 2025");
    }

    #[test]
    fn a_year_and_an_hour_may_be_glued() {
        let words = |line: &str| {
            part(line, tokenize(line)).iter().map(|token| token.of(line).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(words("Mar 4, 20254:29 AM EST")[3..], ["2025", "4:29", "AM", "EST"]);
    }

    #[test]
    fn names_and_brands_stay_whole() {
        for line in [
            "Ann McDonald",
            "Al DeVito",
            "LeBron Roe",
            "O’Neill",
            "YouTube",
            "HuffPost",
            "MacMay Lund",
            "a 1990s hit",
            "DeMarcus Roe, 24",
            "ByteDance",
            "in 2019alpha",
            "The pier closed on March 4, 2025",
            "Mara Quill at the pier in Arne, March 4, 2025",
        ] {
            let whole = part(line, tokenize(line)).len() == tokenize(line).len();
            let line_ends = part(line, tokenize(line)).iter().filter(|token| token.starts_line).count();
            assert!(line.contains("alpha") || (whole && line_ends == 1), "{line}");
        }
    }

    #[test]
    fn a_stamp_is_parted_from_its_byline() {
        check("By Mara Quill - 03/04/25 06:56 AM EST", "By Mara Quill -|03/04/25 06:56 AM EST");
        check(
            "Mara Quill · Harwick News · Posted: Mar 04, 2025 4:00 AM EDT",
            "Mara Quill · Harwick News ·|Posted: Mar 04, 2025 4:00 AM EDT",
        );
        check("By Mara Quill 8 March 2025, 3:51 pm 11 Edit", "By Mara Quill|8 March 2025, 3:51 pm 11 Edit");
        check("By MARA QUILL and JO ORR MARCH 4, 2025", "By MARA QUILL and JO ORR|MARCH 4, 2025");
        check(
            "By Mara Quill@maraquill Mar 4, 2025, 4:22am EDT",
            "By Mara Quill@maraquill|Mar 4, 2025, 4:22am EDT",
        );
        check(
            "PUBLISHED: March 3, 2025 at 4:56 p.m. | UPDATED: March 4, 2025 at 6:00 p.m.",
            "PUBLISHED: March 3, 2025 at 4:56 p.m. ||UPDATED: March 4, 2025 at 6:00 p.m.",
        );
    }
}
