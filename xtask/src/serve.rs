//! `cargo xtask serve`: the page on this machine.

use std::os::unix::process::CommandExt;

use crate::command::{Result, command};
use crate::{page, tools};

/// Where it is served, unless another program is there.
pub const USUAL_PORT: u16 = 8080;

pub fn run(port: u16) -> Result {
    let steps = tools::ensure(tools::FOR_PAGE, 1)?;
    page::build(&steps)?;
    let mut server = command("node xtask/tools/server.mjs");
    // In place of this process, so that nothing is left behind when it is ended.
    Err(server.arg(page::folder()).arg(port.to_string()).exec().to_string())
}
