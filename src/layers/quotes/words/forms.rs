//! Every form of a cue word.

use super::cues::{CueKind, Form, Row};
use super::entry::Entry;
use crate::resources::QuickMap;

pub(super) fn add_forms(table: &mut QuickMap<String, Entry>, (cue, irregular): &'static Row) {
    let lemma = cue.lemma;
    if cue.kind == CueKind::Noun {
        for form in [lemma.to_string(), with_s(lemma)] {
            table.entry(form).or_default().noun = Some(cue);
        }
        return;
    }
    let mut add = |form: &str, kind: Form| {
        let entry = table.entry(form.to_string()).or_default();
        entry.verb.get_or_insert((cue, kind));
    };
    let mut parts = irregular.split(' ').filter(|part| *part != "-");
    match (parts.next(), parts.next()) {
        (Some(past), participle) => {
            past.split(',').for_each(|form| add(form, Form::Past));
            participle.into_iter().flat_map(|p| p.split(',')).for_each(|form| add(form, Form::Participle));
        }
        _ => add(&with_ed(lemma), Form::Past),
    }
    match parts.next() {
        Some(ing) => ing.split(',').for_each(|form| add(form, Form::Ing)),
        None => add(&with_ing(lemma), Form::Ing),
    }
    add(lemma, Form::Base);
    add(&with_s(lemma), Form::Present);
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut back = word.bytes().rev();
    back.next() == Some(b'y') && back.next().is_some_and(|b| !b"aeiou".contains(&b))
}

fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn with_ed(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ied", &word[..word.len() - 1])
    } else if word.ends_with('e') {
        format!("{word}d")
    } else {
        format!("{word}ed")
    }
}

fn with_ing(word: &str) -> String {
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{word}ing"),
    }
}
