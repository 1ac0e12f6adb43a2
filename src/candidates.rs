//! One walk over the tokens: each asks only the recognizers whose shape can open there.

mod literals;

use literals::Literals;
use zeroize::Zeroize;

use crate::{
    context::{Candidate, CueIndex, Expectation, Hit, Members, STRONG_CUE, Support, Surroundings},
    recognizer::{Chars, Find, Locale, MAX_CANONICAL, Need, Opening, Reason, Recognizer, Scan, Shape, Verdict},
    text::{Folded, Span, Token, tokens},
};

/// Who is asked where.
pub(crate) struct Dispatch {
    /// Shapes by the length of their canonical form.
    by_len: Vec<Members>,
    /// Shapes by each place where their canonical form may hold a digit, and by those of a letter.
    digit_at: Vec<Members>,
    letter_at: Vec<Members>,
    /// Shapes that are asked wherever they fit.
    always: Members,
    /// Shapes that need something else that speaks for them.
    supported: Members,
    /// Those for which their issuer's grouping may.
    grouped: Members,
    /// Scanners that a run of digits opens, with the fewest digits of its row.
    digits: Vec<(u8, u16)>,
    /// Scanners that a run of letters and digits opens, with its least length.
    runs: Vec<(usize, u16)>,
    /// Scanners of a concept's members that want to be asked behind its words: their concepts, a bit each.
    of_concepts: Vec<(u16, u16)>,
    /// Every literal that opens a scanner.
    literals: Literals,
}

impl Dispatch {
    /// The tables for these recognizers; a recognizer's number is its place in the list.
    pub(crate) fn new(recognizers: &[&Recognizer], locale: &Locale) -> Self {
        let mut dispatch = Self {
            by_len: vec![Members::default(); MAX_CANONICAL + 1],
            digit_at: vec![Members::default(); MAX_CANONICAL],
            letter_at: vec![Members::default(); MAX_CANONICAL],
            always: Members::default(),
            supported: Members::default(),
            grouped: Members::default(),
            digits: Vec::new(),
            runs: Vec::new(),
            of_concepts: Vec::new(),
            literals: Literals::default(),
        };
        for (number, recognizer) in recognizers.iter().enumerate() {
            let number = number as u16;
            match &recognizer.find {
                Find::Shape { shape, need, .. } => dispatch.add(number, recognizer, shape, *need, locale),
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

    fn add(&mut self, number: u16, recognizer: &Recognizer, shape: &Shape, need: Need, locale: &Locale) {
        for len in shape.min_len()..=shape.max_len().min(MAX_CANONICAL) {
            self.by_len[len].add(number);
            for place in 0..len {
                let chars = shape.chars_at(place, len);
                if chars != Some(Chars::Letters) {
                    self.digit_at[place].add(number);
                }
                if chars != Some(Chars::Digits) {
                    self.letter_at[place].add(number);
                }
            }
        }
        let is_local = || recognizer.countries.iter().any(|country| locale.has(country));
        match need {
            Need::Nothing => self.always.add(number),
            Need::Support => {
                self.supported.add(number);
                if is_local() {
                    self.always.add(number);
                }
                if !shape.layouts.is_empty() {
                    self.grouped.add(number);
                }
            }
            Need::Cue => {}
        }
    }

    /// Those who may be asked, and those for whom their grouping may speak, too.
    pub(crate) fn hopeful(&self, askable: &Members) -> Members {
        let mut hopeful = *askable;
        hopeful.add_all(&self.grouped);
        hopeful
    }

    /// Shapes that something speaks for, or that need nothing.
    pub(crate) fn askable(&self, reading: &Reading<'_>, expectation: &Expectation, keep: Keep) -> Members {
        let mut askable = self.always;
        askable.add_all(&reading.cued);
        expectation.recognizers().for_each(|number| askable.add(number));
        if keep.suggestions {
            askable.add_all(&self.supported);
        }
        askable
    }

    fn open(&mut self, recognizer: u16, opening: &Opening) {
        let literals = match opening {
            Opening::Digits(least) => return self.digits.push((*least, recognizer)),
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
    /// Whom a cue of the text speaks for.
    pub(crate) cued: Members,
}

impl<'t> Reading<'t> {
    /// Folds, cuts and looks for cues.
    pub(crate) fn new(text: &'t str, index: &CueIndex) -> Self {
        let folded = Folded::new(text);
        let tokens = tokens(folded.lower());
        let hits = index.hits(folded.lower(), &tokens);
        let cued = index.supported(&hits);
        Self { folded, tokens, hits, cued }
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
    /// Shapes that something speaks for, or that need nothing.
    pub(crate) askable: Members,
    /// Those, and the ones that their grouping may speak for.
    pub(crate) hopeful: Members,
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
        /// No word is so long.
        const LONG: usize = 24;
        let tokens = &self.reading.tokens;
        let mut canonical = [0; MAX_CANONICAL];
        // How many digits of the row are still to come, and where it ends.
        let (mut digits, mut row_end) = (0, 0);
        for (start, token) in tokens.iter().enumerate() {
            if token.is_digits() {
                if start >= row_end {
                    (digits, row_end) = self.row(start);
                } else {
                    digits -= tokens[start - 1].span.len();
                }
            }
            let touches = start > 0 && tokens[start - 1].span.end == token.span.start;
            if touches && !self.is_unspaced(tokens[start - 1]) && !self.glued_to_cue(start) {
                continue;
            }
            let letters = !token.is_digits();
            if tokens.get(start + 1).is_some_and(|next| next.span.start == token.span.end) || !letters || token.span.len() >= LONG
            {
                self.run(start, out, found);
            }
            if letters {
                if self.letters_open(start) {
                    self.chain(start, &mut canonical, out);
                }
                continue;
            }
            self.chain(start, &mut canonical, out);
            for &(least, recognizer) in &self.dispatch.digits {
                if digits >= usize::from(least) {
                    self.scan(recognizer, token.span, start, found, out);
                }
            }
        }
        canonical.zeroize();
    }

    /// How many digits the row has that begins here, and the token that is none of it.
    fn row(&self, start: usize) -> (usize, usize) {
        /// ") - "
        const WIDEST: u32 = 4;
        let tokens = &self.reading.tokens;
        let (mut digits, mut end) = (tokens[start].span.len(), start + 1);
        while end < tokens.len() && tokens[end].is_digits() && tokens[end].span.start - tokens[end - 1].span.end <= WIDEST {
            digits += tokens[end].span.len();
            end += 1;
        }
        (digits, end)
    }

    /// Asks who reads long runs of letters and digits.
    fn run(&self, start: usize, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        let tokens = &self.reading.tokens;
        let touching = tokens[start..].windows(2).take_while(|pair| pair[0].span.end == pair[1].span.start).count();
        let span = Span { start: tokens[start].span.start, end: tokens[start + touching].span.end };
        for &(least, recognizer) in &self.dispatch.runs {
            if span.len() >= least {
                self.scan(recognizer, span, start, found, out);
            }
        }
    }

    /// True for the digits of "visa4111…" and of "nº4111…": the letters they touch are a cue.
    fn glued_to_cue(&self, start: usize) -> bool {
        const LONGEST_CUE: u32 = 64;
        let from = self.reading.tokens[start].span.start;
        let before = self.reading.tokens[start - 1].span;
        if &self.reading.folded.lower()[before.range()] == "no"
            && (start < 2 || self.reading.tokens[start - 2].span.end < before.start)
        {
            return true;
        }
        let hits = &self.reading.hits;
        let first = hits.partition_point(|hit| hit.span.start + LONGEST_CUE < from);
        hits[first..].iter().take_while(|hit| hit.span.start < from).any(|hit| hit.last as usize + 1 == start)
    }

    /// True for a word of a script that puts no space between words, such as Chinese or Thai.
    fn is_unspaced(&self, token: Token) -> bool {
        /// The first byte of U+0800 and of everything behind it.
        const FIRST: u8 = 0xe0;
        self.reading.folded.text().as_bytes()[token.span.start as usize] >= FIRST
    }

    /// Letters open a number only where digits, or another single letter, follow at once.
    fn letters_open(&self, start: usize) -> bool {
        const LONGEST_PREFIX: usize = 5;
        const LONGEST_WORD: usize = 12;
        let tokens = &self.reading.tokens;
        let Some(next) = tokens.get(start + 1) else { return false };
        let token = tokens[start];
        let touches = next.span.start == token.span.end;
        token.span.len() <= if touches { LONGEST_WORD } else { LONGEST_PREFIX }
            && self.joined(token, *next)
            && (next.is_digits() || (token.span.len() == 1 && next.span.len() == 1))
    }

    /// Every canonical form that begins at a token.
    fn chain(&self, start: usize, canonical: &mut [u8; MAX_CANONICAL], out: &mut Vec<Candidate>) {
        const LONGEST_LETTERS: usize = 12;
        let tokens = &self.reading.tokens;
        let text = self.reading.folded.text().as_bytes();
        let mut len = 0;
        // Those that what was read so far may begin.
        let mut begun = self.hopeful;
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
            let places = if letters { &self.dispatch.letter_at } else { &self.dispatch.digit_at };
            for (byte, may_stand) in bytes.iter().zip(&places[len..]) {
                begun = begun.and(may_stand);
                if begun.is_empty() {
                    return;
                }
                canonical[len] = byte.to_ascii_uppercase();
                len += 1;
            }
            if tokens.get(end + 1).is_some_and(|next| next.span.start == token.span.end && !self.is_unspaced(*next)) {
                // Letters and digits that touch are one word.
                continue;
            }
            let whole = begun.and(&self.dispatch.by_len[len]);
            if whole.is_empty() {
                continue;
            }
            let place = Place { start, end, span: Span { start: tokens[start].span.start, end: token.span.end } };
            for number in whole.iter() {
                if start < end || self.askable.holds(number) {
                    self.shape(number, place, &canonical[..len], out);
                }
            }
        }
    }

    /// Asks one shape about one canonical form.
    fn shape(&self, number: u16, place: Place, canonical: &[u8], out: &mut Vec<Candidate>) {
        let recognizer = self.recognizers[usize::from(number)];
        let Find::Shape { shape, need, check } = &recognizer.find else { return };
        let span = place.span;
        let may_stand = match need {
            Need::Nothing => true,
            Need::Support => {
                self.keep.suggestions
                    || recognizer.countries.iter().any(|country| self.locale.has(country))
                    || self.asked_for(number, span)
                    || (place.start < place.end && self.layout(shape, span))
            }
            Need::Cue => self.may_stand(number, place),
        };
        if !may_stand || !shape.fits(canonical) {
            return;
        }
        let verdict = check(canonical);
        if self.hopeless(number, span, verdict) {
            return;
        }
        let layout = self.layout(shape, span);
        let doubtful = !layout && !verdict.is_strong() && self.is_cut_out(place.start, place.end);
        if !doubtful || self.asked_for(number, span) {
            out.push(Candidate { span, recognizer: number, verdict, layout });
        }
    }

    /// True where a value that needs a cue has one and is not a piece of a longer number.
    fn may_stand(&self, recognizer: u16, place: Place) -> bool {
        if !self.asked_for(recognizer, place.span) {
            return false;
        }
        let Place { start, end, span } = place;
        let tokens = &self.reading.tokens;
        let piece = |a: usize, b: usize| {
            tokens[a].is_digits() && tokens[b].is_digits() && {
                let gap = &self.reading.folded.text()[tokens[a].span.end as usize..tokens[b].span.start as usize];
                matches!(gap, " " | "-" | "." | "/" | ",")
            }
        };
        span.len() > 6 || ((start == 0 || !piece(start - 1, start)) && (end + 1 >= tokens.len() || !piece(end, end + 1)))
    }

    /// True where the tokens are some groups of a longer row ("2422 2767 8122" of a card), a list ("1200, 1450, 3300"), a word of
    /// the sentence and a number ("at 150000 a year"), hold a date or a time ("15.04.2019 04:32"), or stand in an address.
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
            let apart = |at: usize| matches!(text.as_bytes()[at..], [b' ' | b',', ..] | [b'.', b' ', ..]);
            let lower = word.bytes().filter(u8::is_ascii_lowercase).count();
            (lower == word.len() || lower > 0 && word.len() > 2 && !tokens[at].is_digits())
                && (at == start || apart(tokens[at].span.start as usize - 1))
                && (at == end || apart(tokens[at].span.end as usize))
        };
        let is_list = (start..end).any(|at| gap(at).is_some_and(|gap| gap.starts_with(", ")));
        let is_dated = (start.saturating_sub(2)..=end).any(|at| {
            let group = |at: usize| tokens.get(at).map_or("", |token| &text[token.span.range()]);
            let is_year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
            match gap(at) {
                Some(":") => group(at).len() <= 2 && group(at + 1).len() == 2,
                Some("/") => is_year(group(at + 1)),
                Some(one @ ("." | "-")) => {
                    group(at).len() <= 2 && group(at + 1).len() <= 2 && gap(at + 1) == Some(one) && is_year(group(at + 2))
                }
                _ => false,
            }
        });
        // "t.co/1dWxlaSkZ3"
        let (first, bytes) = (tokens[start], text.as_bytes());
        let of_address = !first.is_digits()
            && bytes[..first.span.start as usize].ends_with(b".")
            && bytes[first.span.end as usize..].starts_with(b"/");
        goes_on || is_list || of_address || end > start && is_dated || (end > start && (start..=end).any(is_word))
    }

    /// True beside a cue, or where the other side asked.
    fn asked_for(&self, recognizer: u16, span: Span) -> bool {
        self.expectation.holds(recognizer)
            || (self.reading.cued.holds(recognizer) && self.surroundings.best_cue(recognizer, span).1 >= STRONG_CUE)
    }

    /// True for most of what a long row of numbers offers: refuted, and nobody asked for it.
    fn hopeless(&self, recognizer: u16, span: Span, verdict: Verdict) -> bool {
        !self.keep.hopeless
            && match verdict {
                Verdict::Refuted(Reason::Format | Reason::Length) => true,
                Verdict::Refuted(_) => {
                    let cue = self.surroundings.best_cue(recognizer, span).0.map(|(_, support)| support);
                    cue.max(self.expectation.of(recognizer)) != Some(Support::Own)
                }
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
            // "niss:190 416": a label, not a group.
            [b':'] => before.is_digits(),
            [one] => b" .-/_,|*+\n\t~'(\0".contains(one),
            _ => gap.len() <= 3 && gap.iter().all(|byte| b" .-/_,\n\r\t()".contains(byte)),
        }
    }

    fn literals(&self, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        self.dispatch.literals.each(self.reading.folded.lower(), &self.reading.tokens, |hit| {
            let opening = Span::new(hit.start, hit.start + hit.len);
            let token = self.reading.tokens.partition_point(|token| token.span.start < opening.start);
            self.ask(Opened { recognizer: hit.recognizer, opening, token, cue: None, literal: usize::from(hit.row) }, found, out);
        });
    }

    /// What follows a cue, and what answers a question.
    fn cues(&self, out: &mut Vec<Candidate>, found: &mut Vec<(Span, Verdict)>) {
        let index = self.surroundings.index;
        for hit in &self.reading.hits {
            for &recognizer in index.owners(hit) {
                self.after_cue(recognizer, Some(hit), found, out);
            }
            let concepts = index.concepts(hit);
            if concepts != 0 {
                for &(recognizer, _) in self.dispatch.of_concepts.iter().filter(|(_, of)| of & concepts != 0) {
                    if !index.owners(hit).contains(&recognizer) {
                        self.after_cue(recognizer, Some(hit), found, out);
                    }
                }
            }
        }
        for recognizer in self.expectation.recognizers() {
            self.after_cue(recognizer, None, found, out);
        }
    }

    fn after_cue(&self, recognizer: u16, cue: Option<&Hit>, found: &mut Vec<(Span, Verdict)>, out: &mut Vec<Candidate>) {
        // Behind the catalogue stand the rules of the integrator, which are asked apart.
        if let Some(Recognizer { find: Find::Scan { opening, .. }, .. }) = self.recognizers.get(usize::from(recognizer))
            && opening.follows_cue()
        {
            let (at, token) = cue.map_or((0, 0), |cue| (cue.span.end, cue.last as usize + 1));
            let opening = Span { start: at, end: at };
            self.ask(Opened { recognizer, opening, token, cue: cue.map(|cue| cue.span), literal: 0 }, found, out);
        }
    }

    fn scan(&self, recognizer: u16, opening: Span, token: usize, found: &mut Vec<(Span, Verdict)>, out: &mut Vec<Candidate>) {
        self.ask(Opened { recognizer, opening, token, cue: None, literal: 0 }, found, out);
    }

    fn ask(&self, opened: Opened, found: &mut Vec<(Span, Verdict)>, out: &mut Vec<Candidate>) {
        let Find::Scan { scan, .. } = self.recognizers[usize::from(opened.recognizer)].find else { return };
        scan(&mut Scan {
            folded: &self.reading.folded,
            tokens: &self.reading.tokens,
            at: opened.opening.start as usize,
            len: opened.opening.len(),
            cue: opened.cue,
            asked: self.expectation.holds(opened.recognizer),
            token: opened.token,
            literal: opened.literal,
            locale: self.locale,
            found,
        });
        if found.is_empty() {
            return;
        }
        out.extend(found.drain(..).filter(|(span, _)| !span.is_empty()).map(|(span, verdict)| Candidate {
            span,
            recognizer: opened.recognizer,
            verdict,
            layout: false,
        }));
    }
}

/// Where a canonical form stands: its first and last token, and the bytes.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    span: Span,
}

/// A scanner and what made it look.
#[derive(Clone, Copy)]
struct Opened {
    recognizer: u16,
    opening: Span,
    /// The first token at or after it.
    token: usize,
    cue: Option<Span>,
    literal: usize,
}
