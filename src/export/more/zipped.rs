//! Files that are several in one.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs files in this order. They all bear the first day that the format knows, so that the same document gives the
/// same bytes.
pub fn pack(files: &[(impl AsRef<str>, impl AsRef<[u8]>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        // Memory takes everything that is written to it.
        let _ = writer.start_file(name.as_ref(), options).map(|()| writer.write_all(bytes.as_ref()));
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
