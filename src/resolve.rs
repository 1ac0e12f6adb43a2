//! Overlapping candidates → disjoint findings.
//!
//! The rules, in this order: what is found beats what is only suggested; what would be masked beats what may leave; proven
//! beside its own cue beats either alone, either alone beats neither; longer beats shorter; its own cue beats a word for many
//! such numbers, and that beats none; issued by the country that is named, by the customer's, by any other, by one that is
//! not named where another is; written as its issuer writes it; credential, card, id, phone, statement; the more confident;
//! catalogue order. Where the same stretch could as well be another country's number of the same group, it is nobody's:
//! the group's own recognizer names it. A found loser that reaches beyond the winner is masked with it: the
//! winner's span grows, so that no part of a found value is left standing.

use crate::{
    context::{Place, Scored, Support},
    recognizer::{Class, Kind, Verdict},
    text::{Span, order},
};

/// A check that one random string in this many passes stands by itself.
const STRONG: f32 = 90.0;
/// One random number in this many is grouped as its issuer does by accident.
const LAYOUT: f32 = 16.0;

/// Who decides, and from which confidence on.
pub(crate) struct Rules<'a> {
    /// What each recognizer finds.
    pub(crate) kinds: &'a [Kind],
    /// For each recognizer the one that names its group.
    pub(crate) groups: &'a [Option<u16>],
    /// For each recognizer the confidence from which on a candidate is found.
    pub(crate) thresholds: &'a [f32],
    /// From this number on they are rules of the integrator.
    pub(crate) customs: u16,
}

impl Rules<'_> {
    /// True where a candidate is more than a suggestion.
    pub(crate) fn is_found(&self, scored: &Scored) -> bool {
        scored.confidence >= self.thresholds[usize::from(scored.candidate.recognizer)]
    }
}

/// What stands there in the end.
pub(crate) struct Winner {
    pub(crate) scored: Scored,
    /// More than a suggestion, by whoever won; the group may have named it since.
    pub(crate) found: bool,
}

/// The winners, sorted and disjoint, and for each input candidate whether it won.
pub(crate) fn resolve(scored: &[Scored], rules: &Rules<'_>) -> (Vec<Winner>, Vec<bool>) {
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
fn settle(scored: &[Scored], rules: &Rules<'_>, cluster: &mut Vec<usize>, winners: &mut Vec<Winner>, won: &mut [bool]) {
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
        if free || (rules.is_found(&scored[i]) && !refuted) {
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
) -> Option<Winner> {
    let (span, rank) = united?;
    let mut winner = scored[pieces.get(rank)?.1];
    let found = rules.is_found(&winner);
    let group_of = |scored: &Scored| rules.groups[usize::from(scored.candidate.recognizer)];
    if let Some(group) = group_of(&winner)
        && cluster.iter().map(|&i| &scored[i]).any(|rival| {
            let number = rival.candidate.recognizer;
            rival.candidate.span == winner.candidate.span
                && number != winner.candidate.recognizer
                && (number != group || says_little(winner.candidate.verdict))
                && group_of(rival) == Some(group)
                && !matches!(rival.candidate.verdict, Verdict::Refuted(_))
                && claim(rival, rules) == claim(&winner, rules)
        })
    {
        winner.candidate.recognizer = group;
    }
    winner.candidate.span = span;
    Some(Winner { scored: winner, found })
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

/// True for a structure so common that a word for the group alone does not tell whose number it is.
fn says_little(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Plausible { by_chance } if by_chance.odds() < STRONG)
}

/// What two candidates of one group must differ in for either to be right: whether it is found, what speaks for it, its cue, its country.
fn claim(scored: &Scored, rules: &Rules<'_>) -> [u64; 5] {
    let found = u64::from(rules.is_found(scored));
    // Whoever writes a rule says as much as a cue does, and what they call never to be shared is that.
    let custom = scored.candidate.recognizer >= rules.customs;
    let never = rules.kinds[usize::from(scored.candidate.recognizer)].category().info().class == Class::Never;
    let vouched = custom.then_some(if never { Support::Own } else { Support::Concept });
    let cue = match (scored.cue.map(|(_, support)| support).max(scored.expected).max(vouched), scored.place) {
        (Some(Support::Own), Place::Foreign) => Some(Support::Concept),
        (Some(Support::Concept), Place::Foreign) => None,
        (cue, _) => cue,
    };
    let (proven, odds) = match scored.candidate.verdict {
        Verdict::Proven { by_chance } => (true, by_chance.odds()),
        Verdict::Plausible { by_chance } => (false, by_chance.odds()),
        // Somebody's mistyped card is whole, whatever a piece of it would be.
        Verdict::Refuted(_) => (false, 0.0),
    };
    // Beside a cue the issuer's own grouping is as good as a check.
    let odds = if scored.candidate.layout && cue.is_some() { odds * LAYOUT } else { odds };
    let tier = match (proven, cue) {
        _ if odds == 0.0 => u64::from(cue == Some(Support::Own)),
        (true, Some(Support::Own)) => 3,
        (_, Some(_)) if odds >= STRONG => 3,
        (true, Some(_)) | (false, Some(Support::Own)) => 2,
        (_, None) if odds >= STRONG => 2,
        (true, None) | (false, Some(Support::Concept)) => 1,
        (false, None) => 0,
    };
    let cued = match cue {
        Some(Support::Own) => 2,
        Some(Support::Concept) => 1,
        None => 0,
    };
    [found, tier, cued, scored.place as u64, u64::from(scored.candidate.layout)]
}

/// How many rules there are, and how many bits the answer of each has.
const BITS: [u32; 10] = [1, 1, 2, 22, 2, 2, 1, 3, 10, 16];

/// What each rule asks, in the same order.
const NAMES: [&str; 10] = ["found", "masked", "evidence", "length", "cue", "country", "layout", "kind", "confidence", "order"];

/// The rules in one number, the first in the highest bits.
fn strength(scored: &Scored, rules: &Rules<'_>) -> u64 {
    answers(scored, rules).into_iter().zip(BITS).fold(0, |sum, (answer, bits)| sum << bits | answer)
}

/// What each rule says about a candidate: more is stronger.
#[expect(clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
fn answers(scored: &Scored, rules: &Rules<'_>) -> [u64; 10] {
    let candidate = scored.candidate;
    let kind = rules.kinds[usize::from(candidate.recognizer)];
    let [found, tier, cued, place, layout] = claim(scored, rules);
    [
        found,
        u64::from(kind.category().info().class != Class::Allow),
        tier,
        candidate.span.len().min(0x003f_ffff) as u64,
        cued,
        place,
        layout,
        kind.claim() as u64,
        (scored.confidence * 1000.0) as u64,
        u64::from(u16::MAX - candidate.recognizer),
    ]
}

/// The candidate that took a loser's place, the strongest of those it overlaps, and the rule that decided between them.
pub(crate) fn beaten_by(loser: usize, scored: &[Scored], won: &[bool], rules: &Rules<'_>) -> Option<(usize, &'static str)> {
    let overlaps = |&i: &usize| won[i] && scored[i].candidate.span.overlaps(scored[loser].candidate.span);
    let winner = (0..scored.len()).filter(overlaps).max_by_key(|&i| strength(&scored[i], rules))?;
    let (stronger, weaker) = (answers(&scored[winner], rules), answers(&scored[loser], rules));
    let rule = (0..NAMES.len()).find(|&rule| stronger[rule] != weaker[rule])?;
    Some((winner, NAMES[rule]))
}
