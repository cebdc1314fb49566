use super::*;
use crate::annotate::annotate;
use crate::document::article::Article;
use crate::tokens::tokenize;

const TABLE: &str = include_str!("../../../tests/datelines.tsv");

/// Reads a text as one paragraph: place, date, day and agency, "." for what is missing.
fn read_line(text: &str) -> Option<[String; 4]> {
    let tokens = tokenize(text);
    let line = resolved(text, read(text, &tokens)?, Date::new(2025, 2, 10).ok());
    let words = |range: Option<TextRange>| range.map_or(".", |range| range.of(text)).to_owned();
    let day = line.day.map_or(".".to_owned(), |day| day.to_string());
    Some([words(line.place), words(line.date), day, words(line.agency)])
}

#[test]
fn every_dateline_and_no_look_alike_of_the_table() {
    let mut wrong = Vec::new();
    for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
        let mut fields = row.split('\t');
        let text = fields.next().unwrap_or_default();
        let expected: Vec<&str> = fields.collect();
        let found = read_line(text);
        if found.as_ref().map_or(&[] as &[String], |found| found) != expected {
            wrong.push(format!("{text}\n    wanted {expected:?}\n    found  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The dateline's words and the countries of its places.
fn check(text: &str, expected: (&str, &str)) {
    let document = annotate(Article::plain(text));
    let line = document.layers.dateline.as_ref();
    let words = line.map_or("none", |line| document.words(line.range));
    let countries =
        line.map(|line| line.places.iter().filter_map(|place| place.country.as_deref()).collect::<Vec<_>>());
    assert_eq!((words, countries.unwrap_or_default().join(" ").as_str()), expected, "{text}");
}

#[test]
fn the_range_ends_with_the_dash() {
    check("LONDON, March 3 (Reuters) - The bank waited.", ("LONDON, March 3 (Reuters) -", "GB"));
    check("NEW YORK--(BUSINESS WIRE)--Acme Corp. waited.", ("NEW YORK--(BUSINESS WIRE)--", "US"));
    check("MOSCOW, February 9. /TASS/. The ministry waited.", ("MOSCOW, February 9. /TASS/.", "RU"));
    check("NEW DELHI: The ministry waited.", ("NEW DELHI:", "IN"));
    check("New Delhi, Feb 9 (PTI) The ministry waited.", ("New Delhi, Feb 9 (PTI)", "IN"));
}

#[test]
fn state_or_country_chooses_the_place() {
    check("PARIS, Texas (AP) — Snow fell.", ("PARIS, Texas (AP) —", "US"));
    check("LONDON, Ontario, Feb 9 – Snow fell.", ("LONDON, Ontario, Feb 9 –", "CA"));
    check("KYIV, Ukraine/WARSAW (AP) — Snow fell.", ("KYIV, Ukraine/WARSAW (AP) —", "UA PL"));
}

#[test]
fn a_dateline_stands_below_headline_byline_caption_or_time_stamp() {
    let line = "GENEVA, Feb 9 (Reuters) - Talks on fishing rights opened on Monday.";
    let found = ("GENEVA, Feb 9 (Reuters) -", "CH");
    for above in [
        "Fishing talks open in Geneva",
        "By Jane Doe and Amir Roe",
        "A trawler leaves the harbour of Vigo, Spain, February 3, 2025.",
        "14:10 GMT, February 9, 2025",
        "Fishing talks open\nBy Jane Doe\nPublished 9 February 2025\n3 min read",
    ] {
        check(&format!("{above}\n{line}\n“We hope,” she said."), found);
        check(&format!("{above}\n\n{line}"), found);
    }
}

#[test]
fn an_article_has_one_dateline_near_its_top() {
    check(
        "Snow fell on Monday.\nIt melted.\nIt fell again.\nIt melted.\nThe end came.\nIt snowed.\nPARIS, Feb 9 (AP) - Snow.",
        ("none", ""),
    );
}

#[test]
fn the_year_comes_from_the_day_of_publication_or_the_time_stamp() {
    let day = |article: Article| {
        annotate(article).layers.dateline.and_then(|line| line.day).map(|day| day.to_string())
    };
    let plain = Article::plain("OSLO, Dec 30 (Reuters) - Snow fell.");
    assert_eq!(day(plain.clone()), None);
    let published = Date::new(2025, 1, 2).ok();
    assert_eq!(day(Article { published, ..plain }).as_deref(), Some("2024-12-30"));
    let stamped = Article::plain("January 2, 2025\nOSLO, Dec 30 (Reuters) - Snow fell.");
    assert_eq!(day(stamped).as_deref(), Some("2024-12-30"));
    let written = Article::plain("OSLO, Dec 30, 2019 (Reuters) - Snow fell.");
    assert_eq!(day(written).as_deref(), Some("2019-12-30"));
}

#[test]
fn a_ship_is_named_without_what_leads_to_it() {
    for (text, name) in [
        ("ABOARD THE USS HALVERSON (AP) — The captain spoke.", "USS Halverson"),
        ("ABOARD AIR FORCE ONE (AP) — The president spoke.", "Air Force One"),
        ("THE HAGUE, Netherlands (AP) — The court sat.", "The Hague"),
    ] {
        let document = annotate(Article::plain(text));
        let names =
            document.layers.dateline.iter().flat_map(|line| &line.places).map(|place| place.name.as_str());
        assert_eq!(names.collect::<Vec<_>>(), [name], "{text}");
    }
}
