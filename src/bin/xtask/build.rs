//! `cargo xtask build`: the page as a folder of static files that any host serves from any path.

use crate::{site, tools};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the finished site lies.
pub const DIST: &str = "dist";

/// Installs what is missing and builds `dist/`.
pub fn run(_: &[String]) -> Result<(), String> {
    tools::for_building()?;
    site()?;
    println!("{DIST}/ is ready: copy it to any web server, under any path.");
    for file in files(Path::new(DIST))? {
        println!("  {:>9} bytes  {}", size(&file), file.display());
    }
    Ok(())
}

/// Compiles page and worker, and finishes their files. The old site stays until the new one is whole.
pub fn site() -> Result<(), String> {
    let staging = Path::new("target/site");
    tools::step("building the page and the engine (about 5 minutes the first time)", || {
        let mut trunk = tools::command("trunk");
        trunk.args(["build", "--release", "--public-url", "./", "--dist"]).arg(staging);
        tools::run(trunk.env_remove("NO_COLOR"))
    })?;
    site::finish(staging)?;
    let _ = fs::remove_dir_all(DIST);
    fs::rename(staging, DIST).map_err(|error| format!("{DIST}: {error}"))
}

/// Every file below a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let about = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(about)? {
        let path = entry.map_err(about)?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |file| file.len())
}
