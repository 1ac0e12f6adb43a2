//! Overlapping candidates → disjoint findings.
//!
//! The rules, in this order: what is found beats what is only suggested; what would be masked beats what may leave; proven
//! beside a cue beats either alone, either alone beats neither; longer beats shorter; its own cue beats a word for many
//! such numbers, and that beats none; local beats foreign; credential, card, id, phone, statement; the more confident;
//! catalogue order. Where the same stretch could as well be another country's number of the same group, it is nobody's:
//! the group's own recognizer names it. A found loser that reaches beyond the winner is masked with it: the
//! winner's span grows, so that no part of a found value is left standing.

use crate::{
    context::{Scored, Support},
    recognizer::{Class, Recognizer, Verdict},
    text::{Span, order},
};

/// A check that one random string in this many passes stands by itself.
const STRONG_PROOF: f32 = 90.0;

/// Who decides, and from which confidence on.
pub(crate) struct Rules<'a> {
    pub(crate) recognizers: &'a [&'static Recognizer],
    /// For each recognizer the one that names its group.
    pub(crate) groups: &'a [Option<u16>],
    pub(crate) threshold: f32,
}

/// The winners, sorted and disjoint, and for each input candidate whether it won.
pub(crate) fn resolve(scored: &[Scored], rules: &Rules<'_>) -> (Vec<Scored>, Vec<bool>) {
    // Longer first among those that start together.
    let rising = order(scored.iter().map(|scored| scored.candidate.span.key() ^ u64::from(u32::MAX)));
    let mut winners = Vec::new();
    let mut won = vec![false; scored.len()];
    let mut cluster: Vec<usize> = Vec::new();
    let mut reach = 0;
    for i in rising {
        let i = i as usize;
        if scored[i].candidate.span.start >= reach {
            settle(scored, rules, &mut cluster, &mut winners, &mut won);
        }
        reach = reach.max(scored[i].candidate.span.end);
        cluster.push(i);
    }
    settle(scored, rules, &mut cluster, &mut winners, &mut won);
    (winners, won)
}

/// Settles one group of candidates that touch one another, strongest first.
fn settle(scored: &[Scored], rules: &Rules<'_>, cluster: &mut Vec<usize>, winners: &mut Vec<Scored>, won: &mut [bool]) {
    let strongest = order(cluster.iter().map(|&i| !strength(&scored[i], rules)));
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
        if free || (scored[i].confidence >= rules.threshold && !refuted) {
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
                winners.extend(finding(scored, rules, cluster, &pieces, united));
                united = Some((span, rank));
            }
        }
    }
    winners.extend(finding(scored, rules, cluster, &pieces, united));
    cluster.clear();
}

fn finding(
    scored: &[Scored],
    rules: &Rules<'_>,
    cluster: &[usize],
    pieces: &[(Span, usize, bool)],
    united: Option<(Span, usize)>,
) -> Option<Scored> {
    let (span, rank) = united?;
    let mut winner = scored[pieces.get(rank)?.1];
    let group_of = |scored: &Scored| rules.groups[usize::from(scored.candidate.recognizer)];
    if let Some(group) = group_of(&winner)
        && cluster.iter().map(|&i| &scored[i]).any(|rival| {
            let number = rival.candidate.recognizer;
            rival.candidate.span == winner.candidate.span
                && number != winner.candidate.recognizer
                && number != group
                && group_of(rival) == Some(group)
                && claim(rival, rules) == claim(&winner, rules)
        })
    {
        winner.candidate.recognizer = group;
    }
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

/// What two candidates of one group must differ in for either to be right: whether it is found and proven, its cue, its country.
fn claim(scored: &Scored, rules: &Rules<'_>) -> [u64; 4] {
    let found = u64::from(scored.confidence >= rules.threshold);
    let cued = match scored.cue {
        Some((_, Support::Own)) => 2,
        Some((_, Support::Concept)) => 1,
        None => u64::from(scored.expected),
    };
    let (proven, strong) = match scored.candidate.verdict {
        Verdict::Proven { by_chance } => (true, by_chance.odds() >= STRONG_PROOF),
        _ => (false, false),
    };
    let tier = match (cued > 0, proven) {
        (true, true) => 3,
        (true, false) => 2,
        (false, true) if strong => 2,
        (false, true) => 1,
        (false, false) => 0,
    };
    [found, tier, cued, u64::from(scored.local)]
}

/// The rules in one number, the first in the highest bits.
#[expect(clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
fn strength(scored: &Scored, rules: &Rules<'_>) -> u64 {
    let candidate = scored.candidate;
    let kind = rules.recognizers[usize::from(candidate.recognizer)].kind;
    let [found, tier, cued, local] = claim(scored, rules);
    let rules: [(u64, u32); 9] = [
        (found, 1),
        (u64::from(kind.category().info().class != Class::Allow), 1),
        (tier, 2),
        (candidate.span.len().min(0x003f_ffff) as u64, 22),
        (cued, 2),
        (local, 1),
        (kind.claim() as u64, 3),
        ((scored.confidence * 1000.0) as u64, 10),
        (u64::from(u16::MAX - candidate.recognizer), 16),
    ];
    rules.into_iter().fold(0, |sum, (rule, bits)| sum << bits | rule)
}
