//! `cargo xtask eval`: how near Galley comes to articles labelled by hand.

#[path = "../../../tests/it/gold.rs"]
mod gold;

use std::path::Path;

/// Prints the figures of `tests/gold` and, with `--errors`, every miss.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let report = gold::score(&folder)?;
    if arguments.iter().any(|argument| argument == "--errors") {
        println!("{}", report.errors);
    }
    for figure in report.figures {
        println!("{:>5}.{}  {}", figure.reached / 10, figure.reached % 10, figure.name);
    }
    Ok(())
}
