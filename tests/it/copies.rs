//! Cases of copies from other programs, shared by the tests of the command line's reader and the browser's.

use galley::import::LeftOut;

/// One copy from a program.
#[derive(Default)]
pub struct Case {
    /// What it shows.
    pub name: String,
    /// The clipboard's HTML.
    pub html: String,
    /// Its plain text, where that matters.
    pub plain: String,
    /// What is read.
    pub text: String,
    /// What is not.
    pub left_out: LeftOut,
}

/// Reads a file of cases: `== name`, then sections `-- html`, `-- plain`, `-- text`, `-- left out`.
pub fn cases(file: &str) -> Vec<Case> {
    let file = ["\n", file].concat();
    let cases = file.split("\n== ").skip(1).map(|case| {
        let (name, sections) = case.split_once('\n').expect("a case has a name");
        let mut case = Case { name: name.to_owned(), ..Case::default() };
        for section in ["\n", sections].concat().split("\n-- ").skip(1) {
            let (name, words) = section.split_once('\n').expect("a section has a name");
            let words = words.trim_matches('\n').to_owned();
            match name {
                "html" => case.html = words,
                "plain" => case.plain = words,
                "text" => case.text = words,
                "left out" => case.left_out = left_out(&words),
                other => panic!("no section is called {other}"),
            }
        }
        case
    });
    cases.collect()
}

/// `deleted 2 hidden 1`
fn left_out(words: &str) -> LeftOut {
    let mut all = LeftOut::default();
    let words: Vec<&str> = words.split_whitespace().collect();
    for pair in words.chunks(2) {
        let count = pair[1].parse().expect("a number");
        match pair[0] {
            "deleted" => all.deleted = count,
            "hidden" => all.hidden = count,
            "comments" => all.comments = count,
            other => panic!("nothing is left out as {other}"),
        }
    }
    all
}
