//! The command line: `redact`, `scan`, `catalog`, `explain`, `lint-manifest`.

mod config;
mod lint;

use std::{
    error::Error,
    io::{self, BufRead, BufWriter, Read, Write},
    path::PathBuf,
    process::ExitCode,
};

use antifaz::{CatalogEntry, Consent, Explained, Finding, Policy, Redaction, Redactor, Span, Unit, offsets};
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
  explain           reads a text, tells why each candidate was found or not; never the value
  catalog --json    lists what is recognized
  lint-manifest FILE…        tells what is wrong with manifests; fails where there is an error; --json: as JSON
  lint-manifest --schema     writes the JSON Schema of a manifest

options of redact, scan and explain:
  --config FILE          rules, lists, masks, thresholds … as JSON: the options of the JavaScript package
  --languages en,es,…    whose cue words are read (default: all)
  --regions es,mx,…      countries whose national writing needs no cue
  --policy strict        mask what is only suggested, too
of scan:
  --all                  also weaker suggestions
of scan and explain:
  --offsets UNIT         codepoints (default), utf16 or bytes
of explain:
  --heard TEXT           what the other side said before
";

type Fallible<T> = Result<T, Box<dyn Error>>;

#[derive(Default)]
struct Options {
    config: Option<PathBuf>,
    languages: Option<Vec<String>>,
    regions: Option<Vec<String>>,
    policy: Option<Policy>,
    unit: Option<Unit>,
    heard: Option<String>,
    files: Vec<PathBuf>,
    schema: bool,
    all: bool,
    json: bool,
}

impl Options {
    fn unit(&self) -> Unit {
        self.unit.unwrap_or(Unit::CodePoints)
    }
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
    let options = options(&mut parser, &command)?;
    match command.as_str() {
        "redact" => redact(&options),
        "scan" if options.json => scan(&options),
        "scan" => Err("scan needs --jsonl: one JSON object a line".into()),
        "catalog" if options.json => catalog(),
        "catalog" => Err("catalog needs --json".into()),
        "explain" => explain(&options),
        "lint-manifest" if options.schema => Ok(lint::schema()),
        "lint-manifest" => lint::run(&options.files, options.json),
        "help" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("unknown command `{other}`; known: redact, scan, catalog, explain, lint-manifest").into()),
    }
}

/// An option that a command would ignore is a mistake.
fn options(parser: &mut Parser, command: &str) -> Fallible<Options> {
    let mut options = Options::default();
    let reads = matches!(command, "redact" | "scan" | "explain");
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("config") if reads => options.config = Some(parser.value()?.into()),
            Arg::Long("languages") if reads => options.languages = Some(list(&parser.value()?.string()?)),
            Arg::Long("regions") if reads => options.regions = Some(list(&parser.value()?.string()?)),
            Arg::Long("policy") if reads => options.policy = Some(Policy::from_id(&parser.value()?.string()?)?),
            Arg::Long("offsets") if matches!(command, "scan" | "explain") => {
                options.unit = Some(match parser.value()?.string()?.as_str() {
                    "codepoints" => Unit::CodePoints,
                    "utf16" => Unit::Utf16,
                    "bytes" => Unit::Bytes,
                    other => return Err(format!("unknown unit `{other}`; known: codepoints, utf16, bytes").into()),
                });
            }
            Arg::Long("heard") if command == "explain" => options.heard = Some(parser.value()?.string()?),
            Arg::Long("all") if command == "scan" => options.all = true,
            Arg::Long("jsonl") if command == "scan" => options.json = true,
            Arg::Long("json") if matches!(command, "catalog" | "lint-manifest") => options.json = true,
            Arg::Long("schema") if command == "lint-manifest" => options.schema = true,
            Arg::Value(file) if command == "lint-manifest" => options.files.push(file.into()),
            other => return Err(format!("{} of `{command}`; try `antifaz help`", other.unexpected()).into()),
        }
    }
    Ok(options)
}

fn list(value: &str) -> Vec<String> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn redactor(options: &Options) -> Fallible<Redactor> {
    // Here the text is a file, not a message.
    let mut builder = Redactor::builder().max_bytes(u32::MAX as usize - 1);
    if let Some(path) = &options.config {
        builder = config::read(path, builder)?;
    }
    // What stands on the command line stands over the file.
    if let Some(languages) = &options.languages {
        builder = builder.languages(languages);
    }
    if let Some(regions) = &options.regions {
        builder = builder.regions(regions);
    }
    if let Some(policy) = options.policy {
        builder = builder.policy(policy);
    }
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
    let places = offsets(text, options.unit(), findings.iter().map(|finding| finding.span));
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
        "thirdParty": finding.third_party,
        "minor": finding.minor,
        "group": finding.group,
    })
}

/// Three digits: more would pretend to know more.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

fn catalog() -> Fallible<ExitCode> {
    let redactor = Redactor::builder().build()?;
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
                "priority": entry.priority(),
                "countries": entry.countries,
                "chance": chance(&redactor, &entry, evidence.matches),
                "cues": entry.cue_languages().collect::<Vec<_>>(),
                "sources": evidence.sources,
            })
        })
        .collect();
    print(&Value::from(entries))
}

/// One in how many random strings passes the check, by what it says about its weakest example; none where only context decides.
fn chance(redactor: &Redactor, entry: &CatalogEntry, examples: &[&str]) -> Option<u32> {
    let cue = entry.cues().next().map_or("", |(_, cue)| cue.trim_end_matches('*'));
    let odds = examples.iter().filter_map(|example| {
        // Marks say what is to be found; what needs a cue is not looked at without one.
        let example = example.replace("[[", "").replace("]]", "");
        let texts = [example.clone(), format!("{cue} {example}")];
        let explained = texts.iter().filter_map(|text| redactor.explain(text).ok()).flatten();
        explained.filter(|one| one.recognizer == entry.id).filter_map(|one| one.odds).max()
    });
    odds.min().filter(|odds| *odds > 1)
}

fn explain(options: &Options) -> Fallible<ExitCode> {
    let mut raw = Vec::new();
    io::stdin().lock().read_to_end(&mut raw)?;
    let (text, _) = readable(&raw);
    let mut conversation = redactor(options)?.conversation();
    if let Some(heard) = &options.heard {
        conversation.heard(heard);
    }
    let explained = conversation.explain(&text).map_err(|reason| format!("the text is not read: {}", reason.id()))?;
    let candidates: Vec<Value> = explained.iter().map(|candidate| explanation(candidate, &text, options.unit())).collect();
    print(&Value::from(candidates))
}

fn explanation(candidate: &Explained, text: &str, unit: Unit) -> Value {
    let place = |span: Span| offsets(text, unit, [span])[0];
    let (start, end) = place(candidate.span);
    let cues: Vec<Value> = candidate
        .cues
        .iter()
        .map(|cue| {
            let (start, end) = place(cue.span);
            json!({"start": start, "end": end, "language": cue.language.id(), "says": cue.says.id()})
        })
        .collect();
    let beaten_by = candidate.beaten_by.as_ref().map(|winner| {
        let (start, end) = place(winner.span);
        json!({"recognizer": winner.recognizer, "start": start, "end": end, "rule": winner.rule})
    });
    json!({
        "start": start,
        "end": end,
        "recognizer": candidate.recognizer,
        "entity": candidate.entity,
        "kind": candidate.kind.id(),
        "verdict": candidate.verdict,
        "chance": candidate.odds,
        "reason": candidate.reason,
        "cues": cues,
        "expected": candidate.expected,
        "country": candidate.country,
        "before": rounded(candidate.before),
        "confidence": rounded(candidate.confidence),
        "thirdParty": candidate.third_party,
        "minor": candidate.minor,
        "outcome": candidate.outcome.id(),
        "named": candidate.named,
        "beatenBy": beaten_by,
    })
}

fn print(value: &Value) -> Fallible<ExitCode> {
    writeln!(io::stdout().lock(), "{}", serde_json::to_string_pretty(value)?)?;
    Ok(ExitCode::SUCCESS)
}
