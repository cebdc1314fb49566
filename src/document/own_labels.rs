//! A person's own labels, and their text form: one a line, its letter and its colour.
//!
//! ```text
//! Claim = k, blue
//! Needs a source = s, red
//! # a line that begins so is a remark
//! ```

use super::own_names::{BadLine, lines};
use super::passages::OwnLabel;

/// Letters that are keys of the list that asks what words are.
pub const KEYS: &str = "aceoqwy";

/// Reads a list. Lines that cannot be read are told of, and letters that are no key: those of the list itself, and
/// those of a label before. Such a label is there all the same. Of a label listed twice the last counts.
pub fn parse(text: &str) -> (Vec<OwnLabel>, Vec<BadLine>) {
    let (mut list, mut bad) = (Vec::<OwnLabel>::new(), Vec::new());
    for (line, words) in lines(text) {
        let mut tell = |trouble| bad.push(BadLine { line, trouble });
        match OwnLabel::read(words) {
            Ok(label) => {
                list.retain(|known| known.name != label.name);
                no_key(&list, &label).into_iter().for_each(&mut tell);
                list.push(label);
            }
            Err(trouble) => tell(trouble),
        }
    }
    (list, bad)
}

/// Whether a line tells a label and how it looks, and so no name: for files that hold lines of both.
pub fn is_line(line: &str) -> bool {
    let looks = line.rsplit_once(['\t', '=']).is_some_and(|(_, look)| !look.trim().is_empty());
    looks && !line.starts_with('#') && OwnLabel::read(line).is_ok()
}

/// Why a label's letter is no key, if it is none.
fn no_key(list: &[OwnLabel], label: &OwnLabel) -> Option<String> {
    let letter = &*label.letter;
    if KEYS.contains(letter) {
        return Some(
            [
                "“",
                letter,
                "” is a key of the list itself; with another letter “",
                &label.name,
                "” has a key there",
            ]
            .concat(),
        );
    }
    let other = list.iter().find(|known| known.letter == letter)?;
    Some(["“", letter, "” is the key of “", &other.name, "” already; take another letter"].concat())
}

/// The key of a label in that list; empty where it has none.
pub fn key<'l>(list: &'l [OwnLabel], label: &'l OwnLabel) -> &'l str {
    let first = list.iter().find(|known| known.letter == label.letter);
    if first == Some(label) && !KEYS.contains(&*label.letter) { &label.letter } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_labels_are_known_among_names() {
        for label in ["Claim = k", "Claim\tred", "Claim = k, red"] {
            assert!(is_line(label), "{label}");
        }
        for name in ["Ada Quist = PERSON", "Claim", "Claim =", "X = COW", "# Claim = k", ""] {
            assert!(!is_line(name), "{name}");
        }
    }

    #[test]
    fn lines_are_read_and_what_is_wrong_with_them_is_told() {
        let text =
            "# ours\nClaim = k, green\n\nSource = s, mauve\nDoubt = K\nColour = c, red\nClaim = k, red\n";
        let (list, bad) = parse(text);
        let read: Vec<_> = list.iter().map(|label| (label.line(), key(&list, label))).collect();
        assert_eq!(
            read,
            [
                ("Doubt = k, blue".to_owned(), "k"),
                ("Colour = c, red".to_owned(), ""),
                ("Claim = k, red".to_owned(), "")
            ]
        );
        let told: Vec<_> = bad.iter().map(|bad| (bad.line, bad.trouble.as_str())).collect();
        assert_eq!(
            told,
            [
                (
                    4,
                    "“mauve” is neither a letter nor a colour; there are: blue, red, green, orange, violet, teal, pink, brown"
                ),
                (5, "“k” is the key of “Claim” already; take another letter"),
                (6, "“c” is a key of the list itself; with another letter “Colour” has a key there"),
                (7, "“k” is the key of “Doubt” already; take another letter"),
            ]
        );
    }
}
