//! A proof that was made in the browser, which has no room to carry the document: what its marks show is read.
//!
//! ```html
//! <p class="body" dir="auto"><mark class="people on-1" id="m0" title="Osei: Amina Osei, person">Osei</mark> …</p>
//! ```
//!
//! Galley's own writer escapes every `<` and `>` of the text and of attributes, so tags are found by them alone.

use super::super::marked::Marked;
use crate::document::amounts::AmountKind;
use crate::document::entities::Label;
use crate::document::part::Part;
use crate::document::quotes::QuoteKind;
use crate::document::references::ReferenceKind;
use crate::document::times::TimeKind;
use crate::standoff::{Key, Kind, Span, Standoff};
use crate::text::TextRange;
use std::collections::BTreeMap;

/// The most marks that stand in one another.
const DEEPEST: usize = 256;

const LOSS: &str = "This proof was made in the browser and shows no scores, no reasons, no values of times and no \
    pieces of one quotation: those were left out.";

/// Reads the words of the article and its marks.
pub fn read(html: &str) -> Result<Marked, String> {
    let article =
        html.split_once("<div class=\"chunk\">").and_then(|(_, rest)| rest.split_once("</div></article>"));
    let (article, _) = article.ok_or("this proof is damaged: its article is not there")?;
    let mut reader = Reader::default();
    let (before, tags) = article.split_once('<').unwrap_or((article, ""));
    reader.out.text.push_str(&unescaped(before));
    for piece in tags.split('<').filter(|piece| !piece.is_empty()) {
        let (tag, words) = piece.split_once('>').ok_or("this proof is damaged: a tag does not end")?;
        reader.tag(tag)?;
        reader.out.text.push_str(&unescaped(words));
    }
    Ok(Marked { standoff: reader.out, losses: vec![LOSS.to_owned()] })
}

#[derive(Default)]
struct Reader {
    out: Standoff,
    /// Where open marks begin, with their tags.
    open: Vec<(usize, String)>,
    /// The paragraph that is open: where it begins and its part.
    paragraph: (usize, Option<Part>),
    /// The last mark of each title: one that another cuts goes on under the same.
    last: BTreeMap<String, usize>,
}

impl Reader {
    fn tag(&mut self, tag: &str) -> Result<(), String> {
        let here = self.out.text.len();
        match tag.split(' ').next().unwrap_or_default() {
            "p" | "h2" | "h3" => {
                let label = attribute(tag, "data-part").map(|part| ["part_", &part].concat());
                let kind = label.and_then(|label| Kind::of_label(&label));
                self.paragraph = (
                    here,
                    match kind {
                        Some(Kind::Paragraph(part)) => Some(part),
                        _ => Some(Part::Body),
                    },
                );
            }
            "/p" | "/h2" | "/h3" => {
                if let (from, Some(part)) = self.paragraph {
                    let range = TextRange::new(from, here);
                    self.out.spans.push(Span::new(range, Kind::Paragraph(part)));
                }
            }
            "mark" if self.open.len() == DEEPEST => {
                return Err("this proof is damaged: its marks do not end".into());
            }
            "mark" => self.open.push((here, tag.to_owned())),
            "/mark" => {
                let (from, tag) =
                    self.open.pop().ok_or("this proof is damaged: a mark ends that was not begun")?;
                self.mark(TextRange::new(from, here), &tag);
            }
            _ => {}
        }
        Ok(())
    }

    fn mark(&mut self, range: TextRange, tag: &str) {
        let class = attribute(tag, "class").unwrap_or_default();
        let title = attribute(tag, "title").unwrap_or_default();
        let title = title.strip_suffix(", doubtful").unwrap_or(&title);
        if attribute(tag, "id").is_none() {
            if let Some(&at) = self.last.get(title) {
                let span = &mut self.out.spans[at];
                span.range = span.range.cover(range);
            }
            return;
        }
        let words = range.of(&self.out.text);
        let Some(mut span) = span(range, words, &class, title) else { return };
        if span.kind == Kind::Own {
            span.tell(Key::Own, own_label(words, &class, title, tag));
        }
        self.last.insert(title.to_owned(), self.out.spans.len());
        self.out.spans.push(span);
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&[" ", name, "=\""].concat())?;
    rest.split_once('"').map(|(value, _)| unescaped(value))
}

/// The mark that a class and a title show.
fn span(range: TextRange, words: &str, class: &str, title: &str) -> Option<Span> {
    let kind = kind(class, words, title)?;
    let mut span = Span::new(range, kind);
    let told = title.strip_prefix(words).unwrap_or(title);
    match kind {
        Kind::Name(_) | Kind::Reference(_) => {
            // "Osei: Amina Osei, person", or "Amina Osei, person" where both are the same.
            let name = told
                .strip_prefix(": ")
                .and_then(|told| told.rsplit_once(", "))
                .map_or(words, |(name, _)| name);
            span.tell(Key::Name, name);
            span.tell(Key::Entity, ["named ", name].concat());
        }
        Kind::Quote(_) => {
            let who = title.rsplit_once(", ").map(|(_, who)| who).filter(|who| *who != "speaker unknown");
            if let Some(who) = who {
                span.tell(Key::Speaker, who);
            }
            if class.starts_with("attitudes") {
                span.tell(Key::Attitude, "true");
            }
        }
        _ => {}
    }
    Some(span)
}

/// "Osei: Claim, your label", with the letter and the colour that the mark shows.
fn own_label(words: &str, class: &str, title: &str, tag: &str) -> String {
    let told = title.strip_prefix(words).and_then(|told| told.strip_prefix(": ")).unwrap_or(title);
    let name = told.rsplit_once(", ").map_or(told, |(name, _)| name);
    let colour = class.split(' ').find_map(|class| class.strip_prefix("own-")).unwrap_or_default();
    let letter = attribute(tag, "data-letter").unwrap_or_default();
    [name, " = ", &letter, ", ", colour].concat()
}

fn kind(class: &str, words: &str, title: &str) -> Option<Kind> {
    let has = |word: &str| class.split(' ').any(|known| known == word);
    Some(match class.split(' ').next()? {
        "people" => Kind::Name(Label::Person),
        "organisations" => Kind::Name(Label::Organisation),
        "places" => Kind::Name(Label::Place),
        "groups" => Kind::Name(Label::Group),
        "others" if title.ends_with(", event") => Kind::Name(Label::Event),
        "others" if title.ends_with(", product") => Kind::Name(Label::Product),
        "others" => Kind::Name(Label::Work),
        "references" if words.contains(' ') => Kind::Reference(ReferenceKind::Description),
        "references" => Kind::Reference(ReferenceKind::Pronoun),
        "quotations" if has("direct") => Kind::Quote(QuoteKind::Direct),
        "quotations" if has("mixed") => Kind::Quote(QuoteKind::Mixed),
        "quotations" | "attitudes" => Kind::Quote(QuoteKind::Indirect),
        "terms" => Kind::Term,
        "times" => Kind::Time(TimeKind::Date),
        "amounts" if words.contains('%') || words.contains("per") => Kind::Amount(AmountKind::Percent),
        "amounts" if words.contains(['$', '€', '£', '¥']) => Kind::Amount(AmountKind::Money),
        "amounts" => Kind::Amount(AmountKind::Quantity),
        "dateline" => Kind::Dateline,
        "mine" => Kind::Own,
        _ => return None,
    })
}

/// What the proof's writer escaped, undone; words that it cannot have escaped stay as they are.
pub(super) fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap_or(text.into()).into_owned()
}
