//! The tables are complete, unaltered and answer.

use super::*;
use crate::tokens::tokenize;

fn classes(phrase: &str) -> Classes {
    let mut key = String::new();
    fold(&mut key, phrase);
    words().classes(&key)
}

fn check_place(phrase: &str, name: &str, country: &str, has_position: bool) {
    let mut key = String::new();
    fold(&mut key, phrase);
    let entry = words().get(&key).unwrap_or_else(|| panic!("{phrase} is unknown"));
    let place = words().place(entry).unwrap_or_else(|| panic!("{phrase} is no place"));
    assert_eq!((place.name, place.country, place.position.is_some()), (name, country, has_position));
}

#[test]
fn every_packed_table_has_its_checksum_on_its_card() {
    let card = include_str!("CARD.md");
    for (name, bytes) in [
        ("words.txt", include_str!("packed/words.txt")),
        ("people.txt", include_str!("packed/people.txt")),
        ("cities.txt", include_str!("packed/cities.txt")),
        ("countries.txt", include_str!("packed/countries.txt")),
        ("states.txt", include_str!("packed/states.txt")),
        ("common.txt", include_str!("packed/common.txt")),
    ] {
        let line = format!("checksum of `{name}`: {:016x}", checksum(bytes.as_bytes()));
        assert!(card.lines().any(|other| other == line), "CARD.md lacks “{line}”: run cargo xtask pack");
    }
}

#[test]
fn the_table_of_words_is_laid_out_from_its_lists() {
    assert!(include_str!("packed/words.txt") == lay_out_words(), "run cargo xtask words");
}

#[test]
fn names_tell_their_classes() {
    assert!(classes("Vladimir").has(Classes::MALE));
    assert!(classes("Ngozi").has(Classes::FEMALE));
    assert!(classes("Sánchez").has(Classes::SURNAME));
    assert!(classes("the").has(Classes::COMMON));
    assert!(classes("WHO").has(Classes::CAPITALS_ONLY));
    assert!(!classes("Apple").has(Classes::CAPITALS_ONLY));
    assert!(classes("Reuters").has(Classes::AGENCY));
    assert!(classes("spokeswoman").has(Classes::ROLE));
    assert!(classes("zzyzzx").is_empty());
}

#[test]
fn places_tell_where_they_are() {
    check_place("U.S.", "United States", "US", true);
    check_place("Moscow", "Moscow", "RU", true);
    check_place("Kiev", "Kyiv", "UA", true);
    check_place("Georgia", "Georgia", "GE", true);
    check_place("Texas", "Texas", "US", true);
    check_place("St Louis", "St. Louis", "US", true);
    check_place("Scotland", "Scotland", "GB", false);
    check_place("Britain", "United Kingdom", "GB", true);
    check_place("Gaza", "Gaza Strip", "PS", false);
    check_place("U.S.S.R.", "Soviet Union", "", false);
    check_place("Mass.", "Massachusetts", "US", true);
    check_place("Ga.", "Georgia", "US", true);
    check_place("Ontario", "Ontario", "CA", false);
    check_place("Jujuy", "Jujuy", "AR", false);
    check_place("Cologne", "Cologne", "DE", true);
    check_place("Köln", "Cologne", "DE", true);
    check_place("Ukrainians", "Ukraine", "UA", true);
}

#[test]
fn every_well_known_city_has_its_country() {
    let table = include_str!("tables/places.tsv");
    let cities = table.lines().filter_map(|line| line.split_once("\tcity")).map(|(name, _)| name);
    let lost = |name: &&str| {
        let mut key = String::new();
        fold(&mut key, name);
        words().get(&key).and_then(|entry| words().place(entry)).is_none_or(|place| place.country.is_empty())
    };
    assert_eq!(cities.filter(lost).collect::<Vec<_>>(), ["Swat"]);
}

#[test]
fn the_longest_phrase_wins() {
    let text = "The European Central Bank and St. Louis met in Rio de Janeiro.";
    let tokens = tokenize(text);
    let mut scratch = String::new();
    let mut longest = |at| {
        let end = words().longest(text, &tokens, at, 1, &mut scratch).map(|found| found.end);
        end.map(|end| tokens[at].range.cover(tokens[end - 1].range).of(text))
    };
    assert_eq!(longest(1), Some("European Central Bank"));
    assert_eq!(longest(5), Some("St. Louis"));
    assert_eq!(longest(9), Some("Rio de Janeiro"));
}
