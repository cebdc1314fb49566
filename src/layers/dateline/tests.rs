use super::*;
use crate::tokens::tokenize;

/// Reads a text as one paragraph: "place|date|agency", or "none".
fn parts(text: &str) -> String {
    let tokens = tokenize(text);
    let Some(found) = read(text, &tokens) else { return "none".to_owned() };
    let line = resolved(text, found, Date::new(2025, 2, 10).ok());
    let words = |range: Option<TextRange>| range.map_or("", |range| range.of(text));
    format!("{}|{}|{}", words(line.place), words(line.date), words(line.agency))
}

#[test]
fn first_ones() {
    for (text, expected) in [
        ("LONDON, March 3 (Reuters) - The bank", "LONDON|March 3|Reuters"),
        ("Feb 9 (Reuters) – The bank", "|Feb 9|Reuters"),
        ("(CNN) -- The bank", "||CNN"),
        ("NEW YORK--(BUSINESS WIRE)--Acme Corp.", "NEW YORK||BUSINESS WIRE"),
        ("MOSCOW, February 9. /TASS/. Russian", "MOSCOW|February 9|TASS"),
        ("EXCLUSIVE — Ministers met", "none"),
        ("Paris – the city, not the socialite – is", "none"),
        ("FILE - In this Feb. 9 photo", "none"),
    ] {
        assert_eq!(parts(text), expected, "{text}");
    }
}
