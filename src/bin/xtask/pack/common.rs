//! Words that are mostly written in lower case, counted in the training texts.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A word is kept from this many lower-case uses on…
const LEAST: u32 = 5;
/// …if capitals inside sentences are at most this many of a hundred uses.
const MOST_CAPITALS: u32 = 50;

/// Sorted words, one a line.
pub fn pack(data: &Path) -> Result<String, String> {
    let mut counts: BTreeMap<String, [u32; 2]> = BTreeMap::new();
    each_text(data, |text| count(text, &mut counts))?;
    let kept =
        |[lower, capital]: [u32; 2]| lower >= LEAST && capital * 100 <= (lower + capital) * MOST_CAPITALS;
    let kept = counts.into_iter().filter(|(_, uses)| kept(*uses));
    Ok(kept.map(|(word, _)| word + "\n").collect())
}

/// Every text of the training files, in the order of the files' names.
pub fn each_text(data: &Path, mut read: impl FnMut(&str)) -> Result<(), String> {
    let listing = std::fs::read_dir(data).map_err(|error| format!("{}: {error}", data.display()))?;
    let mut files: Vec<_> = listing.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|end| end == "gz")) {
        let unpacked = Command::new("gzip").arg("-dc").arg(path).output();
        let bytes = unpacked.map_err(|error| format!("gzip: {error}"))?.stdout;
        for line in String::from_utf8_lossy(&bytes).lines() {
            let document: Value = serde_json::from_str(line).map_err(|error| format!("{path:?}: {error}"))?;
            read(document["text"].as_str().unwrap_or_default());
        }
    }
    Ok(())
}

/// Counts lower-case uses, and capitalised ones that follow a lower-case word.
fn count(text: &str, counts: &mut BTreeMap<String, [u32; 2]>) {
    let mut after_lower = false;
    for word in text.split(' ') {
        let plain = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
        let letters = plain.len() > 1 && plain.bytes().all(|b| b.is_ascii_alphabetic());
        let lower = letters && plain.bytes().all(|b| b.is_ascii_lowercase());
        if lower {
            counts.entry(plain.to_owned()).or_default()[0] += 1;
        } else if letters && after_lower {
            counts.entry(plain.to_ascii_lowercase()).or_default()[1] += 1;
        }
        after_lower = lower && word.ends_with(|c: char| c.is_ascii_lowercase());
    }
}
