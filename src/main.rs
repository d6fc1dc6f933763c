//! The command line.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use gangmu::contract;
use gangmu::input::{self, encoding};
use gangmu::output::measure::Measure;
use gangmu::output::selection::{Outgoing, Selection};
use gangmu::output::{csv, explain, find, html, markdown, xlsx};
use gangmu::words::Language;
use regex::Regex;

/// 纲目：读出政府报告的大纲与每一项数据
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 读报告，输出大纲、数据和核对结果
    Read {
        /// 输出格式
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// 写进这个文件（已有的会被覆盖），不写到标准输出
        #[arg(long, value_name = "FILE")]
        output: Option<String>,
        /// Word 文件（.docx）、PDF、网页文件（.html、.mht）或纯文本，- 为标准输入
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
    },
    /// 把几份报告并排对照：同一项数据一行，一份报告一列
    Compare {
        /// 输出格式
        #[arg(long, value_enum, default_value_t)]
        format: ComparisonFormat,
        /// 写进这个文件（已有的会被覆盖），不写到标准输出
        #[arg(long, value_name = "FILE")]
        output: Option<String>,
        /// Word 文件（.docx）、PDF、网页文件（.html、.mht）或纯文本，- 为标准输入
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
    },
    /// 说明某一处的数字为什么读成这样
    Explain {
        /// Word 文件（.docx）、PDF、网页文件（.html、.mht）或纯文本，- 为标准输入
        #[arg(value_name = "FILE")]
        file: String,
        /// 位置：UTF-16 字符数，同 JSON 里的 span
        #[arg(long, value_name = "OFFSET")]
        at: usize,
    },
    /// 在多份报告里查找数据：名称、原文或句子符合式样的，一项一行
    Find {
        /// 正则表达式，如 办结率 或 (罚款|罚没).*万元
        #[arg(value_name = "PATTERN")]
        pattern: Regex,
        /// Word 文件（.docx）、PDF、网页文件（.html、.mht）或纯文本，- 为标准输入
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
    },
    /// 列出文中每一个数量，不判断是不是报告的数据
    Quantities {
        /// Word 文件（.docx）、PDF、网页文件（.html、.mht）或纯文本，- 为标准输入
        #[arg(value_name = "FILE")]
        file: String,
    },
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// 一个文件为一个对象，多个文件为数组
    #[default]
    Json,
    /// 每个文件一行 JSON
    Ndjson,
    /// 大纲、数据、核对结果的文档
    Markdown,
    /// 数据表，可用 Excel 打开
    Csv,
    /// 一份报告的网页：大纲、数据、核对、原文，不用联网，可以寄给别人
    Html,
    /// Excel 工作簿：指标、大纲、核对、来源四张表，几份报告合在一起，另有一张对照
    Xlsx,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum ComparisonFormat {
    /// 对照表，可用 Excel 打开
    #[default]
    Csv,
    /// 同 read 的工作簿，对照是其中一张表
    Xlsx,
}

/// A document for people shows figures as the report printed them; a table to calculate with, in base units.
const DOCUMENT: Selection = Selection { figures: None, measure: Measure::Printed, language: Language::Chinese };
const TABLE: Selection = Selection { figures: None, measure: Measure::Base, language: Language::Chinese };

/// The exit status when a file could not be read.
const UNREADABLE: u8 = 2;

fn main() -> ExitCode {
    let written = match Arguments::parse().command {
        Command::Read { format: Format::Xlsx, output: None, .. }
        | Command::Compare { format: ComparisonFormat::Xlsx, output: None, .. }
            if io::stdout().is_terminal() =>
        {
            complain("工作簿不是文字，不能显示在终端上；请用 --output 写出文件名");
            return ExitCode::from(UNREADABLE);
        }
        Command::Read { format: Format::Html, files, .. } if files.len() > 1 => {
            complain("一个网页只放一份报告；请一份一份地读");
            return ExitCode::from(UNREADABLE);
        }
        Command::Read { format, output, files } => deliver(output.as_deref(), &files, |out| read(format, &files, out)),
        Command::Compare { format, output, files } => {
            deliver(output.as_deref(), &files, |out| compare(format, &files, out))
        }
        Command::Find { pattern, files } => find(&pattern, &files, &mut standard()),
        Command::Quantities { file } => quantities(&file, &mut standard()),
        Command::Explain { file, at } => explain(&file, at, &mut standard()),
    };
    match written {
        Ok(code) => code,
        // Who stopped listening has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("输出写不出去：{error}"));
            ExitCode::FAILURE
        }
    }
}

fn standard() -> impl Write {
    BufWriter::new(io::stdout().lock())
}

/// Writes to the standard output or into a file: never over one that is to be read, and no file where nothing could be read.
fn deliver(
    output: Option<&str>,
    files: &[String],
    write: impl FnOnce(&mut dyn Write) -> io::Result<ExitCode>,
) -> io::Result<ExitCode> {
    let Some(output) = output else { return write(&mut standard()) };
    if let Some(file) = files.iter().find(|file| is_same(file, output)) {
        complain(&format!("{file}：这是要读的文件，不能写在它上面；请给 --output 换一个文件名"));
        return Ok(ExitCode::from(UNREADABLE));
    }
    write(&mut Late { path: output, file: None })
}

/// A file that is made only when there is something to write into it.
struct Late<'a> {
    path: &'a str,
    file: Option<BufWriter<File>>,
}

impl Write for Late<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Some(file) => file.write(bytes),
            none => none.insert(BufWriter::new(File::create(self.path)?)).write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}

/// Whether two paths lead to one file.
fn is_same(one: &str, other: &str) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// Reads each file and writes its reading before the next is opened, but for a workbook; nothing where none can be read. The error is
/// one of writing.
fn read(format: Format, files: &[String], out: &mut dyn Write) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut written = 0;
    // A workbook is written when all that goes into it is there.
    let mut kept: Vec<(contract::Report, String)> = Vec::new();
    for file in files {
        let Some(text) = open_or_complain(file) else {
            code = ExitCode::from(UNREADABLE);
            continue;
        };
        let name = (file != "-").then_some(file.as_str());
        let report = contract::Report::new(&gangmu::read(&text), &text, name);
        match format {
            Format::Json if files.len() > 1 => {
                out.write_all(if written == 0 { b"[\n" } else { b",\n" })?;
                serde_json::to_writer(&mut *out, &report)?;
            }
            Format::Json | Format::Ndjson => {
                serde_json::to_writer(&mut *out, &report)?;
                writeln!(out)?;
            }
            Format::Markdown => out.write_all(
                markdown::write(&Outgoing { report: &report, text: &text, selection: &DOCUMENT }).as_bytes(),
            )?,
            Format::Csv => {
                if written == 0 {
                    out.write_all(csv::header(true, Language::Chinese).as_bytes())?;
                }
                out.write_all(csv::rows(&Outgoing { report: &report, text: &text, selection: &TABLE }).as_bytes())?;
            }
            Format::Html => {
                out.write_all(
                    html::write(&Outgoing { report: &report, text: &text, selection: &DOCUMENT }).as_bytes(),
                )?;
            }
            Format::Xlsx => kept.push((report, text)),
        }
        out.flush()?;
        written += 1;
    }
    if written == 0 {
        return Ok(code);
    }
    if matches!(format, Format::Json) && files.len() > 1 {
        out.write_all(b"\n]\n")?;
    }
    if matches!(format, Format::Xlsx) {
        let outgoing = kept.iter().map(|(report, text)| Outgoing { report, text, selection: &TABLE });
        out.write_all(&xlsx::write(&outgoing.collect::<Vec<_>>()))?;
    }
    out.flush()?;
    Ok(code)
}

/// Writes the files side by side; nothing where none can be read.
fn compare(format: ComparisonFormat, files: &[String], out: &mut dyn Write) -> io::Result<ExitCode> {
    let ComparisonFormat::Csv = format else { return read(Format::Xlsx, files, out) };
    let mut readings = Vec::new();
    for file in files {
        let Some(text) = open_or_complain(file) else { continue };
        let name = (file != "-").then_some(file.as_str());
        readings.push((contract::Report::new(&gangmu::read(&text), &text, name), text));
    }
    if readings.is_empty() {
        return Ok(ExitCode::from(UNREADABLE));
    }
    let outgoing = readings.iter().map(|(report, text)| Outgoing { report, text, selection: &TABLE });
    out.write_all(csv::comparison(&outgoing.collect::<Vec<_>>(), true).as_bytes())?;
    out.flush()?;
    Ok(if readings.len() < files.len() { ExitCode::from(UNREADABLE) } else { ExitCode::SUCCESS })
}

/// Writes the figures of every file that the pattern finds.
fn find(pattern: &Regex, files: &[String], out: &mut dyn Write) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for file in files {
        let Some(text) = open_or_complain(file) else {
            code = ExitCode::from(UNREADABLE);
            continue;
        };
        let report = contract::Report::new(&gangmu::read(&text), &text, None);
        out.write_all(find::write(&report, &text, file, pattern).as_bytes())?;
    }
    out.flush()?;
    Ok(code)
}

/// Writes why the numeral at an offset was read as it was.
fn explain(file: &str, at: usize, out: &mut dyn Write) -> io::Result<ExitCode> {
    let Some(text) = open_or_complain(file) else { return Ok(ExitCode::from(UNREADABLE)) };
    let report = contract::Report::new(&gangmu::read(&text), &text, None);
    let told = explain::write(&report, &text, at);
    out.write_all(told.as_deref().unwrap_or("文中没有数字。\n").as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The text of a file; none, and a message, where it cannot be read.
fn open_or_complain(file: &str) -> Option<String> {
    open(file).inspect_err(|error| complain(&format!("{file}：{}", reason(error)))).ok()
}

/// Writes the quantities of a file as a JSON array.
fn quantities(file: &str, out: &mut dyn Write) -> io::Result<ExitCode> {
    let Some(text) = open_or_complain(file) else { return Ok(ExitCode::from(UNREADABLE)) };
    serde_json::to_writer(&mut *out, &contract::Quantity::list(&gangmu::quantities(&text), &text))?;
    writeln!(out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The text of a file, or of the standard input.
fn open(file: &str) -> io::Result<String> {
    let mut bytes = Vec::new();
    match file {
        "-" => io::stdin().lock().read_to_end(&mut bytes)?,
        _ => File::open(file)?.read_to_end(&mut bytes)?,
    };
    input::read(&bytes, encoding::decode).map_err(|refusal| io::Error::new(ErrorKind::InvalidData, refusal))
}

/// What is wrong with a file, and what to do.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "找不到这个文件；请核对文件名和所在的文件夹".to_owned(),
        ErrorKind::PermissionDenied => "没有读取权限；请换有权限的用户，或者把文件复制出来再试".to_owned(),
        ErrorKind::IsADirectory => "这是文件夹；请写出其中的文件".to_owned(),
        _ => error.to_string(),
    }
}

/// Writes a line to the standard error, and if nobody listens there, goes on.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "gangmu：{message}");
}
