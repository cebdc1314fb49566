//! `cargo xtask span [--pages FILE]`: fits the weights by which an article is found on a pasted page.
//!
//! They are few numbers, found on whole pages whose true body is known; no word of the pages is kept. Five-fold
//! cross-validation by site says what they are worth on pages they have not seen.

mod learn;
mod own;
mod pages;
mod title;

use galley::layers::structure::span::{Signal, Weights, Worth, worths};
use learn::{Lesson, Prices, Score, learn};
use std::fmt::Write as _;

const TABLE: &str = "src/resources/span.tsv";
const FOLDS: usize = 5;

/// The kinds of text: of rich text, whose markup says more, fewer weights serve as well, and less is lost.
const KINDS: [(&str, Prices); 2] =
    [("plain", Prices { weight: 0.15, lost: 0.4 }), ("rich", Prices { weight: 0.22, lost: 0.3 })];

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let path = match arguments {
        [flag, path] if flag == "--pages" => path.as_str(),
        [] => "../shared/data/dev/pages.jsonl.gz",
        _ => return Err("cargo xtask span [--pages FILE]".into()),
    };
    let pages = pages::read(path)?;
    let mut table = String::from(HEAD);
    let choices = ["plain", "rich"]
        .map(|kind| (kind, pages.iter().filter_map(|page| pages::choice(page, kind)).collect()));
    title::write(&choices)?;
    for (kind, price) in KINDS {
        let lessons: Vec<Lesson> = pages.iter().filter_map(|page| pages::lesson(page, kind)).collect();
        if lessons.is_empty() {
            continue;
        }
        let own = if kind == "plain" { own::lessons()? } else { Vec::new() };
        let of = |fold: usize, inside: bool| -> Vec<&Lesson> {
            lessons.iter().filter(|lesson| (lesson.fold % FOLDS == fold) == inside).chain(&own).collect()
        };
        let fits: Vec<Weights> = std::thread::scope(|scope| {
            let of = &of;
            let runs: Vec<_> =
                (0..=FOLDS).map(|fold| scope.spawn(move || learn(&of(fold, false), price))).collect();
            runs.into_iter().filter_map(|run| run.join().ok()).collect()
        });
        let (mut crossed, mut plain) = (Total::default(), Total::default());
        for lesson in &lessons {
            crossed.add(lesson, &fits[lesson.fold % FOLDS]);
            plain.add(lesson, &fits[FOLDS]);
        }
        println!("{kind}: {} pages; lines {plain}; cross-validated {crossed}", lessons.len());
        write(&mut table, kind, &fits[FOLDS]);
    }
    std::fs::write(TABLE, table).map_err(|error| format!("{TABLE}: {error}"))
}

const HEAD: &str = "# What each sign of a paragraph is worth on a pasted page, in words: in the run of the article, as its\n\
    # first line, as the first line below it, and (above 0) as the page's own within it.\n\
    # Kind of text, sign, four numbers; found by `cargo xtask span`, see CARD.md.\n";

fn write(table: &mut String, kind: &str, weights: &Weights) {
    let told = Signal::ALL.iter().zip(&weights.0).filter(|(_, worth)| **worth != Worth::default());
    for (sign, worth) in told {
        let Worth { inside, start, end, aside } = worth;
        let _ = writeln!(table, "{kind}\t{}\t{inside}\t{start}\t{end}\t{aside}", sign.name());
    }
}

/// Lines over all pages, and the sum of the pages' F1.
#[derive(Default)]
struct Total {
    lines: Score,
    pages: f64,
    count: f64,
}

impl Total {
    fn add(&mut self, lesson: &Lesson, weights: &Weights) {
        let mut one = Score::default();
        let worths = worths(&lesson.signals, weights);
        one.add(&lesson.truth, &worths);
        self.lines.add(&lesson.truth, &worths);
        self.pages += one.f1();
        self.count += 1.0;
    }
}

impl std::fmt::Display for Total {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let (p, r, f1) = (self.lines.precision(), self.lines.recall(), self.lines.f1());
        write!(f, "P {p:.1} R {r:.1} F1 {f1:.1}, mean of pages {:.1}", self.pages / self.count.max(1.0))
    }
}
