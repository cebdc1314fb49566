//! The programs that building and testing need: found, or installed, or named for the reader to
//! install by hand.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The release of Trunk that Galley is built with.
const TRUNK: &str = "0.21.14";

/// The folder of Node's packages for building and testing.
pub const E2E: &str = "tests/e2e";

/// Says what is done and about how long it takes, does it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    println!("→ {what}");
    let start = Instant::now();
    let done = work()?;
    println!("  done in {}", seconds(start));
    Ok(done)
}

/// The time since `start`, for people.
pub fn seconds(start: Instant) -> String {
    let seconds = start.elapsed().as_secs_f64();
    if seconds < 90.0 { format!("{seconds:.1} s") } else { format!("{:.1} min", seconds / 60.0) }
}

/// A command that finds the tools installed here before those of the machine.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(find(program).unwrap_or_else(|| program.into()));
    command.env("PATH", search_path());
    command
}

/// Runs a command to its end; an exit status that tells of failure is an error.
pub fn run(command: &mut Command) -> Result<(), String> {
    let name =
        Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} failed ({status})")),
        Err(error) => Err(format!("{name} could not be started: {error}")),
    }
}

/// What a command writes to standard output.
pub fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name} failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name} wrote something that is not UTF-8"))
}

/// Where a program is, if it is anywhere.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&search_path()).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Tools of the exact versions Galley needs, then Node's, then the machine's own.
fn search_path() -> OsString {
    let own = [cache_folder("trunk", TRUNK), cache_folder("wasm-bindgen-cli", &wasm_bindgen_version())];
    let mut folders: Vec<PathBuf> = own.iter().map(|folder| folder.join("bin")).collect();
    if let Ok(here) = env::current_dir() {
        folders.push(here.join(E2E).join("node_modules/.bin"));
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    if let Some(home) = env::home_dir() {
        folders.push(home.join(".cargo/bin"));
    }
    env::join_paths(folders).unwrap_or_default()
}

/// The folder of a tool, or of other things that are installed. It lies beside other programs' caches, one folder a
/// version: nothing of the machine's own is replaced, and a fresh clone finds it again.
pub fn cache_folder(name: &str, version: &str) -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    cache.unwrap_or_else(|| "target".into()).join("galley").join(format!("{name}-{version}"))
}

/// The version of wasm-bindgen in Cargo.lock: its command must be the very same.
fn wasm_bindgen_version() -> String {
    let lock = fs::read_to_string("Cargo.lock").unwrap_or_default();
    let version = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1);
    version.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

/// What the page's build needs: the wasm target, wasm-bindgen, Trunk and wasm-opt.
pub fn for_building() -> Result<(), String> {
    wasm_target()?;
    cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &wasm_bindgen_version(), "3 minutes")?;
    cargo_tool("trunk", "trunk", TRUNK, "8 minutes")?;
    wasm_opt()
}

fn wasm_target() -> Result<(), String> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        return Err("this Rust cannot compile to WebAssembly and there is no rustup to teach it; \
            install Rust from https://rustup.rs, or your system's package for wasm32-unknown-unknown"
            .into());
    }
    step("adding the WebAssembly target to Rust (under a minute)", || {
        run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
    })
}

/// Compiles a tool, unless the machine has this very version.
fn cargo_tool(program: &str, package: &str, version: &str, time: &str) -> Result<(), String> {
    let wanted = format!("{program} {version}");
    let found = find(program).and_then(|path| output(Command::new(path).arg("--version")).ok());
    if found.is_some_and(|found| found.trim().starts_with(&wanted)) {
        return Ok(());
    }
    let root = cache_folder(package, version);
    let install = |locked: &[&str]| {
        let mut cargo = command("cargo");
        cargo.args(["install", "--quiet", package, "--version", version, "--root"]).arg(&root).args(locked);
        run(&mut cargo)
    };
    step(&format!("compiling {package} {version} into {} (about {time}, once)", root.display()), || {
        install(&["--locked"])
            .or_else(|_| install(&[]))
            .map_err(|error| format!("{error}; by hand: cargo install {package} --version {version}"))
    })
}

/// Trunk takes the wasm-opt it finds: the machine's own or that of Node's binaryen. Where there is
/// neither it fetches one itself.
fn wasm_opt() -> Result<(), String> {
    if find("wasm-opt").is_some() {
        return Ok(());
    }
    if find("npm").is_some() {
        return npm_packages(E2E);
    }
    println!("→ there is no wasm-opt here and no npm to install it: Trunk will try to fetch it.");
    println!("  If it cannot, install Node 20 or later (https://nodejs.org) or binaryen by hand.");
    Ok(())
}

/// Installs the packages that a folder's lock file names, unless they are there.
pub fn npm_packages(folder: &str) -> Result<(), String> {
    let changed =
        |path: &str| fs::metadata(Path::new(folder).join(path)).and_then(|file| file.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    if find("npm").is_none() {
        return Err("there is no npm here; install Node 20 or later from https://nodejs.org".into());
    }
    step(&format!("installing the npm packages of {folder} (under a minute)"), || {
        let quiet = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
        run(command("npm").args(quiet).current_dir(folder))
    })
}

/// Chromium and its driver, of one version.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// Its driver, for the component tests.
    pub driver: PathBuf,
}

/// Finds Chromium (or Chrome) and its driver, or installs Debian's.
pub fn browser() -> Result<Browser, String> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    let by_hand = "install Chromium (or Chrome) and its chromedriver by hand, so that both are on the PATH";
    if find("apt-get").is_none() {
        return Err(format!("no browser to test with and no apt-get to install one; {by_hand}"));
    }
    step("installing Chromium and its driver with apt-get (2 to 5 minutes)", || {
        run(&mut as_root(&["apt-get", "update", "-qq"]))
            .and_then(|()| {
                run(&mut as_root(&["apt-get", "install", "-y", "-qq", "chromium", "chromium-driver"]))
            })
            .map_err(|error| format!("{error}; {by_hand}"))
    })?;
    find_browser().ok_or_else(|| format!("apt-get installed no Chromium; {by_hand}"))
}

fn find_browser() -> Option<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let chromium = names.iter().find_map(|name| find(name))?;
    Some(Browser { chromium, driver: find("chromedriver")? })
}

/// Plain for root, through sudo (without asking for a password) for others.
fn as_root(words: &[&str]) -> Command {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if is_root { command(words[0]) } else { command("sudo") };
    if !is_root {
        command.arg("-n").arg(words[0]);
    }
    command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    command
}
