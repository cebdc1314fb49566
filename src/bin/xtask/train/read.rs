//! Reads labelled articles and brings their labels to Galley's conventions.

use super::patch::Patch;
use super::sources::Source;
use galley::layers::entities::forms::Forms;
use galley::layers::entities::tagger::model::Model;
use galley::layers::entities::tagger::page::Page;
use galley::layers::entities::tagger::tags::{self, TAGS};
use galley::sentences::{self, Sentence};
use galley::tokens::{Token, tokenize};
use serde::Deserialize;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// A labelled article: names as byte ranges with their kind.
#[derive(Clone, Debug, Default)]
pub struct Labelled {
    pub id: String,
    pub text: String,
    pub names: Vec<Name>,
    /// Sentences joined to this page: their names and where they start.
    pub parts: Vec<(String, usize)>,
    /// Parts whose labels a person has decided, as byte ranges.
    pub decided: Vec<(usize, usize)>,
}

/// One labelled name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    pub start: usize,
    pub end: usize,
    pub kind: usize,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    entities: Option<Vec<Entity>>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    label: String,
}

/// Reads one gzipped file of JSON Lines.
pub fn read_file(path: &Path) -> Result<Vec<Labelled>, String> {
    let file = std::fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    let mut articles = Vec::new();
    for line in lines {
        let line = line.map_err(|error| format!("{}: {error}", path.display()))?;
        let line: Line =
            serde_json::from_str(&line).map_err(|error| format!("{}: {error}", path.display()))?;
        articles.push(labelled(line));
    }
    Ok(articles)
}

/// Reads one source of the training folder, its single sentences joined to pages.
pub fn read_source(folder: &Path, source: &Source, patch: &Patch) -> Result<Vec<Labelled>, String> {
    let mut articles = read_file(&folder.join(format!("{}.jsonl.gz", source.file)))?;
    for article in &mut articles {
        patch.apply(article);
    }
    Ok(if source.sentences_a_page == 1 { articles } else { join(&articles, source.sentences_a_page) })
}

fn join(sentences: &[Labelled], a_page: usize) -> Vec<Labelled> {
    let page = |chunk: &[Labelled]| {
        let mut page = Labelled { id: chunk[0].id.clone(), ..Labelled::default() };
        for sentence in chunk {
            let by = page.text.len();
            let moved = |name: &Name| Name { start: name.start + by, end: name.end + by, ..*name };
            page.names.extend(sentence.names.iter().map(moved));
            page.parts.push((sentence.id.clone(), by));
            page.decided.extend(sentence.decided.iter().map(|(start, end)| (start + by, end + by)));
            page.text.push_str(&sentence.text);
            page.text.push('\n');
        }
        page
    };
    sentences.chunks(a_page).map(page).collect()
}

fn labelled(line: Line) -> Labelled {
    let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let place = |at: usize| bytes[at.min(bytes.len() - 1)];
    let mut names = Vec::new();
    for entity in line.entities.unwrap_or_default() {
        let Some(kind) = kind_of(&entity.label) else { continue };
        let name = Name { start: place(entity.start), end: place(entity.end), kind };
        names.extend(super::conventions::fit(&line.text, name));
    }
    names.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
    names.dedup_by(|next, kept| next.start < kept.end);
    Labelled { id: line.id, text: line.text, names, ..Labelled::default() }
}

/// The kind of a label of the sources.
pub fn kind_of(label: &str) -> Option<usize> {
    Some(match label {
        "PER" => 0,
        "ORG" => 1,
        "LOC" => 2,
        "MISC" => 3,
        _ => return None,
    })
}

/// An article ready for the tagger.
pub struct Prepared {
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub page: Page,
    /// For each token the tags it may have, as bits.
    pub allowed: Vec<u32>,
    /// For each token whether a person has decided its label.
    pub decided: Vec<bool>,
}

/// Any tag at all.
pub const ANY: u32 = (1 << TAGS) - 1;

/// Splits an article as the page does, and puts its labels on the tokens.
pub fn prepare(article: &Labelled, labels_rest: bool, model: &Model) -> Prepared {
    let tokens = tokenize(&article.text);
    let sentences = sentences::split(&article.text, &tokens);
    let page = Page::read(&article.text, &tokens, &Forms::read(&article.text, &tokens), &sentences, model);
    // Where a source does not label the rest, a word with a capital outside its names may be of it.
    let may_be_rest = |token: &Token| !labels_rest && token.capital;
    let outside = |token: &Token| if may_be_rest(token) { 1 | 0b1111 << tags::tag(3, 0) } else { 1 };
    let mut allowed: Vec<u32> = tokens.iter().map(outside).collect();
    for name in &article.names {
        let first = tokens.partition_point(|token| token.end() <= name.start);
        let end = tokens.partition_point(|token| token.start() < name.end);
        let whole = sentences.iter().any(|s| s.tokens.start <= first && end <= s.tokens.end);
        if first >= end || !whole {
            allowed[first.min(end)..end].fill(ANY);
            continue;
        }
        for at in first..end {
            allowed[at] = 1 << tags::tag(name.kind, position(at - first, end - first));
        }
    }
    let is_decided = |token: &Token| {
        article.decided.iter().any(|&(start, end)| start <= token.start() && token.start() < end)
    };
    let decided = tokens.iter().map(is_decided).collect();
    Prepared { tokens, sentences, page, allowed, decided }
}

fn position(at: usize, length: usize) -> usize {
    match (at, length) {
        (_, 1) => tags::UNIT,
        (0, _) => tags::BEGIN,
        (at, length) if at + 1 == length => tags::LAST,
        _ => tags::INSIDE,
    }
}
