//! `cargo xtask calibrate --data ../shared/data/train`: writes the table of how sure names are.
//! With `--check FOLDER` it writes nothing and prints how often names are right on the sets there.
//!
//! Each group of sources is read by a tagger of all the others; a name counts as right when its
//! words and its kind are those of the labels. Cells with few names lean on all labels together.

use super::check::kind_of_label;
use super::conventions::trim_only;
use super::options::Options;
use super::patch::Patch;
use super::read::{Labelled, Name, read_source};
use super::sources::SOURCES;
use galley::document::article::Article;
use galley::layers::entities::confidence::{KINDS, LEADS, OPINIONS};
use galley::layers::entities::grounds_with;
use galley::layers::entities::tagger::model::Model;
use std::fmt::Write;

/// Sources kept apart in turn. Of GMB only the sentences count that were drawn at random and
/// decided by hand.
const HELD: [&[&str]; 3] = [&["gum"], &["wikigold", "uner"], &["gmb"]];

/// Sources whose labels beside people, organisations and places can be trusted.
const LABELS_REST: [&str; 1] = ["gmb"];

const TABLE: &str = "src/resources/confidence.tsv";

const HEAD: &str = "\
# How often names with the same grounds are right, in thousandths. Written by `cargo xtask calibrate`.
# Fitted on gum*, wikigold, uner_ewt* and hand-decided sentences of gmb.train, each read by a tagger that never saw it.
# Columns: label; what the word tagger says of the same words; then by the lead over the next label.
# label\ttagger\t<30\t<50\t<80\t<120\t120+
";

const NAMES: [&str; KINDS] = ["PERSON", "ORG", "PLACE", "other"];

const SAYS: [&str; OPINIONS] = ["nothing", "another", "<500", "<600", "<700", "<800", "<900", "<960", "960+"];

/// How many names of all labels a cell of one label counts as, and how many undecided ones those.
const LEAN: (f32, f32) = (20.0, 5.0);

/// Right and all, by label, opinion and lead.
type Counts = [[[(f32, f32); LEADS]; OPINIONS]; KINDS];

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut options = Options::parse(arguments)?;
    if options.check.is_some() {
        return super::reliability::print(&options);
    }
    galley::resources::leave_out_world();
    let patch = Patch::read(&options.own.join("gmb_patch.tsv"))?;
    let mut counts = Counts::default();
    for held in HELD {
        options.without = held.iter().map(|name| (*name).to_owned()).collect();
        let model = super::model_of(&options)?;
        let is_held = |file: &str| held.iter().any(|name| file.starts_with(name));
        for source in SOURCES.iter().filter(|source| is_held(source.file)) {
            let rest = LABELS_REST.iter().any(|name| source.file.starts_with(name));
            for article in read_source(&options.data, source, &patch)? {
                judge(&model, &article, &patch, rest, &mut counts);
            }
        }
    }
    std::fs::write(TABLE, HEAD.to_owned() + &rows(&counts)).map_err(|error| format!("{TABLE}: {error}"))
}

/// Counts the names of one article that are right.
fn judge(model: &Model, article: &Labelled, patch: &Patch, rest: bool, counts: &mut Counts) {
    let text = &article.text;
    let tokens = galley::tokens::tokenize(text);
    let sentences = galley::sentences::split(text, &tokens);
    let wanted: Vec<Name> = article.names.iter().map(|name| trim_only(text, *name)).collect();
    for (range, grounds) in grounds_with(model, &Article::plain(text), &tokens, &sentences) {
        let kind = kind_of_label(grounds.label);
        if !patch.tells(article, range.start()) || (kind == 3 && !rest) {
            continue;
        }
        let name = trim_only(text, Name { start: range.start(), end: range.end(), kind });
        let (kind, opinion, lead) = grounds.cell();
        let (right, all) = &mut counts[kind][opinion][lead];
        *all += 1.0;
        *right += f32::from(u8::from(wanted.contains(&name)));
    }
}

fn rows(counts: &Counts) -> String {
    let mut rows = String::new();
    for kind in 0..KINDS {
        for opinion in 0..OPINIONS {
            let mut least = 1;
            let _ = write!(rows, "{}\t{}", NAMES[kind], SAYS[opinion]);
            for lead in 0..LEADS {
                let (right, all) = (0..3).fold((LEAN.1 / 2.0, LEAN.1), |sum, kind| {
                    let cell = counts[kind][opinion][lead];
                    (sum.0 + cell.0, sum.1 + cell.1)
                });
                let cell = counts[kind][opinion][lead];
                let share = (cell.0 + LEAN.0 * right / all) / (cell.1 + LEAN.0);
                least = ((share * 1000.0) as u16).clamp(least, 999);
                let _ = write!(rows, "\t{least}");
            }
            rows.push('\n');
        }
    }
    rows
}
