#!/usr/bin/env bash
# quick-xml 0.42.0 (Rust).
# Good guess: the text of <p>Smith &amp; Sons</p> is one `Event::Text`, in which `&amp;` is still to be resolved; and
# `trim_text(true)` takes the blanks at the two ends of it. So it was before 0.38.
# Behaviour: each reference (&amp; &lt; &#8220;) is an event of its own, `GeneralRef`, and what stands between two of
# them is a text of its own. A reader with an arm for Text alone compiles, raises nothing and loses every ampersand and
# every quotation mark that was written as a number. And `trim_text` trims each piece: "Smith & Sons" becomes
# "Smith&Sons". Its own serde reader keeps both. A reader of NITF or TEI takes up GeneralRef and never trims.
# Seen: Text alone "Smith  Sons said: Yes."; with references “Smith & Sons said: “Yes.””; trimmed
# "Smith&Sons said:“Yes.”"; serde whole.
set -euo pipefail
command -v cargo >/dev/null || { echo "needs cargo"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "pieces"
version = "0.1.0"
edition = "2021"
[dependencies]
quick-xml = { version = "=0.42.0", features = ["serialize"] }
serde = { version = "1", features = ["derive"] }
TOML
cat > src/main.rs <<'RUST'
use quick_xml::{Reader, events::Event};

#[derive(serde::Deserialize)]
struct Paragraph {
    #[serde(rename = "$text")]
    text: String,
}

const XML: &str = "<p>Smith &amp; Sons said: &#8220;Yes.&#8221;</p>";

fn read(references: bool, trim: bool) -> String {
    let mut reader = Reader::from_str(XML);
    reader.config_mut().trim_text(trim);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(piece) => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(name) if references => match name.resolve_char_ref().unwrap() {
                Some(letter) => text.push(letter),
                None => text.push_str(quick_xml::escape::resolve_xml_entity(&name.xml10_content()).unwrap()),
            },
            Event::Eof => return text,
            _ => {}
        }
    }
}

fn main() {
    println!("text alone: {:?}", read(false, false));
    println!("with references: {:?}", read(true, false));
    println!("trimmed: {:?}", read(true, true));
    println!("serde: {:?}", quick_xml::de::from_str::<Paragraph>(XML).unwrap().text);
}
RUST
seen=$(cargo run --quiet)
echo "$seen"
expected='text alone: "Smith  Sons said: Yes."
with references: "Smith & Sons said: “Yes.”"
trimmed: "Smith&Sons said:“Yes.”"
serde: "Smith & Sons said: “Yes.”"'
[ "$seen" = "$expected" ] || { echo "quick-xml behaves otherwise now"; exit 1; }
