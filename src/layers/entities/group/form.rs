//! The different names of an article, each read once however often it stands there.

use super::super::name::Name;
use super::super::places;
use super::super::reading::{Reading, number};
use super::body;
use super::person::Person;
use crate::document::entities::{Label, PlaceKind};
use crate::resources::{Classes, Place, QuickMap, fold};

/// A name as it is written, with all its mentions.
pub(super) struct Form {
    pub label: Label,
    /// Folded; points and hyphens fall away.
    pub words: Vec<String>,
    /// Of an organisation: the words without "Ltd".
    pub core: Vec<String>,
    /// Of a person.
    pub person: Person,
    /// Names with one key name one entity.
    pub key: u64,
    /// Names an entity by itself: "Donald Trump", "Volkswagen"; not "Trump", nor "Delphic", which no table
    /// knows, for "Delphic Devices".
    pub full: bool,
    /// The tables know it as an organisation.
    pub listed: bool,
    /// Its first mention.
    pub first: usize,
    /// He or she, where a title or the first name tells.
    pub male: Option<bool>,
    /// He or she, where the first name is mostly given to one of them: enough for "Mr." to choose by.
    pub leans: Option<bool>,
    pub home: Home,
}

/// Where the mentions of a form belong.
pub(super) enum Home {
    /// Nobody has asked yet.
    Open,
    /// All to one draft.
    Draft(usize),
    /// Each to one of these, or to a draft of its own.
    Among(Vec<usize>),
    /// To this draft, but where another land's is meant: "Corvania’s Supreme Court".
    Tail(usize),
}

/// All forms, in the order of their first mentions, and for each name its form.
pub(super) fn read(reading: &Reading, names: &[Name]) -> (Vec<Form>, Vec<usize>) {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: QuickMap<(&str, u64), usize> = QuickMap::default();
    let mut of = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let kind = u64::from(name.classes.bits()) << 8 | name.label as u64;
        let form = *known.entry((name.range.of(reading.text), kind)).or_insert_with(|| {
            forms.push(form(reading, name, at));
            forms.len() - 1
        });
        forms[form].male = forms[form].male.or(name.male);
        of.push(form);
    }
    for form in &mut forms {
        let first = form.person.words.first().filter(|_| form.full);
        form.leans = first.and_then(|first| reading.words.is_male(reading.words.get(first)?));
        form.male = form.male.or_else(|| first_name_male(reading, first?));
    }
    (forms, of)
}

fn form(reading: &Reading, name: &Name, first: usize) -> Form {
    let written = name.range.of(reading.text);
    let words = words_of(written);
    let is_body = name.label == Label::Organisation && !name.classes.has(Classes::SEAT);
    let core = if is_body { body::core(&words) } else { Vec::new() };
    let person = if name.label == Label::Person { Person::read(written) } else { Person::default() };
    let listed = name.classes.has(Classes::ORGANISATION);
    let full = match name.label {
        Label::Person => person.is_full(reading.words),
        Label::Organisation => words.len() > 1 || (listed && words.iter().any(|word| word.len() > 6)),
        _ => true,
    };
    let key = exact_key(reading, name, &words, &core, &person);
    Form {
        label: name.label,
        words,
        core,
        person,
        key,
        full,
        listed,
        first,
        male: None,
        leans: None,
        home: Home::Open,
    }
}

/// The words of a name, folded; points and hyphens fall away.
fn words_of(written: &str) -> Vec<String> {
    let mut key = String::new();
    fold(&mut key, written);
    let key = key.strip_prefix("the ").unwrap_or(&key);
    key.split([' ', '-']).map(|word| word.replace('.', "")).filter(|word| !word.is_empty()).collect()
}

/// Mentions with one key name one entity.
fn exact_key(reading: &Reading, name: &Name, words: &[String], core: &[String], person: &Person) -> u64 {
    let known = || {
        let place = places::known(reading, name).filter(is_named_once)?;
        let elsewhere = name.elsewhere.map_or("", |elsewhere| elsewhere.region);
        Some([place.name, elsewhere].join("\t"))
    };
    let (key, label) = match name.label {
        _ if name.classes.has(Classes::SEAT) => (words.join(" "), "seat"),
        Label::Place => (known().unwrap_or_else(|| words.join(" ")), "place"),
        Label::Group => (words.join(" ").trim_end_matches('s').to_owned(), "group"),
        // "Green Party" is not "Green Group".
        Label::Organisation if words.last().is_some_and(|last| last == "party") => (core.join(" "), "party"),
        Label::Organisation => (core.join(" "), "organisation"),
        Label::Person => (person.whole(), "person"),
        other => (words.join(" "), other.name()),
    };
    number(&[&key, "\t", label].concat())
}

/// Countries, regions and towns are one under all their names; of two Black Rivers nobody knows.
fn is_named_once(place: &Place) -> bool {
    matches!(place.kind, PlaceKind::Country | PlaceKind::Region | PlaceKind::City)
}

/// He or she, where the first name is given to one of them only.
pub(super) fn first_name_male(reading: &Reading, first: &str) -> Option<bool> {
    let entry = reading.words.get(first)?;
    match (entry.classes.has(Classes::MALE), entry.classes.has(Classes::FEMALE)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}
