//! Overlapping candidates → disjoint findings.
//!
//! The rules, in this order: what is found beats what is only suggested; proven beside a cue beats either alone, either
//! alone beats neither; longer beats shorter; cued beats uncued; local beats foreign; credential, card, id, phone,
//! statement; the more confident; catalogue order. A found loser that reaches beyond the winner is masked with it: the
//! winner's span grows, so that no part of a found value is left standing.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{context::Scored, recognizer::{Recognizer, Verdict}, text::Span};

/// A check that one random string in this many passes stands by itself.
const STRONG_PROOF: f32 = 90.0;

/// The winners, sorted and disjoint, and for each input candidate whether it won.
pub(crate) fn resolve(scored: &[Scored], recognizers: &[&Recognizer], threshold: f32) -> (Vec<Scored>, Vec<bool>) {
    let mut order: Vec<usize> = (0..scored.len()).collect();
    order.sort_unstable_by_key(|&i| (scored[i].candidate.span.start, Reverse(scored[i].candidate.span.end)));

    let mut winners = Vec::new();
    let mut won = vec![false; scored.len()];
    let mut cluster: Vec<usize> = Vec::new();
    let mut reach = 0;
    for i in order {
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
    cluster.sort_by_cached_key(|&i| Reverse(strength(&scored[i], recognizers, threshold)));
    // The winners' spans, disjoint: start → end.
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    // Winners and found losers, to be united where they overlap.
    let mut pieces: Vec<(Span, usize, bool)> = Vec::new();
    for (rank, &i) in cluster.iter().enumerate() {
        let span = scored[i].candidate.span;
        let free = taken.range(..span.end).next_back().is_none_or(|(_, &end)| end <= span.start);
        if free {
            taken.insert(span.start, span.end);
            won[i] = true;
        }
        if free || scored[i].confidence >= threshold {
            pieces.push((span, rank, free));
        }
    }
    pieces.sort_unstable();
    let mut united: Option<(Span, usize)> = None;
    for (span, rank, free) in pieces {
        // A loser never names the finding.
        let rank = if free { rank } else { usize::MAX };
        match &mut united {
            Some((whole, best)) if whole.overlaps(span) => {
                whole.end = whole.end.max(span.end);
                *best = rank.min(*best);
            }
            _ => {
                winners.extend(finding(scored, cluster, united));
                united = Some((span, rank));
            }
        }
    }
    winners.extend(finding(scored, cluster, united));
    cluster.clear();
}

fn finding(scored: &[Scored], cluster: &[usize], united: Option<(Span, usize)>) -> Option<Scored> {
    let (span, rank) = united?;
    let mut winner = scored[*cluster.get(rank)?];
    winner.candidate.span = span;
    Some(winner)
}

fn strength(scored: &Scored, recognizers: &[&Recognizer], threshold: f32) -> impl Ord + use<> {
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
    let claim = recognizers[usize::from(candidate.recognizer)].kind.claim();
    (
        scored.confidence >= threshold,
        tier,
        candidate.span.len(),
        cued,
        scored.local,
        claim,
        (scored.confidence * 1000.0) as u32,
        Reverse(candidate.recognizer),
    )
}
