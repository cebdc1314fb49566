//! What the word tables know of a word or phrase: a set of classes in one number.

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Classes = Classes(1 << $bit);)*
        }
    };
}

/// A set of classes. One word may be many things: "Jordan" is a country, a first name and a surname.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

classes! {
    /// A first name of men.
    MALE = 0;
    /// A first name of women.
    FEMALE = 1;
    /// A surname.
    SURNAME = 2;
    /// A word that is mostly written in lower case.
    COMMON = 3;
    /// A city or town.
    CITY = 4;
    /// A capital, a city of at least 250,000, or one that news often names.
    BIG_CITY = 5;
    /// A country or territory.
    COUNTRY = 6;
    /// A state, province, part of a continent.
    REGION = 7;
    /// A sea, river, mountain, island.
    NATURE = 8;
    /// A building, street, park.
    FACILITY = 9;
    /// A word for the people and things of a country.
    DEMONYM = 10;
    /// Faiths, peoples, movements and their members.
    GROUP = 11;
    /// A well-known organisation.
    ORGANISATION = 12;
    /// A news agency.
    AGENCY = 13;
    /// A newspaper, broadcaster or agency.
    MEDIA = 14;
    /// A sports team.
    TEAM = 15;
    /// The seat of a government that stands for it: "Kremlin".
    SEAT = 16;
    /// A courtesy title or rank: "Mr.", "Gen."
    HONORIFIC = 17;
    /// A role people hold: "spokesperson".
    ROLE = 18;
    /// A word in organisations' names: "Ministry".
    ORGANISATION_WORD = 19;
    /// A word in places' names: "River".
    PLACE_WORD = 20;
    /// A word in events' names: "Cup".
    EVENT_WORD = 21;
    /// What a team calls itself: "Yankees".
    TEAM_WORD = 22;
    /// A vehicle, product or device.
    PRODUCT = 23;
    /// A named event or holiday.
    EVENT = 24;
    /// A title of a work; with `NO_NAME` an index of the markets.
    WORK = 25;
    /// A small word in surnames: "van", "bin".
    PARTICLE = 26;
    /// "Jr.", "III".
    NAME_SUFFIX = 27;
    /// Months, weekdays, time zones.
    CALENDAR = 28;
    /// In capitals, yet no name: "CEO", "TV".
    NO_NAME = 29;
    /// Counts only where it is written in capitals: "WHO".
    CAPITALS_ONLY = 30;
    /// A small word that opens sentences and no name: "the", "when".
    SMALL = 31;
}

impl Classes {
    /// Any place.
    pub const PLACE: Classes =
        Classes(Self::CITY.0 | Self::COUNTRY.0 | Self::REGION.0 | Self::NATURE.0 | Self::FACILITY.0);
    /// Any first name.
    pub const FIRST: Classes = Classes(Self::MALE.0 | Self::FEMALE.0);

    /// Whether any of `others` is in the set.
    pub const fn has(self, others: Classes) -> bool {
        self.0 & others.0 != 0
    }

    /// Both sets.
    pub const fn and(self, others: Classes) -> Classes {
        Classes(self.0 | others.0)
    }

    /// The set without `others`.
    pub const fn without(self, others: Classes) -> Classes {
        Classes(self.0 & !others.0)
    }

    /// The set as a number, one bit a class.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The set of a number.
    pub(super) const fn from_bits(bits: u32) -> Classes {
        Classes(bits)
    }

    /// Whether a word with a capital may well be a surname: no table has it, or only as a name, as a small
    /// town's, or as no name in capitals ("Igboho", "Mba").
    pub const fn may_be_surname(self) -> bool {
        let names = Self::SURNAME.and(Self::FIRST).and(Self::CITY).and(Self::NO_NAME);
        self.without(names).is_empty()
    }

    /// Whether nothing is known.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The classes of a kind, as the tables under `tables/` name it.
    #[cfg(any(test, feature = "xtask"))]
    pub(super) fn of_kind(kind: &str) -> Classes {
        match kind {
            "male" => Self::MALE,
            "female" => Self::FEMALE,
            "surname" => Self::SURNAME,
            "city" => Self::CITY.and(Self::BIG_CITY),
            "country" | "land" | "territory" => Self::COUNTRY,
            "region" => Self::REGION,
            "water" | "mountain" => Self::NATURE,
            "facility" => Self::FACILITY,
            "demonym" => Self::DEMONYM,
            "group" => Self::GROUP,
            "agency" => Self::ORGANISATION.and(Self::AGENCY).and(Self::MEDIA),
            "media" => Self::ORGANISATION.and(Self::MEDIA),
            "body" | "government" | "company" | "party" => Self::ORGANISATION,
            "team" => Self::ORGANISATION.and(Self::TEAM),
            "government-building" => Self::SEAT,
            "honorific" => Self::HONORIFIC,
            "honorific-m" => Self::HONORIFIC,
            "honorific-f" => Self::HONORIFIC,
            "role" | "role-m" | "role-f" | "role-word-plural" => Self::ROLE,
            "org-word" => Self::ORGANISATION_WORD,
            "place-word" => Self::PLACE_WORD,
            "event-word" => Self::EVENT_WORD,
            "team-word" => Self::TEAM_WORD,
            "product" => Self::PRODUCT,
            "event" => Self::EVENT,
            "work" => Self::WORK,
            "index" => Self::WORK.and(Self::NO_NAME),
            "particle" => Self::PARTICLE,
            "suffix-person" => Self::NAME_SUFFIX,
            "small" => Self::SMALL,
            "calendar" => Self::CALENDAR,
            "not-name" => Self::NO_NAME,
            _ => Classes(0),
        }
    }
}
