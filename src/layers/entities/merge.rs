//! Brings the word tagger's names and the rules' possible names together.
//!
//! Where both see the same words, the tagger's opinion is one more piece of evidence. Where they
//! cut a run of words differently, the tagger's cut holds, except against a phrase that stands
//! in the tables. A name that only the rules see needs more evidence than before.

use super::evidence::Evidence;
use super::evidence::nouns::is_trade_word;
use super::letters::is_person_with_letters;
use super::lines::LineKind;
use super::piece::Piece;
use super::reading::{Reading, key_of, key_of_last};
use super::tagger::Proposal;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::{Classes, QuickSet, fold};
use crate::text::TextRange;
use crate::tokens::TokenKind;
use std::ops::Range;

/// What a piece loses that the tagger passed over.
const UNSEEN: i32 = -22;

/// Merges proposals into pieces; both in text order, each disjoint in itself.
pub(super) fn merge(reading: &Reading, pieces: Vec<Piece>, proposals: &[Proposal]) -> Vec<Piece> {
    if proposals.is_empty() {
        return pieces;
    }
    let proposals: Vec<Proposal> = proposals
        .iter()
        .filter_map(|proposal| free_part(reading, &behind_office(reading, &pieces, proposal)))
        .collect();
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len() + 8);
    let heard = surnames(reading, &proposals);
    let mut waiting = proposals.iter().peekable();
    let mut covered = 0;
    for mut piece in pieces {
        while let Some(proposal) = waiting.next_if(|proposal| proposal.tokens.1 <= piece.tokens.start) {
            add_alone(reading, proposal, &mut covered, &mut merged);
        }
        let overlaps = waiting.peek().filter(|proposal| proposal.tokens.0 < piece.tokens.end).copied();
        match overlaps {
            Some(proposal)
                if (proposal.tokens.0, proposal.tokens.1) == (piece.tokens.start, piece.tokens.end) =>
            {
                agree(&mut piece, proposal);
                waiting.next();
            }
            Some(proposal) if is_cut_better(reading, &piece, proposal) => {
                // What is said of "ZAMBIA" is not said of the "BANK OF ZAMBIA".
                if piece.evidence.best().0 == proposal.label {
                    agree(&mut piece, proposal);
                }
                while waiting.next_if(|next| next.tokens.1 <= piece.tokens.end).is_some() {}
            }
            Some(proposal)
                if !is_whole(reading, &piece, proposal, &heard) || is_fuller(reading, &piece, proposal) =>
            {
                if proposal.tokens.0 >= covered {
                    covered = proposal.tokens.1;
                    let mut other = from_proposal(reading, proposal);
                    if proposal.tokens.0 <= piece.tokens.start || piece.role.is_some() {
                        (other.role, other.male) = (piece.role, piece.male);
                    }
                    merged.push(other);
                }
                if proposal.tokens.1 <= piece.tokens.end {
                    waiting.next();
                }
                while let Some(inside) = waiting.next_if(|next| next.tokens.1 <= piece.tokens.end) {
                    add_alone(reading, inside, &mut covered, &mut merged);
                }
                continue;
            }
            Some(proposal) if proposal.tokens.1 <= piece.tokens.end => {
                waiting.next();
            }
            Some(_) => {}
            None => unseen(&mut piece),
        }
        if piece.tokens.start >= covered {
            covered = piece.tokens.end;
            merged.push(piece);
        }
    }
    for proposal in waiting {
        add_alone(reading, proposal, &mut covered, &mut merged);
    }
    merged
}

/// "Mabel Trent" of "House Mabel Trent", where the office that she holds ends inside the proposal.
fn behind_office(reading: &Reading, pieces: &[Piece], proposal: &Proposal) -> Proposal {
    let (start, end) = proposal.tokens;
    let from = pieces.partition_point(|piece| piece.tokens.start <= start);
    let inside = pieces[from..].iter().take_while(|piece| piece.tokens.end <= end);
    let office = |piece: &&Piece| {
        piece.role.is_some_and(|role| {
            role.start() < reading.tokens[start].start() && role.end() > reading.tokens[start].start()
        })
    };
    match inside.into_iter().find(office) {
        Some(piece) => {
            let range = reading.range(piece.tokens.start..end);
            Proposal { tokens: (piece.tokens.start, end), range, label: Label::Person, ..*proposal }
        }
        None => *proposal,
    }
}

/// What of a proposal stands before words that another layer has taken ("Velmara| March 12"), before a verb of
/// speech in capitals ("LUND| SAID"), or before a bracket that was opened outside it ("AP|) - Velmara"); of two
/// places the first ("Santa Breva|, Caldera"). A verb that opens the sentence falls off ("Said |Ann Marlow"),
/// and so does the rank in a row of results ("3 |Canada"). Nothing is left of one that goes over a dash, or
/// that is but somebody's role in capitals.
fn free_part(reading: &Reading, proposal: &Proposal) -> Option<Proposal> {
    let (first, end) = proposal.tokens;
    // "3 Canada" in a table of results.
    let number = &reading.tokens[first];
    let ranked =
        number.kind == TokenKind::Number && number.starts_line && reading.line_of(first) == LineKind::Table;
    let titled = || proposal.label == Label::Person && is_only_title(reading.classes(first));
    let trade = || reading.marks[first].opens && is_trade_word(reading.of(first));
    // "a Texas Democrat": a state, and a party.
    let party = end == first + 2
        && proposal.label == Label::Group
        && reading.classes(first).has(Classes::REGION)
        && reading.classes(first + 1).has(Classes::GROUP);
    let falls = party || ranked || reading.opens_with_speech(first) || titled() || trade();
    let start = first + usize::from(end > first + 1 && falls);
    if (start + 1..end).any(|at| is_dash(reading, at)) {
        return None;
    }
    if is_plain_role(reading, first..end) {
        return None;
    }
    let opened = |at: usize| (start..at).any(|before| reading.of(before) == "(");
    let is_free = |&at: &usize| match reading.of(at) {
        ")" => opened(at),
        "," => proposal.label != Label::Place,
        "of" => !(proposal.label == Label::Person && ends_before_place(reading, start, at)),
        _ if reading.is_loud_speech(at) => reading.line_of(at) != LineKind::Capitals,
        _ => !reading.marks[at].taken,
    };
    let free = start + (start..end).take_while(is_free).count();
    if free == start && end > start + 1 && reading.marks[start].taken {
        return free_part(reading, &Proposal { tokens: (start + 1, end), ..*proposal });
    }
    if free == end && start == first {
        return Some(*proposal);
    }
    let last = reading.tokens[start..free].last()?;
    let range = TextRange::new(reading.tokens[start].start(), last.end());
    Some(Proposal { tokens: (start, free), range, ..*proposal })
}

/// "Prince Albert| of Monaco", "Omar Farouk| of Hull": the name ends before "of".
fn ends_before_place(reading: &Reading, start: usize, of: usize) -> bool {
    let first = |at: usize| reading.classes(at).has(Classes::FIRST);
    let town = Classes::CITY.and(Classes::BIG_CITY).and(Classes::COUNTRY).and(Classes::REGION);
    let titled = of > 1 && first(of - 1) && reading.classes(of - 2).has(Classes::HONORIFIC);
    let full = of == start + 2 && first(start) && reading.classes(of + 1).has(town);
    titled || full && !reading.classes(start).has(Classes::HONORIFIC)
}

/// "Prof", "Dr.": nobody is named so.
fn is_only_title(classes: Classes) -> bool {
    let titles = Classes::HONORIFIC.and(Classes::ROLE).and(Classes::COMMON).and(Classes::NO_NAME);
    classes.has(Classes::HONORIFIC) && classes.without(titles).is_empty()
}

/// "UNION LEADER": ordinary words that end in a role are no name only because all is in capitals.
fn is_plain_role(reading: &Reading, tokens: Range<usize>) -> bool {
    let role = reading.classes(tokens.end - 1).has(Classes::ROLE);
    let names = Classes::FIRST.and(Classes::COUNTRY).and(Classes::BIG_CITY).and(Classes::DEMONYM);
    let plain = |at: usize| reading.classes(at).has(Classes::COMMON) && !reading.classes(at).has(names);
    role && reading.line_of(tokens.start) == LineKind::Capitals && tokens.into_iter().all(plain)
}

/// A dash between words parts them: "LYON, France - Teachers".
fn is_dash(reading: &Reading, at: usize) -> bool {
    let spaced = |at: usize| reading.tokens.get(at).is_some_and(|token| token.spaced);
    matches!(reading.of(at), "-" | "–" | "—" | "--") && spaced(at) && spaced(at + 1)
}

fn add_alone(reading: &Reading, proposal: &Proposal, covered: &mut usize, merged: &mut Vec<Piece>) {
    let free = proposal.tokens.0 >= *covered && proposal.tokens.0 < proposal.tokens.1;
    let taken = (proposal.tokens.0..proposal.tokens.1).any(|at| reading.marks[at].taken);
    if free && !taken {
        *covered = proposal.tokens.1;
        merged.push(from_proposal(reading, proposal));
    }
}

/// The last two words of people’s names of three and more: "Solano Márquez", which is one name wherever it
/// stands.
fn surnames(reading: &Reading, proposals: &[Proposal]) -> QuickSet<u64> {
    let long =
        |proposal: &&Proposal| proposal.label == Label::Person && proposal.tokens.1 > proposal.tokens.0 + 2;
    let last_two = |proposal: &Proposal| key_of_last(proposal.range.of(reading.text), 2);
    proposals.iter().filter(long).filter_map(last_two).collect()
}

/// One name, whatever the tagger makes of its words; but for the very name they were heard in.
fn is_whole(reading: &Reading, piece: &Piece, proposal: &Proposal, heard: &QuickSet<u64>) -> bool {
    let (start, end) = proposal.tokens;
    let surnames = || {
        let longer = start < piece.tokens.start && end >= piece.tokens.end;
        !longer
            && piece.tokens.len() == 2
            && heard.contains(&key_of(reading.range(piece.tokens.clone()).of(reading.text)))
    };
    let lettered = || piece.tokens.len() > 1 && is_person_with_letters(reading, piece.tokens.end);
    is_known_phrase(piece)
        || lettered()
        || is_titled(reading, piece, proposal)
        || (!heard.is_empty() && surnames())
}

/// "Jane Houston" of "Nurse Jane Houston", where the tagger sees "Nurse Jane" and a town.
fn is_titled(reading: &Reading, piece: &Piece, proposal: &Proposal) -> bool {
    let names = |at: usize| reading.classes(at).has(Classes::SURNAME) && reading.is_capital(at);
    piece.role.is_some()
        && piece.tokens.len() == 2
        && proposal.tokens.1 < piece.tokens.end
        && reading.classes(piece.tokens.start).has(Classes::FIRST)
        && names(piece.tokens.end - 1)
}

/// A phrase of the tables that is one name, whatever stands around it.
fn is_known_phrase(piece: &Piece) -> bool {
    let names = Classes::ORGANISATION
        .and(Classes::PLACE)
        .and(Classes::SEAT)
        .and(Classes::PRODUCT)
        .and(Classes::EVENT)
        .and(Classes::WORK);
    piece.entry.is_some() && piece.tokens.len() > 1 && piece.classes.has(names)
}

/// "Election Commission of Talvenia", of which the tables know the first two words.
fn is_fuller(reading: &Reading, piece: &Piece, proposal: &Proposal) -> bool {
    let (start, end) = proposal.tokens;
    let body = piece.classes.has(Classes::ORGANISATION) && proposal.label == Label::Organisation;
    body && start == piece.tokens.start && end > piece.tokens.end && reading.of(piece.tokens.end) == "of"
}

fn agree(piece: &mut Piece, proposal: &Proposal) {
    piece.tagged = Some((proposal.label, proposal.score));
    if !piece.classes.has(Classes::SEAT) {
        piece.evidence.add(proposal.label, points(proposal), Rule::Tagger, None);
    }
}

/// Where the rules' cut is better: the tagger stops at "Health" of "Ministry of Health and
/// Welfare" or at "Tae" of "Park Tae-won", sees but "Spain" of "Bank of Spain", or takes "Mrs." into
/// the name.
fn is_cut_better(reading: &Reading, piece: &Piece, proposal: &Proposal) -> bool {
    let (label, points, _) = piece.evidence.best();
    let (start, end) = proposal.tokens;
    if piece
        .role
        .is_some_and(|role| role.start() >= reading.tokens[start].start() && start < piece.tokens.start)
    {
        return end == piece.tokens.end;
    }
    let first = piece.tokens.start;
    let nickname = || reading.tokens[piece.tokens.clone()].iter().any(|token| token.kind == TokenKind::Quote);
    let given = reading.classes(first).has(Classes::CALENDAR) || reading.of(first) == "A";
    let day = start == first + 1 && end == piece.tokens.end && given;
    if label == Label::Person && (day || nickname()) {
        return true;
    }
    let body = label == Label::Organisation && points >= 60;
    if start > piece.tokens.start + 1
        && end == piece.tokens.end
        && reading.of(start - 1).eq_ignore_ascii_case("of")
    {
        return body && proposal.label == Label::Place;
    }
    let short = start == piece.tokens.start && end < piece.tokens.end && label == proposal.label;
    // "Claudia S. San Pablo", "SFC A", "IIT-Delhi".
    let initial = label == Label::Person && end > start + 1 && is_initial(reading.of(end - 1));
    let acronym = reading.marks[end - 1].capitals && label == Label::Organisation;
    let side = acronym && piece.tokens.end == end + 1 && reading.of(end).len() == 1;
    if short && (initial || side) {
        return true;
    }
    let joined = match reading.of(end) {
        "-" if acronym => true,
        "and" | "of" | "for" | "&" => body,
        "-" | "do" | "dela" => label == Label::Person,
        _ => false,
    };
    short && joined
}

/// "S." of a name.
fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.') && word.starts_with(char::is_uppercase)
}

/// 40 to 100 points for 500 to 980 thousandths.
fn points(proposal: &Proposal) -> i32 {
    40 + (i32::from(proposal.score) - 500).clamp(0, 480) / 8
}

fn unseen(piece: &mut Piece) {
    for label in [Label::Person, Label::Organisation, Label::Place, Label::Work] {
        piece.evidence.add(label, UNSEEN, Rule::CapitalRun, None);
    }
}

fn from_proposal(reading: &Reading, proposal: &Proposal) -> Piece {
    let tokens = proposal.tokens.0..proposal.tokens.1;
    let entry = match tokens.len() {
        1 => reading.forms.at(tokens.start).entry.filter(|_| !reading.classes(tokens.start).is_empty()),
        _ => {
            let mut key = String::new();
            fold(&mut key, reading.range(tokens.clone()).of(reading.text));
            reading.words.get(&key)
        }
    };
    let classes = if tokens.len() == 1 {
        reading.classes(tokens.start)
    } else {
        entry.map_or(Classes::default(), |entry| entry.classes)
    };
    let mut evidence = Evidence::default();
    evidence.add(proposal.label, points(proposal), Rule::Tagger, None);
    let line = reading.line_of(tokens.start);
    let tagged = Some((proposal.label, proposal.score));
    Piece { tokens, classes, entry, role: None, male: None, line, evidence, tagged }
}
