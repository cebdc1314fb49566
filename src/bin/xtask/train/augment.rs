//! Pages of our own: sport, markets, courts and headlines, filled with names from everywhere.

use super::read::{Labelled, Name};
use std::collections::BTreeMap;
use std::path::Path;

const PERSON: usize = 0;
const ORGANISATION: usize = 1;
const PLACE: usize = 2;
const REST: usize = 3;

/// A fixed sequence of numbers.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(0x9e37_79b9_7f4a_7c15 ^ (seed + 1).wrapping_mul(0xd129_0d3a_5a6b_7c8f))
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % bound.max(1) as u64) as usize
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() { None } else { of.get(self.below(of.len())) }
    }
}

type Pools = BTreeMap<String, Vec<String>>;

/// Fills every page so many times.
pub fn pages(folder: &Path, articles: &[Labelled], times: usize) -> Result<Vec<Labelled>, String> {
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let (templates, table) = (read("pages.txt")?, read("pools.tsv")?);
    let pools = pools(&table, articles);
    let templates: Vec<String> = templates
        .split("\n\n")
        .map(|page| page.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n"))
        .filter(|page| !page.trim().is_empty())
        .collect();
    let mut filled = Vec::new();
    for time in 0..times {
        for (place, template) in templates.iter().enumerate() {
            let mut chance = Chance::new((time * 1000 + place) as u64);
            let mut page =
                Filling { page: Labelled::default(), pools: &pools, chance: &mut chance, cast: Vec::new() };
            for line in template.lines() {
                page.line(line);
            }
            filled.push(page.page);
        }
    }
    Ok(filled)
}

/// The table's names, and the persons of the labelled articles.
fn pools(table: &str, articles: &[Labelled]) -> Pools {
    let mut pools = Pools::new();
    for (what, name) in
        table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
    {
        pools.entry(what.to_owned()).or_default().push(name.to_owned());
    }
    for article in articles {
        for name in article.names.iter().filter(|name| name.kind == PERSON) {
            let words = &article.text[name.start..name.end];
            let plain = |part: &str| {
                part.starts_with(char::is_uppercase) && part.chars().skip(1).any(char::is_lowercase)
            };
            if let Some((first, last)) = words.split_once(' ').filter(|(f, l)| plain(f) && plain(l)) {
                pools.entry("first".into()).or_default().push(first.to_owned());
                pools.entry("last".into()).or_default().push(last.to_owned());
            }
        }
    }
    pools
}

struct Filling<'a> {
    page: Labelled,
    pools: &'a Pools,
    chance: &'a mut Chance,
    /// Persons named so far; surnames alone are most often theirs.
    cast: Vec<(String, String)>,
}

impl Filling<'_> {
    fn line(&mut self, line: &str) {
        let capitals = line.starts_with('^');
        let mut rest = line.trim_start_matches('^');
        let start = self.page.text.len();
        let names = self.page.names.len();
        while let Some((plain, (slot, after))) =
            rest.split_once('{').and_then(|(plain, tail)| Some((plain, tail.split_once('}')?)))
        {
            self.page.text.push_str(plain);
            self.fill(slot);
            rest = after;
        }
        self.page.text.push_str(rest);
        if capitals {
            self.raise(start, names);
        }
        self.page.text.push('\n');
    }

    /// Sets the line from `start` on in capitals; its names from `names` on keep their words.
    fn raise(&mut self, start: usize, names: usize) {
        let line = self.page.text.split_off(start);
        let mut raised = String::new();
        let mut at = 0;
        for name in &mut self.page.names[names..] {
            raised.push_str(&line[at..name.start - start].to_uppercase());
            let begin = raised.len();
            raised.push_str(&line[name.start - start..name.end - start].to_uppercase());
            at = name.end - start;
            (name.start, name.end) = (start + begin, start + raised.len());
        }
        raised.push_str(&line[at..].to_uppercase());
        self.page.text.push_str(&raised);
    }

    fn pick(&mut self, what: &str) -> String {
        let pool = self.pools.get(what).map_or(&[][..], Vec::as_slice);
        self.chance.one(pool).cloned().unwrap_or_default()
    }

    fn name(&mut self, words: &str, kind: usize) {
        let start = self.page.text.len();
        self.page.text.push_str(words);
        if !words.is_empty() {
            self.page.names.push(Name { start, end: self.page.text.len(), kind });
        }
    }

    fn fill(&mut self, slot: &str) {
        match slot {
            "n" => {
                let number = 10 + self.chance.below(80);
                self.page.text.push_str(&number.to_string())
            }
            "d" => {
                let number = 1 + self.chance.below(8);
                self.page.text.push_str(&number.to_string())
            }
            "side" => {
                let side = self.pick("side");
                self.page.text.push_str(&side)
            }
            "person" | "last" | "first" | "initial" => self.person(slot),
            "team" => {
                let words = self.pick("city");
                self.name(&words, ORGANISATION)
            }
            "uscity" => {
                let words = self.pick("uscity");
                self.name(&words, ORGANISATION)
            }
            "county" => {
                let words = self.pick("county");
                self.name(&words, ORGANISATION)
            }
            "nature" => {
                let words = self.pick("nature");
                self.name(&words, PLACE)
            }
            "club" => {
                let words = format!("{} {}", self.pick("city"), self.pick("suffix"));
                self.name(&words, ORGANISATION)
            }
            "nickname" => {
                let words = format!("{} {}", self.pick("uscity"), self.pick("nick"));
                self.name(&words, ORGANISATION)
            }
            "nickteam" => {
                let words = self.pick("nick");
                self.name(&words, ORGANISATION)
            }
            "company" => {
                let words = self.company();
                self.name(&words, ORGANISATION)
            }
            "body" => {
                let words = self.body();
                self.name(&words, ORGANISATION)
            }
            "bodyname" => {
                let words = self.pick("body");
                self.name(&words, ORGANISATION)
            }
            "universityname" => {
                let words = self.university();
                self.name(&words, ORGANISATION)
            }
            "party" => {
                let words = self.party();
                self.name(&words, ORGANISATION)
            }
            "paper" => {
                let words = format!("{} {}", self.pick("city"), self.pick("paper"));
                self.name(&words, ORGANISATION)
            }
            "agency" => {
                let words = self.pick("agency");
                self.name(&words, ORGANISATION)
            }
            "facility" => {
                let words = format!("{} {}", self.seat(), self.pick("facility"));
                self.name(&words, PLACE)
            }
            "geo" => {
                let words = format!("{} {}", self.seat(), self.pick("geo"));
                self.name(&words, PLACE)
            }
            "country" => {
                let words = self.pick("country");
                self.name(&words, PLACE)
            }
            "nation" => {
                let words = self.pick("nation");
                self.name(&words, REST)
            }
            "event" => {
                let words = format!("{} {}", self.pick("nation"), self.pick("event"));
                self.name(&words, REST)
            }
            _ => {
                let words = self.pick("city");
                self.name(&words, PLACE)
            }
        }
    }

    fn person(&mut self, slot: &str) {
        let known = self.cast.len();
        let old = slot != "person" && known > 0 && self.chance.below(10) < 8;
        let (first, last) = if old {
            let last_few = known - 1 - self.chance.below(known.min(4));
            self.cast[last_few].clone()
        } else {
            let person = (self.pick("first"), self.pick("last"));
            self.cast.push(person.clone());
            person
        };
        let words = match slot {
            "person" => format!("{first} {last}"),
            "last" => last,
            "first" => first,
            _ => format!("{}. {last}", first.chars().next().unwrap_or('J')),
        };
        self.name(&words, PERSON);
    }

    fn company(&mut self) -> String {
        let (one, other) = (self.pick("last"), self.pick("last"));
        let (city, firm) = (self.pick("city"), self.pick("firm"));
        match self.chance.below(6) {
            0 => city + " " + &firm,
            1 => format!("{one} & {other}"),
            2 => one,
            3 => one.chars().take(3).collect::<String>().to_uppercase(),
            _ => format!("{one} {firm}"),
        }
    }

    fn body(&mut self) -> String {
        let body = self.pick("body");
        match self.chance.below(4) {
            0 => body,
            1 => format!("{} {body}", self.pick("city")),
            2 => format!("{} {body}", self.pick("country")),
            _ => format!("{} {body}", self.pick("nation")),
        }
    }

    fn university(&mut self) -> String {
        let city = self.pick("city");
        if self.chance.below(2) == 0 { format!("University of {city}") } else { format!("{city} University") }
    }

    fn party(&mut self) -> String {
        let party = self.pick("party");
        if self.chance.below(2) == 0 { party } else { format!("{} {party}", self.pick("nation")) }
    }

    fn seat(&mut self) -> String {
        let pool = ["city", "last", "city"][self.chance.below(3)];
        self.pick(pool)
    }
}
