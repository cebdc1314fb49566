//! How often names of each confidence are right, on texts kept apart.

use super::check::{kind_of_label, read_sets};
use super::conventions::trim_only;
use super::options::Options;
use super::read::{Labelled, Name};
use galley::annotate::annotate;
use galley::document::article::Article;

/// Bands of a tenth: right and all.
type Bands = [(usize, usize); 10];

/// Prints a line for each set: of people, organisations and places marked so sure, so many are right.
pub fn print(options: &Options) -> Result<(), String> {
    println!(
        "set                        sure 0.2-       0.3-       0.4-       0.5-       0.6-       0.7-       0.8-       0.9-"
    );
    read_sets(options, |set, articles| {
        let mut bands = Bands::default();
        articles.iter().for_each(|article| count(article, &mut bands));
        let cell = |(right, all): &(usize, usize)| format!("{:>4} {:>4} %", all, 100 * right / (*all).max(1));
        println!("{set:<27}{}", bands[2..].iter().map(cell).collect::<Vec<_>>().join(" "));
    })
}

fn count(article: &Labelled, bands: &mut Bands) {
    let text = &article.text;
    let wanted: Vec<Name> = article.names.iter().map(|name| trim_only(text, *name)).collect();
    for mention in &annotate(Article::plain(text)).layers.mentions {
        let kind = kind_of_label(mention.label);
        if kind == 3 {
            continue;
        }
        let found = Name { start: mention.range.start(), end: mention.range.end(), kind };
        let (right, all) = &mut bands[usize::from(mention.score / 100).min(9)];
        *all += 1;
        *right += usize::from(wanted.contains(&trim_only(text, found)));
    }
}
