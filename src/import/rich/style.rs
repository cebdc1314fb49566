//! What an inline style says: of blocks and lines, of what is hidden, and of the look of words.

use super::role::Role;
use super::tag::Tag;
use crate::document::hints::{HintKind, Signs};
use crate::document::looks::{EMPHASIS, NUMBERED, STRONG};

/// What an element's style says, as far as it says anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub display: Option<Display>,
    /// `white-space`: whether line ends are the source's own.
    pub keeps_lines: Option<bool>,
    /// `visibility`, which what is inside may turn round, and which a size of nothing is like.
    pub visible: Option<bool>,
    /// It takes no room: with all that it holds it is not seen.
    pub gone: bool,
    /// A mark that Word set before an item of a list.
    pub list_mark: bool,
    /// An item of a list in Word.
    pub item: bool,
    /// Word's comments, all of them or one.
    pub comment: Option<Comment>,
    /// `font-style`: whether the letters are slanted.
    slanted: Option<bool>,
    /// The signs of look that it sets, and those that it says anything of.
    look: Signs,
    looked: Signs,
}

/// `display`, as far as it matters to lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    None,
    Block,
    /// A block whose children stand side by side.
    Flex,
    Inline,
    Table,
    Row,
    Cell,
}

/// Where Word keeps its comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comment {
    List,
    One,
}

impl Style {
    /// Reads a style, its names and values in any case: `color:red; Display : none`.
    pub fn read(style: &str) -> Self {
        let mut read = Style::default();
        let mut clipped = (false, false);
        let style = style.to_ascii_lowercase();
        for (name, value) in style.split(';').filter_map(|one| one.split_once(':')) {
            let value = value.trim();
            let value = value.strip_suffix("!important").unwrap_or(value).trim_end();
            match name.trim() {
                "overflow" => clipped.0 = value == "hidden",
                "height" | "max-height" | "width" | "max-width" => clipped.1 |= is_nothing(value),
                name => read.take(name, value),
            }
        }
        read.gone |= clipped == (true, true);
        read
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "display" => self.display = display(value).or(self.display),
            "white-space" | "white-space-collapse" => self.keeps_lines = Some(keeps_lines(value)),
            "visibility" => self.visible = Some(value == "visible"),
            "mso-hide" => self.gone |= matches!(value, "all" | "screen"),
            "mso-list" => {
                self.list_mark = value == "ignore";
                self.item = value.starts_with('l') && value.contains("level");
            }
            "mso-element" if value == "comment-list" => self.comment = Some(Comment::List),
            "mso-element" if value == "comment" => self.comment = Some(Comment::One),
            "mso-special-character" if value == "comment" => self.list_mark = true,
            "font-size" => self.set_size(value),
            "font-weight" => {
                let heavy = matches!(value, "bold" | "bolder" | "600" | "700" | "800" | "900");
                self.look = self.look.without(Signs::BOLD).with(Signs::BOLD.when(heavy));
                self.looked = self.looked.with(Signs::BOLD);
            }
            "font-style" => self.slanted = Some(value != "normal"),
            _ => {}
        }
    }

    /// How the words in an element of this name and style look, where those outside look so.
    pub fn face(&self, name: &str, outside: u8) -> u8 {
        let named = match name {
            "b" | "strong" => outside | STRONG,
            "i" | "em" | "cite" => outside | EMPHASIS,
            "ol" => outside | NUMBERED,
            "ul" | "table" => outside & !NUMBERED,
            _ => outside,
        };
        let heavy = self.looks(Signs::BOLD.when(named & STRONG != 0)).has(Signs::BOLD);
        let slanted = self.slanted.unwrap_or(named & EMPHASIS != 0);
        named & NUMBERED | if heavy { STRONG } else { 0 } | if slanted { EMPHASIS } else { 0 }
    }

    fn set_size(&mut self, size: &str) {
        let Some(tenths) = tenths_of_px(size) else { return };
        let both = Signs::LARGE.with(Signs::SMALL);
        self.looked = self.looked.with(both);
        self.look = self.look.without(both).with(Signs::LARGE.when(tenths > 200));
        self.look = self.look.with(Signs::SMALL.when(tenths < 130));
        self.visible = self.visible.or(Some(tenths > 0));
    }

    /// The signs of look inside, where these hold outside.
    pub fn looks(&self, outside: Signs) -> Signs {
        outside.without(self.looked).with(self.look)
    }

    /// The role of an element of this style: a heading stays one however it is set.
    pub fn role(&self, tag: &Tag, role: Role) -> Role {
        let item = self.item && role == Role::Block(None);
        match (role, self.display) {
            _ if item => Role::Block(Some(HintKind::Item)),
            (Role::Dropped | Role::Break, _) => role,
            (Role::Inline, Some(Display::Block | Display::Flex)) => Role::Block(None),
            (Role::Inline | Role::Block(None), Some(Display::Table)) => Role::Table,
            (Role::Inline | Role::Block(None), Some(Display::Row)) => Role::Row,
            (Role::Inline | Role::Block(None), Some(Display::Cell)) => Role::Cell,
            (Role::Block(None), Some(Display::Inline)) if tag.name != "p" => Role::Inline,
            _ => role,
        }
    }
}

fn display(value: &str) -> Option<Display> {
    Some(match value {
        "none" => Display::None,
        "block" | "flow-root" | "list-item" | "-webkit-box" | "table-caption" => Display::Block,
        "flex" | "grid" => Display::Flex,
        "inline" => Display::Inline,
        "table" => Display::Table,
        "table-row" => Display::Row,
        "table-cell" => Display::Cell,
        _ => return None,
    })
}

fn keeps_lines(value: &str) -> bool {
    value.split(' ').any(|word| {
        matches!(word, "pre" | "pre-wrap" | "pre-line" | "break-spaces" | "preserve" | "preserve-breaks")
    })
}

/// `0`, `0px`, `1px`: room for no letter.
fn is_nothing(length: &str) -> bool {
    matches!(length, "0" | "1px") || (length.starts_with('0') && tenths_of_px(length) == Some(0))
}

/// A length in tenths of a pixel; relative ones are taken for those of letters of 16 pixels.
fn tenths_of_px(length: &str) -> Option<u32> {
    let figures = length.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(length.len());
    let (number, unit) = length.split_at(figures);
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let tenth = part.bytes().next().map_or(0, |digit| u32::from(digit - b'0'));
    let number = whole.parse::<u16>().ok().map_or(0, u32::from) * 10 + tenth;
    match unit.trim_start() {
        "px" => Some(number),
        "pt" => Some(number * 4 / 3),
        "em" | "rem" => Some(number * 16),
        "%" => Some(number * 16 / 100),
        "" if number == 0 && figures > 0 => Some(0),
        _ if figures == 0 => named_size(length),
        _ => None,
    }
}

fn named_size(name: &str) -> Option<u32> {
    Some(match name {
        "xx-small" | "x-small" => 100,
        "small" => 130,
        "medium" => 160,
        "large" => 180,
        "x-large" | "xx-large" => 240,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_weights_are_told() {
        for (style, expected) in [
            ("font-size:24px", Signs::LARGE),
            ("font-size: 18pt; font-weight:700", Signs::LARGE.with(Signs::BOLD)),
            ("Font-Size:0.75em", Signs::SMALL),
            ("font-size:12.8px", Signs::SMALL),
            ("font-size:medium;color:red;", Signs::NONE),
            ("font-size:calc(1px)", Signs::NONE),
        ] {
            assert_eq!(Style::read(style).looks(Signs::NONE), expected, "{style}");
        }
        let before = Signs::BOLD.with(Signs::LARGE).with(Signs::NAV);
        assert_eq!(Style::read("font-weight:normal;font-size:16px").looks(before), Signs::NAV);
    }

    #[test]
    fn what_takes_no_room_is_gone() {
        for (style, gone) in [
            ("max-height:0;overflow:hidden", true),
            ("overflow: hidden; height: 0px", true),
            ("mso-hide: all", true),
            ("height:0", false),
            ("overflow:hidden;height:20px", false),
            ("overflow:hidden;max-width:100%", false),
        ] {
            assert_eq!(Style::read(style).gone, gone, "{style}");
        }
        assert_eq!(Style::read("font-size:0").visible, Some(false));
        assert_eq!(Style::read("visibility:hidden !important").visible, Some(false));
        assert_eq!(Style::read("DISPLAY:NONE !important").display, Some(Display::None));
    }
}
