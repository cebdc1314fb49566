//! What stands at the end of companies' names.

/// Legal forms, in small letters and without their point.
const LEGAL_FORMS: [&str; 26] = [
    "ab",
    "ag",
    "asa",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "plc",
    "pty",
    "sa",
    "se",
    "spa",
];

/// "Ltd.", "INC", "plc"
pub(super) fn is_legal_form(word: &str) -> bool {
    is_one_of(&LEGAL_FORMS, word)
}

/// A legal form or another word that a company's name ends with, written as part of a name: "Group".
pub(super) fn is_company_suffix(word: &str) -> bool {
    let others = ["airlines", "airways", "bank", "group", "holding", "holdings"];
    let written = word.starts_with(char::is_uppercase) || word == "plc";
    written && (is_legal_form(word) || is_one_of(&others, word))
}

/// What newsrooms leave out at the end of a company's or party's name.
pub(super) fn is_left_out(word: &str) -> bool {
    is_legal_form(word) || is_one_of(&["group", "holding", "holdings", "party"], word)
}

fn is_one_of(list: &[&str], word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    list.iter().any(|known| word.eq_ignore_ascii_case(known))
}
