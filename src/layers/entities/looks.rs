//! What the tables know of a word, or of the word that it is made of.

use super::forms::Form;
use super::mark::Mark;
use crate::resources::{Classes, Words, fold};
use crate::tokens::{Token, TokenKind};

/// A word by itself, whatever stands around it.
pub(super) fn mark(text: &str, token: &Token, words: &Words, form: &Form) -> Mark {
    if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
        return Mark::default();
    }
    let word = token.of(text);
    let letters = || word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = !word.chars().any(char::is_lowercase) && letters() > 1;
    let mut classes = form.classes();
    if classes.is_empty() && word.ends_with('s') && !capitals {
        classes = plural_classes(words, word);
    }
    if classes.is_empty() && word.contains(['\'', '’', '‘', 'ʼ']) {
        classes = stem_classes(words, word);
    }
    if classes.has(Classes::CAPITALS_ONLY) && !capitals {
        let organisation = Classes::ORGANISATION.and(Classes::MEDIA).and(Classes::AGENCY).and(Classes::TEAM);
        classes = classes.without(organisation);
    }
    Mark { classes, capitals, word: form.number, ..Mark::default() }
}

/// "Lecturers" is as ordinary a word as "lecturer".
fn plural_classes(words: &Words, word: &str) -> Classes {
    let mut key = String::new();
    fold(&mut key, &word[..word.len() - 1]);
    let one = words.classes(&key);
    if one.without(Classes::COMMON.and(Classes::ROLE)).is_empty() && one.has(Classes::COMMON) {
        one
    } else {
        Classes::default()
    }
}

/// The classes of what stands before an apostrophe, but for those of names.
fn stem_classes(words: &Words, word: &str) -> Classes {
    let mut key = String::new();
    fold(&mut key, word);
    let Some(stem) = key.find('\'').filter(|&cut| cut > 1) else { return Classes::default() };
    words.classes(&key[..stem]).without(Classes::PLACE.and(Classes::FIRST).and(Classes::SURNAME))
}
