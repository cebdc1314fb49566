//! The figures on hand-labelled articles never fall below what was once reached.

use crate::gold::{FOLDERS, score};
use std::fs;
use std::path::Path;

#[test]
fn figures_stay_above_their_floors() {
    FOLDERS.iter().for_each(|folder| check(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)));
}

fn check(folder: &Path) {
    let report = score(folder).expect("the labelled articles are well formed");
    // Shown with `-- --nocapture`.
    println!("{}", report.errors);
    report.figures.iter().for_each(|figure| println!("{:>5} {}", figure.reached, figure.name));
    let floors = fs::read_to_string(folder.join("scores.tsv")).expect("scores.tsv is there");
    for line in floors.lines().filter(|line| !line.starts_with('#')) {
        let (name, floor) = line.split_once('\t').expect("a name, a tab, a floor");
        let floor: u32 = floor.parse().expect("a floor is a whole per cent");
        let figure = report.figures.iter().find(|figure| figure.name == name).expect("a known figure");
        assert!(
            figure.reached >= floor * 10,
            "{name}: {}.{} is below its floor, {floor}\n{}",
            figure.reached / 10,
            figure.reached % 10,
            report.errors,
        );
    }
}
