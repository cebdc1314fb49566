//! `cargo xtask bench --against REV`: this tree and an earlier revision, each compiled in a folder of its own and
//! measured in turn in one run, so that a busy minute hits both.

use crate::bench;
use crate::tools::{self, command, output, run, step};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const ROUNDS: usize = 6;

/// So many stories only warm the engines up.
const WARMING: usize = 200;

/// What is measured, each the less the better.
const MEASURES: [&str; 5] = [
    "native, one core: text to the page's bytes, seconds",
    "WebAssembly: text to the page's bytes, seconds",
    "galley annotate on 500 words, whole process, ms",
    "WebAssembly: its first sentence, tables and all, ms",
    "WebAssembly memory after an article of 1 MB, MB",
];

/// What one round shows of a build.
type Round = [f64; MEASURES.len()];

/// Compiles both, measures them in turn, and prints medians and how many times better this tree is.
pub fn run_against(revision: &str) -> Result<(), String> {
    tools::for_building()?;
    let old = checkout(revision)?;
    let new = std::env::current_dir().map_err(|error| error.to_string())?;
    for folder in [&old, &new] {
        step(&format!("compiling {} (15 minutes the first time)", folder.display()), || compile(folder))?;
    }
    let input = Input::write(&new)?;
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        before.push(round(&old, &input)?);
        after.push(round(&new, &input)?);
    }
    println!("\nMedians of {ROUNDS} rounds:{:>37} {:>9} {:>8}", revision, "now", "ratio");
    for (at, name) in MEASURES.iter().enumerate() {
        print(name, median(&before, at), median(&after, at));
    }
    if tools::find("valgrind").is_some() {
        let steps = |folder: &Path| instructions(folder, &input);
        print("galley annotate on 500 words, million instructions", steps(&old)?, steps(&new)?);
    }
    Ok(())
}

fn print(name: &str, old: f64, new: f64) {
    println!("   {name:<51} {old:>8.2} {new:>9.2} {:>8.2}", old / new);
}

fn median(rounds: &[Round], at: usize) -> f64 {
    let mut values: Vec<f64> = rounds.iter().map(|round| round[at]).collect();
    values.sort_by(f64::total_cmp);
    (values[(values.len() - 1) / 2] + values[values.len() / 2]) / 2.0
}

/// The revision in a working tree of its own, which stays for the next time.
fn checkout(revision: &str) -> Result<PathBuf, String> {
    let name = output(command("git").args(["rev-parse", "--short", &format!("{revision}^{{commit}}")]))?;
    let root = std::env::current_dir().map_err(|error| error.to_string())?;
    let folder = root.join("target/against").join(name.trim());
    if !folder.is_dir() {
        run(command("git").args(["worktree", "add", "--quiet", "--detach"]).arg(&folder).arg(name.trim()))?;
    }
    Ok(folder)
}

fn compile(folder: &Path) -> Result<(), String> {
    let mut cargo = command("cargo");
    cargo.args(["build", "--quiet", "--release", "--features", "xtask", "--bin", "galley", "--bin", "xtask"]);
    run(cargo.current_dir(folder))?;
    run(Command::new(folder.join("target/release/xtask")).arg("build").stdout(Stdio::null()))
}

/// The files that every round reads.
struct Input {
    stories: PathBuf,
    article: PathBuf,
}

impl Input {
    fn write(folder: &Path) -> Result<Input, String> {
        let stories = bench::stories()?;
        let (warming, texts) = stories.split_at(WARMING.min(stories.len() / 2));
        let words: Vec<&str> = texts.iter().flat_map(|text| text.split_inclusive(' ')).take(500).collect();
        let input = Input {
            stories: folder.join("target/bench-round.json"),
            article: folder.join("target/bench-article.txt"),
        };
        let write = |path: &Path, content: String| {
            fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
        };
        write(&input.stories, json!({"warming": warming, "texts": texts}).to_string())?;
        write(&input.article, words.concat())?;
        Ok(input)
    }
}

fn round(folder: &Path, input: &Input) -> Result<Round, String> {
    let xtask = Command::new(folder.join("target/release/xtask"))
        .args(["bench", "--native"])
        .arg(&input.stories)
        .output()
        .map_err(|error| error.to_string())?;
    let native = String::from_utf8_lossy(&xtask.stdout).trim().parse().map_err(|_| "no seconds were told")?;
    let script = command("node").arg("tests/bench/round.mjs").arg(folder).arg(&input.stories).output();
    let told = script.map_err(|error| format!("node: {error}"))?;
    let told: Value = serde_json::from_slice(&told.stdout).map_err(|error| format!("round.mjs: {error}"))?;
    let number = |key: &str| told[key].as_f64().ok_or(format!("round.mjs tells no {key}"));
    Ok([native, number("seconds")?, process(folder, input)?, number("start")?, number("memory")?])
}

fn annotate(folder: &Path, input: &Input) -> [PathBuf; 3] {
    [folder.join("target/release/galley"), "annotate".into(), input.article.clone()]
}

/// The milliseconds of one run of the command line, of twenty.
fn process(folder: &Path, input: &Input) -> Result<f64, String> {
    let start = Instant::now();
    for _ in 0..20 {
        let [program, rest @ ..] = annotate(folder, input);
        run(Command::new(program).args(rest).stdout(Stdio::null()))?;
    }
    Ok(start.elapsed().as_secs_f64() * 50.0)
}

/// The same in millions of instructions, which no other process on the machine changes.
fn instructions(folder: &Path, input: &Input) -> Result<f64, String> {
    let mut valgrind = command("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).args(annotate(folder, input));
    let told = valgrind.output().map_err(|error| format!("valgrind: {error}"))?;
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    let count = told.rsplit("Collected : ").next().and_then(|rest| rest.split_whitespace().next());
    let count = count.and_then(|count| count.parse::<f64>().ok()).ok_or("valgrind told no count")?;
    Ok(count / 1e6)
}
