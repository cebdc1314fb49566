//! Why an annotation stands: the rule that made it and the words the rule relied on.
//!
//! [`Rule`] is the one table of rules: the command line prints its short name,
//! the page its sentence.

use super::ids::EntityId;
use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// Why an annotation stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule that made it.
    pub rule: Rule,
    /// The words the rule relied on, most telling first.
    pub evidence: Vec<TextRange>,
    /// Entities that might have been meant and were passed over, nearest first.
    pub passed_over: Vec<EntityId>,
}

impl Reason {
    /// A rule and the words it relied on.
    pub fn new(rule: Rule, evidence: impl Into<Vec<TextRange>>) -> Self {
        Reason { rule, evidence: evidence.into(), passed_over: Vec::new() }
    }
}

/// Whether the text says so, or Galley concluded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The words stand in the text.
    Read,
    /// Concluded from the words, a table or the calendar.
    Inferred,
    /// Decided by a person.
    Decided,
}

macro_rules! rules {
    ($($([$feature:literal])? $rule:ident, $name:literal, $basis:ident, $sentence:literal;)*) => {
        /// Every rule that can make an annotation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Rule { $($(#[cfg(feature = $feature)])? #[doc = $sentence] $rule,)* }

        impl Rule {
            /// Every rule, in the table's order.
            pub const ALL: &'static [Rule] = &[$($(#[cfg(feature = $feature)])? Rule::$rule,)*];

            /// Its short name, as `why` in exports.
            pub fn name(self) -> &'static str {
                match self { $($(#[cfg(feature = $feature)])? Rule::$rule => $name,)* }
            }

            /// Whether it reads or infers.
            pub fn basis(self) -> Basis {
                match self { $($(#[cfg(feature = $feature)])? Rule::$rule => Basis::$basis,)* }
            }

            /// Its sentence; `{words}` stands for the first words relied on, `{more}` for the
            /// second, `{name}` for the entity meant and how far away it is named, `{who}` for its name alone.
            pub fn sentence(self) -> &'static str {
                match self { $($(#[cfg(feature = $feature)])? Rule::$rule => $sentence,)* }
            }
        }
    };
}

// Rule, short name, basis, sentence. A rule with a feature is known only where the feature is: the page has no room.
rules! {
    // Entities
    Honorific, "honorific", Read, "“{words}” before it is a courtesy title, so a person follows.";
    Role, "role", Read, "“{words}” beside it is a role that a person holds.";
    FirstName, "first name", Inferred, "“{words}” is a known first name.";
    SpeaksHere, "speaks", Inferred, "“{words}” beside it is something a person does.";
    OrganisationWord, "organisation word", Read, "“{words}” in it names a kind of organisation.";
    KnownOrganisation, "known organisation", Inferred, "Stands in Galley’s list of organisations.";
    Acronym, "acronym", Read, "“{words}” gives the full name of these initials.";
    UnknownAcronym, "initials", Inferred, "Capital letters without a longer form in this article: most often an organisation.";
    KnownPlace, "gazetteer", Inferred, "Stands in the gazetteer of the world’s places.";
    PlaceWord, "place word", Read, "“{words}” in it names a kind of place.";
    PlacePreposition, "place preposition", Inferred, "“{words}” before it usually leads to a place.";
    Demonym, "demonym", Inferred, "The word for the people of a place, a faith or a movement.";
    KnownProduct, "known product", Inferred, "Stands in Galley’s list of vehicles, products and works.";
    EventWord, "event word", Read, "“{words}” in it names a kind of event.";
    SameName, "same name", Inferred, "Named in full as “{words}” elsewhere in this article.";
    CapitalRun, "capitals", Inferred, "Capital letters where none are needed: a name, of a kind that is only likely.";
    Tagger, "tagger", Inferred, "The word tagger, trained on labelled news, reads it so.";
    UserList, "own list", Read, "Stands in your own list of names.";
    // References
    NearestPerson, "nearest person", Inferred, "“{words}”: the nearest fitting person named is {name}.";
    NearestOrganisation, "nearest organisation", Inferred, "“{words}”: the nearest organisation named is {name}.";
    SameRole, "same role", Inferred, "“{words}”: {name} is introduced with this role.";
    OnlyFit, "only one fits", Inferred, "“{words}”: {name} is the only one in this article who fits.";
    SpeakerOfQuotation, "speaker of quotation", Inferred, "“{words}” goes on with the words of {name}, who has just been quoted.";
    // Quotations
    CueAfter, "cue after", Read, "“{words}” after the quotation names its speaker.";
    CueBefore, "cue before", Read, "“{words}” before the quotation names its speaker.";
    CueInside, "cue inside", Read, "“{words}” between its parts names its speaker.";
    SaidThat, "said that", Read, "“{words}” reports the words that follow.";
    ReportedAfter, "reported after", Read, "“{words}” at the end says who reported it.";
    AccordingTo, "according to", Read, "“{words}” names the source.";
    Continued, "continued", Inferred, "Goes on after “{words}” with no new speaker named.";
    NextParagraph, "next paragraph", Read, "The paragraph before was left open, so the same quotation goes on.";
    SpeakerInSentenceBefore, "speaker before", Inferred, "“{words}” in the sentence before introduces the speaker.";
    HeadlineColon, "headline colon", Read, "A name and a colon in a headline: “{words}”.";
    Turn, "conversation turn", Inferred, "The speakers take turns.";
    NounCue, "noun cue", Read, "“{words}” announces what somebody says.";
    Attitude, "attitude", Read, "“{words}” tells what somebody thinks or wants rather than says.";
    NoSpeaker, "no speaker", Inferred, "Quoted words, and nobody near enough to have said them.";
    TermInQuotes, "term", Inferred, "Too short, or no speech about it: a title, a label or a word at arm’s length.";
    // Datelines, times
    AgencyDateline, "agency dateline", Read, "“{words}” opens agency copy.";
    PlaceDateline, "place dateline", Read, "A place in capitals and a dash open the article.";
    FullDate, "full date", Read, "Day, month and year are written out.";
    StatedYear, "stated year", Read, "Its year is written out.";
    DateOfAnchor, "year of the article", Inferred, "The year is worked out from {anchor}.";
    WeekdayBefore, "weekday before", Inferred, "The last such day up to {anchor}.";
    WeekdayAfter, "weekday after", Inferred, "The next such day from {anchor}, as “{words}” looks ahead.";
    RelativeTime, "relative", Inferred, "Counted from {anchor}.";
    CountedFromDate, "counted from date", Inferred, "Counted from “{words}”, the date named before it.";
    ClockTime, "clock time", Read, "A time of day is written out.";
    StatedPeriod, "period", Read, "The length of time is written out.";
    RepeatedTime, "repeated", Read, "How often it comes round is written out.";
    VagueTime, "vague", Read, "Points to the past, the present or the future and names no day.";
    NoAnchor, "no anchor", Inferred, "There is no day to count from, so it stays open.";
    // Amounts
    MoneySign, "money", Read, "A sum with its currency.";
    PercentSign, "percent", Read, "A share in per cent.";
    Measure, "measure", Read, "A number with its unit.";
    // Structure
    PlainParagraph, "paragraph", Inferred, "Sentences in full: the article itself.";
    FirstLine, "first line", Inferred, "A short line without a full stop, above the article.";
    PictureLine, "picture line", Inferred, "Says what a picture shows: present tense, a place and a full date, before the article.";
    BylineWord, "byline", Read, "“{words}” names the author.";
    CreditLine, "credit", Read, "“{words}” credits a source or a picture.";
    DateLineOnly, "time stamp", Read, "Nothing but a date or a time stands here.";
    ListMark, "list mark", Read, "A list mark opens it.";
    TableRow, "table", Inferred, "Columns of short items and figures.";
    SignoffWords, "sign-off", Read, "“{words}” signs the article off.";
    AuthorNote, "author note", Inferred, "A sentence below the article that says who its author is.";
    CorrectionWords, "correction", Read, "“{words}” opens a correction.";
    UpdateTag, "update tag", Read, "“{words}” marks a version of the story.";
    PageFurniture, "page furniture", Inferred, "Belongs to the page, not the article: links, rankings, buttons.";
    BelowFurniture, "below furniture", Inferred, "Stands among the page’s links, below the end of the article.";
    Heading, "heading", Read, "The source marked it as a heading.";
    ShortLineBetween, "short line", Inferred, "A short line without a full stop between paragraphs.";
    ChosenPart, "chosen part", Decided, "You gave it this part.";
    // People's decisions
    Chosen, "chosen", Decided, "You chose {who} as the speaker.";
    LeftOpen, "left open", Decided, "You chose to leave the speaker open.";
    Marked, "marked", Decided, "You marked it so.";
    Meant, "meant", Decided, "You said that {who} is meant.";
    Dated, "dated", Decided, "You set what it resolves to.";
    // Marks of others
    ["formats"] Imported, "imported", Read, "Stands so in the file that was read.";
}
