//! `cargo xtask test`: the whole gate, from formatting to people's journeys in a real browser.

use crate::tools::{self, E2E, command, run};
use crate::{build, consumers, npm, same_bytes};
use std::fs;
use std::process::Command;
use std::time::Instant;

/// One step of the gate.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn() -> Result<(), String>,
}

/// The gate, in order: what is quick and often wrong comes first.
const GATE: &[Step] = &[
    Step { name: "fmt", about: "the code is formatted", run: formatting },
    Step { name: "clippy", about: "no warning in the engine, the command line and xtask", run: clippy },
    Step { name: "clippy-wasm", about: "no warning in the page and its workers", run: clippy_wasm },
    Step { name: "cargo-test", about: "unit tests, goldens, laws, the command line", run: cargo_test },
    Step {
        name: "consumers",
        about: "programs of others read every format as it is meant",
        run: consumers::check,
    },
    Step { name: "docs", about: "the documentation has no warning", run: docs },
    Step { name: "components", about: "the page's parts, in headless Chromium", run: components },
    Step { name: "build", about: "the site, as it ships", run: build::site },
    Step {
        name: "npm",
        about: "the package for JavaScript does what its README says, in Node and Chromium",
        run: npm::check,
    },
    Step {
        name: "same-bytes",
        about: "the browser's engine writes what the native one writes",
        run: same_bytes,
    },
    Step { name: "sizes", about: "downloads are within their budgets", run: sizes },
    Step { name: "picture", about: "the README's picture shows the page as it is", run: picture },
    Step { name: "journeys", about: "what people do, in Chromium", run: journeys },
];

/// Runs the steps named, or all of them.
pub fn run_gate(names: &[String]) -> Result<(), String> {
    if let Some(unknown) = names.iter().find(|name| GATE.iter().all(|step| step.name != **name)) {
        let known: Vec<&str> = GATE.iter().map(|step| step.name).collect();
        return Err(format!("no step is called “{unknown}”; there are: {}", known.join(", ")));
    }
    let start = Instant::now();
    // Other programs' readers bring what they need.
    if names.is_empty() || names.iter().any(|name| name != "consumers") {
        install()?;
    }
    let before = tree();
    let wanted = GATE.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name));
    let mut outcomes: Vec<(&str, bool)> = wanted.map(|step| (step.name, passes(step))).collect();
    if names.is_empty() {
        outcomes.push(("tree", before == tree()));
    }
    report(&outcomes, start)
}

fn install() -> Result<(), String> {
    tools::for_building()?;
    tools::npm_packages(E2E)?;
    tools::browser().map(|_| ())
}

fn passes(step: &Step) -> bool {
    println!("\n── {}: {}", step.name, step.about);
    let start = Instant::now();
    let outcome = (step.run)();
    match &outcome {
        Ok(()) => println!("   {} passed in {}", step.name, tools::seconds(start)),
        Err(error) => println!("   {} FAILED after {}: {error}", step.name, tools::seconds(start)),
    }
    outcome.is_ok()
}

/// The last line says how many steps passed and failed.
fn report(outcomes: &[(&str, bool)], start: Instant) -> Result<(), String> {
    let failed: Vec<&str> = outcomes.iter().filter(|(_, passed)| !passed).map(|(name, _)| *name).collect();
    println!("\nthe gate took {}", tools::seconds(start));
    if failed.contains(&"tree") {
        println!("the gate itself changed files of the repository; see git diff");
    }
    if !failed.is_empty() {
        println!("failed: {}", failed.join(", "));
    }
    println!("{} passed, {} failed", outcomes.len() - failed.len(), failed.len());
    if failed.is_empty() { Ok(()) } else { Err("the gate is closed".into()) }
}

/// What differs from the last commit. Generated files are committed, so a run must change nothing.
fn tree() -> String {
    let diff = tools::output(command("git").args(["diff", "HEAD"]));
    let status = tools::output(command("git").args(["status", "--porcelain"]));
    format!("{diff:?}{status:?}")
}

fn cargo(arguments: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments.split_whitespace());
    cargo
}

fn formatting() -> Result<(), String> {
    run(&mut cargo("fmt --check"))
}

fn clippy() -> Result<(), String> {
    run(&mut cargo("clippy --quiet --all-targets --features xtask -- -D warnings"))
}

fn clippy_wasm() -> Result<(), String> {
    let wasm = "clippy --quiet --target wasm32-unknown-unknown --no-default-features";
    run(&mut cargo(&format!("{wasm} --features ui --bins --test web -- -D warnings")))?;
    run(&mut cargo(&format!("{wasm} --features worker --bin worker -- -D warnings")))?;
    run(&mut cargo(&format!("{wasm} --features worker,formats --bin formats -- -D warnings")))?;
    run(&mut cargo(&format!("{wasm} --features npm --bin npm -- -D warnings")))
}

fn cargo_test() -> Result<(), String> {
    run(&mut cargo("test --quiet --features xtask"))
}

fn docs() -> Result<(), String> {
    let mut docs = cargo("doc --quiet --no-deps --document-private-items --lib");
    run(docs.env("RUSTDOCFLAGS", "-D warnings"))
}

fn components() -> Result<(), String> {
    let browser = tools::browser()?;
    // No --quiet: cargo would hand it on to the runner, which does not know it.
    let mut test =
        cargo("test --target wasm32-unknown-unknown --no-default-features --features ui --test web");
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    test.env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", driver_options(&browser.chromium)?);
    // A busy machine may take a while to read the unoptimised file.
    run(test.env("WASM_BINDGEN_TEST_TIMEOUT", "180").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60"))
}

/// Chromium without a screen, for root too, and asking nobody on the network for anything.
fn driver_options(chromium: &std::path::Path) -> Result<String, String> {
    let flags = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking \
        --disable-component-update --disable-sync --no-first-run";
    let flags: Vec<&str> = flags.split_whitespace().collect();
    let options = serde_json::json!({"goog:chromeOptions": {"args": flags, "binary": chromium}});
    let path = "target/webdriver.json";
    fs::write(path, options.to_string()).map_err(|error| format!("{path}: {error}"))?;
    Ok(path.into())
}

fn same_bytes() -> Result<(), String> {
    same_bytes::check()
}

fn sizes() -> Result<(), String> {
    run(command("node").arg("sizes.mjs").current_dir(E2E))
}

fn picture() -> Result<(), String> {
    run(picture_command()?.arg("--check"))
}

/// `cargo xtask picture`: takes the README's picture anew, of the site in `dist/`.
pub fn take_picture(_: &[String]) -> Result<(), String> {
    install()?;
    build::site()?;
    run(&mut picture_command()?)
}

fn picture_command() -> Result<Command, String> {
    let mut node = command("node");
    node.arg("picture.mjs").current_dir(E2E).env("CHROMIUM", tools::browser()?.chromium);
    Ok(node)
}

fn journeys() -> Result<(), String> {
    let chromium = tools::browser()?.chromium;
    let mut node = command("node");
    // A journey that waits for ever is a journey that failed.
    node.args(["--test", "--test-concurrency=2", "--test-timeout=600000", "journeys/"]).current_dir(E2E);
    run(node.env("CHROMIUM", chromium))
}
