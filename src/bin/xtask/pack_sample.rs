//! Packs the marks of the sample article, which the page shows before the engine is loaded.

use galley::annotate::annotate;
use galley::document::article::Article;
use galley::protocol::encode;
use galley::sample;

/// Where the marks lie, beside the article.
const MARKS: &str = "src/sample/marks.bin";

/// Writes the marks the engine finds now.
pub fn run(_arguments: &[String]) -> Result<(), String> {
    let marks = encode(&annotate(Article::plain(sample::TEXT)).layers);
    std::fs::write(MARKS, &marks).map_err(|error| format!("{MARKS}: {error}"))?;
    println!("{MARKS}: {} bytes", marks.len());
    Ok(())
}
