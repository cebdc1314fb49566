//! Articles labelled by hand, and how near Galley comes to the labels.
//!
//! `tests/gold/README.md` tells the format. `cargo xtask eval` prints these figures too, and reads
//! this very module, so that the test and the command never disagree.

#[path = "gold/labels.rs"]
mod labels;

#[path = "gold/quotes.rs"]
mod quotes;

#[path = "gold/entities.rs"]
mod entities;

use galley::annotate::annotate;
use galley::document::article::Article;
use labels::Labelled;
use std::fs;
use std::path::Path;

/// Where labelled articles lie, each folder with its floors: stories are whole ones that were labelled before Galley
/// read them.
pub const FOLDERS: [&str; 2] = ["tests/gold", "tests/gold/stories"];

/// One figure, in tenths of a per cent.
pub struct Figure {
    /// Its name in `scores.tsv`.
    pub name: &'static str,
    /// What was reached.
    pub reached: u32,
}

/// All figures over all labelled articles, and what went wrong, a line each.
pub struct Report {
    /// The figures, in the order they are printed.
    pub figures: Vec<Figure>,
    /// Every miss, with the article's name.
    pub errors: String,
}

/// Counts of one comparison.
#[derive(Default)]
pub struct Tally {
    /// Found and right.
    pub right: usize,
    /// In the labels.
    pub wanted: usize,
    /// Found by Galley.
    pub found: usize,
}

impl Tally {
    /// F1 in tenths of a per cent, rounded down; nothing wanted and nothing found is perfect.
    pub fn f1(&self) -> u32 {
        let all = self.wanted + self.found;
        (2000 * self.right).checked_div(all).unwrap_or(1000) as u32
    }
}

/// Annotates every labelled article and compares.
pub fn score(folder: &Path) -> Result<Report, String> {
    let mut errors = String::new();
    let (mut quotes, mut entities) = (quotes::Scores::default(), entities::Scores::default());
    for (name, gold) in read(folder)? {
        let document = annotate(Article::plain(gold.text.clone()));
        let mut wrong = Vec::new();
        if gold.has("quotes") {
            quotes.compare(&gold, &document, &mut wrong);
        }
        if gold.has("entities") {
            entities.compare(&gold, &document, &mut wrong);
        }
        errors.extend(wrong.into_iter().map(|line| {
            format!(
                "{name}: {line}
"
            )
        }));
    }
    let figure = |name, reached| Figure { name, reached };
    let figures = vec![
        figure("quoted found", quotes.quoted.f1()),
        figure("quoted with speaker", quotes.quoted_joint.f1()),
        figure("reported found", quotes.reported.f1()),
        figure("reported with speaker", quotes.reported_joint.f1()),
        figure("terms kept apart", quotes.terms_kept_apart()),
        figure("names exact", entities.names.f1()),
        figure("names grouped (B3)", entities.grouped()),
    ];
    Ok(Report { figures, errors })
}

/// The labelled articles of a folder, by name.
fn read(folder: &Path) -> Result<Vec<(String, Labelled)>, String> {
    let about = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut articles = Vec::new();
    for entry in fs::read_dir(folder).map_err(about)? {
        let path = entry.map_err(about)?.path();
        if path.extension().is_some_and(|ending| ending == "gold") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let file = fs::read_to_string(&path).map_err(about)?;
            let gold = Labelled::parse(&file).map_err(|error| format!("{name}: {error}"))?;
            articles.push((name, gold));
        }
    }
    articles.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(articles)
}
