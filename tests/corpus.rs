//! The corpus: every marked value is found whole by its recognizer, and nothing else is found.
//!
//! `hard.txt` is a score; every other theme has to be perfect.

use std::{collections::BTreeMap, fmt::Write, path::Path};

use antifaz::{Finding, Redactor};

use crate::common::{
    files::{below, read},
    marked::{Marked, Owner, unescaped},
    snapshot,
};

/// How the marks of a theme fared.
#[derive(Default)]
struct Score {
    marks: usize,
    whole: usize,
    /// By another recognizer.
    renamed: usize,
    /// Some of it, or more than it.
    touched: usize,
    missed: usize,
    /// Found where nothing is marked.
    false_finds: usize,
    /// Given to the wrong person.
    strangers: usize,
}

impl Score {
    fn add(&mut self, other: &Self) {
        self.marks += other.marks;
        self.whole += other.whole;
        self.renamed += other.renamed;
        self.touched += other.touched;
        self.missed += other.missed;
        self.false_finds += other.false_finds;
        self.strangers += other.strangers;
    }
}

/// Whose a finding is said to be.
fn owner_of(finding: &Finding) -> Owner {
    match (finding.third_party, finding.minor, finding.group) {
        (false, ..) => Owner::Mine,
        (_, true, _) => Owner::Childs,
        (_, _, Some(_)) => Owner::Listed,
        _ => Owner::Theirs,
    }
}

/// Adds a line's marks to the score and says what is wrong with it.
fn judge(marked: &Marked, findings: &[Finding], score: &mut Score) -> Vec<String> {
    let mut wrong = Vec::new();
    for ((span, id), owner) in marked.values.iter().zip(&marked.owners) {
        let value = &marked.text[span.range()];
        score.marks += 1;
        if let Some(finding) = findings.iter().find(|finding| finding.span.overlaps(*span))
            && owner_of(finding) != *owner
        {
            score.strangers += 1;
            wrong.push(format!("{id} `{value}` is {owner:?}, said to be {:?}", owner_of(finding)));
        }
        match findings.iter().find(|finding| finding.span.overlaps(*span)) {
            Some(finding) if finding.span == *span && finding.recognizer == *id => score.whole += 1,
            Some(finding) if finding.span == *span => {
                score.renamed += 1;
                wrong.push(format!("{id} `{value}` is called {}", finding.recognizer));
            }
            Some(finding) => {
                score.touched += 1;
                wrong.push(format!("{id} `{value}` is found as {} `{}`", finding.recognizer, &marked.text[finding.span.range()]));
            }
            None => {
                score.missed += 1;
                wrong.push(format!("{id} `{value}` is missed"));
            }
        }
    }
    for finding in findings.iter().filter(|finding| marked.values.iter().all(|(span, _)| !span.overlaps(finding.span))) {
        score.false_finds += 1;
        wrong.push(format!("{} finds `{}`", finding.recognizer, &marked.text[finding.span.range()]));
    }
    wrong
}

fn name(path: &Path) -> (String, String) {
    let theme = path.file_stem().expect("a file").to_string_lossy().into_owned();
    let language = path.parent().and_then(Path::file_name).expect("a folder per language").to_string_lossy().into_owned();
    (language, theme)
}

#[test]
fn every_marked_value_is_found_whole_and_nothing_else_is() {
    let redactor = Redactor::builder().build().expect("the defaults are valid");
    let mut scores: BTreeMap<(String, String), Score> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut hard = String::new();
    for path in below("tests/corpus", ".txt") {
        let (language, theme) = name(&path);
        for (number, line) in read(&path).lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let marked = Marked::new(&unescaped(line));
            let findings = redactor.analyze(&marked.text, false).expect("a message is short");
            let wrong = judge(&marked, &findings, scores.entry((language.clone(), theme.clone())).or_default());
            for wrong in wrong {
                let said = format!("{}:{}: {wrong}", path.display(), number + 1).replace('\n', "\\u{a}");
                if theme == "hard" {
                    let _ = writeln!(hard, "- {said}");
                } else {
                    failures.push(said);
                }
            }
        }
    }
    snapshot::assert_current("tests/snapshots/corpus.md", &table(&scores, &hard));
    assert!(failures.is_empty(), "{} wrong:\n{}", failures.len(), failures.join("\n"));
}

fn table(scores: &BTreeMap<(String, String), Score>, hard: &str) -> String {
    let mut out = String::from(
        "# Corpus\n\n\
         Written by the tests. A value is found whole, by another recognizer, touched (in part, or with what stands beside it), or missed; it may be \
         given to the wrong person.\n\n\
         | language | theme | marked | whole | other name | touched | missed | false finds | wrong owner |\n\
         | --- | --- | --: | --: | --: | --: | --: | --: | --: |\n",
    );
    let mut row = |language: &str, theme: &str, score: &Score| {
        let _ = writeln!(
            out,
            "| {language} | {theme} | {} | {} | {} | {} | {} | {} | {} |",
            score.marks, score.whole, score.renamed, score.touched, score.missed, score.false_finds, score.strangers
        );
    };
    let (mut promised, mut score) = (Score::default(), Score::default());
    for ((language, theme), one) in scores {
        row(language, theme, one);
        if theme == "hard" { score.add(one) } else { promised.add(one) }
    }
    row("all", "but hard", &promised);
    row("all", "hard", &score);
    let _ = write!(out, "\n## What is still too hard\n\n{hard}");
    out
}
