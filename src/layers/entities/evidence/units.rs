//! What the words of a name say of it, all together.

use super::Evidence;
use super::own::{is_particle, is_small_joint, kind_words, known, person_words, prior, spelling};
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::layers::entities::piece::Unit;
use crate::layers::entities::reading::Reading;
use crate::resources::Classes;

impl Evidence {
    /// What the name's own words say.
    pub fn of_units(reading: &Reading, units: &[Unit]) -> Evidence {
        let mut evidence = Evidence::default();
        let range = |unit: &Unit| Some(reading.range(unit.tokens.clone()));
        if let [whole] = units {
            known(&mut evidence, reading, whole);
        }
        // Most names are one unit, and need no list.
        let (one, several);
        let names: &[&Unit] = match units {
            [unit] if !unit.joiner => {
                one = [unit];
                &one
            }
            _ => {
                several = units.iter().filter(|unit| !unit.joiner).collect::<Vec<_>>();
                &several
            }
        };
        let Some(last) = names.last() else { return evidence };
        let joined = units.iter().any(|unit| unit.joiner && is_small_joint(reading, unit));
        if names.len() > 1 {
            kind_words(&mut evidence, reading, names, &range);
            person_words(&mut evidence, reading, names, &range, joined);
        }
        if units.iter().any(|unit| is_particle(reading, unit)) {
            let unknown = last.classes.without(Classes::SURNAME.and(Classes::FIRST)).is_empty();
            evidence.add(Label::Person, if unknown { 62 } else { 32 }, Rule::CapitalRun, None);
        }
        prior(&mut evidence, names, joined);
        spelling(&mut evidence, reading, names);
        // "SKW 2" is a side of "SKW".
        let side = || last.tokens.len() == 2 && reading.of(last.tokens.end - 1).len() == 1;
        let capitals = names.len() == 1
            && reading.marks[last.tokens.start].capitals
            && (last.tokens.len() == 1 || side());
        let length = reading.of(last.tokens.start).len();
        let surname = || {
            let unknown = last.classes.without(Classes::FIRST.and(Classes::SURNAME)).is_empty();
            length > 4 && unknown && reading.is_named_in_capitals(last.tokens.start)
        };
        let short = capitals && (2..=6).contains(&length) && !last.classes.has(Classes::PLACE);
        if short && !surname() {
            evidence.add(Label::Organisation, 40, Rule::UnknownAcronym, None);
        }
        evidence
    }
}
