//! The box of a page in which most of its text stands.
//!
//! A site sets the paragraphs of an article side by side in one box, and what it puts between them (other
//! stories, a form, a note on the author) in boxes of its own.

use super::line::Line;
use crate::document::hints::Signs;

/// A line is text from so many letters on, of which few stand in links.
const TEXT: usize = 80;
const LINKED: usize = 30;

/// Marks each line as in the box with most text, within it or outside; no line where no box has half of all.
pub(super) fn mark(lines: &mut [Line], outer: &[usize]) {
    let mut own = vec![0; outer.len()];
    for line in lines.iter().filter(|line| is_text(line)) {
        if let Some(letters) = own.get_mut(line.room) {
            *letters += line.letters;
        }
    }
    // A site may set every paragraph in a box of its own, and these in one.
    let mut near = own.clone();
    for (room, &outer) in outer.iter().enumerate().skip(1) {
        near[outer] += own[room];
    }
    let all: usize = own.iter().sum();
    let most = |letters: &[usize]| (0..letters.len()).max_by_key(|&room| letters[room]);
    let Some(best) = most(&near).filter(|&best| near[best] * 2 > all) else { return };
    let main = most(&own).filter(|&main| own[main] * 4 > near[best] * 3).unwrap_or(best);
    let within = |mut room: usize| {
        while room > main {
            room = outer[room];
        }
        room == main
    };
    for line in lines {
        let text = line.room == main || (outer[line.room] == main && own[line.room] > 0 && main == best);
        let sign = match () {
            () if text => Signs::TEXT,
            () if within(line.room) => Signs::INSET,
            () => Signs::OUTER,
        };
        line.signs = line.signs.with(sign);
    }
}

fn is_text(line: &Line) -> bool {
    line.letters >= TEXT && line.linked * 100 < line.letters * LINKED
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use crate::document::hints::Signs;

    const LONG: &str = "The old pier in Harwick will close on Monday after divers found cracks in nine of its posts, the harbour board said.";

    fn check(markup: &str, expected: &[Signs]) {
        let all = Signs::TEXT.with(Signs::INSET).with(Signs::OUTER);
        let found: Vec<_> =
            read(markup).article.hints.iter().map(|hint| Signs(hint.signs.0 & all.0)).collect();
        assert_eq!(found, expected, "{markup}");
    }

    #[test]
    fn what_stands_beside_the_text_within_it_and_outside() {
        let page = format!(
            "<div><p>Home</p></div><div><p>{LONG}</p><div><p>Night buses return</p></div><p>{LONG}</p><ul><li>Nine posts</li></ul></div>"
        );
        check(&page, &[Signs::OUTER, Signs::TEXT, Signs::INSET, Signs::TEXT, Signs::TEXT]);
    }

    #[test]
    fn paragraphs_in_boxes_of_their_own() {
        let one = format!("<div><p>{LONG}</p></div>");
        let page = format!("<div>{one}{one}<div><p>Night buses return</p></div></div><p>Home</p>");
        check(&page, &[Signs::TEXT, Signs::TEXT, Signs::INSET, Signs::OUTER]);
    }

    #[test]
    fn a_page_without_text_has_no_box_of_it() {
        check("<div><p>Home</p></div><p>World</p>", &[Signs::NONE, Signs::NONE]);
    }
}
