//! The place line that opens agency copy.

mod agencies;
pub mod day;
mod head;
mod marks;
pub mod places;
mod towns;
mod verdict;

#[cfg(test)]
mod tests;

pub use agencies::is_agency;

use crate::document::dateline::{Dateline, DatelinePlace};
use crate::document::part::Part;
use crate::document::reason::{Reason, Rule};
use crate::layers::SoFar;
use crate::layers::structure;
use crate::text::TextRange;
use crate::tokens::Token;
use jiff::civil::Date;

/// How many paragraphs of the article itself may stand before its dateline: a lead-in, a summary.
const LEAD_INS: usize = 3;

/// The longest byline that opens the paragraph of a dateline, in tokens.
const LONGEST_BYLINE: usize = 12;

/// Finds the dateline of an article: the first that opens one of its first paragraphs.
///
/// Left out: datelines further down, as in round-ups (an article has one), and what only
/// looks like one ("EXCLUSIVE —", "FILE - In this Feb. 9 photo").
pub fn find(known: &SoFar<'_>) -> Option<Dateline> {
    let (article, tokens, structure) = (known.article, known.tokens, &known.layers.structure);
    let text = &article.text;
    let near = article.published.or_else(|| structure::timestamp_day(text, tokens, structure));
    let own = |part| matches!(part, Part::Body | Part::Deck | Part::Headline | Part::Update);
    let paragraphs = structure.iter().filter(|paragraph| own(paragraph.part)).take(LEAD_INS + 3);
    paragraphs.into_iter().find_map(|paragraph| {
        let found = read(text, structure::tokens_of(tokens, paragraph.range))?;
        Some(resolved(text, found, near))
    })
}

/// Whether a paragraph opens with a dateline.
pub fn opens(text: &str, tokens: &[Token]) -> bool {
    read(text, tokens).is_some()
}

/// Whether the words name a city, state or country of the tables.
pub fn is_place(words: &str) -> bool {
    places::city(words).is_some() || places::country(words).is_some() || places::state(words).is_some()
}

struct Found<'a> {
    head: head::Head,
    tokens: &'a [Token],
}

fn read<'a>(text: &str, tokens: &'a [Token]) -> Option<Found<'a>> {
    let tokens = below_byline(text, tokens);
    let head = head::read(text, tokens).filter(|head| verdict::is_dateline(text, tokens, head))?;
    Some(Found { head, tokens })
}

/// The tokens after a byline that lost its line break: "By Jane Doe LONDON (Reuters) - …".
fn below_byline<'a>(text: &str, tokens: &'a [Token]) -> &'a [Token] {
    let by = tokens.first().is_some_and(|token| matches!(token.of(text), "By" | "BY"));
    if !by {
        return tokens;
    }
    let shouts = |token: &Token| {
        let word = token.of(text);
        word.chars().count() > 2 && word.chars().all(char::is_uppercase)
    };
    let names = tokens[1..].iter().take(LONGEST_BYLINE).take_while(|token| !shouts(token)).count();
    let named = (2..LONGEST_BYLINE).contains(&names);
    tokens.get(1 + names..).filter(|rest| named && !rest.is_empty()).unwrap_or(tokens)
}

fn resolved(text: &str, Found { head, tokens }: Found, near: Option<Date>) -> Dateline {
    let range = tokens[head.first].range.cover(tokens[head.next - 1].range);
    let spans = head.towns.iter().map(|town| town.range.cover(town.region.unwrap_or(town.range)));
    let agency = head.agency.map(|agency| agency.range);
    let rule = if agency.is_some() { Rule::AgencyDateline } else { Rule::PlaceDateline };
    Dateline {
        range,
        place: spans.reduce(TextRange::cover),
        places: head.towns.iter().map(|town| place(text, town)).collect(),
        date: head.date.map(|date| date.range),
        day: head.date.and_then(|date| date.resolve(near)),
        agency,
        why: Reason::new(rule, [agency.unwrap_or(range)]),
    }
}

/// "ABOARD THE USS NIMITZ" is the USS Nimitz.
fn without_aboard(place: &str) -> &str {
    let mut rest = place;
    for word in ["aboard ", "the "] {
        let begins = rest.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        if begins && (word == "aboard " || rest.len() < place.len()) {
            rest = &rest[word.len()..];
        }
    }
    rest
}

fn place(text: &str, town: &towns::Town) -> DatelinePlace {
    let written = town.range.of(text);
    let region = town.region.map(|region| region.of(text));
    // "Calif., USA": the first name that a table knows
    let named = region.and_then(|region| {
        let whole = places::state(region).or_else(|| places::country(region));
        whole.or_else(|| {
            region.split(',').find_map(|part| places::state(part).or_else(|| places::country(part)))
        })
    });
    let by_region = || named.map(|region| region.country);
    let by_name = || {
        let listed = places::city(written).or_else(|| places::country(written));
        listed.map(|known| known.country).or_else(|| Some(places::gazetteer_city(written)?.country))
    };
    let country = if region.is_some() { by_region() } else { by_name() };
    DatelinePlace {
        range: town.range,
        name: places::ordinary_case(without_aboard(written)),
        country: country.map(str::to_owned),
    }
}
