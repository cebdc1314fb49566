//! The layers: what Galley finds in an article, each in a room of its own.
//!
//! Layers may overlap one another; inside a layer marks are disjoint, but for
//! quotations, which may nest (a report within a report).

pub mod structure;

pub mod dateline;

pub mod times;

pub mod titled;

pub mod amounts;

pub mod entities;

pub mod syntax;

pub mod references;

pub mod quotes;

pub mod packed;
mod word_table;
