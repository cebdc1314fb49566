//! Words for people by what they do.

use super::words;

/// "engineer", "survivor", "scientist": words for people by what they do.
pub(super) fn is_agent(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    one.len() > 4
        && !one.ends_with("ment")
        && ["er", "or", "ist", "man", "woman", "ian", "ant", "ent"].iter().any(|end| one.ends_with(end))
}

/// "Doctors", "Residents", "Police": people by what they do, though a capital stands there.
pub(super) fn is_many(word: &str) -> bool {
    word == "Police"
        || word.ends_with('s')
            && (is_agent(word) || words::look_up(word).class & words::ROLE != 0)
            && words::look_up(word).class & words::TIME == 0
}
