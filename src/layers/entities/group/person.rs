//! A person's name, read: what of it may stand alone, and when two full names are one person's.
//!
//! ```text
//! Walter T. Renshaw Jr.          Andrés Manuel López Obrador     Hassan Idris al-Tamimi
//! ^^^^^^^^^ ^^^^^^^ surname      surnames: ^^^^^^^^^^^^^^^^^^     surname: Tamimi
//! ```
//!
//! "George H. Lund" and "George W. Lund" are two: middle initials that contradict part, and so do "Jr."
//! and "Sr.". The half of "Ki-moon" after the hyphen is no surname; that of "Marsh-Devereux" is.

use super::spelling::{is_same_first, is_variant, skeleton, sound};
use crate::document::entities::Gender;
use crate::resources::{Classes, Words, fold};
use crate::text::mend;

/// Words that follow a surname, without their point.
const SUFFIXES: [&str; 7] = ["jr", "sr", "ii", "iii", "iv", "esq", "junior"];

/// What "al-Tamimi" begins with, in all its forms.
const ARTICLES: [&str; 10] = ["al-", "el-", "ad-", "as-", "ash-", "ar-", "at-", "an-", "az-", "ul-"];

/// No name of more words is looked into.
const LONGEST: usize = 9;

/// "van der", "de los": a surname has no more of them.
const MOST_PARTICLES: usize = 3;

/// A name, word by word.
#[derive(Clone, Default)]
pub(super) struct Person {
    /// Folded, without points but those of initials ("h.w."), without "Jr.".
    pub words: Vec<String>,
    /// "jr".
    suffix: Option<String>,
    /// "marsh" and "devereux" of a last word with a hyphen and two capitals.
    halves: Vec<String>,
}

/// How a shorter name is part of a full one, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The last word, and what particles stand before it.
    Surname,
    /// The first word.
    First,
    /// Half of a last word with a hyphen.
    Half,
    /// The consonants of the surname.
    Bones,
    /// Several words at the end or at the beginning.
    Several,
    /// A word in the middle.
    Inner,
}

impl Person {
    /// Reads a name as it is written.
    pub fn read(name: &str) -> Person {
        let name = mend(name);
        let mut key = String::new();
        fold(&mut key, &name);
        let mut words: Vec<String> = key.split(' ').map(clean).filter(|word| !word.is_empty()).collect();
        let ends = |word: &String| SUFFIXES.contains(&word.as_str());
        let suffix = if words.len() > 1 { words.pop_if(|word| ends(word)) } else { None };
        let last = name.split_whitespace().rfind(|word| word.contains('-')).unwrap_or_default();
        let halves = halves(last, words.last());
        Person { words, suffix, halves }
    }

    /// A first name and a surname, or more: not "De Graaf", which is a surname alone. "Al" is a first name.
    pub fn is_full(&self, words: &Words) -> bool {
        let before = self.words.len().saturating_sub(1);
        let names = |word: &String| !is_particle(words, word) || words.classes(word).has(Classes::FIRST);
        self.words[..before].iter().any(names)
    }

    /// The surname stands first: "Li Ka-shing", "Qin Weihao".
    fn is_surname_first(&self, words: &Words) -> bool {
        let (Some(first), Some(last)) = (self.words.first(), self.words.last()) else { return false };
        let is = |word: &str, class: Classes| words.classes(word).has(class);
        let given = stem(last) == last && last.contains('-') && self.halves.is_empty();
        let opens = !is(first, Classes::FIRST) && is(first, Classes::SURNAME) && !is(last, Classes::SURNAME);
        self.words.len() > 1 && (given || opens)
    }

    /// The first word may be the surname: it is one, and no other word is.
    pub fn may_stand_first(&self, words: &Words) -> bool {
        let mut surnames = self.words.iter().map(|word| words.classes(word).has(Classes::SURNAME));
        self.is_surname_first(words)
            || (surnames.next() == Some(true) && self.words.len() > 2 && !surnames.any(|is| is))
    }

    /// The whole in one string.
    pub fn whole(&self) -> String {
        let suffix = self.suffix.iter().map(String::as_str);
        self.words.iter().map(String::as_str).chain(suffix).collect::<Vec<_>>().join(" ")
    }

    /// Everything that may stand for this full name, with how it is part of it.
    pub fn parts(&self, table: &Words) -> Vec<(Part, String)> {
        let (words, mut parts) = (&self.words, Vec::new());
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return parts };
        let count = words.len().min(LONGEST);
        parts.push((Part::Surname, sound(stem(last))));
        let before = words[1..].iter().rev().skip(1).take(MOST_PARTICLES);
        let particles = before.take_while(|word| is_particle(table, word)).count();
        parts.extend(
            (1..=particles).map(|before| (Part::Surname, words[words.len() - 1 - before..].join(" "))),
        );
        if !is_initials(first) {
            let surname = self.is_surname_first(table);
            parts.push(if surname { (Part::Surname, sound(first)) } else { (Part::First, first.clone()) });
        }
        parts.extend(self.halves.iter().map(|half| (Part::Half, half.clone())));
        parts.extend(skeleton(stem(last)).map(|bones| (Part::Bones, bones)));
        for length in 2..count {
            parts.push((Part::Several, words[..length].join(" ")));
            parts.push((Part::Several, words[words.len() - length..].join(" ")));
        }
        let inner = words[..count].iter().skip(1).take(count.saturating_sub(2));
        let telling = inner.filter(|word| word.len() > 3 && !is_initials(word) && !is_particle(table, word));
        parts.extend(telling.map(|word| (Part::Inner, word.clone())));
        parts
    }

    /// What to ask for full names that may be this one: the surname, and its consonants.
    pub fn asks_as_full(&self) -> Vec<(Part, String)> {
        let Some(last) = self.words.last() else { return Vec::new() };
        let bones = skeleton(stem(last)).map(|bones| (Part::Bones, bones));
        std::iter::once((Part::Surname, sound(stem(last)))).chain(bones).collect()
    }

    /// What a name that is not full may be short for, the closest first.
    pub fn asks(&self) -> Vec<(Part, String)> {
        let whole = self.words.join(" ");
        let one = self.words.len() == 1;
        let mut asks = vec![(Part::Surname, if one { sound(stem(&whole)) } else { whole.clone() })];
        if one {
            asks.extend([Part::First, Part::Half].map(|part| (part, whole.clone())));
            asks.extend(skeleton(stem(&whole)).map(|bones| (Part::Bones, bones)));
            asks.push((Part::Inner, whole));
        }
        asks
    }

    /// Whether the surname of a full name and this name are spellings of one.
    pub fn is_surname_variant(&self, table: &Words, other: &Person) -> bool {
        let (Some(one), Some(two)) = (self.words.last(), other.words.last()) else { return false };
        is_variant(table, stem(one), stem(two))
    }

    /// The same person under another full name: "J. Doe", "John Q. Doe", "Jonny Doe".
    pub fn may_be(&self, table: &Words, other: &Person) -> bool {
        let (Some(one), Some(two)) = (self.words.last(), other.words.last()) else { return false };
        let surname = sound(stem(one)) == sound(stem(two)) || is_variant(table, stem(one), stem(two));
        let suffixes = self.suffix.is_none() || other.suffix.is_none() || self.suffix == other.suffix;
        surname && suffixes && may_be_givens(&self.givens(table), &other.givens(table))
    }

    /// First and middle names, a point after each initial.
    fn givens(&self, table: &Words) -> Vec<&str> {
        let words = self.words.split_last().map_or(&[][..], |(_, before)| before);
        let plain = words.iter().filter(|word| !is_particle(table, word));
        plain.flat_map(|word| if is_initials(word) { initials(word) } else { vec![word.as_str()] }).collect()
    }
}

/// He or she, as most who bear the first name of a full name are; "Kim Jong-un" begins with no first name.
pub fn leaning(name: &str) -> Option<Gender> {
    let (person, words) = (Person::read(name), crate::resources::words());
    let first = person.words.first().filter(|_| person.is_full(words) && !person.may_stand_first(words))?;
    let entry = words.get(first).filter(|entry| entry.classes.has(Classes::FIRST))?;
    words.is_male(entry).map(|male| if male { Gender::Male } else { Gender::Female })
}

/// First names agree, and the middle ones of the one are among the other's, all initials in their order.
fn may_be_givens(one: &[&str], two: &[&str]) -> bool {
    let (Some((first, middle)), Some((other, others))) = (one.split_first(), two.split_first()) else {
        return false;
    };
    let (few, many) = if middle.len() < others.len() { (middle, others) } else { (others, middle) };
    let exact = few.len() == many.len() || !few.iter().any(|word| is_initials(word));
    let mut rest = many.iter();
    let within = few.iter().all(|word| rest.any(|other| agree(word, other)));
    agree(first, other) && (few.is_empty() || (exact && within))
}

fn agree(one: &str, two: &str) -> bool {
    let initial = (is_initials(one) || is_initials(two)) && one.chars().next() == two.chars().next();
    initial || is_same_first(one, two)
}

/// "h.w." stays, "st." and "o’neil," lose their signs, "j" gets its point.
fn clean(word: &str) -> String {
    let word = word.trim_matches(['"', '“', '”', '\'', ',', '(', ')', '*']);
    let letters = || word.split_terminator('.');
    if word.chars().count() == 1 && word.chars().all(char::is_alphabetic) {
        return [word, "."].concat();
    }
    match word.ends_with('.') && letters().all(|letter| letter.chars().count() == 1) {
        true => word.to_owned(),
        false => word.replace('.', ""),
    }
}

fn is_initials(word: &str) -> bool {
    word.ends_with('.')
}

fn initials(word: &str) -> Vec<&str> {
    word.split_inclusive('.').collect()
}

fn is_particle(table: &Words, word: &str) -> bool {
    table.classes(word).has(Classes::PARTICLE)
}

/// A surname without its Arabic article: "tamimi" of "al-tamimi".
pub(super) fn stem(word: &str) -> &str {
    ARTICLES
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .filter(|rest| rest.len() > 2)
        .unwrap_or(word)
}

fn halves(written: &str, last: Option<&String>) -> Vec<String> {
    let capital = |half: &str| half.chars().next().is_some_and(char::is_uppercase);
    let mixed = written.chars().any(char::is_lowercase);
    match last {
        Some(last)
            if mixed && stem(last) == last && last.contains('-') && written.split('-').all(capital) =>
        {
            last.split('-').filter(|half| half.len() > 2).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resources::words;

    fn check(one: &str, two: &str, same: bool) {
        let (first, second) = (Person::read(one), Person::read(two));
        assert_eq!(first.may_be(words(), &second), same, "{one}, {two}");
        assert_eq!(second.may_be(words(), &first), same, "{two}, {one}");
    }

    #[test]
    fn full_names_of_one_person() {
        check("J. Renshaw", "Jonas Renshaw", true);
        check("Jonas Q. Renshaw", "Jonas Renshaw", true);
        check("J.Q. Renshaw", "Jonas Quentin Renshaw", true);
        check("Bill Renshaw", "William T. Renshaw", true);
        check("Muhammad al-Barqawi", "Mohammed Barqawi", true);
        check("Walter Renshaw", "Walter T. Renshaw Jr.", true);
    }

    #[test]
    fn full_names_of_two_people() {
        check("Jonas H.W. Renshaw", "Jonas W. Renshaw", false);
        check("Edwin P. Stroud", "Edwin R. Stroud", false);
        check("Walter Renshaw Jr.", "Walter Renshaw Sr.", false);
        check("Peter Brandt", "Anna Brandt", false);
        check("Tom Johnson", "Tom Jonson", false);
    }

    #[test]
    fn a_name_without_end_has_few_parts() {
        let parts = Person::read(&"Ben ".repeat(5000)).parts(words());
        assert!(parts.len() < 40, "{}", parts.len());
        // The surname with its particles, and no more than the longest name at each end.
        assert!(parts.iter().all(|(_, part)| part.len() < 60), "{parts:?}");
    }

    #[test]
    fn a_line_end_is_no_part_of_a_surname() {
        let check = |name: &str, whole: &str, halves: &[&str]| {
            let person = Person::read(name);
            assert_eq!(
                (person.whole().as_str(), person.halves.as_slice()),
                (whole, halves.iter().map(|half| half.to_string()).collect::<Vec<_>>().as_slice())
            );
        };
        check("Angela Mer\u{ad}\nkel", "angela merkel", &[]);
        check("Kwame As-\nante", "kwame asante", &[]);
    }

    #[test]
    fn what_stands_for_a_full_name() {
        let check = |name: &str, wanted: Part, expected: &[&str]| {
            let parts = Person::read(name).parts(words());
            let found: Vec<_> =
                parts.into_iter().filter(|(part, _)| *part == wanted).map(|(_, word)| word).collect();
            assert_eq!(found, expected, "{name}");
        };
        check("Walter Renshaw Jr.", Part::Surname, &["renshaw"]);
        check("F.W. de Graaf", Part::Surname, &["graaf", "de graaf"]);
        check("Hassan al-Tamimi", Part::Surname, &["tamimy"]);
        check("Moon Jae-tin", Part::Surname, &["jae-tin", "moon"]);
        check("Ban Ki-tae", Part::Half, &[]);
        check("Ottoline Marsh-Devereux", Part::Half, &["marsh", "devereux"]);
        check("João Lobato da Costa", Part::Inner, &["lobato"]);
        check("Tomás Herrera Quintana", Part::Several, &["tomas herrera", "herrera quintana"]);
    }
}
