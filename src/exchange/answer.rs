//! How the worker answers.

use super::{Answer, Ask, Line, Shown, link, message, read};
use crate::document::Document;
use crate::export::{FOR_PEOPLE, FOR_PROGRAMS, Format, Wanted, Write, format};
use crate::import::{annotated, drafts};
use crate::review::{review, told, untold};
use jiff::civil::DateTime;

/// The answer to a message, to be sent as it is. `made` is the moment by the reader's clock.
pub fn answer(question: &[u8], made: Option<DateTime>) -> Vec<u8> {
    let Some((ask, file)) = read::<Ask<Document>>(question) else {
        return message(&Answer::Refused("That question cannot be read.".into()), &[]);
    };
    let wanted = |shown: Shown| Wanted { filter: shown.filter, layers: shown.layers, made };
    let answer = match ask {
        Ask::Formats(document, shown) => {
            let lines =
                |formats: &[Format]| formats.iter().map(|one| line(one, &document, &wanted(shown))).collect();
            Answer::Formats(lines(FOR_PEOPLE), lines(FOR_PROGRAMS))
        }
        Ask::Write(id, document, shown) => match format(&id) {
            Some(format) => {
                let head = Answer::File(format.extension.into(), format.mime.into());
                return message(&head, &format.bytes(&document, &wanted(shown)));
            }
            None => Answer::Refused("There is no such format.".into()),
        },
        Ask::Read => article(file),
        Ask::Decide(own) => decided(&own, file),
        Ask::Pack => Answer::Link(link::pack(file)),
        Ask::Unpack(link) => match link::unpack(&link) {
            Ok((article, corrections)) => Answer::Linked(article, corrections),
            Err(why) => Answer::Refused(why.into()),
        },
    };
    message(&answer, &[])
}

fn line(format: &Format, document: &Document, wanted: &Wanted) -> Line {
    Line {
        id: format.id.into(),
        name: format.name.into(),
        about: format.about.into(),
        losses: (format.programs.losses)(document, wanted),
        is_text: matches!(format.write, Write::Text(_)),
    }
}

fn article(file: &[u8]) -> Answer {
    match drafts::page(file) {
        Ok(Some((kind, page))) => return Answer::Page(page, kind.into()),
        Ok(None) => {}
        Err(why) => return Answer::Refused(why),
    }
    match annotated::open(file, None) {
        Ok(Some((reader, built))) => {
            Answer::Article(built.document.article, reader.name.into(), built.losses)
        }
        Ok(None) => Answer::Unknown,
        Err(why) => Answer::Refused(why),
    }
}

fn decided(own: &Document, file: &[u8]) -> Answer {
    match annotated::open(file, None) {
        Ok(Some((_, built))) => {
            let corrections = told(own, &built.document, built.losses.is_empty());
            let rest = untold(&review(own, &corrections), &built.document);
            Answer::Decided(corrections, rest as u32)
        }
        Ok(None) => Answer::Unknown,
        Err(why) => Answer::Refused(why),
    }
}
