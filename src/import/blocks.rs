//! Rich text as a stream of tags and words, made into paragraphs with hints.

use super::Imported;
use super::plain::clean;
use crate::article::{Article, Hint, HintKind};
use crate::text::TextRange;

/// What a tag means to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Dropped with all that it holds.
    Dropped,
    /// A paragraph of its own, of this kind.
    Block(Option<HintKind>),
    /// A block whose lines are the source's own, as old agency copy comes.
    Preformatted,
    /// A cell of a table: a tab stands between two.
    Cell,
    /// A line break.
    Break,
    /// Part of the line.
    Inline,
}

/// What a tag, in lower case, means to an article.
pub fn tag_role(tag: &str) -> Role {
    use Role::*;
    match tag {
        "script" | "style" | "template" | "noscript" | "head" | "title" | "svg" | "math" | "iframe"
        | "object" | "embed" | "canvas" | "audio" | "video" | "picture" | "img" | "input" | "select"
        | "textarea" | "button" | "datalist" | "dialog" | "map" | "meta" | "link" | "base" | "param"
        | "source" | "track" | "frame" | "frameset" | "applet" | "portal" => Dropped,
        "h1" => Block(Some(HintKind::Heading(1))),
        "h2" => Block(Some(HintKind::Heading(2))),
        "h3" => Block(Some(HintKind::Heading(3))),
        "h4" => Block(Some(HintKind::Heading(4))),
        "h5" => Block(Some(HintKind::Heading(5))),
        "h6" => Block(Some(HintKind::Heading(6))),
        "li" | "dt" | "dd" => Block(Some(HintKind::Item)),
        "tr" => Block(Some(HintKind::Row)),
        "td" | "th" => Cell,
        "figcaption" | "caption" => Block(Some(HintKind::Caption)),
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav" | "ul"
        | "ol" | "dl" | "table" | "tbody" | "thead" | "tfoot" | "blockquote" | "figure" | "address"
        | "form" | "fieldset" | "legend" | "details" | "summary" | "center" | "hr" | "body" | "html"
        | "hgroup" | "search" => Block(None),
        "pre" => Preformatted,
        "br" => Break,
        _ => Inline,
    }
}

/// Collects words into paragraphs. Tags are opened and closed in the source's order.
#[derive(Default)]
pub struct Blocks {
    text: String,
    line: String,
    kinds: Vec<Option<HintKind>>,
    hints: Vec<Hint>,
    dropped: usize,
    /// How many preformatted blocks are open.
    preformatted: usize,
}

impl Blocks {
    /// Whether what the tag holds is to be read at all.
    pub fn open(&mut self, role: Role) -> bool {
        match role {
            Role::Dropped => return false,
            Role::Block(kind) => {
                self.end_line();
                self.kinds.push(kind);
            }
            Role::Preformatted => {
                self.end_line();
                self.preformatted += 1;
            }
            Role::Cell if !self.line.trim().is_empty() => self.line.push('\t'),
            Role::Break => self.end_line(),
            Role::Cell | Role::Inline => {}
        }
        true
    }

    /// The tag ends.
    pub fn close(&mut self, role: Role) {
        match role {
            Role::Block(_) => {
                self.end_line();
                self.kinds.pop();
            }
            Role::Preformatted => {
                self.end_line();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Role::Dropped | Role::Cell | Role::Break | Role::Inline => {}
        }
    }

    /// Words; white space runs become one space, but for the tabs between cells and the line ends of
    /// preformatted text, whose blank lines part its paragraphs.
    pub fn words(&mut self, words: &str) {
        let (words, dropped) = clean(words);
        self.dropped += dropped;
        for c in words.chars() {
            if c == '\n' && self.preformatted > 0 {
                self.end_preformatted_line();
                continue;
            }
            let blank = matches!(c, ' ' | '\n' | '\t');
            if !blank {
                self.line.push(c);
            } else if !self.line.ends_with([' ', '\t']) && !self.line.is_empty() {
                self.line.push(' ');
            }
        }
    }

    /// The article that was collected.
    pub fn finish(mut self) -> Imported {
        self.end_line();
        let article = Article { hints: self.hints, ..Article::plain(self.text) };
        Imported { article, dropped: self.dropped }
    }

    fn end_preformatted_line(&mut self) {
        let is_blank = self.line.trim().is_empty();
        self.end_line();
        if is_blank && !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(line);
        if let Some(kind) = self.kinds.iter().rev().find_map(|kind| *kind) {
            self.hints.push(Hint { range: TextRange::new(start, self.text.len()), kind });
        }
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads toy markup: `<tag>`, `</tag>` and words.
    fn read(markup: &str) -> Imported {
        let mut blocks = Blocks::default();
        let mut skipping: Option<&str> = None;
        for piece in markup.split_inclusive('>').flat_map(|piece| match piece.find('<') {
            Some(at) => vec![&piece[..at], &piece[at..]],
            None => vec![piece],
        }) {
            let tag = piece.trim_matches(['<', '>', '/']);
            match (piece.starts_with("</"), piece.starts_with('<')) {
                (true, _) if skipping == Some(tag) => skipping = None,
                (true, _) if skipping.is_none() => blocks.close(tag_role(tag)),
                (_, true) if skipping.is_none() && !blocks.open(tag_role(tag)) => skipping = Some(tag),
                (false, false) if skipping.is_none() => blocks.words(piece),
                _ => {}
            }
        }
        blocks.finish()
    }

    fn hinted(imported: &Imported) -> Vec<(&str, HintKind)> {
        let article = &imported.article;
        article.hints.iter().map(|hint| (hint.range.of(&article.text), hint.kind)).collect()
    }

    #[test]
    fn paragraphs_and_headings_stay_and_all_else_goes() {
        let read =
            read("<div><h1>Port\n strike</h1><p>He <b>said</b> <script>alert(1)</script>no.</p>tail</div>");
        assert_eq!(read.article.text, "Port strike\nHe said no.\ntail\n");
        assert_eq!(hinted(&read), [("Port strike", HintKind::Heading(1))]);
    }

    #[test]
    fn rows_items_and_captions_are_told() {
        let read = read(
            "<table><tr><td>Ajax</td><td>2</td></tr></table><ul><li><p>One</p></li></ul><figcaption>A boat</figcaption>",
        );
        assert_eq!(read.article.text, "Ajax\t2\nOne\nA boat\n");
        assert_eq!(
            hinted(&read),
            [("Ajax\t2", HintKind::Row), ("One", HintKind::Item), ("A boat", HintKind::Caption)]
        );
    }

    #[test]
    fn a_break_ends_a_line() {
        assert_eq!(read("<p>one<br>two</p>").article.text, "one\ntwo\n");
    }

    #[test]
    fn preformatted_text_keeps_its_lines_and_its_blank_ones() {
        let wire = "<p>a\nb</p><pre>\n\nThe ferry\n  sailed <b>on\nFriday</b>.\n\n \nIt is late.</pre>c\nd";
        let lines = "a b\n\nThe ferry\nsailed on\nFriday.\n\nIt is late.\nc d\n";
        assert_eq!(read(wire).article.text, lines);
        assert_eq!(read("<li><pre>one\ntwo</pre></li>").article.hints.len(), 2);
    }
}
