//! `cargo xtask errors SET.jsonl.gz… [--model FILE] [--list]`: what goes wrong on labelled articles, by
//! kind and by the part of the world they come from. The whole engine reads them; nothing is trained.
//!
//! ```text
//! ORG      1214 wanted, 903 right: 130 missed, 66 cut otherwise, 78 as PLACE, 31 as PERSON, 6 as other; 98 that are no names
//! Africa           F1 83.1  of 1,020 names in 28 articles
//! ```
//!
//! With `--model` another tagger takes the place of the one that ships (nearly the figures it would reach
//! if it shipped: datelines are not read); `--list` prints every error.

use super::check::{count, f1, kind_of_label, show_errors};
use super::conventions::trim_only;
use super::read::{Labelled, Name, read_file};
use galley::annotate::annotate;
use galley::document::article::Article;
use galley::layers::entities::grounds_with;
use galley::layers::entities::tagger::model::Model;
use galley::layers::entities::tagger::packed::unpack;
use std::collections::BTreeMap;
use std::path::Path;

const KINDS: [&str; 4] = ["PERSON", "ORG", "PLACE", "other"];

/// Parts of the world, with the codes that ids of en-worldwide-newswire begin with.
const REGIONS: [(&str, &str); 8] = [
    ("Africa", " af alg eg et ghana kenya mauritius nm panaf sa "),
    ("Middle East", " iran israel kw oman qt saud uae "),
    ("South Asia", " bangladesh in "),
    ("East and Southeast Asia", " cn kr mong my th tw "),
    ("Asia, all", " asia "),
    ("Oceania", " aus nz "),
    (
        "Latin America",
        " arg chile col cosric cuba ecuador guyana hond mex nic pan paraguay peru uruguay ven ",
    ),
    ("North America", " canada "),
];

/// Right, found and wanted, by kind.
type Counts = [[usize; 3]; 3];

/// What became of the names of one kind.
#[derive(Default)]
struct Fates {
    wanted: usize,
    right: usize,
    missed: usize,
    cut: usize,
    /// Taken for another kind.
    taken: [usize; 4],
    /// Found of this kind where no name is.
    spurious: usize,
}

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let (mut sets, mut model, mut list) = (Vec::new(), None, false);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--model" => model = Some(read_model(words.next().ok_or("--model wants a file")?)?),
            "--list" => list = true,
            set => sets.push(set),
        }
    }
    if sets.is_empty() {
        return Err("which set? For instance ../shared/data/dev/conll2003.testa.jsonl.gz".into());
    }
    sets.iter().try_for_each(|set| report(set, model.as_ref(), list))
}

fn read_model(path: &str) -> Result<Model, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    unpack(&bytes).ok_or(format!("{path} is no tagger"))
}

fn report(set: &str, model: Option<&Model>, list: bool) -> Result<(), String> {
    let mut fates: [Fates; 4] = Default::default();
    let mut regions: BTreeMap<&str, (usize, Counts)> = BTreeMap::new();
    let mut all = Counts::default();
    for article in read_file(Path::new(set))? {
        let found = read(&article, model);
        judge(&article, &found, &mut fates);
        let (articles, counts) = regions.entry(region(&article.id)).or_default();
        *articles += 1;
        count(&article, &found, counts);
        count(&article, &found, &mut all);
        if list {
            show_errors(&article, &found);
        }
    }
    println!("{set}: F1 {:.2}", f1(sum(&all)));
    for (kind, fate) in fates.iter().enumerate().take(3) {
        println!("  {:<7}{}", KINDS[kind], fate.told());
    }
    let of_rest = &fates[3].taken;
    println!("  {:<7}{} as PERSON, {} as ORG, {} as PLACE", KINDS[3], of_rest[0], of_rest[1], of_rest[2]);
    for (region, (articles, counts)) in regions.iter().filter(|(region, _)| !region.is_empty()) {
        let [person, organisation, place] = counts.map(f1);
        let all = sum(counts);
        println!(
            "  {region:<24} F1 {:.1} (PERSON {person:.1}, ORG {organisation:.1}, PLACE {place:.1}) of {} names in {articles} articles",
            f1(all),
            all[2]
        );
    }
    Ok(())
}

fn sum(counts: &Counts) -> [usize; 3] {
    counts.iter().fold([0; 3], |sum, of| std::array::from_fn(|at| sum[at] + of[at]))
}

/// The names the whole engine finds.
fn read(article: &Labelled, model: Option<&Model>) -> Vec<Name> {
    let text = &article.text;
    let name = |range: galley::text::TextRange, label| Name {
        start: range.start(),
        end: range.end(),
        kind: kind_of_label(label),
    };
    let Some(model) = model else {
        let document = annotate(Article::plain(text));
        return document.layers.mentions.iter().map(|m| name(m.range, m.label)).collect();
    };
    let tokens = galley::tokens::tokenize(text);
    let sentences = galley::sentences::split(text, &tokens);
    let grounds = grounds_with(model, &Article::plain(text), &tokens, &sentences);
    // As the page does, but that a dateline makes sure of nothing here and a word is never common.
    let sure = grounds.into_iter().filter(|(_, grounds)| grounds.points >= 18 && grounds.score() >= 250);
    sure.map(|(range, grounds)| name(range, grounds.label)).collect()
}

/// The part of the world an article is from, where its id tells.
fn region(id: &str) -> &'static str {
    let code = id.strip_prefix("ww/").and_then(|rest| rest.split('_').next()).unwrap_or("");
    let wanted = format!(" {code} ");
    REGIONS.iter().find(|(_, codes)| !code.is_empty() && codes.contains(&wanted)).map_or("", |(name, _)| name)
}

fn judge(article: &Labelled, found: &[Name], fates: &mut [Fates; 4]) {
    let norm =
        |names: &[Name]| -> Vec<Name> { names.iter().map(|name| trim_only(&article.text, *name)).collect() };
    let (wanted, found) = (norm(&article.names), norm(found));
    let overlap = |one: &Name, other: &Name| one.start < other.end && other.start < one.end;
    for name in &wanted {
        let fate = &mut fates[name.kind];
        fate.wanted += 1;
        let same = found.iter().find(|f| *f == name);
        let like = same.or_else(|| found.iter().find(|f| overlap(f, name) && f.kind == name.kind));
        match like.or_else(|| found.iter().find(|f| overlap(f, name))) {
            Some(read) if read == name => fate.right += 1,
            Some(read) if read.kind == name.kind => fate.cut += 1,
            Some(read) => fate.taken[read.kind] += 1,
            None => fate.missed += 1,
        }
    }
    for name in found.iter().filter(|f| !wanted.iter().any(|w| overlap(w, f))) {
        fates[name.kind].spurious += 1;
    }
}

impl Fates {
    fn told(&self) -> String {
        let taken: Vec<String> = (0..4)
            .filter(|&k| self.taken[k] > 0)
            .map(|k| format!(", {} as {}", self.taken[k], KINDS[k]))
            .collect();
        format!(
            "{} wanted, {} right: {} missed, {} cut otherwise{}; {} that are no names",
            self.wanted,
            self.right,
            self.missed,
            self.cut,
            taken.concat(),
            self.spurious
        )
    }
}
