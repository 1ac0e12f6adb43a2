//! One walk over the tokens: each asks only the recognizers whose shape can open there.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use zeroize::Zeroize;

use crate::{
    context::{Candidate, CueIndex, Expectation, Hit, STRONG_CUE, Surroundings},
    recognizer::{Find, Locale, MAX_CANONICAL, Need, Opening, Recognizer, Scan, Shape, Verdict},
    text::{Folded, Span, Token, tokens},
};

/// Who is asked where.
#[derive(Debug)]
pub(crate) struct Dispatch {
    /// Shapes of digits only, by the length of their canonical form.
    numeric: Vec<Vec<u16>>,
    /// Shapes with letters, by the same.
    mixed: Vec<Vec<u16>>,
    /// Scanners that a run of digits opens.
    digits: Vec<u16>,
    /// Every literal that opens a scanner.
    literals: Option<AhoCorasick>,
    /// Whose literal: recognizer and its number there.
    literal_owners: Vec<(u16, u16)>,
}

impl Dispatch {
    /// The tables for these recognizers; a recognizer's number is its place in the list.
    pub(crate) fn new(recognizers: &[&Recognizer]) -> Self {
        let mut dispatch = Self {
            numeric: vec![Vec::new(); MAX_CANONICAL + 1],
            mixed: vec![Vec::new(); MAX_CANONICAL + 1],
            digits: Vec::new(),
            literals: None,
            literal_owners: Vec::new(),
        };
        let mut patterns: Vec<&str> = Vec::new();
        for (number, recognizer) in recognizers.iter().enumerate() {
            let number = number as u16;
            match &recognizer.find {
                Find::Shape { shape, .. } => {
                    let table = if shape.is_numeric() { &mut dispatch.numeric } else { &mut dispatch.mixed };
                    for asked in &mut table[shape.min_len()..=shape.max_len().min(MAX_CANONICAL)] {
                        asked.push(number);
                    }
                }
                Find::Scan { opening, .. } => {
                    let literals = match opening {
                        Opening::Digits => {
                            dispatch.digits.push(number);
                            continue;
                        }
                        Opening::Cue => continue,
                        Opening::Literals(literals) => literals,
                        Opening::Table(table) => table(),
                    };
                    for (row, literal) in literals.iter().enumerate() {
                        patterns.push(literal);
                        dispatch.literal_owners.push((number, row as u16));
                    }
                }
            }
        }
        dispatch.literals = (!patterns.is_empty()).then(|| {
            AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::LeftmostLongest)
                .kind(Some(AhoCorasickKind::DFA))
                .build(patterns)
                .expect("literals are short and few enough for the automaton")
        });
        dispatch
    }
}

/// A folded text with everything a recognizer may ask about it.
pub(crate) struct Reading<'t> {
    pub(crate) folded: Folded<'t>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) hits: Vec<Hit>,
}

impl<'t> Reading<'t> {
    /// Folds, cuts and looks for cues.
    pub(crate) fn new(text: &'t str, index: &CueIndex) -> Self {
        let folded = Folded::new(text);
        let tokens = tokens(folded.text());
        let hits = index.hits(folded.lower(), &tokens);
        Self { folded, tokens, hits }
    }
}

/// Finds every candidate of a text.
pub(crate) struct Walk<'a> {
    pub(crate) recognizers: &'a [&'static Recognizer],
    pub(crate) dispatch: &'a Dispatch,
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) surroundings: &'a Surroundings<'a>,
    pub(crate) locale: &'a Locale,
    pub(crate) expectation: &'a Expectation,
}

impl Walk<'_> {
    /// All candidates, in no particular order.
    pub(crate) fn candidates(&self) -> Vec<Candidate> {
        let mut out = Vec::new();
        let mut found = Vec::new();
        self.chains(&mut out, &mut found);
        self.literals(&mut out, &mut found);
        self.cues(&mut out, &mut found);
        out
    }

    /// Runs of digits and letters that separators may part.
    fn chains(&self, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        let tokens = &self.reading.tokens;
        let mut canonical = [0; MAX_CANONICAL];
        for start in 0..tokens.len() {
            if start > 0 && tokens[start - 1].span.end == tokens[start].span.start {
                continue;
            }
            let opens = tokens[start].is_digits() || self.letters_open(start);
            if !opens {
                continue;
            }
            self.chain(start, &mut canonical, out);
            if tokens[start].is_digits() {
                for &recognizer in &self.dispatch.digits {
                    let span = tokens[start].span;
                    self.scan(recognizer, span.start as usize, span.len(), 0, found, out);
                }
            }
        }
        canonical.zeroize();
    }

    /// Letters open a number only where digits, or another single letter, follow at once.
    fn letters_open(&self, start: usize) -> bool {
        const LONGEST_PREFIX: usize = 5;
        let tokens = &self.reading.tokens;
        let Some(next) = tokens.get(start + 1) else { return false };
        let token = tokens[start];
        token.span.len() <= LONGEST_PREFIX
            && self.joined(token, *next)
            && (next.is_digits() || (token.span.len() == 1 && next.span.len() == 1))
    }

    /// Every canonical form that begins at a token.
    fn chain(&self, start: usize, canonical: &mut [u8; MAX_CANONICAL], out: &mut Vec<Candidate>) {
        const LONGEST_LETTERS: usize = 12;
        let tokens = &self.reading.tokens;
        let text = self.reading.folded.text().as_bytes();
        let mut len = 0;
        let mut numeric = true;
        for end in start..tokens.len() {
            let token = tokens[end];
            if end > start && !self.joined(tokens[end - 1], token) {
                break;
            }
            let bytes = &text[token.span.range()];
            let letters = !token.is_digits();
            if len + bytes.len() > MAX_CANONICAL || (letters && (bytes.len() > LONGEST_LETTERS || !bytes.is_ascii())) {
                break;
            }
            numeric &= !letters;
            for (place, byte) in canonical[len..].iter_mut().zip(bytes) {
                *place = byte.to_ascii_uppercase();
            }
            len += bytes.len();
            if tokens.get(end + 1).is_some_and(|next| next.span.start == token.span.end) {
                // Letters and digits that touch are one word.
                continue;
            }
            let table = if numeric { &self.dispatch.numeric } else { &self.dispatch.mixed };
            for &number in &table[len] {
                let Find::Shape { shape, need, check } = &self.recognizers[usize::from(number)].find else { continue };
                let span = Span { start: tokens[start].span.start, end: token.span.end };
                if !shape.fits(&canonical[..len]) || (*need == Need::Cue && !self.may_stand(number, span, start, end)) {
                    continue;
                }
                let verdict = check(&canonical[..len]);
                out.push(Candidate { span, recognizer: number, verdict, layout: self.layout(shape, span) });
            }
        }
    }

    /// True where a value that needs a cue has one and is not a piece of a longer number.
    fn may_stand(&self, recognizer: u16, span: Span, start: usize, end: usize) -> bool {
        let tokens = &self.reading.tokens;
        let piece = |a: usize, b: usize| {
            tokens[a].is_digits() && tokens[b].is_digits() && {
                let gap = &self.reading.folded.text()[tokens[a].span.end as usize..tokens[b].span.start as usize];
                matches!(gap, " " | "-" | "." | "/" | ",")
            }
        };
        let alone = span.len() > 6
            || ((start == 0 || !piece(start - 1, start)) && (end + 1 >= tokens.len() || !piece(end, end + 1)));
        alone && (self.expectation.holds(recognizer) || self.surroundings.best_cue(recognizer, span).1 >= STRONG_CUE)
    }

    /// True where the value is written as its issuer writes it.
    fn layout(&self, shape: &Shape, span: Span) -> bool {
        let value = &self.reading.folded.text().as_bytes()[span.range()];
        shape.layouts.iter().any(|layout| {
            layout.len() == value.len()
                && layout.bytes().zip(value).all(|(like, &byte)| match like {
                    b'0' => byte.is_ascii_digit(),
                    b'A' => byte.is_ascii_alphabetic(),
                    separator => byte == separator,
                })
        })
    }

    /// True where two tokens may belong to one number, whatever a writer put between its groups.
    fn joined(&self, before: Token, after: Token) -> bool {
        let gap = &self.reading.folded.text().as_bytes()[before.span.end as usize..after.span.start as usize];
        match gap {
            [] => true,
            [one] => b" .-/_,|*\n\t~:".contains(one),
            _ => gap.len() <= 3 && gap.iter().all(|byte| b" .-/_\n\r\t()".contains(byte)),
        }
    }

    fn literals(&self, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        let Some(automaton) = &self.dispatch.literals else { return };
        for hit in automaton.find_iter(self.reading.folded.text()) {
            let (recognizer, row) = self.dispatch.literal_owners[hit.pattern().as_usize()];
            self.scan(recognizer, hit.start(), hit.len(), usize::from(row), found, out);
        }
    }

    /// What follows a cue, and what answers a question.
    fn cues(&self, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        for hit in &self.reading.hits {
            for &recognizer in self.surroundings.index.recognizers(hit) {
                self.after_cue(recognizer, hit.span.end as usize, found, out);
            }
        }
        for &recognizer in self.expectation.recognizers() {
            self.after_cue(recognizer, 0, found, out);
        }
    }

    fn after_cue(&self, recognizer: u16, at: usize, found: &mut Vec<(Span, Verdict)>, out: &mut Vec<Candidate>) {
        if matches!(self.recognizers[usize::from(recognizer)].find, Find::Scan { opening: Opening::Cue, .. }) {
            self.scan(recognizer, at, 0, 0, found, out);
        }
    }

    fn scan(
        &self,
        recognizer: u16,
        at: usize,
        len: usize,
        literal: usize,
        found: &mut Vec<(Span, Verdict)>,
        out: &mut Vec<Candidate>,
    ) {
        let Find::Scan { scan, .. } = self.recognizers[usize::from(recognizer)].find else { return };
        let tokens = &self.reading.tokens;
        let token = tokens.partition_point(|token| (token.span.start as usize) < at);
        let mut opening =
            Scan { folded: &self.reading.folded, tokens, at, len, token, literal, locale: self.locale, found };
        scan(&mut opening);
        out.extend(found.drain(..).filter(|(span, _)| !span.is_empty()).map(|(span, verdict)| Candidate {
            span,
            recognizer,
            verdict,
            layout: false,
        }));
    }
}
