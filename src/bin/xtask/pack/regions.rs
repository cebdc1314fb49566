//! Provinces, counties and other divisions of all countries but the United States.

use super::sources::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// Words that say what the division is; newspapers leave them out or write another.
const KINDS: [&str; 22] = [
    "Province",
    "Region",
    "District",
    "Department",
    "County",
    "City",
    "Town",
    "Territory",
    "Republic",
    "Oblast",
    "Oblasty",
    "oblast",
    "oblast’",
    "oblast'",
    "voblast",
    "voblast'",
    "Krai",
    "Okrug",
    "kraj",
    "županija",
    "Division",
    "Prefecture",
];

/// Names that are other things as well, or no names.
const OTHERS: [&str; 27] = [
    "Island",
    "Islands",
    "Cay",
    "Bay",
    "River",
    "Atoll",
    "Rock",
    "Point",
    "Harbour",
    "Bank",
    "Highlands",
    "Saint",
    "St.",
    "Sveti",
    "Sveta",
    "Distrito",
    "Wilayah",
    "Republic",
    "Armed",
    "Iles",
    "Central",
    "North",
    "South",
    "East",
    "West",
    "Grand",
    "Upper",
];

/// Blocks headed `#country`; names that two countries have are left out.
pub fn regions(sources: &Sources) -> Result<String, String> {
    let countries = sources.json("country-region-data", "data.json")?;
    let mut names: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for country in countries.as_array().into_iter().flatten() {
        let code = country["countryShortCode"].as_str().unwrap_or_default();
        let regions = country["regions"].as_array().into_iter().flatten();
        for name in regions.filter_map(|region| region["name"].as_str()).flat_map(|name| name.split('/')) {
            if let Some(name) = written(name).filter(|_| code != "US") {
                let mut key = String::new();
                galley::resources::fold(&mut key, name);
                names.entry(key).or_default().insert((code.to_owned(), name.to_owned()));
            }
        }
    }
    let mut blocks: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for mut places in names.into_values().filter(|places| places.len() == 1) {
        if let Some((code, name)) = places.pop_first() {
            blocks.entry(code).or_default().insert(name);
        }
    }
    let block = |(code, names): (String, BTreeSet<String>)| {
        let lines: String = names.iter().map(|name| format!("{name}\n")).collect();
        format!("#{code}\n{lines}")
    };
    Ok(blocks.into_iter().map(block).collect())
}

/// A division's name as a newspaper writes it.
fn written(name: &str) -> Option<&str> {
    let name = name.split(['(', ',', '[']).next()?.trim();
    let name = KINDS.iter().find_map(|kind| name.strip_suffix(kind)?.strip_suffix(' ')).unwrap_or(name);
    let name = name.strip_suffix("-do").unwrap_or(name);
    let plain = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'));
    let mut words = name.split(' ');
    let other = words.any(|word| OTHERS.contains(&word) || word == "and");
    (name.len() > 3 && plain && !other && name.starts_with(char::is_uppercase)).then_some(name)
}
