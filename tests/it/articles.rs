//! The articles of `tests/articles`, each with what its golden says of it.

use galley::annotate::annotate;
use galley::document::Document;
use galley::document::article::Article;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// One article and its document.
pub struct Case {
    /// The file's name without its extension.
    pub name: String,
    /// The file beside it that says what is expected.
    pub golden: PathBuf,
    /// What Galley makes of it.
    pub document: Document,
}

/// Every article, by name, annotated once.
pub static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("tests/articles is there")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    files.into_iter().map(read).collect()
});

fn read(path: PathBuf) -> Case {
    let text = fs::read_to_string(&path).expect("an article is UTF-8 text");
    let golden = path.with_extension("golden");
    let head = fs::read_to_string(&golden).unwrap_or_default();
    let published = head.lines().find_map(|line| line.strip_prefix("published: "));
    let published = published.map(|day| day.parse().expect("published: takes a day like 2025-02-09"));
    let document = annotate(Article { published, ..Article::plain(text) });
    let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    Case { name, golden, document }
}
