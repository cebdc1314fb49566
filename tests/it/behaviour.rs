//! The behaviour suite: sentences made from templates, and what an editor insists on in each.
//!
//! `tests/behaviour/README.md` tells how a template is written. What is not right yet stands in
//! `tests/behaviour/open.tsv` with its reason: a template may fail in as many sentences as are listed there, and
//! in no more. `UPDATE_BEHAVIOUR=1 cargo test --test it behaviour` takes out what has become right; it adds nothing.

mod checks;

mod house;

mod lists;

mod seen;

mod template;

mod words;

use self::lists::Lists;
use self::seen::Seen;
use self::template::{Sentence, Template};
use galley::annotate::annotate;
use galley::document::article::Article;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// How many templates and sentences there are at least.
const TEMPLATES: usize = 580;
const SENTENCES: usize = 10_000;

/// Of a thousand sentences at least so many are right.
const FLOOR: usize = 780;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/behaviour")
}

/// All templates, file by file; no two of one name.
fn templates() -> Vec<Template> {
    let files = fs::read_dir(folder()).expect("tests/behaviour is there");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a readable entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let read = |path| fs::read_to_string(path).expect("templates are text");
    let all: Vec<Template> = paths.iter().map(read).flat_map(|file| template::parse(&file)).collect();
    let mut names: Vec<&str> = all.iter().map(|template| template.name.as_str()).collect();
    names.sort();
    let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "two templates of one name");
    all
}

/// What is not right yet, by template: in how many sentences, and why.
fn open() -> BTreeMap<String, (usize, String)> {
    let file = fs::read_to_string(folder().join("open.tsv")).expect("open.tsv is there");
    let rows = file.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_else(|| panic!("open.tsv: name, number, reason: {line:?}"));
        let (name, number, reason) = (cell(), cell(), cell());
        (name.to_owned(), (number.parse().expect("a number"), reason.to_owned()))
    });
    rows.collect()
}

/// What is wrong in a sentence, a line a check.
fn wrong(sentence: &Sentence) -> Vec<String> {
    let published = sentence.published.as_ref().map(|day| day.parse().expect("a day like 2026-03-10"));
    let document = annotate(Article { published, ..Article::plain(sentence.text.clone()) });
    let seen = Seen::new(&document);
    let failed = sentence.checks.iter().filter(|check| !checks::holds(check, &seen));
    failed.map(|check| format!("    wanted {}", check.line)).collect()
}

/// One template's outcome.
struct Outcome {
    sentences: usize,
    failed: usize,
    /// The first sentences that fail, with what was wanted.
    shown: String,
}

fn judge(template: &Template, lists: &Lists) -> Outcome {
    let sentences = template.sentences(lists);
    let mut outcome = Outcome { sentences: sentences.len(), failed: 0, shown: String::new() };
    for sentence in &sentences {
        let lines = wrong(sentence);
        outcome.failed += usize::from(!lines.is_empty());
        if !lines.is_empty() && outcome.failed <= 2 {
            let text = sentence.text.replace('\n', "⏎");
            writeln!(outcome.shown, "  {}\n  {text}\n{}", template.name, lines.join("\n")).expect("a string");
        }
    }
    outcome
}

/// Half of the templates on each of two threads: the suite is the longest test of all.
fn judge_all(templates: &[Template]) -> Vec<Outcome> {
    let lists = Lists::read(&folder().join("lists.tsv"));
    let judged = |part: &[Template]| part.iter().map(|t| judge(t, &lists)).collect::<Vec<_>>();
    let (first, second) = templates.split_at(templates.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| judged(second));
        let mut outcomes = judged(first);
        outcomes.extend(other.join().expect("no check panics"));
        outcomes
    })
}

#[test]
fn behaviour() {
    let (templates, mut open) = (templates(), open());
    let outcomes = judge_all(&templates);
    let (mut worse, mut better) = (String::new(), String::new());
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (template, outcome) in templates.iter().zip(&outcomes) {
        let kind = kinds.entry(&template.kind).or_default();
        *kind = (kind.0 + outcome.sentences - outcome.failed, kind.1 + outcome.sentences);
        let listed = open.get(&template.name).map_or(0, |row| row.0);
        if outcome.failed > listed {
            let (failed, of) = (outcome.failed, outcome.sentences);
            writeln!(worse, "{failed} of {of} fail, {listed} are listed\n{}", outcome.shown)
                .expect("a string");
        } else if outcome.failed < listed {
            writeln!(better, "{}: {} fail, {listed} are listed", template.name, outcome.failed)
                .expect("a string");
            open.get_mut(&template.name).expect("it is listed").0 = outcome.failed;
        }
    }
    for (kind, (right, all)) in &kinds {
        println!("{right:5} of {all:5}  {:5.1} %  {kind}", 100.0 * *right as f64 / *all as f64);
    }
    let sum = |count: fn(&Outcome) -> usize| outcomes.iter().map(count).sum::<usize>();
    let (all, failed) = (sum(|o| o.sentences), sum(|o| o.failed));
    println!("{} of {all} right, {} templates", all - failed, templates.len());
    println!("{better}");
    if std::env::var_os("SHOW_BEHAVIOUR").is_some() {
        outcomes.iter().for_each(|outcome| print!("{}", outcome.shown));
    }
    if std::env::var_os("UPDATE_BEHAVIOUR").is_some() {
        shrink(&open);
    }
    let unknown = open.keys().find(|name| !templates.iter().any(|t| t.name == **name));
    assert_eq!(unknown, None, "open.tsv lists a template that is not there");
    assert!(worse.is_empty(), "{worse}");
    assert!(
        templates.len() >= TEMPLATES && all >= SENTENCES,
        "{} templates, {all} sentences",
        templates.len()
    );
    assert!((all - failed) * 1000 >= FLOOR * all, "{} of {all} are right", all - failed);
}

/// Writes the list again, without what has become right.
fn shrink(open: &BTreeMap<String, (usize, String)>) {
    let path = folder().join("open.tsv");
    let old = fs::read_to_string(&path).expect("open.tsv is there");
    let mut file: String =
        old.lines().filter(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    for (name, (failed, reason)) in open.iter().filter(|(_, (failed, _))| *failed > 0) {
        writeln!(file, "{name}\t{failed}\t{reason}").expect("a string");
    }
    fs::write(path, file).expect("open.tsv can be written");
}
