//! Reads an article with its labels in brackets.

use galley::text::TextRange;
use std::collections::BTreeMap;

/// A labelled article.
pub struct Labelled {
    /// What the head says is labelled.
    promised: Vec<String>,
    /// The article without its labels.
    pub text: String,
    /// Names: where, which label, whom.
    pub names: Vec<(TextRange, String, String)>,
    /// Reported speech.
    pub quotes: Vec<GoldQuote>,
    /// Who said each number: where it says so, and the name.
    pub speakers: BTreeMap<u32, (TextRange, String)>,
    /// In quotation marks, but no quotation.
    pub terms: Vec<TextRange>,
}

/// One labelled piece of reported speech.
pub struct GoldQuote {
    /// Its words.
    pub range: TextRange,
    /// The number it shares with its other pieces.
    pub number: u32,
    /// Whether any of it stands in quotation marks.
    pub quoted: bool,
}

impl Labelled {
    /// Whether the head promises all of this kind.
    pub fn has(&self, kind: &str) -> bool {
        self.promised.iter().any(|promised| promised == kind)
    }

    /// Reads a `.gold` file; the error says what is wrong with it.
    pub fn parse(file: &str) -> Result<Labelled, String> {
        let (head, body) = file.split_once("\n\n").ok_or("no empty line ends the head")?;
        let promised = head.strip_prefix("labels: ").ok_or("the head begins with “labels: ”")?;
        let mut gold = Labelled {
            promised: promised.split_whitespace().map(str::to_owned).collect(),
            text: String::new(),
            names: Vec::new(),
            quotes: Vec::new(),
            speakers: BTreeMap::new(),
            terms: Vec::new(),
        };
        let mut open = Vec::new();
        let mut rest = body;
        while let Some(at) = rest.find(['[', '|']) {
            gold.text += &rest[..at];
            if rest[at..].starts_with('[') {
                open.push(gold.text.len());
                rest = &rest[at + 1..];
                continue;
            }
            let end = rest[at..].find(']').ok_or("a label has no closing bracket")? + at;
            let start = open.pop().ok_or("a label closes what was not opened")?;
            let range = TextRange::new(start, gold.text.len());
            for label in rest[at + 1..end].split("; ") {
                gold.add(range, label).ok_or_else(|| format!("“{label}” is no label"))?;
            }
            rest = &rest[end + 1..];
        }
        gold.text += rest;
        gold.names.sort();
        gold.quotes.sort_by_key(|quote| (quote.range.start(), usize::MAX - quote.range.end()));
        if open.is_empty() { Ok(gold) } else { Err("a bracket is never closed".to_owned()) }
    }

    fn add(&mut self, range: TextRange, label: &str) -> Option<()> {
        let (first, second) = label.split_once(' ').unwrap_or((label, ""));
        match first {
            "term" => self.terms.push(range),
            "PERSON" | "ORG" | "PLACE" | "GROUP" => {
                self.names.push((range, first.to_owned(), second.to_owned()))
            }
            _ if first.starts_with('q') => {
                let (number, quoted) = (first[1..].parse().ok()?, second != "indirect");
                matches!(second, "direct" | "indirect" | "mixed").then_some(())?;
                self.quotes.push(GoldQuote { range, number, quoted });
            }
            _ => self.add_speaker(range, label)?,
        }
        Some(())
    }

    /// `s1`, `s1 s3`, `s2=Ada Quist`
    fn add_speaker(&mut self, range: TextRange, label: &str) -> Option<()> {
        let (numbers, name) = label.split_once('=').unwrap_or((label, range.of(&self.text)));
        for number in numbers.split(' ') {
            let number = number.strip_prefix('s')?.parse().ok()?;
            self.speakers.insert(number, (range, name.to_owned()));
        }
        Some(())
    }
}
