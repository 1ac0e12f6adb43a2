//! How quiet we are where nothing is to be found: what the command line finds in other people's clean sentences.
//!
//! The sentences are no part of this project. Each is a line of `<source>.tsv.gz`: language, what the source marks, text, marks (`start:end:type;…`).

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::shell::{Outcome, about, cargo, command, read, run, target};

/// Sources of commands, questions and small talk, for news and court texts are about people; and the kinds of values that stand in
/// some of their sentences without a mark: a bot asked for them, or tells the number of a taxi. Those are counted apart.
const SOURCES: [(&str, &[&str]); 8] = [
    ("chatterbot", &[]),
    ("clinc", &["pin", "person_name"]),
    ("hass", &[]),
    ("koziev", &[]),
    (
        "multidogo",
        &[
            "bank_account", "card_number", "national_id", "one_time_code", "password", "person_name", "phone", "postal_code",
            "reference",
        ],
    ),
    ("nlu_eval", &["email"]),
    ("restaurant8k", &[]),
    ("rumultiwoz", &["phone", "postal_code", "street_address"]),
];
/// Their recognizers read sentences; the others read values.
const GROUPS_OF_STATEMENTS: [&str; 3] = ["person/", "place/", "sensitive/"];

struct Line {
    text: String,
    /// Personal data according to the source.
    marks: Vec<(usize, usize)>,
}

pub(crate) fn measure(options: &[&str]) -> Outcome {
    let (folder, show) = match options {
        ["--text", folder] => (folder, false),
        ["--text", folder, "--show"] | ["--show", "--text", folder] => (folder, true),
        _ => return Err("quiet --text DIR [--show]".into()),
    };
    run(&mut cargo("build --quiet --release"))?;
    println!("lines, those with a false finding, false findings of values and of statements per 1,000 lines, unmarked values");
    let mut all = Counts::default();
    for (source, unmarked) in SOURCES {
        let lines = lines(&Path::new(folder).join(format!("{source}.tsv.gz")))?;
        let counts = count(source, unmarked, &lines, show)?;
        counts.print(source);
        for (sum, count) in all.0.iter_mut().zip(counts.0) {
            *sum += count;
        }
    }
    all.print("all");
    Ok(())
}

/// Lines, lines with a false finding, false findings of values, of statements, and values that the source does not mark.
#[derive(Default)]
struct Counts([u32; 5]);

impl Counts {
    fn print(&self, source: &str) {
        let [lines, touched, values, statements, unmarked] = self.0;
        let [values, statements] = [values, statements].map(|count| f64::from(count) * 1000.0 / f64::from(lines.max(1)));
        println!("{source:12} {lines:>7} {touched:>7} {values:>7.2} {statements:>7.2} {unmarked:>7}");
    }
}

fn lines(path: &Path) -> Outcome<Vec<Line>> {
    let reader = BufReader::new(GzDecoder::new(File::open(path).map_err(about(path))?));
    // The first line names the columns.
    reader.lines().skip(1).map(|line| parse(&line.map_err(about(path))?)).collect()
}

fn parse(line: &str) -> Outcome<Line> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [_, _, text, spans] = columns[..] else { return Err(format!("{} columns instead of 4", columns.len())) };
    let marks = spans.split(';').filter(|mark| !mark.is_empty()).map(|mark| {
        let mut parts = mark.split(':').map(str::parse);
        match (parts.next(), parts.next()) {
            (Some(Ok(start)), Some(Ok(end))) => Ok((start, end)),
            _ => Err(format!("cannot read the mark `{mark}`")),
        }
    });
    Ok(Line { text: text.into(), marks: marks.collect::<Outcome<_>>()? })
}

fn count(source: &str, unmarked: &[&str], lines: &[Line], show: bool) -> Outcome<Counts> {
    let input = target().join("quiet.jsonl");
    let messages: Vec<String> =
        lines.iter().enumerate().map(|(id, line)| json!({"id": id, "text": line.text}).to_string()).collect();
    fs::write(&input, messages.join("\n")).map_err(about(&input))?;
    let antifaz = target().join("release/antifaz");
    let mut scan = command(&antifaz.to_string_lossy(), "");
    let output = read(scan.args(["scan", "--jsonl"]).stdin(File::open(&input).map_err(about(&input))?))?;
    fs::remove_file(&input).map_err(about(&input))?;

    let [mut touched, mut values, mut statements, mut real] = [0; 4];
    for (number, (line, answer)) in lines.iter().zip(output.lines()).enumerate() {
        let answer: Value = serde_json::from_str(answer).map_err(|error| error.to_string())?;
        let spans = answer["spans"].as_array().ok_or("an answer without spans")?;
        let mut quiet = true;
        for span in spans {
            let position = |name: &str| span[name].as_u64().and_then(|position| usize::try_from(position).ok()).unwrap_or(0);
            let (start, end) = (position("start"), position("end"));
            if line.marks.iter().any(|&(from, to)| start < to && from < end) {
                continue;
            }
            let recognizer = span["recognizer"].as_str().unwrap_or_default();
            let is_unmarked = unmarked.iter().any(|kind| span["kind"] == *kind);
            let is_statement = GROUPS_OF_STATEMENTS.iter().any(|group| recognizer.starts_with(group));
            *match (is_unmarked, is_statement) {
                (true, _) => &mut real,
                (_, true) => &mut statements,
                (_, false) => &mut values,
            } += 1;
            quiet &= is_unmarked;
            if show {
                let value: String = line.text.chars().take(end).skip(start).collect();
                let kind = if is_unmarked { "unmarked" } else { "false" };
                // The columns have a line of their own.
                println!("{source}:{} {kind} {recognizer} `{value}` in: {}", number + 2, line.text);
            }
        }
        touched += u32::from(!quiet);
    }
    let lines = u32::try_from(lines.len()).map_err(|_| "too many lines")?;
    Ok(Counts([lines, touched, values, statements, real]))
}
