pub fn run() -> crate::command::Result {
    Ok(())
}
