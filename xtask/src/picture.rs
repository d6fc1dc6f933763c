//! `cargo xtask picture`: the picture of the page in the README.

use crate::command::{Result, command, execute, root};
use crate::{page, tools};

pub fn run() -> Result {
    let steps = tools::ensure(tools::FOR_PAGE.into_iter().chain([tools::BROWSER]), 2)?;
    page::build(&steps)?;
    steps.take("taking the picture", || {
        let mut camera = command("node xtask/tools/picture.mjs");
        camera.arg(page::folder()).arg(root().join("docs/page.png"));
        execute(camera.envs(tools::chromium().map(|browser| ("CHROMIUM", browser))))
    })
}
