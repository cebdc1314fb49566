//! An organisation's name, read: its core, and what of it may stand alone.
//!
//! ```text
//! Halvik Marine Holding Ltd      Ministry of Transport = Transport Ministry     New Coast Times
//! ^^^^^^^^^^^^^ core             ^^^^^^^^^                                                 ^^^^^ tail
//! ```

use super::super::company::is_left_out;

/// Small words, which initials may leave out: "BoT" has one, "CPJ" none.
const SMALL: [&str; 13] = ["of", "the", "and", "for", "on", "in", "to", "de", "&", "la", "du", "y", "e"];

/// No paper shortens a name to more words than this; a page in capitals may be one "name".
const LONGEST: usize = 9;

/// How a shorter name is part of a full one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Its first words.
    Head,
    /// Its first letters.
    Initials,
    /// Its last words.
    Tail,
}

/// The words that name it wherever it is called in full.
pub(super) fn core(words: &[String]) -> Vec<String> {
    let mut core: Vec<String> = words.iter().map(|word| british(word).to_owned()).collect();
    while core.len() > 1 && core.last().is_some_and(|last| is_left_out(last) || last == "&") {
        core.pop();
    }
    office(core)
}

/// "transport ministry" for "ministry of transport".
fn office(core: Vec<String>) -> Vec<String> {
    let heads = |pair: &[String]| matches!(pair[0].as_str(), "ministry" | "department") && pair[1] == "of";
    match core.windows(2).take(3).position(heads) {
        Some(at) if core.len() > at + 2 => [&core[..at], &core[at + 2..], &core[at..at + 1]].concat(),
        _ => core,
    }
}

fn british(word: &str) -> &str {
    match word {
        "defense" => "defence",
        "labor" => "labour",
        "center" => "centre",
        "theater" => "theatre",
        "program" => "programme",
        "organization" => "organisation",
        other => other,
    }
}

/// Everything that may stand for this name, with how it is part of it.
pub(super) fn parts(words: &[String], core: &[String]) -> Vec<(Part, String)> {
    let mut parts = Vec::new();
    for name in [words, core].into_iter().take(if words == core { 1 } else { 2 }) {
        let longest = name.len().min(LONGEST);
        parts.extend((1..longest).map(|length| (Part::Head, name[..length].join(" "))));
    }
    parts.extend([initials(words, false), initials(words, true)].map(|letters| (Part::Initials, letters)));
    let tails =
        (1..core.len()).rev().take(LONGEST).filter(|&at| !is_small(&core[at]) && !is_small(&core[at - 1]));
    parts.extend(tails.map(|at| (Part::Tail, core[at..].join(" "))));
    parts.retain(|(_, part)| part.len() > 1);
    parts
}

fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// "ecb" of "European Central Bank".
fn initials(words: &[String], small: bool) -> String {
    let counts = |word: &&String| small || !is_small(word);
    words.iter().filter(counts).filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        name.to_lowercase().split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_core_is_what_newsrooms_keep() {
        let check = |name, expected| assert_eq!(core(&words(name)).join(" "), expected);
        check("Halvik Marine Holding Ltd", "halvik marine");
        check("Kestrel Grain & Co", "kestrel grain");
        check("Ministry of Defense", "defence ministry");
        check("US Department of Ink", "us ink department");
        check("Group", "group");
    }

    #[test]
    fn what_stands_for_a_full_name() {
        let name = words("bank of talvenia");
        let parts = parts(&name, &name);
        let has = |part, word: &str| parts.contains(&(part, word.to_owned()));
        assert!(has(Part::Initials, "bt") && has(Part::Initials, "bot"));
        assert!(has(Part::Head, "bank") && !has(Part::Tail, "talvenia"));
        assert!(
            self::parts(&words("new coast times"), &words("new coast times"))
                .contains(&(Part::Tail, "times".into()))
        );
    }
}
