//! `cargo xtask serve`: the page on this machine.

use crate::command::{Result, Steps, command, execute};
use crate::{page, tools};

/// Where it is served, unless another program is there.
pub const USUAL_PORT: u16 = 8080;

pub fn run(port: u16) -> Result {
    tools::ensure(tools::FOR_PAGE)?;
    page::build(&Steps::new(1))?;
    execute(command("node xtask/tools/server.mjs").arg(page::folder()).arg(port.to_string()))
}
