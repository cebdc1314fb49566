//! Work grows with the text, not with its square.
//!
//! Time is measured by `cargo xtask bench`; a test that reads a clock fails on a busy machine. Here
//! the bytes asked of the allocator are counted: a list rebuilt for every item of another shows.

use super::read;
use crate::articles::CASES;
use crate::memory::asked;

/// The work of annotating `text`, in bytes asked for.
fn work(text: &str) -> u64 {
    asked(|| read(text)).0
}

/// Doubles a text until the step from half to whole shows how the work grows.
fn check(name: &str, text: &str) {
    let half = text.repeat(1 + 60_000 / text.len().max(1));
    read(text); // Tables are built on first use.
    let (once, twice) = (work(&half), work(&half.repeat(2)));
    assert!(twice <= once * 5 / 2, "{name}: the doubled text takes {twice} bytes, the single one {once}");
}

#[test]
fn all_articles_together() {
    let texts: Vec<&str> = CASES.iter().map(|case| case.document.article.text.as_str()).collect();
    check("all articles", &texts.join("\n\n"));
}

#[test]
fn shapes_that_invite_searching_back() {
    let shapes = [
        ("opening marks", "“"),
        ("straight marks", "\""),
        ("single marks", "' "),
        ("brackets", "(("),
        ("one long line", "Doe said. "),
        ("names", "Ada Ferreira-Njoku of Port Llewelyn "),
        ("pronouns", "he said she said they said "),
        ("open quotations", "“We go,\n"),
        ("numbers", "1,000 "),
        ("weekdays", "Friday "),
        ("full stops", "."),
        ("line breaks", "\n"),
        ("capitals", "ABC "),
        ("list marks", "-\n"),
    ];
    for (name, text) in shapes {
        check(name, text);
    }
}
