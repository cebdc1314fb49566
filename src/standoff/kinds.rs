//! The kinds of spans, by the labels that other programs see and the words that people read.

use crate::document::amounts::AmountKind;
use crate::document::entities::Label;
use crate::document::part::Part;
use crate::document::quotes::QuoteKind;
use crate::document::references::ReferenceKind;
use crate::document::times::TimeKind;

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A name.
    Name(Label),
    /// A sum, a share, a measure.
    Amount(AmountKind),
    /// A pronoun or a description.
    Reference(ReferenceKind),
    /// A piece of a quotation.
    Quote(QuoteKind),
    /// Words that stand for a speaker and are neither a name nor a reference.
    Speaker,
    /// The word that reports.
    Cue,
    /// Whom it was said to.
    Addressee,
    /// Words in quotation marks that nobody said.
    Term,
    /// An expression of time.
    Time(TimeKind),
    /// The dateline.
    Dateline,
    /// The place or places in it.
    DatelinePlace,
    /// The date in it.
    DatelineDate,
    /// The agency in it.
    Agency,
    /// Who wrote the article.
    Author,
    /// An author's role.
    AuthorRole,
    /// Where an author reports from.
    AuthorPlace,
    /// A paragraph.
    Paragraph(Part),
    /// Words with a label of their editor's, which [`Key::Own`] tells.
    Own,
    /// Words that a person says something of, which [`Key::Comment`] tells.
    Comment,
}

/// Kinds that stand or fall together in a format, and the words for one and for several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Names.
    Names,
    /// Amounts.
    Amounts,
    /// References.
    References,
    /// Quotations.
    Quotations,
    /// Speakers that are no names, cues, addressees.
    Speech,
    /// Terms.
    Terms,
    /// Times.
    Times,
    /// The dateline and its parts.
    Datelines,
    /// Authors, their roles and places.
    Authors,
    /// Labels of an editor's own.
    Labels,
    /// What people say of words.
    Comments,
    /// Paragraphs.
    Paragraphs,
}

impl Family {
    /// Every family.
    pub const ALL: [Family; 12] = [
        Family::Names,
        Family::Amounts,
        Family::References,
        Family::Quotations,
        Family::Speech,
        Family::Terms,
        Family::Times,
        Family::Datelines,
        Family::Authors,
        Family::Labels,
        Family::Comments,
        Family::Paragraphs,
    ];
    /// All but paragraphs, which would lie under everything else.
    pub const MARKS: &[Family] = Family::ALL.split_at(11).0;

    /// The words for one, and for several.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Family::Names => ["name", "names"],
            Family::Amounts => ["amount", "amounts"],
            Family::References => ["pronoun or description", "pronouns and descriptions"],
            Family::Quotations => ["piece of a quotation", "pieces of quotations"],
            Family::Speech => ["word beside a quotation", "words beside quotations"],
            Family::Terms => ["term", "terms"],
            Family::Times => ["time", "times"],
            Family::Datelines => ["part of the dateline", "parts of the dateline"],
            Family::Authors => ["part of the byline", "parts of the byline"],
            Family::Labels => ["label of your own", "labels of your own"],
            Family::Comments => ["comment", "comments"],
            Family::Paragraphs => ["part of a paragraph", "parts of paragraphs"],
        }
    }
}

/// Every kind of Galley's own with its label and its name for people.
pub const KINDS: &[(Kind, &str, &str)] = &[
    (Kind::Name(Label::Person), "PERSON", "Person"),
    (Kind::Name(Label::Organisation), "ORG", "Organisation"),
    (Kind::Name(Label::Place), "PLACE", "Place"),
    (Kind::Name(Label::Group), "GROUP", "Group"),
    (Kind::Name(Label::Event), "EVENT", "Event"),
    (Kind::Name(Label::Work), "WORK", "Work"),
    (Kind::Name(Label::Product), "PRODUCT", "Product"),
    (Kind::Amount(AmountKind::Money), "MONEY", "Money"),
    (Kind::Amount(AmountKind::Percent), "PERCENT", "Percentage"),
    (Kind::Amount(AmountKind::Quantity), "QUANTITY", "Quantity"),
    (Kind::Reference(ReferenceKind::Pronoun), "PRONOUN", "Pronoun"),
    (Kind::Reference(ReferenceKind::Description), "DESCRIPTION", "Description"),
    (Kind::Quote(QuoteKind::Direct), "DIRECT_QUOTE", "Direct quotation"),
    (Kind::Quote(QuoteKind::Indirect), "INDIRECT_QUOTE", "Indirect quotation"),
    (Kind::Quote(QuoteKind::Mixed), "MIXED_QUOTE", "Mixed quotation"),
    (Kind::Speaker, "SPEAKER", "Speaker"),
    (Kind::Cue, "CUE", "Cue"),
    (Kind::Addressee, "ADDRESSEE", "Addressee"),
    (Kind::Term, "TERM", "Term"),
    (Kind::Time(TimeKind::Date), "DATE", "Date"),
    (Kind::Time(TimeKind::Time), "TIME", "Time"),
    (Kind::Time(TimeKind::Duration), "DURATION", "Duration"),
    (Kind::Time(TimeKind::Set), "SET", "Repeated time"),
    (Kind::Dateline, "DATELINE", "Dateline"),
    (Kind::DatelinePlace, "DATELINE_PLACE", "Dateline place"),
    (Kind::DatelineDate, "DATELINE_DATE", "Dateline date"),
    (Kind::Agency, "AGENCY", "Agency"),
    (Kind::Author, "AUTHOR", "Author"),
    (Kind::AuthorRole, "AUTHOR_ROLE", "Author’s role"),
    (Kind::AuthorPlace, "AUTHOR_PLACE", "Author’s place"),
    (Kind::Comment, "COMMENT", "Comment"),
    (Kind::Paragraph(Part::Headline), "PART_HEADLINE", "Headline"),
    (Kind::Paragraph(Part::Deck), "PART_DECK", "Deck"),
    (Kind::Paragraph(Part::Byline), "PART_BYLINE", "Byline"),
    (Kind::Paragraph(Part::Credit), "PART_CREDIT", "Credit"),
    (Kind::Paragraph(Part::Timestamp), "PART_TIMESTAMP", "Time stamp"),
    (Kind::Paragraph(Part::Caption), "PART_CAPTION", "Caption"),
    (Kind::Paragraph(Part::Body), "PART_BODY", "Body"),
    (Kind::Paragraph(Part::Subheading), "PART_SUBHEADING", "Subheading"),
    (Kind::Paragraph(Part::List), "PART_LIST", "List"),
    (Kind::Paragraph(Part::Table), "PART_TABLE", "Table"),
    (Kind::Paragraph(Part::Signoff), "PART_SIGNOFF", "Sign-off"),
    (Kind::Paragraph(Part::Correction), "PART_CORRECTION", "Correction"),
    (Kind::Paragraph(Part::Update), "PART_UPDATE", "Update"),
    (Kind::Paragraph(Part::Furniture), "PART_FURNITURE", "Furniture"),
];

/// Labels that others give to what Galley marks.
const OTHERS: &[(&str, &str)] = &[
    ("PER", "PERSON"),
    ("PEOPLE", "PERSON"),
    ("ORGANIZATION", "ORG"),
    ("ORGANISATION", "ORG"),
    ("LOC", "PLACE"),
    ("LOCATION", "PLACE"),
    ("GPE", "PLACE"),
    ("FAC", "PLACE"),
    ("NORP", "GROUP"),
    ("WORK_OF_ART", "WORK"),
    ("QUOTE", "DIRECT_QUOTE"),
    ("QUOTATION", "DIRECT_QUOTE"),
];

/// What the labels of an editor's own begin with in other programs: `OWN_Claim`.
pub(super) const OWN: &str = "OWN_";
/// Theirs are as many as editors want; which one it is stands behind.
const OWN_KIND: (Kind, &str, &str) = (Kind::Own, "OWN", "Own label");

impl Kind {
    /// Its label in other programs: capital letters and `_` alone.
    pub fn label(self) -> &'static str {
        self.entry().map_or("MARK", |(_, label, _)| label)
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        self.entry().map_or("Mark", |(_, _, name)| name)
    }

    /// The kind of a label, Galley's own or another's, in any case of letters.
    pub fn of_label(label: &str) -> Option<Kind> {
        let label = label.trim().to_ascii_uppercase().replace([' ', '-'], "_");
        if label.starts_with(OWN) {
            return Some(Kind::Own);
        }
        let own = OTHERS.iter().find(|(other, _)| *other == label).map_or(label.as_str(), |(_, own)| own);
        KINDS.iter().find(|(_, known, _)| *known == own).map(|(kind, _, _)| *kind)
    }

    /// The kind of a name for people.
    pub fn of_name(name: &str) -> Option<Kind> {
        let mut kinds = KINDS.iter().chain([&OWN_KIND]);
        kinds.find(|(_, _, known)| *known == name).map(|(kind, _, _)| *kind)
    }

    /// Its family.
    pub fn family(self) -> Family {
        match self {
            Kind::Name(_) => Family::Names,
            Kind::Amount(_) => Family::Amounts,
            Kind::Reference(_) => Family::References,
            Kind::Quote(_) => Family::Quotations,
            Kind::Speaker | Kind::Cue | Kind::Addressee => Family::Speech,
            Kind::Term => Family::Terms,
            Kind::Time(_) => Family::Times,
            Kind::Dateline | Kind::DatelinePlace | Kind::DatelineDate | Kind::Agency => Family::Datelines,
            Kind::Author | Kind::AuthorRole | Kind::AuthorPlace => Family::Authors,
            Kind::Own => Family::Labels,
            Kind::Comment => Family::Comments,
            Kind::Paragraph(_) => Family::Paragraphs,
        }
    }

    fn entry(self) -> Option<&'static (Kind, &'static str, &'static str)> {
        KINDS.iter().chain([&OWN_KIND]).find(|(kind, _, _)| *kind == self)
    }
}

macro_rules! words {
    ($(#[$about:meta])* $enum:ident { $($(#[$doc:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $enum { $($(#[$doc])* $value,)* }

        impl $enum {
            /// Every one.
            pub const ALL: &'static [$enum] = &[$($enum::$value,)*];

            /// Its name in files.
            pub fn name(self) -> &'static str {
                match self { $($enum::$value => $name,)* }
            }

            /// The one of this name.
            pub fn of_name(name: &str) -> Option<$enum> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

words! {
    /// What is told of a span.
    Key {
        /// Which entity it names or stands for: `e1`.
        Entity = "entity",
        /// That entity's name.
        Name = "name",
        /// How sure, in thousandths.
        Score = "score",
        /// The short name of a rule.
        Why = "why",
        /// A title or a role, once for each.
        Role = "role",
        /// What kind of place.
        PlaceKind = "place_kind",
        /// The country of a place.
        Country = "country",
        /// In degrees.
        Latitude = "latitude",
        /// In degrees.
        Longitude = "longitude",
        /// Which quotation a piece belongs to: `q1`.
        Group = "group",
        /// The name of who speaks.
        Speaker = "speaker",
        /// What kind of source that is.
        Source = "source",
        /// What the quotation does.
        Utterance = "utterance",
        /// `true` where it tells what somebody thinks.
        Attitude = "attitude",
        /// A name that an unknown speaker might bear, once for each.
        Candidate = "candidate",
        /// The TimeML value.
        Value = "value",
        /// A place of the dateline, once for each: `London (GB)`.
        Place = "place",
        /// The day of the dateline.
        Day = "day",
        /// A label of its editor's: `Claim = k, blue`.
        Own = "own",
        /// What a person says of the words.
        Comment = "comment",
    }
}

impl Key {
    /// What stands under it, in words.
    pub fn words(self) -> &'static str {
        match self {
            Key::Entity => "who is who",
            Key::Name => "full names",
            Key::Score => "scores",
            Key::Why => "reasons",
            Key::Role => "roles",
            Key::PlaceKind => "kinds of places",
            Key::Country => "countries",
            Key::Latitude | Key::Longitude => "coordinates",
            Key::Group => "which pieces are one quotation",
            Key::Speaker => "speakers",
            Key::Source => "kinds of speakers",
            Key::Utterance => "whether a quotation asks or denies",
            Key::Attitude => "what is only thought or wanted",
            Key::Candidate => "names passed over",
            Key::Value => "the days that times mean",
            Key::Place => "the dateline’s places",
            Key::Day => "the dateline’s day",
            Key::Own => "letters and colours of your labels",
            Key::Comment => "what comments say",
        }
    }
}

words! {
    /// How a span belongs to another.
    LinkKind {
        /// A quotation to the words that stand for its speaker.
        SpokenBy = "spoken_by",
        /// A quotation to its cue.
        ReportedBy = "reported_by",
        /// A quotation to whom it was said to.
        ToldTo = "told_to",
        /// A piece of a quotation to the next.
        GoesOn = "goes_on",
        /// A reference to the first name of whom it means.
        RefersTo = "refers_to",
        /// A name to the first name of the same entity.
        SameAs = "same_as",
        /// An author to a role.
        HasRole = "has_role",
        /// An author to a place.
        ReportsFrom = "reports_from",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_names_lead_back_to_their_kinds() {
        for &(kind, label, name) in KINDS {
            assert_eq!((kind.label(), kind.name()), (label, name));
            assert_eq!((Kind::of_label(label), Kind::of_name(name)), (Some(kind), Some(kind)));
            assert!(label.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'), "{label}");
        }
        assert_eq!(Kind::of_label("Organization"), Some(Kind::Name(Label::Organisation)));
        assert_eq!(Kind::of_label("Drug"), None);
    }
}
