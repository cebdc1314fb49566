//! The files that Galley reads, told by the ends of their names.

use super::foreign;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As it stands.
    Plain,
    /// As Markdown.
    Markdown,
    /// As HTML, which the browser takes apart.
    Html,
}

/// One kind of file.
pub struct Format {
    /// How it is read.
    pub kind: Kind,
    /// What the browser calls it.
    pub mime: &'static str,
    /// What its files' names end in.
    pub endings: &'static [&'static str],
}

/// Every kind of file, plain text first.
pub const FORMATS: &[Format] = &[
    Format { kind: Kind::Plain, mime: "text/plain", endings: &[".txt"] },
    Format { kind: Kind::Markdown, mime: "text/markdown", endings: &[".md", ".markdown"] },
    Format { kind: Kind::Html, mime: "text/html", endings: &[".html", ".htm", ".xhtml", ".shtml", ".xht"] },
];

/// How a file of this name is read: as plain text where its name says nothing else.
pub fn kind_of(name: &str) -> Kind {
    let name = name.to_ascii_lowercase();
    let ends = |format: &&Format| format.endings.iter().any(|ending| name.ends_with(ending));
    FORMATS.iter().find(ends).map_or(Kind::Plain, |format| format.kind)
}

/// How a file of this name and text is read: a page is one whatever its file is called.
pub fn kind_of_file(name: &str, text: &str) -> Kind {
    match kind_of(name) {
        Kind::Plain if foreign::is_html(text) => Kind::Html,
        kind => kind,
    }
}

/// What a browser's file chooser is to offer: `.txt,text/plain,.md,…`
pub fn accepted() -> String {
    let of = |format: &Format| [&format.endings.join(","), ",", format.mime].concat();
    FORMATS.iter().map(of).collect::<Vec<_>>().join(",") + ANNOTATED
}

/// Files that may be annotated already.
const ANNOTATED: &str = ",.docx,.odt,.rtf,.eml,.json,.jsonl,.jsonld,.zip";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_how_its_file_is_read() {
        for (name, kind) in [
            ("draft.txt", Kind::Plain),
            ("Draft.MD", Kind::Markdown),
            ("a.html.markdown", Kind::Markdown),
            ("page.XHTML", Kind::Html),
            ("index.shtml", Kind::Html),
            ("html", Kind::Plain),
            ("", Kind::Plain),
        ] {
            assert_eq!(kind_of(name), kind, "{name}");
        }
    }

    #[test]
    fn a_page_is_one_whatever_its_file_is_called() {
        assert_eq!(kind_of_file("page.txt", "<!doctype html><p>It sailed."), Kind::Html);
        assert_eq!(kind_of_file("page.txt", "It sailed <html>"), Kind::Plain);
        assert_eq!(kind_of_file("page.md", "<html>"), Kind::Markdown);
    }

    #[test]
    fn the_chooser_offers_what_is_read() {
        assert_eq!(
            accepted(),
            ".txt,text/plain,.md,.markdown,text/markdown,.html,.htm,.xhtml,.shtml,.xht,text/html\
             ,.docx,.odt,.rtf,.eml,.json,.jsonl,.jsonld,.zip"
        );
    }
}
