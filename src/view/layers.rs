//! The layers of marks that a reader can show or hide.

use crate::document::entities::Label;
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
