//! A text cut into what is drawn together, so that the cost of drawing is that of what is near the window.

use super::blocks::Block;
use crate::text::{TextRange, last_place};
use std::ops::Range;

/// Text that is drawn together: some whole paragraphs, or a part of a very long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The paragraphs, as indices into the list of blocks.
    pub blocks: Range<usize>,
    /// From the first byte to the last.
    pub range: TextRange,
    /// Whether it is a part of a paragraph.
    pub is_part: bool,
}

/// Bytes of text that are drawn together, in a text of usual length.
const CHUNK: usize = 6000;
/// A longer text has longer chunks: the browser looks at each of them for each frame.
const MOST: usize = 1000;

/// Cuts the paragraphs into chunks of about the same length, and those that are much longer into parts.
pub fn chunks(text: &str, blocks: &[Block]) -> Vec<Chunk> {
    let cost = |block: &Block| block.range.len() + 80;
    let size = CHUNK.max(blocks.iter().map(cost).sum::<usize>() / MOST);
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut room = 0;
    for (at, block) in blocks.iter().enumerate() {
        if block.range.len() > 2 * size {
            let parts = parts(text, block.range, size);
            chunks.extend(parts.map(|range| Chunk { blocks: at..at + 1, range, is_part: true }));
            room = 0;
            continue;
        }
        match chunks.last_mut().filter(|_| room > 0) {
            Some(chunk) => {
                chunk.blocks.end = at + 1;
                chunk.range = chunk.range.cover(block.range);
            }
            None => {
                chunks.push(Chunk { blocks: at..at + 1, range: block.range, is_part: false });
                room = size;
            }
        }
        room = room.saturating_sub(cost(block));
    }
    chunks
}

/// Cuts a paragraph into parts, at the end of a sentence or at least of a word.
fn parts(text: &str, whole: TextRange, size: usize) -> impl Iterator<Item = TextRange> + '_ {
    let mut from = whole.start();
    std::iter::from_fn(move || {
        let rest = TextRange::new(from, whole.end());
        let part =
            TextRange::new(from, if rest.len() > size * 3 / 2 { cut(text, rest, size) } else { rest.end() });
        from = part.end();
        (!part.is_empty()).then_some(part)
    })
}

fn cut(text: &str, rest: TextRange, size: usize) -> usize {
    let words = rest.of(text);
    let (from, to) = (words.floor_char_boundary(size / 2), words.floor_char_boundary(size));
    let end = |sign: &str| last_place(&words[from..to], sign).map(|at| from + at + sign.len());
    rest.start() + end(". ").or_else(|| end(" ")).unwrap_or(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::article::Article;
    use crate::view::blocks::blocks;

    fn of(text: &str) -> Vec<Chunk> {
        chunks(text, &blocks(&Article::plain(text)))
    }

    fn check(text: &str, expected: &[(usize, usize, bool)]) {
        let line = |chunk: Chunk| (chunk.blocks.start, chunk.blocks.end, chunk.is_part);
        assert_eq!(of(text).into_iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn paragraphs_are_drawn_in_runs() {
        check("", &[]);
        check("One.\n\nTwo.", &[(0, 2, false)]);
        let long = ["It rains. ".repeat(400), "It snows. ".repeat(400), "It hails.".into()].join("\n");
        check(&long, &[(0, 2, false), (2, 3, false)]);
    }

    #[test]
    fn a_very_long_paragraph_is_drawn_in_parts() {
        let long = ["It rains. ".repeat(2000).trim(), "It snows."].join("\n");
        check(&long, &[(0, 1, true), (0, 1, true), (0, 1, true), (1, 2, false)]);
        let chunks = of(&long);
        let parts: Vec<&str> = chunks.iter().map(|chunk| chunk.range.of(&long)).collect();
        assert!(parts[..2].iter().all(|part| part.ends_with("rains. ")));
        assert_eq!(parts[..3].concat(), "It rains. ".repeat(2000).trim());
        let no_blank = "\u{e9}".repeat(20_000);
        assert_eq!(of(&no_blank).iter().map(|chunk| chunk.range.of(&no_blank)).collect::<String>(), no_blank);
    }

    #[test]
    fn a_long_text_has_no_more_chunks_than_the_browser_can_watch() {
        let count = of(&"a\n".repeat(200_000)).len();
        assert!(count <= MOST + 1, "{count}");
    }
}
