#!/usr/bin/env bash
# html5ever 0.40.1 and markup5ever_rcdom 0.40.1.
# Good guess: a parser that runs no scripts reads what stands in <noscript> as markup, as a browser's DOMParser
# does (there scripting is disabled for the new document).
# Behaviour: by default html5ever parses with scripting on (`TreeBuilderOpts::scripting_enabled` is true), so the
# content of <noscript> is one piece of text with its tags in it. A page read natively then shows markup as words,
# or words that no reader of the browser's own parse sees. It has to be turned off by hand.
# Seen: default: text "<p>Allow scripts.</p>", 0 elements inside; turned off: 1 element inside.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "noscript"
version = "0.1.0"
edition = "2021"
[dependencies]
html5ever = "=0.40.1"
markup5ever_rcdom = "=0.40.1"
TOML
cat > src/main.rs <<'RUST'
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

fn inside(node: &Handle, within: bool, elements: &mut usize, text: &mut String) {
    let mut within = within;
    match &node.data {
        NodeData::Element { name, .. } => {
            if within {
                *elements += 1;
            }
            within |= &*name.local == "noscript";
        }
        NodeData::Text { contents } if within => text.push_str(&contents.borrow()),
        _ => {}
    }
    node.children.borrow().iter().for_each(|child| inside(child, within, elements, text));
}

fn main() {
    let page = "<!doctype html><body><noscript><p>Allow scripts.</p></noscript><p>Text.</p>";
    for scripting_enabled in [TreeBuilderOpts::default().scripting_enabled, false] {
        let tree_builder = TreeBuilderOpts { scripting_enabled, ..Default::default() };
        let options = ParseOpts { tree_builder, ..Default::default() };
        let dom = parse_document(RcDom::default(), options).one(page);
        let (mut elements, mut text) = (0, String::new());
        inside(&dom.document, false, &mut elements, &mut text);
        println!("{scripting_enabled} {elements} {text}");
    }
}
RUST
seen=$(cargo run --quiet)
echo "$seen"
expected=$'true 0 <p>Allow scripts.</p>\nfalse 1 Allow scripts.'
[ "$seen" = "$expected" ] || { echo "html5ever behaves otherwise now"; exit 1; }
