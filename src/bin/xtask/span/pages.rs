//! Whole pages whose true body is known, as the scorer of whole pages labels their lines.

use super::learn::{Lesson, Truth};
use super::title::Choice;
use galley::article::Article;
use galley::import::html;
use galley::layers::structure::{join_wrapped, signals, titles};
use galley::tokens::tokenize;
use serde::Deserialize;
use std::collections::HashSet;
use std::io::{BufRead, BufReader};

#[derive(Deserialize)]
pub struct Page {
    id: String,
    site: Option<String>,
    usable: bool,
    text: String,
    html: String,
    lines: Option<Vec<(usize, usize, String)>>,
    blocks: Option<Vec<String>>,
    authors: Vec<String>,
    fair: Fair,
    headline: Option<String>,
}

#[derive(Deserialize)]
struct Fair {
    titles: Vec<String>,
    decks: Vec<String>,
    captions: Vec<String>,
}

/// Lines shorter than this are not counted, in characters.
const LEAST: usize = 25;

/// Reads the pages of a gzipped file of JSON Lines.
pub fn read(path: &str) -> Result<Vec<Page>, String> {
    let failed = |error: &dyn std::fmt::Display| format!("{path}: {error}");
    let file = std::fs::File::open(path).map_err(|error| failed(&error))?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    lines
        .map(|line| {
            serde_json::from_str(&line.map_err(|error| failed(&error))?).map_err(|error| failed(&error))
        })
        .collect()
}

/// The words of a line as they are compared.
fn words(line: &str) -> Vec<String> {
    let plain: String = line.chars().filter(|c| !matches!(c, '\'' | '’' | '‘')).collect();
    plain
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(Into::into)
        .collect()
}

/// The words of a text, asked how much of a line they hold.
struct Held {
    flat: String,
    runs: HashSet<String>,
}

impl Held {
    fn new<'a>(lines: impl IntoIterator<Item = &'a String>) -> Self {
        let words: Vec<String> = lines.into_iter().flat_map(|line| words(line)).collect();
        let runs = words.windows(4).map(|run| run.join(" ")).collect();
        Held { flat: format!(" {} ", words.join(" ")), runs }
    }

    fn share(&self, words: &[String]) -> f64 {
        if words.is_empty() {
            return 0.0;
        }
        if self.flat.contains(&format!(" {} ", words.join(" "))) {
            return 1.0;
        }
        let runs = words.windows(4);
        let all = runs.len();
        if all < 2 {
            0.0
        } else {
            runs.filter(|run| self.runs.contains(&run.join(" "))).count() as f64 / all as f64
        }
    }
}

/// What a line of a page is.
#[derive(Clone, Copy, PartialEq)]
pub enum Label {
    In,
    Out,
    Fair,
    Open,
}

/// What there is to learn from a page as plain or as rich text; none where its body is not whole.
pub fn lesson(page: &Page, kind: &str) -> Option<Lesson> {
    let blocks = page.blocks.as_ref().filter(|_| page.usable)?;
    let article = match kind {
        "plain" => Article::plain(page.text.clone()),
        _ => html::read(&page.html).article,
    };
    let body = Held::new(blocks);
    let titles: HashSet<&String> = page.fair.titles.iter().collect();
    let (decks, captions) = (Held::new(&page.fair.decks), Held::new(&page.fair.captions));
    let authors: Vec<String> = page.authors.iter().map(|name| words(name).join(" ")).collect();
    let known: Vec<(usize, &str)> = page
        .lines
        .iter()
        .flatten()
        .filter(|_| kind == "plain")
        .map(|(start, _, label)| (*start, label.as_str()))
        .collect();
    let label_of = |start: usize, line: &str| {
        let words = words(line);
        let key = words.join(" ");
        if let Ok(at) = known.binary_search_by_key(&start, |(start, _)| *start) {
            return match known[at].1 {
                "in" => Label::In,
                "out" => Label::Out,
                _ => Label::Fair,
            };
        }
        let short = line.chars().count() < LEAST;
        if body.share(&words) >= 0.5 {
            return if short { Label::Open } else { Label::In };
        }
        let fair = titles.contains(&key)
            || (words.len() <= 25 && authors.iter().any(|name| key.contains(name.as_str())))
            || captions.share(&words) >= 0.7
            || (words.len() >= 5 && decks.share(&words) >= 0.7);
        if fair { Label::Fair } else { Label::Out }
    };
    Some(labelled(&article, fold(page), label_of))
}

/// The lines of a page among which its headline is; none where the page's is not known or not there.
pub fn choice(page: &Page, kind: &str) -> Option<Choice> {
    let headline = words(page.headline.as_ref()?).concat();
    let article = match kind {
        "plain" => Article::plain(page.text.clone()),
        _ => html::read(&page.html).article,
    };
    let tokens = join_wrapped(&article, tokenize(&article.text));
    let read = titles(&article, &tokens);
    let is_own = |line: &str| words(line).concat() == headline;
    let lines =
        read.into_iter().map(|(range, candidate)| (candidate.features, is_own(range.of(&article.text))));
    Some(Choice { lines: lines.collect(), fold: fold(page) })
}

/// Pages of one site are in one fold.
fn fold(page: &Page) -> usize {
    let name = page.site.as_ref().unwrap_or(&page.id);
    name.bytes().fold(7usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) >> 3
}

/// The signs of each paragraph, and the lines that are to be kept or not.
pub fn labelled(article: &Article, fold: usize, label_of: impl Fn(usize, &str) -> Label) -> Lesson {
    let text = &article.text;
    let tokens = join_wrapped(article, tokenize(text));
    let read = signals(article, &tokens);
    let (mut points, mut byte) = (0, 0);
    let mut labels = Vec::new();
    let mut truth = Vec::new();
    for (range, _) in &read {
        points += text[byte..range.start()].chars().count();
        byte = range.start();
        let (mut mine, mut counted, mut at) = (Label::Open, Truth::default(), points);
        for line in range.of(text).split('\n') {
            let bare = line.trim();
            let start = at + line.chars().take_while(|c| c.is_whitespace()).count();
            at += line.chars().count() + 1;
            if bare.is_empty() {
                continue;
            }
            let label = label_of(start, bare);
            if mine != Label::In {
                mine = label;
            }
            if bare.chars().count() >= LEAST {
                counted.inside += usize::from(label == Label::In);
                counted.outside += usize::from(label == Label::Out);
            }
        }
        labels.push(mine);
        truth.push(counted);
    }
    Lesson { signals: read.into_iter().map(|(_, signs)| signs).collect(), truth, fold }
}
