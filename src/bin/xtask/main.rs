//! Everything a contributor runs: one table of commands.

use std::process::ExitCode;

/// One command of `cargo xtask`.
struct Command {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<(), String>,
}

/// Every command, in the order help shows them.
const COMMANDS: &[Command] = &[];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = arguments.first().map(String::as_str);
    let Some(command) = COMMANDS.iter().find(|command| Some(command.name) == wanted) else {
        println!("cargo xtask COMMAND\n");
        for command in COMMANDS {
            println!("  {:<8} {}", command.name, command.about);
        }
        return if matches!(wanted, None | Some("help" | "--help")) {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        };
    };
    match (command.run)(&arguments[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask {}: {message}", command.name);
            ExitCode::FAILURE
        }
    }
}
