//! The command line.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use gangmu::output::json;

/// 纲目：读出政府报告的大纲与每一项数据
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 读报告，输出大纲、数据和勾稽结果
    Read {
        /// 文件，- 为标准输入
        #[arg(required = true)]
        files: Vec<String>,
    },
}

fn main() -> ExitCode {
    let Command::Read { files } = Arguments::parse().command;
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let reading = gangmu::read(&text);
        println!("{}", serde_json::to_string(&json::Report::new(&reading, &text, Some(&file))).unwrap_or_default());
    }
    ExitCode::SUCCESS
}
