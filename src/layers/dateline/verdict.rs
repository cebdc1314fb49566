//! Whether what was read before a dash is a dateline or only looks like one.

use super::head::Head;
use super::marks::{End, is_dash};
use super::places;
use super::towns::{Case, Town};
use crate::tokens::{Token, TokenKind};

/// A dateline names an agency or a date, or its town is beyond doubt.
///
/// ```text
/// LONDON – Ministers met …                 is one
/// Paris – the city, not the socialite – …  is none: no capitals, no date, no agency
/// EXCLUSIVE — Ministers met …              is none: a label
/// ```
pub(super) fn is_dateline(text: &str, tokens: &[Token], head: &Head) -> bool {
    let judge = Judge { text, tokens, head };
    judge.towns_fit() && judge.rest_fits() && judge.evidence_fits()
}

struct Judge<'a> {
    text: &'a str,
    tokens: &'a [Token],
    head: &'a Head,
}

impl Judge<'_> {
    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.head.next)
    }

    /// No town is a label or begins like a sentence.
    fn towns_fit(&self) -> bool {
        self.head.towns.iter().all(|town| {
            let name = town.range.of(self.text);
            let first = name.split([' ', '-']).next().unwrap_or_default();
            let listed = places::city(name).is_some() || town.region.is_some();
            let aboard = first.eq_ignore_ascii_case("aboard") || town.case == Case::Capitals;
            let opener = is_opener(first) && !aboard;
            let article = first.eq_ignore_ascii_case("the") && places::city(name).is_none();
            let asks = ["WHAT", "WHY", "HOW", "WHEN", "WHERE", "WHO"].contains(&first);
            listed || !(places::is_label(name) || opener || article || asks)
        })
    }

    /// A line all in capitals is a headline: "MARKETS SLIDE - DOLLAR UP".
    fn rest_fits(&self) -> bool {
        let rest = self.tokens.get(self.head.next..).unwrap_or_default();
        let words = || rest.iter().filter(|token| token.kind == TokenKind::Word).take(6);
        let is_capitals = |token: &Token| !token.of(self.text).chars().any(char::is_lowercase);
        let all_capitals = words().count() > 0 && words().all(is_capitals);
        !all_capitals || (self.head.date.is_some() && self.head.end == End::Dash && self.starts_in_capitals())
    }

    fn starts_in_capitals(&self) -> bool {
        self.head.towns.first().is_some_and(|town| town.case == Case::Capitals)
    }

    fn evidence_fits(&self) -> bool {
        let known_agency = self.head.agency.is_some_and(|agency| agency.known);
        let dated_place = self.head.date.is_some() && !self.head.towns.is_empty();
        match self.head.end {
            End::Dash => {
                known_agency
                    || (dated_place && self.short_towns())
                    || self.place_stands_alone()
                    || self.agency_is_dated()
            }
            End::Pipe => known_agency || dated_place || self.place_stands_alone(),
            End::Colon => {
                (known_agency && self.goes_on_capital())
                    || (dated_place && self.goes_on_capital())
                    || self.colon_place()
            }
            End::Stop if self.head.agency.is_some() => known_agency && !self.head.towns.is_empty(),
            End::Stop => {
                dated_place && self.starts_in_capitals() && self.are_known() && self.goes_on_capital()
            }
            End::Nothing => self.unmarked(),
        }
    }

    /// "(CNN) The …", "Feb 9 (PTI) The …", or a line that holds nothing else.
    fn unmarked(&self) -> bool {
        let alone = self.next().is_none();
        let placed = self.starts_in_capitals() && self.head.date.is_some() && self.are_known();
        let dated_town = self.head.date.is_some() && !self.head.towns.is_empty() && self.are_known();
        match self.head.agency {
            Some(agency) if agency.bracketed && agency.known => {
                alone && !self.head.towns.is_empty() || self.goes_on_capital()
            }
            Some(agency) if agency.bracketed && dated_town => self.goes_on_capital(),
            _ => alone && placed,
        }
    }

    /// Every town is one of the table or has its state or country.
    fn are_known(&self) -> bool {
        let known = |town: &Town| places::city(town.range.of(self.text)).is_some() || town.region.is_some();
        self.head.towns.iter().all(known)
    }

    /// "Mar 14 (Northwire) – The bank": a day and a name in brackets open agency copy.
    fn agency_is_dated(&self) -> bool {
        let bracketed = self.head.agency.is_some_and(|agency| agency.bracketed);
        let day = self.head.date.is_some_and(|date| date.month_day.is_some());
        bracketed && day && self.goes_on_capital()
    }

    fn short_towns(&self) -> bool {
        self.head.towns.iter().all(|town| town.range.of(self.text).split_whitespace().count() <= 6)
    }

    /// A capital letter, a figure or a quotation mark follows.
    fn goes_on_capital(&self) -> bool {
        self.next()
            .is_some_and(|token| token.capital || !matches!(token.kind, TokenKind::Word | TokenKind::Sign))
            || self.next().is_some_and(|token| matches!(token.of(self.text), "$" | "£" | "€" | "("))
    }

    /// A place without date and agency.
    fn place_stands_alone(&self) -> bool {
        let Some(first) = self.head.towns.first() else { return false };
        // "MIAMI –" in a line of its own
        if self.next().is_none() && first.case == Case::Capitals {
            return self
                .head
                .towns
                .iter()
                .all(|town| places::city(town.range.of(self.text)).is_some() || town.region.is_some());
        }
        let spaced = self.next().is_some_and(|token| token.spaced) || self.is_long_dash();
        if !spaced || !self.goes_on_capital() || self.has_second_dash() {
            return false;
        }
        self.head.towns.iter().all(|town| self.is_plainly_a_place(town, first.case))
    }

    fn is_plainly_a_place(&self, town: &Town, case: Case) -> bool {
        let name = town.range.of(self.text);
        let region = town.region.is_some_and(|region| {
            places::state(region.of(self.text)).is_some() || places::country(region.of(self.text)).is_some()
        });
        let known = places::city(name).is_some();
        match case {
            Case::Capitals => {
                let long = name.chars().filter(|c| c.is_alphabetic()).count() > 3 && !name.contains('.');
                let words = name.split_whitespace().count();
                let event =
                    words > 1 && name.split_whitespace().next_back().is_some_and(places::ends_no_town);
                known || town.region.is_some() || (long && words <= 5 && !event)
            }
            Case::Mixed => known || region,
            Case::Small => false,
        }
    }

    fn is_long_dash(&self) -> bool {
        self.tokens.get(self.head.next - 1).is_some_and(|token| token.of(self.text) != "-")
    }

    /// "Paris – the city – …": the same dash again in the sentence, before a small letter.
    fn has_second_dash(&self) -> bool {
        let Some(dash) = self.tokens.get(self.head.next - 1).map(|token| token.of(self.text)) else {
            return false;
        };
        let rest = &self.tokens[self.head.next.min(self.tokens.len())..];
        let sentence =
            rest.iter().take(60).take_while(|token| !matches!(token.of(self.text), "." | "?" | "!"));
        let dashes = sentence
            .filter(|token| is_dash(token.of(self.text)) && token.of(self.text) == dash && token.spaced);
        dashes.count() % 2 == 1 && self.head.towns.iter().all(|town| town.case == Case::Mixed)
    }

    /// "KATHMANDU: The …" of a town we know.
    fn colon_place(&self) -> bool {
        let known = |town: &Town| {
            let name = town.range.of(self.text);
            let capitals = town.case == Case::Capitals;
            places::city(name).is_some()
                || (capitals && (town.region.is_some() || places::is_only_a_town(name)))
        };
        !self.head.towns.is_empty() && self.head.towns.iter().all(known) && self.goes_on_capital()
    }
}

fn is_opener(word: &str) -> bool {
    const OPENERS: [&str; 24] = [
        "in", "on", "at", "by", "for", "from", "with", "as", "of", "to", "and", "but", "this", "that",
        "these", "it", "he", "she", "we", "they", "since", "until", "after", "before",
    ];
    OPENERS.contains(&word.to_lowercase().as_str())
}
