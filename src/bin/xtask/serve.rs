//! `cargo xtask serve`: builds the page, serves it to this machine alone, and rebuilds it when a
//! source file changes.

use crate::{build, tools};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// What is watched for changes.
const SOURCES: [&str; 5] = ["src", "style", "index.html", "Trunk.toml", "Cargo.toml"];

/// Builds, serves and watches until stopped.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let port = arguments.first().map_or(Ok(8080), |port| port.parse());
    let port: u16 = port.map_err(|_| "give a port number, or nothing: cargo xtask serve 8080")?;
    tools::for_building()?;
    build::site()?;
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!(
        "\nGalley is at http://localhost:{}/ (Ctrl-C stops it; it is rebuilt when a file changes)",
        address.port()
    );
    thread::spawn(move || serve(&listener));
    watch()
}

/// The wanted port, or any free one.
fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .map_err(|error| format!("no port to serve on: {error}"))
}

fn serve(listener: &TcpListener) {
    for stream in listener.incoming().flatten() {
        // A browser that hangs up early is no news.
        thread::spawn(move || drop(answer(stream)));
    }
}

/// Rebuilds after every change; what does not build is reported and the last good page stays.
fn watch() -> Result<(), String> {
    let mut seen = newest();
    loop {
        thread::sleep(Duration::from_millis(700));
        let now = newest();
        if now > seen {
            seen = now;
            match build::site() {
                Ok(()) => println!("  reload the page to see the change"),
                Err(error) => eprintln!("  {error}"),
            }
        }
    }
}

fn newest() -> Option<SystemTime> {
    let folders = SOURCES.iter().filter(|source| Path::new(source).is_dir());
    let inside = folders.filter_map(|folder| build::files(Path::new(folder)).ok()).flatten();
    let all = inside.chain(SOURCES.iter().map(PathBuf::from));
    all.filter_map(|path| fs::metadata(path).and_then(|file| file.modified()).ok()).max()
}

/// Answers one request and closes.
fn answer(stream: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.take(16 * 1024));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut stream = reader.into_inner().into_inner();
    let file = wanted(&first).and_then(|path| Some((fs::read(&path).ok()?, media_type(&path))));
    let (status, media, body) = match &file {
        Some((bytes, media)) => ("200 OK", *media, bytes.as_slice()),
        None => ("404 Not Found", "text/plain", "There is no such file.".as_bytes()),
    };
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {}\r\n", body.len())?;
    write!(
        stream,
        "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if !first.starts_with("HEAD ") {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file that `GET /path?query HTTP/1.1` asks for. Nothing outside the site is served.
fn wanted(request: &str) -> Option<PathBuf> {
    let path = request.split(' ').nth(1)?.split(['?', '#']).next()?.trim_start_matches('/');
    let is_plain = path.split('/').all(|part| !part.starts_with('.') && !part.contains(['\\', ':', '%']));
    let path = if path.is_empty() { "index.html" } else { path };
    is_plain.then(|| Path::new(build::DIST).join(path))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_site_is_served() {
        let check = |path: &str| wanted(&format!("GET {path} HTTP/1.1"));
        assert_eq!(check("/"), Some("dist/index.html".into()));
        assert_eq!(check("/app-1.js?x"), Some("dist/app-1.js".into()));
        for outside in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/.git/config", "/c:/x"] {
            assert_eq!(check(outside), None, "{outside}");
        }
    }
}
