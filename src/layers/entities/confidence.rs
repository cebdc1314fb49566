//! How sure a name is: the share of names with the same grounds that are right.
//!
//! The table `confidence.tsv` is fitted by `cargo xtask calibrate` on training text that the word
//! tagger had never seen, so 900 means that nine such names in ten were right there.

use super::piece::Piece;
use crate::document::entities::Label;
use crate::document::ids::Score;
use std::sync::OnceLock;

/// What speaks for a name, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// Its best label.
    pub label: Label,
    /// What its words and neighbours say for that label.
    pub points: i32,
    /// How far that is ahead of the next label.
    pub lead: i32,
    /// What the word tagger takes the same words for, and how sure it is.
    pub tagged: Option<(Label, Score)>,
}

/// Rows of the table for one label: the tagger passes the words over, takes them for something
/// else, or agrees, less than 500 sure, less than 600… 960 and more.
pub const OPINIONS: usize = 9;

/// Columns of the table: leads below 30 points, below 50, below 80, below 120, and more.
pub const LEADS: usize = 5;

/// Labels that have rows of their own: people, organisations, places, and all others.
pub const KINDS: usize = 4;

/// Thousandths by label, opinion and lead.
type Table = [[[Score; LEADS]; OPINIONS]; KINDS];

impl Grounds {
    pub(super) fn of(piece: &Piece) -> Grounds {
        let (label, points, lead) = piece.evidence.best();
        Grounds { label, points, lead, tagged: piece.tagged }
    }

    /// Where names with such grounds stand in the table: kind, opinion, lead.
    pub fn cell(&self) -> (usize, usize, usize) {
        let kind = match self.label {
            Label::Person => 0,
            Label::Organisation => 1,
            Label::Place => 2,
            Label::Group | Label::Event | Label::Work | Label::Product => 3,
        };
        let opinion = match self.tagged {
            None => 0,
            Some((label, _)) if label != self.label => 1,
            Some((_, score)) => {
                2 + [500, 600, 700, 800, 900, 960].iter().filter(|&&from| score >= from).count()
            }
        };
        (kind, opinion, [30, 50, 80, 120].iter().filter(|&&from| self.lead >= from).count())
    }

    /// How sure, in thousandths.
    pub fn score(&self) -> Score {
        let (kind, opinion, lead) = self.cell();
        table()[kind][opinion][lead]
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        let lines =
            include_str!("../../resources/confidence.tsv").lines().filter(|line| !line.starts_with('#'));
        for (line, row) in lines.zip(table.iter_mut().flatten()) {
            for (share, cell) in line.split('\t').skip(2).zip(row) {
                *cell = share.parse().unwrap_or(500);
            }
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_a_greater_lead_is_never_less_sure() {
        for row in table().iter().flatten() {
            assert!(row.iter().all(|share| (1..=999).contains(share)), "{row:?}");
            assert!(row.is_sorted(), "{row:?}");
        }
    }

    #[test]
    fn a_tagger_that_agrees_makes_surer_than_one_that_does_not() {
        let score = |tagged| Grounds { label: Label::Person, points: 90, lead: 90, tagged }.score();
        let sure = score(Some((Label::Person, 990)));
        assert!(sure > score(Some((Label::Place, 990))));
        assert!(sure > score(None));
    }
}
