//! The marks that end a dateline.

/// The mark that ends a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A hyphen, dash or double hyphen.
    Dash,
    /// A colon.
    Colon,
    /// An upright stroke.
    Pipe,
    /// A full stop after an agency: "/TASS/."
    Stop,
    /// No mark: "New Delhi, Feb 9 (PTI) The …"
    Nothing,
}

pub(super) fn is_dash(sign: &str) -> bool {
    matches!(sign, "-" | "–" | "—" | "--" | "---" | "―" | "−" | "‒" | "----" | "_" | "__")
}

pub(super) fn end_mark(sign: &str) -> Option<End> {
    match sign {
        ":" => Some(End::Colon),
        "|" => Some(End::Pipe),
        _ if is_dash(sign) => Some(End::Dash),
        _ => None,
    }
}
