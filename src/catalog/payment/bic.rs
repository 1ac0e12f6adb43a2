//! BIC, the business identifier code that banks are addressed by (SWIFT code).
//!
//! Four letters or digits of the party (letters in practice), an ISO 3166 country, two characters for the place, three more for a
//! branch or none. Nothing to compute, and many words (CUSTOMER, SHIPMENT) and codes of bookings are built alike: it is found
//! beside a cue.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, has_part, has_sign, is_small};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/bic",
    entity: "BIC_SWIFT",
    kind: Kind::BankCode,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::En, "bic, swift, swift code, bic code, bic number, swift number, bic swift, swift bic, bank code"),
        (Language::Es, "bic, swift, codigo swift, codigo bic, bic swift, swift bic"),
        (Language::Ru, "bic, swift, свифт, свифт код, свифт-код*, swift код, код swift, бик swift, bic банка"),
        (Language::De, "bic, swift, bic code, swift code, bic-code, swift-code"),
        (Language::Fr, "bic, swift, code bic, code swift"),
        (Language::Pt, "bic, swift, codigo swift, codigo bic"),
        (Language::It, "bic, swift, codice swift, codice bic"),
    ],
};

/// ISO 3166-1, and XK as banks use it.
static COUNTRIES: [u32; 26] = by_letter(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD \
    CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI \
    GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA \
    LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR \
    NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY \
    SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW",
);

/// For each first letter the second ones, a bit each.
const fn by_letter(codes: &str) -> [u32; 26] {
    let (codes, mut table, mut at) = (codes.as_bytes(), [0; 26], 0);
    while at < codes.len() {
        table[(codes[at] - b'A') as usize] |= 1 << (codes[at + 1] - b'A');
        at += 3;
    }
    table
}

fn scan(scan: &mut Scan<'_>) {
    if let Some((start, end)) = beside_cue(scan) {
        scan.push(start, end, Verdict::PLAUSIBLE);
    }
}

/// The code behind the cue, else in front of it.
fn beside_cue(scan: &Scan<'_>) -> Option<(usize, usize)> {
    const AROUND: usize = 80;
    const WORDS_AFTER: usize = 6;
    const WORDS_BEFORE: usize = 8;
    let text = scan.text();
    let cue_end = scan.at;
    let cue = scan.cue.map_or(cue_end, |cue| cue.start as usize);
    let (mut left, mut small) = (AROUND, false);
    for c in text[..cue].chars().rev().take(AROUND) {
        small |= is_small(c);
        left -= 1;
    }
    let upper_around = !small && !text[cue_end..].chars().take(left).any(is_small);
    let mut end = cue_end;
    let mut at = scan.token;
    while at < scan.tokens.len() && at < scan.token + WORDS_AFTER {
        let (start, next) = run(scan, at);
        let gap = &text[end..start];
        if gap.len() > 32 || has_sign(gap, b"!;\n") || (has_part(gap, ". ") && at > scan.token) {
            break;
        }
        end = scan.tokens[next - 1].span.end as usize;
        if stands(&text[start..end], upper_around) {
            return Some((start, end));
        }
        at = next;
    }
    let cue_token = scan.tokens.partition_point(|token| (token.span.start as usize) < cue);
    let from = cue_token.saturating_sub(WORDS_BEFORE);
    let mut before = None;
    let mut at = from;
    while at < cue_token {
        let (start, next) = run(scan, at);
        let end = scan.tokens[next - 1].span.end as usize;
        if next <= cue_token && !has_sign(&text[end..cue], b"!;?\n") && stands(&text[start..end], upper_around) {
            before = Some((start, end));
        }
        at = next;
    }
    before
}

/// First byte and next token of the run of letters and digits that begins at a token.
fn run(scan: &Scan<'_>, at: usize) -> (usize, usize) {
    let touching = scan.tokens[at..].windows(2).take(12).take_while(|pair| pair[0].span.end == pair[1].span.start).count();
    (scan.tokens[at].span.start as usize, at + touching + 1)
}

/// True where a run beside a cue is a code and not a word of the sentence.
fn stands(code: &str, upper_around: bool) -> bool {
    let bytes = code.as_bytes();
    if !is_bic(bytes) {
        return false;
    }
    let stands_out = !upper_around && bytes.iter().all(|byte| !byte.is_ascii_lowercase());
    bytes[6..].iter().any(u8::is_ascii_digit) || stands_out || ends_like_a_place(bytes)
}

fn is_bic(code: &[u8]) -> bool {
    let (8 | 11, Some(party), Some(country)) = (code.len(), code.get(..4), code.get(4..6)) else { return false };
    let letter = |byte: u8| usize::from(byte.to_ascii_uppercase().wrapping_sub(b'A'));
    party.iter().all(u8::is_ascii_alphabetic)
        && country.iter().all(u8::is_ascii_alphabetic)
        && code[6..].iter().all(u8::is_ascii_alphanumeric)
        && COUNTRIES[letter(country[0])] >> letter(country[1]) & 1 == 1
        // The second character of the place is never an O, and the first never 0 or 1.
        && !matches!(code[6], b'0' | b'1')
        && !matches!(code[7], b'O' | b'o')
}

/// Places of letters only that no word ends with: Madrid MM, Berlin BB, Lisbon PL, head offices XXX.
fn ends_like_a_place(code: &[u8]) -> bool {
    let place = [code[6].to_ascii_uppercase(), code[7].to_ascii_uppercase()];
    let doubled = place[0] == place[1] && !b"AEIOULSTNR".contains(&place[0]);
    doubled
        || code[8..].eq_ignore_ascii_case(b"xxx")
        || [*b"PL", *b"SP", *b"RJ", *b"DB", *b"BJ", *b"SG", *b"JT", *b"HK", *b"UK", *b"UX", *b"DF", *b"TT", *b"RR", *b"NN"]
            .contains(&place)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/bic",
    sources: &["ISO 9362:2022, structure of the BIC", "ISO 3166-1, country codes; read 2026-11"],
    matches: &[
        "swift is [[BARCGB22]]", "BIC: [[DEUTDEFFXXX]]", "my bic is [[caixesbb]]", "bic code [[INGBNL2A]]",
        "свифт код [[SABRRUMM]]",
    ],
    near_misses: &[
        "CUSTOMER SERVICE IS TERRIBLE", "swift delivery of my shipment", "the bic is required and was declined", "BIC RECHNUNG",
        "promo code SUMMER24", "your booking is AAWVSXC4", "bic BARCQQ22",
    ],
};
