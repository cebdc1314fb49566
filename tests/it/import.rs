//! What people copy from other programs, and the text that an editor expects of it.
//!
//! `tests/import/*.txt`, a file a program, hold cases: the clipboard's HTML, its plain text where it matters,
//! the text that is read, and what was left out of it.

use crate::copies::cases;
use galley::import::{Imported, fuller, html};
use std::fs;
use std::path::Path;

#[test]
fn every_clipboard_is_read_as_its_author_meant_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let mut wrong = Vec::new();
    let mut files = 0;
    for file in fs::read_dir(folder).expect("the folder is there") {
        let path = file.expect("a file").path();
        let cases = cases(&fs::read_to_string(&path).expect("it is text"));
        assert!(cases.len() >= 3, "{} has {} cases", path.display(), cases.len());
        files += 1;
        for case in cases {
            let Imported { article, left_out, .. } = fuller(html::read(&case.html), &case.plain);
            if article.text.trim_end() != case.text || left_out != case.left_out {
                let name = path.file_name().unwrap_or_default().display();
                wrong.push(format!("{name}, {}:\n{}\n{left_out:?}", case.name, article.text));
            }
        }
    }
    assert!(files >= 12, "{files} programs");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
