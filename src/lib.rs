//! Galley marks a news article: who is named, who said what, and when.
//!
//! Everything is one pass in one direction:
//!
//! ```text
//! Article → tokens → sentences → layers { dateline, times, entities, quotes, … } → Document
//!                                                        Document + corrections → reviewed Document
//!                                                                                  ├─ view   → what the page draws
//!                                                                                  ├─ checks → what an editor should look at
//!                                                                                  └─ export → bytes
//! ```
//!
//! [`annotate::annotate`] is the whole pipeline. It never fails and is pure: the
//! same article gives the same bytes natively and in a browser.

pub mod text;

pub mod tokens;

pub mod patterns;

pub mod sentences;

pub mod document;

pub mod resources;

pub mod layers;

pub mod annotate;

pub mod review;

pub mod desk;

pub mod checks;

pub mod view;

#[cfg(feature = "formats")]
pub mod standoff;

pub mod export;

pub mod import;

pub mod protocol;

pub mod kept;

pub mod library;

pub mod exchange;

#[cfg(feature = "formats")]
pub mod api;

pub mod sample;

#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub mod ui;
