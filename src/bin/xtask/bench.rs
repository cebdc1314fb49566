//! `cargo xtask bench`: how fast the engine is, natively and as it ships, alone and beside its peers.

use crate::tools::{self, E2E, command, run};
use crate::{against, build};
use galley::annotate::{annotate, annotate_telling};
use galley::checks::findings;
use galley::document::article::Article;
use galley::document::own_names::OwnNames;
use galley::protocol::{Reply, encode};
use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Wire stories for measuring, beside the repository; without them our own articles are read.
const STORIES: &str = "../shared/data/dev/reuters21578.dev.jsonl.gz";

/// Where the peers and the paste timer live.
const BENCH: &str = "tests/bench";

/// Prints every figure; takes about three minutes once the site is built, and some more for long texts. With
/// the folder of another build these are measured beside it; `--against REV` measures an earlier revision instead.
pub fn run_bench(args: &[String]) -> Result<(), String> {
    if let [option, path] = args
        && option == "--native"
    {
        return native_seconds(path);
    }
    if let [option, revision] = args
        && option == "--against"
    {
        return against::run_against(revision);
    }
    tools::for_building()?;
    tools::npm_packages(BENCH)?;
    let chromium = tools::browser()?.chromium;
    if !Path::new(build::DIST).is_dir() {
        build::site()?;
    }
    let stories = stories()?;
    native(&stories);
    println!("\nIn WebAssembly, side by side in one run of Node:");
    let input = "target/bench-stories.json";
    fs::write(input, Value::from(stories).to_string()).map_err(|error| format!("{input}: {error}"))?;
    let native = std::env::current_exe().map_err(|error| error.to_string())?;
    run(command("node").arg(format!("{BENCH}/peers.mjs")).arg(input).env("NATIVE", native))?;
    println!("\nIn Chromium:");
    run(command("node").arg(format!("{BENCH}/paste.mjs")).env("CHROMIUM", chromium))?;
    println!("\nLong texts in Chromium:");
    let mut long = command("node");
    long.arg(format!("{BENCH}/long.mjs")).env("CHROMIUM", tools::browser()?.chromium);
    if let Some(old) = args.first() {
        long.arg(old).arg(build::DIST);
    }
    run(&mut long)?;
    println!("\nDownloads:");
    run(command("node").arg("sizes.mjs").current_dir(E2E))
}

/// The texts that are read for measuring.
pub fn stories() -> Result<Vec<String>, String> {
    if !Path::new(STORIES).exists() {
        println!("{STORIES} is not here; Galley's own articles are read instead, twenty times over.");
        let paths = build::files(Path::new("tests/articles"))?;
        let texts = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
        let texts: Vec<String> = texts.filter_map(|path| fs::read_to_string(path).ok()).collect();
        return Ok(std::iter::repeat_n(texts, 20).flatten().collect());
    }
    let lines = tools::output(command("gzip").args(["-dc", STORIES]))?;
    let texts = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    Ok(texts.filter_map(|line| line["text"].as_str().map(str::to_owned)).collect())
}

/// A round of stories, and others that are read before and do not count.
#[derive(Deserialize)]
struct Round {
    warming: Vec<String>,
    texts: Vec<String>,
}

/// Prints the seconds that a round of a JSON file takes, from the text to the bytes that the page would get.
fn native_seconds(path: &str) -> Result<(), String> {
    let round = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let round: Round = serde_json::from_slice(&round).map_err(|error| format!("{path}: {error}"))?;
    let read = |text: &String| drop(black_box(reply(Article::plain(text.clone()))));
    round.warming.iter().for_each(read);
    let start = Instant::now();
    round.texts.iter().for_each(read);
    println!("{}", start.elapsed().as_secs_f64());
    Ok(())
}

/// The bytes that the page gets for an article.
pub fn reply(article: Article) -> Vec<u8> {
    let document = annotate(article);
    let findings = findings(&document);
    encode(&Reply::Done { revision: 0, layers: document.layers, findings })
}

fn native(stories: &[String]) {
    // The first call reads the word tables; it is timed apart.
    let start = Instant::now();
    annotate(Article::plain(stories.first().cloned().unwrap_or_default()));
    println!("\nNative, one core. The first article, tables and all: {}", tools::seconds(start));
    let bytes: usize = stories.iter().map(String::len).sum();
    let start = Instant::now();
    let passes = passes(stories);
    println!("   {:<17} {:>8.2} MB/s  ({} stories)", "the whole engine", rate(bytes, start), stories.len());
    let all: f64 = passes.iter().map(|(_, seconds)| seconds).sum();
    for (name, seconds) in passes {
        let (rate, share) = (bytes as f64 / 1e6 / seconds, 100.0 * seconds / all);
        println!("   {name:<17} {rate:>8.2} MB/s  {share:>5.1} % of the time");
    }
    println!(
        "\nNative, one text, its size doubled (a rate that stays the same is a cost that grows in step):"
    );
    let whole = stories.join("\n\n");
    for shift in (0..6).rev() {
        let end = (0..=2_000_000 >> shift).rev().find(|&at| whole.is_char_boundary(at)).unwrap_or(0);
        let text = &whole[..end];
        let start = Instant::now();
        annotate(Article::plain(text.to_owned()));
        println!(
            "   {:>5} kB {:>9} {:>8.2} MB/s",
            text.len() / 1000,
            tools::seconds(start),
            rate(text.len(), start)
        );
    }
}

/// The seconds that each pass of the engine took over all stories, in the order of the passes.
fn passes(stories: &[String]) -> Vec<(&'static str, f64)> {
    let mut passes: Vec<(&'static str, f64)> = Vec::new();
    for story in stories {
        let mut last = Instant::now();
        annotate_telling(Article::plain(story.clone()), &OwnNames::default(), &mut |name| {
            let seconds = last.elapsed().as_secs_f64();
            last = Instant::now();
            match passes.iter_mut().find(|(known, _)| *known == name) {
                Some((_, sum)) => *sum += seconds,
                None => passes.push((name, seconds)),
            }
        });
    }
    passes
}

fn rate(bytes: usize, start: Instant) -> f64 {
    bytes as f64 / 1e6 / start.elapsed().as_secs_f64()
}
