#!/usr/bin/env bash
# postcard 1.1.3 with serde 1.
# Good guess: postcard writes all signed integers as zigzag varints, so -1 is the byte 1 whatever its width, and a field
# may grow from i8 to i16 without a change of what is stored.
# Behaviour: i8 is the exception: one raw byte in two's complement. -1 is 255 as i8 and 1 as i16; bytes that were
# written as i8 are read as i16 without an error and with another value, so a stored form has to change its version
# where such a field grows.
# Seen: -1 is [255] as i8 and [1] as i16; the byte of 3 as i8 is -2 as i16.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "widths"
version = "0.1.0"
edition = "2021"
[dependencies]
postcard = { version = "=1.1.3", default-features = false, features = ["alloc"] }
TOML
cat > src/main.rs <<'RUST'
fn main() {
    let small = postcard::to_allocvec(&-1i8).unwrap();
    let large = postcard::to_allocvec(&-1i16).unwrap();
    let read: i16 = postcard::from_bytes(&postcard::to_allocvec(&3i8).unwrap()).unwrap();
    println!("i8 {small:?} i16 {large:?} 3 as i8 read as i16 {read}");
}
RUST
seen=$(cargo run --quiet)
echo "$seen"
[ "$seen" = "i8 [255] i16 [1] 3 as i8 read as i16 -2" ] || { echo "postcard behaves otherwise now"; exit 1; }
