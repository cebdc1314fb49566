//! Files that came to harm, and files that mean harm: each gives a document, a page of words or a sentence, soon and in
//! little room. Links have their own such test (`share.rs`).

mod damage;

mod files;

mod harm;

use crate::memory::most_held;
pub use damage::Chance;
use damage::damaged;
use files::{File, document, files, unzipped, zipped};
use galley::document::Document;
use galley::exchange::{Answer, Ask, answer, message, read};
use galley::import::annotated::{self, READERS};
use galley::import::{LIMIT, decode, html};
use harm::HARM;
use std::time::{Duration, Instant};

/// How many damaged files are opened.
const FILES: usize = 10_000;
/// The most bytes that opening one may hold: 200 MB in the browser, whose addresses have half the length of a machine's.
const ROOM: u64 = (200 << 20) / 4 * size_of::<usize>() as u64;
/// How long opening one may take. What is compiled for tests is many times slower, and the machine may be busy.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 });

fn ask(ask: &Ask<&Document>, file: &[u8]) -> Answer {
    let answer = answer(&message(ask, file), None);
    read::<Answer>(&answer).expect("it is an answer").0
}

/// A sentence that a person can read.
fn check_sentence(sentence: &str) {
    let is_one = !sentence.trim().is_empty() && !sentence.contains(['\n', '\0']);
    assert!(is_one && sentence.chars().count() < 400, "{sentence:?}");
}

/// Opens a file as the page does, and as the command line does with `--from`; whether it gave words.
fn open(own: &Document, file: &[u8]) -> bool {
    if let Answer::Refused(why) = ask(&Ask::Decide(own), file) {
        check_sentence(&why);
    }
    for reader in READERS {
        match annotated::read(file, Some(reader)) {
            Ok(built) => {
                assert_eq!(built.document.check_invariants(), Ok(()), "{}", reader.id);
                built.losses.iter().for_each(|loss| check_sentence(loss));
            }
            Err(why) => check_sentence(&why),
        }
    }
    match ask(&Ask::Read, file) {
        Answer::Article(article, _, losses) => {
            losses.iter().for_each(|loss| check_sentence(loss));
            assert!(article.is_sound() && article.text.len() <= LIMIT);
            true
        }
        Answer::Page(page, _) => {
            assert!(html::read(&page).article.is_sound());
            true
        }
        Answer::Refused(why) => {
            check_sentence(&why);
            false
        }
        // It is read as text, or told why it cannot be.
        Answer::Unknown => match decode(file) {
            Ok(_) => true,
            Err(why) => {
                check_sentence(why.sentence());
                false
            }
        },
        other => panic!("{other:?} is no answer to a file"),
    }
}

/// The same, soon and in little room.
#[allow(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
fn check(own: &Document, name: &str, file: &[u8]) -> bool {
    let start = Instant::now();
    let (held, gave) = most_held(|| open(own, file));
    assert!(held < ROOM, "{name}: {held} bytes");
    assert!(start.elapsed() < SOON, "{name}: {:?}", start.elapsed());
    gave
}

/// A file of which a part was damaged before it was packed, or the whole after; a file that is no zip as it is.
fn harmed((_, whole): &File, chance: &mut Chance) -> Vec<u8> {
    let mut parts = unzipped(whole);
    if parts.is_empty() || chance.below(3) == 0 {
        return damaged(whole, chance);
    }
    let part = chance.below(parts.len());
    parts[part].1 = damaged(&parts[part].1, chance);
    if chance.below(20) == 0 {
        parts[part].0 = String::from_utf8_lossy(&damaged(parts[part].0.as_bytes(), chance)).into_owned();
    }
    let mut seen = Vec::new();
    parts.retain(|(name, _)| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    zipped(&parts.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect::<Vec<_>>())
}

#[test]
fn ten_thousand_damaged_files_give_words_or_a_sentence() {
    let own = document();
    let files = files(&own);
    let mut chance = Chance(21);
    let mut gave = 0;
    for number in 0..FILES {
        let file = &files[number % files.len()];
        gave += usize::from(check(&own, file.0, &harmed(file, &mut chance)));
    }
    // Both happen often: harm is neither without effect nor always the end.
    assert!((FILES / 5..FILES).contains(&gave), "{gave} of {FILES} gave words");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
fn files_that_mean_harm_are_refused_or_read_soon_and_in_little_room() {
    for (name, made, expected) in HARM {
        let file = made();
        let start = Instant::now();
        let (held, answer) = most_held(|| ask(&Ask::Read, &file));
        assert!(held < ROOM, "{name}: {held} bytes");
        assert!(start.elapsed() < SOON, "{name}: {:?}", start.elapsed());
        let told = match &answer {
            Answer::Refused(why) => why,
            Answer::Article(article, ..) => &article.text,
            Answer::Page(page, _) => page,
            _ => "",
        };
        assert!(told.contains(expected) && (!expected.is_empty() || told.is_empty()), "{name}: {told:.200}");
    }
}

#[test]
fn words_that_look_like_markup_stay_words() {
    let words =
        "<w:p><w:t>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</w:t></w:p>";
    let Answer::Page(page, _) = ask(&Ask::Read, &zipped(&[("word/document.xml", words.as_bytes())])) else {
        panic!("it is a draft")
    };
    assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
}

#[test]
fn decisions_about_another_text_are_refused() {
    let own = document();
    let another = galley::annotate::annotate(galley::document::article::Article::plain("Ada Quist left."));
    let file = galley::export::json::FORMAT.text(&another, &galley::export::Wanted::usual(false));
    let Answer::Refused(why) = ask(&Ask::Decide(&own), file.as_bytes()) else { panic!("it was taken") };
    assert!(why.contains("another text"), "{why}");
}
