//! The part of a line that needs no look at its neighbours.

use super::look::{Look, Shape};
use super::phrases::Tells;
use super::picture::Picture;
use crate::document::hints::HintKind;
use crate::document::part::Part;
use crate::document::reason::Rule;
use crate::text::TextRange;

/// A part, the rule that gives it and the words the rule relied on.
pub(super) type Given = (Part, Rule, TextRange);

/// The page's own words.
pub(super) fn furniture(look: &Look) -> Given {
    (Part::Furniture, Rule::PageFurniture, look.hit.map_or(look.range, |hit| hit.range))
}

/// Full sentences that no phrase makes something else.
pub(super) fn is_plain_prose(look: &Look) -> bool {
    look.is_prose()
        && look.hit.is_none()
        && !matches!(look.hint, Some(HintKind::Caption | HintKind::Heading(_)))
        && look.picture < Picture::Surely
        && !look.credited
}

/// The parts that a paragraph shows by itself, wherever it stands.
pub(super) fn plain_part(look: &Look) -> Option<Given> {
    let range = look.range;
    // A page sets the items of its head as a list, or as headings.
    match look.hint.filter(|_| !matches!(look.shape, Shape::Stamp | Shape::Byline)) {
        Some(HintKind::Caption) => return Some((Part::Caption, Rule::PictureLine, range)),
        Some(HintKind::Row) => return Some((Part::Table, Rule::TableRow, range)),
        Some(HintKind::Heading(_)) if look.hit.is_none() => {
            return Some((Part::Subheading, Rule::Heading, range));
        }
        Some(HintKind::Item) if look.hit.is_none() => return Some((Part::List, Rule::ListMark, range)),
        _ => {}
    }
    if look.contact || look.alternative {
        return Some((Part::Furniture, Rule::PageFurniture, range));
    }
    if look.credited && look.hit.is_none_or(|hit| matches!(hit.tells, Tells::Caption | Tells::Credit)) {
        return Some((Part::Caption, Rule::CreditLine, range));
    }
    match look.shape {
        Shape::Stamp => return Some((Part::Timestamp, Rule::DateLineOnly, range)),
        Shape::Byline => return Some((Part::Byline, Rule::BylineWord, range)),
        _ => {}
    }
    let hit = look.hit?;
    let words = hit.range;
    match hit.tells {
        Tells::Signoff => Some((Part::Signoff, Rule::SignoffWords, words)),
        Tells::Correction => Some((Part::Correction, Rule::CorrectionWords, words)),
        Tells::Update => Some((Part::Update, Rule::UpdateTag, words)),
        Tells::Furniture => Some((Part::Furniture, Rule::PageFurniture, words)),
        Tells::Section if !look.is_prose() => Some((Part::Furniture, Rule::PageFurniture, words)),
        Tells::Caption if look.words > 8 => Some((Part::Caption, Rule::CreditLine, words)),
        Tells::Caption | Tells::Credit if look.words <= 10 => Some((Part::Credit, Rule::CreditLine, words)),
        Tells::Credit if look.words <= 60 && look.picture > Picture::No => {
            Some((Part::Caption, Rule::CreditLine, words))
        }
        _ => None,
    }
}
