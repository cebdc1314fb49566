//! The parts of speech and the relations that the syntax layer tells apart.

macro_rules! kinds {
    ($(#[$doc:meta])* $kind:ident, $all:ident { $($(#[$about:meta])* $value:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $kind { $($(#[$about])* $value,)* }

        impl $kind {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [$kind] = &[$($kind::$value,)*];
        }

        /// How many there are.
        pub const $all: usize = $kind::ALL.len();
    };
}

kinds! {
    /// What a word is in its sentence.
    Tag, TAGS {
        /// A common noun: "mayor".
        #[default]
        Noun,
        /// More than one: "mayors".
        Nouns,
        /// A name, one word of it.
        Name,
        /// "he", "it", "those", "somebody".
        Pronoun,
        /// "his", "their".
        Owner,
        /// "the", "every".
        Determiner,
        /// "in", "of".
        Preposition,
        /// "that", "because", "if".
        Subordinator,
        /// "late", "larger".
        Adjective,
        /// "soon", "never".
        Adverb,
        /// "when", "how".
        WhAdverb,
        /// "and", "but".
        Conjunction,
        /// "12", "three".
        Number,
        /// A verb without an ending: "go", after "to", "will" and "let".
        Base,
        /// "went".
        Past,
        /// "going".
        Ing,
        /// "gone".
        Participle,
        /// "they go".
        Present,
        /// "she goes".
        Third,
        /// "is", "had", "will", beside its verb or as the link to what somebody is.
        Auxiliary,
        /// The "to" of "to go".
        To,
        /// "not", "n’t".
        Not,
        /// The "’s" of a name.
        Possessive,
        /// "who", "which", "what".
        Wh,
        /// "yes", "well".
        Interjection,
        /// "$", "&".
        Symbol,
        /// A foreign word, a letter of a list.
        Other,
        /// A comma, a dash: never told by the tagger.
        Sign,
        /// A quotation that ends in a comma or a stop: never told by the tagger.
        Quotation,
        /// A piece in quotation marks that goes on: never told by the tagger.
        Fragment,
    }
}

/// The tags that the tagger chooses from: all before [`Tag::Sign`].
pub const CHOICES: usize = Tag::Sign as usize;

impl Tag {
    /// A verb of its own, in whatever form.
    pub fn is_verb(self) -> bool {
        (Tag::Base..=Tag::Third).contains(&self)
    }

    /// A noun, a name or a pronoun: what a phrase can be built round.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::Nouns | Tag::Name | Tag::Pronoun)
    }
}

impl PartialOrd for Tag {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (*self as u8).partial_cmp(&(*other as u8))
    }
}

kinds! {
    /// What a word is to the word that it hangs on.
    Relation, RELATIONS {
        /// It hangs on nothing: the middle of its sentence.
        Root,
        /// Who acts.
        Subject,
        /// Who suffers it: "*he* was told".
        PassiveSubject,
        /// What is acted on.
        Object,
        /// To whom: "told *him* that".
        Addressee,
        /// "said *in May*".
        Oblique,
        /// "told *by the mayor*".
        Agent,
        /// "the mayor *of Leeds*".
        Modifier,
        /// "*her* plan", "*Orr’s* plan".
        Owner,
        /// A clause as object: "said *it rained*".
        Clause,
        /// A clause that borrows its subject: "wants *to go*".
        OpenClause,
        /// "left *because it rained*".
        Adverbial,
        /// "the plan *agreed in May*".
        Reduced,
        /// "the plan *that failed*".
        Relative,
        /// "Orr, *the mayor*".
        Apposition,
        /// A sentence in a sentence: "it rained, *she said*".
        Aside,
        /// "Orr and *Lund*".
        Joined,
        /// "of", "that", "and" on what they bring.
        Link,
        /// "was", "will" on their verb; "up" of "sum up".
        Helper,
        /// The other words of a name or of a noun: "*Ann* Orr", "*power* plant".
        NamePart,
        /// "the", "late", "three" on their noun.
        Describing,
        /// "soon", "not", "last week".
        Adverb,
        /// Anything else.
        #[default]
        Other,
    }
}
