//! The project's own texts and pages, as lessons beside the others.

use super::learn::Lesson;
use super::pages::{Label, labelled};
use galley::article::Article;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Result<Vec<PathBuf>, String> {
    let files = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut files: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

/// The project's own texts, as plain ones.
pub fn lessons() -> Result<Vec<Lesson>, String> {
    let mut all = short()?;
    all.extend(pasted()?);
    Ok(all)
}

/// The project's short texts (`tests/structure`), each line with its part.
fn short() -> Result<Vec<Lesson>, String> {
    let files = files("tests/structure")?;
    let read = |file: &std::path::PathBuf| {
        let written = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
        let rows: Vec<(&str, String)> = written
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(part, words)| (part, words.replace('|', "\n")))
            .collect();
        let text: Vec<&str> = rows.iter().map(|(_, words)| words.as_str()).collect();
        let article = Article::plain(text.join("\n"));
        let mut starts = Vec::new();
        let mut at = 0;
        for (part, words) in &rows {
            for line in words.split('\n') {
                starts.push((at, *part));
                at += line.chars().count() + 1;
            }
        }
        let label_of = |start: usize, _: &str| {
            let row = starts.partition_point(|(at, _)| *at <= start).saturating_sub(1);
            match starts[row].1 {
                "furniture" => Label::Out,
                "headline" | "deck" | "byline" | "timestamp" | "caption" | "credit" => Label::Fair,
                _ => Label::In,
            }
        };
        Ok(labelled(&article, usize::MAX, label_of))
    };
    files.iter().map(read).collect()
}

/// The project's own whole pages (`tests/pages`), each line with the parts it may have.
fn pasted() -> Result<Vec<Lesson>, String> {
    let mut files = files("tests/pages")?;
    files.retain(|path| {
        path.with_extension("html").is_file() && path.extension().is_some_and(|end| end == "tsv")
    });
    files.iter().map(|path| pasted_page(path)).collect()
}

fn pasted_page(path: &Path) -> Result<Lesson, String> {
    let written = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let mut labels = HashMap::new();
    let mut text = String::new();
    for row in written.lines().filter(|row| !row.starts_with("# ")) {
        let (parts, words) = row.split_once('\t').unwrap_or_default();
        labels.insert(words.trim(), label(parts));
        text += words;
        text.push('\n');
    }
    let article = Article::plain(text.clone());
    let label_of = |_: usize, line: &str| labels.get(line).copied().unwrap_or(Label::Open);
    Ok(labelled(&article, usize::MAX, label_of))
}

/// A line that may be the page's or the article's teaches nothing.
fn label(parts: &str) -> Label {
    let is = |part: &str| match part {
        "furniture" | "alt" => Label::Out,
        "body" | "subheading" | "list" | "table" | "correction" | "update" => Label::In,
        _ => Label::Fair,
    };
    let mut labels = parts.split('|').map(is);
    let first = labels.next().unwrap_or(Label::Open);
    if labels.all(|label| label == first) { first } else { Label::Fair }
}
