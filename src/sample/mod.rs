//! The article a newcomer sees, with its marks packed beside it.
//!
//! `cargo xtask pack-sample` writes the marks anew after the engine has changed.

use crate::document::Layers;
use crate::protocol::decode;

/// The article: an original wire story, written to show every kind of mark.
pub const TEXT: &str = include_str!("article.txt");

const MARKS: &[u8] = include_bytes!("marks.bin");

/// Its marks, as the engine found them when it was packed.
pub fn layers() -> Option<Layers> {
    decode(MARKS)
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::document::article::Article;

    #[test]
    fn the_packed_marks_are_those_the_engine_finds() {
        let found = annotate(Article::plain(super::TEXT));
        assert!(crate::checks::findings(&found).is_empty(), "the page shows the sample without findings");
        assert!(
            super::layers() == Some(found.layers),
            "the engine has changed: run `cargo xtask pack-sample`"
        );
    }
}
