//! Rows of results and tables, whose names are teams.
//!
//! ```text
//! Norwich 1 Leeds 0        Orsk Rovers 4 3 1 0 13 3 10        Postponed: Leeds v Norwich
//! ^^^^^^^   ^^^^^          ^^^^^^^^^^^                                    ^^^^^   ^^^^^^^
//! ```
//!
//! Only where several such rows stand and the article speaks of games. A country stays a country, and "Tom Reed 69 70
//! 71 68" is a golfer.

use super::evidence::Evidence;
use super::lines::{Line, LineKind};
use super::piece::Piece;
use super::reading::{Reading, number};
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::{Classes, fold};
use crate::tokens::TokenKind;
use std::ops::Range;

/// What a row of results says for its names.
const ROW: i32 = 240;

/// Fewer rows are no list of results.
const LEAST: usize = 2;

/// Longer lines are sentences.
const LONGEST: usize = 24;

/// Puts the teams of all rows in the place of what else stands there.
pub(super) fn put(reading: &Reading, pieces: Vec<Piece>) -> Vec<Piece> {
    const GAMES: [&str; 12] = [
        "results",
        "standings",
        "matches",
        "match",
        "games",
        "league",
        "scores",
        "played",
        "soccer",
        "fixtures",
        "round",
        "season",
    ];
    if !GAMES.iter().any(|word| reading.uses_of(number(word)).lower > 0) {
        return pieces;
    }
    let rows: Vec<Vec<Range<usize>>> = reading.lines.iter().filter_map(|line| row(reading, line)).collect();
    if rows.len() < LEAST {
        return pieces;
    }
    let mut teams: Vec<Range<usize>> = rows.into_iter().flatten().collect();
    teams.extend(reading.lines.iter().flat_map(|line| fixtures(reading, line)));
    teams.retain(|team| is_team(reading, team));
    teams.sort_by_key(|team| team.start);
    teams.dedup_by(|next, team| next.start < team.end);
    if teams.is_empty() {
        return pieces;
    }
    let overlaps = |piece: &Piece| {
        let at = teams.partition_point(|team| team.end <= piece.tokens.start);
        teams.get(at).is_some_and(|team| team.start < piece.tokens.end)
    };
    let mut all: Vec<Piece> = pieces.into_iter().filter(|piece| !overlaps(piece)).collect();
    all.extend(teams.iter().map(|team| piece(reading, team.clone())));
    all.sort_by_key(|piece| piece.tokens.start);
    all
}

/// The names of one row: a name and a figure twice, or a name and four figures.
fn row(reading: &Reading, line: &Line) -> Option<Vec<Range<usize>>> {
    if line.tokens.len() > LONGEST || line.tokens.len() < 4 {
        return None;
    }
    let start = line.tokens.start + rank(reading, line);
    let first = name(reading, start, line.tokens.end)?;
    let mut at = after_bracket(reading, first.end, line.tokens.end);
    let figures = (at..line.tokens.end).take_while(|&at| is_figure(reading, at)).count();
    if figures >= 4 {
        let only = (at + figures..line.tokens.end).all(|at| reading.tokens[at].kind != TokenKind::Word);
        return only.then(|| vec![first]);
    }
    if figures != 1 {
        return None;
    }
    at += 1;
    let second = name(reading, at, line.tokens.end)?;
    let end = after_bracket(reading, second.end, line.tokens.end);
    let closes = end < line.tokens.end
        && is_figure(reading, end)
        && (end + 1 == line.tokens.end || matches!(reading.of(end + 1), "(" | "," | "." | "-" | ";"));
    closes.then(|| vec![first, second])
}

/// "Leeds v Norwich, Orsk v Hull" after a colon or at the line's start.
fn fixtures(reading: &Reading, line: &Line) -> Vec<Range<usize>> {
    if line.tokens.len() > LONGEST || line.kind == LineKind::Capitals {
        return Vec::new();
    }
    let versus = line.tokens.clone().filter(|&at| matches!(reading.of(at), "v" | "vs" | "vs."));
    let begins = |end: usize| {
        let words = (line.tokens.start..end).rev().take_while(|&at| is_word(reading, at)).take(4);
        words.last().map(|start| start..end)
    };
    versus.flat_map(|at| begins(at).into_iter().chain(name(reading, at + 1, line.tokens.end))).collect()
}

/// How many tokens a rank takes: "1", "1.".
fn rank(reading: &Reading, line: &Line) -> usize {
    let start = line.tokens.start;
    match (is_figure(reading, start), reading.of(start + 1)) {
        (true, "." | ")") => 2,
        (true, _) => 1,
        _ => 0,
    }
}

/// Up to four words with capitals, a hyphen or "of" between.
fn name(reading: &Reading, start: usize, end: usize) -> Option<Range<usize>> {
    if start >= end || !is_word(reading, start) {
        return None;
    }
    let inner = |at: usize| {
        let joint = matches!(reading.of(at), "-" | "of" | "&" | "’s" | "'s" | "'" | "’");
        joint
            && at + 1 < end
            && (is_word(reading, at + 1) || reading.tokens[at].kind == TokenKind::Possessive)
    };
    let words = (start..end).take_while(|&at| is_word(reading, at) || inner(at)).count();
    (1..=6).contains(&words).then_some(start..start + words)
}

fn is_word(reading: &Reading, at: usize) -> bool {
    reading.is_capital(at) && !reading.marks[at].taken
}

fn is_figure(reading: &Reading, at: usize) -> bool {
    let token =
        reading.tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.range.len() <= 3);
    token.is_some_and(|token| token.of(reading.text).bytes().all(|byte| byte.is_ascii_digit()))
}

/// After "(Z)" or "(Yugoslavia)".
fn after_bracket(reading: &Reading, at: usize, end: usize) -> usize {
    if at >= end || reading.of(at) != "(" {
        return at;
    }
    (at + 1..end.min(at + 5)).find(|&close| reading.of(close) == ")").map_or(at, |close| close + 1)
}

/// No country, no day, and nobody with a first name.
fn is_team(reading: &Reading, team: &Range<usize>) -> bool {
    let mut key = String::new();
    fold(&mut key, reading.range(team.clone()).of(reading.text));
    let whole = reading.words.classes(&key).and(if team.len() == 1 {
        reading.classes(team.start)
    } else {
        Classes::default()
    });
    let land = Classes::COUNTRY
        .and(Classes::DEMONYM)
        .and(Classes::CALENDAR)
        .and(Classes::NO_NAME)
        .and(Classes::SMALL);
    let first = reading.classes(team.start);
    let last = reading.classes(team.end - 1);
    let person = team.len() > 1
        && (first.has(Classes::FIRST) || reading.of(team.start).ends_with('.'))
        && !first.has(Classes::PLACE)
        && !last.has(Classes::TEAM_WORD.and(Classes::ORGANISATION_WORD));
    !whole.has(land) && !person
}

fn piece(reading: &Reading, tokens: Range<usize>) -> Piece {
    let mut evidence = Evidence::default();
    evidence.add(Label::Organisation, ROW, Rule::OrganisationWord, None);
    let (mut classes, mut entry) = (Classes::default(), None);
    if tokens.len() == 1 {
        (classes, entry) = (reading.classes(tokens.start), reading.forms.at(tokens.start).entry);
    }
    let line = reading.line_of(tokens.start);
    Piece { tokens, classes, entry, role: None, male: None, line, evidence, tagged: None }
}
