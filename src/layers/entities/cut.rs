//! Takes a run of capitals apart: titles off, nationalities off, one name a piece.
//!
//! ```text
//! Russian President Vladimir Putin     Boston Red Sox
//! ^^^^^^^           ^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^
//! ```

use super::evidence::Evidence;
use super::evidence::nouns::is_trade_word;
use super::evidence::titles::is_to_come;
use super::headlines;
use super::lines::LineKind;
use super::offices;
use super::piece::{Piece, Unit};
use super::reading::Reading;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::Classes;
use crate::text::TextRange;

/// Words that end a name of an organisation, a team or a place and keep what precedes.
const HEADS: Classes =
    Classes::ORGANISATION_WORD.and(Classes::TEAM_WORD).and(Classes::PLACE_WORD).and(Classes::EVENT_WORD);

/// Bodies every country has: "Russian Foreign Ministry" is a nationality and a ministry.
const STATE_BODIES: [&str; 16] = [
    "Ministry",
    "Parliament",
    "Embassy",
    "Army",
    "Navy",
    "Police",
    "Government",
    "Senate",
    "Congress",
    "Cabinet",
    "Court",
    "Consulate",
    "Treasury",
    "Constitution",
    "Revolution",
    "Council",
];

/// Cuts one run and adds its pieces.
pub(super) fn cut(reading: &Reading, line: LineKind, units: &[Unit], pieces: &mut Vec<Piece>) {
    let mut rest = units;
    let mut title = Title::default();
    while !rest.is_empty() {
        if rest[0].joiner {
            rest = &rest[1..];
            continue;
        }
        if is_title(reading, rest, 0) {
            let (words, after) = rest.split_at(1 + to_come(reading, &rest[1..]));
            words.iter().for_each(|unit| title.add(reading, unit));
            rest = after;
            continue;
        }
        if is_trade(reading, rest) {
            rest = &rest[1..];
            continue;
        }
        if let Some(office) = offices::before(reading, rest) {
            let (over, after) = rest.split_at(office.over);
            if office.named {
                push(reading, line, over, &Title::default(), pieces);
                seat(reading, pieces);
            }
            title = Title { words: office.role, male: office.male };
            rest = after;
            continue;
        }
        let length = piece_length(reading, line, rest, title.words.is_some());
        let (mut piece, after) = rest.split_at(length);
        while let [before @ .., last] = piece
            && (last.joiner
                || (!before.is_empty() && (is_plain_role(last) || last.classes.has(Classes::NO_NAME))))
        {
            piece = before;
        }
        push(reading, line, piece, &title, pieces);
        title = Title::default();
        rest = after;
    }
}

/// A title or role read before a name.
#[derive(Default)]
struct Title {
    words: Option<TextRange>,
    male: Option<bool>,
}

impl Title {
    fn add(&mut self, reading: &Reading, unit: &Unit) {
        let range = reading.range(unit.tokens.clone());
        self.words = Some(self.words.map_or(range, |words| words.cover(range)));
        self.male = unit.entry.and_then(|entry| reading.words.is_male(entry)).or(self.male);
    }
}

/// "York" of "Archbishop of York Simon Dale": a town, though it may be a first name or a surname too.
fn seat(reading: &Reading, pieces: &mut [Piece]) {
    let Some(piece) = pieces.last_mut().filter(|piece| {
        piece.classes.has(Classes::CITY.and(Classes::COUNTRY).and(Classes::REGION).and(Classes::PLACE))
    }) else {
        return;
    };
    let words = reading.range(piece.tokens.clone());
    piece.evidence.add(Label::Place, SEAT, Rule::PlacePreposition, Some(words));
}

/// How many units are "-elect" or "-Elect" after a title.
fn to_come(reading: &Reading, units: &[Unit]) -> usize {
    let Some(start) = units.first().map(|unit| unit.tokens.start) else { return 0 };
    let fits = reading.of(start) == "-" && is_to_come(reading.of(start + 1));
    if fits { units.iter().take_while(|unit| unit.tokens.start < start + 2).count() } else { 0 }
}

/// Whether a unit is a title or role of the person that follows, not the person's own name.
fn is_title(reading: &Reading, units: &[Unit], at: usize) -> bool {
    let unit = &units[at];
    let led =
        unit.tokens.len() == 1 && units.get(at + 1).is_some_and(|next| next.classes.has(Classes::FIRST));
    let known = Classes::ORGANISATION.and(Classes::PLACE).and(Classes::DEMONYM).and(Classes::SEAT);
    if !unit.classes.has(Classes::HONORIFIC.and(Classes::ROLE)) || (unit.classes.has(known) && !led) {
        return false;
    }
    let next = units.get(at + 1);
    // "Centre for Andean Studies": a body, though a centre plays rugby too.
    if unit.classes.has(Classes::ORGANISATION_WORD) && next.is_some_and(|next| next.joiner) {
        return false;
    }
    // "MS Quarmby" has initials, "MS QUARMBY" a title.
    let loud = |unit: &Unit| reading.marks[unit.tokens.start].capitals;
    if reading.of(unit.tokens.start) == "MS" && !next.is_some_and(loud) {
        return false;
    }
    let heads =
        |unit: &Unit| unit.classes.has(HEADS) && !unit.classes.has(Classes::SURNAME.and(Classes::FIRST));
    if next.is_some_and(heads) && !unit.classes.has(Classes::HONORIFIC) {
        return false;
    }
    let name = unit.classes.has(Classes::FIRST.and(Classes::SURNAME));
    let whole = next.is_none() && at == 0;
    match (name, unit.classes.has(Classes::HONORIFIC)) {
        (false, _) => at == 0 || next.is_some(),
        // "King Abdullah" but "Stephen King"; "Judge" alone may be a surname, and says so elsewhere.
        (true, true) => next.is_some() || (whole && unit.classes.has(Classes::COMMON)),
        (true, false) => whole && reading.uses(unit.tokens.start).lower > 0 || leads_name(units, at),
    }
}

/// "Nurse Jane Houston": a role that is a surname too, before a full name.
fn leads_name(units: &[Unit], at: usize) -> bool {
    let names = Classes::FIRST.and(Classes::SURNAME);
    at == 0
        && units[0].classes.has(Classes::COMMON)
        && !units[0].classes.has(Classes::FIRST)
        && units.len() > 2
        && units[1].classes.has(Classes::FIRST)
        && units[1].classes.without(names).is_empty()
}

fn is_plain_role(unit: &Unit) -> bool {
    let name = Classes::SURNAME.and(Classes::FIRST).and(Classes::ORGANISATION).and(HEADS);
    unit.classes.has(Classes::ROLE) && !unit.classes.has(name)
}

/// How many units from the first make one name.
fn piece_length(reading: &Reading, line: LineKind, units: &[Unit], titled: bool) -> usize {
    let last_head =
        units.iter().rposition(|unit| unit.classes.has(HEADS) && !is_plain_role(unit)).unwrap_or(0);
    let loud = matches!(line, LineKind::Title | LineKind::Capitals);
    let first = &units[0];
    if let Some(body) =
        loud.then(|| units.windows(3).position(|units| is_body_of_place(reading, units))).flatten()
    {
        return if body == 0 { 3 } else { body };
    }
    if line == LineKind::Title
        && let Some(company) =
            (1..units.len()).find(|&at| headlines::is_company(reading, units[at].tokens.start))
        && units[0].classes.has(Classes::COMMON.and(Classes::FIRST))
        && !headlines::is_company(reading, first.tokens.start)
    {
        return company;
    }
    let plain = |unit: &Unit| {
        !unit.classes.has(HEADS.and(Classes::ROLE).and(Classes::HONORIFIC).and(Classes::COMMON))
    };
    let person =
        titled || (loud && first.classes.has(Classes::FIRST) && units.get(1).is_some_and(is_surname));
    if person && units.len() == 2 && plain(&units[1]) {
        return 2;
    }
    if first.classes.has(Classes::DEMONYM.and(Classes::GROUP)) && units.len() > 1 {
        let word = units.get(last_head).map_or("", |unit| reading.of(unit.tokens.end - 1));
        let state = STATE_BODIES.contains(&word) || (last_head == 0);
        let surname = first.classes.has(Classes::FIRST.and(Classes::SURNAME));
        let named = first.classes.has(Classes::FIRST) && units[1].classes.has(Classes::SURNAME);
        if named && units.len() == 2 && !loud {
            return 2;
        }
        let person = units[1].classes.has(Classes::FIRST);
        let country =
            !surname || person || loud || units[1].classes.has(Classes::ROLE.and(Classes::HONORIFIC));
        let place = units[1].classes.has(Classes::PLACE);
        if (state || loud || person || place)
            && (country || place)
            && !first.classes.has(Classes::ORGANISATION)
        {
            return 1;
        }
    }
    for at in 1..units.len() {
        let (before, unit) = (&units[at - 1], &units[at]);
        if !unit.joiner && is_title(reading, units, at) && at > last_head {
            return at;
        }
        if unit.joiner || before.joiner {
            continue;
        }
        let strong =
            before.classes.has(Classes::COUNTRY.and(Classes::BIG_CITY).and(Classes::REGION)) && at == 1;
        let multi = before.tokens.len() > 1
            && before
                .classes
                .has(Classes::ORGANISATION.and(Classes::PLACE).and(Classes::PRODUCT).and(Classes::EVENT));
        let person = unit.classes.has(Classes::FIRST) && !unit.classes.has(Classes::COMMON.and(HEADS));
        let surname = before.classes.has(Classes::FIRST.and(Classes::SURNAME)) && before.tokens.len() == 1;
        if last_head < at && (strong || multi) && person && !surname {
            return at;
        }
        let country = before.classes.has(Classes::COUNTRY) && at == 1;
        if loud && last_head < at && (strong || multi) && (!surname || country) {
            return at;
        }
        // "a Georgia Republican", though Georgia is a first name too
        let party = unit.classes.has(Classes::GROUP) && at == 1 && before.classes.has(Classes::REGION);
        if unit.classes.has(Classes::DEMONYM.and(Classes::GROUP))
            && last_head < at
            && (party || !before.classes.has(Classes::FIRST))
        {
            return at;
        }
    }
    units.len()
}

/// A surname and nothing else.
fn is_surname(unit: &Unit) -> bool {
    unit.classes.has(Classes::SURNAME)
        && unit.classes.without(Classes::SURNAME.and(Classes::FIRST)).is_empty()
}

/// "Miner Tarnwood fell 3%": at the head of a sentence the trade of the company that follows; "Brothers Ann and Bo
/// Fenn": what they are to each other.
fn is_trade(reading: &Reading, units: &[Unit]) -> bool {
    let [trade, name, ..] = units else { return false };
    let at = trade.tokens.start;
    let opens = reading.marks[at].opens && trade.tokens.len() == 1 && !name.joiner;
    let kin = matches!(reading.of(at), "Brothers" | "Sisters" | "Twins" | "Cousins")
        && name.classes.has(Classes::FIRST);
    let company = !name.classes.has(HEADS.and(Classes::FIRST)) && is_trade_word(reading.of(at));
    opens && (kin || company)
}

/// "Bank of Spain", "University of Lagos": where all words have a capital the name ends there.
fn is_body_of_place(reading: &Reading, units: &[Unit]) -> bool {
    let [body, of, place] = units else { return false };
    body.classes.has(Classes::ORGANISATION_WORD)
        && reading.of(of.tokens.start).eq_ignore_ascii_case("of")
        && place.classes.has(Classes::PLACE)
}

/// What an office says of the place that it is over.
const SEAT: i32 = 60;

/// What "Bank of" says where all words have a capital, and the tagger sees but the country.
const BODY_OF: i32 = 80;

/// What two unknown words in capitals say of which the second comes again: the tagger sees nothing there.
const COMES_AGAIN: i32 = 80;

/// "ANIES BASWENDA" in a text in capitals that says "BASWENDA" again: no table knows the words.
fn is_unknown_person(reading: &Reading, units: &[Unit]) -> bool {
    let names = Classes::FIRST.and(Classes::SURNAME);
    let hyphen = |unit: &Unit| unit.joiner && reading.of(unit.tokens.start) == "-";
    let unknown = |unit: &Unit| {
        hyphen(unit) || (!unit.joiner && unit.tokens.len() == 1 && unit.classes.without(names).is_empty())
    };
    let words = units.iter().filter(|unit| !unit.joiner).count();
    let again = |unit: &Unit| {
        let uses = reading.uses(unit.tokens.start);
        uses.loud > 1 && uses.loud == uses.capital
    };
    matches!(words, 2 | 3) && units.iter().all(unknown) && units.last().is_some_and(again)
}

/// "BANK OF ZAMBIA", "DEPARTMENT OF FOREIGN AFFAIRS"
fn is_body_of(reading: &Reading, units: &[Unit]) -> bool {
    let [body, of, ..] = units else { return false };
    body.classes.has(Classes::ORGANISATION_WORD)
        && of.joiner
        && matches!(reading.of(of.tokens.start), "OF" | "FOR")
}

fn push(reading: &Reading, line: LineKind, units: &[Unit], title: &Title, pieces: &mut Vec<Piece>) {
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return };
    let whole = (units.len() == 1).then_some(first);
    let mut evidence = Evidence::of_units(reading, units);
    let titled = || line == LineKind::Title && is_body_of_place(reading, units);
    if (line == LineKind::Capitals && is_body_of(reading, units)) || titled() {
        let words = reading.range(first.tokens.clone());
        evidence.add(Label::Organisation, BODY_OF, Rule::OrganisationWord, Some(words));
    }
    if line == LineKind::Title && units.len() > 1 && headlines::is_company(reading, last.tokens.start) {
        evidence.add(
            Label::Organisation,
            BODY_OF,
            Rule::OrganisationWord,
            Some(reading.range(last.tokens.clone())),
        );
    }
    if line == LineKind::Capitals && is_unknown_person(reading, units) {
        evidence.add(Label::Person, COMES_AGAIN, Rule::CapitalRun, None);
    }
    pieces.push(Piece {
        tokens: first.tokens.start..last.tokens.end,
        classes: whole.map_or(Classes::default(), |unit| unit.classes),
        entry: whole.and_then(|unit| unit.entry),
        role: title.words,
        male: title.male,
        line,
        evidence,
        tagged: None,
    });
}
