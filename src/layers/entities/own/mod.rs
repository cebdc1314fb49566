//! Names of a person's own list: they win over rules and tagger, wherever they stand.
//!
//! ```text
//! list: Paste = ORG        Paste opened a shop in Lytton.
//!                          ^^^^^ your list
//! ```
//!
//! A listed name is found as it is written, or in capitals throughout, as whole words, with or without
//! accents, also where one line ends inside it; the longest wins. "May" in "May 5" stays a date, but
//! "Sunday" in the listed "Sunday Adeoti" does not. A name that overlaps a listed one falls away; one on the
//! very same words passes on its role.

use super::name::Name;
use super::reading::{Reading, key_of};
use crate::document::entities::Label;
use crate::document::own_names::{OwnName, OwnNames};
use crate::document::reason::{Reason, Rule};
use crate::resources::{Classes, QuickMap};
use crate::text::TextRange;
use crate::tokens::tokenize;
use std::ops::Range;

/// How sure a listed name is, in thousandths.
const CERTAIN: u16 = 1000;

/// The listed names by the key of their first word.
type ByFirst<'l> = QuickMap<u64, Vec<(Vec<Word>, &'l OwnName)>>;

/// A word of a listed name.
struct Word {
    /// A number for it without accents and capitals.
    key: u64,
    capitals: Capitals,
}

/// Whether a word begins with a capital, and how many it has.
type Capitals = (bool, usize);

/// Puts the listed names of the text in the place of those found; an empty list costs nothing.
pub(super) fn put(reading: &Reading, list: &OwnNames, names: Vec<Name>) -> Vec<Name> {
    if list.names.is_empty() {
        return names;
    }
    let found = find(reading, list);
    let mut all: Vec<Name> = Vec::with_capacity(names.len() + found.len());
    let mut waiting = names.into_iter().peekable();
    for (tokens, label) in found {
        let range = reading.range(tokens);
        while let Some(name) = waiting.next_if(|name| name.range.end() <= range.start()) {
            all.push(name);
        }
        let mut listed = listed(range, label);
        while let Some(name) = waiting.next_if(|name| name.range.overlaps(range)) {
            if name.range == range && name.label == label {
                (listed.role, listed.male) = (name.role, name.male);
                (listed.classes, listed.entry) = (name.classes, name.entry);
            }
        }
        all.push(listed);
    }
    all.extend(waiting);
    all
}

fn listed(range: TextRange, label: Label) -> Name {
    let why = Reason::new(Rule::UserList, [range]);
    Name {
        range,
        label,
        score: CERTAIN,
        why,
        classes: Classes::default(),
        entry: None,
        role: None,
        male: None,
        elsewhere: None,
    }
}

/// Where listed names stand, in order and disjoint.
fn find(reading: &Reading, list: &OwnNames) -> Vec<(Range<usize>, Label)> {
    let by_first = by_first(list);
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let candidates = by_first.get(&key(reading, at)).into_iter().flatten();
        let fitting = candidates.filter(|(words, _)| stands_at(reading, at, words));
        match fitting.max_by_key(|(words, _)| words.len()) {
            Some((words, own)) => {
                found.push((at..at + words.len(), own.label));
                at += words.len();
            }
            None => at += 1,
        }
    }
    found
}

/// Every name as written and in capitals, cut into words as the text is.
fn by_first(list: &OwnNames) -> ByFirst<'_> {
    let mut by_first = ByFirst::default();
    for own in &list.names {
        let capitals = own.name.to_uppercase();
        let second = Some(&capitals).filter(|capitals| **capitals != own.name);
        for name in std::iter::once(&own.name).chain(second) {
            let words: Vec<Word> = tokenize(name).iter().map(|token| word(token.of(name))).collect();
            if let Some(first) = words.first() {
                by_first.entry(first.key).or_default().push((words, own));
            }
        }
    }
    by_first
}

fn word(written: &str) -> Word {
    Word { key: key_of(written), capitals: capitals(written) }
}

/// The key of a token; words have theirs already.
fn key(reading: &Reading, at: usize) -> u64 {
    match reading.forms.at(at).number {
        0 => key_of(reading.of(at)),
        number => number,
    }
}

fn capitals(written: &str) -> Capitals {
    let count = written.chars().filter(|letter| letter.is_uppercase()).count();
    (written.chars().next().is_some_and(char::is_uppercase), count)
}

fn stands_at(reading: &Reading, at: usize, words: &[Word]) -> bool {
    let tokens = at..at + words.len();
    tokens.end <= reading.tokens.len()
        && words.iter().zip(tokens.clone()).all(|(word, at)| is_word(reading, at, word))
        && !tokens.clone().all(|at| reading.marks[at].taken && !reading.marks[at].handle)
        && is_together(reading, tokens)
}

fn is_word(reading: &Reading, at: usize, word: &Word) -> bool {
    key(reading, at) == word.key && capitals(reading.of(at)) == word.capitals
}

/// No more than one line ends inside the words, and no paragraph.
fn is_together(reading: &Reading, tokens: Range<usize>) -> bool {
    let words = reading.range(tokens.clone()).of(reading.text);
    let lines = tokens.skip(1).filter(|&at| reading.tokens[at].starts_line).count();
    lines == 0 || (lines == 1 && words.matches('\n').count() == 1)
}

#[cfg(test)]
mod tests {
    use crate::annotate::{annotate, annotate_with};
    use crate::document::article::Article;
    use crate::document::own_names::OwnNames;

    /// The names that stand there because of a list, and all others, as "words=LABEL".
    fn check(list: &str, text: &str, own: &[&str]) {
        let (names, bad) = OwnNames::parse(list);
        assert_eq!(bad, []);
        let document = annotate_with(Article::plain(text), &names);
        let mentions =
            document.layers.mentions.iter().filter(|mention| mention.why.rule.name() == "own list");
        let found: Vec<String> =
            mentions.map(|m| [document.words(m.range), "=", m.label.name()].concat()).collect();
        assert_eq!(found, own, "{text}");
        assert_eq!(document.check_invariants(), Ok(()));
    }

    #[test]
    fn a_listed_name_wins_over_rules_and_tagger() {
        let text = "Paste opened a shop in London. PASTE’s owner, Oona Whitlock, said so to the pasteboard.";
        check("Paste = ORG", text, &["Paste=ORG", "PASTE=ORG"]);
        check("London = WORK\nOona Whitlock = GROUP", text, &["London=WORK", "Oona Whitlock=GROUP"]);
        check("shop in London = PRODUCT\nLondon = ORG", text, &["shop in London=PRODUCT"]);
        check("past = ORG\nLondo = ORG", text, &[]);
    }

    #[test]
    fn a_listed_name_may_hold_a_day_or_a_number() {
        check("Sunday Adeoti = PERSON", "On Sunday Sunday Adeoti spoke.", &["Sunday Adeoti=PERSON"]);
        check("12 Years a Baker = WORK", "She saw 12 Years a Baker twice.", &["12 Years a Baker=WORK"]);
    }

    #[test]
    fn accents_and_one_line_end_make_no_other_name() {
        check(
            "Kainga Hou = ORG",
            "The agency Kāinga Hou builds. KĀINGA HOU sells.",
            &["Kāinga Hou=ORG", "KĀINGA HOU=ORG"],
        );
        check("Coast Wire = ORG", "She works for Coast\nWire in Lytton.", &["Coast\nWire=ORG"]);
        check("Coast Wire = ORG", "Down the Coast\n\nWire was sold.", &[]);
    }

    #[test]
    fn names_of_the_list_are_one_entity_and_dates_stay_dates() {
        let text = "May spoke on May 5. Later May left.";
        check("May = PERSON", text, &["May=PERSON", "May=PERSON"]);
        let (names, _) = OwnNames::parse("May = PERSON");
        let document = annotate_with(Article::plain(text), &names);
        assert_eq!(document.layers.entities.len(), 1);
    }

    #[test]
    fn an_empty_list_changes_nothing() {
        let text = "LYTTON, March 3 (Coast Wire) - Oona Whitlock said that Lytton was open.";
        let empty = OwnNames::default();
        assert_eq!(annotate_with(Article::plain(text), &empty), annotate(Article::plain(text)));
    }

    #[test]
    fn odd_lists_and_texts_do_no_harm() {
        for list in ["“ = ORG\n", "a = ORG\na b = WORK", "👩‍👩‍👧 = PERSON\né = PERSON", "- = ORG"]
        {
            let (names, _) = OwnNames::parse(list);
            for text in ["", "a a b a", "“a” é 👩‍👩‍👧", "A B\n\nA - b"] {
                assert_eq!(annotate_with(Article::plain(text), &names).check_invariants(), Ok(()));
            }
        }
    }
}
