//! Links that carry an article: how long they are, and what hostile ones do.

use crate::hostile::Chance;
use galley::annotate::annotate;
use galley::document::Document;
use galley::document::article::Article;
use galley::exchange::{Answer, Ask, answer, message, read, to_share};
use galley::review::{Change, Correction, Corrections};
use std::fs;
use std::time::{Duration, Instant};

fn ask(ask: &Ask<&Document>, file: &[u8]) -> Answer {
    let answer = answer(&message(ask, file), None);
    read::<Answer>(&answer).expect("it is an answer").0
}

fn link(article: &Article, corrections: &Corrections) -> String {
    match ask(&Ask::Pack(String::new(), None), &to_share(article, corrections)) {
        Answer::Link(Some(link), _) => link["#galley=".len()..].to_owned(),
        other => panic!("{other:?} is no link"),
    }
}

/// A thousand words of news and twenty decisions about them.
fn article_with_decisions() -> (Article, Corrections) {
    let stories = ["agency-summit", "markets-close", "court-verdict", "election-night"];
    let texts =
        stories.map(|name| fs::read_to_string(format!("tests/articles/{name}.txt")).expect("it is there"));
    let document = annotate(Article::plain(texts.join("\n\n")));
    assert!(document.article.text.split_whitespace().count() >= 1000);
    let mut corrections = Corrections::default();
    let pieces = document.layers.quotes.len();
    for piece in 0..pieces.min(8) {
        Correction::speaker(&document, piece, None).into_iter().for_each(|one| corrections.decide(one));
    }
    for name in document.layers.mentions.iter().step_by(2) {
        if corrections.iter().count() < 20 {
            corrections.decide(Correction::new(
                &document,
                name.range,
                Change::Comment("Check the spelling".into()),
            ));
        }
    }
    assert_eq!(corrections.iter().count(), 20);
    (document.article, corrections)
}

#[test]
fn a_link_to_a_thousand_words_with_twenty_decisions_is_short() {
    let (article, corrections) = article_with_decisions();
    let link = link(&article, &corrections);
    assert!(link.len() <= 6 * 1024, "{} characters", link.len());
    let Answer::Linked(read, decided, told, None) = ask(&Ask::Unpack(link), &[]) else {
        panic!("it holds none")
    };
    assert_eq!((read, decided), (article, corrections));
    assert!(told.starts_with("“Velmaran President Teodor Halvik"), "{told}");
    assert!(told.ends_with(" words, 20 decisions."), "{told}");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how long each takes is what is tested")]
fn ten_thousand_damaged_links_give_a_sentence_or_an_article_that_can_be_read() {
    let (article, corrections) = article_with_decisions();
    let whole = link(&article, &corrections);
    let mut chance = Chance(7);
    let mut random = |below: usize| chance.below(below);
    let mut read = 0;
    for _ in 0..10_000 {
        let mut letters = whole.clone().into_bytes();
        for _ in 0..=random(3) {
            let at = random(letters.len());
            match random(3) {
                0 => letters.truncate(at.max(1)),
                1 => letters[at] = b"ABCxyz019-_"[random(11)],
                _ => letters.insert(at, b'A'),
            }
        }
        let damaged = String::from_utf8(letters).expect("its letters are plain");
        let start = Instant::now();
        match ask(&Ask::Unpack(damaged), &[]) {
            Answer::Linked(article, ..) => {
                assert!(article.is_sound());
                read += 1;
            }
            Answer::Refused(why) => assert!(why.ends_with('.'), "{why}"),
            other => panic!("{other:?}"),
        }
        assert!(start.elapsed() < Duration::from_secs(1));
    }
    assert!(read < 10_000);
}
