//! Running programs: from the root of the project, with its own tools first on the PATH.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// What a chore comes to: the message is for the person who typed the command.
pub type Result<T = ()> = std::result::Result<T, String>;

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project")
}

/// Where the tools are kept.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The folders with the project's own programs.
fn tool_folders() -> [PathBuf; 2] {
    [tools().join("bin"), tools().join("node_modules/.bin")]
}

/// A command line, split at white space; arguments that may hold some are added by the caller.
pub fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().expect("a program"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = tool_folders().into_iter().chain(std::env::split_paths(&path));
    command.args(words).current_dir(root());
    command.env("PATH", std::env::join_paths(folders).expect("a path without separators"));
    command
}

/// The first of these programs that is installed.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names
        .iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|p| p.is_file())
}

/// The command as one would type it.
fn typed(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs it, its output for all to see.
pub fn execute(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| format!("`{}`: {error}", typed(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", typed(command))) }
}

/// Runs it in silence and gives what it printed; a failure tells what it said.
pub fn capture(command: &mut Command) -> Result<String> {
    capture_from(command, Stdio::null())
}

/// The same, with something to read.
pub fn capture_from(command: &mut Command, input: impl Into<Stdio>) -> Result<String> {
    let output = command.stdin(input).output().map_err(|error| format!("`{}`: {error}", typed(command)))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{}` failed ({})\n{printed}{said}", typed(command), output.status))
}

/// Runs it, its output for all to see, and gives the lines that are wanted again later.
pub fn execute_and_keep(command: &mut Command, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let typed = typed(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("`{typed}`: {error}"))?;
    let mut kept = Vec::new();
    for line in BufReader::new(child.stdout.take().expect("a pipe")).lines() {
        let line = line.map_err(|error| error.to_string())?;
        println!("{line}");
        if wanted(&line) {
            kept.push(line);
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(kept) } else { Err(format!("`{typed}` failed ({status})")) }
}

/// Steps that say what they do and how far they are.
pub struct Steps {
    total: usize,
    begun: AtomicUsize,
}

impl Steps {
    pub fn new(total: usize) -> Self {
        Self { total, begun: AtomicUsize::new(0) }
    }

    fn next(&self, what: &str) -> String {
        format!("[{}/{}] {what}", self.begun.fetch_add(1, Ordering::Relaxed) + 1, self.total)
    }

    /// Says why there is nothing to do in the next step.
    pub fn skip(&self, why: &str) {
        eprintln!("{}", self.next(why));
    }

    /// Takes the next step; its failure names it.
    pub fn take<T>(&self, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let step = self.next(what);
        eprintln!("{step} …");
        let start = Instant::now();
        let outcome = work().map_err(|message| format!("{what}: {message}"))?;
        eprintln!("{step}: done in {:.1} s", start.elapsed().as_secs_f64());
        Ok(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_and_what_it_said() {
        let message = capture(&mut command("cargo no-such-chore")).unwrap_err();
        assert!(message.contains("`cargo no-such-chore` failed"), "{message}");
        assert!(message.contains("no such command"), "{message}");
        assert!(execute(&mut command("no-such-program")).unwrap_err().starts_with("`no-such-program`"));
    }

    #[test]
    fn a_failing_step_is_named() {
        let steps = Steps::new(1);
        assert_eq!(steps.take::<()>("dig", || Err("rock".to_owned())), Err("dig: rock".to_owned()));
    }

    #[test]
    fn wanted_lines_are_kept() {
        let kept = execute_and_keep(&mut command("cargo --version"), |line| line.starts_with("cargo ")).unwrap();
        assert_eq!(kept.len(), 1);
    }
}
