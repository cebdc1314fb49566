//! The kinds of quotation marks, and what a mark does where it stands.

/// Which marks open and close a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Curly,
    Low,
    Guillemets,
    Turned,
    Straight,
    Ticks,
    Single,
    StraightSingle,
}

/// Which sides of a mark are free and which touch words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides {
    pub(super) opens: bool,
    pub(super) closes: bool,
    pub(super) after_digit: bool,
    pub(super) after_space: bool,
    pub(super) before_space: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Role {
    /// Opens a quotation.
    Open,
    /// Closes the open quotation at this depth.
    Close(usize),
    /// Closes a quotation that goes on from the paragraph before.
    CloseCarried,
    /// Could only close, and nothing stands open.
    Stray,
}
