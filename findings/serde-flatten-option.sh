#!/usr/bin/env bash
# serde 1.0.229, serde_json 1.0.154, and schemars 1.2.3 with the same types.
# Good guess: `#[serde(flatten)] place: Option<Place>` is None where the fields of Place are absent, and an error where
# they are there and wrong, as `place: Option<Place>` is without `flatten`.
# Behaviour: any error inside becomes None: a number as a string, a missing second field, a wrong type of a field that
# is optional anyhow. The record is read without a word and without its place. schemars describes something else again:
# its schema refuses the string but takes the half record. So the parts of a record that may be absent together stand in
# an object of their own, or are flattened as single Options and checked after reading.
# Seen: {"start":"6","end":15}, {"start":6}, {"start":6,"end":15,"note":7} all None; in an object of its own: errors.
set -euo pipefail
command -v cargo >/dev/null || { echo "needs cargo"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "flat"
version = "0.1.0"
edition = "2021"
[dependencies]
schemars = "=1.2.3"
serde = { version = "=1.0.229", features = ["derive"] }
serde_json = "=1.0.154"
TOML
cat > src/main.rs <<'RUST'
use schemars::{JsonSchema, schema_for};
use serde::Deserialize;

#[derive(Deserialize, JsonSchema)]
struct Place {
    start: u32,
    end: u32,
    note: Option<String>,
}
#[derive(Deserialize, JsonSchema)]
struct Flat {
    #[serde(flatten)]
    place: Option<Place>,
}
#[derive(Deserialize)]
struct Apart {
    place: Option<Place>,
}

fn show(place: Option<Place>) -> String {
    place.map_or("None".into(), |at| format!("{}..{} {:?}", at.start, at.end, at.note))
}

fn main() {
    for json in [
        r#"{"start":6,"end":15}"#,
        r#"{"start":"6","end":15}"#,
        r#"{"start":6}"#,
        r#"{"start":6,"end":15,"note":7}"#,
    ] {
        let flat = serde_json::from_str::<Flat>(json).map(|flat| show(flat.place));
        let apart = serde_json::from_str::<Apart>(&format!("{{\"place\":{json}}}")).map(|apart| show(apart.place));
        println!("{json}: {} | {}", flat.unwrap(), apart.unwrap_or_else(|_| "error".into()));
    }
    let schema = schema_for!(Flat);
    let start = schema.pointer("/properties/start/type").unwrap();
    println!("schema: start {start}, required {:?}", schema.get("required"));
}
RUST
seen=$(cargo run --quiet)
echo "$seen"
expected='{"start":6,"end":15}: 6..15 None | 6..15 None
{"start":"6","end":15}: None | error
{"start":6}: None | error
{"start":6,"end":15,"note":7}: None | error
schema: start "integer", required None'
[ "$seen" = "$expected" ] || { echo "serde or schemars behaves otherwise now"; exit 1; }
