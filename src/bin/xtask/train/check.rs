//! Exact F1 of persons, organisations and places on texts kept apart, as the bench counts them.

use super::crf::Crf;
use super::learn::Features;
use super::options::Options;
use super::read::{Labelled, Name, prepare, read_file};
use galley::document::entities::Label;
use galley::layers::entities::forms::Forms;
use galley::layers::entities::tagger::model::Model;
use galley::layers::entities::tagger::propose_with;
use galley::layers::entities::tagger::tags;
use std::collections::BTreeSet;

const SETS: [&str; 5] =
    ["en-worldwide-newswire.dev", "conll2003.testa", "gum-news.dev", "gum-interview.dev", "gmb.dev"];

type Counts = [[usize; 3]; 3];

/// Scores the finished model.
pub fn check_model(model: &Model, options: &Options) -> Result<(), String> {
    each_set(options, |articles| {
        let mut counts = Counts::default();
        for article in articles {
            let tokens = galley::tokens::tokenize(&article.text);
            let sentences = galley::sentences::split(&article.text, &tokens);
            let found =
                propose_with(model, &article.text, &tokens, &Forms::read(&article.text, &tokens), &sentences);
            let names = found.iter().map(|p| Name {
                start: p.range.start(),
                end: p.range.end(),
                kind: kind_of_label(p.label),
            });
            let names: Vec<Name> = names.collect();
            if options.errors {
                show_errors(article, &names);
            }
            count(article, &names, &mut counts);
        }
        counts
    })
}

/// Scores a model in training.
pub fn check_crf(crf: &mut Crf, features: &Features, options: &Options, model: &Model) -> Result<(), String> {
    each_set(options, |articles| {
        let mut counts = Counts::default();
        for article in articles {
            let prepared = prepare(article, true, model);
            let mut read = |prepared: &super::read::Prepared| {
                let mut tags = Vec::new();
                for sentence in &prepared.sentences {
                    let example =
                        features.example(&prepared.page, sentence, &prepared.allowed, 1.0, &options.drop);
                    tags.extend(crf.read(&example).0);
                }
                tags
            };
            let tags = read(&prepared);
            count(article, &names_of(&tags, &prepared.tokens), &mut counts);
        }
        counts
    })
}

/// The kind of the sources that a label belongs to.
pub fn kind_of_label(label: Label) -> usize {
    match label {
        Label::Person => 0,
        Label::Organisation => 1,
        Label::Place => 2,
        _ => 3,
    }
}

/// The names that a sequence of tags marks.
pub fn names_of(tags: &[u8], tokens: &[galley::tokens::Token]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (token, &tag) in tokens.iter().zip(tags) {
        let tag = usize::from(tag);
        if tag == tags::OUTSIDE {
            continue;
        }
        match names.last_mut() {
            Some(name) if tags::goes_on(tag) => name.end = token.end(),
            _ => names.push(Name { start: token.start(), end: token.end(), kind: tags::kind(tag) }),
        }
    }
    names
}

/// Hands on the name and the articles of each set.
pub fn read_sets(options: &Options, mut each: impl FnMut(&str, Vec<Labelled>)) -> Result<(), String> {
    let Some(folder) = &options.check else { return Ok(()) };
    for set in SETS {
        each(set, read_file(&folder.join(format!("{set}.jsonl.gz")))?);
    }
    Ok(())
}

fn each_set(options: &Options, mut score: impl FnMut(&[Labelled]) -> Counts) -> Result<(), String> {
    read_sets(options, |set, articles| {
        let counts = score(&articles);
        let all = counts.iter().fold([0; 3], |sum, c| std::array::from_fn(|at| sum[at] + c[at]));
        let [person, organisation, place] = counts.map(f1);
        eprintln!("  {set:<26} {:.2}  PER {person:.1} ORG {organisation:.1} PLACE {place:.1}", f1(all));
    })
}

/// Prints each wrong or missing name with a few words around it.
pub fn show_errors(article: &Labelled, found: &[Name]) {
    let norm = |name: &Name| super::conventions::trim_only(&article.text, *name);
    let wanted: Vec<Name> = article.names.iter().map(norm).collect();
    let found: Vec<Name> = found.iter().map(norm).collect();
    let kinds = ["PER", "ORG", "PLACE", "REST"];
    let around = |name: &Name| {
        let before: String = article.text[..name.start].chars().rev().take(30).collect();
        let after: String = article.text[name.end..].chars().take(30).collect();
        let before: String = before.chars().rev().collect();
        format!("{before}[{}]{after}", &article.text[name.start..name.end]).replace('\n', " / ")
    };
    for name in wanted.iter().filter(|name| !found.contains(name)) {
        let other = found.iter().find(|f| f.start < name.end && name.start < f.end);
        let read = other
            .map_or("missed".to_owned(), |f| format!("{} {}", kinds[f.kind], &article.text[f.start..f.end]));
        println!("{}\t{}\t{read}\t{}", article.id, kinds[name.kind], around(name));
    }
    for name in found.iter().filter(|f| !wanted.iter().any(|w| w.start < f.end && f.start < w.end)) {
        println!("{}\tnone\t{}\t{}", article.id, kinds[name.kind], around(name));
    }
}

/// From right, found and wanted.
pub fn f1([right, found, wanted]: [usize; 3]) -> f64 {
    200.0 * right as f64 / (found + wanted).max(1) as f64
}

/// Adds what of an article is right, found and wanted.
pub fn count(article: &Labelled, found: &[Name], counts: &mut Counts) {
    let norm = |name: &Name| {
        let name = super::conventions::trim_only(&article.text, *name);
        (name.start, name.end, name.kind)
    };
    let wanted: BTreeSet<_> = article.names.iter().map(norm).collect();
    let found: BTreeSet<_> = found.iter().map(norm).collect();
    for kind in 0..3 {
        counts[kind][0] += wanted.intersection(&found).filter(|name| name.2 == kind).count();
        counts[kind][1] += found.iter().filter(|name| name.2 == kind).count();
        counts[kind][2] += wanted.iter().filter(|name| name.2 == kind).count();
    }
}
