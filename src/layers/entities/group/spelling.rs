//! When two spellings are one name: transliterations, and the short forms of first names.
//!
//! ```text
//! Kaddouri, Qaddouri, Gaddouri        Mohammed, Muhammad        William, Bill
//! ```
//!
//! "Johnson" and "Jonson" are two surnames that people bear: where the tables know both, they stay two.

use super::super::reading::number;
use crate::resources::{Classes, QuickMap, Words};
use std::sync::OnceLock;

/// First names with their short forms and other spellings, a line each.
const FIRST_NAMES: &str = include_str!("../../../resources/tables/first-names.tsv");

/// One spelling for surnames that end in several: Zelenskiy, Zelenskyy.
pub(in crate::layers::entities) fn sound(word: &str) -> String {
    let stem = word.trim_end_matches(['y', 'i', 'j']);
    match stem.len() + 3 > word.len() && stem.len() < word.len() && stem.len() > 3 {
        true => format!("{stem}y"),
        false => word.to_owned(),
    }
}

/// The consonants of a word, those that one letter of another script may become written as one:
/// "kdf" of Gaddafi, Qaddafi, Gadhafi and Kadafi. Nothing of a word of two consonants.
pub(super) fn skeleton(word: &str) -> Option<String> {
    let mut bones = String::new();
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let bone = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | '\'' | '-' => continue,
            'h' if !bones.is_empty() => continue,
            'q' | 'g' | 'c' | 'k' => 'k',
            'p' if letters.peek() == Some(&'h') => 'f',
            'w' => 'v',
            'd' if matches!(letters.peek(), Some('z')) => continue,
            other => other,
        };
        if !bones.ends_with(bone) {
            bones.push(bone);
        }
    }
    (bones.len() > 2).then_some(bones)
}

/// Whether two surnames, of people whose first names agree or of whom one is named by it alone, are
/// spellings of one: the same consonants, and no more than two letters apart.
pub(super) fn is_variant(words: &Words, one: &str, two: &str) -> bool {
    let borne = |word: &str| words.classes(word).has(Classes::SURNAME);
    one.len().min(two.len()) > 4
        && !(borne(one) && borne(two))
        && distance(one, two) <= 2
        && skeleton(one).is_some_and(|bones| skeleton(two) == Some(bones))
}

/// Whether two first names may be one person's: "Bill" and "William", "Sergei" and "Sergey".
pub(super) fn is_same_first(one: &str, two: &str) -> bool {
    let listed = || {
        let (one, two) = (lines_of(one), lines_of(two));
        one.iter().any(|line| two.contains(line))
    };
    let spelled =
        || one.len().min(two.len()) > 4 && one.as_bytes()[0] == two.as_bytes()[0] && sound(one) == sound(two);
    one == two || listed() || spelled()
}

fn lines_of(name: &str) -> &'static [u16] {
    static LINES: OnceLock<QuickMap<u64, Vec<u16>>> = OnceLock::new();
    let read = || {
        let mut lines: QuickMap<u64, Vec<u16>> = QuickMap::default();
        let rows = FIRST_NAMES.lines().filter(|line| !line.starts_with("# "));
        for (row, line) in rows.enumerate() {
            for name in line.split(['\t', ' ']).filter(|name| !name.is_empty()) {
                lines.entry(number(&name.to_lowercase())).or_default().push(row as u16);
            }
        }
        lines
    };
    LINES.get_or_init(read).get(&number(name)).map_or(&[], Vec::as_slice)
}

/// How many letters must be put in, taken out or changed, counted up to 3.
fn distance(one: &str, two: &str) -> usize {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    if one.len().abs_diff(two.len()) > 2 || one.len() > 24 {
        return 3;
    }
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (other, same) in two.iter().enumerate() {
            let changed = corner + usize::from(letter != same);
            corner = row[other + 1];
            row[other + 1] = changed.min(row[other] + 1).min(corner + 1);
        }
    }
    row[two.len()].min(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resources::words;

    #[test]
    fn transliterations_of_one_name_are_one() {
        let check = |one, two, same| assert_eq!(is_variant(words(), one, two), same, "{one} {two}");
        check("gaddouri", "qaddouri", true);
        check("gadhouri", "kaddouri", true);
        check("dzerbinsky", "dzerbynskyi", true);
        check("johnson", "jonson", false);
        check("halvorin", "halvarden", false);
        check("orsk", "orska", false);
    }

    #[test]
    fn first_names_have_short_forms() {
        assert!(is_same_first("bill", "william"));
        assert!(is_same_first("muhammad", "mohammed"));
        assert!(is_same_first("sergei", "sergey"));
        assert!(!is_same_first("bill", "bob"));
        assert!(!is_same_first("maria", "mario"));
    }

    #[test]
    fn letters_apart() {
        assert_eq!([distance("", "a"), distance("kitten", "sitten"), distance("ab", "abcde")], [1, 1, 3]);
    }
}
