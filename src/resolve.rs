//! Overlapping candidates → disjoint findings.
//!
//! The rules, in this order: what is found beats what is only suggested; proven beside a cue beats either alone, either
//! alone beats neither; longer beats shorter; cued beats uncued; local beats foreign; credential, card, id, phone,
//! statement; the more confident; catalogue order. A found loser that reaches beyond the winner is masked with it: the
//! winner's span grows, so that no part of a found value is left standing.

use crate::{
    context::Scored,
    recognizer::{Recognizer, Verdict},
    text::{Span, order},
};

/// A check that one random string in this many passes stands by itself.
const STRONG_PROOF: f32 = 90.0;

/// The winners, sorted and disjoint, and for each input candidate whether it won.
pub(crate) fn resolve(scored: &[Scored], recognizers: &[&Recognizer], threshold: f32) -> (Vec<Scored>, Vec<bool>) {
    // Longer first among those that start together.
    let rising = order(scored.iter().map(|scored| scored.candidate.span.key() ^ u64::from(u32::MAX)));
    let mut winners = Vec::new();
    let mut won = vec![false; scored.len()];
    let mut cluster: Vec<usize> = Vec::new();
    let mut reach = 0;
    for i in rising {
        let i = i as usize;
        if scored[i].candidate.span.start >= reach {
            settle(scored, recognizers, threshold, &mut cluster, &mut winners, &mut won);
        }
        reach = reach.max(scored[i].candidate.span.end);
        cluster.push(i);
    }
    settle(scored, recognizers, threshold, &mut cluster, &mut winners, &mut won);
    (winners, won)
}

/// Settles one group of candidates that touch one another, strongest first.
fn settle(
    scored: &[Scored],
    recognizers: &[&Recognizer],
    threshold: f32,
    cluster: &mut Vec<usize>,
    winners: &mut Vec<Scored>,
    won: &mut [bool],
) {
    let strongest = order(cluster.iter().map(|&i| !strength(&scored[i], recognizers, threshold)));
    let mut taken = Taken::new(scored, cluster);
    // Winners and found losers, to be united where they overlap.
    let mut pieces: Vec<(Span, usize, bool)> = Vec::new();
    for place in strongest {
        let i = cluster[place as usize];
        let span = scored[i].candidate.span;
        let free = taken.take(span);
        won[i] = free;
        // What is refuted says nothing about where another value ends.
        let refuted = matches!(scored[i].candidate.verdict, Verdict::Refuted(_));
        if free || (scored[i].confidence >= threshold && !refuted) {
            pieces.push((span, i, free));
        }
    }
    // What a finding covers, and who names it: the strongest winner inside, as pieces come strongest first.
    let mut united: Option<(Span, usize)> = None;
    for place in order(pieces.iter().map(|(span, ..)| span.key())) {
        let (span, ..) = pieces[place as usize];
        // A loser never names the finding.
        let rank = if pieces[place as usize].2 { place as usize } else { usize::MAX };
        match &mut united {
            Some((whole, best)) if whole.overlaps(span) => {
                whole.end = whole.end.max(span.end);
                *best = rank.min(*best);
            }
            _ => {
                winners.extend(finding(scored, &pieces, united));
                united = Some((span, rank));
            }
        }
    }
    winners.extend(finding(scored, &pieces, united));
    cluster.clear();
}

fn finding(scored: &[Scored], pieces: &[(Span, usize, bool)], united: Option<(Span, usize)>) -> Option<Scored> {
    let (span, rank) = united?;
    let mut winner = scored[pieces.get(rank)?.1];
    winner.candidate.span = span;
    Some(winner)
}

/// Which bytes of a group's stretch the winners hold.
struct Taken {
    from: u32,
    bits: Vec<u64>,
}

impl Taken {
    fn new(scored: &[Scored], cluster: &[usize]) -> Self {
        let spans = || cluster.iter().map(|&i| scored[i].candidate.span);
        let from = spans().map(|span| span.start).min().unwrap_or(0);
        let to = spans().map(|span| span.end).max().unwrap_or(0);
        Self { from, bits: vec![0; ((to - from) / 64 + 1) as usize] }
    }

    /// Takes a span if nobody holds any of it.
    fn take(&mut self, span: Span) -> bool {
        let places = || (span.start - self.from..span.end - self.from).map(|byte| ((byte / 64) as usize, 1 << (byte % 64)));
        let free = places().all(|(word, bit)| self.bits[word] & bit == 0);
        if free {
            for (word, bit) in (span.start - self.from..span.end - self.from).map(|byte| ((byte / 64) as usize, 1 << (byte % 64)))
            {
                self.bits[word] |= bit;
            }
        }
        free
    }
}

/// The rules in one number, the first in the highest bits.
#[expect(clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
fn strength(scored: &Scored, recognizers: &[&Recognizer], threshold: f32) -> u64 {
    let candidate = scored.candidate;
    let cued = scored.cue.is_some() || scored.expected;
    let (proven, strong) = match candidate.verdict {
        Verdict::Proven { by_chance } => (true, by_chance.odds() >= STRONG_PROOF),
        _ => (false, false),
    };
    let tier = match (cued, proven) {
        (true, true) => 3,
        (true, false) => 2,
        (false, true) if strong => 2,
        (false, true) => 1,
        (false, false) => 0,
    };
    let rules: [(u64, u32); 8] = [
        (u64::from(scored.confidence >= threshold), 1),
        (tier, 2),
        (candidate.span.len().min(0x00ff_ffff) as u64, 24),
        (u64::from(cued), 1),
        (u64::from(scored.local), 1),
        (recognizers[usize::from(candidate.recognizer)].kind.claim() as u64, 3),
        ((scored.confidence * 1000.0) as u64, 10),
        (u64::from(u16::MAX - candidate.recognizer), 16),
    ];
    rules.into_iter().fold(0, |sum, (rule, bits)| sum << bits | rule)
}
