//! Seed phrase: 12 to 24 words from which a wallet is restored.
//!
//! Twelve words in a row that all stand in the English list of BIP-39 are no sentence, and the last one holds a checksum: of
//! four bits in twelve words, of eight in 24. Words of other lists, or with a slip, are taken as they come behind a word that
//! asks for the phrase, if they are as many as a phrase has. Looked for around words for phrases and wallets only.

use crate::{
    check::{seed_checksum_holds, seed_word},
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, WordKind, holds_any, is_link, word_kind},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "crypto/seed_phrase",
    entity: "CRYPTO_SECRET",
    kind: Kind::SeedPhrase,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "bip39, mnemonic, metamask, ledger, trezor, phantom, exodus, electrum, wallet, crypto, btc, bitcoin, usdt, eth",
        ),
        (
            Language::En,
            "seed, seed phrase, seedphrase, seed words, recovery phrase, recovery words, secret phrase, secret recovery phrase, backup phrase, mnemonic phrase, wallet phrase, phrase, 12 words, 15 words, 18 words, 24 words, twelve words, words",
        ),
        (
            Language::Es,
            "frase semilla, semilla, frase de recuperacion, frase secreta, frase mnemonica, frase de respaldo, frase, palabras, 12 palabras, 24 palabras, billetera, monedero",
        ),
        (
            Language::Ru,
            "сид, сид фраз*, сидфраз*, сид-фраз*, сидк*, секретн* фраз*, фраз* восстановления, мнемоник*, мнемоническ* фраз*, фраз*, слов, слова, кошел*, крипт*, метамаск*",
        ),
        (
            Language::De,
            "seed-phrase, seedphrase, wiederherstellungsphrase, wiederherstellungsworter, merkphrase, phrase, worter, 12 worter, 24 worter, krypto",
        ),
        (
            Language::Fr,
            "phrase de recuperation, phrase secrete, phrase mnemonique, phrase de sauvegarde, phrase seed, phrase, mots, 12 mots, 24 mots, portefeuille",
        ),
        (
            Language::Pt,
            "frase semente, frase de recuperacao, frase secreta, frase mnemonica, semente, frase, palavras, 12 palavras, 24 palavras, carteira, cripto",
        ),
        (
            Language::It,
            "frase seed, frase di recupero, frase segreta, frase mnemonica, frase, parole, 12 parole, 24 parole, portafoglio, cripto",
        ),
    ],
};

const LENGTHS: [usize; 5] = [24, 21, 18, 15, 12];
const LEAST: usize = 12;
/// More words than any phrase has, and some of the sentence before it.
const MOST: usize = 30;
/// How far from a cue a phrase is looked for, in words and numbers.
const REACH: usize = 40;

/// Cues that ask for nothing but the phrase.
const OWN: &str = "seed, mnemon, bip, recover, secret, backup, semilla, recuper, respaldo, сид, восстан, секрет, мнемон, wiederher, merk, sauvegarde, semente, segret, 12, 15, 18, 24, twelve";

/// A row of words, by its first and last token.
struct Row {
    first: usize,
    last: usize,
    numbers: [u16; MOST],
    words: usize,
}

fn scan(scan: &mut Scan<'_>) {
    let cue = scan.cue.map_or(0, |cue| scan.tokens.partition_point(|token| token.span.start < cue.start));
    let before = phrases(scan, cue.saturating_sub(REACH), cue, cue);
    let found = phrases(scan, scan.token, (scan.token + REACH).min(scan.tokens.len()), scan.tokens.len()) || before;
    let own = scan.cue.is_none_or(|cue| holds_any(&scan.lower()[cue.range()], OWN));
    if !found
        && own
        && let Some((first, last)) = unlisted(scan)
    {
        push(scan, first, last, Verdict::plausible(16));
    }
}

/// Reports the phrases that begin with one of these tokens and are over before the limit.
fn phrases(scan: &mut Scan<'_>, mut at: usize, end: usize, limit: usize) -> bool {
    let mut found = false;
    while at < end {
        let row = row(scan, at, limit);
        // The last word of a row may begin another: "semilla: legal winner".
        at = if row.words > 1 && row.words < LEAST { row.last } else { row.last + 1 };
        if row.words >= LEAST {
            push_phrase(scan, &row);
            found = true;
        }
    }
    found
}

fn push(scan: &mut Scan<'_>, first: usize, last: usize, verdict: Verdict) {
    let (start, end) = (scan.tokens[first].span.start as usize, scan.tokens[last].span.end as usize);
    scan.push(start, end, verdict);
}

/// The words of the list from this token on, with nothing but the same signs between them, and numbers that count them.
fn row(scan: &Scan<'_>, at: usize, limit: usize) -> Row {
    let mut row = Row { first: at, last: at, numbers: [0; MOST], words: 0 };
    let mut signs = None;
    for token in at..limit {
        let Some(number) = seed_word(scan.lower()[scan.tokens[token].span.range()].as_bytes()) else {
            // "1. legal 2. winner"
            if row.words > 0 && scan.tokens[token].is_digits() && scan.tokens[token].span.len() <= 2 {
                continue;
            }
            break;
        };
        if row.words > 0 {
            let gap = between(scan, row.last, token);
            if gap.len() > 12 || signs.is_some_and(|signs| !same_signs(signs, gap)) || row.words == MOST {
                break;
            }
            signs = Some(gap);
        }
        row.numbers[row.words] = number;
        row.words += 1;
        row.last = token;
    }
    row
}

fn between<'a>(scan: &Scan<'a>, before: usize, after: usize) -> &'a str {
    &scan.text()[scan.tokens[before].span.end as usize..scan.tokens[after].span.start as usize]
}

/// True where two gaps differ in nothing but numbers and blanks.
fn same_signs(one: &str, other: &str) -> bool {
    let signs = |gap: &'_ str| -> u32 {
        gap.bytes()
            .filter(|byte| !byte.is_ascii_digit() && !byte.is_ascii_whitespace())
            .fold(0, |signs, byte| signs << 8 | u32::from(byte))
    };
    signs(one) == signs(other)
}

/// The phrase in a row of words. The words around it may stand in the list, too: where one part of the row holds its checksum, it is that.
fn push_phrase(scan: &mut Scan<'_>, row: &Row) {
    let whole = LENGTHS.contains(&row.words);
    let numbers = &row.numbers[..row.words];
    // "seed words words words …": one word again and again is a phrase only where its last one makes the checksum hold.
    let one_word = numbers.windows(LEAST - 1).any(|words| words.iter().all(|word| *word == words[0]));
    let holds = |from: usize, len: usize| {
        let phrase = &numbers[from..from + len];
        seed_checksum_holds(phrase) && !(one_word && (phrase[0] != phrase[1] || phrase[0] == phrase[len - 1]))
    };
    if whole && holds(0, row.words) {
        return push(scan, row.first, row.last, Verdict::proven(1 << 20));
    }
    for len in LENGTHS.into_iter().filter(|len| !whole && *len < row.words) {
        let mut holding = (0..=row.words - len).filter(|&from| holds(from, len));
        match (holding.next(), holding.next()) {
            (Some(from), None) => {
                let (first, last) = (word_at(scan, row, from), word_at(scan, row, from + len - 1));
                return push(scan, first, last, Verdict::proven(1 << 20));
            }
            (None, _) => {}
            _ => break,
        }
    }
    if !one_word {
        push(scan, row.first, row.last, Verdict::plausible(1 << 16));
    }
}

/// The token of the word with this place in a row.
fn word_at(scan: &Scan<'_>, row: &Row, place: usize) -> usize {
    (row.first..=row.last).filter(|&token| !scan.tokens[token].is_digits()).nth(place).unwrap_or(row.last)
}

/// As many words as a phrase has behind the cue, of any list.
fn unlisted(scan: &Scan<'_>) -> Option<(usize, usize)> {
    const SKIPPED: usize = 4;
    let word = |token: usize| scan.tokens.get(token).map_or("", |token| &scan.lower()[token.span.range()]);
    let first = (scan.token..scan.token + SKIPPED).find(|&token| !is_link(word(token)))?;
    let fits = |token: usize| {
        let letters = word(token).chars().count();
        let same_script = word(token).is_ascii() == word(first).is_ascii();
        (3..=10).contains(&letters)
            && same_script
            && !scan.tokens[token].is_digits()
            && word_kind(word(token)) != WordKind::Ordinary
    };
    let joined = |token: usize| {
        let gap = between(scan, token - 1, token);
        let like = between(scan, first, first + 1);
        // A phrase stands in one line, or each of its words in one.
        gap.len() <= 3 && (token < first + 2 || (same_signs(gap, like) && gap.contains('\n') == like.contains('\n')))
    };
    let end = (first..scan.tokens.len().min(first + MOST)).find(|&token| !fits(token) || token > first && !joined(token));
    let end = end.unwrap_or(scan.tokens.len().min(first + MOST));
    let one_word = (first..end).all(|token| word(token) == word(first));
    (LENGTHS.contains(&(end - first)) && !one_word).then(|| (first, end - 1))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "crypto/seed_phrase",
    sources: &["BIP-39, with the English list and the vectors of its reference implementation; read 2026-11"],
    matches: &[
        "my seed phrase is [[legal winner thank year wave sausage worth useful legal winner thank yellow]] and it says invalid",
        "frase semilla: [[legal winner thank year wave sausage worth useful legal winner thank yellow]]",
        "сид фраза [[letter advice cage absurd amount doctor acoustic avoid letter advice cage above]] не подходит",
        "wiederherstellungsphrase: [[zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong]]",
        "12 words\n1. [[legal\n2. winner\n3. thank\n4. year\n5. wave\n6. sausage\n7. worth\n8. useful\n9. legal\n10. winner\n11. thank\n12. yellow]]",
        "[[legal winner thank year wave sausage worth useful legal winner thank yellow]] is my metamask, help",
        // Another list, and a word too many.
        "frase de recuperación: [[abaco abaco abaco abaco abaco abaco abaco abaco abaco abaco abaco abierto]]",
        "my 12 words [[legal winner thank year wave sausage worth useful legal winner thank yellow]]",
    ],
    near_misses: &[
        "what is a seed phrase",
        "my wallet was stolen and i cant find the twelve words anywhere please help me get it back",
        "legal winner thank year wave",
        "seed words words words words words words words words words words words words words words and more",
        "never share your seed phrase it says, why",
    ],
};
