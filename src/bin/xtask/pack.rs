//! `cargo xtask pack`: reads word lists from public packages and writes the packed tables.
//!
//! The packages are downloaded once, in the versions named here, into a folder that is no
//! part of the repository. The same packages give the same bytes.

mod common;

mod people;

mod places;

mod sources;

use sources::Sources;
use std::fs;
use std::path::{Path, PathBuf};

/// Where packed tables live.
const PACKED: &str = "src/resources/packed";

/// The cards of all tables, with their checksums.
const CARD: &str = "src/resources/CARD.md";

/// Runs the command: `[--cache FOLDER] [--data FOLDER]`.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut cache = PathBuf::from("target/packages");
    let mut data = PathBuf::from("../shared/data/train");
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("{argument} needs a folder"))?;
        match argument.as_str() {
            "--cache" => cache = value.into(),
            "--data" => data = value.into(),
            other => return Err(format!("unknown option {other}; known: --cache FOLDER, --data FOLDER")),
        }
    }
    let sources = Sources::fetch(&cache)?;
    fs::create_dir_all(PACKED).map_err(|error| format!("{PACKED}: {error}"))?;
    write("people.txt", &people::pack(&sources)?)?;
    write("cities.txt", &places::cities(&sources)?)?;
    write("states.txt", &places::states(&sources)?)?;
    write("countries.txt", &places::countries(&sources)?)?;
    match data.is_dir() {
        true => write("common.txt", &common::pack(&data)?)?,
        false => println!("common.txt stays as it is: {} has no texts to count", data.display()),
    }
    note_checksums()
}

fn write(name: &str, table: &str) -> Result<(), String> {
    let path = Path::new(PACKED).join(name);
    println!("{}: {} lines, {} bytes", path.display(), table.lines().count(), table.len());
    fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))
}

/// Where a packed file lies: the tagger's, which `cargo xtask train` writes, beside the others' folder.
fn packed(name: &str) -> PathBuf {
    if name == "tagger.bin" { "src/resources/tagger.bin".into() } else { Path::new(PACKED).join(name) }
}

/// Writes each table's checksum into its line of the cards: ``checksum of `name`: …``.
fn note_checksums() -> Result<(), String> {
    let card = fs::read_to_string(CARD).map_err(|error| format!("{CARD}: {error}"))?;
    let mut renewed = String::new();
    for line in card.lines() {
        let name = line.strip_prefix("checksum of `").and_then(|rest| rest.split('`').next());
        match name.map(|name| (name, fs::read(packed(name)))) {
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
