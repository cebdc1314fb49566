//! Words that two boxes side by side leave without a blank between.

/// Whether words that end one box and words that begin the next want a blank.
///
/// ```text
/// <b>Mara Quill</b><i>Transport Reporter</i>      Mara Quill Transport Reporter
///              ^    ^
/// ```
///
/// Where a small letter or a figure meets a capital, or a figure a letter. What may be one word in two kinds
/// of type stays: "Mc" and "Donald", "i" and "Phone", "16" and "th", "5" and "G", a first letter set large.
pub(super) fn wants_blank(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let letters_before = || before.chars().rev().take(4).take_while(|c| c.is_alphabetic()).count();
    let letters_after = || after.chars().take(3).take_while(|c| c.is_alphabetic()).count();
    if last.is_numeric() {
        return letters_after() >= if first.is_uppercase() { 2 } else { 3 };
    }
    let new_word = first.is_uppercase() || first.is_numeric();
    last.is_lowercase() && new_word && letters_before() >= 3 && !before.ends_with("Mac")
}

/// Whether words that touch an element of a site's own making begin a new line: they begin like a sentence,
/// right after words that have ended.
///
/// ```text
/// <ad-box>Advertisement</ad-box>Harlow Transport      two lines
/// an un<hi-light>believ</hi-light>able plan           one
/// ```
pub(super) fn is_new_line(before: &str, after: &str) -> bool {
    let ends = |c: char| c.is_alphanumeric() || matches!(c, '.' | '?' | '!' | ':' | '”' | '"' | '’' | ')');
    let begins = |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '"' | '‘');
    before.ends_with(ends) && after.starts_with(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_told_from_words_in_two_kinds_of_type() {
        for (before, after, expected) in [
            ("By Mara Quill", "Transport Reporter", true),
            ("Mara Quill", "4 March", true),
            ("4 March 2025", "Updated", true),
            ("March 2025", "updated", true),
            ("3", "min read", true),
            ("Mc", "Donald", false),
            ("Mac", "Donald", false),
            ("i", "Phone", false),
            ("16", "th", false),
            ("5", "G", false),
            ("T", "he ferry", false),
            ("Quill ", "Transport", false),
            ("ferr", "ies", false),
            ("(", "Reuters", false),
            ("", "Reuters", false),
        ] {
            assert_eq!(wants_blank(before, after), expected, "{before}|{after}");
        }
    }
}
