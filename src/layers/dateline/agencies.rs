//! The world's agencies, as datelines and credits write them.

use std::sync::OnceLock;

const AGENCIES: &str = include_str!("../../resources/agencies.tsv");

/// Whether the words name an agency of the table; several may share a dateline ("AP/Reuters").
///
/// A name in capitals ("AP") must be written so; others may be written in capitals too.
pub fn is_agency(words: &str) -> bool {
    let words = words.trim_matches(|c: char| c.is_whitespace() || c == '-' || c == '/');
    is_listed(words)
        || (words.contains(['/', ',']) && words.split(['/', ',']).any(|part| is_listed(part.trim())))
}

fn is_listed(words: &str) -> bool {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let rows = AGENCIES.lines().filter(|line| !line.starts_with('#'));
        let written = rows.filter_map(|row| row.split('\t').next());
        let mut names: Vec<_> = written.flat_map(|name| [name.to_owned(), name.to_uppercase()]).collect();
        names.sort_unstable();
        names.dedup();
        names
    });
    words.len() < 40 && names.binary_search_by(|name| name.as_str().cmp(words)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_alone_together_and_in_capitals() {
        for name in ["Reuters", "REUTERS", "AP", "AP/Reuters", "BUSINESS WIRE", "dpa"] {
            assert!(is_agency(name), "{name}");
        }
        for name in ["reuters", "Ap", "File", "", "AP Photo"] {
            assert!(!is_agency(name), "{name}");
        }
    }
}
