//! Signs that only pages have: rows of pictures, headlines said twice, texts of pictures, names of boxes.

use super::signs::{Signal, Signals};
use crate::layers::structure::look::{Look, Shape};
use crate::tokens::{Token, TokenKind};

/// What only pages say: "2/50 Pier reopens", a headline and the text of its picture, "landscape-tablet-and-below".
pub(super) fn alone(signs: &mut Signals, text: &str, tokens: &[Token]) {
    use Signal::*;
    let first = tokens[0].of(text);
    signs.set(FigureFirst, tokens[0].kind == TokenKind::Number);
    signs.set(Twice, says_itself_again(text, tokens));
    signs.set(Slide, is_slide(text, tokens));
    let parts = first.split(['-', '_']).filter(|part| !part.is_empty()).count();
    let glued = tokens.iter().skip(1).all(|token| !token.spaced);
    signs.set(
        Chained,
        glued
            && (parts > 2
                || (tokens.len() > 4 && tokens.iter().any(|token| matches!(token.of(text), "-" | "_")))),
    );
    const UNNAMED: [&str; 20] = [
        "man",
        "woman",
        "person",
        "people",
        "men",
        "women",
        "view",
        "photo",
        "image",
        "illustration",
        "group",
        "sign",
        "copy",
        "close",
        "crowd",
        "couple",
        "picture",
        "screenshot",
        "boy",
        "girl",
    ];
    let next = tokens.iter().skip(1).take(2).map(|token| token.of(text));
    let article = matches!(first, "A" | "An" | "Two" | "Three" | "The" | "Several");
    signs.set(Somebody, article && next.into_iter().any(|word| UNNAMED.contains(&word)));
}

/// The words of a line, and the same words again: a headline, and the alternative text of its picture.
fn says_itself_again(text: &str, tokens: &[Token]) -> bool {
    let same =
        |half: usize| (0..tokens.len() - half).all(|at| tokens[at].of(text) == tokens[at + half].of(text));
    (2..=4).any(|times| {
        let one = tokens.len() / times;
        one >= 3 && tokens.len().is_multiple_of(times) && same(one)
    })
}

/// "2/50 Pier reopens"
fn is_slide(text: &str, tokens: &[Token]) -> bool {
    let figures =
        |word: &str| !word.is_empty() && word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let end = tokens.iter().take(3).skip(1).take_while(|token| !token.spaced).count();
    let whole = tokens[0].range.cover(tokens[end].range).of(text);
    whole.split_once('/').is_some_and(|(at, of)| {
        let number = |word: &str| word.parse::<u32>().unwrap_or(0);
        figures(at) && figures(of) && number(at) >= 1 && number(at) <= number(of) && number(of) > 2
    })
}

/// Signs that say more together than apart.
pub(super) fn together(signs: &mut Signals, look: &Look) {
    use Signal::*;
    let among = signs.has(Between1) || signs.has(Between2) || (signs.has(FullAbove) && signs.has(FullBelow));
    let short = among && look.shape == Shape::Short;
    signs.set(Among7, short && (4..=7).contains(&look.words));
    signs.set(Among11, short && (8..=11).contains(&look.words));
    signs.set(Among19, short && look.words >= 12);
    signs.set(TitledAmong, short && look.words >= 5 && signs.has(Titled));
    let beside = signs.has(FullAbove) || signs.has(FullBelow);
    let shouts = look.shape == Shape::Short && look.words >= 5 && signs.has(Shouts);
    signs.set(ShoutsAmong, beside && shouts);
    signs.set(AsksAmong, among && signs.has(Asks) && look.words < 20);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(sign: Signal, yes: &[&str], no: &[&str]) {
        for (line, expected) in yes.iter().map(|line| (line, true)).chain(no.iter().map(|line| (line, false)))
        {
            let mut signs = Signals::default();
            alone(&mut signs, line, &tokenize(line));
            assert_eq!(signs.has(sign), expected, "{} in “{line}”", sign.name());
        }
    }

    #[test]
    fn one_of_a_row_of_pictures() {
        check(
            Signal::Slide,
            &["2/50 Pier reopens", "3/12", "50/50 The last boat"],
            &["9/2 Ltd", "1/2 cup", "24/7 care", "Pier 2/50"],
        );
    }

    #[test]
    fn a_headline_and_the_text_of_its_picture() {
        let twice = "Why the pier had to close Why the pier had to close";
        let thrice = "Night buses return Night buses return Night buses return";
        check(
            Signal::Twice,
            &[twice, thrice],
            &["Why the pier had to close", "Bye bye, bye bye", "New York, New York"],
        );
    }

    #[test]
    fn names_of_boxes() {
        check(
            Signal::Chained,
            &["landscape-tablet-and-below", "search_menu_icon"],
            &["state-of-the-art boats", "Lund", "well-kept"],
        );
    }

    #[test]
    fn texts_of_pictures() {
        check(
            Signal::Somebody,
            &["A man in a grey shirt is interviewed.", "An aerial view of the port."],
            &["A mandate for change.", "Man held over fire"],
        );
    }
}
