//! `cargo xtask train --data ../shared/data/train`: trains the word tagger and writes its file.
//!
//! Sources are read and brought to one set of conventions, the tagger learns them, and what it
//! has learned is cut to whole numbers and packed. The same texts give the same bytes, on every machine.
//!
//! A second reading, which knew the tags of the first at every other mention of a word, was tried:
//! on the development sets it won nothing that the rules' agreement between mentions does not win.

mod augment;

pub mod calibrate;

mod case;

mod check;

mod confidence;

mod conventions;

mod copy;

mod crf;

pub mod errors;

pub mod exact;

mod learn;

mod options;

mod mend;

mod patch;

mod read;

mod reliability;

mod sources;

mod swap;

mod syntax;

mod world;

use galley::layers::entities::tagger::model::{ClassTable, Model, word_address};
use galley::layers::entities::tagger::packed::{Tables, pack, unpack};
use galley::layers::entities::tagger::words::hash_of;
use learn::Corpus;
use options::Options;
use std::collections::BTreeMap;

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<(), String> {
    if let Some(rest) = arguments.strip_prefix(&["syntax".to_owned()]) {
        return syntax::run(rest);
    }
    let options = Options::parse(arguments)?;
    galley::resources::leave_out_world();
    let classes = read_classes(&options.classes)?;
    let model = with_classes(&classes);
    let corpus = Corpus::read(&options, &model)?;
    eprintln!(
        "{} pages, {} sentences, {} features",
        corpus.pages.len(),
        corpus.sentence_count(),
        corpus.features.len()
    );
    let tables = learn::learn(corpus, &options, &model)?;
    let bytes = write(&tables, &classes, &options.out, &options)?;
    renew_card(&bytes, &options.out)
}

/// Trains a model and gives it as the engine would read it.
fn model_of(options: &Options) -> Result<Model, String> {
    let classes = read_classes(&options.classes)?;
    let model = with_classes(&classes);
    let tables = learn::learn(Corpus::read(options, &model)?, options, &model)?;
    unpack(&packed(&tables, &classes)).ok_or("the packed model cannot be read back".into())
}

fn packed(tables: &learn::Learned, classes: &[(u32, u16)]) -> Vec<u8> {
    pack(&Tables {
        shift: tables.shift,
        transitions: &tables.transitions,
        confidence: &tables.confidence,
        classes,
        rows: &tables.rows,
    })
}

/// Packs, writes and scores one model.
fn write(
    tables: &learn::Learned,
    classes: &[(u32, u16)],
    path: &std::path::Path,
    options: &Options,
) -> Result<Vec<u8>, String> {
    let bytes = packed(tables, classes);
    let packed = unpack(&bytes).ok_or("the packed model cannot be read back")?;
    std::fs::write(path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    eprintln!("{}: {} bytes, {} features", path.display(), bytes.len(), tables.rows.len());
    check::check_model(&packed, options)?;
    Ok(bytes)
}

/// Writes the model's checksum on its card, where the model is the one that ships.
fn renew_card(bytes: &[u8], out: &std::path::Path) -> Result<(), String> {
    const CARD: &str = "src/resources/CARD.md";
    let Some(name) = out.strip_prefix("src/resources").ok().and_then(|name| name.to_str()) else {
        return Ok(());
    };
    let start = format!("checksum of `{name}`: ");
    let failed = |error: std::io::Error| format!("{CARD}: {error}");
    let card = std::fs::read_to_string(CARD).map_err(failed)?;
    let line = format!("{start}{:016x}", galley::resources::checksum(bytes));
    let lines: Vec<&str> =
        card.lines().map(|old| if old.starts_with(&start) { &line } else { old }).collect();
    std::fs::write(CARD, lines.join("\n") + "\n").map_err(failed)
}

/// Reads the table of word classes: a word and its class a line.
fn read_classes(path: &std::path::Path) -> Result<Vec<(u32, u16)>, String> {
    let table = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut classes = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (word, class) = line.split_once('\t').ok_or_else(|| format!("{}: “{line}”", path.display()))?;
        let class: u16 = class.parse().map_err(|_| format!("{}: “{line}”", path.display()))?;
        classes.entry(word_address(hash_of(word))).or_insert(class + 1);
    }
    Ok(classes.into_iter().collect())
}

fn with_classes(classes: &[(u32, u16)]) -> Model {
    Model { classes: ClassTable::new(classes.iter().copied()), ..Model::default() }
}
