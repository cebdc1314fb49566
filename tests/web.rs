//! The page's parts in a real browser: mount one, act, look.
#![cfg(target_arch = "wasm32")]
