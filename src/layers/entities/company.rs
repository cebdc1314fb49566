//! What stands at the end of companies' names, and the odd ways in which some begin.

use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

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

/// Companies that begin with a figure, as they write themselves.
const FIGURES: [&str; 6] = ["3M", "3i", "3Com", "8x8", "2K", "2U"];

/// The same with a hyphen; "UPDATE 2-Orsk" is a headline sent again.
const HYPHENED: [(&str, &str); 3] = [("7", "Eleven"), ("3", "D"), ("4", "H")];

/// Companies and brands that begin with a small letter and are no other word.
const SMALL: [&str; 8] =
    ["adidas", "lululemon", "thyssenkrupp", "comdirect", "bpost", "flydubai", "flynas", "ebay"];

/// Two letters and "&" that are a thing, no company.
const THINGS: [&str; 16] = [
    "R&D", "Q&A", "B&B", "P&L", "R&B", "A&E", "M&A", "T&C", "F&B", "S&M", "A&R", "I&E", "D&I", "G&T", "O&M",
    "E&P",
];

/// Verbs and nouns that companies have, and measures and amounts have not.
const ACTS: [&str; 36] = [
    "said",
    "says",
    "rose",
    "fell",
    "gained",
    "lost",
    "filed",
    "has",
    "had",
    "is",
    "was",
    "will",
    "would",
    "plans",
    "announced",
    "reported",
    "agreed",
    "sold",
    "bought",
    "cut",
    "shares",
    "stock",
    "plc",
    "Group",
    "Inc",
    "Inc.",
    "Corp",
    "told",
    "expects",
    "posted",
    "closed",
    "opened",
    "launched",
    "declined",
    "makes",
    "made",
];

/// What leads to a company: "shares in 3M".
const LEADS: [&str; 16] = [
    "in", "at", "of", "by", "for", "from", "with", "against", "rival", "group", "firm", "company", "maker",
    "giant", "between", "like",
];

/// The end of a company's name that capitals do not show: by a sign, a figure or a small letter.
///
/// ```text
/// Shares in B&Q rose.      23andMe filed for bankruptcy.      a spokesman for eToro
///           ^^^            ^^^^^^^                                            ^^^^^
/// ```
///
/// "R&D" and "3m people" are none; of a figure with one letter the words around it must speak of a company.
pub(super) fn odd_name(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let of = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let tight = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced && !token.starts_line);
    let word = of(at);
    let acts = |end: usize| {
        let owns = tokens.get(end).is_some_and(|token| token.kind == TokenKind::Possessive);
        let sign = matches!(of(end), "." | "," | ")" | ";" | "");
        let led = at > 0 && LEADS.contains(&of(at - 1)) && (sign || of(end).starts_with(char::is_lowercase));
        owns || ACTS.contains(&of(end)) || led
    };
    match tokens[at].kind {
        TokenKind::Number if at > 0 && matches!(of(at - 1), "$" | "£" | "€") => None,
        TokenKind::Number if of(at + 1) == "-" && tight(at + 1) && tight(at + 2) => {
            HYPHENED.contains(&(word, of(at + 2))).then_some(at + 3)
        }
        TokenKind::Number => {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let inner = letters > 3 && word.chars().any(char::is_uppercase);
            let known = FIGURES.contains(&word) && letters > 0 && acts(at + 1);
            (inner || known).then_some(at + 1)
        }
        TokenKind::Word if of(at + 1) == "&" && tight(at + 1) && tight(at + 2) => {
            let short =
                |at: usize| tokens.get(at).is_some_and(|token| token.capital && token.range.len() <= 3);
            let whole = TextRange::new(tokens[at].start(), tokens.get(at + 2)?.end()).of(text);
            (short(at) && short(at + 2) && !THINGS.contains(&whole)).then_some(at + 3)
        }
        TokenKind::Word if !tokens[at].capital => (SMALL.contains(&word) || is_camel(word)).then_some(at + 1),
        _ => None,
    }
}

/// "eToro", "easyJet": a small letter first and one capital inside, with small letters after it.
fn is_camel(word: &str) -> bool {
    let Some(inner) = word.bytes().position(|byte| byte.is_ascii_uppercase()).filter(|&inner| inner > 0)
    else {
        return false;
    };
    let device = ["iPhone", "iPad", "iPod", "iMac", "eBook", "iOS", "macOS", "eMail"];
    let particle =
        ["al", "el", "de", "di", "la", "le", "van", "von", "mc", "da", "du", "ibn", "bin", "d", "l"];
    let rest = &word[inner + 1..];
    word.is_ascii()
        && rest.len() >= 2
        && rest.bytes().all(|byte| byte.is_ascii_lowercase())
        && !particle.contains(&&word[..inner])
        && !device.iter().any(|known| word.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenize(text);
        let names = (0..tokens.len()).filter_map(|at| {
            let end = odd_name(text, &tokens, at)?;
            Some(tokens[at].range.cover(tokens[end - 1].range).of(text))
        });
        assert_eq!(names.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn signs_figures_and_small_letters_name_companies() {
        check("Shares in B&Q rose, and M&S fell.", &["B&Q", "M&S"]);
        check("3M said so. Shares of 3M fell.", &["3M", "3M"]);
        check("23andMe filed, 7-Eleven did not.", &["23andMe", "7-Eleven"]);
        check("adidas, easyJet and eToro agreed.", &["adidas", "easyJet", "eToro"]);
        check("3i said its fund had grown.", &["3i"]);
    }

    #[test]
    fn measures_and_things_do_not() {
        check("It spends 3m on R&D and on Q&A pages.", &[]);
        check("3m people left; 3M people left; $3M was lost.", &[]);
        check("A 7-inch wall, a 3-2 win, 20th place.", &[]);
        check("mRNA, pH, iPhones and eBooks.", &[]);
    }
}
