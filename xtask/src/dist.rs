//! `cargo xtask dist`: the release, in `target/dist/release`.

use std::fs;
use std::path::PathBuf;

use crate::command::{Result, Steps, capture, command, execute, root};
use crate::{package, page, tools};

const COMPONENTS: &str = "cargo metadata --locked --format-version 1 --no-default-features --features page \
                          --filter-platform wasm32-unknown-unknown";

pub fn run() -> Result {
    let steps = tools::ensure(tools::FOR_PAGE, 3)?;
    page::build(&steps)?;
    build(&steps)?;
    println!("\nin {}", folder().join("release").display());
    Ok(())
}

/// Where the release is put, and in `site` what its archive holds.
pub fn folder() -> PathBuf {
    root().join("target/dist")
}

/// Packs the page that was built, and the package for npm.
pub fn build(steps: &Steps) -> Result {
    package::build(steps)?;
    steps.take("packing the release", || {
        let failed = |error: std::io::Error| error.to_string();
        fs::create_dir_all(folder()).map_err(failed)?;
        let metadata = folder().join("metadata.json");
        fs::write(&metadata, capture(&mut command(COMPONENTS))?).map_err(failed)?;
        let list = fs::File::open(&metadata).map_err(failed)?;
        let components = fs::File::create(folder().join("components.json")).map_err(failed)?;
        execute(command("node xtask/tools/components.mjs").stdin(list).stdout(components))?;
        let version = env!("CARGO_PKG_VERSION");
        execute(command("node xtask/tools/dist.mjs").arg(page::folder()).arg(version).arg(folder()))
    })
}
