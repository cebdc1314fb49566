//! The tags of the sequence tagger: where a name begins, goes on and ends, and what it names.
//!
//! ```text
//! Angela  Merkel  visited  Rome
//! B-PER   L-PER   O        U-PLACE
//! ```

use crate::document::entities::Label;

/// How many tags there are: outside, and four positions of four kinds.
pub const TAGS: usize = 17;

/// Outside any name.
pub const OUTSIDE: usize = 0;

/// How many kinds of name are told apart.
pub const KINDS: usize = 4;

/// Position of a word in a name.
pub const BEGIN: usize = 0;
/// Inside, neither first nor last.
pub const INSIDE: usize = 1;
/// The last of several.
pub const LAST: usize = 2;
/// The only word of a name.
pub const UNIT: usize = 3;

/// The tag of a kind and a position.
pub const fn tag(kind: usize, position: usize) -> usize {
    1 + kind * 4 + position
}

/// The kind of a tag other than [`OUTSIDE`].
pub const fn kind(tag: usize) -> usize {
    (tag - 1) / 4
}

/// The position of a tag other than [`OUTSIDE`].
pub const fn position(tag: usize) -> usize {
    (tag - 1) % 4
}

/// Whether a name is still open after this tag.
pub const fn leaves_open(tag: usize) -> bool {
    tag != OUTSIDE && position(tag) <= INSIDE
}

/// Whether this tag goes on with a name that is open.
pub const fn goes_on(tag: usize) -> bool {
    tag != OUTSIDE && (position(tag) == INSIDE || position(tag) == LAST)
}

/// Whether `next` may follow `before`.
pub const fn may_follow(before: usize, next: usize) -> bool {
    if leaves_open(before) { goes_on(next) && kind(before) == kind(next) } else { !goes_on(next) }
}

/// What a kind is called in the entities layer. The last kind gathers the rest, most of them groups.
pub fn label(kind: usize) -> Label {
    [Label::Person, Label::Organisation, Label::Place, Label::Group][kind]
}

/// The weights of one feature, one for each tag.
pub type Row = [i8; TAGS];
