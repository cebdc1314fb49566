//! The style sheet's colours are legible, by day and by night (WCAG 2.2, AA), and every layer has
//! its own letter and line.

use super::LAYERS;
use crate::document::passages::Colour;

const STYLE: &str = include_str!("../../style/proof.css");
/// Ordinary text.
const TEXT: f64 = 4.5;

/// The custom properties of the `n`th `:root`: 0 by day, 1 by night, 3 on paper.
fn theme(n: usize) -> Vec<(&'static str, &'static str)> {
    let block = STYLE
        .split(":root {")
        .nth(n + 1)
        .and_then(|rest| rest.split('}').next())
        .expect("the theme is there");
    let declarations = block.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    declarations.map(|(name, value)| (name.trim(), value.trim())).collect()
}

fn colour(theme: &[(&str, &str)], name: &str) -> [f64; 3] {
    let (_, value) =
        theme.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no colour --{name}"));
    let digits: Vec<u32> = value.trim_start_matches('#').chars().filter_map(|c| c.to_digit(16)).collect();
    match digits[..] {
        [r, g, b] => [r * 17, g * 17, b * 17].map(channel),
        [a, b, c, d, e, f] => [a * 16 + b, c * 16 + d, e * 16 + f].map(channel),
        _ => panic!("--{name} is no colour: {value}"),
    }
}

#[allow(clippy::disallowed_methods, reason = "the formula of WCAG; a test, not the engine")]
fn channel(value: u32) -> f64 {
    let value = f64::from(value) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let luminance = |[r, g, b]: [f64; 3]| 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_letter_is_legible_on_paper_and_on_tints() {
    for n in [0, 1] {
        let theme = theme(n);
        let own = Colour::ALL.into_iter().map(|(_, class)| if class == "own-blue" { "mine" } else { class });
        let inks = LAYERS.iter().map(|layer| layer.class).chain(own).chain(["ink", "soft", "open"]);
        for ink in inks {
            for ground in ["paper", "sheet", "tint", "tint-indirect"] {
                let ratio = ratio(colour(&theme, ink), colour(&theme, ground));
                assert!(ratio >= TEXT, "theme {n}: --{ink} on --{ground} is {ratio:.2}:1");
            }
        }
        let ratio = ratio(colour(&theme, "ink"), colour(&theme, "chosen"));
        assert!(ratio >= TEXT, "theme {n}: --ink on --chosen is {ratio:.2}:1");
    }
}

/// The first of an editor's colours is that of the layer; the others have a rule each, in the proof and in the draft.
#[test]
fn every_colour_of_an_editors_labels_is_drawn() {
    let page = include_str!("../../style/page.css");
    for (_, class) in Colour::ALL {
        assert!(
            page.contains(&["::highlight(", class, ") {"].concat()),
            "{class} is not painted in the draft"
        );
        let rule = [".", class, " { --hue: var(--", class, "); }"].concat();
        assert!(class == "own-blue" || STYLE.contains(&rule), "{class} has no rule");
    }
    let inks = |n| {
        theme(n)
            .into_iter()
            .filter(|(name, _)| name.starts_with("own-") || *name == "mine")
            .collect::<Vec<_>>()
    };
    assert_eq!((inks(0).len(), inks(1).len()), (8, 8));
    assert_eq!(inks(3), inks(0), "paper has the colours of the day");
}

#[test]
fn every_layer_has_its_letter_and_a_line_of_its_own() {
    let mut lines = Vec::new();
    for layer in LAYERS {
        let rule = STYLE.split(&["\n.", layer.class, " { "].concat()).nth(1);
        let letter = ["--letter: \"", layer.letter, "\";"].concat();
        let own = rule.and_then(|rest| rest.split('}').next()).unwrap_or_default();
        assert!(own.contains(&letter), "{} has no letter in the style sheet", layer.name);
        let line = rule.and_then(|rest| rest.split(" var(").next()).unwrap_or(layer.class);
        assert!(!lines.contains(&line), "{} has a line that another layer has", layer.name);
        lines.push(line);
    }
}
