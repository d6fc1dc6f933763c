//! The tools, at pinned versions: what is missing, and how to get it.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use crate::command::{Result, Steps, capture, command, execute, find, root, tools};

const TRUNK: &str = "0.21.14";
const WASM_BINDGEN: &str = "0.2.130";
const OLDEST_NODE: u32 = 20;

/// Something that a chore needs and can get.
pub struct Tool {
    is_there: fn() -> bool,
    source: Source,
    /// Whether tests that need it are passed over, with a line that says so, where it cannot be had.
    optional: bool,
}

/// Where a tool comes from. What it is called, how it is got and what to do by hand follow from it.
enum Source {
    /// Packages of Debian, and what they are wanted for by those who must get them otherwise.
    Debian { packages: &'static str, wanted: &'static str },
    /// A program that Cargo builds, and how long that takes.
    Cargo { program: &'static str, version: &'static str, minutes: u32 },
    Other {
        name: &'static str,
        /// Why it cannot be had from here, and what to do about it.
        obstacle: fn() -> Option<&'static str>,
        get: fn() -> Result,
        by_hand: &'static str,
    },
}

impl Tool {
    fn name(&self) -> String {
        match self.source {
            Source::Debian { packages, .. } => format!("Debian's {packages}"),
            Source::Cargo { program, version, minutes } => {
                format!("{program} {version} (about {minutes} minutes on two cores)")
            }
            Source::Other { name, .. } => name.to_owned(),
        }
    }

    fn obstacle(&self) -> Option<String> {
        match self.source {
            Source::Debian { packages, wanted } => (!is_root_on_debian())
                .then(|| format!("the tests need {wanted}; on Debian, as root: apt-get install {packages}")),
            Source::Cargo { .. } => None,
            Source::Other { obstacle, .. } => obstacle().map(str::to_owned),
        }
    }

    fn get(&self) -> Result {
        match self.source {
            Source::Debian { packages, .. } => debian_install(packages),
            Source::Cargo { program, version, .. } => cargo_install(program, version),
            Source::Other { get, .. } => get(),
        }
    }

    fn by_hand(&self) -> String {
        match self.source {
            Source::Debian { packages, .. } => {
                format!("apt-get update && apt-get install --no-install-recommends {packages}")
            }
            Source::Cargo { program, version, .. } => {
                format!("cargo install --locked {program} --version {version} --root target/tools")
            }
            Source::Other { by_hand, .. } => by_hand.to_owned(),
        }
    }

    /// Whether getting it keeps the processor busy rather than the network.
    fn compiles(&self) -> bool {
        matches!(self.source, Source::Cargo { .. })
    }
}

pub const WASM_TARGET: Tool = Tool {
    is_there: || {
        let folder = capture(&mut command("rustc --print target-libdir --target wasm32-unknown-unknown"));
        folder.is_ok_and(|folder| PathBuf::from(folder.trim()).is_dir())
    },
    source: Source::Other {
        name: "the Rust target wasm32-unknown-unknown",
        obstacle: || {
            find(&["rustup"]).is_none().then_some(
                "there is no rustup to add it: install Rust from https://rustup.rs, or your distribution's package of \
                 it (Debian: libstd-rust-dev-wasm32)",
            )
        },
        get: || capture(&mut command("rustup target add wasm32-unknown-unknown")).map(drop),
        by_hand: "rustup target add wasm32-unknown-unknown",
    },
    optional: false,
};

pub const CRATES: Tool = Tool {
    is_there: || capture(&mut command("cargo fetch --locked --offline")).is_ok(),
    source: Source::Other {
        name: "the crates of Cargo.lock",
        obstacle: || None,
        get: || capture(&mut command("cargo fetch --locked")).map(drop),
        by_hand: "cargo fetch --locked",
    },
    optional: false,
};

pub const TRUNK_TOOL: Tool = Tool {
    is_there: || reports_version("trunk", TRUNK),
    source: Source::Cargo { program: "trunk", version: TRUNK, minutes: 6 },
    optional: false,
};

pub const WASM_BINDGEN_TOOL: Tool = Tool {
    is_there: || {
        reports_version("wasm-bindgen", WASM_BINDGEN) && reports_version("wasm-bindgen-test-runner", WASM_BINDGEN)
    },
    source: Source::Cargo { program: "wasm-bindgen-cli", version: WASM_BINDGEN, minutes: 2 },
    optional: false,
};

pub const NODE_PACKAGES: Tool = Tool {
    is_there: || {
        NODE_FILES
            .iter()
            .all(|file| fs::read(root().join("xtask/tools").join(file)).ok() == fs::read(tools().join(file)).ok())
    },
    source: Source::Other {
        name: "the npm packages of xtask/tools/package.json",
        obstacle: || None,
        get: || {
            copy_node_files("xtask/tools", &tools())?;
            let outcome = capture(command("npm ci --ignore-scripts --no-audit --no-fund").current_dir(tools()));
            if outcome.is_err() {
                // The copies say that the packages are there.
                fs::remove_file(tools().join(NODE_FILES[0])).map_err(|error| error.to_string())?;
            }
            outcome.map(drop)
        },
        by_hand: "cp xtask/tools/package*.json target/tools/ && npm ci --ignore-scripts --prefix target/tools",
    },
    optional: false,
};

pub const PEERS: Tool = Tool {
    is_there: || tools_of_peers().join("node_modules").is_dir(),
    source: Source::Other {
        name: "what the bench compares with, from npm (xtask/tools/peers/package.json) and PyPI",
        obstacle: || None,
        get: || {
            let peers = tools_of_peers();
            copy_node_files("xtask/tools/peers", &peers)?;
            let mut python = command("python3 -m pip install --quiet jionlp==1.5.31 --target");
            if let Err(message) = capture(python.arg(peers.join("python"))) {
                // It compiles a part of itself, which not every machine can.
                eprintln!("without JioNLP: {message}");
            }
            capture(command("npm ci --no-audit --no-fund").current_dir(peers)).map(drop)
        },
        by_hand: "cp -r xtask/tools/peers target/tools/ && npm ci --prefix target/tools/peers",
    },
    optional: false,
};

pub const BROWSER: Tool = Tool {
    is_there: || chromium().is_some() && chromedriver().is_some() && has_chinese_font(),
    source: Source::Debian {
        packages: "chromium chromium-driver fonts-noto-cjk",
        wanted: "Chromium, its driver and a Chinese font, on the PATH as chromium and chromedriver",
    },
    optional: false,
};

pub const SPREADSHEET: Tool = Tool {
    is_there: || find(&["soffice"]).is_some(),
    source: Source::Debian {
        packages: "libreoffice-calc",
        wanted: "LibreOffice to open workbooks in, on the PATH as soffice",
    },
    optional: false,
};

pub const WEB_SERVER: Tool = Tool {
    is_there: || nginx().is_some(),
    source: Source::Debian { packages: "nginx-light", wanted: "nginx to serve the page, on the PATH or in /usr/sbin" },
    optional: false,
};

pub const OTHER_BROWSER: Tool = Tool {
    is_there: || firefox().is_some(),
    source: Source::Debian {
        packages: "firefox-esr",
        wanted: "Firefox to open the page in too, on the PATH as firefox-esr or firefox",
    },
    optional: false,
};

pub const THIRD_BROWSER: Tool = Tool {
    is_there: || webkit_driver().is_some() && find(&["Xvfb"]).is_some(),
    source: Source::Debian {
        packages: "webkit2gtk-driver xvfb",
        wanted: "WebKitWebDriver and Xvfb to open the page in WebKit too, on the PATH",
    },
    optional: true,
};

pub const OTHER_SERVERS: Tool = Tool {
    is_there: || ["/usr/sbin/apache2", "/usr/bin/caddy"].iter().all(|path| Path::new(path).is_file()),
    source: Source::Debian {
        packages: "apache2-bin caddy",
        wanted: "Apache and Caddy to serve the page too, as /usr/sbin/apache2 and /usr/bin/caddy",
    },
    optional: true,
};

/// What the page is built and served with.
pub const FOR_PAGE: [Tool; 5] = [WASM_TARGET, CRATES, NODE_PACKAGES, TRUNK_TOOL, WASM_BINDGEN_TOOL];

const NODE_FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// Copies what npm reads of packages.
fn copy_node_files(from: &str, to: &Path) -> Result {
    fs::create_dir_all(to).map_err(|error| error.to_string())?;
    NODE_FILES.into_iter().try_for_each(|file| {
        fs::copy(root().join(from).join(file), to.join(file)).map(drop).map_err(|error| error.to_string())
    })
}

/// Where what the bench compares with is kept.
pub fn tools_of_peers() -> PathBuf {
    tools().join("peers")
}

/// The browser of the tests.
pub fn chromium() -> Option<PathBuf> {
    find(&["chromium", "chromium-browser", "google-chrome"])
}

/// Its driver.
pub fn chromedriver() -> Option<PathBuf> {
    find(&["chromedriver"])
}

/// The web server of the tests.
pub fn nginx() -> Option<PathBuf> {
    find(&["nginx"]).or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|path| path.is_file()))
}

/// The other browser of the tests.
pub fn firefox() -> Option<PathBuf> {
    find(&["firefox-esr", "firefox"])
}

/// The driver of the third browser.
pub fn webkit_driver() -> Option<PathBuf> {
    find(&["WebKitWebDriver"])
}

fn is_root_on_debian() -> bool {
    find(&["apt-get"]).is_some() && capture(&mut command("id -u")).is_ok_and(|id| id.trim() == "0")
}

fn debian_install(packages: &str) -> Result {
    capture(&mut command("apt-get update"))?;
    let mut install = command(&format!("apt-get install --yes --no-install-recommends {packages}"));
    capture(install.env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}

/// Without fontconfig's own tool nobody can say; a missing font makes boxes, not failures.
fn has_chinese_font() -> bool {
    capture(&mut command("fc-list :lang=zh family")).is_ok_and(|fonts| !fonts.trim().is_empty())
}

/// Gets what is missing. What compiles goes one after the other, what only downloads beside it.
/// Gives the steps of the whole chore, the `further` ones still to be taken.
pub fn ensure(wanted: impl IntoIterator<Item = Tool>, further: usize) -> Result<Steps> {
    prerequisites()?;
    let mut compiled = Vec::new();
    let mut downloaded = Vec::new();
    for tool in wanted.into_iter().filter(|tool| !(tool.is_there)()) {
        match tool.obstacle() {
            Some(obstacle) if tool.optional => eprintln!("doing without {}: {obstacle}", tool.name()),
            Some(obstacle) => return Err(format!("missing: {}\n{obstacle}", tool.name())),
            None if tool.compiles() => compiled.push(tool),
            None => downloaded.push(tool),
        }
    }
    let steps = Steps::new(compiled.len() + downloaded.len() + further);
    let get_all = |tools: &[Tool]| tools.iter().try_for_each(|tool| get(tool, &steps));
    let outcomes = thread::scope(|scope| {
        let downloads = scope.spawn(|| get_all(&downloaded));
        [get_all(&compiled), downloads.join().expect("no panic")]
    });
    let failures: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if failures.is_empty() { Ok(steps) } else { Err(failures.join("\n\n")) }
}

fn get(tool: &Tool, steps: &Steps) -> Result {
    let getting = format!("getting {}", tool.name());
    let got = steps.take(&getting, || tool.get()).and_then(|()| {
        let there = (tool.is_there)();
        there.then_some(()).ok_or_else(|| format!("{getting}: it is still not there"))
    });
    let got =
        got.map_err(|message| format!("{message}\nTo try it by hand, in the project's folder: {}", tool.by_hand()));
    got.or_else(|message| {
        if !tool.optional {
            return Err(message);
        }
        eprintln!("doing without it: {message}");
        Ok(())
    })
}

/// What only the person at the machine can install.
fn prerequisites() -> Result {
    let runs = |line| capture(&mut command(line)).ok();
    let needed = [
        ("cargo --version", "Rust: install it from https://rustup.rs"),
        ("rustc --version", "Rust: install it from https://rustup.rs"),
        ("cc --version", "a C compiler, called cc: on Debian, apt-get install build-essential"),
        ("npm --version", "npm, which comes with Node.js: https://nodejs.org"),
    ];
    for (line, name) in needed {
        runs(line).ok_or_else(|| format!("missing: {name}"))?;
    }
    let node = runs("node --version").unwrap_or_default();
    if node_major(&node).is_none_or(|major| major < OLDEST_NODE) {
        let found = if node.is_empty() { "none" } else { node.trim() };
        return Err(format!("missing: Node.js {OLDEST_NODE} or newer (found: {found}): https://nodejs.org"));
    }
    Ok(())
}

fn node_major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn reports_version(program: &str, version: &str) -> bool {
    let path = tools().join("bin").join(program);
    let reported = capture(command("env").arg(path).arg("--version"));
    reported.is_ok_and(|line| line.split_whitespace().any(|word| word == version))
}

/// Builds a tool with settings that spare minutes and cost it little.
fn cargo_install(package: &str, version: &str) -> Result {
    let build = tools().join("build");
    let install = |locked: &str| {
        let mut install = command(&format!("cargo install {locked} {package} --version {version}"));
        install.arg("--root").arg(tools()).arg("--target-dir").arg(&build);
        install.env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        execute(&mut install)
    };
    install("--locked").or_else(|message| {
        eprintln!("{message}; once more without the versions that {package} was published with");
        install("")
    })?;
    fs::remove_dir_all(&build).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A version is pinned in every file that a tool reads; they must be the same.
    #[test]
    fn pinned_versions_agree() {
        let text = |file: &str| fs::read_to_string(root().join(file)).unwrap();
        let holds = |file: &str, words: &str| assert!(text(file).contains(words), "{file} has no {words}");
        holds("Cargo.toml", &format!("wasm-bindgen = {{ version = \"={WASM_BINDGEN}\""));
        holds("Trunk.toml", &format!("wasm_bindgen = \"{WASM_BINDGEN}\""));
        let packages = text("xtask/tools/package.json");
        let (_, binaryen) = packages.split_once("\"binaryen\": \"").unwrap();
        let (binaryen, _) = binaryen.split_once('.').unwrap();
        holds("Trunk.toml", &format!("wasm_opt = \"version_{binaryen}\""));
    }

    #[test]
    fn node_versions() {
        assert_eq!(node_major("v20.11.1\n"), Some(20));
        assert_eq!(node_major(""), None);
    }
}
