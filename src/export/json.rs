//! Galley's own JSON, version 1. Positions are Unicode code points into `text`, end exclusive.
//!
//! | key | what stands there |
//! | --- | --- |
//! | `galley` | the version of the format; a change of meaning raises it, new keys do not |
//! | `text`, `published` | the article as it was read, and its day where one was given |
//! | `entities` | names and amounts in text order: `label` (`PERSON ORG PLACE GROUP EVENT WORK PRODUCT`, `MONEY PERCENT QUANTITY`), `entity` and `name` (whom it names; mentions of one entity share `entity`; null for amounts), `score` in thousandths, `why` (a rule's short name, see [`crate::document::reason`]); where they are known also `roles` (titles and roles of whom it names, each once, as first written) and, of places, `kind` (`country region city facility water`), `country` (ISO 3166-1), `latitude` and `longitude` (degrees) |
//! | `references` | pronouns and descriptions: the `entity` meant, `kind` (`pronoun description`), `score`, `why` |
//! | `quotes` | `kind` (`direct indirect mixed`), `group` (pieces of one quotation share it), `speaker` (the mention beside it, "he" included) and `speaker_text` (the name), both null when unknown, `cue` or null, `source` (`named unnamed organisation document`, null when unknown), `utterance` (`statement question denial`), `addressee` (whom it was told) or null, `attitude` (true where it tells what somebody thinks, wants or sides with rather than says), `candidates` (names an unknown speaker might bear, nearest first), `score`, `why` |
//! | `terms` | words in quotation marks that nobody said |
//! | `dateline` | null, or the range with `place` and `date` as ranges, `place_text`, `places` (`name`, ISO `country`), `date_iso`, `agency` |
//! | `authors` | who the bylines name: the range of the name, `name`, `role` and `place` as ranges or null, `role_text` and `place_text` |
//! | `times` | TimeML: `type` (`DATE TIME DURATION SET`) and `value`, null when nothing resolves it |
//! | `structure` | every paragraph with its `part` |
//! | `labels` | words that an editor marked with a label of their own: its name as `label`, its `letter`, its `colour` (`blue red green orange violet teal pink brown`); the key is there where there are any |
//! | `comments` | words that a person says something of: what, as `comment`; the key is there where there are any |
//!
//! The stream of `galley annotate --jsonl` has the same keys without `galley`, `text` and `published`,
//! and the line's own `id` first. Annotations of furniture are left out unless all are asked for.

#[cfg(feature = "schema")]
mod kinds;
mod line;
mod place;
#[cfg(feature = "schema")]
pub mod schema;
mod shape;
mod writer;

use super::written::{Format, Write};
pub use shape::{Annotations, VERSION, Whole};
pub use writer::{annotations, whole};

/// Galley's own JSON.
pub const FORMAT: Format = Format {
    id: "json",
    name: "Galley JSON",
    about: "Everything Galley found, with the text; for other programs.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| {
        let whole = whole(document, wanted.filter.furniture);
        // These types always serialise.
        let mut json = serde_json::to_string_pretty(&whole).unwrap_or_default();
        json.push('\n');
        json
    }),
    programs: line::PROGRAMS,
};
