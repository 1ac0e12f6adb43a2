//! One walk over the tokens: each asks only the recognizers whose shape can open there.

mod literals;

use literals::Literals;
use zeroize::Zeroize;

use crate::{
    context::{Candidate, CueIndex, Expectation, Hit, STRONG_CUE, Surroundings},
    recognizer::{Find, Locale, MAX_CANONICAL, Need, Opening, Reason, Recognizer, Scan, Shape, Verdict},
    text::{Folded, Span, Token, tokens},
};

/// Who is asked where.
pub(crate) struct Dispatch {
    /// Shapes of digits only, by the length of their canonical form.
    numeric: Vec<Vec<u16>>,
    /// Shapes with letters, by the same.
    mixed: Vec<Vec<u16>>,
    /// Scanners that a run of digits opens.
    digits: Vec<u16>,
    /// Scanners that a run of letters and digits opens, with its least length.
    runs: Vec<(usize, u16)>,
    /// Scanners of a concept's members that want to be asked behind its words: their concepts, a bit each.
    of_concepts: Vec<(u16, u16)>,
    /// Every literal that opens a scanner.
    literals: Literals,
}

impl Dispatch {
    /// The tables for these recognizers; a recognizer's number is its place in the list.
    pub(crate) fn new(recognizers: &[&Recognizer]) -> Self {
        let mut dispatch = Self {
            numeric: vec![Vec::new(); MAX_CANONICAL + 1],
            mixed: vec![Vec::new(); MAX_CANONICAL + 1],
            digits: Vec::new(),
            runs: Vec::new(),
            of_concepts: Vec::new(),
            literals: Literals::default(),
        };
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
                    dispatch.open(number, opening);
                    if opening.follows_cue() && !recognizer.concepts.is_empty() {
                        dispatch
                            .of_concepts
                            .push((number, recognizer.concepts.iter().fold(0, |bits, concept| bits | concept.bit())));
                    }
                }
            }
        }
        dispatch.literals.sort();
        dispatch
    }

    fn open(&mut self, recognizer: u16, opening: &Opening) {
        let literals = match opening {
            Opening::Digits => return self.digits.push(recognizer),
            Opening::Run(least) => return self.runs.push((*least, recognizer)),
            Opening::Any(openings) => return openings.iter().for_each(|opening| self.open(recognizer, opening)),
            // The walk over the cues asks.
            Opening::Cue => return,
            Opening::Literals(literals) => *literals,
            Opening::Table(table) => table(),
        };
        for (row, literal) in literals.iter().enumerate() {
            self.literals.add(literal, recognizer, row as u16);
        }
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
        let tokens = tokens(folded.lower());
        let hits = index.hits(folded.lower(), &tokens);
        Self { folded, tokens, hits }
    }
}

/// Which candidates are worth weighing.
#[derive(Clone, Copy)]
pub(crate) struct Keep {
    /// What could only be a suggestion.
    pub(crate) suggestions: bool,
    /// What cannot become a finding, to explain it.
    pub(crate) hopeless: bool,
}

/// Finds every candidate of a text.
pub(crate) struct Walk<'a> {
    pub(crate) recognizers: &'a [&'static Recognizer],
    pub(crate) dispatch: &'a Dispatch,
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) surroundings: &'a Surroundings<'a>,
    pub(crate) locale: &'a Locale,
    pub(crate) expectation: &'a Expectation,
    pub(crate) keep: Keep,
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
            if start > 0 && tokens[start - 1].span.end == tokens[start].span.start && !self.glued_to_cue(start) {
                continue;
            }
            self.run(start, out, found);
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

    /// Asks who reads long runs of letters and digits.
    fn run(&self, start: usize, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        if self.dispatch.runs.is_empty() {
            return;
        }
        let tokens = &self.reading.tokens;
        let touching = tokens[start..].windows(2).take_while(|pair| pair[0].span.end == pair[1].span.start).count();
        let span = Span { start: tokens[start].span.start, end: tokens[start + touching].span.end };
        for &(least, recognizer) in &self.dispatch.runs {
            if span.len() >= least {
                self.scan(recognizer, span.start as usize, span.len(), 0, found, out);
            }
        }
    }

    /// True for the digits of "visa4111…": the letters they touch are a cue.
    fn glued_to_cue(&self, start: usize) -> bool {
        const LONGEST_CUE: u32 = 64;
        let from = self.reading.tokens[start].span.start;
        let hits = &self.reading.hits;
        let first = hits.partition_point(|hit| hit.span.start + LONGEST_CUE < from);
        hits[first..].iter().take_while(|hit| hit.span.start < from).any(|hit| hit.last as usize + 1 == start)
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
                let recognizer = self.recognizers[usize::from(number)];
                let Find::Shape { shape, need, check } = &recognizer.find else { continue };
                let span = Span { start: tokens[start].span.start, end: token.span.end };
                if !shape.fits(&canonical[..len])
                    || (*need == Need::Cue && !self.may_stand(number, span, start, end))
                    || (*need == Need::Support && self.is_unsupported(recognizer, number, span, start == end))
                {
                    continue;
                }
                let verdict = check(&canonical[..len]);
                let layout = self.layout(shape, span);
                let doubtful = !layout && !verdict.is_strong() && self.is_cut_out(start, end);
                if self.hopeless(number, span, verdict) || (doubtful && !self.asked_for(number, span)) {
                    continue;
                }
                out.push(Candidate { span, recognizer: number, verdict, layout });
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
        let alone =
            span.len() > 6 || ((start == 0 || !piece(start - 1, start)) && (end + 1 >= tokens.len() || !piece(end, end + 1)));
        alone && self.asked_for(recognizer, span)
    }

    /// True for bare digits that nothing but a weak check speaks for, where suggestions are not asked for.
    fn is_unsupported(&self, recognizer: &Recognizer, number: u16, span: Span, bare: bool) -> bool {
        bare && !self.keep.suggestions
            && !recognizer.countries.iter().any(|country| self.locale.has(country))
            && !self.asked_for(number, span)
    }

    /// True where the tokens are some groups of a longer row ("2422 2767 8122" of a card), a list ("1200, 1450, 3300"), or a
    /// short word of the sentence and a number ("at 150000 a year").
    fn is_cut_out(&self, start: usize, end: usize) -> bool {
        let tokens = &self.reading.tokens;
        let text = self.reading.folded.text();
        let gap = |before: usize| {
            let (before, after) = (tokens.get(before)?, tokens.get(before + 1)?);
            let gap = &text[before.span.end as usize..after.span.start as usize];
            (before.is_digits() && after.is_digits() && !gap.is_empty()).then_some(gap)
        };
        let goes_on = end > start
            && (gap(end).is_some_and(|after| gap(end - 1) == Some(after))
                || start > 0 && gap(start - 1).is_some_and(|before| gap(start) == Some(before)));
        let is_word = |at: usize| {
            let word = &text[tokens[at].span.range()];
            let apart = |at: usize| text.as_bytes().get(at) == Some(&b' ');
            word.bytes().all(|byte| byte.is_ascii_lowercase())
                && (at == start || apart(tokens[at].span.start as usize - 1))
                && (at == end || apart(tokens[at].span.end as usize))
        };
        let is_list = (start..end).any(|at| gap(at).is_some_and(|gap| gap.starts_with(", ")));
        goes_on || is_list || (end > start && (start..=end).any(is_word))
    }

    /// True beside a cue, or where the other side asked.
    fn asked_for(&self, recognizer: u16, span: Span) -> bool {
        self.expectation.holds(recognizer) || self.surroundings.best_cue(recognizer, span).1 >= STRONG_CUE
    }

    /// True for most of what a long row of numbers offers: refuted, and nobody asked for it.
    fn hopeless(&self, recognizer: u16, span: Span, verdict: Verdict) -> bool {
        !self.keep.hopeless
            && match verdict {
                Verdict::Refuted(Reason::Format | Reason::Length) => true,
                Verdict::Refuted(_) => !self.asked_for(recognizer, span),
                _ => false,
            }
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
            [one] => b" .-/_,|*+\n\t~:\0".contains(one),
            _ => gap.len() <= 3 && gap.iter().all(|byte| b" .-/_,\n\r\t()".contains(byte)),
        }
    }

    fn literals(&self, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        self.dispatch.literals.each(self.reading.folded.lower(), &self.reading.tokens, |hit| {
            self.scan(hit.recognizer, hit.start, hit.len, usize::from(hit.row), found, out);
        });
    }

    /// What follows a cue, and what answers a question.
    fn cues(&self, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        let index = self.surroundings.index;
        for hit in &self.reading.hits {
            for &recognizer in index.owners(hit) {
                self.after_cue(recognizer, Some(hit.span), found, out);
            }
            let concepts = index.concepts(hit);
            if concepts != 0 {
                for &(recognizer, _) in self.dispatch.of_concepts.iter().filter(|(_, of)| of & concepts != 0) {
                    if !index.owners(hit).contains(&recognizer) {
                        self.after_cue(recognizer, Some(hit.span), found, out);
                    }
                }
            }
        }
        for recognizer in self.expectation.recognizers() {
            self.after_cue(recognizer, None, found, out);
        }
    }

    fn after_cue(&self, recognizer: u16, cue: Option<Span>, found: &mut Vec<(Span, Verdict)>, out: &mut Vec<Candidate>) {
        if let Find::Scan { opening, .. } = &self.recognizers[usize::from(recognizer)].find
            && opening.follows_cue()
        {
            let at = cue.map_or(0, |cue| cue.end as usize);
            self.open(recognizer, cue, Span::new(at, at), 0, found, out);
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
        self.open(recognizer, None, Span::new(at, at + len), literal, found, out);
    }

    fn open(
        &self,
        recognizer: u16,
        cue: Option<Span>,
        opening: Span,
        literal: usize,
        found: &mut Vec<(Span, Verdict)>,
        out: &mut Vec<Candidate>,
    ) {
        let Find::Scan { scan, .. } = self.recognizers[usize::from(recognizer)].find else { return };
        let tokens = &self.reading.tokens;
        let token = tokens.partition_point(|token| token.span.start < opening.start);
        scan(&mut Scan {
            folded: &self.reading.folded,
            tokens,
            at: opening.start as usize,
            len: opening.len(),
            cue,
            token,
            literal,
            locale: self.locale,
            found,
        });
        out.extend(found.drain(..).filter(|(span, _)| !span.is_empty()).map(|(span, verdict)| Candidate {
            span,
            recognizer,
            verdict,
            layout: false,
        }));
    }
}
