//! Reports on matches, in which a town is its team.

use super::mark::Uses;
use super::piece::Piece;
use super::reading::{Reading, number};
use crate::resources::QuickMap;

/// Words of reports on matches: three at least, one of which elections and markets do not use.
pub(super) fn is_sport(uses: &QuickMap<u64, Uses>) -> bool {
    const OWN: usize = 28;
    const WORDS: [&str; 46] = [
        "match",
        "matches",
        "goals",
        "striker",
        "midfielder",
        "innings",
        "wicket",
        "wickets",
        "coach",
        "league",
        "inning",
        "quarterback",
        "touchdown",
        "halftime",
        "defender",
        "homer",
        "scored",
        "playoff",
        "standings",
        "tournament",
        "soccer",
        "cricket",
        "baseball",
        "rugby",
        "tennis",
        "golf",
        "basketball",
        "goalkeeper",
        "goal",
        "season",
        "penalty",
        "game",
        "games",
        "win",
        "champions",
        "championship",
        "division",
        "round",
        "seed",
        "scores",
        "won",
        "lost",
        "drawn",
        "points",
        "played",
        "side",
    ];
    let is_used = |word: &&&str| uses.get(&number(word)).is_some_and(|uses| uses.lower > 0);
    WORDS.iter().filter(is_used).count() >= 3 && WORDS[..OWN].iter().any(|word| is_used(&word))
}

/// What the words of a match say for the team; the gazetteer and the tagger may both know the town.
pub(super) const PLAYS: i32 = 130;

/// A town that has a striker, wins, loses and is played against, in a report on matches.
///
/// ```text
/// Leeds striker Ode Marsh      a 3-1 win over Norwich      rivals Essex
/// ^^^^^                                       ^^^^^^^             ^^^^^
/// ```
///
/// "Leeds-born", "in Leeds" and "Leeds, England" say nothing of the kind. In points for an organisation.
pub(super) fn plays(reading: &Reading, piece: &Piece) -> i32 {
    const PLAYERS: [&str; 19] = [
        "striker",
        "strikers",
        "midfielder",
        "defender",
        "forward",
        "winger",
        "playmaker",
        "goalkeeper",
        "keeper",
        "captain",
        "skipper",
        "coach",
        "manager",
        "fans",
        "supporters",
        "pitcher",
        "quarterback",
        "batsman",
        "all-rounder",
    ];
    const PLAYED: [&str; 16] = [
        "won", "lost", "beat", "drew", "led", "scored", "defeated", "thrashed", "trailed", "need", "needed",
        "signed", "closed", "reached", "has", "have",
    ];
    const LEADS: [&str; 4] = ["win", "victory", "winners", "defeat"];
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let same_line = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.starts_line);
    let (before, after) = (reading.of(start.wrapping_sub(1)), reading.of(end));
    let lead = reading.of(start.wrapping_sub(2));
    let subject = reading.marks[start].starts_sentence || matches!(before, "but" | "But" | "and" | "And");
    let has_player = same_line(end) && PLAYERS.contains(&after);
    let follows = same_line(end) && subject && PLAYED.contains(&after);
    let precedes = match before {
        "over" | "against" | "to" => LEADS.contains(&lead) || matches!(lead, "match" | "game"),
        "rivals" | "champions" | "leaders" => true,
        "for" => matches!(lead, "homered" | "played" | "scored" | "plays" | "signed" | "homer"),
        "joined" => true,
        _ => false,
    };
    match (has_player, follows || same_line(start) && precedes) {
        (true, _) => PLAYS + 40,
        (_, true) => PLAYS,
        _ => 0,
    }
}
