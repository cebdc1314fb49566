//! Everything a contributor runs: one table of commands.

// Times and surroundings are xtask's business; the engine's ban on them is not about it.
#![allow(clippy::disallowed_methods)]

mod against;
mod bench;
mod build;
mod consumers;
mod eval;
mod npm;
mod pack;
mod pack_sample;
mod pronouns;
mod same_bytes;
mod serve;
mod site;
mod span;
mod test;
mod tools;
mod train;
mod typescript;

use std::process::ExitCode;

/// As in the command line, which is timed here.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// One command of `cargo xtask`.
struct Command {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<(), String>,
}

/// What installs, builds and tests starts at once, compiled as for tests. Every other command computes for minutes,
/// or times what it does: it is compiled as what ships is.
const PLAIN: [&str; 5] = ["serve", "build", "npm", "test", "picture"];

/// Every command, in the order help shows them.
const COMMANDS: &[Command] = &[
    Command { name: "serve", about: "build the page and serve it to this machine [PORT]", run: serve::run },
    Command { name: "build", about: "build dist/, a static site for any host and path", run: build::run },
    Command {
        name: "npm",
        about: "build target/npm/galley-annotate, the package for JavaScript",
        run: npm::run_npm,
    },
    Command { name: "test", about: "run the whole gate, or the steps named [STEP…]", run: test::run_gate },
    Command { name: "picture", about: "take the README's picture anew", run: test::take_picture },
    Command {
        name: "bench",
        about: "time the engine, alone and beside its peers [--against REV]",
        run: bench::run_bench,
    },
    Command { name: "eval", about: "compare with the articles labelled by hand [--errors]", run: eval::run },
    Command {
        name: "errors",
        about: "count errors on labelled sets by kind and region SET… [--model FILE] [--list]",
        run: train::errors::run,
    },
    Command {
        name: "pronouns",
        about: "count pronouns that go to the right person SET…",
        run: pronouns::run,
    },
    Command {
        name: "pack",
        about: "read word lists from public packages, write the packed tables",
        run: pack::run,
    },
    Command { name: "words", about: "lay out the table of words from all its lists", run: pack::words },
    Command { name: "train", about: "train the word tagger from labelled texts", run: train::run },
    Command { name: "calibrate", about: "fit how sure a name is", run: train::calibrate::run },
    Command {
        name: "span",
        about: "fit how an article is found on a pasted page [--pages FILE]",
        run: span::run,
    },
    Command { name: "pack-sample", about: "pack the marks of the sample article", run: pack_sample::run },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = arguments.first().map(String::as_str);
    let Some(command) = COMMANDS.iter().find(|command| Some(command.name) == wanted) else {
        println!("cargo xtask COMMAND\n");
        for command in COMMANDS {
            println!("  {:<11} {}", command.name, command.about);
        }
        return if matches!(wanted, None | Some("help" | "--help")) {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        };
    };
    if let Err(error) = std::env::set_current_dir(env!("CARGO_MANIFEST_DIR")) {
        eprintln!("xtask: {}: {error}", env!("CARGO_MANIFEST_DIR"));
        return ExitCode::FAILURE;
    }
    let optimised = !cfg!(debug_assertions) || PLAIN.contains(&command.name);
    let outcome = if optimised { (command.run)(&arguments[1..]) } else { run_optimised(&arguments) };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask {}: {message}", command.name);
            ExitCode::FAILURE
        }
    }
}

/// The same command again, compiled as what ships is.
fn run_optimised(arguments: &[String]) -> Result<(), String> {
    let mut cargo = tools::command("cargo");
    cargo.args(["run", "--quiet", "--release", "--features", "xtask", "--bin", "xtask", "--"]);
    tools::run(cargo.args(arguments))
}
