//! What the browser keeps between visits, and how what earlier versions kept is still read.
//!
//! Each form begins with its number. An older form of an article is read as it was and made into a new one, whose other
//! fields have their first values; of a newer one that only has more after it the text is read. A place of a form that
//! counted otherwise, or of a newer one, is forgotten: its reader begins at the top.

use crate::desk::{Desk, Edits, History};
use crate::document::article::{Article, Choices};
use crate::document::hints::{Hint, HintKind};
use crate::protocol::{decode, encode};
use crate::review::Corrections;
use crate::text::{TextRange, checksum};
use crate::view::index::Filter;
use crate::view::{LayerSet, MarkId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The current article.
#[derive(Serialize, Deserialize)]
struct KeptArticle {
    form: u8,
    article: Article,
}

/// Where its reader is, and what the reader wants to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    form: u8,
    /// Where the first paragraph in view begins, in bytes of the text.
    pub at: u32,
    /// The layers shown.
    pub visible: LayerSet,
    /// What is left out of them.
    pub filter: Filter,
    /// The key of the mark whose card was open, and where it begins.
    card: Option<(String, u32)>,
}

impl Place {
    /// The mark whose card was open, and where it begins: of a newer engine another mark may have its number.
    pub fn card(&self) -> Option<(MarkId, u32)> {
        self.card.as_ref().and_then(|(key, at)| Some((MarkId::from_key(key)?, *at)))
    }
}

/// What people decided, apart from the article: small, and written often.
#[derive(Serialize, Deserialize)]
struct KeptDecisions {
    form: u8,
    /// Which text they are about.
    text: u64,
    corrections: Corrections,
}

/// An article of form 1, which had no choices, or 2, whose hints knew nothing but kinds.
#[derive(Serialize, Deserialize)]
struct EarlierArticle {
    form: u8,
    text: String,
    #[serde(with = "crate::document::day::maybe")]
    published: Option<Date>,
    hints: Vec<(TextRange, HintKind)>,
    choices: Choices,
}

/// The form of an article.
const FORM: u8 = 3;
const FORM_AFTER: u8 = FORM + 1;

/// The form of a place. Up to form 2 it counted paragraphs, and form 3 knew no card.
const FORM_OF_PLACES: u8 = 4;

/// What can be undone of an article.
#[derive(Serialize, Deserialize)]
struct KeptHistory {
    form: u8,
    /// Which text it led to.
    text: u64,
    history: History,
}

/// What was typed since the article was kept.
#[derive(Serialize, Deserialize)]
struct KeptJournal {
    form: u8,
    /// Which text it was typed into.
    text: u64,
    edits: Edits,
}

/// The form of histories. The first knew no looks of words; of a newer one nothing is undone.
const FORM_OF_HISTORIES: u8 = 2;

/// The form of journals. Of any other nothing was typed.
const FORM_OF_JOURNALS: u8 = 1;

/// The form of decisions, which have a file of their own. The first knew speakers alone, and is read as it is.
const FORM_OF_DECISIONS: u8 = 2;

/// An article as bytes to keep.
pub fn article_bytes(article: &Article) -> Vec<u8> {
    encode(&KeptArticle { form: FORM, article: article.clone() })
}

/// What could be made of bytes that were kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read<T> {
    /// This version or an earlier one kept it.
    Whole(T),
    /// A newer version kept it, perhaps with more than this one understands.
    Newer(Option<T>),
    /// Nobody's.
    Broken,
}

/// Reads an article. Of a newer version's form the text is read, so that its reader can have it.
pub fn read_article(mut bytes: Vec<u8>) -> Read<Article> {
    let form = bytes.first().copied().unwrap_or(0);
    if form == 1 {
        bytes.extend(encode(&Choices::default()));
    }
    let article = match form {
        1 | 2 => decode(&bytes).map(EarlierArticle::renewed),
        _ => decode(&bytes).map(|kept: KeptArticle| kept.article),
    };
    match (form, article) {
        (FORM_AFTER.., article) => Read::Newer(article),
        (1..=FORM, Some(article)) => Read::Whole(article),
        _ => Read::Broken,
    }
}

impl EarlierArticle {
    fn renewed(self) -> Article {
        let hint = |(range, kind)| Hint { kind: Some(kind), ..Hint::of(range) };
        let hints = self.hints.into_iter().map(hint).collect();
        Article { published: self.published, hints, choices: self.choices, ..Article::plain(self.text) }
    }
}

/// A reader's place as bytes to keep.
pub fn place_bytes(at: u32, visible: LayerSet, filter: Filter, card: Option<(MarkId, u32)>) -> Vec<u8> {
    let card = card.map(|(mark, at)| (mark.key(), at));
    encode(&Place { form: FORM_OF_PLACES, at, visible, filter, card })
}

/// Reads a place that this version or the one before kept.
pub fn read_place(bytes: &[u8]) -> Option<Place> {
    let without_card = bytes.first() == Some(&3);
    let bytes = [bytes, if without_card { &[0] } else { &[] }].concat();
    decode(&bytes).filter(|place: &Place| (3..=FORM_OF_PLACES).contains(&place.form))
}

/// What was decided about a text, as bytes to keep.
pub fn decisions_bytes(text: &str, corrections: &Corrections) -> Vec<u8> {
    let text = checksum(text.as_bytes());
    encode(&KeptDecisions { form: FORM_OF_DECISIONS, text, corrections: corrections.clone() })
}

/// Reads what was decided about a text: nothing where it was about another.
pub fn read_decisions(bytes: &[u8], text: &str) -> Read<Corrections> {
    let kept = match (bytes.first(), decode::<KeptDecisions>(bytes)) {
        (Some(1..=FORM_OF_DECISIONS), Some(kept)) => kept,
        (Some(form), _) if *form > FORM_OF_DECISIONS => return Read::Newer(None),
        _ => return Read::Broken,
    };
    let is_its_own = kept.text == checksum(text.as_bytes());
    Read::Whole(if is_its_own { kept.corrections } else { Corrections::default() })
}

/// What can be undone of an article, as bytes to keep.
pub fn history_bytes(text: &str, history: History) -> Vec<u8> {
    encode(&KeptHistory { form: FORM_OF_HISTORIES, text: checksum(text.as_bytes()), history })
}

/// What was typed into the text of this checksum, as bytes to keep.
pub fn journal_bytes(text: u64, edits: &Edits) -> Vec<u8> {
    encode(&KeptJournal { form: FORM_OF_JOURNALS, text, edits: edits.clone() })
}

/// A desk as it was kept: the article with its history, where that is its own, and what was typed since.
pub fn read_desk(article: Article, corrections: Corrections, history: &[u8], journal: &[u8]) -> Desk {
    let text = checksum(article.text.as_bytes());
    // No looks stand at the end of the first form.
    let history = [history, if history.first() == Some(&1) { &[0] } else { &[] }].concat();
    let history = decode::<KeptHistory>(&history);
    let history = history.filter(|kept| (1..=FORM_OF_HISTORIES).contains(&kept.form) && kept.text == text);
    let journal = decode::<KeptJournal>(journal);
    let journal = journal.filter(|kept| kept.form == FORM_OF_JOURNALS && kept.text == text);
    let mut desk = match history {
        Some(kept) => Desk::with_history(article, corrections, kept.history),
        None => Desk::new(article, corrections),
    };
    if let Some(kept) = journal {
        desk.type_again(&kept.edits);
    }
    desk
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::article::CountFrom;
    use crate::document::looks::{Look, STRONG};
    use crate::document::part::Part;
    use crate::review::Correction;
    use crate::text::{Edit, TextRange};

    #[test]
    fn what_is_kept_comes_back() {
        let mut article = Article::plain("One.\n\nTwo.");
        article.choices.count_from = CountFrom::Nothing;
        article.choices.set_part(TextRange::new(6, 10), Some(Part::Caption));
        assert_eq!(read_article(article_bytes(&article)), Read::Whole(article));
        let filter = Filter { furniture: true, least: 700 };
        let card = Some((MarkId::Quote(7), 40));
        let place = read_place(&place_bytes(3, LayerSet(5), filter, card)).expect("it was just written");
        assert_eq!((place.at, place.visible, place.filter, place.card()), (3, LayerSet(5), filter, card));
    }

    #[test]
    fn a_place_of_the_form_before_is_read() {
        // Its number, byte 300, layers 5, furniture too, all marks.
        let place = read_place(&[3, 0xac, 2, 5, 1, 0]).expect("it is read");
        assert_eq!((place.at, place.visible, place.card()), (300, LayerSet(5), None));
        assert_eq!(place.filter, Filter { furniture: true, least: 0 });
        assert_eq!(read_place(&[2, 0xac, 2, 5, 1, 0, 0]), None);
        assert_eq!(read_place(&[5, 0xac, 2, 5, 1, 0, 0]), None);
    }

    #[test]
    fn decisions_come_back_to_their_own_text_alone() {
        let document = crate::view::sample::document();
        let text = &document.article.text;
        let mut corrections = Corrections::default();
        corrections.decide(Correction::speaker(&document, 2, None).expect("there is such a quotation"));
        let bytes = decisions_bytes(text, &corrections);
        assert_eq!(read_decisions(&bytes, text), Read::Whole(corrections));
        assert_eq!(read_decisions(&bytes, "Another text."), Read::Whole(Corrections::default()));
    }

    #[test]
    fn what_was_typed_and_what_can_be_undone_come_back() {
        let look = Look { range: TextRange::new(0, 3), style: STRONG, href: String::new() };
        let looked = Article { looks: vec![look.clone()], ..Article::plain("One.") };
        let looked = Desk::new(looked, Corrections::default());
        let bytes = history_bytes("One.", looked.history());
        let read = read_desk(Article::plain("One."), Corrections::default(), &bytes, &[]);
        assert_eq!((&read, read.looks()), (&looked, vec![look]));
        let mut desk = Desk::new(Article::plain("One."), Corrections::default());
        desk.edit("typing", &Edit::new(TextRange::new(3, 3), "s"), false);
        desk.close();
        let article = desk.draft().article.clone();
        let history = history_bytes(&article.text, desk.history());
        let mut edits = Edits::default();
        let typed = Edit::new(TextRange::new(0, 0), "The ");
        edits.add(&typed, &typed.apply(&mut article.text.clone()));
        let journal = journal_bytes(checksum(article.text.as_bytes()), &edits);
        let read = |journal: &[u8]| read_desk(article.clone(), Corrections::default(), &history, journal);
        assert_eq!(read(&[]), desk);
        let mut typed = read(&journal);
        assert_eq!(typed.draft().article.text, "The Ones.");
        typed.undo();
        typed.undo();
        assert_eq!(typed.draft().article.text, "One.");
        // The first form ended before the looks.
        let mut first = history.clone();
        assert_eq!((first[0], first.pop()), (2, Some(0)));
        first[0] = 1;
        assert_eq!(read_desk(article.clone(), Corrections::default(), &first, &[]), desk);
        // Of another text.
        let other = Article::plain("Two.");
        let fresh = Desk::new(other.clone(), Corrections::default());
        assert_eq!(read_desk(other, Corrections::default(), &history, &journal), fresh);
    }

    #[test]
    fn what_the_first_version_kept_is_read() {
        // The number of the form, the text with its length, no day, no hints.
        let article = [&[1, 4][..], b"One.", &[0, 0]].concat();
        assert_eq!(read_article(article), Read::Whole(Article::plain("One.")));
    }

    #[test]
    fn what_the_second_version_kept_is_read() {
        // After the text: a day, one hint (bytes 0 to 4, an item), "count from: nothing", no parts.
        let day = [1, 0xd2, 0x1f, 2, 3];
        let article = [&[2, 5][..], b"One.\n", &day, &[1, 0, 4, 1], &[4, 0]].concat();
        let mut expected = Article::plain("One.\n");
        expected.published = crate::document::day::read_day("2025-02-03");
        expected.hints.push(Hint { kind: Some(HintKind::Item), ..Hint::of(TextRange::new(0, 4)) });
        expected.choices.count_from = CountFrom::Nothing;
        assert_eq!(read_article(article), Read::Whole(expected));
    }

    #[test]
    fn of_what_a_later_version_kept_the_text_is_read() {
        let mut bytes = article_bytes(&Article::plain("One."));
        bytes[0] = FORM + 7;
        bytes.extend([3, 1, 4]);
        assert_eq!(read_article(bytes), Read::Newer(Some(Article::plain("One."))));
        assert_eq!(read_article(vec![9, 4, 1]), Read::Newer(None));
        assert_eq!(read_decisions(&[9, 4, 1], ""), Read::Newer(None));
    }

    #[test]
    fn what_nobody_kept_is_not_read() {
        for bytes in [vec![], vec![0], vec![2, 200], vec![1]] {
            assert_eq!(read_place(&bytes), None);
            assert_eq!(read_article(bytes), Read::Broken);
        }
        for bytes in [vec![], vec![0], vec![1]] {
            assert_eq!(read_decisions(&bytes, ""), Read::Broken);
        }
    }
}
