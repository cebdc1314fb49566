//! Which nouns fit a body by its name: "the bank" the Velm Savings Bank, "the company" Orsk Foods.

use super::nouns::{is_person, nouns, number};
use crate::layers::quotes::words;
use crate::resources::{Classes, fold};

/// How a noun fits a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// A word of the name says so.
    Name,
    /// It may be one: nothing says otherwise.
    Kind,
    /// Not at all.
    Not,
}

/// Nouns for any firm.
const FIRMS: [&str; 12] = [
    "company",
    "firm",
    "business",
    "corporation",
    "retailer",
    "manufacturer",
    "operator",
    "airline",
    "carrier",
    "brewery",
    "bank",
    "lender",
];

/// How clubs end their names.
const CLUBS: [&str; 14] = [
    "FC",
    "AFC",
    "RFC",
    "CC",
    "United",
    "Rovers",
    "City",
    "Town",
    "Athletic",
    "Albion",
    "Wanderers",
    "County",
    "Harriers",
    "Rangers",
];

/// What a word in a name makes of it.
const KINDS: [(&str, &str); 9] = [
    ("airways", "airline"),
    ("airlines", "airline"),
    ("air", "airline"),
    ("bancorp", "bank"),
    ("times", "paper"),
    ("post", "paper"),
    ("herald", "paper"),
    ("inc", "company"),
    ("ltd", "company"),
];

/// Whether a noun and the words before it fit a name.
pub(super) fn fit(name: &str, noun: &str, before: &[u64]) -> Fit {
    if is_person(name.rsplit(' ').next().unwrap_or(name)) {
        return Fit::Not;
    }
    let wanted = nouns().of(noun);
    let parts = || name.split([' ', '-']).map(|part| part.trim_end_matches('.'));
    let kind = |part: &str| {
        let other = KINDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(part));
        other.map_or_else(|| nouns().of(part), |(_, kind)| nouns().of(kind))
    };
    let made = noun.strip_suffix("maker").filter(|stem| stem.len() > 2);
    let makes = made.is_some_and(|stem| parts().any(|part| part.to_lowercase().starts_with(stem)));
    let told = before.iter().all(|word| parts().any(|part| number(part) == *word));
    if (makes || parts().any(|part| kind(part) == wanted)) && told {
        return Fit::Name;
    }
    let team = is_team(name);
    match noun {
        _ if !before.is_empty() => Fit::Not,
        "club" | "team" | "side" if team => Fit::Name,
        _ if FIRMS.contains(&noun) || made.is_some() => match team || is_public(name) {
            true => Fit::Not,
            false => Fit::Kind,
        },
        _ => Fit::Not,
    }
}

fn classes(words: &str) -> Classes {
    let mut key = String::new();
    fold(&mut key, words);
    crate::resources::words().classes(&key)
}

fn is_team(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let club = CLUBS.contains(&last) || classes(last).has(Classes::TEAM_WORD);
    classes(name).has(Classes::TEAM) || last.len() < name.len() && club
}

/// A ministry, a party, a paper, initials: no firm by its name.
fn is_public(name: &str) -> bool {
    let known = classes(name).has(Classes::SEAT.and(Classes::MEDIA).and(Classes::AGENCY));
    let initials = name.len() <= 5 && !name.chars().any(char::is_lowercase);
    let public = |part: &str| {
        let firm =
            FIRMS.iter().any(|firm| firm.eq_ignore_ascii_case(part)) || part.eq_ignore_ascii_case("group");
        words::look_up(part).class & words::ORGANISATION != 0 && !firm
    };
    known || initials || name.split(' ').any(public)
}
