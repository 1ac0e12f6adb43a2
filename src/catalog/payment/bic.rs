//! BIC, the business identifier code that banks are addressed by (SWIFT code).
//!
//! Four letters or digits of the party (letters in practice), an ISO 3166 country, two characters for the place, three more for a
//! branch or none. Nothing to compute, and many words are built alike (CUSTOMER, SHIPMENT): it is found beside a cue, or where digits
//! stand in the right places.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/bic",
    entity: "BIC_SWIFT",
    kind: Kind::BankCode,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Run(8)]), scan },
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
static COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD \
    CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI \
    GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA \
    LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR \
    NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY \
    SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// Digits in the place's code, none of them the code of a year's sale: SUMMER24 is no bank.
const WITH_DIGITS: Verdict = Verdict::plausible(16);

fn scan(scan: &mut Scan<'_>) {
    if scan.len > 0 {
        let code = &scan.text()[scan.at..scan.at + scan.len];
        if is_bic(code.as_bytes())
            && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && has_mixed_place(code)
        {
            let (start, end) = (scan.at, scan.at + scan.len);
            scan.push(start, end, WITH_DIGITS);
        }
        return;
    }
    if let Some((start, end)) = beside_cue(scan) {
        scan.push(start, end, Verdict::PLAUSIBLE);
    }
}

/// The code behind the cue, else in front of it.
fn beside_cue(scan: &Scan<'_>) -> Option<(usize, usize)> {
    const WORDS_AFTER: usize = 6;
    const WORDS_BEFORE: usize = 8;
    let text = scan.text();
    let cue_end = scan.at;
    let cue = scan.cue.map_or(cue_end, |cue| cue.start as usize);
    let upper_around = !text[..cue].bytes().rev().chain(text[cue_end..].bytes()).take(80).any(|byte| byte.is_ascii_lowercase());
    let mut end = cue_end;
    let mut at = scan.token;
    while at < scan.tokens.len() && at < scan.token + WORDS_AFTER {
        let (start, next) = run(scan, at);
        let gap = &text[end..start];
        if gap.len() > 32 || gap.contains(['!', ';', '\n']) || (gap.contains(". ") && at > scan.token) {
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
        if next <= cue_token && !text[end..cue].contains(['!', ';', '?', '\n']) && stands(&text[start..end], upper_around) {
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
    let country = [country[0].to_ascii_uppercase(), country[1].to_ascii_uppercase()];
    code.is_ascii()
        && party.iter().all(u8::is_ascii_alphabetic)
        && COUNTRIES.split_ascii_whitespace().any(|known| known.as_bytes() == country)
        // The second character of the place is never an O, and the first never 0 or 1.
        && !matches!(code[6], b'0' | b'1')
        && !matches!(code[7], b'O' | b'o')
}

/// A letter and a digit, or two digits and a branch.
fn has_mixed_place(code: &str) -> bool {
    let place = &code.as_bytes()[6..8];
    match (place[0].is_ascii_digit(), place[1].is_ascii_digit()) {
        (true, true) => code.len() == 11 && code[8..].bytes().all(|byte| byte.is_ascii_uppercase()),
        (first, second) => first != second,
    }
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
        "swift is [[BARCGB22]]", "BIC: [[DEUTDEFFXXX]]", "my bic is [[caixesbb]]", "[[INGBNL2A]]", "свифт код [[SABRRUMM]]",
    ],
    near_misses: &[
        "CUSTOMER SERVICE IS TERRIBLE", "swift delivery of my shipment", "the bic is required and was declined", "BIC RECHNUNG",
        "promo code SUMMER24", "bic BARCQQ22",
    ],
};
