//! What one tag after another scores, and the best ways over a word.

use super::tags::{BEGIN, INSIDE, KINDS, LAST, OUTSIDE, Row, TAGS, may_follow, tag};

/// The best way to or from each tag.
pub type Ways = [i32; TAGS];

/// Low enough never to win, high enough never to overflow.
pub const NEVER: i32 = -(1 << 24);

/// How many tags may follow [`OUTSIDE`] other than itself, and as many may stand before it.
const AT_EDGE: usize = 2 * KINDS;

/// The tags a name begins with, and those it ends with: any of these may follow any of those.
const BEGINNERS: [usize; AT_EDGE] = edge(true);
const ENDERS: [usize; AT_EDGE] = edge(false);

const fn edge(begins: bool) -> [usize; AT_EDGE] {
    let mut tags = [0; AT_EDGE];
    let (mut tag, mut at) = (1, 0);
    while tag < TAGS {
        if if begins { may_follow(OUTSIDE, tag) } else { may_follow(tag, OUTSIDE) } {
            tags[at] = tag;
            at += 1;
        }
        tag += 1;
    }
    tags
}

/// A number for each of [`BEGINNERS`] or [`ENDERS`]: eight that a processor reckons with at once.
type Edge = [i32; AT_EDGE];

/// What one tag after another scores, read from the model once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The model's own table.
    all: [[i32; TAGS]; TAGS],
    /// Each beginner after each ender, by ender, and the same by beginner.
    by_ender: [Edge; AT_EDGE],
    by_beginner: [Edge; AT_EDGE],
    /// Each beginner after outside, and outside after each ender.
    opening: Edge,
    closing: Edge,
}

impl Steps {
    /// From the model's own table.
    pub fn new(transitions: &[Row]) -> Self {
        let step = |before: usize, next: usize| transitions.get(before).map_or(0, |row| row[next].into());
        Steps {
            all: std::array::from_fn(|before| std::array::from_fn(|next| step(before, next))),
            by_ender: ENDERS.map(|before| BEGINNERS.map(|next| step(before, next))),
            by_beginner: BEGINNERS.map(|next| ENDERS.map(|before| step(before, next))),
            opening: BEGINNERS.map(|next| step(OUTSIDE, next)),
            closing: ENDERS.map(|before| step(before, OUTSIDE)),
        }
    }

    /// What a tag after another scores.
    pub fn after(&self, before: usize, next: usize) -> i32 {
        self.all[before][next]
    }

    /// The best way to each tag of the first word; at the head of a sentence (`free`) none costs.
    pub fn first(&self, free: bool) -> Ways {
        let mut ways = [NEVER; TAGS];
        for next in [OUTSIDE].into_iter().chain(BEGINNERS) {
            ways[next] = if free { 0 } else { self.all[OUTSIDE][next] };
        }
        ways
    }

    /// The best way to each tag of a word, from those to the tags of the word before, and by which tag.
    pub fn onward(&self, last: &Ways) -> (Ways, [u8; TAGS]) {
        let (mut ways, mut from) = ([NEVER; TAGS], [OUTSIDE as u8; TAGS]);
        let mut rest = last[OUTSIDE] + self.all[OUTSIDE][OUTSIDE];
        let (mut best, mut best_from) =
            (self.opening.map(|step| last[OUTSIDE] + step), [OUTSIDE as i32; AT_EDGE]);
        for (at, &before) in ENDERS.iter().enumerate() {
            let closed = last[before] + self.closing[at];
            from[OUTSIDE] = if closed > rest { before as u8 } else { from[OUTSIDE] };
            rest = rest.max(closed);
            for (lane, step) in self.by_ender[at].iter().enumerate() {
                let way = last[before] + step;
                best_from[lane] = if way > best[lane] { before as i32 } else { best_from[lane] };
                best[lane] = best[lane].max(way);
            }
        }
        ways[OUTSIDE] = rest;
        for (lane, next) in BEGINNERS.into_iter().enumerate() {
            (ways[next], from[next]) = (best[lane], best_from[lane] as u8);
        }
        for kind in 0..KINDS {
            let (begin, inside) = (tag(kind, BEGIN), tag(kind, INSIDE));
            for next in [inside, tag(kind, LAST)] {
                let (opened, on) =
                    (last[begin] + self.all[begin][next], last[inside] + self.all[inside][next]);
                (ways[next], from[next]) =
                    if on > opened { (on, inside as u8) } else { (opened, begin as u8) };
            }
        }
        (ways, from)
    }

    /// The best way from each tag of a word to the end, from those of the tags of the word after, its
    /// points added.
    pub fn back(&self, ahead: &Ways) -> Ways {
        let mut ways = [NEVER; TAGS];
        let mut rest = ahead[OUTSIDE] + self.all[OUTSIDE][OUTSIDE];
        let mut best = self.closing.map(|step| ahead[OUTSIDE] + step);
        for (at, &next) in BEGINNERS.iter().enumerate() {
            rest = rest.max(ahead[next] + self.opening[at]);
            for (best, step) in best.iter_mut().zip(&self.by_beginner[at]) {
                *best = (*best).max(ahead[next] + step);
            }
        }
        ways[OUTSIDE] = rest;
        for (lane, before) in ENDERS.into_iter().enumerate() {
            ways[before] = best[lane];
        }
        for kind in 0..KINDS {
            let (inside, last) = (tag(kind, INSIDE), tag(kind, LAST));
            for before in [tag(kind, BEGIN), inside] {
                let step = |next: usize| ahead[next] + self.all[before][next];
                ways[before] = step(inside).max(step(last));
            }
        }
        ways
    }
}
