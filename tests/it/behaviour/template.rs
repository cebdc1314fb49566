//! Templates: a text with slots, and checks with the same slots.

use super::checks::Check;
use super::house;
use super::lists::{Entry, Lists};
use std::collections::BTreeMap;

/// The day of an article that names none.
const DAY: &str = "2026-03-10";

/// At most so many sentences are made of one template, spread over all there could be.
const MOST: usize = 72;

/// A template as it stands in its file.
pub struct Template {
    /// What it tests, as the heading above it says.
    pub kind: String,
    /// Its own name.
    pub name: String,
    text: String,
    /// The article's day, if any.
    published: Option<String>,
    checks: Vec<String>,
    /// Lists of its own.
    own: BTreeMap<String, Vec<Entry>>,
}

/// One text made of a template.
pub struct Sentence {
    /// The text.
    pub text: String,
    /// The article's day.
    pub published: Option<String>,
    /// What must hold.
    pub checks: Vec<Check>,
}

/// Reads a file of templates.
pub fn parse(file: &str) -> Vec<Template> {
    let (mut templates, mut kind): (Vec<Template>, _) = (Vec::new(), String::new());
    for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("//")) {
        if let Some(heading) = line.strip_prefix("# ") {
            kind = heading.to_owned();
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let (text, own) = (String::new(), BTreeMap::new());
            let (kind, name, published) = (kind.clone(), name.to_owned(), Some(DAY.to_owned()));
            templates.push(Template { kind, name, text, published, checks: Vec::new(), own });
            continue;
        }
        templates.last_mut().unwrap_or_else(|| panic!("a template begins with [name]: {line:?}")).read(line);
    }
    for template in &templates {
        assert!(!template.text.is_empty() && !template.checks.is_empty(), "[{}] is empty", template.name);
    }
    templates
}

impl Template {
    /// Reads a line: of text ("> …"), of a list ("verb = said / added"), the day, or a check.
    fn read(&mut self, line: &str) {
        if let Some(text) = line.strip_prefix('>') {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text += text.strip_prefix(' ').unwrap_or(text);
        } else if let Some(day) = line.strip_prefix("day ") {
            self.published = (day != "none").then(|| day.to_owned());
        } else if let Some((name, words)) = line.split_once(" = ").filter(|(name, _)| !name.contains(' ')) {
            self.own.insert(name.to_owned(), words.split(" / ").map(Entry::plain).collect());
        } else {
            self.checks.push(line.to_owned());
        }
    }

    /// Its sentences: every choice of words where they are few, else some from everywhere among them.
    pub fn sentences(&self, lists: &Lists) -> Vec<Sentence> {
        let slots = self.slots(lists);
        let all: usize = slots.values().map(|entries| entries.len()).product();
        let step = (1..).map(|more| all * 5 / 8 + more).find(|step| coprime(*step, all)).expect("one is");
        let marks = self.text.contains('“');
        let wanted = all.max(if marks && all > 1 { house::HOUSES } else { 1 }).min(MOST);
        (0..wanted)
            .map(|nth| self.sentence(&slots, nth * step % all, if all > 1 { nth } else { 0 }))
            .collect()
    }

    fn sentence(&self, slots: &BTreeMap<String, Vec<Entry>>, mut choice: usize, nth: usize) -> Sentence {
        let mut chosen: BTreeMap<&str, &Entry> = BTreeMap::new();
        for (slot, entries) in slots {
            // Two slots of one list never take the same word.
            let mut at = choice % entries.len();
            let list = list_of(slot);
            while chosen.iter().any(|(other, entry)| list_of(other) == list && entry.word == entries[at].word)
            {
                at = (at + 1) % entries.len();
            }
            chosen.insert(slot, &entries[at]);
            choice /= entries.len();
        }
        let fill = |text: &str| house::marks(&filled(text, &chosen, &self.name), nth);
        let checks = self.checks.iter().map(|line| Check::parse(&fill(line), &self.name)).collect();
        Sentence { text: fill(&self.text), published: self.published.clone(), checks }
    }

    /// Every slot of the text and the words that may stand there.
    fn slots(&self, lists: &Lists) -> BTreeMap<String, Vec<Entry>> {
        let mut slots = BTreeMap::new();
        for slot in inside_braces(&self.text) {
            let name = slot.split('.').next().unwrap_or(slot);
            let entries = if slot.contains('|') {
                slot.split('|').map(Entry::plain).collect()
            } else {
                let own = self.own.get(list_of(name)).cloned();
                own.or_else(|| lists.get(list_of(name)).map(<[Entry]>::to_vec))
                    .unwrap_or_else(|| panic!("[{}]: no list {name:?}", self.name))
            };
            slots.insert(if slot.contains('|') { slot } else { name }.to_owned(), entries);
        }
        slots
    }
}

/// "town2" takes its words from the list of towns.
fn list_of(slot: &str) -> &str {
    slot.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn coprime(a: usize, b: usize) -> bool {
    let (mut a, mut b) = (a, b);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a == 1
}

fn inside_braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(slot, _)| slot))
}

/// The text with its slots filled.
fn filled(text: &str, chosen: &BTreeMap<&str, &Entry>, name: &str) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let (slot, rest) = piece.split_once('}').unwrap_or_else(|| panic!("[{name}]: a brace is open"));
        let (key, field) = match slot.split_once('.').filter(|_| !slot.contains('|')) {
            Some((key, field)) => (key, field),
            None => (slot, ""),
        };
        let entry = chosen.get(key).unwrap_or_else(|| panic!("[{name}]: no slot {key:?} in the text"));
        filled += &entry.field(field).unwrap_or_else(|| panic!("[{name}]: {key:?} has no {field:?}"));
        filled += rest;
    }
    filled
}
