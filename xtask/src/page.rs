//! The page, as Trunk builds it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::command::{Result, Steps, capture, command, execute, root};

/// What it is made of.
const SOURCES: [&str; 6] = ["Cargo.toml", "Cargo.lock", "Trunk.toml", "src", "www", "xtask"];

/// Where Trunk puts it.
pub fn folder() -> PathBuf {
    root().join("target/page")
}

/// Builds it, unless nothing has changed since it was built.
pub fn build(steps: &Steps) -> Result {
    let compiler = capture(&mut command("rustc --version --verbose"))?;
    let stamp = root().join("target/page.stamp");
    if is_fresh(&stamp, &compiler) && folder().join("index.html").is_file() {
        steps.skip("building the page: nothing has changed");
        return Ok(());
    }
    steps.take("building the page", || {
        // Begun before the build, so that what is saved during it counts as changed.
        let begun = root().join("target/page.begun");
        fs::write(&begun, compiler).map_err(|error| error.to_string())?;
        // Trunk takes NO_COLOR=1 for a broken option.
        // A hash is soon taken of any report: small before fast.
        let flags = format!("{}\u{1f}--cfg\u{1f}sha2_backend_soft=\"compact\"", without_machine_paths());
        execute(command("trunk build --offline").env_remove("NO_COLOR").env("CARGO_ENCODED_RUSTFLAGS", flags))?;
        fs::rename(begun, stamp).map_err(|error| error.to_string())
    })
}

/// Flags by which a program does not tell where it was built: the same source gives the same bytes in any folder.
pub fn without_machine_paths() -> String {
    let home = std::env::home_dir().unwrap_or_default();
    let crates = std::env::var_os("CARGO_HOME").map_or(home.join(".cargo"), PathBuf::from);
    let told_as = [(root(), "gangmu"), (&crates, "cargo")];
    let flags = told_as.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    flags.join("\u{1f}")
}

/// Whether the stamp is of this compiler and no source is younger.
fn is_fresh(stamp: &Path, compiler: &str) -> bool {
    let built = fs::metadata(stamp).and_then(|data| data.modified());
    let youngest = SOURCES.iter().filter_map(|source| youngest(&root().join(source))).max();
    fs::read_to_string(stamp).is_ok_and(|by| by == compiler) && built.ok() > youngest
}

/// When a file, or anything in a folder, was last changed. A folder changes when a file is taken away.
fn youngest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|data| data.modified()).ok()?;
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.filter_map(|entry| youngest(&entry.path())).chain([own]).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_as_young_as_its_youngest_file() {
        let folder = std::env::temp_dir().join(format!("gangmu-youngest-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        let file = fs::File::create(folder.join("inner/file")).unwrap();
        let later = SystemTime::now() + std::time::Duration::from_secs(60);
        file.set_modified(later).unwrap();
        let found = youngest(&folder);
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, Some(later));
        assert_eq!(youngest(&folder), None);
    }
}
