//! How the worker answers.

use super::messages::{Answer, Ask, Shown, message, read};
use super::{link, menu, told as in_words};
use crate::document::Document;
use crate::document::looks::{Look, is_safe};
use crate::export::{Wanted, format};
use crate::import::{annotated, drafts};
use crate::protocol::decode;
use crate::review::{review, told, untold};
use jiff::civil::DateTime;

/// The answer to a message, to be sent as it is. `made` is the moment by the reader's clock.
pub fn answer(question: &[u8], made: Option<DateTime>) -> Vec<u8> {
    let Some((ask, file)) = read::<Ask<Document>>(question) else {
        return message(&Answer::Refused("That question cannot be read.".into()), &[]);
    };
    let wanted = |shown: Shown| Wanted { filter: shown.filter, layers: shown.layers, made };
    let answer = match ask {
        Ask::Formats(document, shown) => Answer::Formats(menu::html(&document, &wanted(shown))),
        Ask::Write(id, mut document, shown) => match format(&id) {
            Some(format) => {
                document.article.looks = looks(file, &document.article.text);
                let head = Answer::File(format.extension.into(), format.mime.into());
                return message(&head, &format.bytes(&document, &wanted(shown)));
            }
            None => Answer::Refused("There is no such format.".into()),
        },
        Ask::Read => article(file),
        Ask::Decide(own) => decided(&own, file),
        Ask::Pack(page, at) => {
            let link = link::to(&page, file, at);
            let about = in_words::link(link.len(), at.is_some());
            Answer::Link(Some(link).filter(|link| link.len() <= link::LONGEST), about)
        }
        Ask::Unpack(link) => match link::read(&link) {
            Ok((article, corrections, at)) => {
                let about = in_words::held(&article, &corrections);
                Answer::Linked(article, corrections, about, at)
            }
            Err(why) => Answer::Refused(why.into()),
        },
    };
    message(&answer, &[])
}

/// How the words of a text look, as far as they are its own.
fn looks(bytes: &[u8], text: &str) -> Vec<Look> {
    let mut looks: Vec<Look> = decode(bytes).unwrap_or_default();
    looks.retain(|look| {
        text.get(look.range.start()..look.range.end()).is_some() && is_safe_or_none(&look.href)
    });
    looks
}

fn is_safe_or_none(href: &str) -> bool {
    href.is_empty() || is_safe(href)
}

/// A reason as a sentence of the page: "That file is damaged."
fn refused(why: String) -> Answer {
    let mut letters = why.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if why.ends_with(['.', '?', '!']) { "" } else { "." };
    Answer::Refused([&first, letters.as_str(), end].concat())
}

fn article(file: &[u8]) -> Answer {
    match drafts::page(file) {
        Ok(Some((kind, page))) => return Answer::Page(page, kind.into()),
        Ok(None) => {}
        Err(why) => return refused(why),
    }
    match annotated::open(file, None) {
        Ok(Some((reader, built))) if reader.id == "docx" && built.document.has_no_marks() => {
            drafts::word(file).map_or_else(refused, |page| Answer::Page(page, reader.name.into()))
        }
        Ok(Some((reader, built))) => {
            Answer::Article(built.document.article, reader.name.into(), built.losses)
        }
        Ok(None) => Answer::Unknown,
        Err(why) => refused(why),
    }
}

const ANOTHER: &str = "that file holds another text than the one that is open";

fn decided(own: &Document, file: &[u8]) -> Answer {
    match annotated::open(file, None) {
        Ok(Some((_, built))) if built.document.article.text != own.article.text => refused(ANOTHER.into()),
        Ok(Some((_, built))) => {
            let corrections = told(own, &built.document, built.losses.is_empty());
            let rest = untold(&review(own, &corrections), &built.document);
            Answer::Decided(corrections, rest as u32)
        }
        Ok(None) => Answer::Unknown,
        Err(why) => refused(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::every_format;
    use crate::view::sample;

    fn ask(ask: &Ask<&Document>, file: &[u8]) -> (Answer, Vec<u8>) {
        let answer = answer(&message(ask, file), None);
        let (answer, file) = read(&answer).expect("it is an answer");
        (answer, file.to_vec())
    }

    #[test]
    fn every_format_is_listed_and_written() {
        let document = sample::document();
        let shown = Shown { filter: Default::default(), layers: crate::view::LayerSet::USUAL };
        let (Answer::Formats(list), _) = ask(&Ask::Formats(&document, shown), &[]) else {
            panic!("these are no formats");
        };
        for format in every_format() {
            let (Answer::File(extension, mime), bytes) =
                ask(&Ask::Write(format.id.into(), &document, shown), &[])
            else {
                panic!("{} is no file", format.id);
            };
            assert!(!extension.is_empty() && mime.contains('/') && !bytes.is_empty(), "{}", format.id);
            let offers = |what: &str| list.contains(&["data-", what, "=\"", format.id, "\""].concat());
            assert!(offers("download"), "{}", format.id);
            assert!(!offers("copy") || String::from_utf8(bytes).is_ok(), "{}", format.id);
        }
        assert!(list.contains("data-copy=\"markdown\"") && !list.contains("data-copy=\"docx\""), "{list}");
        assert!(list.contains("<p class=\"loss\">"), "{list}");
    }

    #[test]
    fn what_was_decided_in_a_file_is_told() {
        let own = sample::document();
        let mut file = own.clone();
        file.layers.mentions.remove(2);
        let json = crate::export::json::FORMAT.text(&file, &Wanted::usual(true));
        let (article, _) = ask(&Ask::Read, json.as_bytes());
        assert!(matches!(article, Answer::Article(ref article, ..) if article.text == own.article.text));
        let (Answer::Decided(decisions, rest), _) = ask(&Ask::Decide(&own), json.as_bytes()) else {
            panic!("nothing was decided");
        };
        assert_eq!((decisions.iter().count(), rest), (1, 0));
    }

    #[test]
    fn what_cannot_be_read_is_a_sentence() {
        assert_eq!(ask(&Ask::Read, b"It sailed.").0, Answer::Unknown);
        let (answer, _) = ask(&Ask::Read, b"PK\x03\x04");
        assert_eq!(answer, Answer::Refused("This zip is damaged and cannot be opened.".into()));
        let answer = super::answer(&[250, 1], None);
        assert!(matches!(read(&answer), Some((Answer::Refused(_), _))));
    }
}
