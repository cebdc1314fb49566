//! Alternative texts of pictures, which a plain paste holds as lines of their own.

use crate::tokens::{Token, TokenKind};

/// The ends of picture files' names.
const ENDS: [&str; 9] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".bmp"];
/// What an alternative text calls the picture, at its end after a dash, or alone.
const PICTURES: [&str; 12] = [
    "photo",
    "image",
    "picture",
    "thumbnail",
    "logo",
    "icon",
    "graphic",
    "illustration",
    "photograph",
    "avatar",
    "placeholder",
    "banner",
];
/// The same, before "of" or "for" at the beginning.
const OPENERS: [&str; 6] = ["logo", "icon", "thumbnail", "image", "screenshot", "avatar"];

/// Whether a line stands for a picture.
///
/// ```text
/// pier-cracks-2025-620x350.jpg     Night buses return - Photo     Harwick Courier logo
/// ```
///
/// "Photo: Jo Orr" is a credit, and a sentence that speaks of a photo is the article's.
pub(super) fn is_alternative(text: &str, tokens: &[Token], stops: bool) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    if tokens.len() > 30 {
        return false;
    }
    let line = first.range.cover(last.range).of(text);
    is_file(line) || (!stops && (is_called(text, tokens) || opens(text, tokens) || plays(text, tokens)))
}

fn is_file(line: &str) -> bool {
    let dot = line.rfind('.');
    dot.is_some_and(|dot| dot > 0 && ENDS.iter().any(|end| end.eq_ignore_ascii_case(&line[dot..])))
}

fn is_one_of(known: &[&str], word: &str) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// "… - Photo", "Harwick Courier logo", "Image"
fn is_called(text: &str, tokens: &[Token]) -> bool {
    let last = tokens.len() - 1;
    if !is_one_of(&PICTURES, tokens[last].of(text)) {
        return false;
    }
    let before = last.checked_sub(1).map(|before| tokens[before].of(text));
    let logo = matches!(tokens[last].of(text), "logo" | "Logo" | "thumbnail" | "icon") && last <= 5;
    before.is_none_or(|sign| matches!(sign, "-" | "–" | "—" | "|" | ":")) || logo
}

/// "Logo of the harbour board", "Thumbnail for the video"
fn opens(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let named = tokens.len() <= 3 || tokens[2..].iter().any(|token| token.kind == TokenKind::Word);
    is_one_of(&OPENERS, word(0)) && matches!(word(1), "of" | "for") && named
}

/// "Play video: The pier from above", "Video thumbnail, the pier"
fn plays(text: &str, tokens: &[Token]) -> bool {
    let is =
        |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.of(text).eq_ignore_ascii_case(word));
    (is(0, "play") && (is(1, "video") || is(1, "icon"))) || (is(0, "video") && is(1, "thumbnail"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(expected: bool, lines: &[&str]) {
        for line in lines {
            assert_eq!(is_alternative(line, &tokenize(line), line.ends_with('.')), expected, "{line}");
        }
    }

    #[test]
    fn lines_that_stand_for_a_picture() {
        check(
            true,
            &[
                "pier-cracks-2025-620x350.jpg",
                "IMG_2041.JPEG",
                "Night buses return - Photo",
                "Night buses return | Image",
                "Harwick Courier logo",
                "Logo of the harbour board",
                "Thumbnail for the storm video",
                "Play video: The pier from above",
                "Image",
            ],
        );
    }

    #[test]
    fn lines_that_speak_of_one() {
        check(
            false,
            &[
                "Photo: Jo Orr",
                "The board chose a new logo.",
                "Mayor sues over doctored photo",
                "The firm is worth £2.png, he joked",
                "Video shows the wave that broke the pier",
                "Play resumes in Arne",
            ],
        );
    }
}
