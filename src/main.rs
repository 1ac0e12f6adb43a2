//! The command line: `redact`, `scan`, `catalog`, `explain`.

use std::{
    error::Error,
    io::{self, BufRead, BufWriter, Read, Write},
    process::ExitCode,
};

use antifaz::{Consent, Finding, Policy, Redaction, Redactor, Span, Unit, offsets};
use lexopt::{Arg, Parser, ValueExt};
use serde_json::{Map, Value, json};

/// Customer data must not survive in freed memory here either.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

const HELP: &str = "\
antifaz: finds and masks personal and financial data in chat messages

usage: antifaz <command> [options]

  redact            reads text, writes it masked; everything else stays byte for byte
  scan --jsonl      reads {\"id\", \"text\", \"heard\"?} a line, writes {\"id\", \"spans\"} a line
  catalog --json    lists what is recognized
  explain           reads a text, tells why each candidate was found or not; never the value

options:
  --languages en,es,…    whose cue words are read (default: all)
  --regions es,mx,…      countries whose national writing needs no cue
  --policy strict        mask what is only suggested, too
  --all                  scan: also weaker suggestions
  --offsets UNIT         scan, explain: codepoints (default), utf16 or bytes
";

type Fallible<T> = Result<T, Box<dyn Error>>;

struct Options {
    languages: Vec<String>,
    regions: Vec<String>,
    policy: Policy,
    unit: Unit,
    all: bool,
    json: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            // A closed pipe is how a reader says that it has seen enough.
            if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
                return ExitCode::SUCCESS;
            }
            eprintln!("antifaz: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Fallible<ExitCode> {
    let mut parser = Parser::from_env();
    let command = match parser.next()? {
        Some(Arg::Value(command)) => command.string()?,
        None | Some(Arg::Long("help") | Arg::Short('h')) => "help".to_owned(),
        Some(Arg::Long("version") | Arg::Short('V')) => {
            println!("antifaz {}", antifaz::VERSION);
            return Ok(ExitCode::SUCCESS);
        }
        Some(_) => return Err("the command comes first; try `antifaz help`".into()),
    };
    let options = options(&mut parser)?;
    match command.as_str() {
        "redact" => redact(&options),
        "scan" if options.json => scan(&options),
        "scan" => Err("scan needs --jsonl: one JSON object a line".into()),
        "catalog" if options.json => catalog(),
        "catalog" => Err("catalog needs --json".into()),
        "explain" => explain(&options),
        "help" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("unknown command `{other}`; known: redact, scan, catalog, explain").into()),
    }
}

fn options(parser: &mut Parser) -> Fallible<Options> {
    let mut options = Options {
        languages: Vec::new(),
        regions: Vec::new(),
        policy: Policy::standard(),
        unit: Unit::CodePoints,
        all: false,
        json: false,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("languages") => options.languages = list(&parser.value()?.string()?),
            Arg::Long("regions") => options.regions = list(&parser.value()?.string()?),
            Arg::Long("policy") => options.policy = Policy::from_id(&parser.value()?.string()?)?,
            Arg::Long("offsets") => {
                options.unit = match parser.value()?.string()?.as_str() {
                    "codepoints" => Unit::CodePoints,
                    "utf16" => Unit::Utf16,
                    "bytes" => Unit::Bytes,
                    other => return Err(format!("unknown unit `{other}`; known: codepoints, utf16, bytes").into()),
                }
            }
            Arg::Long("all") => options.all = true,
            Arg::Long("json" | "jsonl") => options.json = true,
            other => return Err(format!("{}; try `antifaz help`", other.unexpected()).into()),
        }
    }
    Ok(options)
}

fn list(value: &str) -> Vec<String> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn redactor(options: &Options) -> Fallible<Redactor> {
    let builder = Redactor::builder()
        .languages(&options.languages)
        .regions(&options.regions)
        .policy(options.policy)
        // Here the text is a file, not a message.
        .max_bytes(u32::MAX as usize - 1);
    Ok(builder.build()?)
}

/// Masks standard input window by window, so that a file of any size passes. Each window is written only up to where what follows
/// can no longer change it, and the next one begins before that, so that no value and no cue is cut in two.
fn redact(options: &Options) -> Fallible<ExitCode> {
    /// What may follow a value and still belong to it, or speak for it.
    const AFTER: usize = 4 * 1024;
    /// What may stand before a value and speak for it.
    const BEFORE: usize = 1024;
    let mut conversation = redactor(options)?.conversation();
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut window = Vec::new();
    // How much of the window is already written.
    let mut written = 0;
    loop {
        let ended = fill(&mut input, &mut window)?;
        if window.starts_with(b"\xff\xfe") || window.starts_with(b"\xfe\xff") {
            return Err("the text is UTF-16, in which nothing would be found; convert it to UTF-8 first".into());
        }
        let (text, breaks) = readable(&window);
        let Redaction::Cleared { edits, .. } = conversation.redact(&text, &Consent::none()) else {
            out.flush()?;
            eprintln!("antifaz: more findings than a message may hold; the rest is not written");
            return Ok(ExitCode::FAILURE);
        };
        let mut cut = if ended { window.len() } else { window.len().saturating_sub(AFTER).max(written) };
        while !ended && cut > written && window[cut] & 0xc0 == 0x80 {
            cut -= 1;
        }
        for edit in &edits {
            let start = raw_offset(&breaks, edit.span.start as usize).max(written);
            let end = raw_offset(&breaks, edit.span.end as usize);
            if end > cut {
                cut = cut.min(start);
                break;
            }
            if end > written {
                out.write_all(&window[written..start])?;
                out.write_all(edit.replacement.as_bytes())?;
                written = end;
            }
        }
        out.write_all(&window[written..cut])?;
        if ended {
            out.flush()?;
            return Ok(ExitCode::SUCCESS);
        }
        let from = cut.saturating_sub(BEFORE);
        window.drain(..from);
        written = cut - from;
    }
}

/// Reads on; true at the end of the input. A window that one value fills doubles, so that time stays linear.
fn fill(input: &mut impl Read, window: &mut Vec<u8>) -> io::Result<bool> {
    // Small enough that no window holds more findings than a message may.
    const WINDOW: usize = 16 * 1024;
    let wanted = window.len().max(WINDOW) as u64;
    Ok((input.take(wanted).read_to_end(window)? as u64) < wanted)
}

/// A block as text: every invalid sequence becomes U+FFFD. With it, where each one stands: (offset in the text, in the block).
fn readable(block: &[u8]) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut breaks, mut at) = (String::with_capacity(block.len()), Vec::new(), 0);
    for chunk in block.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            text.push('\u{fffd}');
            at += chunk.invalid().len();
            breaks.push((text.len(), at));
        }
    }
    (text, breaks)
}

fn raw_offset(breaks: &[(usize, usize)], offset: usize) -> usize {
    match breaks.partition_point(|(text, _)| *text <= offset) {
        0 => offset,
        n => breaks[n - 1].1 + (offset - breaks[n - 1].0),
    }
}

fn scan(options: &Options) -> Fallible<ExitCode> {
    let redactor = redactor(options)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut failed = false;
    let mut line = Vec::new();
    let mut input = io::stdin().lock();
    for number in 1_u64.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        // Some editors begin a file with a byte order mark.
        let line = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
        match scan_line(&redactor, line, options) {
            Ok(answer) => writeln!(out, "{answer}")?,
            Err(error) => {
                failed = true;
                eprintln!("{}", json!({"line": number, "error": error}));
            }
        }
    }
    out.flush()?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The answer to one line, or what is wrong with it, without its text.
fn scan_line(redactor: &Redactor, line: &[u8], options: &Options) -> Result<Value, String> {
    let value: Value = serde_json::from_slice(line)
        .map_err(|error| format!("not a JSON object: {} at column {}", category(&error), error.column()))?;
    let Value::Object(object) = value else { return Err("not a JSON object".to_owned()) };
    if let Some(key) = object.keys().find(|key| !["id", "text", "heard"].contains(&key.as_str())) {
        return Err(format!("unknown key `{key}`; known: id, text, heard"));
    }
    let id = match object.get("id") {
        Some(id @ (Value::String(_) | Value::Number(_))) => id.clone(),
        Some(_) => return Err("`id` must be a string or a number".to_owned()),
        None => return Err("`id` is missing".to_owned()),
    };
    let text = string(&object, "text")?.ok_or("`text` is missing")?;
    let mut conversation = redactor.conversation();
    if let Some(heard) = string(&object, "heard")? {
        conversation.heard(heard);
    }
    let findings = conversation.analyze(text, options.all).map_err(|reason| format!("blocked: {}", reason.id()))?;
    let places = offsets(text, options.unit, findings.iter().map(|finding| finding.span));
    let spans: Vec<Value> = findings.iter().zip(places).map(|(finding, place)| span(finding, place)).collect();
    Ok(json!({"id": id, "spans": spans}))
}

fn category(error: &serde_json::Error) -> &'static str {
    match error.classify() {
        serde_json::error::Category::Eof => "it ends too early",
        _ => "malformed",
    }
}

fn string<'o>(object: &'o Map<String, Value>, key: &str) -> Result<Option<&'o str>, String> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("`{key}` must be a string")),
    }
}

fn span(finding: &Finding, (start, end): (u32, u32)) -> Value {
    json!({
        "start": start,
        "end": end,
        "kind": finding.kind.id(),
        "recognizer": finding.recognizer,
        "category": finding.category().info().id,
        "entity": finding.entity,
        "confidence": rounded(finding.confidence),
        "verified": finding.verified,
    })
}

/// Three digits: more would pretend to know more.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

fn catalog() -> Fallible<ExitCode> {
    let entries: Vec<Value> = antifaz::catalog()
        .zip(antifaz::evidence())
        .map(|(entry, evidence)| {
            let info = entry.category().info();
            json!({
                "id": entry.id,
                "entity": entry.entity,
                "kind": entry.kind.id(),
                "category": info.id,
                "class": info.class.id(),
                "countries": entry.countries,
                "cues": entry.cue_languages().collect::<Vec<_>>(),
                "sources": evidence.sources,
            })
        })
        .collect();
    let mut out = io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string_pretty(&entries)?)?;
    Ok(ExitCode::SUCCESS)
}

fn explain(options: &Options) -> Fallible<ExitCode> {
    let mut raw = Vec::new();
    io::stdin().lock().read_to_end(&mut raw)?;
    let (text, _) = readable(&raw);
    let explained = redactor(options)?.explain(&text).map_err(|reason| format!("the text is not read: {}", reason.id()))?;
    let places = offsets(&text, options.unit, explained.iter().map(|candidate| candidate.span));
    let cues = offsets(
        &text,
        options.unit,
        explained.iter().map(|candidate| candidate.cue.map_or_else(Span::default, |(span, _)| span)),
    );
    let candidates: Vec<Value> = explained
        .iter()
        .zip(places.iter().zip(cues))
        .map(|(candidate, (place, cue))| {
            json!({
                "start": place.0,
                "end": place.1,
                "recognizer": candidate.recognizer,
                "entity": candidate.entity,
                "kind": candidate.kind.id(),
                "verdict": candidate.verdict,
                "reason": candidate.reason,
                "cue": candidate.cue.map(|(_, language)| json!({"start": cue.0, "end": cue.1, "language": language.id()})),
                "before": rounded(candidate.before),
                "confidence": rounded(candidate.confidence),
                "outcome": candidate.outcome.id(),
            })
        })
        .collect();
    let mut out = io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string_pretty(&candidates)?)?;
    Ok(ExitCode::SUCCESS)
}
