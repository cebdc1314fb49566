//! Words for people by what they do.

/// "engineer", "survivor", "scientist": words for people by what they do.
pub(super) fn is_agent(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    one.len() > 4
        && ["er", "or", "ist", "man", "woman", "ian", "ant", "ent"].iter().any(|end| one.ends_with(end))
}
