//! Finishes what Trunk wrote: content hashes in the names of files, the page's
//! Content-Security-Policy, and the service worker's list of files.
//!
//! ```text
//! worker.js  worker_bg.wasm  index.html                      sw.js
//! worker-1f0c9a….js  worker_bg-77b2….wasm  index.html + policy   sw.js + version + every file
//! ```
//!
//! A file's name tells its content, so a host may keep everything but `index.html` and `sw.js`
//! for ever, and a page never meets a worker of another version.

use crate::build;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files that keep their names: the address people know, and the one browsers ask for updates.
const FIXED: [&str; 2] = ["index.html", "sw.js"];

/// Files whose text may name other files.
const TEXT: [&str; 7] = ["html", "js", "mjs", "css", "json", "svg", "webmanifest"];

/// What the page may do: run its own code, and nothing else. `SCRIPTS` stands for the hashes of
/// its inline scripts. The worker is started from a blob: one that is killed starts again from
/// what is loaded, without the network.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'SCRIPTS; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'";

/// The site's files by name, relative to its folder.
type Files = BTreeMap<String, Vec<u8>>;

/// Where the service worker lies, and where the page looks up its name: nowhere, until it is there.
const OFFLINE: &str = "src/ui/sw.js";
const NO_OFFLINE: &str = "name=\"galley-offline\" content=\"\"";

/// Finishes the site in a folder.
pub fn finish(folder: &Path) -> Result<(), String> {
    let before = read(folder)?;
    let mut files = name_by_content(before.clone())?;
    let offline = fs::read(OFFLINE).map_err(|error| format!("{OFFLINE}: {error}"))?;
    files.insert("sw.js".into(), offline);
    if let Some(page) = files.get_mut("index.html") {
        let offline = NO_OFFLINE.replace("\"\"", "\"sw.js\"");
        *page = with_policy(&text(page)?)?.replace(NO_OFFLINE, &offline).into_bytes();
    }
    fill_service_worker(&mut files)?;
    for name in before.keys() {
        fs::remove_file(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    for (name, bytes) in &files {
        fs::write(folder.join(name), bytes).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Files, String> {
    let mut found = Files::new();
    for path in build::files(folder)? {
        let name = path.strip_prefix(folder).map_err(|error| error.to_string())?;
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        found.insert(name.to_string_lossy().replace('\\', "/"), bytes);
    }
    Ok(found)
}

/// Renames every file by its content, those first that name no other.
fn name_by_content(mut files: Files) -> Result<Files, String> {
    let mut done = Files::new();
    while let Some(name) = files.keys().find(|name| names_none_of(name, &files)).cloned() {
        let Some(bytes) = files.remove(&name) else { break };
        let new = if FIXED.contains(&name.as_str()) { name.clone() } else { hashed(&name, &bytes) };
        if new != name {
            rename_in_all(&mut files, base(&name), base(&new));
        }
        done.insert(new, bytes);
    }
    match files.keys().next() {
        Some(name) => {
            Err(format!("{name} and another file of the site name each other; neither can be hashed"))
        }
        None => Ok(done),
    }
}

fn names_none_of(name: &str, files: &Files) -> bool {
    let mut others = files.keys().filter(|other| *other != name && !FIXED.contains(&other.as_str()));
    !is_text(name) || !others.any(|other| positions(&files[name], base(other)).next().is_some())
}

fn is_text(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| TEXT.contains(&ending))
}

/// The name without its folder: what other files, wherever they lie, end their mention with.
fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// `worker.js` becomes `worker-0123456789abcdef.js`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = hex(&Sha256::digest(bytes)[..8]);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    format!("{stem}-{hash}.{ending}")
}

fn rename_in_all(files: &mut Files, old: &str, new: &str) {
    for (_, bytes) in files.iter_mut().filter(|(name, _)| is_text(name)) {
        let places: Vec<usize> = positions(bytes, old).collect();
        for at in places.into_iter().rev() {
            bytes.splice(at..at + old.len(), new.bytes());
        }
    }
}

/// Where a file's name stands as a name: `"./worker.js"`, `url(paper.svg)`, `href=app.js`.
fn positions<'a>(bytes: &'a [u8], name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_edge = |byte: Option<&u8>, edges: &[u8]| byte.is_none_or(|byte| edges.contains(byte));
    bytes
        .windows(name.len())
        .enumerate()
        .filter(move |(_, window)| *window == name.as_bytes())
        .map(|(at, _)| at)
        .filter(move |&at| {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            is_edge(before, b"\"'`(/= ") && is_edge(bytes.get(at + name.len()), b"\"'`)?# >\n")
        })
}

/// Puts the policy first in the page's head, so that nothing comes before it.
fn with_policy(page: &str) -> Result<String, String> {
    for (forbidden, instead) in
        [("<style", "a style sheet"), (" style=\"", "a class"), (" onclick=", "a script")]
    {
        if page.contains(forbidden) {
            return Err(format!("index.html has `{forbidden}`, which its policy forbids; use {instead}"));
        }
    }
    let hashes: String =
        inline_scripts(page).map(|script| format!(" 'sha256-{}'", base64(&Sha256::digest(script)))).collect();
    let policy = POLICY.replace("SCRIPTS", &hashes);
    let (before, after) = page.split_once("<head>").ok_or("index.html has no plain <head>")?;
    Ok(format!("{before}<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// The text of every script that is written into the page.
fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=") && !script.is_empty()).then_some(script)
    })
}

/// Tells the service worker which files make up this version.
fn fill_service_worker(files: &mut Files) -> Result<(), String> {
    let mut all = Sha256::new();
    let names = files.iter().filter(|(name, _)| *name != "sw.js").map(|(name, bytes)| {
        all.update(name);
        all.update(bytes);
        if name == "index.html" { "./" } else { name }
    });
    let list = serde_json::to_string(&names.collect::<Vec<_>>()).map_err(|error| error.to_string())?;
    let Some(worker) = files.get_mut("sw.js") else { return Ok(()) };
    let source = text(worker)?;
    if !(source.contains("__VERSION__") && source.contains("[\"__FILES__\"]")) {
        return Err("sw.js has no __VERSION__ or no [\"__FILES__\"] to fill in".into());
    }
    all.update(&*worker);
    let version = hex(&all.finalize()[..8]);
    *worker = source.replace("__VERSION__", &version).replace("[\"__FILES__\"]", &list).into_bytes();
    Ok(())
}

fn text(bytes: &[u8]) -> Result<String, String> {
    String::from_utf8(bytes.to_vec()).map_err(|_| "a page or script is not UTF-8".into())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |chunk: &[u8], at: usize| {
        let bits = chunk.iter().chain([&0, &0]).take(3).fold(0usize, |bits, &byte| bits << 8 | byte as usize);
        if at > chunk.len() { '=' } else { DIGITS[bits >> (18 - 6 * at) & 63] as char }
    };
    bytes.chunks(3).flat_map(|chunk| (0..4).map(move |at| digit(chunk, at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn base64_pads_as_everybody_does() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_changed_leaf_renames_all_that_lead_to_it() {
        let named = |wasm| {
            let files = site(&[
                ("index.html", "<script src=\"app.js\">"),
                ("app.js", "import('./app_bg.wasm')"),
                ("app_bg.wasm", wasm),
            ]);
            name_by_content(files).unwrap().into_keys().collect::<Vec<_>>()
        };
        let (one, two) = (named("one"), named("two"));
        assert_eq!(one, named("one"));
        assert!(one.iter().zip(&two).take(2).all(|(one, two)| one != two));
        assert_eq!(one[2], "index.html");
    }

    #[test]
    fn a_name_inside_a_longer_one_is_left_alone() {
        assert_eq!(
            positions(b"'my-worker.js' \"./worker.js\" worker.json", "worker.js").collect::<Vec<_>>(),
            [18]
        );
    }

    #[test]
    fn the_policy_knows_the_hash_of_an_inline_script() {
        let page =
            with_policy("<html><head></head><script type=module>go()</script><script src=a.js></script>")
                .unwrap();
        let hash = base64(&Sha256::digest("go()"));
        assert!(page.contains(&format!("'wasm-unsafe-eval' 'sha256-{hash}';")), "{page}");
        assert_eq!(page.matches("sha256-").count(), 1);
    }

    #[test]
    fn a_page_with_inline_style_is_refused() {
        assert!(with_policy("<head></head><p style=\"color:red\">").is_err());
    }

    #[test]
    fn the_service_worker_lists_every_file_but_itself() {
        let mut files =
            site(&[("index.html", ""), ("a.js", ""), ("sw.js", "\"__VERSION__\" [\"__FILES__\"]")]);
        fill_service_worker(&mut files).unwrap();
        let worker = text(&files["sw.js"]).unwrap();
        assert!(worker.ends_with("[\"a.js\",\"./\"]") && !worker.contains("__"), "{worker}");
    }
}
