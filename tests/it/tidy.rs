//! The order of the house: what lies where, what may use what, and how long a file may be.

use galley::text::checksum;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of code a file may have: tests at its end, comments and empty lines are not counted.
const LONGEST: usize = 300;

/// Files that are one table or one state machine, and say so in their head.
const LONGER: &[(&str, usize)] =
    &[("src/bin/xtask/train/crf.rs", 320), ("src/layers/entities/pieces.rs", 560)];

/// What each room may use of `crate::`; a file falls under the first line that begins its path.
const ROOMS: &[(&str, &[&str])] = &[
    ("src/text/", &["text"]),
    ("src/tokens", &["text", "tokens"]),
    ("src/sentences", &["text", "tokens", "sentences"]),
    ("src/document/", &["text", "document"]),
    // Tables speak of kinds of place and of gender, and fold words as the text's tokens do.
    ("src/resources/", &["text", "tokens", "document", "resources"]),
    ("src/layers/", &["text", "tokens", "patterns", "sentences", "document", "resources", "layers"]),
    ("src/annotate.rs", &["text", "tokens", "sentences", "document", "layers"]),
    // Above this line nothing names a finder.
    ("src/review", &["text", "document", "review"]),
    ("src/desk/", &["text", "document", "review", "desk"]),
    ("src/checks/", &["text", "document", "checks"]),
    // What can be decided about a mark is shown with how far that reaches.
    ("src/view/", &["text", "document", "checks", "review", "view"]),
    ("src/standoff/", &["text", "document", "standoff"]),
    // Formats that label words are written in Galley's own words and sentences, which any text has.
    ("src/export/", &["text", "tokens", "sentences", "document", "checks", "view", "standoff", "export"]),
    ("src/import/", &["text", "document", "standoff", "import"]),
    ("src/sample", &["text", "document", "protocol"]),
    ("src/protocol", &["document", "checks"]),
    // It keeps which layers were shown.
    ("src/kept.rs", &["text", "document", "review", "desk", "protocol", "view", "kept"]),
    ("src/library/", &["text", "protocol", "library"]),
    // It answers with what formats write and read, and with what the browser keeps.
    ("src/exchange/", &["document", "review", "view", "export", "import", "protocol", "kept", "exchange"]),
    // Both ends and all formats, for programs.
    ("src/api/", &["text", "document", "annotate", "standoff", "export", "import", "api"]),
    (
        "src/ui/",
        &[
            "text", "document", "review", "desk", "checks", "view", "export", "import", "protocol", "kept",
            "library", "exchange", "sample", "ui",
        ],
    ),
];

/// Where the browser may be touched.
const BROWSER: &[&str] = &["src/ui/dom", "src/bin/"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder, with its path from the root written with slashes.
fn files(folder: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.expect("a readable entry").path()) {
            if path.is_dir() {
                folders.extend((!path.ends_with("node_modules")).then_some(path));
            } else {
                let name = path.strip_prefix(root()).expect("it lies in the house").to_string_lossy();
                found.push((name.replace('\\', "/"), path));
            }
        }
    }
    found.sort();
    found
}

/// Every Rust file of `src` but the tests, with its text.
fn sources() -> Vec<(String, String)> {
    let rust = files("src").into_iter().filter(|(name, _)| name.ends_with(".rs"));
    let code = rust.filter(|(name, _)| !name.ends_with("tests.rs"));
    code.map(|(name, path)| (name, fs::read_to_string(path).expect("source is text"))).collect()
}

/// The code of a file: what stands above its tests, without comments.
fn code(source: &str) -> impl Iterator<Item = &str> {
    let end = source.find("#[cfg(test)]\nmod tests {").unwrap_or(source.len());
    source[..end].lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn nothing_wrong(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_engine_does_not_touch_the_browser() {
    let inside = sources().into_iter().filter(|(name, _)| !BROWSER.iter().any(|room| name.starts_with(room)));
    let touching = inside.filter(|(_, source)| code(source).any(|line| line.contains("web_sys")));
    nothing_wrong(touching.map(|(name, _)| format!("{name} uses web_sys; only {BROWSER:?} may")).collect());
}

#[test]
fn rooms_use_only_what_the_plan_allows() {
    let mut wrong = Vec::new();
    for (name, source) in sources() {
        let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| name.starts_with(room)) else { continue };
        for used in code(&source).flat_map(rooms_used) {
            if !allowed.contains(&used.as_str()) {
                wrong.push(format!("{name} uses crate::{used}; it may use {allowed:?}"));
            }
        }
    }
    wrong.dedup();
    nothing_wrong(wrong);
}

/// The rooms a line of code names: `crate::text::…`, `use crate::{text, tokens};`.
fn rooms_used(line: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let list = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
        for part in list.map_or(vec![rest], |list| list.split(',').collect()) {
            let name: String = part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            rooms.extend((!name.is_empty()).then_some(name));
        }
    }
    rooms
}

/// A circle of imports is one idea in several files, none of which can be read by itself. That a file declares another
/// with `mod` is no import; what it hands on with `pub use` is its own.
#[test]
fn no_circle_of_imports_between_files() {
    let house = sources().into_iter().filter(|(name, _)| !name.starts_with("src/bin/"));
    let files: BTreeMap<String, String> = house.map(|(name, source)| (module(&name), source)).collect();
    let mut uses: BTreeMap<&String, BTreeSet<&String>> =
        files.iter().map(|(file, source)| (file, imports(file, source, &files))).collect();
    // What is left once all have gone that use none of the others, or that none of the others uses.
    let mut count = 0;
    while count != uses.len() {
        count = uses.len();
        let used: BTreeSet<&String> = uses.values().flatten().copied().collect();
        let left: BTreeSet<&String> = uses.keys().copied().filter(|file| used.contains(file)).collect();
        uses.values_mut().for_each(|used| used.retain(|file| left.contains(file)));
        uses.retain(|file, used| left.contains(file) && !used.is_empty());
    }
    nothing_wrong(uses.iter().map(|(file, used)| format!("{file} uses {used:?}, in a circle")).collect());
}

/// `src/ui/edit/mod.rs` is `ui::edit`.
fn module(file: &str) -> String {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.replace('/', "::")
}

/// The other files that a file names in its code.
fn imports<'f>(file: &str, source: &str, files: &'f BTreeMap<String, String>) -> BTreeSet<&'f String> {
    let paths = paths(&code(source).collect::<Vec<_>>().join("\n"));
    let in_full = |path: &str| match path.split_once("::") {
        Some(("crate", rest)) => rest.to_owned(),
        _ => {
            let (mut path, mut from) = (path.trim_start_matches("self::"), Some(file));
            while let Some(rest) = path.strip_prefix("super::") {
                (path, from) = (rest, from.and_then(|from| from.rsplit_once("::")).map(|(above, _)| above));
            }
            from.map_or(path.to_owned(), |from| [from, "::", path].concat())
        }
    };
    let imported: Vec<String> = paths.iter().map(|path| in_full(path)).collect();
    // "edit::leave" where "super::edit" is imported.
    let by_name = |path: &String| {
        let (name, rest) = path.split_once("::")?;
        let is_named =
            |module: &&String| files.contains_key(*module) && module.rsplit("::").next() == Some(name);
        Some([imported.iter().find(is_named)?, "::", rest].concat())
    };
    let all = imported.iter().cloned().chain(paths.iter().filter_map(by_name));
    let found = all.filter_map(|path| {
        let ends = path.match_indices("::").map(|(at, _)| at).chain([path.len()]);
        ends.filter_map(|end| files.get_key_value(&path[..end])).last().map(|(found, _)| found)
    });
    found.filter(|found| *found != file).collect()
}

/// The paths in code, lists taken apart: `super::{a, b::C}` is `super::a` and `super::b::C`.
fn paths(code: &str) -> Vec<String> {
    let apart = |c: char| if c.is_alphanumeric() || c == '_' { c.to_string() } else { format!(" {c} ") };
    let spaced: String = code.chars().map(apart).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let is_name = words[at].starts_with(|c: char| c.is_alphabetic() || c == '_');
        // "pub(in crate::layers)" says who may see it.
        let is_seen = words[..at].ends_with(&["(", "in"]);
        at = if is_name && !is_seen && goes_on(&words, at) {
            path(&words, at, "", &mut found)
        } else {
            at + 1
        };
    }
    found
}

fn goes_on(words: &[&str], at: usize) -> bool {
    words[at + 1..].starts_with(&[":", ":"]) && words.get(at + 3).is_some_and(|next| *next != "<")
}

/// Reads the path that begins at a word, or each of a list of them; gives the word behind it.
fn path(words: &[&str], mut at: usize, before: &str, found: &mut Vec<String>) -> usize {
    let mut whole = before.to_owned();
    while words[at] != "{" {
        whole += words[at];
        if !goes_on(words, at) {
            found.push(whole);
            return at + 1;
        }
        whole += "::";
        at += 3;
    }
    while words[at] != "}" {
        let is_between = matches!(words[at], "{" | ",");
        at = if is_between && words[at + 1] != "}" { path(words, at + 1, &whole, found) } else { at + 1 };
    }
    at + 1
}

#[test]
fn files_stay_short() {
    let mut wrong = Vec::new();
    for (name, source) in sources() {
        let lines = code(&source).filter(|line| !line.trim().is_empty()).count();
        let limit = LONGER.iter().find(|(longer, _)| *longer == name).map_or(LONGEST, |(_, limit)| *limit);
        if lines > limit {
            wrong.push(format!("{name} has {lines} lines of code, more than {limit}: look for two ideas"));
        }
    }
    nothing_wrong(wrong);
}

#[test]
fn nothing_in_the_project_reads_from_outside() {
    let reads =
        |line: &str| line.contains("shared/data") || line.contains("shared/bench") || line.contains("/work/");
    let wrong = sources()
        .into_iter()
        .filter(|(name, source)| !name.starts_with("src/bin/xtask") && code(source).any(reads));
    nothing_wrong(wrong.map(|(name, _)| format!("{name} reads from outside the project")).collect());
}

/// Packed tables are no source: each says in a CARD where it comes from, and is the one it names.
#[test]
fn every_packed_resource_has_its_card() {
    let packed = files("src/resources")
        .into_iter()
        .filter(|(name, _)| name.starts_with("src/resources/packed/") || name.ends_with(".bin"));
    let cards: String = files("src/resources")
        .into_iter()
        .filter(|(name, _)| name.ends_with("CARD.md"))
        .map(|(_, path)| fs::read_to_string(path).expect("a card is text"))
        .collect();
    let mut wrong = Vec::new();
    for (name, path) in packed {
        let file = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let sum = checksum(&fs::read(&path).expect("a resource is readable"));
        let line = format!("checksum of `{file}`: {sum:016x}");
        if !cards.lines().any(|told| told == line) {
            wrong.push(format!("{name} is not the file that a card names; this one has the {line}"));
        }
    }
    nothing_wrong(wrong);
}

/// Tables of words say in their first line where they come from and under which licence.
#[test]
fn every_table_says_where_it_comes_from() {
    let tables =
        files("src").into_iter().filter(|(name, _)| name.ends_with(".tsv") || name.contains("/tables/"));
    let bare =
        tables.filter(|(_, path)| !fs::read_to_string(path).expect("a table is text").starts_with('#'));
    nothing_wrong(bare.map(|(name, _)| format!("{name} has no line about its origin")).collect());
}

/// The article that came with the first request is not ours to copy: where it lies beside the
/// project, no sentence of it may stand inside.
#[test]
fn nobody_elses_article_is_in_here() {
    let Ok(article) = fs::read_to_string(root().join("../shared/data/user/article.txt")) else { return };
    let long = |sentence: &&str| sentence.len() > 40;
    let sentences: Vec<&str> = article.split(['\n', '.']).map(str::trim).filter(long).collect();
    let mut wrong = Vec::new();
    for (name, path) in ["src", "tests", "style"].into_iter().flat_map(files) {
        let Ok(text) = fs::read_to_string(path) else { continue };
        wrong.extend(sentences.iter().filter(|s| text.contains(**s)).map(|s| format!("{name}: {s}")));
    }
    nothing_wrong(wrong);
}
