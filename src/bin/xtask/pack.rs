//! `cargo xtask pack`: reads word lists from public packages and writes the packed tables.
//!
//! The packages are downloaded once, in the versions named here, into a folder that is no
//! part of the repository. The same packages give the same bytes.

mod classes;

mod cluster;

mod common;

mod people;

mod places;

mod regions;

mod pools;

mod sources;

mod vectors;

use crate::tools;
use sources::Sources;
use std::fs;
use std::path::{Path, PathBuf};

/// Where packed tables live.
const PACKED: &str = "src/resources/packed";

/// The cards of all tables, with their checksums.
const CARD: &str = "src/resources/CARD.md";

/// Runs the command: `[--cache FOLDER] [--data FOLDER] [--training FOLDER]`; what the tagger is trained
/// with is made anew only where a folder for it is named.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut cache = PathBuf::from("target/packages");
    let mut data = PathBuf::from("../shared/data/train");
    let mut training = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("{argument} needs a folder"))?;
        match argument.as_str() {
            "--cache" => cache = value.into(),
            "--data" => data = value.into(),
            "--training" => training = Some(value.clone()),
            other => {
                return Err(format!(
                    "unknown option {other}; known: --cache, --data, --training, each with a FOLDER"
                ));
            }
        }
    }
    let sources = Sources::fetch(&cache)?;
    write("people.txt", &people::pack(&sources)?)?;
    write("cities.txt", &places::cities(&sources)?)?;
    write("states.txt", &places::states(&sources)?)?;
    write("regions.txt", &regions::regions(&sources)?)?;
    write("countries.txt", &places::countries(&sources)?)?;
    match data.is_dir() {
        true => write("common.txt", &common::pack(&data)?)?,
        false => println!("common.txt stays as it is: {} has no texts to count", data.display()),
    }
    if let Some(folder) = training {
        let folder = Path::new(&folder);
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        write_to(&folder.join("pages.txt"), &own("pages.txt")?)?;
        write_to(&folder.join("pools.tsv"), &pools::pack(&sources, &own("pools.tsv")?)?)?;
        write_to(&folder.join("classes.tsv"), &classes::pack(&sources, &data)?)?;
    }
    note_checksums()?;
    // This program has the lists within it that it was compiled with.
    tools::run(tools::command("cargo").args(["xtask", "words"]))
}

/// Lays out the table of words from the packed lists and the tables written by hand.
pub fn words(_: &[String]) -> Result<(), String> {
    write("words.txt", &galley::resources::lay_out_words())?;
    note_checksums()
}

fn write(name: &str, table: &str) -> Result<(), String> {
    write_to(&Path::new(PACKED).join(name), table)
}

fn write_to(path: &Path, table: &str) -> Result<(), String> {
    println!("{}: {} lines, {} bytes", path.display(), table.lines().count(), table.len());
    fs::write(path, table).map_err(|error| format!("{}: {error}", path.display()))
}

/// What was written by hand for the pages of our own.
fn own(name: &str) -> Result<String, String> {
    let path = Path::new("src/resources/train").join(name);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Where a table lies: the tagger, which `cargo xtask train` writes, and its word classes stand beside
/// the folder of the others, its pools in a folder of their own.
fn home(name: &str) -> PathBuf {
    match name {
        "tagger.bin" | "syntax.bin" | "classes.tsv" => Path::new("src/resources").join(name),
        "train/pools.tsv" => "src/resources/train/pools.tsv".into(),
        _ => Path::new(PACKED).join(name),
    }
}

/// Writes each table's checksum into its line of the cards: ``checksum of `name`: …``.
fn note_checksums() -> Result<(), String> {
    let card = fs::read_to_string(CARD).map_err(|error| format!("{CARD}: {error}"))?;
    let mut renewed = String::new();
    for line in card.lines() {
        let name = line.strip_prefix("checksum of `").and_then(|rest| rest.split('`').next());
        match name.map(|name| (name, fs::read(home(name)))) {
            Some((name, Ok(bytes))) => {
                renewed += &format!("checksum of `{name}`: {:016x}", galley::resources::checksum(&bytes));
            }
            Some((name, Err(error))) => return Err(format!("{name}: {error}")),
            None => renewed += line,
        }
        renewed.push('\n');
    }
    fs::write(CARD, renewed).map_err(|error| format!("{CARD}: {error}"))
}
