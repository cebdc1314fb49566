//! The checks: what an editor insists on in a sentence.
//!
//! `name WORDS | key VALUE | key VALUE`. ` / ` stands between values any of which will do, and `open` is one of
//! them where nothing should be decided. Names are compared without regard to case, article, possessive and the
//! shape of marks.

use super::seen::{Quote, Seen, Span, Stands, Time};
use super::words::{core, is_mention, letters_agree, like, overlap, places, plain};
use std::collections::BTreeMap;

/// A check as it is written.
pub struct Check {
    /// Its line.
    pub line: String,
    what: String,
    /// The words or names it is about.
    about: Vec<String>,
    /// The rest by key.
    keys: BTreeMap<String, String>,
}

/// Every check with the keys it may have.
const KEYS: &[(&str, &[&str])] = &[
    ("quote", &["speaker", "kind", "attitude", "occurrence"]),
    ("no_quote", &["speaker", "occurrence"]),
    ("no_speaker", &[]),
    ("entity", &["label", "name", "country", "place_kind", "occurrence"]),
    ("no_entity", &["label", "occurrence"]),
    ("ref", &["name", "occurrence"]),
    ("time", &["value", "not", "type", "occurrence"]),
    ("no_time", &["occurrence"]),
    ("term", &["occurrence"]),
    ("part", &["is"]),
    ("roles", &["are", "not"]),
    ("author", &["role", "place"]),
    ("no_author", &[]),
    ("dateline", &["place", "agency", "date", "country"]),
];

fn any_of(values: &str) -> Vec<String> {
    values.split(" / ").map(|value| value.trim().to_owned()).collect()
}

impl Check {
    /// Reads a line; one that is written wrongly stops the test.
    pub fn parse(line: &str, template: &str) -> Check {
        let mut parts = line.split(" | ");
        let head = parts.next().unwrap_or("").trim();
        let (what, about) = head.split_once(' ').unwrap_or((head, ""));
        let known = KEYS.iter().find(|(name, _)| *name == what);
        let (_, allowed) = known.unwrap_or_else(|| panic!("[{template}]: no check {what:?}"));
        let keys: BTreeMap<String, String> = parts
            .map(|part| {
                let (key, value) = part.trim().split_once(' ').unwrap_or((part.trim(), ""));
                assert!(allowed.contains(&key), "[{template}]: {what} has no key {key:?}");
                (key.to_owned(), value.to_owned())
            })
            .collect();
        Check { line: line.to_owned(), what: what.to_owned(), about: any_of(about), keys }
    }

    fn key(&self, key: &str) -> Option<Vec<String>> {
        self.keys.get(key).map(|value| any_of(value))
    }

    /// Where its words stand; "*" is the whole text.
    fn spans(&self, seen: &Seen) -> Vec<Span> {
        let nth: Option<usize> = self.keys.get("occurrence").map(|n| n.parse().expect("a number"));
        let mut spans = Vec::new();
        for words in &self.about {
            let words = if words == "*" { seen.text.as_str() } else { words };
            let here = places(&seen.text, words);
            match nth {
                Some(n) => spans.extend(here.into_iter().nth(n - 1)),
                None => spans.extend(here),
            }
        }
        assert!(!spans.is_empty(), "none of {:?} is in {:?}", self.about, seen.text);
        spans
    }

    /// Whether a value is one of those of a key; any will do where the key is not given.
    fn allows(&self, key: &str, value: Option<&str>) -> bool {
        self.key(key).is_none_or(|wanted| same(value, &wanted))
    }
}

/// Whether a name is one of those wanted; none is "open".
fn same(value: Option<&str>, wanted: &[String]) -> bool {
    wanted.iter().any(|want| match value {
        Some(value) => want != "open" && plain(value) == plain(want),
        None => want == "open",
    })
}

/// Whether a check holds.
pub fn holds(check: &Check, seen: &Seen) -> bool {
    match check.what.as_str() {
        "quote" => quote(check, seen),
        "no_quote" => no_quote(check, seen),
        "no_speaker" => !seen.quotes.iter().any(|quote| speaks(seen, quote, &check.about)),
        "entity" => entity(check, seen),
        "no_entity" => no_entity(check, seen),
        "ref" => reference(check, seen),
        "time" => time(check, seen),
        "no_time" => !overlaps(&seen.times, &check.spans(seen)),
        "term" => {
            let wanted = check.spans(seen);
            seen.terms.iter().any(|t| wanted.iter().any(|w| letters_agree(&seen.text, &t.span(), w, 100)))
        }
        "part" => part(check, seen),
        "roles" => roles(check, seen),
        "author" => seen.authors.iter().any(|author| {
            same(Some(&author.name), &check.about)
                && check.allows("role", author.role_text.as_deref())
                && check.allows("place", author.place_text.as_deref())
        }),
        "no_author" => !seen.authors.iter().any(|author| same(Some(&author.name), &check.about)),
        _ => dateline(check, seen),
    }
}

fn overlaps(marks: &[impl Stands], wanted: &[Span]) -> bool {
    marks.iter().any(|mark| wanted.iter().any(|w| overlap(&mark.span(), w)))
}

const PRONOUNS: &[&str] = &[
    "i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "who", "this", "that",
    "these", "those",
];

/// Whether the quotation's speaker is one of those wanted. A pronoun counts only while it is left open.
fn speaks(seen: &Seen, quote: &Quote, wanted: &[String]) -> bool {
    let name = quote.speaker_text.as_deref().map(plain);
    let here = quote.speaker.map(|[start, end]| plain(&seen.text[start..end]));
    wanted.iter().any(|want| {
        let want = plain(want);
        match want.as_str() {
            "open" => name.is_none(),
            pronoun if PRONOUNS.contains(&pronoun) => name.as_deref() == Some(pronoun),
            _ => [&name, &here].into_iter().flatten().any(|name| *name == want),
        }
    })
}

/// A quotation of just these words: 80 % of the letters of each lie in the other.
fn quote(check: &Check, seen: &Seen) -> bool {
    let wanted = check.spans(seen);
    let attitude = check.keys.get("attitude").map(String::as_str);
    seen.quotes.iter().any(|quote| {
        wanted.iter().any(|w| letters_agree(&seen.text, &quote.span(), w, 80))
            && (attitude == Some("any") || quote.attitude == attitude.is_some())
            && check.allows("kind", Some(&quote.kind))
            && check.key("speaker").is_none_or(|speakers| speaks(seen, quote, &speakers))
    })
}

fn no_quote(check: &Check, seen: &Seen) -> bool {
    let wanted = check.spans(seen);
    let touching = |quote: &&Quote| wanted.iter().any(|w| overlap(&quote.span(), w));
    let mut found = seen.quotes.iter().filter(|quote| !quote.attitude).filter(touching);
    !found.any(|quote| check.key("speaker").is_none_or(|speakers| speaks(seen, quote, &speakers)))
}

fn entity(check: &Check, seen: &Seen) -> bool {
    let wanted = check.spans(seen);
    seen.entities.iter().any(|mark| {
        is_mention(&seen.text, &mark.span(), &wanted)
            && check.allows("label", Some(&mark.label))
            && check.allows("name", Some(&mark.name))
            && check.allows("country", mark.country.as_deref())
            && check.allows("place_kind", mark.kind.as_deref())
    })
}

fn no_entity(check: &Check, seen: &Seen) -> bool {
    let wanted = check.spans(seen);
    let mut marks = seen.entities.iter().filter(|mark| check.allows("label", Some(&mark.label)));
    !marks.any(|mark| wanted.iter().any(|w| overlap(&mark.span(), w)))
}

fn reference(check: &Check, seen: &Seen) -> bool {
    let mut wanted = check.spans(seen);
    if check.about.len() == 1 {
        wanted.truncate(1);
    }
    let names = check.key("name").expect("ref wants a name");
    let found: Vec<_> = seen.references.iter().filter(|r| wanted.contains(&r.span())).collect();
    match found.as_slice() {
        [] => same(None, &names),
        found => found.iter().any(|reference| same(seen.name_of(&reference.entity), &names)),
    }
}

fn time(check: &Check, seen: &Seen) -> bool {
    let wanted = check.spans(seen);
    let near = |time: &&Time| wanted.iter().any(|w| overlap(&time.span(), w));
    let near: Vec<&Time> = seen.times.iter().filter(near).collect();
    let (values, not) = (check.key("value"), check.key("not"));
    if not.is_some_and(|not| near.iter().any(|time| like(time.value.as_deref(), &not))) {
        return false;
    }
    if values.is_none() && check.keys.contains_key("not") && !check.keys.contains_key("type") {
        return true;
    }
    let open = values.as_ref().is_some_and(|values| values.iter().any(|value| value == "open"));
    if open && near.iter().all(|time| time.value.is_none()) {
        return true;
    }
    let cores: Vec<Span> = wanted.iter().map(|w| core(&seen.text, w.clone())).collect();
    near.iter().any(|time| {
        cores.contains(&core(&seen.text, time.span()))
            && check.allows("type", Some(&time.kind))
            && values.as_ref().is_none_or(|values| like(time.value.as_deref(), values))
    })
}

fn part(check: &Check, seen: &Seen) -> bool {
    let starts = |words: &str| check.about.iter().any(|first| words.trim_start().starts_with(first.as_str()));
    assert!(seen.text.lines().any(starts), "no line of {:?} begins with {:?}", seen.text, check.about);
    let found = seen.structure.iter().find(|paragraph| starts(&seen.text[paragraph.span()]));
    found.is_some_and(|paragraph| check.allows("is", Some(&paragraph.part)))
}

/// The roles of a name are just these, ";" between them; none is one that must not be.
fn roles(check: &Check, seen: &Seen) -> bool {
    let called = |words: &str| same(Some(words), &check.about);
    let marks: Vec<_> =
        seen.entities.iter().filter(|m| called(&m.name) || called(&seen.text[m.span()])).collect();
    let found: Vec<String> =
        marks.iter().flat_map(|mark| mark.roles.iter().map(|role| plain(role))).collect();
    let is_one = |role: &String, of: &[String]| of.iter().any(|one| plain(one) == *role);
    let wrong = check.key("not").is_some_and(|not| found.iter().any(|role| is_one(role, &not)));
    let wanted = check
        .keys
        .get("are")
        .map(|roles| roles.split(" ; ").filter(|role| !role.is_empty()).map(any_of).collect::<Vec<_>>());
    let just = wanted.is_none_or(|wanted| {
        wanted.iter().all(|spellings| found.iter().any(|role| is_one(role, spellings)))
            && found.iter().all(|role| wanted.iter().any(|spellings| is_one(role, spellings)))
    });
    !marks.is_empty() && !wrong && just
}

fn dateline(check: &Check, seen: &Seen) -> bool {
    let none = check.about == ["none"];
    let Some(line) = &seen.dateline else { return none };
    let towns = line.place_text.iter().chain(line.places.iter().map(|place| &place.name));
    let place =
        check.key("place").is_none_or(|wanted| towns.into_iter().any(|town| same(Some(town), &wanted)));
    let countries = || line.places.iter().any(|place| check.allows("country", place.country.as_deref()));
    !none
        && place
        && check.allows("agency", line.agency.as_deref())
        && check.allows("date", line.date_iso.as_deref())
        && (!check.keys.contains_key("country") || countries())
}
