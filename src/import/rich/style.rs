//! What an inline style says.

use crate::article::Signs;

/// The declarations of a style, their names in small letters: `color:red; Display : none`.
fn declarations(style: &str) -> impl Iterator<Item = (String, &str)> {
    let parts = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    parts.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()))
}

/// How a style changes the look of what is inside: what it gives and what it takes.
pub(super) fn looks(style: &str, inherited: Signs) -> Signs {
    let mut signs = inherited;
    for (name, value) in declarations(style) {
        match &*name {
            "font-size" => {
                if let Some(tenths) = tenths_of_px(value) {
                    let size = Signs::LARGE.when(tenths > 200).with(Signs::SMALL.when(tenths < 130));
                    signs = signs.without(Signs::LARGE.with(Signs::SMALL)).with(size);
                }
            }
            "font-weight" => {
                let heavy = matches!(value, "bold" | "bolder" | "600" | "700" | "800" | "900");
                signs = signs.without(Signs::BOLD).with(Signs::BOLD.when(heavy));
            }
            _ => {}
        }
    }
    signs
}

/// A font's size in tenths of a pixel; relative sizes are taken for those of 16 pixels.
fn tenths_of_px(size: &str) -> Option<u32> {
    let figures = size.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(size.len());
    let (number, unit) = size.split_at(figures);
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let tenth = part.bytes().next().map_or(0, |digit| u32::from(digit - b'0'));
    let number = whole.parse::<u16>().ok().map_or(0, u32::from) * 10 + tenth;
    match unit.trim_start() {
        "px" => Some(number),
        "pt" => Some(number * 4 / 3),
        "em" | "rem" => Some(number * 16),
        "%" => Some(number * 16 / 100),
        _ if figures == 0 => named_size(size),
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
            ("font-size:99999999999px", Signs::SMALL),
        ] {
            assert_eq!(looks(style, Signs::NONE), expected, "{style}");
        }
        let before = Signs::BOLD.with(Signs::LARGE).with(Signs::NAV);
        assert_eq!(looks("font-weight:normal;font-size:16px", before), Signs::NAV);
    }
}
