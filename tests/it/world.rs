//! Names from Africa, Asia, Oceania and Latin America in short pieces: `tests/gold/world.txt`.

use galley::annotate::annotate;
use galley::document::article::Article;
use std::fs;
use std::path::Path;

/// Of a hundred names labelled so many are found, with their words and their label.
const FLOOR: usize = 87;

/// "[Ann Dow|PERSON] left" gives "Ann Dow left" and where each name is.
fn labelled(line: &str) -> (String, Vec<(usize, usize, &str)>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((plain, tail)) = rest.split_once('[') {
        let (name, tail) = tail.split_once(']').expect("a bracket closes");
        let (words, label) = name.split_once('|').expect("words, a stroke, a label");
        text += plain;
        names.push((text.len(), text.len() + words.len(), label));
        text += words;
        rest = tail;
    }
    (text + rest, names)
}

#[test]
fn names_from_everywhere_are_found() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/world.txt");
    let pieces = fs::read_to_string(path).expect("world.txt is there");
    let (mut right, mut all, mut missed) = (0, 0, String::new());
    for piece in pieces.lines().filter(|line| !line.starts_with('#')) {
        let (text, names) = labelled(piece);
        let document = annotate(Article::plain(text.clone()));
        for (start, end, label) in names {
            let found = document.layers.mentions.iter().any(|mention| {
                (mention.range.start(), mention.range.end(), mention.label.name()) == (start, end, label)
            });
            all += 1;
            right += usize::from(found);
            if !found {
                missed += &format!("no {label}: {}\n", &text[start..end]);
            }
        }
    }
    // Shown with `-- --nocapture`.
    println!("{right} of {all}\n{missed}");
    assert!(right * 100 >= FLOOR * all, "{right} of {all} names are found\n{missed}");
}
