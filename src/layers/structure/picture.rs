//! Whether one sentence reads like the line under a picture.

use crate::layers::dateline::day;
use crate::tokens::{Token, TokenKind};

/// How much a paragraph reads like the line under a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Picture {
    /// Not at all.
    No,
    /// It has a verb of posture, or points ("left").
    Shows,
    /// It ends in a full date.
    Dated,
    /// It shows, in the present tense, somebody at a place on a day.
    Surely,
}

/// One sentence that shows somebody somewhere: a full date near its end, a verb of posture.
pub(super) fn read(text: &str, tokens: &[Token], top: bool) -> Picture {
    if tokens.len() > 70 || tokens.len() < 5 || tokens[0].kind == TokenKind::Quote {
        return Picture::No;
    }
    let (dated, placed) = full_date_at_end(text, tokens);
    if !dated && !top {
        return Picture::No;
    }
    let inner_stop = tokens[..tokens.len() - 1].iter().any(|token| matches!(token.of(text), "." | "?" | "!"));
    let told = tokens
        .iter()
        .any(|token| matches!(token.of(text), "said" | "told" | "says" | "“" | "\"" | "according"));
    if inner_stop || told {
        return Picture::No;
    }
    let shows = tokens.iter().take(30).any(|token| is_picture_verb(token.of(text)));
    let points =
        tokens.windows(3).any(|w| w[0].of(text) == "(" && w[2].of(text) == ")" && is_side(w[1].of(text)));
    match (dated, shows || points) {
        (true, true) if placed || points => Picture::Surely,
        (true, _) => Picture::Dated,
        (_, true) => Picture::Shows,
        _ => Picture::No,
    }
}

/// Whether brackets at the end credit a picture: "(PTI Photo)", "(ABC News: Amir Roe)".
pub(super) fn is_credited(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let Some(close) = tokens.len().checked_sub(1).filter(|&last| matches!(word(last), ")" | "]")) else {
        return false;
    };
    let open = (close.saturating_sub(10)..close).rev().find(|&at| matches!(word(at), "(" | "["));
    let Some(open) = open.filter(|&open| open > 3 && open + 1 < close) else { return false };
    let names = |range: std::ops::Range<usize>| {
        !range.is_empty()
            && tokens[range]
                .iter()
                .all(|token| token.capital || matches!(token.of(text), "/" | "-" | "&" | "."))
    };
    let colon = (open + 1..close).find(|&at| word(at) == ":");
    let by = colon
        .is_some_and(|colon| names(open + 1..colon) && names(colon + 1..close) && word(open + 1) != "Source");
    // "(Tom Reed/The Harwick Post)", "(Raj Patel for The Harwick Post)"
    let house = (open + 1..close)
        .find(|&at| matches!(word(at), "/" | "for"))
        .is_some_and(|at| names(open + 1..at) && names(at + 1..close) && close - open > 3 && at > open + 2);
    by || house
        || (matches!(word(close - 1), "Photo" | "photo" | "Photos" | "Image" | "Images" | "Pic")
            && close > open + 2)
}

/// Whether a date with its year ends the tokens, and whether a place stands right before it.
fn full_date_at_end(text: &str, tokens: &[Token]) -> (bool, bool) {
    let last = tokens.iter().rev().take(2);
    if !last.into_iter().any(|token| token.kind == TokenKind::Number && token.range.len() >= 4) {
        return (false, false);
    }
    let from = tokens.len().saturating_sub(9);
    let ends = |next: usize| next + 1 >= tokens.len();
    let date = (from..tokens.len()).find_map(|at| {
        let date = day::read(text, tokens, at)?;
        (date.year.is_some() && ends(date.next)).then_some(at)
    });
    let Some(at) = date else { return (false, false) };
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let comma = before
        .filter(|token| token.of(text) == ",")
        .and_then(|_| at.checked_sub(2))
        .map(|before| &tokens[before]);
    let named = comma.or(before).is_some_and(|token| token.capital);
    let on = before.is_some_and(|token| token.of(text) == "on");
    (true, named || on)
}

fn is_side(word: &str) -> bool {
    matches!(
        word,
        "left" | "right" | "center" | "centre" | "L" | "R" | "C" | "middle" | "pictured" | "top" | "bottom"
    )
}

fn is_picture_verb(word: &str) -> bool {
    // in the order of the alphabet
    const VERBS: [&str; 87] = [
        "addresses",
        "appears",
        "applaud",
        "applauds",
        "arrive",
        "arrives",
        "attend",
        "attends",
        "carries",
        "carry",
        "celebrate",
        "celebrates",
        "chat",
        "chats",
        "check",
        "checks",
        "cheer",
        "clean",
        "clears",
        "collect",
        "cross",
        "delivers",
        "drive",
        "drives",
        "embrace",
        "embraces",
        "enters",
        "flies",
        "fly",
        "gather",
        "gestures",
        "greet",
        "greets",
        "hold",
        "holds",
        "hug",
        "hugs",
        "inspect",
        "inspects",
        "leave",
        "leaves",
        "listens",
        "look",
        "looks",
        "march",
        "meet",
        "meets",
        "pass",
        "passes",
        "pictured",
        "play",
        "plays",
        "pose",
        "poses",
        "prepares",
        "reacts",
        "rest",
        "ride",
        "rises",
        "seen",
        "shake",
        "shakes",
        "shows",
        "signs",
        "sit",
        "sits",
        "smile",
        "smiles",
        "speaks",
        "stand",
        "stands",
        "take",
        "takes",
        "tours",
        "unloads",
        "unveils",
        "visit",
        "visits",
        "wait",
        "waits",
        "walk",
        "walks",
        "watch",
        "watches",
        "waves",
        "work",
        "works",
    ];
    word.len() <= 10 && VERBS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(text: &str, expected: Picture) {
        assert_eq!(read(text, &tokenize(text), true), expected, "{text}");
    }

    #[test]
    fn a_picture_shows_somebody_somewhere_on_a_day() {
        check("A mason carries a stone across the square in Doria, Italy, March 1, 2025.", Picture::Surely);
        check("Two women wait for the ferry in Harwick on 1 March 2025.", Picture::Surely);
        check("Jane Doe (left) and Amir Roe at the harbour.", Picture::Shows);
        check("The old mill of Harwick, March 1, 2025.", Picture::Dated);
        check("The mill closed on Monday, the owner said.", Picture::No);
        let credited = |text: &str| is_credited(text, &tokenize(text));
        assert!(credited("The wharf at Pell was closed in May. (Coast News: Amir Roe)"));
        assert!(credited("Jane Doe opens the bridge. (Tom Reed/The Harwick Post)"));
        assert!(credited("A clown walks past the canal. (Raj Patel for The Harwick Post)"));
        assert!(!credited("The bridge links both towns (Arne/Harwick)."));
        assert!(credited("Minister Jane Doe speaks in Harwick on Friday. (PTI Photo)"));
        assert!(!credited("The mill closed on Monday (it had opened in 1950)."));
        assert!(!credited("Jane Doe joined the Harwick Union of Weavers (HUW)"));
        check("The mill closed. It will open again on March 1, 2025.", Picture::No);
    }
}
