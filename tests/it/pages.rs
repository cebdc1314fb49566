//! Whole news pages, pasted: every line of `tests/pages` gets its part.
//!
//! `tests/pages/README.md` tells the format. What was reached stands in `tests/pages/scores.tsv`.

use galley::annotate::annotate;
use galley::document::Document;
use galley::document::article::Article;
use galley::view::verdict::{Verdict, verdict};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One line of a page: the parts it may have, and its words.
struct Line {
    parts: Vec<String>,
    words: String,
}

impl Line {
    /// Whether the part is one of the line's own. An alternative text is left out; "any" may be anything.
    fn is(&self, part: &str) -> bool {
        self.parts.iter().any(|own| match own.as_str() {
            "any" => true,
            "alt" => part == "furniture",
            own => own == part,
        })
    }

    /// Whether the line is rightly kept or rightly left out, whatever its part is called.
    fn is_kept_rightly(&self, part: &str) -> bool {
        let kept = |part: &str| part != "furniture" && part != "alt";
        self.is(part) || self.parts.iter().any(|own| kept(own) == kept(part))
    }
}

/// A page as it is pasted, and what is to be found in it.
struct Page {
    name: String,
    /// `authors`, `day`, `kinds`, `verdict`.
    head: BTreeMap<String, String>,
    /// The plain paste.
    text: String,
    /// The page itself, as it is pasted rich.
    html: String,
    lines: Vec<Line>,
}

fn read(path: &Path) -> Page {
    let written = fs::read_to_string(path).expect("a page is UTF-8 text");
    let (mut head, mut text, mut lines) = (BTreeMap::new(), String::new(), Vec::new());
    for row in written.lines() {
        if let Some((key, value)) = row.strip_prefix("# ").and_then(|row| row.split_once(": ")) {
            head.insert(key.to_owned(), value.to_owned());
        } else if let Some((parts, words)) = row.split_once('\t') {
            let parts = parts.split('|').map(str::to_owned).collect();
            lines.push(Line { parts, words: words.to_owned() });
            text += words;
            text.push('\n');
        } else {
            text.push('\n');
        }
    }
    let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    let html = fs::read_to_string(path.with_extension("html")).expect("a page is UTF-8 text");
    Page { name, head, text, html, lines }
}

fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = fs::read_dir(folder).expect("tests/pages is there");
    let mut files: Vec<_> = files.map(|file| file.expect("a readable entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    files.retain(|path| path.file_stem().is_some_and(|name| name != "scores"));
    files.sort();
    files.iter().map(|path| read(path)).collect()
}

/// Counts of what is right, by name, and everything that is wrong, a line each.
#[derive(Default)]
struct Report {
    right: BTreeMap<String, (u32, u32)>,
    wrong: String,
}

impl Report {
    fn count(&mut self, figure: String, right: bool) {
        let (reached, all) = self.right.entry(figure).or_default();
        *reached += u32::from(right);
        *all += 1;
    }

    /// Compares one flavour of a page with its lines.
    fn compare(&mut self, flavour: &str, page: &Page, document: &Document) {
        let mut flawless = true;
        for (line, part) in lines_of(page, document, flavour == "html") {
            let right = line.is(part);
            self.count(format!("{flavour} kept or left"), line.is_kept_rightly(part));
            self.count(format!("{flavour} parts"), right);
            flawless &= right;
            if !right {
                let wanted = line.parts.join("|");
                self.wrong += &format!("{flavour} {}: {part}, not {wanted}: {}\n", page.name, line.words);
            }
        }
        self.count(format!("{flavour} flawless pages"), flawless);
        let wanted = page.head.get("verdict").map_or("", String::as_str);
        let found = verdict(document).map_or("", Verdict::name);
        self.compare_fact(&format!("{flavour} verdict"), page, wanted, found);
        if let Some(wanted) = page.head.get("authors") {
            let found = authors(document);
            self.compare_fact(&format!("{flavour} authors"), page, wanted, &found);
        }
        if let Some(wanted) = page.head.get("day") {
            let found = document.layers.anchor.map(|anchor| anchor.day.to_string()).unwrap_or_default();
            self.compare_fact(&format!("{flavour} day"), page, wanted, &found);
        }
    }

    fn compare_fact(&mut self, figure: &str, page: &Page, wanted: &str, found: &str) {
        let right = wanted.to_lowercase() == found.to_lowercase();
        self.count(figure.to_owned(), right);
        if !right {
            self.wrong += &format!("{figure} {}: “{found}”, not “{wanted}”\n", page.name);
        }
    }
}

/// The authors' names in the order of the page, once each.
fn authors(document: &Document) -> String {
    let mut names: Vec<&str> = Vec::new();
    for author in &document.layers.authors {
        let name = document.words(author.name);
        if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    names.join("; ")
}

/// Every line of the document with the page's own, and the part of the paragraph around it.
///
/// Rich text has no alternative texts and no buttons, so lines of the page may be missing there. A line without a
/// paragraph (it holds no letter) is left out of the article like furniture.
fn lines_of<'a>(page: &'a Page, document: &'a Document, rich: bool) -> Vec<(&'a Line, &'static str)> {
    let there = |line: &&Line| !rich || line.parts != ["alt"];
    let (mut found, mut left, mut at) = (Vec::new(), page.lines.iter().filter(there), 0);
    let structure = &document.layers.structure;
    for words in document.article.text.split_inclusive('\n') {
        let (start, end) = (at, at + words.len());
        at = end;
        if words.trim().is_empty() {
            continue;
        }
        let paragraph = structure.partition_point(|paragraph| paragraph.range.end() <= start);
        let paragraph = structure.get(paragraph).filter(|paragraph| paragraph.range.start() < end);
        let part = paragraph.map_or("furniture", |paragraph| paragraph.part.name());
        // Boxes that stand side by side are one line of rich text.
        let mut rest = bare(words);
        while !rest.is_empty() {
            let next = left.find(|line| rest.starts_with(&bare(&line.words)));
            let line = next.unwrap_or_else(|| panic!("{}: no such line: {words}", page.name));
            rest.drain(..bare(&line.words).len());
            found.push((line, part));
        }
    }
    found
}

/// The letters and signs of a line, without what parts them.
fn bare(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_line_of_a_pasted_page_has_its_part() {
    let mut report = Report::default();
    for page in pages() {
        let document = annotate(Article::plain(page.text.clone()));
        report.compare("plain", &page, &document);
        let document = annotate(galley::import::html::read(&page.html).article);
        report.compare("html", &page, &document);
    }
    // Shown with `-- --nocapture`.
    println!("{}", report.wrong);
    report.right.iter().for_each(|(name, (right, all))| println!("{name}\t{right}\tof {all}"));
    let floors = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/scores.tsv");
    let floors = fs::read_to_string(floors).expect("scores.tsv is there");
    for row in floors.lines().filter(|row| !row.starts_with('#')) {
        let (name, floor) = row.split_once('\t').expect("a name, a tab, a floor");
        let floor: u32 = floor.parse().expect("a floor is a whole number");
        let reached = report.right.get(name).expect("a known figure").0;
        assert!(reached >= floor, "{name}: {reached} is below its floor, {floor}\n{}", report.wrong);
    }
}

#[test]
fn every_kind_of_page_stands_in_three_pages() {
    let mut kinds: BTreeMap<String, u32> = BTreeMap::new();
    let pages = pages();
    for kind in pages.iter().filter_map(|page| page.head.get("kinds")).flat_map(|kinds| kinds.split(' ')) {
        *kinds.entry(kind.to_owned()).or_default() += 1;
    }
    assert_eq!(kinds.len(), 22, "{kinds:?}");
    assert!(kinds.values().all(|pages| *pages >= 3), "{kinds:?}");
    assert!(pages.iter().filter(|page| page.head.contains_key("kinds")).count() >= 40);
}
