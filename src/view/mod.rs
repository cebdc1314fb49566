//! What to draw: each paragraph as text and nested marks, the notes for its margin, the card of a
//! mark, the ledger of an article. Plain data, so that screen, print and HTML export say the same.

pub mod blocks;
pub mod card;
pub mod changed;
pub mod checked;
pub mod chunks;
pub mod dates;
pub mod decide;
pub mod explain;
pub mod extent;
pub mod findings;
pub mod folds;
pub mod html;
pub mod index;
pub mod ledger;
pub mod links;
pub mod notes;
pub mod origin;
pub mod parts;
mod pieces;
pub mod quoted;
pub mod spans;
pub mod speakers;
pub mod timeline;
pub mod verdict;

#[cfg(test)]
mod contrast;
#[cfg(test)]
pub(crate) mod sample;

use crate::checks::Finding;
use crate::document::Document;
use crate::document::entities::Label;
use crate::text::TextRange;
use crate::text::order::{most_first, put_in_order};
pub use pieces::{Marks, Piece, paragraph};
use serde::{Deserialize, Serialize};

/// The layers a reader can show or hide, in the order of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Layer {
    /// Names of persons.
    People,
    /// Names of organisations.
    Organisations,
    /// Names of places.
    Places,
    /// Nationalities, faiths, movements.
    Groups,
    /// Events, works, products.
    Others,
    /// Quotations with cue and speaker.
    Quotations,
    /// Words in quotation marks that nobody said.
    Terms,
    /// Dates, times, durations.
    Times,
    /// Money, percentages, quantities.
    Amounts,
    /// The dateline.
    Dateline,
    /// Pronouns and descriptions that stand for an entity.
    References,
    /// What people think or want, where nobody says a word.
    Attitudes,
    /// What an editor should look at.
    Findings,
    /// Words that an editor marked with a label of their own.
    Own,
}

/// What the legend, the toggles and the help say of a layer.
pub struct LayerInfo {
    /// The layer.
    pub layer: Layer,
    /// Its name.
    pub name: &'static str,
    /// The letter of its badge.
    pub letter: &'static str,
    /// Its class in the style sheet and key in storage.
    pub class: &'static str,
    /// What it marks, one sentence.
    pub about: &'static str,
}

/// Every layer, once.
pub const LAYERS: &[LayerInfo] = &[
    LayerInfo {
        layer: Layer::People,
        name: "People",
        letter: "P",
        class: "people",
        about: "Names of persons, without their titles.",
    },
    LayerInfo {
        layer: Layer::Organisations,
        name: "Organisations",
        letter: "O",
        class: "organisations",
        about: "Companies, governments’ bodies, parties, teams, media.",
    },
    LayerInfo {
        layer: Layer::Places,
        name: "Places",
        letter: "L",
        class: "places",
        about: "Countries, towns, regions, waters, buildings.",
    },
    LayerInfo {
        layer: Layer::Groups,
        name: "Groups",
        letter: "G",
        class: "groups",
        about: "Nationalities, faiths, movements and their members.",
    },
    LayerInfo {
        layer: Layer::Others,
        name: "Other names",
        letter: "N",
        class: "others",
        about: "Events, works, products and vehicles.",
    },
    LayerInfo {
        layer: Layer::Quotations,
        name: "Quotations",
        letter: "Q",
        class: "quotations",
        about: "What was said, with the word that reports it and who said it.",
    },
    LayerInfo {
        layer: Layer::Terms,
        name: "Terms",
        letter: "W",
        class: "terms",
        about: "Words in quotation marks that nobody said: titles, labels.",
    },
    LayerInfo {
        layer: Layer::Times,
        name: "Times",
        letter: "T",
        class: "times",
        about: "Dates, times of day, durations, each resolved where it can be.",
    },
    LayerInfo {
        layer: Layer::Amounts,
        name: "Amounts",
        letter: "A",
        class: "amounts",
        about: "Money, percentages, quantities.",
    },
    LayerInfo {
        layer: Layer::Dateline,
        name: "Dateline",
        letter: "D",
        class: "dateline",
        about: "Where and when the article was filed, and by which agency.",
    },
    LayerInfo {
        layer: Layer::References,
        name: "He, she, they",
        letter: "R",
        class: "references",
        about: "Pronouns and descriptions that stand for someone named.",
    },
    LayerInfo {
        layer: Layer::Attitudes,
        name: "Attitudes",
        letter: "V",
        class: "attitudes",
        about: "What somebody expects, wants or supports, told without a word of speech. Hidden until it is asked for.",
    },
    LayerInfo {
        layer: Layer::Findings,
        name: "To check",
        letter: "C",
        class: "findings",
        about: "What does not fit together: look before you print.",
    },
    LayerInfo {
        layer: Layer::Own,
        name: "My labels",
        letter: "Z",
        class: "mine",
        about: "Words that you marked with a label of your own; each has that label’s letter.",
    },
];

impl Layer {
    /// Its entry in the table.
    pub fn info(self) -> &'static LayerInfo {
        &LAYERS[self as usize]
    }

    /// The layer of a name with this label.
    pub fn of(label: Label) -> Layer {
        match label {
            Label::Person => Layer::People,
            Label::Organisation => Layer::Organisations,
            Label::Place => Layer::Places,
            Label::Group => Layer::Groups,
            Label::Event | Label::Work | Label::Product => Layer::Others,
        }
    }
}

/// A set of layers, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerSet(pub u16);

impl LayerSet {
    /// All layers.
    pub const ALL: LayerSet = LayerSet((1 << LAYERS.len()) - 1);

    /// What a reader sees who has not chosen: all but attitudes, which would lie between the reader
    /// and what was really said.
    pub const USUAL: LayerSet = LayerSet(Self::ALL.0 & !(1 << Layer::Attitudes as u16));

    /// These layers.
    pub fn of(layers: &[Layer]) -> LayerSet {
        LayerSet(layers.iter().fold(0, |set, &layer| set | 1 << layer as u16))
    }

    /// Whether the layer is in the set.
    pub fn has(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u16) != 0
    }

    /// The set with the layer put in or taken out.
    pub fn toggled(self, layer: Layer) -> LayerSet {
        LayerSet(self.0 ^ (1 << layer as u16))
    }
}

/// Which annotation: a list of `Layers` and an index into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MarkId {
    /// A name.
    Mention(u32),
    /// A pronoun or description.
    Reference(u32),
    /// A quotation.
    Quote(u32),
    /// A quotation's cue.
    Cue(u32),
    /// A term in quotation marks.
    Term(u32),
    /// A time.
    Time(u32),
    /// An amount.
    Amount(u32),
    /// The dateline.
    Dateline,
    /// A finding of the checks.
    Finding(u32),
    /// Words with a label of their editor's.
    Passage(u32),
}

impl MarkId {
    /// A letter and a number: `m12`. The page's elements carry it.
    pub fn key(self) -> String {
        let (letter, index) = match self {
            MarkId::Mention(index) => ('m', index),
            MarkId::Reference(index) => ('r', index),
            MarkId::Quote(index) => ('q', index),
            MarkId::Cue(index) => ('c', index),
            MarkId::Term(index) => ('w', index),
            MarkId::Time(index) => ('t', index),
            MarkId::Amount(index) => ('a', index),
            MarkId::Dateline => ('d', 0),
            MarkId::Finding(index) => ('f', index),
            MarkId::Passage(index) => ('p', index),
        };
        let mut key = String::from(letter);
        key.push_str(&index.to_string());
        key
    }

    /// Reads a [`MarkId::key`].
    pub fn from_key(key: &str) -> Option<MarkId> {
        let index = key.get(1..)?.parse().ok()?;
        Some(match key.as_bytes()[0] {
            b'm' => MarkId::Mention(index),
            b'r' => MarkId::Reference(index),
            b'q' => MarkId::Quote(index),
            b'c' => MarkId::Cue(index),
            b'w' => MarkId::Term(index),
            b't' => MarkId::Time(index),
            b'a' => MarkId::Amount(index),
            b'd' => MarkId::Dateline,
            b'f' => MarkId::Finding(index),
            b'p' => MarkId::Passage(index),
            _ => return None,
        })
    }
}

/// One mark to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which annotation.
    pub id: MarkId,
    /// Where.
    pub range: TextRange,
    /// Of which layer.
    pub layer: Layer,
}

/// Every mark of a document, and of what was found to check in it, in text order, outermost first.
pub fn marks(document: &Document, findings: &[Finding]) -> Vec<Mark> {
    let layers = &document.layers;
    let mut marks: Vec<Mark> = Vec::new();
    let mut add = |id, range, layer| marks.push(Mark { id, range, layer });
    for (i, mention) in layers.mentions.iter().enumerate() {
        add(MarkId::Mention(i as u32), mention.range, Layer::of(mention.label));
    }
    for (i, reference) in layers.references.iter().enumerate() {
        add(MarkId::Reference(i as u32), reference.range, Layer::References);
    }
    for (i, quote) in layers.quotes.iter().enumerate() {
        let layer = if quote.attitude { Layer::Attitudes } else { Layer::Quotations };
        add(MarkId::Quote(i as u32), quote.range, layer);
        if let Some(cue) = quote.cue.filter(|&cue| first_with_cue(document, i, cue)) {
            add(MarkId::Cue(i as u32), cue, layer);
        }
    }
    for (i, term) in layers.terms.iter().enumerate() {
        add(MarkId::Term(i as u32), term.range, Layer::Terms);
    }
    for (i, time) in layers.times.iter().enumerate() {
        add(MarkId::Time(i as u32), time.range, Layer::Times);
    }
    for (i, amount) in layers.amounts.iter().enumerate() {
        add(MarkId::Amount(i as u32), amount.range, Layer::Amounts);
    }
    if let Some(dateline) = &layers.dateline {
        add(MarkId::Dateline, dateline.range, Layer::Dateline);
    }
    for (i, passage) in layers.passages.iter().enumerate() {
        add(MarkId::Passage(i as u32), passage.range, Layer::Own);
    }
    for (i, finding) in findings.iter().enumerate() {
        add(MarkId::Finding(i as u32), finding.range, Layer::Findings);
    }
    put_in_order(&mut marks, |mark| (mark.range.start() as u32, most_first(mark.range.end()), 0));
    marks
}

/// One cue may report several pieces; it is drawn once.
fn first_with_cue(document: &Document, index: usize, cue: TextRange) -> bool {
    let before = &document.layers.quotes[..index];
    !before.iter().rev().take(8).any(|quote| quote.cue == Some(cue))
}
