//! `cargo xtask pronouns SET.conllu.gz…`: how often "he" and "she" go to the right person, on texts of GUM whose
//! mentions are joined by hand (`Entity=` in the last column).
//!
//! ```text
//! news        41 right, 5 wrong, 12 open of 58
//! ```
//!
//! A pronoun is right where one of the names of the person it goes to lies in a mention of the same person by hand.
//! Pronouns in quotation marks count as open: Galley leaves them to whoever speaks.

use galley::annotate::annotate;
use galley::document::Document;
use galley::document::article::Article;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};

const PRONOUNS: [&str; 8] = ["he", "him", "his", "himself", "she", "her", "hers", "herself"];

/// Kinds of text that newsrooms write.
const KINDS: [&str; 3] = ["news", "interview", "bio"];

/// A text with its mentions: the number of whom it names, and where it stands.
#[derive(Default)]
struct Text {
    kind: String,
    text: String,
    mentions: Vec<(String, usize, usize)>,
    /// Mentions that are not closed yet.
    open: Vec<(String, usize)>,
}

/// Right, wrong, open.
type Counts = [usize; 3];

/// Prints the figures of each kind of text and of all.
pub fn run(arguments: &[String]) -> Result<(), String> {
    for set in arguments {
        let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
        for text in read(set)? {
            let Some(kind) = KINDS.iter().find(|kind| **kind == text.kind) else { continue };
            let document = annotate(Article::plain(&text.text));
            for outcome in outcomes(&text, &document) {
                counts.entry(kind).or_default()[outcome] += 1;
                counts.entry("together").or_default()[outcome] += 1;
            }
        }
        for (kind, [right, wrong, open]) in counts {
            println!("{kind:<10} {right} right, {wrong} wrong, {open} open of {}", right + wrong + open);
        }
    }
    Ok(())
}

/// For each pronoun by hand: 0 where it goes to the right person, 1 to another one, 2 to nobody.
fn outcomes(text: &Text, document: &Document) -> Vec<usize> {
    let layers = &document.layers;
    let is_pronoun = |start: &usize, end: &usize| {
        PRONOUNS.iter().any(|pronoun| text.text[*start..*end].eq_ignore_ascii_case(pronoun))
    };
    let pronouns = text.mentions.iter().filter(|(_, start, end)| is_pronoun(start, end));
    let outcome = |(who, start, _): &(String, usize, usize)| {
        let Some(found) = layers.references.iter().find(|found| found.range.start() == *start) else {
            return 2;
        };
        let names = layers.mentions.iter().filter(|mention| mention.entity == found.entity);
        let mut owners = names.map(|name| owner(text, name.range.start(), name.range.end()));
        usize::from(!owners.any(|owner| owner == Some(who)))
    };
    pronouns.map(outcome).collect()
}

/// Whom the shortest mention by hand around a name is about.
fn owner(text: &Text, start: usize, end: usize) -> Option<&String> {
    let around = text.mentions.iter().filter(|(_, from, to)| *from <= start && end <= *to);
    around.min_by_key(|(_, from, to)| to - from).map(|(who, ..)| who)
}

fn read(path: &str) -> Result<Vec<Text>, String> {
    let file = std::fs::File::open(path).map_err(|error| format!("{path}: {error}"))?;
    // The last part of a word that is written whole before its parts ("12-13").
    let (mut texts, mut spaced, mut whole) = (Vec::<Text>::new(), false, 0);
    for line in BufReader::new(flate2::read::GzDecoder::new(file)).lines() {
        let line = line.map_err(|error| format!("{path}: {error}"))?;
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            let kind = id.split('_').nth(1).unwrap_or_default().to_owned();
            texts.push(Text { kind, ..Text::default() });
            spaced = false;
        }
        let Some(text) = texts.last_mut() else { continue };
        if line.starts_with("# newpar") && !text.text.is_empty() {
            text.text.push_str("\n\n");
            spaced = false;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, .., misc] = columns[..] else {
            whole = if line.is_empty() { 0 } else { whole };
            continue;
        };
        let part: Option<usize> = id.parse().ok();
        if id.contains('.') {
            continue;
        }
        if part.is_none_or(|part| part > whole) {
            text.text.push_str(if spaced { " " } else { "" });
            text.text.push_str(form);
            spaced = !misc.contains("SpaceAfter=No");
        }
        if let Some((_, last)) = id.split_once('-') {
            whole = last.parse().unwrap_or(0);
        }
        let written = if part.is_some_and(|part| part <= whole) { 0 } else { form.len() };
        let entity = misc.split('|').find_map(|field| field.strip_prefix("Entity=")).unwrap_or_default();
        note(text, entity, text.text.len() - written);
    }
    Ok(texts)
}

/// Opens and closes mentions: "(7-person-new(3-place-giv)" opens 7 and is all of 3, "7)" closes 7.
fn note(text: &mut Text, entity: &str, start: usize) {
    let end = text.text.len();
    let mut rest = entity;
    while !rest.is_empty() {
        if let Some(opened) = rest.strip_prefix('(') {
            let stop = opened.find(['(', ')']).unwrap_or(opened.len());
            let who = opened[..stop].split(['-', '[']).next().unwrap_or_default().to_owned();
            match opened[stop..].starts_with(')') {
                true => text.mentions.push((who, start, end)),
                false => text.open.push((who, start)),
            }
            rest = opened[stop..].strip_prefix(')').unwrap_or(&opened[stop..]);
        } else {
            let stop = rest.find(')').map_or(rest.len(), |stop| stop + 1);
            let who = rest[..stop].split([')', '-', '[']).next().unwrap_or_default();
            if let Some(at) = text.open.iter().rposition(|(open, _)| open == who) {
                let (who, from) = text.open.remove(at);
                text.mentions.push((who, from, end));
            }
            rest = &rest[stop..];
        }
    }
}
