//! The engine that ships in the browser against the one linked here: for the same articles the page must get
//! the same bytes, every layer and finding, furniture too.

use crate::bench::reply;
use crate::tools::{self, E2E, command};
use galley::document::article::Article;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Every article is read without a day of publication and with this one.
const PUBLISHED: [Option<&str>; 2] = [None, Some("2025-02-09")];

/// Compares the results for every article of `tests/articles`.
pub fn check() -> Result<(), String> {
    let articles = articles(Path::new("tests/articles"))?;
    let input = "target/same-bytes.json";
    let texts: Vec<Value> =
        cases(&articles).map(|(_, text, day)| json!({"text": text, "published": day})).collect();
    fs::write(input, Value::from(texts).to_string()).map_err(|error| format!("{input}: {error}"))?;
    let script = format!("{E2E}/annotate.mjs");
    let written = tools::output(command("node").arg(script).arg(input))?;
    let written: Vec<Vec<u8>> =
        serde_json::from_str(&written).map_err(|error| format!("annotate.mjs: {error}"))?;
    if written.len() != articles.len() * PUBLISHED.len() || articles.is_empty() {
        return Err(format!("{} articles, but {} results", articles.len(), written.len()));
    }
    let differing: Vec<String> = cases(&articles)
        .zip(&written)
        .filter(|((_, text, day), wasm)| native(text, *day) != **wasm)
        .map(|((name, _, day), _)| format!("{name} ({})", day.unwrap_or("no day")))
        .collect();
    if differing.is_empty() {
        println!("   {} articles, {} results, every byte the same", articles.len(), written.len());
        return Ok(());
    }
    Err(format!("these come out otherwise in the browser: {}", differing.join(", ")))
}

/// Every article of a folder, by its name.
pub fn articles(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut found = Vec::new();
    for path in crate::build::files(folder)? {
        if path.extension().is_some_and(|ending| ending == "txt") {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            found.push((path.display().to_string(), text));
        }
    }
    Ok(found)
}

/// Each of them with each day.
pub fn cases(articles: &[(String, String)]) -> impl Iterator<Item = (&str, &str, Option<&'static str>)> {
    articles.iter().flat_map(|(name, text)| PUBLISHED.map(|day| (name.as_str(), text.as_str(), day)))
}

fn native(text: &str, published: Option<&str>) -> Vec<u8> {
    let published = published.and_then(|day| day.parse().ok());
    reply(Article { published, ..Article::plain(text) })
}
