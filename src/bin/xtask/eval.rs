//! `cargo xtask eval`: how near Galley comes to articles labelled by hand.

#[path = "../../../tests/it/gold.rs"]
mod gold;

use std::path::Path;

/// Prints the figures of `tests/gold` and of its stories and, with `--errors`, every miss.
pub fn run(arguments: &[String]) -> Result<(), String> {
    for folder in gold::FOLDERS {
        let report = gold::score(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))?;
        println!("{folder}");
        if arguments.iter().any(|argument| argument == "--errors") {
            println!("{}", report.errors);
        }
        for figure in report.figures {
            println!("{:>5}.{}  {}", figure.reached / 10, figure.reached % 10, figure.name);
        }
    }
    Ok(())
}
