//! A text as the page shows it: its lines, and the parts in which they are drawn.

use crate::document::article::Article;
use crate::protocol::Revision;
use crate::view::blocks::{Block, blocks};
use std::ops::Range;

/// A text on the page. It shows at once; its marks follow.
#[derive(Debug)]
pub struct Sheet {
    /// Counts the texts shown, and what people choose about them.
    pub revision: Revision,
    /// The revision that first showed this very text; choices about it do not change that.
    pub opened: Revision,
    /// The article.
    pub article: Article,
    /// Its paragraphs.
    pub blocks: Vec<Block>,
    /// Runs of paragraphs that are drawn together, as indices into `blocks`.
    pub chunks: Vec<Range<usize>>,
    /// Whether it is Galley's own sample.
    pub sample: bool,
}

impl Sheet {
    /// Sets an article; `opened` is the revision that first showed its text.
    pub fn new((revision, opened): (Revision, Revision), article: Article, sample: bool) -> Self {
        let blocks = blocks(&article);
        let chunks = chunks(&blocks);
        Sheet { revision, opened, article, blocks, chunks, sample }
    }

    /// The paragraph that holds a byte of the text, or else the next, as an index into `blocks`.
    pub fn block_at(&self, byte: usize) -> Option<usize> {
        let at = self.blocks.partition_point(|block| block.range.end() <= byte);
        (at < self.blocks.len()).then_some(at)
    }

    /// The run that a paragraph is drawn in, as an index into `chunks`.
    pub fn chunk_of(&self, block: usize) -> Option<usize> {
        self.chunks.iter().position(|chunk| chunk.contains(&block))
    }
}

/// Bytes of text that are drawn together.
const CHUNK: usize = 6000;

/// Cuts the paragraphs into runs of about the same length.
fn chunks(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let (mut from, mut size) = (0, 0);
    for (at, block) in blocks.iter().enumerate() {
        size += block.range.len() + 80;
        if size >= CHUNK || at + 1 == blocks.len() {
            chunks.push(from..at + 1);
            (from, size) = (at + 1, 0);
        }
    }
    chunks
}
