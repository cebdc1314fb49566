//! HTML on the command line: read as the browser reads it, by the same rules of the standard.

mod tree;

use super::Imported;
use super::rich::Rich;
use super::rich::walk::walk;

/// Reads HTML into an article. Nothing of it runs and nothing is fetched.
pub fn read(html: &str) -> Imported {
    let mut rich = Rich::default();
    let tree = tree::parse(html);
    if let Some(body) = tree.body() {
        walk(body, &mut rich);
    }
    rich.finish()
}

#[cfg(test)]
mod tests {
    use super::read;

    fn check(html: &str, text: &str) {
        assert_eq!(read(html).article.text, text, "{html}");
    }

    #[test]
    fn markup_is_read_as_a_browser_reads_it() {
        check("<title>Ferry</title><p>It sailed<p>at <b>night", "It sailed\nat night\n");
        check("<table><p>above</p><tr><td>Ajax<td>2</table>below", "above\nAjax\t2\nbelow\n");
        check("<p>&#147;We are&nbsp;ready,&#148; &eacute;</p>", "“We are\u{a0}ready,” é\n");
        check("<b><p>one</b>two</p><i>three", "onetwo\nthree\n");
        check("<!-- <p>no</p> --><template><p>no</p></template>yes", "yes\n");
        check("<p>yes<noscript>no</noscript><svg><p>yes, out of it</p></svg>", "yes\nyes, out of it\n");
        check("<frameset><frame></frameset>", "");
        check("", "");
    }

    #[test]
    fn html_nested_very_deep_costs_no_stack() {
        check(&["<div>".repeat(3_000), "deep".into()].concat(), "deep\n");
        check(&["<table><tr><td>".repeat(500), "deep".into()].concat(), "deep\n");
    }
}
