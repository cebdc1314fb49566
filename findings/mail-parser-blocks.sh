#!/usr/bin/env bash
# mail-parser 0.11.9 (Rust); 1.0.1, which wants rustc 1.98, has the same rule in its source.
# Good guess: the plain text that the crate makes of a message with HTML only (`body_text`, `html_to_text`) has a line
# for each line of the mail: block elements end a line.
# Behaviour: only <br> and the END of a <p> do. <div>, headings, list items, table cells and rows, <blockquote> and <hr>
# are nothing, not even a blank: neighbours fuse to one word. Mail programs write one <div> a line, so a whole mail
# becomes one word chain: "OneTwo". Hidden text (`hidden`, `display:none`) is kept. A reader of such messages takes
# `body_html` and goes through the elements itself.
# Seen: <div>One</div><div>Two</div> "OneTwo"; <h1>…</h1><p>…</p> "Pier to closeBoats stay."; cells "Oakham4,210".
set -euo pipefail
command -v cargo >/dev/null || { echo "needs cargo"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "blocks"
version = "0.1.0"
edition = "2021"
[dependencies]
mail-parser = { version = "=0.11.9", default-features = false }
TOML
cat > src/main.rs <<'RUST'
use mail_parser::MessageParser;

fn main() {
    for body in [
        "<p>One</p><p>Two</p>",
        "<div>One</div><div>Two</div>",
        "<h1>Pier to close</h1><p>Boats stay.</p>",
        "<ul><li>one</li><li>two</li></ul>",
        "<table><tr><td>Oakham</td><td>4,210</td></tr></table>",
    ] {
        let mail = format!("Subject: Pier\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}");
        let message = MessageParser::default().parse(mail.as_bytes()).unwrap();
        println!("{:?}", message.body_text(0).unwrap());
    }
}
RUST
seen=$(cargo run --quiet)
echo "$seen"
expected='"One\nTwo\n"
"OneTwo"
"Pier to closeBoats stay.\n"
"onetwo"
"Oakham4,210"'
[ "$seen" = "$expected" ] || { echo "mail-parser behaves otherwise now"; exit 1; }
