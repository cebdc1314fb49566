//! `cargo xtask npm`: the package `galley-annotate`, for programs in JavaScript and for anyone's page.
//!
//! ```text
//! src/bin/npm.rs ─ cargo, wasm-bindgen, wasm-opt ─► engine_bg.wasm  engine.js  engine.d.ts
//! types of Rust ── JSON Schema ──────────────────► types.d.ts  schema.json
//! src/api/package ─ as it is ────────────────────► galley.js  proof.js  README.md …
//! ```

use crate::tools::{self, E2E, command, run};
use crate::{build, typescript};
use galley::export::json::schema::schema;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Where the package lies when it is made.
const PACKAGE: &str = "target/npm/galley-annotate";
/// What goes into it as it is.
const SOURCES: &str = "src/api/package";
/// The colours and types of proofs.
const STYLE: &str = include_str!("../../../style/proof.css");
/// What every browser of the README knows, and Node 20.
const FEATURES: &str = "--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue --enable-simd";

/// Installs what is missing and makes the package.
pub fn run_npm(_: &[String]) -> Result<(), String> {
    tools::for_building()?;
    package()?;
    println!("{PACKAGE}/ is ready: npm publish {PACKAGE}");
    run(command("node").arg("npm/sizes.mjs").current_dir(E2E))
}

/// Makes the package.
fn package() -> Result<(), String> {
    let _ = fs::remove_dir_all(PACKAGE);
    tools::step("building the npm package (about 3 minutes the first time)", engine)?;
    for path in build::files(Path::new(SOURCES))? {
        let name = path.strip_prefix(SOURCES).map_err(|error| error.to_string())?;
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        write(&name.to_string_lossy(), &filled(&text))?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        write(name, &fs::read_to_string(name).map_err(|error| format!("{name}: {error}"))?)?;
    }
    write("types.d.ts", &typescript::types()?)?;
    write("schema.json", &format!("{:#}\n", schema()))
}

/// Compiles engine and formats as the engine of the page is compiled, so that what both are made of is compiled once.
fn engine() -> Result<(), String> {
    let cargo = "build --quiet --target wasm32-unknown-unknown --no-default-features --features npm --bin npm \
        --profile wasm-engine";
    run(command("cargo").args(cargo.split_whitespace()))?;
    let bindgen = format!(
        "--target web --out-name engine --out-dir {PACKAGE} target/wasm32-unknown-unknown/wasm-engine/npm.wasm"
    );
    run(command("wasm-bindgen").args(bindgen.split_whitespace()))?;
    let file = format!("{PACKAGE}/engine_bg.wasm");
    let optimise = format!("{FEATURES} --low-memory-unused -O2 {file} -o {file}");
    run(command("wasm-opt").args(optimise.split_whitespace()))
}

/// A source with what is made: the version and the colours.
fn filled(text: &str) -> String {
    text.replace("\"0.0.0\"", &json!(env!("CARGO_PKG_VERSION")).to_string())
        .replace("/* PALETTE */", &palette())
}

/// The custom properties of the style sheet, by day and by night, for an element in anyone's page.
///
/// ```css
/// :host { --ink: var(--galley-ink, light-dark(#1c1b19, #ebe8e0)); }
/// ```
fn palette() -> String {
    let mut blocks = STYLE.split(":root {").skip(1).filter_map(|rest| rest.split('}').next());
    let mut properties = || -> Vec<(&str, &str)> {
        let lines =
            blocks.next().unwrap_or_default().split(';').filter_map(|line| line.trim().split_once(": "));
        lines.filter(|(name, _)| name.starts_with("--")).collect()
    };
    let (day, night) = (properties(), properties());
    let own = |name: &str, value: &str| format!("{name}: var(--galley-{}, {value});", &name[2..]);
    let alone: String = day.iter().map(|(name, value)| own(name, value)).collect();
    let both = night.iter().filter_map(|(name, dark)| {
        let (_, light) = day.iter().find(|(known, _)| known == name)?;
        Some(own(name, &format!("light-dark({light}, {dark})")))
    });
    let both: String = both.collect();
    format!(":host {{ {alone} }}\n@supports (color: light-dark(#000, #fff)) {{ :host {{ {both} }} }}")
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let path = Path::new(PACKAGE).join(name);
    let about = |error: std::io::Error| format!("{}: {error}", path.display());
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(about)?;
    fs::write(&path, text).map_err(about)
}

/// The gate's step: the package as it ships, used as its README says, in Node and in Chromium.
pub fn check() -> Result<(), String> {
    package()?;
    let meant = "target/npm/meant.json";
    fs::write(meant, Value::from(meant_of_articles()?).to_string())
        .map_err(|error| format!("{meant}: {error}"))?;
    run(command("node").arg("npm/sizes.mjs").current_dir(E2E))?;
    let mut node = command("node");
    node.args(["--test", "--test-concurrency=2", "--test-timeout=600000", "npm/"]).current_dir(E2E);
    run(node.env("CHROMIUM", tools::browser()?.chromium))
}

/// What the native engine writes for every article of `tests/articles`, as the command line does.
fn meant_of_articles() -> Result<Vec<Value>, String> {
    let articles = crate::same_bytes::articles(Path::new("tests/articles"))?;
    let cases = crate::same_bytes::cases(&articles);
    Ok(cases.map(|(name, text, day)| json!({"name": name, "text": text, "published": day, "json": native(text, day)})).collect())
}

fn native(text: &str, published: Option<&str>) -> String {
    use galley::document::article::Article;
    use galley::export::{Wanted, json::FORMAT};
    let published = published.and_then(|day| day.parse().ok());
    let document = galley::annotate::annotate(Article { published, ..Article::plain(text) });
    FORMAT.text(&document, &Wanted::usual(false))
}

#[cfg(test)]
mod tests {
    #[test]
    fn colours_are_to_be_had_otherwise_by_day_and_by_night() {
        let palette = super::palette();
        for words in [
            "--paper: var(--galley-paper, #fbfaf6);",
            "--ink: var(--galley-ink, light-dark(#1c1b19, #ebe8e0));",
            "--measure: var(--galley-measure, 39rem);",
        ] {
            assert!(palette.contains(words), "{palette}");
        }
    }
}
