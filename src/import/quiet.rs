//! HTML made quiet before a browser parses it: a page's policy complains of each inline style, style sheet,
//! base and handler, though none of them would do anything.

/// The name that `style` has in quiet HTML.
pub const QUIET_STYLE: &str = "data-galley-style";

/// Elements whose text is no markup.
const RAW: [&str; 8] = ["style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

/// The same HTML with every attribute `style` and every handler of events under another name, without style
/// sheets and without the base of its addresses: nothing in it then asks the page's policy.
///
/// Tags are told as the standard's tokenizer tells them; comments and the text of scripts are passed over.
pub fn quiet(html: &str) -> String {
    let mut quiet = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        quiet.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with("<!--") {
            end_of(rest, "-->")
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag(rest, &mut quiet);
            rest = &rest[tag.len..];
            if let Some(raw) = tag.raw { raw_end(rest, raw, &mut quiet) } else { 0 }
        } else {
            quiet.push('<');
            1
        };
        rest = &rest[taken..];
    }
    quiet.push_str(rest);
    quiet
}

fn end_of(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |at| at + mark.len())
}

/// A tag that was read.
struct Read {
    len: usize,
    /// The element's name, where its text is no markup.
    raw: Option<&'static str>,
}

/// Writes a tag, its `style` under another name; a style sheet's and a base's not at all.
fn tag(html: &str, quiet: &mut String) -> Read {
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let name_end = html.find(is_end).unwrap_or(html.len());
    let name = &html[1..name_end];
    let raw = RAW.iter().copied().find(|raw| raw.eq_ignore_ascii_case(name));
    let is_dropped = raw == Some("style") || name.eq_ignore_ascii_case("base");
    let before = quiet.len();
    quiet.push_str(&html[..name_end]);
    let mut at = name_end;
    while let Some(c) = html[at..].chars().next() {
        if c == '>' {
            quiet.push('>');
            at += 1;
            break;
        }
        if c.is_ascii_whitespace() || c == '/' {
            quiet.push(c);
            at += 1;
        } else {
            at += attribute(&html[at..], quiet);
        }
    }
    if is_dropped {
        quiet.truncate(before);
    }
    Read { len: at, raw }
}

/// Writes an attribute; gives its length.
fn attribute(html: &str, quiet: &mut String) -> usize {
    let first = html.chars().next().map_or(0, char::len_utf8);
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    let name_end = html[first..].find(is_end).map_or(html.len(), |at| first + at);
    let name = &html[..name_end];
    quiet.push_str(quiet_name(name));
    let blanks = |from: usize| html[from..].len() - html[from..].trim_ascii_start().len();
    let equals = name_end + blanks(name_end);
    if !html[equals..].starts_with('=') {
        return name_end;
    }
    let value = equals + 1 + blanks(equals + 1);
    let end = match html[value..].chars().next() {
        Some(mark @ ('"' | '\'')) => html[value + 1..].find(mark).map_or(html.len(), |at| value + 1 + at + 1),
        _ => html[value..]
            .find(|c: char| c.is_ascii_whitespace() || c == '>')
            .map_or(html.len(), |at| value + at),
    };
    quiet.push_str(&html[name_end..end]);
    end
}

fn quiet_name(name: &str) -> &str {
    let is_handler = name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
    match name {
        _ if name.eq_ignore_ascii_case("style") => QUIET_STYLE,
        _ if is_handler => "data-galley-off",
        name => name,
    }
}

/// The length of text that is no markup; a style sheet's is left out with its end.
fn raw_end(html: &str, name: &'static str, quiet: &mut String) -> usize {
    let mut from = 0;
    while let Some(at) = html[from..].find("</") {
        let end = from + at;
        let closes =
            html.get(end + 2..end + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        if closes {
            if name == "style" {
                return end + end_of(&html[end..], ">");
            }
            quiet.push_str(&html[..end]);
            return end;
        }
        from = end + 2;
    }
    if name != "style" {
        quiet.push_str(html);
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::quiet;

    fn check(html: &str, expected: &str) {
        assert_eq!(quiet(html), expected.replace("STYLE", super::QUIET_STYLE), "{html}");
    }

    #[test]
    fn styles_get_another_name_and_sheets_go() {
        check("<p style='a:b' class=x>It's</p>", "<p STYLE='a:b' class=x>It's</p>");
        check("<P\nSTYLE = \"a>b\">x", "<P\nSTYLE = \"a>b\">x");
        check("<p style>a<br/style=a:b>", "<p STYLE>a<br/STYLE=a:b>");
        check("<style>p{}</style ><p>x<base href=x>", "<p>x");
        check("<p onclick='a()' ONLOAD=b on=c>x", "<p data-galley-off='a()' data-galley-off=b on=c>x");
        check("<p title='<p style=x>' style=a>", "<p title='<p style=x>' STYLE=a>");
    }

    #[test]
    fn what_only_looks_like_a_style_stays() {
        for html in [
            "The style = \"plain\" of 3 < 4 <",
            "<p data-style=x styled lang=style>style=x</p>",
            "<script>'<p style=x>'</script>",
            "<textarea><p style=x></textarea>",
            "</p style=x>",
            "<p title=\"style=x",
            "<",
            "é<é style=x>",
        ] {
            check(html, html);
        }
        check("<!-- <a title=\"open --><p style=x>", "<p STYLE=x>");
    }
}
