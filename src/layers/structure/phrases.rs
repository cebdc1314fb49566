//! The table of phrases that tell a paragraph's part: "Reporting by", "Most read", "3 min read".

use crate::layers::word_table::WordTable;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind, tokenize};
use std::cmp::Reverse;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../resources/parts.tsv");

/// What a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tells {
    Signoff,
    Correction,
    Update,
    /// The head of a list of links; where a line is also furniture, this says more.
    Section,
    Furniture,
    Caption,
    Credit,
    /// A section's name, above the article only.
    Kicker,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Whole,
    Starts,
    Ends,
    Holds,
}

struct Phrase {
    tells: Tells,
    how: How,
    /// In small letters, with straight apostrophes.
    words: Vec<&'static str>,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub tells: Tells,
    /// Its words.
    pub range: TextRange,
    /// The paragraph holds nothing else.
    pub whole: bool,
}

/// The longest paragraph that a phrase at its beginning makes furniture, in tokens.
const LONGEST_FURNITURE: usize = 70;
/// The longest line that is furniture for holding a phrase, in tokens.
const LONGEST_HOLDER: usize = 24;
/// How far before the end a picture's credit may begin, in tokens.
const TAIL: usize = 12;

/// The most telling phrase of a paragraph; `prose` says that it holds full sentences.
pub(super) fn find(text: &str, tokens: &[Token], prose: bool) -> Option<Hit> {
    let matcher = Matcher { text, tokens, prose };
    let opening = tokens.iter().take(4).take_while(|token| is_bullet(text, token, prose)).count();
    let short = tokens.len() <= LONGEST_HOLDER && !prose;
    let from = if short { 0 } else { tokens.len().saturating_sub(TAIL).max(opening + 1) };
    if let Some(hit) = source_line(text, tokens) {
        return Some(hit);
    }
    let mut folded = String::new();
    let mut best = matcher.at(opening, opening, &mut folded);
    if opening > 0 {
        best = better(best, matcher.at(0, 0, &mut folded));
    }
    for at in from..tokens.len() {
        best = better(best, matcher.at(at, opening, &mut folded));
    }
    best
}

/// "SOURCE Acme Corp.", as press releases end.
fn source_line(text: &str, tokens: &[Token]) -> Option<Hit> {
    let first =
        tokens.first().filter(|token| token.of(text) == "SOURCE" && (2..=12).contains(&tokens.len()))?;
    Some(Hit { tells: Tells::Credit, range: first.range, whole: false })
}

fn better(a: Option<Hit>, b: Option<Hit>) -> Option<Hit> {
    [a, b]
        .into_iter()
        .flatten()
        .min_by_key(|hit| (!hit.whole, hit.tells, hit.range.start(), Reverse(hit.range.end())))
}

/// Full sentences in quotation marks are somebody's words, whatever they begin with.
fn is_bullet(text: &str, token: &Token, prose: bool) -> bool {
    (token.kind == TokenKind::Quote && !prose)
        || (token.kind == TokenKind::Sign
            && !matches!(token.of(text), "(" | "[" | "©" | "-" | "–" | "—" | "--" | "@"))
}

struct Matcher<'a> {
    text: &'a str,
    tokens: &'a [Token],
    prose: bool,
}

impl Matcher<'_> {
    /// The best phrase whose first word is token `at`.
    fn at(&self, at: usize, opening: usize, folded: &mut String) -> Option<Hit> {
        let first = self.tokens.get(at)?.of(self.text);
        if first.len() > 24 {
            return None;
        }
        let counted = if first.starts_with(|c: char| c.is_ascii_digit()) { opened_by("#") } else { &[] };
        let first = if first.is_ascii() {
            first
        } else {
            fold(first, folded);
            folded
        };
        let mut best = None;
        for phrase in opened_by(first).iter().chain(counted) {
            if let Some(hit) = self.try_phrase(phrase, at, opening) {
                best = better(best, Some(hit));
            }
        }
        best
    }

    fn try_phrase(&self, phrase: &Phrase, at: usize, opening: usize) -> Option<Hit> {
        let end = at + phrase.words.len();
        let tokens = self.tokens.get(at..end)?;
        // The first word is the phrase's own: it was looked up by it.
        let others = tokens.iter().zip(&phrase.words).skip(1);
        if !others.clone().all(|(token, word)| same_word(token.of(self.text), word)) {
            return None;
        }
        let rest = &self.tokens[end..];
        let ends = rest.iter().all(|token| is_trailing(token.of(self.text)));
        let starts = at == opening || at == 0;
        let size = self.tokens.len();
        let stands = match (phrase.how, phrase.tells) {
            (How::Whole, _) => starts && ends,
            (How::Starts, Tells::Furniture | Tells::Section) => {
                starts && size <= LONGEST_FURNITURE && !(phrase.tells == Tells::Section && self.prose)
            }
            (How::Starts, _) => starts,
            (How::Ends, Tells::Section) => ends && size <= 9 && !self.prose,
            (How::Ends, _) => ends,
            (How::Holds, Tells::Caption) => size - at <= TAIL,
            (How::Holds, _) => size <= LONGEST_HOLDER && !self.prose,
        };
        if !stands || !same_word(tokens.first()?.of(self.text), phrase.words[0]) {
            return None;
        }
        let range = tokens.first()?.range.cover(tokens.last()?.range);
        Some(Hit { tells: phrase.tells, range, whole: starts && ends })
    }
}

fn is_trailing(sign: &str) -> bool {
    matches!(
        sign,
        ":" | ">"
            | "»"
            | "›"
            | "→"
            | "..."
            | "…"
            | "."
            | "!"
            | "|"
            | ")"
            | "\""
            | "”"
            | "+"
            | "▼"
            | "▶"
            | "►"
            | "*"
            | "-"
    )
}

/// Small letters, straight apostrophes.
fn fold(word: &str, into: &mut String) {
    into.clear();
    into.extend(word.chars().flat_map(char::to_lowercase).map(straight));
}

fn straight(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        c => c,
    }
}

fn same_word(token: &str, word: &str) -> bool {
    if word == "#" {
        return token.starts_with(|c: char| c.is_ascii_digit()) || token == "#";
    }
    if token.is_ascii() {
        return token.eq_ignore_ascii_case(word);
    }
    token.chars().flat_map(char::to_lowercase).map(straight).eq(word.chars())
}

/// The phrases that begin with a word.
fn opened_by(word: &str) -> &'static [Phrase] {
    static PLACES: OnceLock<WordTable<(usize, usize)>> = OnceLock::new();
    let places = PLACES.get_or_init(|| {
        let groups = phrases().chunk_by(|one, next| one.words[0] == next.words[0]);
        let mut end = 0;
        WordTable::new(groups.map(|group| {
            end += group.len();
            (group[0].words[0], (end - group.len(), end))
        }))
    });
    places.get(word).map_or(&[], |(from, to)| &phrases()[from..to])
}

fn phrases() -> &'static [Phrase] {
    static PHRASES: OnceLock<Vec<Phrase>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let rows = TABLE.lines().filter(|line| !line.starts_with("# "));
        let mut phrases: Vec<_> = rows.filter_map(phrase).collect();
        phrases.sort_by(|a, b| a.words[0].cmp(b.words[0]));
        phrases
    })
}

fn phrase(row: &'static str) -> Option<Phrase> {
    let mut fields = row.split('\t');
    let (part, how, words) = (fields.next()?, fields.next()?, fields.next()?);
    let words: Vec<&str> = tokenize(words).iter().map(|token| token.of(words)).collect();
    let tells = match (part, how) {
        (_, "top") => Tells::Kicker,
        ("signoff", _) => Tells::Signoff,
        ("correction", _) => Tells::Correction,
        ("update", _) => Tells::Update,
        ("furniture", _) => Tells::Furniture,
        ("section", _) => Tells::Section,
        ("caption", _) => Tells::Caption,
        ("credit", _) => Tells::Credit,
        _ => return None,
    };
    let how = match how {
        "whole" | "top" => How::Whole,
        "starts" => How::Starts,
        "ends" => How::Ends,
        "holds" => How::Holds,
        _ => return None,
    };
    (!words.is_empty()).then_some(Phrase { tells, how, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(Tells, &str)>) {
        let hit = find(text, &tokenize(text), text.ends_with('.'));
        assert_eq!(hit.map(|hit| (hit.tells, hit.range.of(text))), expected, "{text}");
    }

    #[test]
    fn phrases_whole_and_in_part() {
        check("MOST READ", Some((Tells::Section, "MOST READ")));
        check("The Daily Editors’ Picks", Some((Tells::Section, "Editors’ Picks")));
        check("4 min read", Some((Tells::Furniture, "4 min read")));
        check("(Reporting by Jo Doe; Editing by Al Roe)", Some((Tells::Signoff, "(Reporting by")));
        check("Read Next", Some((Tells::Section, "Read Next")));
        check("More from Harwick", Some((Tells::Section, "More from")));
        check("3 Comments", Some((Tells::Section, "3 Comments")));
        check("About the author", Some((Tells::Section, "About the author")));
        check("Show more sharing options", Some((Tells::Furniture, "Show more sharing options")));
        check("The harbour board, opens new tab", Some((Tells::Furniture, "opens new tab")));
        check(
            "You must be logged in to join the discussion.",
            Some((Tells::Furniture, "You must be logged in to")),
        );
        check("Enjoy additional articles per month.", Some((Tells::Furniture, "Enjoy additional articles")));
        check("▶ Watch: how it was built", Some((Tells::Furniture, "Watch:")));
        check("Voters can sign up for the ballot at the town hall.", None);
        check("Jo Doe contributed to this report.", Some((Tells::Signoff, "contributed to this report.")));
    }

    #[test]
    fn sentences_of_an_article_are_left_alone() {
        for line in [
            "Something went wrong with the brakes at the mill.",
            "Commenting on this, the mayor said the pier was safe.",
            "A version of this story has been told on the islands for a century.",
            "We have sent divers to the wreck, the board said.",
            "Terms of the deal were not made public.",
            "Comments by the minister angered the town.",
            "No reproduction of the map is known.",
            "Signing up for the lifeboat crew took her a year.",
            "Our mission is to keep the bridge open, he said.",
            "Part of the pier fell into the sea on Monday.",
            "Published by a small press in Arne, the book sold well.",
            "Contact between the two crews was lost at noon.",
            "Follow the river north and you reach the mill.",
            "From just two boats the fleet has grown to nine.",
            "Stay in touch with your neighbours, the council said.",
            "The most recent of the storms broke nine trees.",
            "Popular with walkers, the path will close in May.",
        ] {
            check(line, None);
        }
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = TABLE.lines().filter(|line| !line.starts_with("# ")).count();
        assert_eq!(phrases().len(), rows);
        let mut folded = String::new();
        for word in phrases().iter().flat_map(|phrase| &phrase.words) {
            fold(word, &mut folded);
            assert_eq!(folded, *word, "written in small letters, with straight apostrophes");
        }
    }
}
