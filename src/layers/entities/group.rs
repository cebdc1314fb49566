//! Brings the names of one entity together: "Trump" with "Donald Trump", "ECB" with
//! "European Central Bank", "U.S." with "America".
//!
//! Full names come first, wherever they stand; then every shorter name looks for the last
//! full name before it that it can be short for, or the first one after it. Two people of one
//! surname stay apart; a surname alone goes to the one named last, unless "Mrs." says otherwise.

use super::label::Name;
use super::places::{facts, told};
use super::reading::{Reading, number};
use super::{Entity, Gender, Label, Mention, PlaceKind};
use crate::layers::EntityId;
use crate::resources::{Classes, Place, QuickMap, fold};
use crate::text::{TextRange, mend};

/// An entity while its names are still being gathered.
struct Draft {
    label: Label,
    /// Which names, by their place in text order.
    names: Vec<usize>,
    /// The words of its fullest name, folded.
    words: Vec<String>,
    male: Option<bool>,
}

/// Groups names into entities, in the order of their first mention.
pub(super) fn group(reading: &Reading, names: Vec<Name>) -> (Vec<Entity>, Vec<Mention>) {
    let words: Vec<Vec<String>> = names.iter().map(|name| words_of(reading, name)).collect();
    let mut drafts = Drafts::default();
    let mut home: Vec<Option<usize>> = vec![None; names.len()];
    for (at, name) in names.iter().enumerate().filter(|(at, name)| is_full(reading, name, &words[*at])) {
        home[at] = Some(drafts.full(reading, name, &words[at]));
    }
    let mut last: QuickMap<u64, usize> = QuickMap::default();
    for (at, name) in names.iter().enumerate() {
        let draft = match home[at] {
            Some(draft) => draft,
            None => drafts.short(reading, at, name, &words[at], &last),
        };
        home[at] = Some(draft);
        drafts.list[draft].names.push(at);
        if name.label == Label::Person && is_full(reading, name, &words[at]) {
            let surname = surname(&words[at]).map_or(0, |word| number(word));
            last.insert(surname, draft);
        }
    }
    finish(reading, names, home, drafts)
}

/// The words of a name, folded; points and hyphens fall away.
fn words_of(reading: &Reading, name: &Name) -> Vec<String> {
    let mut key = String::new();
    fold(&mut key, name.range.of(reading.text));
    let key = key.strip_prefix("the ").unwrap_or(&key);
    key.split([' ', '-']).map(|word| word.replace('.', "")).filter(|word| !word.is_empty()).collect()
}

/// Names that stand for themselves: of several words, or known, or a group's. "Sato-Lund" is one word,
/// short for a full name; so is "Delphic", which no table knows, for "Delphic Devices".
fn is_full(reading: &Reading, name: &Name, words: &[String]) -> bool {
    let known =
        || name.classes.has(Classes::ORGANISATION) && words.first().is_some_and(|word| word.len() > 6);
    match name.label {
        Label::Person => name.range.of(reading.text).contains(char::is_whitespace),
        Label::Organisation => words.len() > 1 || known(),
        _ => true,
    }
}

/// "quist" of "joseph", "quist", "jr".
fn surname(words: &[String]) -> Option<&String> {
    words.iter().rev().find(|word| !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
}

#[derive(Default)]
struct Drafts {
    list: Vec<Draft>,
    /// Exact names, with their label.
    exact: QuickMap<u64, usize>,
    /// Surnames and first names of people, initials and first words of organisations.
    short: QuickMap<u64, Vec<usize>>,
}

impl Drafts {
    fn open(&mut self, label: Label, words: &[String], key: u64) -> usize {
        self.list.push(Draft { label, names: Vec::new(), words: words.to_vec(), male: None });
        self.exact.insert(key, self.list.len() - 1);
        self.list.len() - 1
    }

    /// The draft of a full name.
    fn full(&mut self, reading: &Reading, name: &Name, words: &[String]) -> usize {
        let key = exact_key(reading, name, words);
        if let Some(&draft) = self.exact.get(&key) {
            return draft;
        }
        let variant = match name.label {
            Label::Person => self.person_variant(words),
            _ => None,
        };
        let draft = variant.unwrap_or_else(|| self.open(name.label, words, key));
        self.exact.insert(key, draft);
        let male = name.male.or_else(|| first_name_male(reading, name.label, words));
        self.list[draft].male = self.list[draft].male.or(male);
        if words.len() > self.list[draft].words.len() {
            self.list[draft].words = words.to_vec();
        }
        self.note_short(name.label, words, draft);
        draft
    }

    /// The same person under another spelling: "J. Doe", "John Q. Doe", "Zelenskiy".
    fn person_variant(&self, words: &[String]) -> Option<usize> {
        let surname = sound(words.last()?);
        let candidates = self.short.get(&short_key(Label::Person, &surname))?;
        candidates.iter().rev().take(8).copied().find(|&draft| {
            let other = &self.list[draft].words;
            let first = (words.first(), other.first());
            let (Some(one), Some(two)) = first else { return false };
            let initial = one.len() == 1 || two.len() == 1;
            let same_surname = other.last().is_some_and(|last| sound(last) == surname);
            same_surname && (one == two || (initial && one.as_bytes().first() == two.as_bytes().first()))
        })
    }

    fn note_short(&mut self, label: Label, words: &[String], draft: usize) {
        let mut shorts: Vec<String> = Vec::new();
        match label {
            Label::Person if words.len() > 1 => {
                shorts.push(surname(words).map(|word| sound(word)).unwrap_or_default());
                shorts.push(words[0].clone());
                let tail = words[1..].join(" ");
                shorts.push(tail);
            }
            Label::Organisation if words.len() > 1 => {
                shorts.push(initials(words));
                // No paper shortens a name to more words than this; a page in capitals may be one "name".
                let longest = words.len().min(9);
                shorts.extend((1..longest).map(|length| words[..length].join(" ")));
            }
            _ => {}
        }
        for short in shorts.into_iter().filter(|short| short.len() > 1) {
            let list = self.short.entry(short_key(label, &short)).or_default();
            if list.last() != Some(&draft) && list.len() < 64 {
                list.push(draft);
            }
        }
    }

    /// The draft of a short name: that of the full name it is short for, or one of its own.
    fn short(
        &mut self,
        reading: &Reading,
        at: usize,
        name: &Name,
        words: &[String],
        last: &QuickMap<u64, usize>,
    ) -> usize {
        let key = exact_key(reading, name, words);
        let whole = words.join(" ");
        let sounds = if name.label == Label::Person { sound(&whole) } else { whole.clone() };
        let fits = |draft: &usize| {
            let draft = &self.list[*draft];
            draft.label == name.label
                && (name.male.is_none() || draft.male.is_none() || name.male == draft.male)
        };
        if name.label == Label::Person
            && let Some(draft) = last.get(&number(&whole)).filter(|draft| fits(draft))
        {
            return *draft;
        }
        let full = self
            .short
            .get(&short_key(name.label, &sounds))
            .or_else(|| self.short.get(&short_key(name.label, &whole)));
        let before = |draft: &&usize| self.list[**draft].names.last().is_some_and(|&named| named < at);
        let found = full.and_then(|drafts| {
            drafts
                .iter()
                .rev()
                .filter(|draft| fits(draft))
                .find(before)
                .or_else(|| drafts.iter().find(|draft| fits(draft)))
        });
        match (found.copied(), self.exact.get(&key)) {
            (Some(draft), _) | (None, Some(&draft)) => draft,
            (None, None) => self.open(name.label, words, key),
        }
    }
}

/// Mentions with one key name one entity.
fn exact_key(reading: &Reading, name: &Name, words: &[String]) -> u64 {
    let country =
        place(reading, name).filter(|place| place.kind == PlaceKind::Country && name.label == Label::Place);
    let mut key = match country {
        Some(place) => place.name.to_owned(),
        None => words.join(" "),
    };
    let label = match name.label {
        _ if name.classes.has(Classes::SEAT) => "seat",
        Label::Group => {
            key = key.trim_end_matches('s').to_owned();
            "group"
        }
        Label::Place => {
            if let Some(place) = place(reading, name).filter(|place| place.kind == PlaceKind::City) {
                key = place.name.to_owned();
            }
            "place"
        }
        Label::Organisation => {
            let ends = ["inc", "corp", "co", "ltd", "plc", "llc", "corporation", "company", "group", "party"];
            if words.len() > 1 && words.last().is_some_and(|last| ends.contains(&last.as_str())) {
                key = words[..words.len() - 1].join(" ");
            }
            "organisation"
        }
        other => other.name(),
    };
    key.push('\t');
    key.push_str(label);
    number(&key)
}

fn short_key(label: Label, short: &str) -> u64 {
    number(&format!("{short}\t{}", label.name()))
}

/// One spelling for surnames that are transliterated in several ways: Zelenskiy, Zelenskyy.
pub(super) fn sound(word: &str) -> String {
    let stem = word.trim_end_matches(['y', 'i', 'j']);
    match stem.len() + 3 > word.len() && stem.len() < word.len() && stem.len() > 3 {
        true => format!("{stem}y"),
        false => word.to_owned(),
    }
}

/// "ecb" of "European Central Bank"; small words count for nothing.
fn initials(words: &[String]) -> String {
    let small = ["of", "the", "and", "for", "on", "in", "de", "&", "la", "du"];
    words
        .iter()
        .filter(|word| !small.contains(&word.as_str()))
        .filter_map(|word| word.chars().next())
        .collect()
}

fn place<'r>(reading: &'r Reading, name: &Name) -> Option<&'r Place> {
    let entry = name.entry.filter(|entry| entry.classes.has(Classes::PLACE))?;
    reading.words.place(entry)
}

/// Writes the drafts down, in the order of their first mention.
fn finish(
    reading: &Reading,
    names: Vec<Name>,
    home: Vec<Option<usize>>,
    drafts: Drafts,
) -> (Vec<Entity>, Vec<Mention>) {
    let mut number: QuickMap<usize, EntityId> = QuickMap::default();
    let mut entities = Vec::new();
    let mut mentions = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let Some(draft) = home[at] else { continue };
        let entity = *number.entry(draft).or_insert_with(|| {
            entities.push(entity(reading, &names, &drafts.list[draft]));
            EntityId(entities.len() as u32 - 1)
        });
        let Name { range, label, score, ref why, .. } = *name;
        mentions.push(Mention { range, label, entity, score, why: why.clone() });
    }
    (entities, mentions)
}

fn entity(reading: &Reading, names: &[Name], draft: &Draft) -> Entity {
    let mentions = || draft.names.iter().map(|&at| &names[at]);
    let label = mentions().next().map_or(draft.label, |name| name.label);
    let label =
        match mentions().any(|name| name.classes.has(Classes::SEAT) && name.label == Label::Organisation) {
            true => Label::Organisation,
            false => label,
        };
    let known = mentions().find_map(|name| place(reading, name)).filter(|_| label == Label::Place);
    let roles = draft.names.iter().filter_map(|&at| role(reading, names, at)).collect();
    Entity {
        name: full_name(reading, mentions().map(|name| name.range), known),
        label,
        roles,
        gender: gender(reading, draft, names),
        place: known.map(facts).or_else(|| told(label, mentions().next()?.range.of(reading.text))),
    }
}

/// The longest name, in ordinary case where the article has it; a country's from the gazetteer.
fn full_name(reading: &Reading, ranges: impl Iterator<Item = TextRange>, known: Option<&Place>) -> String {
    let mut best: Option<(bool, usize, &str)> = None;
    for range in ranges {
        let words = range.of(reading.text);
        let mixed = words.chars().any(char::is_lowercase);
        let better = best.is_none_or(|(other, length, _)| (mixed, words.len()) > (other, length));
        if better {
            best = Some((mixed, words.len(), words));
        }
    }
    let (mixed, words) = best.map_or((true, ""), |(mixed, _, words)| (mixed, words));
    match known {
        Some(place) if place.kind == PlaceKind::Country || !mixed => place.name.to_owned(),
        _ => mend(words).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// A role with the name that stands right before it: "Kremlin spokesperson".
fn role(reading: &Reading, names: &[Name], at: usize) -> Option<TextRange> {
    let role = names[at].role?;
    let Some(before) =
        at.checked_sub(1).map(|before| &names[before]).filter(|name| name.label != Label::Person)
    else {
        return Some(role);
    };
    let close = before.range.end() < role.start() && role.start() - before.range.end() == 1;
    let space = reading.text.get(before.range.end()..role.start()) == Some(" ");
    Some(if close && space { before.range.cover(role) } else { role })
}

/// He or she, where the first name is given to one of them only.
fn first_name_male(reading: &Reading, label: Label, words: &[String]) -> Option<bool> {
    let first = words.first().filter(|_| label == Label::Person)?;
    let classes = reading.words.classes(first);
    match (classes.has(Classes::MALE), classes.has(Classes::FEMALE)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn gender(reading: &Reading, draft: &Draft, names: &[Name]) -> Option<Gender> {
    if draft.label != Label::Person {
        return None;
    }
    let titled = draft.names.iter().find_map(|&at| names[at].male);
    let named = first_name_male(reading, draft.label, &draft.words);
    titled.or(named).map(|male| if male { Gender::Male } else { Gender::Female })
}
