//! A text as the page shows it: its paragraphs, and the chunks in which they are drawn.

use crate::document::article::Article;
use crate::document::structure::Paragraph;
use crate::protocol::Revision;
use crate::view::blocks::{Block, again, blocks, joined};
use crate::view::chunks::{Chunk, chunks};

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
    /// What is drawn together.
    pub chunks: Vec<Chunk>,
    /// Whether it is Galley's own sample.
    pub sample: bool,
}

impl Sheet {
    /// Sets an article that nobody has read yet.
    pub fn new(revision: Revision, article: Article, sample: bool) -> Self {
        let blocks = blocks(&article);
        let chunks = chunks(&article.text, &blocks);
        Sheet { revision, opened: revision, article, blocks, chunks, sample }
    }

    /// The same text under other choices.
    pub fn again(&self, revision: Revision, article: Article, sample: bool) -> Self {
        let (blocks, chunks) = (again(&article, &self.blocks), self.chunks.clone());
        Sheet { revision, opened: self.opened, article, blocks, chunks, sample }
    }

    /// The same text with the lines of its paragraphs joined as Galley has read them; none where they are.
    pub fn joined(&self, structure: &[Paragraph]) -> Option<Self> {
        let blocks = joined(&self.article, &self.blocks, structure)?;
        let chunks = chunks(&self.article.text, &blocks);
        let Sheet { revision, opened, sample, .. } = *self;
        Some(Sheet { revision, opened, article: self.article.clone(), blocks, chunks, sample })
    }

    /// The paragraph that holds a byte of the text, or else the next, as an index into `blocks`.
    pub fn block_at(&self, byte: usize) -> Option<usize> {
        let at = self.blocks.partition_point(|block| block.range.end() <= byte);
        (at < self.blocks.len()).then_some(at)
    }

    /// The chunk that holds a byte of the text, or else the next, as an index into `chunks`.
    pub fn chunk_at(&self, byte: usize) -> Option<usize> {
        let at = self.chunks.partition_point(|chunk| chunk.range.end() <= byte);
        (at < self.chunks.len()).then_some(at)
    }
}
